//! A backup on its way in: copied first, so that what was looked at is what is taken, and told of in its own name.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;

use nix::fcntl::OFlag;
use nix::unistd::Uid;

use crate::domain::error::{Error, Result};
use crate::store::engine;
use crate::store::guard::{check_private, look};
use crate::store::place::Place;
use crate::store::private::{self, fault};

/// Copies a backup, as it is at this instant, into a new private file. Says whether it is a store's own file: one in use
/// says of itself that it has a log, a backup that it has none.
pub(super) fn fetch(backup: &Place, building: &Path) -> Result<bool> {
    let path = backup.database();
    let found = look(path)?.ok_or_else(|| backup.missing())?;
    check_private(path, &found, Uid::effective())?;
    for sidecar in backup.sidecars() {
        if look(&sidecar)?.is_some_and(|found| found.len() > 0) {
            return Err(Error::store(format!("`{}` lies beside the backup", sidecar.display()))
                .because("so it is a store in use, or was copied while it was: the file alone is not all of it")
                .hint("`tokctl store backup FILE` makes a backup that is one file"));
        }
    }
    let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK;
    let open = OpenOptions::new().read(true).custom_flags(flags.bits()).open(path);
    let mut source = open.map_err(|error| fault("open", path, &error))?;
    check_private(path, &source.metadata().map_err(|error| fault("look at", path, &error))?, Uid::effective())?;
    let copy: File = private::open(building)?;
    let mut mode = [0; 2];
    // The format's version for writing and for reading. Source: SQLite, "Database File Format", 1.3.
    io::copy(&mut source, &mut &copy)
        .and_then(|_| copy.sync_all())
        .and_then(|()| copy.read_at(&mut mode, 18))
        .map_err(|error| fault("copy", path, &error))?;
    Ok(mode == [2, 2])
}

/// The error for a file of which not even the first page can be read.
pub(super) fn unreadable(called: &str, error: Error) -> Error {
    Error::store(format!("{called} cannot be read")).because(error.why.unwrap_or(error.what))
}

/// Says of a backup what is said of a store.
pub(super) fn of_backup(called: &str, error: Error) -> Error {
    if engine::is_damage(&error) {
        return unreadable(called, error);
    }
    let what = error.what.replace("this store", called).replace("this file", called);
    let hint = error.hint.filter(|_| what.contains("newer")).map(|_| "use that newer tokctl".to_owned());
    Error { what, hint, ..error }
}
