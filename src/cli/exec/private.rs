//! A private directory for the file that a secret is handed over in: its owner's alone, and gone with the command.
//!
//! It is held locked by `exec` and by the command, so that what a killed one left can be told from what is in use.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use nix::fcntl::{FcntlArg, FdFlag, OFlag, fcntl};
use nix::unistd::Uid;
use tempfile::{Builder, TempDir};

use crate::cli::delivery::FileSink;
use crate::cli::world::Environment;
use crate::domain::error::{Error, Result};

/// Where temporary files are made if nothing says so.
const DEFAULT: &str = "/tmp";

/// What the names of the directories begin with.
const PREFIX: &str = "tokctl-exec-";

/// How many directories of others are looked at, where there are many.
const MOST: usize = 256;

/// A directory with one file in it.
pub(super) struct Private {
    directory: TempDir,
    file: PathBuf,
    /// Says to others that it is in use. Given up last.
    _held: File,
}

impl Private {
    /// Makes the directory, and in it a file that holds these bytes.
    ///
    /// # Errors
    /// `Delivery` if they cannot be made, or anybody else could put something in their place.
    pub(super) fn make(environment: &Environment, name: &str, bytes: &[u8]) -> Result<Self> {
        let base = base(environment)?;
        let only_mine = Permissions::from_mode(0o700);
        let made = Builder::new().prefix(PREFIX).permissions(only_mine.clone()).tempdir_in(&base);
        // A umask may have taken the owner's own rights.
        let made = made.and_then(|made| fs::set_permissions(made.path(), only_mine).map(|()| made));
        let cannot = |error: io::Error| {
            Error::delivery("no private directory could be made for the secret, so no token was made")
                .because(format!("in {}: {error}", base.display()))
                .hint("let the variable TMPDIR name a directory of your own")
        };
        let directory = made.map_err(cannot)?;
        let held = match hold(directory.path()) {
            Ok(held) => held,
            Err(error) => {
                remove_empty(directory);
                return Err(cannot(error));
            }
        };
        let file = directory.path().join(name);
        if let Err(error) = FileSink::new(&file).hand_over(bytes) {
            remove_empty(directory);
            return Err(error);
        }
        Ok(Self { directory, file, _held: held })
    }

    /// Returns the path of the directory.
    pub(super) fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Returns the path of the file.
    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// Removes it, with whatever the command has put there; says what stays behind.
    pub(super) fn remove(self) -> Option<String> {
        let shown = self.directory.path().display().to_string();
        self.directory.close().err().map(|error| format!("{shown} could not be removed: {error}"))
    }
}

/// Removes one that is empty: to do so takes no descriptor, of which there may be none left.
fn remove_empty(directory: TempDir) {
    fs::remove_dir(directory.keep()).ok();
}

/// Holds a directory; whoever is started meanwhile holds it too, and longer than this process where that is killed.
fn hold(directory: &Path) -> io::Result<File> {
    let held = open(directory)?;
    held.try_lock()?;
    fcntl(&held, FcntlArg::F_SETFD(FdFlag::empty()))?;
    Ok(held)
}

fn open(directory: &Path) -> io::Result<File> {
    let flags = OFlag::O_DIRECTORY | OFlag::O_NOFOLLOW;
    OpenOptions::new().read(true).custom_flags(flags.bits()).open(directory)
}

/// Removes what killed ones left: directories of this user that nobody holds and that hold something. What cannot be
/// removed is left to the next.
pub(super) fn clear_up(environment: &Environment) {
    let Ok(entries) = base(environment).and_then(|base| fs::read_dir(base).map_err(|_| Error::failed(""))) else {
        return;
    };
    let is_ours = |name: &OsStr| name.as_bytes().starts_with(PREFIX.as_bytes());
    let named = entries.flatten().filter(|entry| is_ours(&entry.file_name()));
    for entry in named.take(MOST) {
        remove_left(&entry.path()).ok();
    }
}

fn remove_left(path: &Path) -> io::Result<()> {
    let directory = open(path)?;
    let found = directory.metadata()?;
    if found.uid() != Uid::current().as_raw() || found.mode() & 0o7777 != 0o700 {
        return Ok(());
    }
    // Until the end: it is given back where the descriptor is closed.
    directory.try_lock()?;
    let there = fs::symlink_metadata(path)?;
    // One that is empty may have been made this very moment, and be held in the next.
    let is_left = (there.dev(), there.ino()) == (found.dev(), found.ino()) && fs::read_dir(path)?.next().is_some();
    if is_left { fs::remove_dir_all(path) } else { Ok(()) }
}

/// Returns the directory to make it in: the session's own, if there is a sound one, or that of temporary files.
fn base(environment: &Environment) -> Result<PathBuf> {
    let named = |variable: &Option<PathBuf>| variable.clone().filter(|path| path.is_absolute());
    if let Some(session) = named(&environment.runtime_directory).filter(|path| flaw(path).is_none()) {
        return Ok(session);
    }
    if let Some(relative) = environment.temporary_directory.as_ref().filter(|path| path.is_relative())
        && !relative.as_os_str().is_empty()
    {
        return Err(Error::delivery("there is no safe place for the secret's file, so no token was made")
            .because(format!("the variable TMPDIR is `{}`, which is no absolute path", relative.display()))
            .hint("let the variable TMPDIR name a directory of your own, from `/` on"));
    }
    let temporary = named(&environment.temporary_directory).unwrap_or_else(|| DEFAULT.into());
    match flaw(&temporary) {
        None => Ok(temporary),
        Some(why) => Err(Error::delivery("there is no safe place for the secret's file, so no token was made")
            .because(format!("{} {why}", temporary.display()))
            .hint("let the variable TMPDIR name a directory of your own")),
    }
}

/// Says why others could put a directory of theirs in the place of one that is made there.
fn flaw(path: &Path) -> Option<&'static str> {
    let Ok(found) = fs::metadata(path) else { return Some("is not there") };
    let (mode, owner) = (found.mode(), found.uid());
    let (others_write, is_sticky) = (mode & 0o022 != 0, mode & 0o1000 != 0);
    if !found.is_dir() {
        Some("is no directory")
    } else if owner != 0 && owner != Uid::current().as_raw() {
        Some("belongs to somebody else")
    } else if others_write && !is_sticky {
        Some("can be written by others")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_temporary(path: &Path) -> Environment {
        Environment { temporary_directory: Some(path.to_owned()), ..Environment::default() }
    }

    #[test]
    fn the_file_is_its_owners_alone_and_goes_with_its_directory() {
        let base = tempfile::tempdir().unwrap();
        let made = Private::make(&in_temporary(base.path()), "token", b"words").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o7777;
        assert_eq!((mode(made.directory()), mode(made.file())), (0o700, 0o600));
        assert_eq!(fs::read(made.file()).unwrap(), b"words");
        assert_eq!(made.directory().parent().unwrap(), base.path());
        fs::create_dir(made.directory().join("more")).unwrap();
        fs::write(made.directory().join("more/of-it"), "").unwrap();
        assert_eq!(made.remove(), None);
        assert_eq!(fs::read_dir(base.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_a_killed_one_left_goes_with_the_next_and_what_is_in_use_stays() {
        let base = tempfile::tempdir().unwrap();
        let environment = in_temporary(base.path());
        let used = Private::make(&environment, "token", b"words").unwrap();
        let with = |name: &str, mode: u32| {
            let path = base.path().join(name);
            fs::create_dir(&path).unwrap();
            fs::write(path.join("token"), "words").unwrap();
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            path
        };
        let (left, open, other) = (with("tokctl-exec-a", 0o700), with("tokctl-exec-b", 0o755), with("mine", 0o700));
        let (fresh, link) = (base.path().join("tokctl-exec-c"), base.path().join("tokctl-exec-d"));
        fs::create_dir(&fresh).unwrap();
        fs::set_permissions(&fresh, Permissions::from_mode(0o700)).unwrap();
        std::os::unix::fs::symlink(&other, &link).unwrap();
        clear_up(&environment);
        assert!(!left.exists(), "nobody holds it");
        for stays in [used.file(), &open.join("token"), &other.join("token"), &fresh, &link.join("token")] {
            assert!(stays.exists(), "{}", stays.display());
        }
        assert_eq!(used.remove(), None);
    }

    #[test]
    fn the_session_comes_first_and_only_what_others_cannot_change_is_taken() {
        let home = tempfile::tempdir().unwrap();
        let with_mode = |name: &str, mode: u32| {
            let path = home.path().join(name);
            fs::create_dir(&path).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            path
        };
        let (session, temporary) = (with_mode("session", 0o700), with_mode("temporary", 0o1777));
        let (open, missing) = (with_mode("open", 0o777), home.path().join("missing"));
        let of = |session: &Path, temporary: &Path| {
            base(&Environment { runtime_directory: Some(session.to_owned()), ..in_temporary(temporary) })
        };
        assert_eq!(of(&session, &temporary).unwrap(), session);
        for unfit in [&open, &missing, Path::new("session"), Path::new("")] {
            assert_eq!(of(unfit, &temporary).unwrap(), temporary, "{}", unfit.display());
        }
        assert!(of(&missing, &open).unwrap_err().why.unwrap().ends_with("open can be written by others"));
        assert!(of(&missing, &missing).unwrap_err().why.unwrap().ends_with("missing is not there"));
        assert_eq!(base(&Environment::default()).unwrap(), Path::new(DEFAULT));
        let relative = of(&missing, Path::new("tmp")).unwrap_err();
        assert_eq!(relative.why.as_deref(), Some("the variable TMPDIR is `tmp`, which is no absolute path"));
        assert_eq!(of(&missing, Path::new("")).unwrap(), Path::new(DEFAULT));
        let error = Private::make(&in_temporary(&open), "token", b"").err().unwrap();
        assert_eq!(error.code, crate::domain::error::Code::Delivery);
    }
}
