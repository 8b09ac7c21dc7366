//! What is kept of uses: of each token the last one that was noted, and since when they are noted at all.

use rusqlite::{OptionalExtension as _, params};

use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::TokenId;
use crate::domain::time::Timestamp;
use crate::domain::usage::COARSE;

/// The setting that holds the instant from which on uses are noted.
const NOTED_SINCE: &str = "uses-noted-since";

impl Reading<'_> {
    /// Returns since when uses are noted.
    ///
    /// # Errors
    /// Those of the store.
    pub fn uses_noted_since(&self) -> Result<Option<Timestamp>> {
        let sql = "SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?1";
        let since: Option<i64> = self.connection.query_row(sql, [NOTED_SINCE], |row| row.get(0)).optional()?;
        Ok(since.and_then(Timestamp::from_seconds))
    }
}

impl Writing<'_> {
    /// Says that uses are noted from now on.
    ///
    /// # Errors
    /// Those of the store.
    pub fn begin_noting_uses(&self) -> Result<()> {
        self.put(NOTED_SINCE, &self.now.seconds().to_string())
    }

    /// Notes that a token was used, and where that came from, if [it is due](crate::domain::usage::is_due) and the token is
    /// there; counts it where the token's uses are counted here.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_use(&self, id: TokenId, from: &str, counts: bool) -> Result<()> {
        let mut update = self.connection.prepare_cached(
            "UPDATE tokens SET used_at = ?1, used_from = ?2, uses = uses + ?3 \
             WHERE id = ?4 AND (used_at IS NULL OR abs(?1 - used_at) >= ?5)",
        )?;
        update.execute(params![self.now.seconds(), from, counts, id.0, COARSE])?;
        Ok(())
    }
}
