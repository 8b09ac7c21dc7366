//! Restoring: a backup is copied, looked at, furnished with what must not be undone, and put in the place of the store.
//!
//! The copy is private and made first, so that nobody can change what was looked at. Whatever fails or is killed before
//! the last step leaves the store as it was.

mod arriving;
mod condition;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use nix::unistd::Uid;
use rusqlite::Connection;

use arriving::{fetch, of_backup, unreadable};
pub use condition::Condition;
use condition::Old;

use super::copying::{self, Draft};
use super::engine::{self, Purpose};
use super::guard::{check_private, look};
use super::lock::Lock;
use super::place::Place;
use super::private::fault;
use super::schema::{self, STEPS};
use super::soundness::{self, Holding};
use super::write::{self, Done};
use super::{Clock, Reading, Store, Writing, doubt, exchange, read_in, reserve, upgrade};
use crate::domain::error::{Code, Error, Result};
use crate::domain::head::Head;
use crate::domain::progress::{STORING, Step, Watch};

/// How long a restore stands in the queue of the lock file.
const QUEUE: Duration = Duration::from_secs(20);

/// The store that a backup is put in the place of.
pub struct Replaced<'r> {
    /// How it is with it.
    pub condition: &'r Condition,
    /// What it holds, as far as it can be read.
    pub reading: Option<&'r Reading<'r>>,
}

/// What a restore did, or would do.
#[derive(Clone, Debug)]
pub struct Restored<T> {
    /// What was furnished.
    pub result: T,
    /// What the backup holds.
    pub backup: Holding,
    /// Whether it is a store's own file, copied, and no backup: what stood in the log is not in it.
    pub is_raw: bool,
    /// The schema's version that the backup had, where it was an older one.
    pub upgraded_from: Option<usize>,
    /// How it was with the store that was replaced.
    pub condition: Condition,
    /// The file in which that store is kept.
    pub kept: Option<PathBuf>,
}

impl Store {
    /// Puts a backup in the place of a store, there or not, and furnishes it in the same step. `rehearses`: everything but
    /// the last step is done, and nothing is left of it.
    ///
    /// # Errors
    /// Those of `furnish`; [`Code::Store`] where the backup is not sound or not private, the store was made by a newer
    /// program or is no store at all, or cannot be written or read from its disk. The store is as it was then, or the error says
    /// where it is kept. [`Code::Uncertain`] where nobody can say whether the last step took place.
    pub fn restore<T>(
        place: &Place,
        backup: &Place,
        allow_network: bool,
        rehearses: bool,
        (clock, watch): (Clock<'_>, Watch<'_>),
        mut furnish: impl FnMut(&Writing<'_>, &Replaced<'_>) -> Result<Done<T>>,
    ) -> Result<Restored<T>> {
        if place.is_own(backup.database()) {
            return Err(Error::usage(format!("`{}` belongs to the store itself", backup.database().display()))
                .hint("name a backup, as `tokctl store backup` makes it"));
        }
        // Asked before anything is made for it.
        let found = look(backup.database())?.ok_or_else(|| backup.missing())?;
        check_private(backup.database(), &found, Uid::effective())?;
        if rehearses && look(place.directory())?.is_none() {
            // A rehearsal makes no directory; one that is private, and gone afterwards, will do.
            let elsewhere = tempfile::tempdir().map_err(|error| fault("write to", place.directory(), &error))?;
            let building = elsewhere.path().join("store.db");
            let work = Work { place, backup, building, old: Old::NONE, rehearses, watch };
            return work.carry_out(clock, &mut furnish);
        }
        place.prepare_directory(Uid::effective(), allow_network)?;
        let _queue = Lock::take(place, QUEUE)?;
        let old = Old::find(place, allow_network)?;
        exchange::clear(place);
        let work = Work { place, backup, building: place.building(), old, rehearses, watch };
        let restored = work.carry_out(clock, &mut furnish).map_err(|error| doubt::understood(place, error));
        exchange::clear(place);
        if restored.is_ok() && !rehearses {
            reserve::make(place).ok();
        }
        restored
    }
}

struct Work<'w> {
    place: &'w Place,
    backup: &'w Place,
    building: PathBuf,
    old: Old,
    rehearses: bool,
    watch: Watch<'w>,
}

impl Work<'_> {
    fn carry_out<T>(
        self,
        clock: Clock<'_>,
        furnish: &mut impl FnMut(&Writing<'_>, &Replaced<'_>) -> Result<Done<T>>,
    ) -> Result<Restored<T>> {
        (self.watch)(Step::Now("checking the backup"));
        let is_raw = fetch(self.backup, &self.building)?;
        let called = format!("the backup `{}`", self.backup.database().display());
        let content = engine::open_apart(&self.building, Purpose::Write).map_err(|error| unreadable(&called, error))?;
        let version = schema::version(&content, STEPS).map_err(|error| of_backup(&called, error))?;
        soundness::examine(&content, version, STEPS, &called)?;
        if version < STEPS.len() {
            content.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
            upgrade::advance(&content, version, STEPS)?;
            content.execute_batch("COMMIT; PRAGMA foreign_keys = ON;")?;
        }
        let holding = soundness::holding(&content, &called)?;
        (self.watch)(Step::Now("carrying over what was taken away since"));
        let result = self.furnish(&content, clock, furnish)?;
        let head = soundness::holding(&content, &called)?.head;
        (self.watch)(Step::Now(STORING));
        let kept = if self.rehearses { None } else { self.put(content, clock, head)? };
        Ok(Restored {
            result,
            backup: holding,
            is_raw,
            upgraded_from: Some(version).filter(|version| *version < STEPS.len()),
            condition: self.old.condition.clone(),
            kept,
        })
    }

    /// Furnishes the copy while the store that is replaced can be read; it is as late there as it is here.
    fn furnish<T>(
        &self,
        content: &Connection,
        clock: Clock<'_>,
        furnish: &mut impl FnMut(&Writing<'_>, &Replaced<'_>) -> Result<Done<T>>,
    ) -> Result<T> {
        let condition = &self.old.condition;
        let alone = |furnish: &mut dyn FnMut(&Writing<'_>, &Replaced<'_>) -> Result<Done<T>>| {
            let replaced = Replaced { condition, reading: None };
            write::once(content, clock, &mut |writing| furnish(writing, &replaced))
        };
        if *condition == Condition::Missing {
            return alone(furnish);
        }
        let place = self.old.kept.as_ref().unwrap_or(self.place);
        let tells_nothing = |error: &Error| *condition != Condition::Sound && !engine::is_passing(error);
        let mut furnished = None;
        let mut read = || {
            let old = engine::open(place, Purpose::Read)?;
            read_in(&old, clock, |reading| {
                let replaced = Replaced { condition, reading: Some(reading) };
                let late = || reading.now;
                furnished = Some(write::once(content, &late, &mut |writing| furnish(writing, &replaced)));
                Ok(())
            })
        };
        // A disk may give the next time what it did not give.
        let read = read().or_else(|error| if tells_nothing(&error) { read() } else { Err(error) });
        // What a disk did not give is not to be taken for what a damaged store could not tell.
        if *condition != Condition::Sound {
            doubt::disk(place).map_or(Ok(()), Err)?;
        }
        match (furnished, read) {
            (Some(furnished), _) => furnished,
            // Not even its version can be read.
            (None, Err(error)) if tells_nothing(&error) => alone(furnish),
            (None, Err(error)) => Err(error),
            (None, Ok(())) => Err(Error::failed("the backup was not furnished")),
        }
    }

    /// Puts the finished copy in the store's place; returns where the store that was there is kept.
    fn put(&self, content: Connection, clock: Clock<'_>, head: Head) -> Result<Option<PathBuf>> {
        let (place, building) = (self.place, &self.building);
        let now = Reading::of(&content, clock)?.now;
        let kept = match &self.old.condition {
            Condition::Missing => {
                engine::finish_building(content)?;
                place.sidecars().iter().try_for_each(|path| copying::remove(path))?;
                exchange::put(place, building)?;
                None
            }
            Condition::Sound => {
                let kept = copying::aside(place, "replaced", now)?;
                keep(place, &kept)?;
                if let Err(error) = exchange::overwrite(place, &content, || Ok(true)) {
                    drop(content);
                    match write::is_there_after(place, clock, (head.sequence, head.hash), &error) {
                        Some(true) => {}
                        Some(false) => {
                            fs::remove_file(kept.database()).ok();
                            return Err(error);
                        }
                        None => return Err(unknown(&error)),
                    }
                }
                Some(kept)
            }
            Condition::Damaged(_) => {
                let kept = self.old.kept.clone().map_or_else(|| copying::aside(place, "damaged", now), Ok)?;
                engine::finish_building(content)?;
                exchange::replace(place, building, &kept, self.old.kept.is_some())?;
                Some(kept)
            }
        };
        // Whoever may only read can open the store while its log and the index of that are there.
        if let Ok(store) = engine::open(place, Purpose::Write) {
            read_in(&store, clock, |_| Ok(())).ok();
            engine::leave(store);
        }
        Ok(kept.map(|kept| kept.database().to_owned()))
    }
}

/// Keeps a backup of the store that is replaced.
fn keep(place: &Place, kept: &Place) -> Result<()> {
    let (mut draft, _) = Draft::begin(kept, true)?;
    copying::write(&engine::open(place, Purpose::Read)?, draft.path())?;
    draft.sync()?;
    draft.publish(kept)
}

fn unknown(error: &Error) -> Error {
    Error::new(Code::Uncertain, "the restore failed at its last step, and the store does not say whether it took place")
        .because(error.what.clone())
        .hint("`tokctl store info` tells, once the store can be read again")
}
