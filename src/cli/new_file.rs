//! New files for what is no secret and still nobody else's business: private from their first instant, in the
//! place of nothing but an earlier one of their own.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Read as _, Write};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use nix::unistd::Uid;
use tempfile::NamedTempFile;

use super::desk::Desk;
use crate::domain::error::Error;
use crate::render::emit::word;

/// How many bytes of a file are looked through for a mark.
const HEAD: u64 = 4096;

/// Writes to a new file, or to standard output where the path is `-`. A file that was not written whole is taken away. Where a
/// file is there that has a mark in its head, as an earlier one of these has, the new one takes its place once it is whole.
///
/// # Errors
/// `Conflict` where something else is at the path, `Usage` where nothing can be made there; those of `write`.
pub(super) fn write<T>(
    desk: &Desk<'_>,
    path: &Path,
    mark: &str,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    if path == Path::new("-") {
        let mut out = BufWriter::new(&desk.world.stdout);
        let written = write(&mut out)?;
        out.flush()?;
        return Ok(written);
    }
    if is_marked(path, mark) {
        return replace(path, write);
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

/// Says whether a regular file of ours has a mark in its head.
fn is_marked(path: &Path, mark: &str) -> bool {
    let is_ours =
        |found: &fs::Metadata| found.is_file() && found.nlink() == 1 && found.uid() == Uid::effective().as_raw();
    let mut head = Vec::new();
    fs::symlink_metadata(path).is_ok_and(|found| is_ours(&found))
        && File::open(path).is_ok_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok())
        && head.windows(mark.len()).any(|part| part == mark.as_bytes())
}

/// Writes beside a file what takes its place once it is whole.
fn replace<T>(path: &Path, write: impl FnOnce(&mut dyn Write) -> anyhow::Result<T>) -> anyhow::Result<T> {
    let directory = path.parent().filter(|directory| *directory != Path::new("")).unwrap_or(Path::new("."));
    let file = NamedTempFile::new_in(directory).map_err(|error| cannot("make a file beside", path, &error))?;
    let mut out = BufWriter::new(file);
    let written = write(&mut out).map_err(|error| match error.downcast::<io::Error>() {
        Ok(fault) => cannot("write", path, &fault).into(),
        Err(error) => error,
    })?;
    let file = out.into_inner().map_err(|error| cannot("write", path, error.error()))?;
    file.persist(path).map_err(|error| cannot("replace", path, &error.error))?;
    Ok(written)
}

fn make(path: &Path) -> Result<File, Error> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let file = made.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::conflict(format!("`{}` is already there", path.display()))
            .because("only a file that was written by the same command before is replaced")
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
