//! Alarms: what was seen of known tokens and should not have been. Counted, so that nobody can fill the disk with them.

use rusqlite::params;

use super::Writing;
use crate::domain::error::Result;
use crate::domain::id::TokenId;

impl Writing<'_> {
    /// Counts an alarm; says whether it is the first of its sort for the token.
    ///
    /// # Errors
    /// Those of the store.
    pub fn raise_alarm(&self, token: TokenId, what: &str, detail: &str) -> Result<bool> {
        let sql = "INSERT INTO alarms (token_id, what, detail, first_at, last_at, times) VALUES (?1, ?2, ?3, ?4, ?4, 1) \
                   ON CONFLICT (token_id, what, detail) \
                   DO UPDATE SET last_at = excluded.last_at, times = alarms.times + 1 RETURNING times";
        let now = self.now.seconds();
        let times: i64 = self.connection.query_row(sql, params![token.0, what, detail, now], |row| row.get(0))?;
        Ok(times == 1)
    }
}
