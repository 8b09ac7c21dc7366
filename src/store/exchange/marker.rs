//! What lies in the store's place while a store that could not be read is being replaced: nothing that any program takes
//! for a store, so that a killed restore leaves a place that is refused, and never one that looks free.
//!
//! It names the copy that was kept, which alone can still tell what was revoked.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use nix::unistd::Uid;

use crate::domain::error::{Error, Result};
use crate::store::copying;
use crate::store::place::{Origin, Place};
use crate::store::private::{self, fault};
use crate::store::shell::quoted;

const WORDS: &[u8] = b"A restore of this store was cut off. Run `tokctl store restore` again.\nIt is kept in ";

/// The longest name that a file can have, and the end of the line.
const LONGEST_NAME: u64 = 256;

/// Puts the marker in the place of a store that is kept.
pub(super) fn lay(place: &Place, kept: &Place) -> Result<()> {
    let failed = |error: io::Error| fault("replace the store in", place.directory(), &error);
    let marker = place.beside(".marker");
    copying::remove(&marker)?;
    let file = private::open(&marker)?;
    let name = kept.database().file_name().unwrap_or_default();
    let words = [WORDS, name.as_bytes(), b"\n"].concat();
    (&file).write_all(&words).and_then(|()| file.sync_all()).map_err(failed)?;
    fs::rename(&marker, place.database()).and_then(|()| super::sync(place)).map_err(failed)
}

/// Says whether a restore that replaced a store which could not be read was cut off in the middle.
pub(in crate::store) fn is_there(place: &Place) -> bool {
    named(place).is_some()
}

/// Returns the copy that was kept by a restore that was cut off; `None`: none was.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) where that copy is not there, or may not be used.
pub(in crate::store) fn kept(place: &Place, allow_network: bool) -> Result<Option<Place>> {
    let Some(name) = named(place) else { return Ok(None) };
    let start = [place.database().file_name().unwrap_or_default().as_bytes(), b".damaged-"].concat();
    let path = place.directory().join(OsStr::from_bytes(&name));
    if !name.starts_with(&start) || name.contains(&b'/') || fs::symlink_metadata(&path).is_err() {
        return Err(gone(place, &path));
    }
    let kept = Place::new(&path, Origin::Argument)?;
    kept.check(Uid::effective(), allow_network)?;
    Ok(Some(kept))
}

/// Without that copy nobody can say what was revoked, and who goes on without it has to say so.
fn gone(place: &Place, path: &Path) -> Error {
    let error = Error::store("a restore of the store was cut off, and the store that it kept is not there").hint(
        format!("put it back; or without it, so that what was revoked comes alive: rm {}", quoted(place.database())),
    );
    let is_named = path != place.directory();
    if is_named { error.because(format!("it was kept in `{}`", path.display())) } else { error }
}

fn named(place: &Place) -> Option<Vec<u8>> {
    let found = fs::symlink_metadata(place.database()).ok()?;
    if !found.is_file() || found.len() > WORDS.len() as u64 + LONGEST_NAME {
        return None;
    }
    let bytes = fs::read(place.database()).ok()?;
    let name = bytes.strip_prefix(WORDS)?;
    Some(name.strip_suffix(b"\n").unwrap_or(name).to_vec())
}
