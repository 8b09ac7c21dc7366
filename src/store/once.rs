//! What is gone, by the name that it had last.

use rusqlite::params;

use super::Reading;
use crate::domain::error::Result;
use crate::domain::id::UserId;

impl Reading<'_> {
    /// Says whether a user, a group or a project of a name, which is a path there, is gone.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_departed(&self, what: &str, name: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM departed WHERE what = ?1 AND name = ?2)";
        Ok(self.connection.query_row(sql, params![what, name], |row| row.get(0))?)
    }

    /// Returns the users of a name, the one who is there and those who are gone.
    ///
    /// # Errors
    /// Those of the store.
    pub fn users_once_named(&self, name: &str) -> Result<Vec<UserId>> {
        let sql = "SELECT id FROM users WHERE lower(username) = ?1 AND username = ?2 \
                   UNION ALL SELECT id FROM departed WHERE what = 'user' AND name = ?2";
        let mut statement = self.connection.prepare(sql)?;
        let bound = params![name.to_ascii_lowercase(), name];
        let users = statement.query_map(bound, |row| row.get(0).map(UserId))?.collect::<rusqlite::Result<_>>()?;
        Ok(users)
    }
}
