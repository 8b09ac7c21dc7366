//! Putting other content in the place of a store's, all of it or nothing.
//!
//! A store that can be read is overwritten by the engine itself, in one transaction: whoever reads meanwhile goes on
//! reading what was there, and no log is ever paired with another file. Only where nothing can be read, or nothing is
//! there, a file is put in the place of another.

pub(super) mod marker;

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::engine::{self, Purpose};
use super::place::Place;
use super::private::fault;
use super::{copying, founding};
use crate::domain::error::{Code, Error, Result};

/// Overwrites a store with the content of another file in one transaction; says whether its log could be emptied then.
///
/// The lock is held by the caller. `is_unchanged` is asked when no other program can write any more.
pub(super) fn overwrite(
    place: &Place,
    content: &Connection,
    is_unchanged: impl FnOnce() -> Result<bool>,
) -> Result<bool> {
    let mut store = engine::open(place, Purpose::Write)?;
    {
        let copy = Backup::new(content, &mut store)?;
        // No page yet: this takes the right to write, and waits for it.
        step(&copy, 0)?;
        if !is_unchanged()? {
            return Err(Error::store("another program wrote to the store meanwhile")
                .because("what it wrote would have been lost")
                .hint("run it again; nothing but tokctl should write to the store"));
        }
        step(&copy, -1)?;
    }
    // As it should be already, unless somebody changed it.
    store.execute_batch("PRAGMA journal_mode = WAL;").ok();
    let is_empty = engine::checkpoint(&store).unwrap_or(false);
    engine::leave(store);
    Ok(is_empty)
}

fn step(copy: &Backup<'_, '_>, pages: i32) -> Result<()> {
    match copy.step(pages)? {
        StepResult::Done => Ok(()),
        StepResult::More if pages == 0 => Ok(()),
        StepResult::Busy | StepResult::Locked => {
            Err(Error::store("the store is locked").hint("another program holds it; try again when it is done"))
        }
        _ => Err(Error::failed("the engine did not copy the whole file")),
    }
}

/// Puts a finished file in the place of a store where there is none.
pub(super) fn put(place: &Place, finished: &Path) -> Result<()> {
    let failed = |error: io::Error| fault("make the store in", place.directory(), &error);
    File::open(finished).and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(finished, place.database()).map_err(failed)?;
    sync(place).map_err(failed)
}

/// Puts a finished file in the place of a store that cannot be read, and keeps that one under other names, unless a restore
/// that was cut off did so already. What fails on the way is undone.
///
/// Its log goes before the new file comes: read into that, it would spoil it.
pub(super) fn replace(place: &Place, finished: &Path, kept: &Place, is_kept: bool) -> Result<()> {
    if !is_kept {
        keep(place, kept)?;
        if let Err(error) = marker::lay(place, kept) {
            return Err(if marker::is_there(place) { undone(place, kept, error) } else { error });
        }
    }
    match finish(place, finished) {
        Ok(()) => Ok(()),
        // Its last step was taken, and may not outlast a power cut.
        Err(error) if !marker::is_there(place) => {
            let what = "the store was restored, but that could not be synced".to_owned();
            let why = error.why.unwrap_or(error.what);
            let error = Error::new(Code::Uncertain, what).because(why);
            Err(kept_apart(kept, error, "`tokctl store info` tells what is there, once the disk is as it should be"))
        }
        Err(error) if is_kept => Err(lost(kept, error)),
        Err(error) => Err(undone(place, kept, error)),
    }
}

fn finish(place: &Place, finished: &Path) -> Result<()> {
    for path in place.sidecars() {
        copying::remove(&path)?;
    }
    sync(place).map_err(|error| fault("replace the store in", place.directory(), &error))?;
    put(place, finished)
}

/// Puts the store that was kept back into its place; returns the error of what failed, and says where it is otherwise.
fn undone(place: &Place, kept: &Place, error: Error) -> Error {
    let is_back = copy(&kept.log(), &place.log()).and_then(|()| {
        fs::rename(kept.database(), place.database()).map_err(|error| fault("keep", place.database(), &error))
    });
    if is_back.is_err() {
        return lost(kept, error);
    }
    // Until that is on the disk, the marker and the copy that it names are.
    sync(place).ok();
    copying::remove(&kept.log()).ok();
    error
}

/// The error where nothing but the copy is left of the store.
fn lost(kept: &Place, error: Error) -> Error {
    kept_apart(kept, error, "`tokctl store restore FILE` again: it asks that copy what was revoked")
}

fn kept_apart(kept: &Place, error: Error, hint: &str) -> Error {
    let why = error.why.as_ref().map_or_else(String::new, |why| format!("{why}; "));
    let kept = kept.database().display();
    error.because(format!("{why}the store that was there is kept in `{kept}`")).hint(hint)
}

/// Copies a store that cannot be read byte by byte, its log first; a copy gets its name when it is whole.
fn keep(place: &Place, kept: &Place) -> Result<()> {
    copy(&place.log(), &kept.log())?;
    copy(place.database(), kept.database())
}

/// Copies a file, if it is there.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let partial = copying::partial(to);
    let copied = File::open(from).and_then(|mut source| {
        let mut copy = File::options().write(true).create_new(true).mode(0o600).open(&partial)?;
        copy.set_permissions(Permissions::from_mode(0o600))?;
        io::copy(&mut source, &mut copy)?;
        copy.sync_all()?;
        fs::rename(&partial, to)
    });
    match copied {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            fs::remove_file(&partial).ok();
            Err(fault("keep", from, &error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

fn sync(place: &Place) -> io::Result<()> {
    File::open(place.directory()).and_then(|directory| directory.sync_all())
}

/// Removes what was built for an exchange.
pub(super) fn clear(place: &Place) {
    founding::sweep_unfinished(place);
}
