//! What there is to sweep: bots whose tokens have expired, found without looking at what expired long ago.
//!
//! The store notes until when it was swept. What expired before that has been looked at, and an end never moves to before
//! the present, so only what expired since has to be.

use rusqlite::{Connection, params};

use super::selection::{ENDED_SINCE, IS_OVER};
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::user::UserKind;

/// How far the note may lie behind where it could be, in seconds. It makes finding out cheap: of two changes within these
/// ten minutes only one has to look.
const COARSE: i64 = 600;

/// Until when the store was swept.
const SWEPT: &str = "coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'swept-until'), 0)";

/// Finds the bots that nothing keeps.
pub(super) fn bots() -> String {
    let count = |column| format!("(SELECT count(*) FROM (SELECT 1 FROM records WHERE {column} = users.id LIMIT ?))");
    let condition = format!("{} <= ?", ["author_id", "editor_id", "assignee_id"].map(count).join(" + "));
    format!(
        "SELECT users.id FROM users WHERE users.id IN (\
         SELECT tokens.user_id FROM tokens WHERE tokens.revoked_at IS NULL AND {ENDED_SINCE}) AND users.kind = ? \
         AND NOT EXISTS (SELECT 1 FROM tokens WHERE tokens.user_id = users.id AND tokens.revoked_at IS NULL \
         AND NOT {IS_OVER}) AND {condition} ORDER BY users.id LIMIT ?"
    )
}

fn swept(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row(&format!("SELECT {SWEPT}"), [], |row| row.get(0))?)
}

impl Reading<'_> {
    /// Says whether it is time to look for bots whose tokens have expired by an instant.
    ///
    /// # Errors
    /// Those of the store.
    pub fn is_sweep_due(&self, by: Timestamp) -> Result<bool> {
        Ok(by.seconds() - swept(self.connection)? > COARSE)
    }

    /// Returns so many bots at most whose tokens have all expired by an instant, the last of them since the store was
    /// swept, and on whom no more than so many records hang.
    ///
    /// # Errors
    /// Those of the store.
    pub fn bots_to_sweep(&self, by: Timestamp, limit: u32, records: u32) -> Result<Vec<UserId>> {
        let (since, by) = (swept(self.connection)?, by.seconds());
        let enough = records + 1;
        let bound = params![since, by, UserKind::Bot as u8, by, enough, enough, enough, records, limit];
        let mut statement = self.connection.prepare(&bots())?;
        let found = statement.query_map(bound, |row| row.get(0).map(UserId))?.collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

impl Writing<'_> {
    /// Notes until when the store was swept.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_swept(&self, until: Timestamp) -> Result<()> {
        let sql = "INSERT INTO settings (name, value) VALUES ('swept-until', ?1) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.connection.execute(sql, [until.seconds().to_string()])?;
        Ok(())
    }
}
