//! What is gone, by the name that it had last.

use rusqlite::{OptionalExtension as _, params};

use super::Reading;
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::time::Timestamp;

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

    /// Finds the project that had a path at an instant, by the path that it has, or had last.
    ///
    /// # Errors
    /// Those of the store.
    pub fn project_then(&self, path: &str, at: Timestamp) -> Result<Option<ProjectId>> {
        let sql = "SELECT id FROM projects WHERE lower(path) = ?1 AND path = ?2 AND created_at <= ?3";
        Ok(self.then(sql, "project", path, at)?.map(ProjectId))
    }

    /// Finds the group that had a path at an instant, by the path that it has, or had last.
    ///
    /// # Errors
    /// Those of the store.
    pub fn group_then(&self, path: &str, at: Timestamp) -> Result<Option<GroupId>> {
        let sql = "SELECT id FROM groups WHERE lower(path) = ?1 AND path = ?2 AND created_at <= ?3";
        Ok(self.then(sql, "group", path, at)?.map(GroupId))
    }

    /// Returns the users who had a name at an instant, or had had it, by the name that they have, or had last: what somebody
    /// made may be there longer than they were.
    ///
    /// # Errors
    /// Those of the store.
    pub fn users_then(&self, name: &str, at: Timestamp) -> Result<Vec<UserId>> {
        let sql = "SELECT id FROM users WHERE lower(username) = ?1 AND username = ?2 AND created_at <= ?3 \
                   UNION ALL SELECT id FROM departed WHERE what = 'user' AND name = ?2";
        let mut statement = self.connection.prepare(sql)?;
        let bound = params![name.to_ascii_lowercase(), name, at.seconds()];
        let users = statement.query_map(bound, |row| row.get(0).map(UserId))?.collect::<rusqlite::Result<_>>()?;
        Ok(users)
    }

    fn then(&self, living: &str, what: &str, name: &str, at: Timestamp) -> Result<Option<i64>> {
        let bound = params![name.to_ascii_lowercase(), name, at.seconds()];
        let found = self.connection.query_row(living, bound, |row| row.get(0)).optional()?;
        if found.is_some() {
            return Ok(found);
        }
        let sql = "SELECT id FROM departed WHERE what = ?1 AND name = ?2 AND gone_at > ?3 ORDER BY gone_at LIMIT 1";
        Ok(self.connection.query_row(sql, params![what, name, at.seconds()], |row| row.get(0)).optional()?)
    }
}
