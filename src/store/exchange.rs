//! Putting other content in the place of a store's, all of it or nothing.
//!
//! A store that can be read is overwritten by the engine itself, in one transaction: whoever reads meanwhile goes on
//! reading what was there, and no log is ever paired with another file. Only where nothing can be read, or nothing is
//! there, a file is put in the place of another.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::engine::{self, Purpose};
use super::place::Place;
use super::private::{self, fault};
use super::{copying, founding};
use crate::domain::error::{Error, Result};

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

/// What lies in the store's place while a store that could not be read is being replaced: nothing that any program takes
/// for a store, so that a killed restore leaves a place that is refused, and never one that looks free.
const UNDER_WAY: &[u8] = b"A restore of this store was cut off. Run `tokctl store restore` again.\n";

/// Says whether a restore that replaced a store which could not be read was cut off in the middle.
pub(super) fn was_cut_off(place: &Place) -> bool {
    let is_so_short = fs::symlink_metadata(place.database()).is_ok_and(|found| found.len() == UNDER_WAY.len() as u64);
    is_so_short && fs::read(place.database()).is_ok_and(|found| found == UNDER_WAY)
}

/// Puts a finished file in the place of a store that cannot be read, and keeps that one under other names.
///
/// Its log goes before the new file comes: read into that, it would spoil it.
pub(super) fn replace(place: &Place, finished: &Path, kept: &Place) -> Result<()> {
    let failed = |error: io::Error| fault("replace the store in", place.directory(), &error);
    keep(place, kept)?;
    let marker = place.beside(".marker");
    copying::remove(&marker)?;
    let file = private::open(&marker)?;
    io::Write::write_all(&mut &file, UNDER_WAY).and_then(|()| file.sync_all()).map_err(failed)?;
    fs::rename(&marker, place.database()).map_err(failed)?;
    sync(place).map_err(failed)?;
    for path in place.sidecars() {
        copying::remove(&path)?;
    }
    sync(place).map_err(failed)?;
    put(place, finished)
}

/// Copies a store that cannot be read byte by byte, its log first; a copy gets its name when it is whole.
fn keep(place: &Place, kept: &Place) -> Result<()> {
    for (from, to) in [(place.log(), kept.log()), (place.database().to_owned(), kept.database().to_owned())] {
        let partial = copying::partial(&to);
        let copied = File::open(&from).and_then(|mut source| {
            let mut copy = File::options().write(true).create_new(true).mode(0o600).open(&partial)?;
            copy.set_permissions(Permissions::from_mode(0o600))?;
            io::copy(&mut source, &mut copy)?;
            copy.sync_all()?;
            fs::rename(&partial, &to)
        });
        match copied {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(fault("keep", &from, &error)),
        }
    }
    Ok(())
}

fn sync(place: &Place) -> io::Result<()> {
    File::open(place.directory()).and_then(|directory| directory.sync_all())
}

/// Removes what was built for an exchange.
pub(super) fn clear(place: &Place) {
    founding::sweep_unfinished(place);
}
