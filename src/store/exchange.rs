//! Putting other content in the place of a store's, all of it or nothing.
//!
//! A store that can be read is overwritten by the engine itself, in one transaction: whoever reads meanwhile goes on
//! reading what was there, and no log is ever paired with another file.

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::engine::{self, Purpose};
use super::founding;
use super::place::Place;
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

/// Removes what was built for an exchange.
pub(super) fn clear(place: &Place) {
    founding::sweep_unfinished(place);
}
