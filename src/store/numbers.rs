//! Numbers about a store: how large it is, how much of what it holds, and by what it is kept.

use std::time::Duration;

use super::lock::Lock;
use super::place::Place;
use super::schema::STEPS;
use super::{Medium, Reading, Size, Store, compacting, reserve};
use crate::domain::error::Result;
use crate::domain::id::Sequence;

/// Returns the version of the schema that this program works with.
#[must_use]
pub fn schema_version() -> usize {
    STEPS.len()
}

/// Returns the version of the engine.
#[must_use]
pub fn engine_version() -> &'static str {
    rusqlite::version()
}

/// How much of what a store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// People.
    pub people: u64,
    /// Bot users.
    pub bots: u64,
    /// Groups.
    pub groups: u64,
    /// Projects.
    pub projects: u64,
    /// Records.
    pub records: u64,
}

impl Store {
    /// Returns how large the store at a place is.
    #[must_use]
    pub fn size(place: &Place) -> Size {
        compacting::size(place)
    }

    /// Makes the room again that is kept for revoking on a full disk, unless somebody else is writing.
    pub fn renew_reserve(&self) {
        let Medium::File(place) = &self.medium else { return };
        if let Ok(_queue) = Lock::take(place, Duration::ZERO) {
            // Whether it is there is what `store check` tells.
            reserve::make(place).ok();
        }
    }

    /// Says whether the room is there that is kept for revoking on a full disk.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) if what lies there is not ours.
    pub fn has_reserve(place: &Place) -> Result<bool> {
        reserve::is_there(place)
    }
}

impl Reading<'_> {
    /// Counts what the store holds beside tokens and events.
    ///
    /// # Errors
    /// Those of the store.
    pub fn population(&self) -> Result<Population> {
        let sql = "SELECT (SELECT count(*) FROM users WHERE kind = 1), (SELECT count(*) FROM users WHERE kind = 2), \
                   (SELECT count(*) FROM groups), (SELECT count(*) FROM projects), (SELECT count(*) FROM records)";
        let population = self.connection.query_row(sql, [], |row| {
            let count = |column: usize| row.get::<_, i64>(column).map(i64::unsigned_abs);
            Ok(Population {
                people: count(0)?,
                bots: count(1)?,
                groups: count(2)?,
                projects: count(3)?,
                records: count(4)?,
            })
        })?;
        Ok(population)
    }

    /// Says how the trail that is kept begins, and counts its events.
    ///
    /// # Errors
    /// Those of the store.
    pub fn span_of_trail(&self) -> Result<(Option<Sequence>, u64)> {
        let sql = "SELECT min(sequence), count(*) FROM events";
        let (first, count): (Option<i64>, i64) =
            self.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((first.map(Sequence), count.unsigned_abs()))
    }
}
