//! Changes in passing: what was seen beside the point, written down if that can be done at once, else forgotten.

use std::time::Duration;

use rusqlite::Connection;

use super::engine;
use super::gate::Gate;
use super::lock::Lock;
use super::{Clock, Medium, Reading, Store, Writing, events};
use crate::domain::error::Result;
use crate::domain::event::{Change, Doer};

impl Store {
    /// Changes the store without waiting for anybody: for no writer before this one, and not for the disk either, so that
    /// a power cut may take the change back. Says whether it was made. No trouble is reported: whoever notes something
    /// in passing has an answer to give that does not hang on it.
    pub fn try_write(&self, clock: Clock<'_>, make: impl FnOnce(&Writing<'_>) -> Result<(Doer, Vec<Change>)>) -> bool {
        match &self.medium {
            Medium::Memory(connection) => {
                let Ok(gate) = Gate::shut(&mut connection.borrow_mut()) else { return false };
                attempt(&connection.borrow(), &gate, clock, make).is_ok()
            }
            Medium::File(place) => {
                let Ok(_queue) = Lock::take(place, Duration::ZERO) else { return false };
                let Ok(mut connection) = engine::open_in_passing(place) else { return false };
                let Ok(gate) = Gate::shut(&mut connection) else { return false };
                let made = attempt(&connection, &gate, clock, make).is_ok();
                if made {
                    engine::checkpoint_if_long(&connection, place);
                }
                engine::leave(connection);
                made
            }
        }
    }
}

fn attempt(
    connection: &Connection,
    gate: &Gate,
    clock: Clock<'_>,
    make: impl FnOnce(&Writing<'_>) -> Result<(Doer, Vec<Change>)>,
) -> Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let carry_out = || -> Result<()> {
        let writing = Writing(Reading::begin(connection, clock)?);
        let (doer, changes) = make(&writing)?;
        events::append(&writing, &doer, changes)?;
        gate.open(connection)?;
        connection.execute_batch("COMMIT")?;
        Ok(())
    };
    let carried_out = carry_out();
    if carried_out.is_err() {
        // Fails only where the engine has rolled back by itself.
        connection.execute_batch("ROLLBACK").ok();
    }
    carried_out
}
