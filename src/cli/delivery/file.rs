//! A new file as the place where a secret goes: private from its first instant, and safe on disk before it is alive.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use nix::fcntl::{OFlag, renameat};
use nix::unistd::{AccessFlags, access};
use zeroize::Zeroizing;

use super::fault::{dead, nothing_made};
use super::fresh::{self, Identity};
use crate::cli::secret_input::{read_bounded, read_to};
use crate::domain::error::{Error, Result};
use crate::render::emit::word;

/// Writes secrets into a file of its own making.
#[derive(Debug)]
pub struct FileSink {
    path: PathBuf,
    /// The file that it takes the place of, once its secret is alive.
    replaces: Option<PathBuf>,
    /// The file and its directory, once they are open.
    made: Option<Made>,
}

/// Keeps what was made, so that nothing else is ever taken away under the same name.
#[derive(Debug)]
struct Made {
    directory: File,
    file: File,
    /// Says to others who come across the file that somebody is at work on it.
    _held: Option<File>,
}

impl FileSink {
    /// Names the file; it is made when a secret is handed over.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), replaces: None, made: None }
    }

    /// Names a file that is to take the place of another in the same directory, as [`beside`] names it.
    #[must_use]
    pub fn replacing(path: &Path) -> Self {
        Self { path: beside(path), replaces: Some(path.to_owned()), made: None }
    }

    /// Refuses a path where something is or where nothing can be made.
    ///
    /// # Errors
    ///
    /// `Conflict` if it is taken, even by a symlink to nowhere, `Usage` if it names no file or its directory is not
    /// there, `Delivery` if the directory cannot be written.
    pub fn check(&self) -> Result<()> {
        let shown = self.path.display();
        if self.path == Path::new("-") {
            return Err(Error::usage(nothing_made("`--to -` names no file"))
                .hint("leave `--to` out for standard output; a file of that name is `./-`"));
        }
        let Some((directory, _)) = self.parts() else {
            return Err(Error::usage(nothing_made(format!("`--to {shown}` names no file"))));
        };
        match fs::symlink_metadata(&self.path) {
            Ok(_) => return Err(self.taken()),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(refused(&format!("`{shown}` cannot be looked at")).because(error.to_string())),
        }
        let place = directory.display();
        match fs::metadata(directory) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(Error::usage(nothing_made(format!("`{place}` is not a directory")))),
            Err(error) => {
                return Err(Error::usage(nothing_made(format!("there is no directory `{place}`")))
                    .because(error.to_string())
                    .hint(format!("`mkdir -m 700 {}` makes it", word(&place.to_string()))));
            }
        }
        // Reading is for syncing it, which needs it open.
        access(directory, AccessFlags::R_OK | AccessFlags::W_OK | AccessFlags::X_OK).map_err(|errno| {
            refused(&format!("the directory `{place}` cannot be read and written")).because(errno.desc())
        })
    }

    /// Makes the file, writes the bytes, and syncs it and its directory. What fails is taken away again.
    ///
    /// # Errors
    ///
    /// `Conflict` if something took the path since the check, `Delivery` for all else.
    pub fn hand_over(&mut self, bytes: &[u8]) -> Result<()> {
        let error = match self.write(bytes) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(self.taken()),
            Err(error) => error,
        };
        let rest = self.withdraw().map_or_else(String::new, |rest| format!("; {rest}"));
        Err(dead(format!("`{}` could not be written: {error}{rest}", self.path.display())))
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let (directory, name) = self.parts().ok_or(ErrorKind::InvalidFilename)?;
        let directory = OpenOptions::new().read(true).custom_flags(OFlag::O_DIRECTORY.bits()).open(directory)?;
        let file = fresh::create(&directory, name)?;
        let held = self.replaces.is_some().then(|| hold(&file)).transpose()?;
        let Made { directory, file, .. } = self.made.insert(Made { directory, file, _held: held });
        fresh::check_private(file)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        directory.sync_all()
    }

    /// Puts the file in the place of the one that it replaces, now that its secret is alive.
    ///
    /// # Errors
    ///
    /// `Failed` if it cannot be put there: its secret is alive where it is.
    pub fn finish(&mut self) -> Result<()> {
        let (Some(target), Some(made)) = (&self.replaces, &self.made) else { return Ok(()) };
        let (from, to) = (self.path.display(), target.display());
        let put = || -> io::Result<()> {
            let name = |path| parts(path).map(|(_, name)| name).ok_or(ErrorKind::InvalidFilename);
            renameat(&made.directory, name(&self.path)?, &made.directory, name(target)?)?;
            made.directory.sync_all()
        };
        put().map_err(|error| {
            Error::failed(format!("the new secret is alive and in `{from}`, which could not take the place of `{to}`"))
                .because(error.to_string())
                .hint(format!("`mv {} {}`", word(&from.to_string()), word(&to.to_string())))
        })
    }

    /// Removes the file if it was made here and still has its name; says what stays behind.
    pub fn withdraw(&mut self) -> Option<String> {
        let made = self.made.take()?;
        let shown = self.path.display();
        let removed = Identity::of(&made.file).and_then(|ours| fresh::remove(&made.directory, &self.path, ours));
        match removed {
            Ok(true) => None,
            Ok(false) => Some(format!("the file made as `{shown}` was moved away, and what it holds is dead")),
            Err(error) => Some(format!("`{shown}` holds a dead secret and could not be removed: {error}")),
        }
    }

    /// Splits the path into its directory and the name of the file; `None` if it ends like a directory.
    fn parts(&self) -> Option<(&Path, &OsStr)> {
        parts(&self.path)
    }

    fn taken(&self) -> Error {
        Error::conflict(nothing_made(format!("`{}` is already there", self.path.display())))
            .hint("`--to` makes a new file and never writes into one that is there")
    }
}

/// Returns the name under which a file is made that is to take the place of another.
#[must_use]
pub fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

/// Splits a path into its directory and the name of the file; `None` if it ends like a directory.
fn parts(path: &Path) -> Option<(&Path, &OsStr)> {
    let path = path.as_os_str().as_bytes();
    let slash = path.iter().rposition(|byte| *byte == b'/');
    let (directory, name) = match slash {
        None => (&b"."[..], path),
        Some(0) => (&b"/"[..], &path[1..]),
        Some(at) => (&path[..at], &path[at + 1..]),
    };
    if matches!(name, b"" | b"." | b"..") {
        return None;
    }
    Some((Path::new(OsStr::from_bytes(directory)), OsStr::from_bytes(name)))
}

/// Holds a file that others may come across, and makes sure that none of them has taken it away meanwhile.
fn hold(file: &File) -> io::Result<File> {
    let held = file.try_clone()?;
    held.try_lock()?;
    if file.metadata()?.nlink() == 0 { Err(io::Error::other("another process took it away")) } else { Ok(held) }
}

/// Reads what a file given to `--to` holds, without one trailing newline.
///
/// `None` if it is not there, is no regular file, or holds more than one secret can be. Never waits for a writer.
///
/// # Errors
///
/// Those of opening and reading it.
pub fn read_secret_file(path: &Path) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    match open_regular(path)? {
        Some((mut file, _)) => read_bounded(&mut file),
        None => Ok(None),
    }
}

/// Reads what a file given to `--to` holds that many secrets went to; `None` as [`read_secret_file`].
///
/// # Errors
///
/// Those of opening and reading it.
pub fn read_file_of(path: &Path, count: usize) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    /// No record of a secret is longer.
    const RECORD: usize = 16_384;
    let Some((mut file, length)) = open_regular(path)? else { return Ok(None) };
    let length = usize::try_from(length).ok().filter(|length| *length <= count.saturating_mul(RECORD));
    length.map(|length| read_to(&mut file, length)).transpose()
}

/// Opens a regular file, and says how long it is.
fn open_regular(path: &Path) -> io::Result<Option<(File, u64)>> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    // Looked at first, since opening a device can do things; opened with care, since it may be another one by now.
    let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_NOCTTY;
    let file = OpenOptions::new().read(true).custom_flags(flags.bits()).open(path)?;
    let found = file.metadata()?;
    Ok(found.is_file().then_some((file, found.len())))
}

fn refused(what: &str) -> Error {
    Error::delivery(nothing_made(what)).hint("name a file in a directory of your own")
}

#[cfg(test)]
mod tests;
