//! Alarms and denials: what was seen of tokens and should not have been, counted.

use rusqlite::{OptionalExtension as _, Row, params};

use super::events::instant;
use super::{Reading, Writing};
use crate::domain::alarm::{Alarm, Sort};
use crate::domain::error::Result;
use crate::domain::id::{RunnerId, TokenId};
use crate::domain::reason::Reason;
use crate::domain::time::Timestamp;
use crate::domain::usage::{COARSE, Denial};

/// How many alarms of one sort a token has at most, so that nobody fills the disk by inventing details.
const MOST: i64 = 32;

/// What stands for all further details.
const FURTHER: &str = "…";

/// What stands in the place of an alarm's sort where a use was denied, which is no alarm.
const DENIED: &str = "denied";

const ROTATED_OUT: &str = Sort::RotatedOut.word();

const COLUMNS: &str = "alarms.token_id, alarms.what, alarms.detail, alarms.first_at, alarms.last_at, alarms.times";

fn alarm(row: &Row<'_>) -> rusqlite::Result<Alarm> {
    Ok(Alarm {
        token: TokenId(row.get(0)?),
        what: row.get(1)?,
        detail: row.get(2)?,
        first_at: instant(row, 3)?,
        last_at: instant(row, 4)?,
        times: row.get(5)?,
    })
}

impl Reading<'_> {
    /// Returns the alarms of a token, the oldest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn alarms_of(&self, token: TokenId) -> Result<Vec<Alarm>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM alarms WHERE token_id = ?1 AND what <> '{DENIED}' ORDER BY first_at, what, detail"
        );
        self.alarms(&sql, token.0)
    }

    /// Returns the denied uses of a token by their reasons, the oldest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn denials_of(&self, token: TokenId) -> Result<Vec<Denial>> {
        let sql =
            format!("SELECT {COLUMNS} FROM alarms WHERE token_id = ?1 AND what = '{DENIED}' ORDER BY first_at, detail");
        let denial = |found: Alarm| {
            let Alarm { detail, first_at, last_at, times, .. } = found;
            Denial { reason: detail, first_at, last_at, times }
        };
        Ok(self.alarms(&sql, token.0)?.into_iter().map(denial).collect())
    }

    /// Returns when it was noted last that a use of a token was denied for a reason.
    ///
    /// # Errors
    /// Those of the store.
    pub fn denied_at(&self, token: TokenId, reason: Reason) -> Result<Option<Timestamp>> {
        let sql = "SELECT last_at FROM alarms WHERE token_id = ?1 AND what = ?2 AND detail = ?3";
        let found = self.connection.query_row(sql, params![token.0, DENIED, reason.word()], |row| instant(row, 0));
        Ok(found.optional()?)
    }

    /// Returns the alarms of all tokens that a runner has and had, the oldest first; each once, though that of a token that
    /// was rotated out stands at its heir too.
    ///
    /// # Errors
    /// Those of the store.
    pub fn alarms_of_runner(&self, runner: RunnerId) -> Result<Vec<Alarm>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM tokens JOIN alarms ON alarms.token_id = tokens.id WHERE tokens.runner_id = ?1 \
               AND alarms.what <> '{DENIED}' AND NOT (alarms.what = '{ROTATED_OUT}' AND alarms.detail <> '') \
             ORDER BY alarms.first_at, alarms.token_id, alarms.what, alarms.detail"
        );
        self.alarms(&sql, runner.0)
    }

    fn alarms(&self, sql: &str, id: i64) -> Result<Vec<Alarm>> {
        let mut statement = self.connection.prepare(sql)?;
        let alarms = statement.query_map([id], alarm)?.collect::<rusqlite::Result<_>>()?;
        Ok(alarms)
    }
}

impl Writing<'_> {
    /// Counts an alarm; says whether it is the first of its detail.
    ///
    /// # Errors
    /// Those of the store.
    pub fn raise(&self, token: TokenId, sort: Sort, detail: &str) -> Result<bool> {
        if self.count_again(token, sort, detail)? {
            return Ok(false);
        }
        let sql = "SELECT count(*) FROM alarms WHERE token_id = ?1 AND what = ?2";
        let there: i64 = self.connection.query_row(sql, params![token.0, sort.word()], |row| row.get(0))?;
        let detail = if there < MOST { detail } else { FURTHER };
        if there > MOST && self.count_again(token, sort, detail)? {
            return Ok(false);
        }
        self.connection.execute(
            "INSERT INTO alarms (token_id, what, detail, first_at, last_at, times) VALUES (?1, ?2, ?3, ?4, ?4, 1)",
            params![token.0, sort.word(), detail, self.now.seconds()],
        )?;
        // Listings would have to look for each row of theirs.
        self.connection.execute("UPDATE tokens SET alarms = alarms + 1 WHERE id = ?1", [token.0])?;
        Ok(true)
    }

    /// Notes that a use of a token was denied for a reason, if [it is due](crate::domain::usage::is_due).
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_denial(&self, token: TokenId, reason: Reason) -> Result<()> {
        self.connection.execute(
            "INSERT INTO alarms (token_id, what, detail, first_at, last_at, times) VALUES (?1, ?2, ?3, ?4, ?4, 1) \
             ON CONFLICT (token_id, what, detail) DO UPDATE SET last_at = excluded.last_at, times = alarms.times + 1 \
             WHERE abs(excluded.last_at - alarms.last_at) >= ?5",
            params![token.0, DENIED, reason.word(), self.now.seconds(), COARSE],
        )?;
        Ok(())
    }

    fn count_again(&self, token: TokenId, sort: Sort, detail: &str) -> Result<bool> {
        let counted = self.connection.execute(
            "UPDATE alarms SET last_at = ?1, times = times + 1 WHERE token_id = ?2 AND what = ?3 AND detail = ?4",
            params![self.now.seconds(), token.0, sort.word(), detail],
        )?;
        Ok(counted == 1)
    }
}
