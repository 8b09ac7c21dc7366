//! The store: SQL, the engine, the files it lies in, and `COMMIT`.
//!
//! Knows `domain` and nothing above it. A change goes through [`Store::write`] only, which commits no change without
//! its event, and no token before its secret has been handed over.

mod alarms;
mod apps;
mod aside;
mod backup;
mod candidates;
mod carrying;
mod chain;
mod checking;
mod compacting;
mod copying;
mod departures;
mod doubt;
mod engine;
mod events;
mod exchange;
mod founding;
mod gate;
mod guard;
mod jobs;
mod keys;
mod legacy;
mod listing;
pub mod lock;
mod members;
mod minting;
mod numbers;
mod once;
mod passwords;
pub mod place;
mod places;
#[cfg(test)]
mod plans;
mod private;
mod pruning;
mod reach;
mod records;
mod refresh;
mod relocate;
mod remains;
pub mod reserve;
mod restoring;
mod runners;
mod salvaging;
mod schema;
mod selection;
mod settings;
mod shape;
mod shell;
mod sight;
pub mod signals;
mod soundness;
mod survey;
mod sweeping;
mod then;
mod tokens;
mod trail;
mod upgrade;
mod used;
mod users;
mod uses;
mod write;

use std::ops::Deref;

use nix::unistd::Uid;
use rusqlite::Connection;

pub use apps::ListedApp;
pub use backup::BackUp;
pub use candidates::MOST_CANDIDATES;
pub use chain::{Break, Walk};
pub use compacting::{Compacted, Size};
pub use departures::Ended;
pub use engine::{fire_no_trigger, is_passing, leave_by_closing, leave_by_exit};
pub use events::Recorded;
pub use founding::Founded;
pub use jobs::ListedJob;
pub use keys::{Enabled, KeyRow};
pub use legacy::Authored;
pub use members::Member;
pub use minting::NewToken;
pub use numbers::{Population, engine_version, schema_version};
use place::Place;
pub use pruning::Pruned;
pub use reach::Reach;
pub use records::{Filed, NewRecord, RecordSelection};
pub use refresh::Pair;
pub use relocate::Followed;
pub use restoring::{Condition, Replaced, Restored};
pub use runners::ListedRunner;
pub use salvaging::Readable;
pub use schema::is_older;
pub use selection::{Lives, Order, Selection, Stopped};
pub use soundness::Holding;
pub use survey::Surveyed;
pub use then::Keeping;
pub use tokens::{Listed, Presented};
pub use trail::{Acting, EventSelection, Within};
pub use upgrade::Upgraded;
pub use write::{Done, HandOver, Urgency};

use crate::domain::error::Result;
use crate::domain::time::Timestamp;
use engine::Purpose;

/// Returns what the system's clock shows; handed down from `main`, read once a transaction.
pub type Clock<'c> = &'c dyn Fn() -> Timestamp;

/// A store that is there, and may be used.
pub struct Store {
    medium: Medium,
}

enum Medium {
    /// In a file, opened anew for every transaction.
    File(Place),
    /// In the memory of this process, for trying things out.
    Memory(Box<std::cell::RefCell<Connection>>),
}

/// A transaction that sees one committed state of the store and changes nothing.
pub struct Reading<'c> {
    connection: &'c Connection,
    /// The present: the larger of the system's clock and the newest event.
    pub now: Timestamp,
    /// How many seconds the system's clock is behind the newest event; 0 where it is not.
    pub behind: i64,
}

/// A transaction that may change the store.
pub struct Writing<'c>(Reading<'c>);

impl<'c> Deref for Writing<'c> {
    type Target = Reading<'c>;

    fn deref(&self) -> &Reading<'c> {
        &self.0
    }
}

impl<'c> Reading<'c> {
    /// Reads the clock. Called after the transaction has begun, once.
    fn begin(connection: &'c Connection, clock: Clock<'_>) -> Result<Self> {
        schema::check_version(connection)?;
        shape::check(connection)?;
        Self::of(connection, clock)
    }

    /// Reads the clock, whatever version the schema has.
    fn of(connection: &'c Connection, clock: Clock<'_>) -> Result<Self> {
        let newest = events::newest_at(connection)?;
        let shown = clock();
        let now = newest.map_or(shown, |newest| newest.max(shown));
        Ok(Self { connection, now, behind: now.since(shown) })
    }
}

impl Store {
    /// Opens a store that is there.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) where its files are not as they must be. The warnings say what
    /// is allowed but unwise.
    pub fn at(place: Place, allow_network: bool) -> Result<(Self, Vec<String>)> {
        let checked = place.check(Uid::effective(), allow_network)?;
        Ok((Self { medium: Medium::File(place) }, checked.warnings))
    }

    /// Reads in one transaction.
    ///
    /// # Errors
    /// Those of `look`, and [`Code::Store`](crate::domain::error::Code::Store) where the store cannot be read.
    pub fn read<T>(&self, clock: Clock<'_>, look: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        match &self.medium {
            Medium::File(place) => {
                let found = engine::open(place, Purpose::Read).and_then(|connection| {
                    let found = read_in(&connection, clock, look)?;
                    engine::leave(connection);
                    Ok(found)
                });
                found.map_err(|error| doubt::understood(place, error))
            }
            Medium::Memory(connection) => read_in(&connection.borrow(), clock, look),
        }
    }
}

fn read_in<T>(connection: &Connection, clock: Clock<'_>, look: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
    connection.execute_batch("BEGIN")?;
    let found = Reading::begin(connection, clock).and_then(|reading| look(&reading));
    // Nothing was changed, so there is nothing to lose when this fails.
    connection.execute_batch("COMMIT").ok();
    found
}
