//! New files: private from their first instant, and taken away again only as long as they are the ones that were made.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::time::SystemTime;

use nix::fcntl::{OFlag, openat};
use nix::sys::stat::Mode;
use nix::unistd::{UnlinkatFlags, unlinkat};

/// Tells a file from all others, those included that come after it: the number of one that is gone is given again, but
/// not with the same instant of its making, where the file system keeps that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
    made_at: Option<SystemTime>,
}

impl Identity {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        Ok(Self::found(&file.metadata()?))
    }

    fn found(found: &Metadata) -> Self {
        Self { device: found.dev(), inode: found.ino(), made_at: found.created().ok() }
    }
}

/// Makes a file that only its owner can read, where no file of that name is.
pub(super) fn create(directory: &File, name: &OsStr) -> io::Result<File> {
    let flags = OFlag::O_CREAT | OFlag::O_EXCL | OFlag::O_NOFOLLOW | OFlag::O_WRONLY | OFlag::O_CLOEXEC;
    Ok(File::from(openat(directory, name, flags, Mode::S_IRUSR | Mode::S_IWUSR)?))
}

/// Makes sure that a new file is its owner's alone, whatever the umask or the file system did to it.
pub(super) fn check_private(file: &File) -> io::Result<()> {
    let mode = file.metadata()?.mode();
    if mode & 0o077 != 0 {
        return Err(io::Error::other("the file system leaves new files open to others"));
    }
    if mode & 0o600 != 0o600 {
        // The umask took the owner's own rights; adding them opens it to nobody else.
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Removes a file in a directory that is open; says whether the one at the path was still the one that is meant.
pub(super) fn remove(directory: &File, path: &Path, meant: Identity) -> io::Result<bool> {
    if Identity::found(&fs::symlink_metadata(path)?) != meant {
        return Ok(false);
    }
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    unlinkat(directory, name, UnlinkatFlags::NoRemoveDir)?;
    Ok(true)
}
