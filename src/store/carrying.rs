//! What is carried over from a store to the backup that takes its place: nothing but what was taken away since.

use rusqlite::{OptionalExtension as _, params};

use super::events::{instant, optional_instant};
use super::tokens::{COLUMNS, token};
use super::{Reading, Writing, is_passing};
use crate::domain::digest::Digest;
use crate::domain::error::Result;
use crate::domain::id::{JobId, ProjectId, RunnerId, TokenId, UserId};
use crate::domain::job::Outcome;
use crate::domain::since::Limits;
use crate::domain::time::Timestamp;
use crate::domain::token::{Revocation, Token};

/// The tables whose rows have numbers that are never given twice.
const NUMBERED: [&str; 8] = ["users", "groups", "projects", "apps", "runners", "jobs", "tokens", "records"];

/// How many tokens are looked at in one go, so that memory does not grow with their number.
const BATCH: u32 = 1000;

impl Reading<'_> {
    /// Returns the highest number that was ever given in a table; 0 where none was.
    ///
    /// # Errors
    /// Those of the store.
    pub fn highest_number(&self, table: &str) -> Result<i64> {
        // Kept by the engine itself, for columns that are declared so.
        let sql = "SELECT seq FROM sqlite_sequence WHERE name = ?1";
        Ok(self.connection.query_row(sql, [table], |row| row.get(0)).optional()?.unwrap_or(0))
    }

    /// Finds a token, there or revoked, by the digest of its secret.
    ///
    /// # Errors
    /// Those of the store.
    pub fn token_by_digest(&self, digest: &Digest) -> Result<Option<Token>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM tokens WHERE digest = ?1"))?;
        Ok(statement.query_row([digest.as_bytes()], token).optional()?)
    }

    /// Returns some of the tokens that were not revoked, by number, from behind a number on.
    ///
    /// # Errors
    /// Those of the store.
    pub fn unrevoked_behind(&self, id: TokenId) -> Result<Vec<Token>> {
        let sql =
            format!("SELECT {COLUMNS} FROM tokens WHERE id > ?1 AND revoked_at IS NULL ORDER BY id LIMIT {BATCH}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let tokens = statement.query_map([id.0], token)?.collect::<rusqlite::Result<_>>()?;
        Ok(tokens)
    }

    /// Returns the digests of the refresh secrets that were not used.
    ///
    /// # Errors
    /// Those of the store.
    pub fn unspent(&self) -> Result<Vec<Digest>> {
        let sql = "SELECT digest FROM secrets WHERE job_id IS NULL AND spent_at IS NULL";
        let mut statement = self.connection.prepare(sql)?;
        let digests = statement.query_map([], |row| row.get(0).map(Digest::from_bytes))?;
        Ok(digests.collect::<rusqlite::Result<_>>()?)
    }

    /// Says when a refresh secret was used. The outer `None`: it is not there; the inner: it was not used.
    ///
    /// # Errors
    /// Those of the store.
    pub fn spent_at(&self, digest: &Digest) -> Result<Option<Option<Timestamp>>> {
        let mut statement = self.connection.prepare_cached("SELECT spent_at FROM secrets WHERE digest = ?1")?;
        Ok(statement.query_row([digest.as_bytes()], |row| optional_instant(row, 0)).optional()?)
    }

    /// Returns when and how a job ended. The outer `None`: there is no such job; the inner: it has not ended.
    ///
    /// # Errors
    /// Those of the store.
    pub fn end_of_job(&self, id: JobId) -> Result<Option<Option<(Timestamp, Outcome)>>> {
        let mut statement = self.connection.prepare_cached("SELECT ended_at, outcome FROM jobs WHERE id = ?1")?;
        let end = statement.query_row([id.0], |row| Ok((optional_instant(row, 0)?, row.get::<_, Option<String>>(1)?)));
        Ok(end.optional()?.map(|(at, outcome)| at.zip(outcome.as_deref().and_then(Outcome::parse))))
    }

    /// Returns where deploy keys that were not revoked are enabled, and whether they push there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn enabled_keys(&self) -> Result<Vec<(TokenId, Digest, ProjectId, bool)>> {
        let sql = "SELECT tokens.id, tokens.digest, enabled.project_id, enabled.can_push \
                   FROM deploy_key_projects AS enabled JOIN tokens ON tokens.id = enabled.token_id \
                   WHERE tokens.revoked_at IS NULL ORDER BY tokens.id, enabled.project_id";
        let mut statement = self.connection.prepare(sql)?;
        let keys = statement.query_map([], |row| {
            Ok((TokenId(row.get(0)?), Digest::from_bytes(row.get(1)?), ProjectId(row.get(2)?), row.get(3)?))
        })?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns who is a member of what, in words that two stores can be compared by.
    ///
    /// # Errors
    /// Those of the store.
    pub fn membership_words(&self) -> Result<Vec<String>> {
        let sql = "SELECT user_id, group_id, project_id, role FROM members";
        let mut statement = self.connection.prepare(sql)?;
        let words = statement.query_map([], |row| {
            let (user, group, project): (i64, Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("{user} {group:?} {project:?} {}", row.get::<_, i64>(3)?))
        })?;
        Ok(words.collect::<rusqlite::Result<_>>()?)
    }

    /// Counts what has a higher number than these: live tokens, and users.
    ///
    /// # Errors
    /// Those of the store.
    pub fn made_behind(&self, token: i64, user: i64) -> Result<(u64, u64)> {
        let mut tokens = 0;
        let mut last = TokenId(token);
        loop {
            let batch = self.unrevoked_behind(last)?;
            let Some(end) = batch.last() else { break };
            last = end.id;
            for token in &batch {
                tokens += u64::from(self.lives(token)?);
            }
        }
        let sql = "SELECT count(*) FROM users WHERE id > ?1";
        let users: i64 = self.connection.query_row(sql, [user], |row| row.get(0))?;
        Ok((tokens, users.unsigned_abs()))
    }

    /// Returns when a runner was paused and when it was removed; `None`: there is no such runner.
    ///
    /// # Errors
    /// Those of the store.
    pub fn stops_of_runner(&self, id: RunnerId) -> Result<Option<[Option<Timestamp>; 2]>> {
        let sql = "SELECT paused_at, removed_at FROM runners WHERE id = ?1";
        let stops = |row: &rusqlite::Row<'_>| Ok([optional_instant(row, 0)?, optional_instant(row, 1)?]);
        Ok(self.connection.query_row(sql, [id.0], stops).optional()?)
    }

    /// Returns the name of a user who is gone, and when they went.
    ///
    /// # Errors
    /// Those of the store.
    pub fn departure(&self, id: UserId) -> Result<Option<(String, Timestamp)>> {
        let sql = "SELECT name, gone_at FROM departed WHERE what = 'user' AND id = ?1";
        Ok(self.connection.query_row(sql, [id.0], |row| Ok((row.get(0)?, instant(row, 1)?))).optional()?)
    }
}

impl Writing<'_> {
    /// Gives no number that another store has given: what comes next is numbered from behind its highest on, as far as one
    /// that is not sound tells it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn number_on_from(&self, other: &Reading<'_>, is_sound: bool) -> Result<()> {
        let unread = |error| if is_passing(&error) { Err(error) } else { Ok(0) };
        for table in NUMBERED {
            let highest =
                if is_sound { other.highest_number(table)? } else { other.highest_readable(table).or_else(unread)? };
            self.number_on_behind(table, highest)?;
        }
        Ok(())
    }

    /// Revokes a token as it was revoked in another store.
    ///
    /// # Errors
    /// Those of the store.
    pub fn revoke_as(&self, id: TokenId, revocation: &Revocation) -> Result<()> {
        let mut update = self.connection.prepare_cached(
            "UPDATE tokens SET revoked_at = ?1, revoked_by = ?2, revoked_why = ?3 WHERE id = ?4 AND revoked_at IS NULL",
        )?;
        update.execute(params![revocation.at.seconds(), revocation.by.0, revocation.why, id.0])?;
        Ok(())
    }

    /// Takes away from a token what it has less in another store.
    ///
    /// # Errors
    /// Those of the store.
    pub fn limit_token(&self, id: TokenId, limits: &Limits) -> Result<()> {
        let Limits { expires_at, suspension, rotated_at, uses } = limits;
        let mut update = self.connection.prepare_cached(
            "UPDATE tokens SET expires_at = coalesce(?1, expires_at), suspended_at = coalesce(?2, suspended_at), \
             suspended_until = CASE WHEN ?2 IS NULL THEN suspended_until ELSE ?3 END, \
             rotated_at = coalesce(?4, rotated_at), uses = coalesce(?5, uses) WHERE id = ?6",
        )?;
        update.execute(params![
            expires_at.map(Timestamp::seconds),
            suspension.map(|stop| stop.at.seconds()),
            suspension.and_then(|stop| stop.until).map(Timestamp::seconds),
            rotated_at.map(Timestamp::seconds),
            uses,
            id.0,
        ])?;
        Ok(())
    }

    /// Notes that a refresh secret was used, and when.
    ///
    /// # Errors
    /// Those of the store.
    pub fn spend_as(&self, digest: &Digest, at: Timestamp) -> Result<()> {
        let sql = "UPDATE secrets SET spent_at = ?1 WHERE digest = ?2 AND spent_at IS NULL";
        self.connection.execute(sql, params![at.seconds(), digest.as_bytes()])?;
        Ok(())
    }

    /// Ends a job as it ended in another store.
    ///
    /// # Errors
    /// Those of the store.
    pub fn end_job_as(&self, id: JobId, at: Timestamp, outcome: Outcome) -> Result<()> {
        let sql = "UPDATE jobs SET ended_at = ?1, outcome = ?2 WHERE id = ?3 AND ended_at IS NULL";
        self.connection.execute(sql, params![at.seconds(), outcome.word(), id.0])?;
        Ok(())
    }

    /// Stops a runner as it is stopped in another store.
    ///
    /// # Errors
    /// Those of the store.
    pub fn stop_runner_as(&self, id: RunnerId, [paused, removed]: [Option<Timestamp>; 2]) -> Result<()> {
        let sql = "UPDATE runners SET paused_at = coalesce(paused_at, ?1), removed_at = coalesce(removed_at, ?2) \
                   WHERE id = ?3";
        self.connection.execute(sql, params![paused.map(Timestamp::seconds), removed.map(Timestamp::seconds), id.0])?;
        Ok(())
    }

    /// Keeps the name of a user who is not here and was elsewhere.
    ///
    /// # Errors
    /// Those of the store.
    pub fn keep_name(&self, id: UserId, name: &str) -> Result<()> {
        let sql = "INSERT INTO departed (what, id, name, bot, gone_at) VALUES ('user', ?1, ?2, 0, ?3) \
                   ON CONFLICT (what, id) DO NOTHING";
        self.connection.execute(sql, params![id.0, name, self.now.seconds()])?;
        Ok(())
    }
}
