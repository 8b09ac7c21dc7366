//! The files of a store: their owners and modes, what lies beside them, and the room that is kept.

use std::path::PathBuf;

use nix::unistd::Uid;

use crate::domain::defect::{Defect, Sort};
use crate::domain::error::{Error, Result};
use crate::store::copying::partials;
use crate::store::guard::{check_directory, check_file, check_file_system, look as seen};
use crate::store::place::Place;
use crate::store::reserve;
use crate::store::shell::quoted;

/// Looks at every file that belongs to a store.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) where the store is not there, or is none that the caller may open.
pub(super) fn look(place: &Place, caller: Uid, allow_network: bool) -> Result<Vec<Defect>> {
    let found = seen(place.database())?.ok_or_else(|| place.missing())?;
    let opened = place.check(caller, allow_network);
    // A file of another user, or what is none, is not opened whatever is to be found out; the rest is told and gone past.
    if !found.is_file() || found.len() == 0 || std::os::unix::fs::MetadataExt::uid(&found) != caller.as_raw() {
        opened?;
    }
    let mut defects = Vec::new();
    let mut files = vec![place.database().to_owned(), place.lock(), place.reserve()];
    files.extend(place.sidecars());
    for path in files {
        if let Some(found) = seen(&path)? {
            defects.extend(check_file(&path, &found, caller).err().map(|error| told(&path, error)));
        }
    }
    defects.extend(directory(place, caller, allow_network)?);
    defects.extend(leftovers(place)?);
    defects.extend(room(place));
    Ok(defects)
}

/// Makes a defect of the error that every other command would stop at.
fn told(path: &std::path::Path, error: Error) -> Defect {
    let about = path.display().to_string();
    let what = error.what.strip_prefix(&format!("`{about}` ")).unwrap_or(&error.what).to_owned();
    let mend = error.hint.unwrap_or_else(|| error.why.unwrap_or_default());
    Defect::new(Sort::Files, about, what, mend)
}

fn directory(place: &Place, caller: Uid, allow_network: bool) -> Result<Vec<Defect>> {
    let path = place.directory();
    let Some(found) = seen(path)? else { return Ok(Vec::new()) };
    let mut defects = Vec::new();
    match check_directory(path, &found, caller) {
        Ok(None) => {}
        Ok(Some(warning)) => {
            let mend = format!("chmod 700 {}", quoted(path));
            defects.push(Defect::new(Sort::Directory, path.display().to_string(), warning, mend));
        }
        Err(error) => defects.push(told(path, error)),
    }
    if !allow_network {
        defects.extend(check_file_system(path).err().map(|error| told(path, error)));
    }
    Ok(defects)
}

/// Finds what a killed command left, and what belongs to no store of ours.
fn leftovers(place: &Place) -> Result<Vec<Defect>> {
    let building = [".new", ".new-wal", ".new-shm", ".new-journal", ".marker"].map(|ending| place.beside(ending));
    let journal = place.beside("-journal");
    let mut defects = Vec::new();
    let mut tell = |path: PathBuf, what: &str| -> Result<()> {
        if seen(&path)?.is_some() {
            let mend = format!("rm {}", quoted(&path));
            defects.push(Defect::new(Sort::Leftover, path.display().to_string(), what, mend));
        }
        Ok(())
    };
    for path in building.into_iter().chain(partials(place)?) {
        tell(path, "was left by a command that was killed, or is being written by another right now")?;
    }
    tell(journal, "is a journal that tokctl never makes")?;
    Ok(defects)
}

fn room(place: &Place) -> Option<Defect> {
    let path = place.reserve();
    let kib = reserve::SIZE / 1024;
    match reserve::is_there(place) {
        Ok(true) => None,
        // What lies there was told of above.
        Err(_) => None,
        Ok(false) => Some(Defect::new(
            Sort::Reserve,
            path.display().to_string(),
            "is not there in full: on a full disk nothing could be revoked",
            format!("free {kib} KiB where the store lies; then `tokctl store init`, or any change, makes it"),
        )),
    }
}
