//! The gate before every commit. Where a page cannot be read the engine takes a whole transaction back by itself, even for a
//! question whose answer nobody waited for; what is written after that would be a transaction of its own, kept at once,
//! without its event. Behind a shut gate it is taken back too.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use crate::domain::error::{Error, Result};

/// Says whether what a connection has written may be committed.
pub(super) struct Gate(Option<Arc<AtomicBool>>);

impl Gate {
    /// Shuts a connection: from now on the engine takes back whatever is to be committed, until [`Self::open`].
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn shut(connection: &mut Connection) -> Result<Self> {
        let is_shut = Arc::new(AtomicBool::new(true));
        let gate = Self(Some(Arc::clone(&is_shut)));
        connection.commit_hook(Some(move || is_shut.load(Ordering::Relaxed)))?;
        Ok(gate)
    }

    /// The gate of a file that nobody has yet, and that is thrown away where something in it fails.
    pub(super) const fn of_a_file_apart() -> Self {
        Self(None)
    }

    /// Lets the commit through that comes now, if the transaction is still the one that was begun.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) where the engine has taken it back.
    pub(super) fn open(&self, connection: &Connection) -> Result<()> {
        check_whole(connection)?;
        if let Some(is_shut) = &self.0 {
            is_shut.store(false, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// Refuses to go on where the engine has taken the whole transaction back.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) then.
pub(super) fn check_whole(connection: &Connection) -> Result<()> {
    if connection.is_autocommit() { Err(taken_back()) } else { Ok(()) }
}

/// The error for a transaction that the engine has taken back.
pub(super) fn taken_back() -> Error {
    Error::store("the store could not carry this out")
        .because("something in it could not be read, so nothing was changed")
        .hint("run it again; `tokctl store check` says whether the store is sound")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::error::Code;
    use crate::store::engine;

    fn settings(connection: &Connection) -> i64 {
        connection.query_row("SELECT count(*) FROM settings", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn what_is_written_behind_a_transaction_that_was_taken_back_is_not_kept() {
        let mut connection = engine::open_in_memory().unwrap();
        let before = settings(&connection);
        let write = "INSERT INTO settings VALUES ('x', 'y')";
        let gate = Gate::shut(&mut connection).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        connection.execute_batch("ROLLBACK").unwrap();
        let refused = connection.execute(write, []).map_err(Error::from).unwrap_err();
        assert_eq!((refused.code, refused.what), (Code::Store, taken_back().what));
        assert_eq!(gate.open(&connection).map_err(|error| error.code), Err(Code::Store));
        assert_eq!(settings(&connection), before);
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        connection.execute(write, []).unwrap();
        gate.open(&connection).unwrap();
        connection.execute_batch("COMMIT").unwrap();
        assert_eq!(settings(&connection), before + 1);
    }
}
