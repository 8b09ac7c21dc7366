//! A directory as the place where secrets go: each into a new file of its own, all of them safe on disk before any is alive.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use nix::fcntl::OFlag;
use nix::unistd::{AccessFlags, Uid, access};
use zeroize::Zeroizing;

use super::fault::{dead, nothing_made};
use super::fresh::{self, Identity};
use crate::domain::error::{Error, Result};

/// So many files are synced one by one; more of them at once, with all else that their file system has to write.
const FEW: usize = 16;

const GROUP: &str = "a group can write the directory, and take files out of it";

/// Writes secrets into files of its own making, in one directory.
#[derive(Debug)]
pub struct DirectorySink {
    path: PathBuf,
    made: Option<Made>,
}

/// Keeps what was made, so that nothing else is ever taken away under the same name.
#[derive(Debug)]
struct Made {
    directory: File,
    /// Whether the directory itself was made, too.
    is_new: bool,
    files: Vec<(OsString, Identity)>,
}

/// A file to be: its name, and what it holds.
pub type Parcel = (String, Zeroizing<Vec<u8>>);

impl DirectorySink {
    /// Names the directory; it is made, where it is not there, when secrets are handed over.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), made: None }
    }

    /// Refuses a path where no directory of one's own is or can be made; warns where a group can write it.
    ///
    /// # Errors
    ///
    /// `Usage` if something else is there, or nothing that it could be made in, `Delivery` if it belongs to somebody else,
    /// is open to others for writing, or cannot be written.
    pub fn check(&self) -> Result<Option<&'static str>> {
        let shown = self.path.display();
        if self.path == Path::new("-") {
            return Err(
                Error::usage(nothing_made("`--to-dir -` names no directory")).hint("a directory of that name is `./-`")
            );
        }
        match fs::metadata(&self.path) {
            Ok(found) => {
                if !found.is_dir() {
                    return Err(Error::usage(nothing_made(format!("`{shown}` is not a directory"))));
                }
                self.check_own(found.uid(), found.mode())?;
                // Reading is for syncing it, which needs it open.
                access(&self.path, AccessFlags::R_OK | AccessFlags::W_OK | AccessFlags::X_OK).map_err(|errno| {
                    refused(&format!("the directory `{shown}` cannot be read and written")).because(errno.desc())
                })?;
                Ok((found.mode() & 0o020 != 0).then_some(GROUP))
            }
            Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(&self.path).is_err() => {
                let parent = self.parent();
                match fs::metadata(parent) {
                    Ok(found) if found.is_dir() => Ok(None),
                    _ => Err(Error::usage(nothing_made(format!("there is no directory `{}`", parent.display())))
                        .hint(format!("`mkdir -p -m 700 {shown}` makes it"))),
                }
            }
            Err(error) => Err(refused(&format!("`{shown}` cannot be looked at")).because(error.to_string())),
        }
    }

    /// Refuses the names of files that are there already.
    ///
    /// # Errors
    ///
    /// `Conflict` for the first of them.
    pub fn check_names(&self, names: impl IntoIterator<Item = String>) -> Result<()> {
        let taken = names.into_iter().find(|name| self.path.join(name).symlink_metadata().is_ok());
        taken.map_or(Ok(()), |name| Err(self.taken(&name)))
    }

    /// Makes so many files, and syncs them and their directory. What fails is to be taken back by [`Self::withdraw`].
    ///
    /// # Errors
    ///
    /// `Conflict` if a name is taken, `Delivery` for all else, and those of the parcels.
    pub fn hand_over(&mut self, count: usize, parcels: impl Iterator<Item = Result<Parcel>>) -> Result<()> {
        let made = self.open()?;
        let path = &self.path;
        let Made { directory, is_new, files } = self.made.insert(made);
        for parcel in parcels {
            let (name, bytes) = parcel?;
            let unwritten =
                |error: &io::Error| dead(format!("`{}` could not be written: {error}", path.join(&name).display()));
            let file = match fresh::create(directory, name.as_ref()) {
                Ok(file) => file,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(taken(path, &name)),
                Err(error) => return Err(unwritten(&error)),
            };
            let identity = Identity::of(&file).map_err(|error| unwritten(&error))?;
            files.push((name.clone().into(), identity));
            let written = fresh::check_private(&file).and_then(|()| (&file).write_all(&bytes));
            let synced = written.and_then(|()| if is_synced_alone(count) { file.sync_all() } else { Ok(()) });
            synced.map_err(|error| unwritten(&error))?;
        }
        let synced = if is_synced_alone(count) { Ok(()) } else { sync_all_of(directory) };
        let synced = synced.and_then(|()| directory.sync_all());
        let synced = synced.and_then(|()| if *is_new { File::open(parent_of(path))?.sync_all() } else { Ok(()) });
        synced.map_err(|error| dead(format!("`{}` could not be synced: {error}", path.display())))
    }

    /// Removes the files that were made here and still have their names, and the directory if it was made too; says what
    /// stays behind.
    pub fn withdraw(&mut self) -> Option<String> {
        let made = self.made.take()?;
        let stays = |(name, identity): &&(OsString, Identity)| {
            !matches!(fresh::remove(&made.directory, &self.path.join(name), *identity), Ok(true))
        };
        let left = made.files.iter().filter(stays).count();
        if left > 0 {
            return Some(format!(
                "{left} of the files made in `{}` could not be removed, and hold dead secrets",
                self.path.display()
            ));
        }
        if made.is_new {
            // Whoever put something else into it keeps it.
            fs::remove_dir(&self.path).ok();
        }
        None
    }

    /// Opens the directory, or makes it.
    fn open(&self) -> Result<Made> {
        let cannot = |error: &io::Error| {
            refused(&format!("the directory `{}` cannot be used", self.path.display())).because(error.to_string())
        };
        let is_new = match DirBuilder::new().mode(0o700).create(&self.path) {
            Ok(()) => true,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
            Err(error) => return Err(cannot(&error)),
        };
        let open = || -> io::Result<File> {
            if is_new {
                // The umask may have taken the owner's own rights.
                fs::set_permissions(&self.path, Permissions::from_mode(0o700))?;
            }
            OpenOptions::new().read(true).custom_flags(OFlag::O_DIRECTORY.bits()).open(&self.path)
        };
        let opened = open().and_then(|directory| Ok((directory.metadata()?, directory)));
        match opened {
            Ok((found, directory)) => {
                // Looked at once more, since it may be another one by now.
                self.check_own(found.uid(), found.mode())?;
                Ok(Made { directory, is_new, files: Vec::new() })
            }
            Err(error) => {
                if is_new {
                    fs::remove_dir(&self.path).ok();
                }
                Err(cannot(&error))
            }
        }
    }

    /// Whoever can write a directory can take files out of it, and put others in their places.
    fn check_own(&self, owner: u32, mode: u32) -> Result<()> {
        let shown = self.path.display();
        if owner != Uid::effective().as_raw() {
            return Err(refused(&format!("the directory `{shown}` belongs to somebody else")));
        }
        if mode & 0o002 != 0 {
            return Err(Error::delivery(nothing_made(format!("others can write the directory `{shown}`")))
                .hint(format!("`chmod o-w {shown}` ends that, or name another one")));
        }
        Ok(())
    }

    fn parent(&self) -> &Path {
        parent_of(&self.path)
    }

    fn taken(&self, name: &str) -> Error {
        taken(&self.path, name)
    }
}

fn parent_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn taken(path: &Path, name: &str) -> Error {
    Error::conflict(nothing_made(format!("`{}` is already there", path.join(name).display())))
        .because("`--to-dir` makes new files and never writes into one that is there")
        .hint("name another directory, or move that file away")
}

fn refused(what: &str) -> Error {
    Error::delivery(nothing_made(what)).hint("name a directory of your own, or one that is not there yet")
}

/// Says whether so many files are synced one by one.
fn is_synced_alone(count: usize) -> bool {
    count <= FEW || !cfg!(target_os = "linux")
}

/// Syncs all that was written to a file system; since Linux 5.8 it fails where any of that could not be written.
#[cfg(target_os = "linux")]
fn sync_all_of(directory: &File) -> io::Result<()> {
    Ok(nix::unistd::syncfs(directory)?)
}

/// Elsewhere files are synced one by one.
#[cfg(not(target_os = "linux"))]
fn sync_all_of(_directory: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
