//! The small files beside the store that are ours alone: made 0600, never followed to elsewhere.

use std::fs::{File, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use nix::fcntl::OFlag;
use nix::unistd::Uid;

use super::guard::{check_file, look};
use crate::domain::error::{Error, Result};

/// Opens a file for reading and writing, and makes it where it is missing; never waits for the other end of a FIFO.
pub(super) fn open(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).mode(0o600).custom_flags((OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK).bits());
    let fault = |error| fault("open", path, &error);
    match options.clone().create_new(true).open(path) {
        Ok(file) => {
            // The umask may have taken bits from the owner too.
            file.set_permissions(Permissions::from_mode(0o600)).map_err(fault)?;
            return Ok(file);
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(fault(error)),
    }
    // Looked at twice: by name for the better words, opened for the truth.
    if let Some(found) = look(path)? {
        check_file(path, &found, Uid::effective())?;
    }
    let file = options.open(path).map_err(fault)?;
    check_file(path, &file.metadata().map_err(fault)?, Uid::effective())?;
    Ok(file)
}

/// What is said where there is no room.
pub(super) const FULL: &str = "the disk is full";

/// Makes the error for a file that could not be opened, written or removed.
pub(super) fn fault(action: &str, path: &Path, error: &std::io::Error) -> Error {
    let what = format!("cannot {action} `{}`", path.display());
    if matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
        return Error::store(FULL)
            .because(format!("{what}: {error}"))
            .hint("free some room where the store lies, then run it again");
    }
    let failed = Error::store(what).because(error.to_string());
    match error.kind() {
        ErrorKind::ReadOnlyFilesystem => {
            failed.hint("`findmnt` shows how the disk is mounted; `list` and `verify` go on")
        }
        ErrorKind::PermissionDenied => failed.hint("`ls -ld` on the store's directory shows who may write there"),
        _ => failed,
    }
}
