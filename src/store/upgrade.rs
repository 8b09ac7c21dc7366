//! Bringing a store of an older version up to date: a backup first, then every step in one transaction.

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use serde_json::json;

use super::copying::{self, Draft};
use super::engine::{self, Purpose};
use super::lock::Lock;
use super::place::Place;
use super::schema::{self, STEPS, Steps};
use super::{Clock, Medium, Reading, Store, Writing, events, soundness};
use crate::domain::error::{Code, Error, Result};
use crate::domain::event::{Change, Doer};

/// How long an upgrade stands in the queue of the lock file.
const QUEUE: Duration = Duration::from_secs(20);

/// What bringing a store up to date did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgraded {
    /// The version that it had.
    pub from: usize,
    /// The version that it has.
    pub to: usize,
    /// The backup of it as it was.
    pub backup: PathBuf,
}

impl Store {
    /// Brings the store up to the version that this program works with. `None`: it has that version.
    ///
    /// # Errors
    /// [`Code::Store`] where it is newer, or cannot be read or written: it is as it was
    /// then.
    pub fn bring_up(&self, clock: Clock<'_>, doer: &Doer) -> Result<Option<Upgraded>> {
        match &self.medium {
            Medium::File(place) => bring_up(place, STEPS, clock, doer),
            Medium::Memory(_) => Ok(None),
        }
    }
}

fn bring_up(place: &Place, steps: Steps<'_>, clock: Clock<'_>, doer: &Doer) -> Result<Option<Upgraded>> {
    if !is_behind(place, steps)? {
        return Ok(None);
    }
    let _queue = Lock::take(place, QUEUE)?;
    let old = engine::open(place, Purpose::Read)?;
    let from = schema::version(&old, steps)?;
    if from == steps.len() {
        return Ok(None);
    }
    let now = Reading::of(&old, clock)?.now;
    let kept = copying::aside(place, &format!("version-{from}"), now)?;
    keep(&old, &kept, from, steps)?;
    drop(old);
    let store = engine::open(place, Purpose::Write)?;
    // A step may put a table in the place of another; whether all rows still hold together is asked at the end.
    store.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    let upgraded = Upgraded { from, to: steps.len(), backup: kept.database().to_owned() };
    store.execute_batch("BEGIN IMMEDIATE")?;
    let climbed = climb(&store, steps, clock, doer, &upgraded);
    let is_whole = climbed.is_ok();
    if let Err(error) = climbed.and_then(|()| Ok(store.execute_batch("COMMIT")?)) {
        // Fails only where the engine has rolled back by itself.
        store.execute_batch("ROLLBACK").ok();
        drop(store);
        // The return code of a commit proves nothing; before that, nothing was committed.
        return match is_whole.then(|| is_there_after(place, steps, &error)) {
            Some(Some(true)) => Ok(Some(upgraded)),
            Some(None) => Err(unknown(&error, &upgraded)),
            Some(Some(false)) | None => Err(error),
        };
    }
    engine::checkpoint(&store).ok();
    engine::leave(store);
    Ok(Some(upgraded))
}

/// Says whether an upgrade is there after its commit failed, as [`write::is_there_after`](super::write::is_there_after)
/// says it of an event. `None`: the store does not answer, or can neither sync the commit nor rule it out.
fn is_there_after(place: &Place, steps: Steps<'_>, error: &Error) -> Option<bool> {
    let store = engine::open(place, Purpose::Write).ok()?;
    let is_there = schema::version(&store, steps).ok()? == steps.len();
    let is_open = is_there || !engine::is_full(error);
    if is_open && !engine::checkpoint(&store).ok()? { None } else { Some(is_there) }
}

fn unknown(error: &Error, upgraded: &Upgraded) -> Error {
    let kept = upgraded.backup.display();
    Error::new(Code::Uncertain, "the commit failed, and the store does not say whether it was brought up to date")
        .because(format!("{}; the store as it was is kept in `{kept}`", error.what))
        .hint("`tokctl store init` tells, once the store can be read again")
}

fn is_behind(place: &Place, steps: Steps<'_>) -> Result<bool> {
    Ok(schema::version(&engine::open(place, Purpose::Read)?, steps)? < steps.len())
}

/// Keeps a backup of the store as it is.
fn keep(old: &Connection, kept: &Place, from: usize, steps: Steps<'_>) -> Result<()> {
    let (mut draft, _) = Draft::begin(kept, true)?;
    copying::write(old, draft.path())?;
    let copy = engine::open_apart(draft.path(), Purpose::Write)?;
    soundness::examine(&copy, from, steps, "the store, as it is before it is brought up to date,")?;
    drop(copy);
    draft.sync()?;
    draft.publish(kept)
}

/// Goes every step, in the transaction at hand, and writes into the trail that it was done.
fn climb(store: &Connection, steps: Steps<'_>, clock: Clock<'_>, doer: &Doer, upgraded: &Upgraded) -> Result<()> {
    if schema::version(store, steps)? != upgraded.from {
        return Err(Error::store("another program wrote to the store meanwhile").hint("run it again"));
    }
    advance(store, upgraded.from, steps)?;
    let writing = Writing(Reading::of(store, clock)?);
    let change = Change::about("store.upgrade", "store", "")
        .before(json!({ "version": upgraded.from }).to_string())
        .after(json!({ "version": upgraded.to, "backup": upgraded.backup.to_string_lossy() }).to_string());
    events::append(&writing, doer, vec![change])?;
    // A full disk shows now.
    store.cache_flush()?;
    Ok(())
}

/// Goes every step from a version on, and looks whether what came of it holds together.
pub(super) fn advance(store: &Connection, from: usize, steps: Steps<'_>) -> Result<()> {
    schema::advance(store, from, steps)?;
    let mut wrong = soundness::differences(store, steps.len(), steps)?;
    wrong.extend(soundness::dangling(store)?);
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Error::store("the store could not be brought up to date, and is as it was").because(wrong.join("; ")))
}

#[cfg(test)]
mod tests;
