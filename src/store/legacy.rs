//! What becomes of records when their author, editor or assignee leaves, or their project goes.

use rusqlite::{Params, ToSql, params};

use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{ProjectId, UserId};
use crate::domain::record::{RecordKind, Tally};

/// How many records change hands in one statement: the engine remembers each while it changes the index that found it.
const BATCH: i64 = 10_000;

/// Says which of a user's records are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authored {
    /// All that they authored.
    Everything,
    /// Their personal snippets: those without a project.
    Personal,
}

impl Authored {
    const fn condition(self) -> &'static str {
        match self {
            Self::Everything => "author_id = ?1",
            Self::Personal => "author_id = ?1 AND project_id IS NULL",
        }
    }
}

impl Reading<'_> {
    /// Counts records by kind, without having the engine sort them, which it would do in memory.
    fn tally(&self, condition: &str, bound: impl Params) -> Result<Tally> {
        let kinds = RecordKind::ALL.map(|kind| format!("count(CASE WHEN kind = {} THEN 1 END)", kind as u8)).join(", ");
        let sql = format!("SELECT {kinds} FROM records WHERE {condition}");
        let tally = self.connection.prepare_cached(&sql)?.query_row(bound, |row| {
            let mut tally = Tally::default();
            for (column, kind) in RecordKind::ALL.into_iter().enumerate() {
                tally.add(kind, row.get::<_, i64>(column)?.unsigned_abs());
            }
            Ok(tally)
        })?;
        Ok(tally)
    }

    /// Counts what a user authored.
    ///
    /// # Errors
    /// Those of the store.
    pub fn authored_by(&self, user: UserId, which: Authored) -> Result<Tally> {
        self.tally(which.condition(), [user.0])
    }

    /// Says whether a user is the last editor of a record.
    ///
    /// # Errors
    /// Those of the store.
    pub fn is_editor(&self, user: UserId) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM records WHERE editor_id = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([user.0], |row| row.get(0))?)
    }
}

impl Writing<'_> {
    /// Deletes what a user authored; returns how much it was.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_authored(&self, user: UserId, which: Authored) -> Result<Tally> {
        let tally = self.authored_by(user, which)?;
        if tally.total() > 0 {
            let condition = which.condition();
            let sql = format!("DELETE FROM records WHERE id IN (SELECT id FROM records WHERE {condition} LIMIT ?2)");
            self.in_batches(&sql, params![user.0, BATCH], |_| ())?;
        }
        Ok(tally)
    }

    /// Deletes the records of a project; returns how many there were.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_records_in(&self, project: ProjectId) -> Result<Tally> {
        let tally = self.tally("project_id = ?1", [project.0])?;
        if tally.total() == 0 {
            return Ok(tally);
        }
        // No index leads to them, so each batch begins where the one before ended.
        let mut end = self.connection.prepare(
            "SELECT max(id) FROM (SELECT id FROM records WHERE project_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3)",
        )?;
        let mut delete =
            self.connection.prepare("DELETE FROM records WHERE project_id = ?1 AND id > ?2 AND id <= ?3")?;
        let mut done = 0;
        while let Some(last) = end.query_row(params![project.0, done, BATCH], |row| row.get::<_, Option<i64>>(0))? {
            delete.execute(params![project.0, done, last])?;
            done = last;
        }
        Ok(tally)
    }

    /// Gives what a user authored and edited to another, and notes on what they authored whose it was. `watch` is
    /// told how much of what they authored has been given so far.
    ///
    /// # Errors
    /// Those of the store.
    pub fn bequeath(&self, from: UserId, to: UserId, watch: impl FnMut(u64)) -> Result<()> {
        self.in_batches(
            "UPDATE records SET author_id = ?2, former_author_id = ?1 \
             WHERE id IN (SELECT id FROM records WHERE author_id = ?1 LIMIT ?3)",
            params![from.0, to.0, BATCH],
            watch,
        )?;
        self.in_batches(
            "UPDATE records SET editor_id = ?2 \
             WHERE id IN (SELECT id FROM records WHERE editor_id = ?1 LIMIT ?3)",
            params![from.0, to.0, BATCH],
            |_| (),
        )?;
        Ok(())
    }

    /// Empties the assignments to a user; returns how many there were.
    ///
    /// # Errors
    /// Those of the store.
    pub fn unassign(&self, user: UserId) -> Result<u64> {
        self.in_batches(
            "UPDATE records SET assignee_id = NULL \
             WHERE id IN (SELECT id FROM records WHERE assignee_id = ?1 LIMIT ?2)",
            params![user.0, BATCH],
            |_| (),
        )
    }

    /// Carries a change out until it finds nothing more to change; returns how many rows it changed.
    fn in_batches(&self, sql: &str, bound: &[&dyn ToSql], mut watch: impl FnMut(u64)) -> Result<u64> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut changed = 0;
        loop {
            match statement.execute(bound)? {
                0 => return Ok(changed),
                batch => changed += batch as u64,
            }
            watch(changed);
        }
    }
}
