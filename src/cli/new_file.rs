//! New files for what is no secret and still nobody else's business: private from their first instant, never in the place
//! of another.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use super::desk::Desk;
use crate::domain::error::Error;
use crate::render::emit::word;

/// Writes to a new file, or to standard output where the path is `-`. A file that was not written whole is taken away.
///
/// # Errors
/// `Conflict` where something is at the path, `Usage` where nothing can be made there; those of `write`.
pub(super) fn write<T>(
    desk: &Desk<'_>,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    if path == Path::new("-") {
        let mut out = BufWriter::new(&desk.world.stdout);
        let written = write(&mut out)?;
        out.flush()?;
        return Ok(written);
    }
    let mut out = BufWriter::new(make(path)?);
    let whole = write(&mut out).and_then(|written| {
        out.flush().map_err(|error| cannot("write", path, &error))?;
        Ok(written)
    });
    if whole.is_err() {
        fs::remove_file(path).ok();
    }
    // A full disk is no reader that went away.
    whole.map_err(|error| match error.downcast::<io::Error>() {
        Ok(fault) => cannot("write", path, &fault).into(),
        Err(error) => error,
    })
}

fn make(path: &Path) -> Result<File, Error> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let file = made.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::conflict(format!("`{}` is already there", path.display()))
            .hint("name a new file, or `-` for standard output"),
        kind => {
            let error = Error { code: crate::domain::error::Code::Usage, ..cannot("make", path, &error) };
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            match parent.filter(|_| kind == ErrorKind::NotFound) {
                Some(parent) => error.hint(format!("`mkdir {}` makes its directory", word(&parent.to_string_lossy()))),
                None => error.hint("name a file in a directory that you can write, or `-` for standard output"),
            }
        }
    })?;
    // The umask may have taken bits from the owner too.
    file.set_permissions(Permissions::from_mode(0o600)).map_err(|error| cannot("make", path, &error))?;
    Ok(file)
}

fn cannot(action: &str, path: &Path, error: &io::Error) -> Error {
    Error::failed(format!("cannot {action} `{}`", path.display())).because(error.to_string())
}
