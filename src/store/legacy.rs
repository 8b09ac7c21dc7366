//! What becomes of records when their author, editor or assignee leaves, or their project goes.

use rusqlite::{Params, params};

use super::events::understood;
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{ProjectId, UserId};
use crate::domain::record::{RecordKind, Tally};

/// Says which of a user's records are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authored {
    /// All that he authored.
    Everything,
    /// His personal snippets: those without a project.
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
    fn tally(&self, condition: &str, bound: impl Params) -> Result<Tally> {
        let sql = format!("SELECT kind, count(*) FROM records WHERE {condition} GROUP BY kind");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(bound)?;
        let mut tally = Tally::default();
        while let Some(row) = rows.next()? {
            let kind = understood(0, RecordKind::from_number(row.get(0)?))?;
            tally.add(kind, row.get::<_, i64>(1)?.unsigned_abs());
        }
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
        Ok(self.connection.query_row(sql, [user.0], |row| row.get(0))?)
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
            self.connection.execute(&format!("DELETE FROM records WHERE {}", which.condition()), [user.0])?;
        }
        Ok(tally)
    }

    /// Deletes the records of a project; returns how many there were.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_records_in(&self, project: ProjectId) -> Result<Tally> {
        let tally = self.tally("project_id = ?1", [project.0])?;
        if tally.total() > 0 {
            self.connection.execute("DELETE FROM records WHERE project_id = ?1", [project.0])?;
        }
        Ok(tally)
    }

    /// Gives what a user authored and edited to another, and notes on what he authored whose it was.
    ///
    /// # Errors
    /// Those of the store.
    pub fn bequeath(&self, from: UserId, to: UserId) -> Result<()> {
        self.connection.execute(
            "UPDATE records SET author_id = ?2, former_author_id = ?1 WHERE author_id = ?1",
            params![from.0, to.0],
        )?;
        self.connection.execute("UPDATE records SET editor_id = ?2 WHERE editor_id = ?1", params![from.0, to.0])?;
        Ok(())
    }

    /// Empties the assignments to a user; returns how many there were.
    ///
    /// # Errors
    /// Those of the store.
    pub fn unassign(&self, user: UserId) -> Result<u64> {
        let emptied =
            self.connection.execute("UPDATE records SET assignee_id = NULL WHERE assignee_id = ?1", [user.0])?;
        Ok(emptied as u64)
    }
}
