//! The chain of the trail, walked from its beginning: every event is hashed anew, and must follow the one before it.
//!
//! Event by event, so that memory does not grow with the trail.

use rusqlite::{OptionalExtension as _, Row};

use super::Reading;
use super::events::{COLUMNS, recorded};
use crate::domain::checkpoint;
use crate::domain::error::Result;
use crate::domain::head::{Hash, Head};
use crate::domain::id::Sequence;

/// What a walk along the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// What the first event that is there has to follow.
    pub start: Head,
    /// The last event that follows the one before it; the start, where there is none.
    pub end: Head,
    /// How many events these are.
    pub events: u64,
    /// What breaks the chain, where it is broken; nothing behind it was looked at.
    pub broken: Option<Break>,
}

/// The first event that breaks the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// It is not there, and later ones are, or should be.
    Missing(Sequence),
    /// It does not follow the one before it: one of the two was edited, or did not stand there.
    Altered(Sequence),
}

impl Break {
    /// Returns the place of the first event that is wrong, or missing.
    #[must_use]
    pub const fn sequence(self) -> Sequence {
        match self {
            Self::Missing(sequence) | Self::Altered(sequence) => sequence,
        }
    }
}

impl Reading<'_> {
    /// Returns the newest event's place in the chain and its hash.
    ///
    /// # Errors
    /// Those of the store.
    pub fn head(&self) -> Result<Option<Head>> {
        let sql = "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        Ok(match rows.next()? {
            Some(row) => Some(Head { sequence: Sequence(row.get(0)?), hash: row.get(1)? }),
            None => None,
        })
    }

    /// Returns what the first event that is there has to follow: nothing, or where the trail was pruned, the last event
    /// that went, as the newest checkpoint keeps it. The checkpoint stands in the chain itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn chain_start(&self) -> Result<Head> {
        let first: Option<i64> = self.connection.query_row("SELECT min(sequence) FROM events", [], |row| row.get(0))?;
        if first.is_none_or(|first| first == 1) {
            return Ok(Head::BEFORE_ALL);
        }
        let sql = "SELECT after FROM events WHERE action = ?1 ORDER BY sequence DESC LIMIT 1";
        let told: Option<Option<String>> =
            self.connection.query_row(sql, [checkpoint::ACTION], |row| row.get(0)).optional()?;
        Ok(told.flatten().and_then(|told| checkpoint::read(&told)).unwrap_or(Head::BEFORE_ALL))
    }

    /// Says whether an event has a hash by what stands beside it, whatever it follows. `None`: it is not there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_hash(&self, head: Head) -> Result<Option<bool>> {
        let sql = "SELECT hash = ?2 FROM events WHERE sequence = ?1";
        Ok(self.connection.query_row(sql, (head.sequence.0, head.hash), |row| row.get(0)).optional()?)
    }

    /// Walks along the chain up to its end or its first break; `passed` is told every event that follows the one before
    /// it, and the start first.
    ///
    /// # Errors
    /// Those of the store. What an event holds is none: a row that makes no sense breaks the chain.
    pub fn walk(&self, mut passed: impl FnMut(Head)) -> Result<Walk> {
        let start = self.chain_start()?;
        passed(start);
        let mut walk = Walk { start, end: start, events: 0, broken: None };
        let mut statement = self.connection.prepare(&format!("SELECT {COLUMNS} FROM events ORDER BY sequence"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (here, next) = (Sequence(row.get(0)?), Sequence(walk.end.sequence.0 + 1));
            match follows(row, &walk.end.hash) {
                _ if here > next => walk.broken = Some(Break::Missing(next)),
                Some(hash) if here == next => {
                    walk.end = Head { sequence: here, hash };
                    walk.events += 1;
                    passed(walk.end);
                    continue;
                }
                _ => walk.broken = Some(Break::Altered(here)),
            }
            return Ok(walk);
        }
        // A store is made together with its first events, so that a trail without any is one that was taken away.
        if walk.end == Head::BEFORE_ALL {
            walk.broken = Some(Break::Missing(Sequence(1)));
        }
        Ok(walk)
    }
}

/// Returns the hash of an event that follows a hash; `None`: it does not, or makes no sense.
fn follows(row: &Row<'_>, previous: &Hash) -> Option<Hash> {
    let recorded = recorded(row).ok()?;
    (recorded.event.hash(previous) == recorded.hash).then_some(recorded.hash)
}
