//! Users, and the names of those who are gone.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension as _, Row, params};

use super::events::understood;
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::UserId;
use crate::domain::user::{User, UserKind};

/// What the Ghost User is called, with a number where that name is taken.
const GHOST: &str = "ghost";

pub(super) const COLUMNS: &str = "id, kind, username, name, admin, blocked_at IS NOT NULL";

/// How many columns these are.
pub(super) const WIDTH: usize = 6;

pub(super) fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    user_at(row, 0)
}

/// Reads a user whose columns begin further on in a row.
pub(super) fn user_at(row: &Row<'_>, at: usize) -> rusqlite::Result<User> {
    Ok(User {
        id: UserId(row.get(at)?),
        kind: understood(at + 1, UserKind::from_number(row.get(at + 1)?))?,
        username: row.get(at + 2)?,
        name: row.get(at + 3)?,
        admin: row.get(at + 4)?,
        blocked: row.get(at + 5)?,
    })
}

impl Reading<'_> {
    /// Finds a user by their username, letter by letter.
    ///
    /// # Errors
    /// Those of the store.
    pub fn user_named(&self, username: &str) -> Result<Option<User>> {
        Ok(self.user_like(username)?.filter(|user| user.username == username))
    }

    /// Finds the user whose username differs in nothing but upper and lower case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn user_like(&self, username: &str) -> Result<Option<User>> {
        let sql = format!("SELECT {COLUMNS} FROM users WHERE lower(username) = ?1");
        Ok(self.connection.query_row(&sql, [username.to_ascii_lowercase()], user).optional()?)
    }

    /// Finds a user by their number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn user(&self, id: UserId) -> Result<Option<User>> {
        let sql = format!("SELECT {COLUMNS} FROM users WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id.0], user).optional()?)
    }

    /// Counts the users who take a seat: people who are not blocked.
    ///
    /// # Errors
    /// Those of the store.
    pub fn seats(&self) -> Result<u64> {
        self.people("")
    }

    /// Counts the admins who can act.
    ///
    /// # Errors
    /// Those of the store.
    pub fn acting_admins(&self) -> Result<u64> {
        self.people(" AND admin = 1")
    }

    fn people(&self, condition: &str) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM users WHERE kind = ?1 AND blocked_at IS NULL{condition}");
        let count: i64 = self.connection.query_row(&sql, [UserKind::Human as u8], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Returns every user, by number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn users(&self) -> Result<Vec<User>> {
        let mut statement = self.connection.prepare(&format!("SELECT {COLUMNS} FROM users ORDER BY id"))?;
        let users = statement.query_map([], user)?.collect::<rusqlite::Result<_>>()?;
        Ok(users)
    }

    /// Returns the username of a user, living or departed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn username(&self, id: UserId) -> Result<Option<String>> {
        let sql = "SELECT username FROM users WHERE id = ?1 \
                   UNION ALL SELECT name FROM departed WHERE what = 'user' AND id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.0], |row| row.get(0)).optional()?)
    }

    /// Returns the usernames that begin with a text of plain ASCII, in upper or lower case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn usernames_beginning(&self, text: &str) -> Result<BTreeSet<String>> {
        let begin = text.to_ascii_lowercase();
        // No username has a byte above `~` in it.
        let end = format!("{begin}\u{7f}");
        let sql = "SELECT lower(username) FROM users WHERE lower(username) >= ?1 AND lower(username) < ?2";
        let mut statement = self.connection.prepare(sql)?;
        let names = statement.query_map([begin, end], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(names)
    }
}

impl Writing<'_> {
    /// Adds a user.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_user(
        &self,
        kind: UserKind,
        username: &str,
        name: &str,
        admin: bool,
        by: Option<UserId>,
    ) -> Result<UserId> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO users (kind, username, name, admin, created_at, created_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        insert.execute(params![kind as u8, username, name, admin, self.now.seconds(), by.map(|id| id.0)])?;
        Ok(UserId(self.connection.last_insert_rowid()))
    }

    /// Returns the Ghost User; makes it where it was never needed before. The second part says so.
    ///
    /// # Errors
    /// Those of the store.
    pub fn ghost(&self, by: UserId) -> Result<(User, bool)> {
        let sql = format!("SELECT {COLUMNS} FROM users WHERE kind = 3");
        if let Some(ghost) = self.connection.prepare_cached(&sql)?.query_row([], user).optional()? {
            return Ok((ghost, false));
        }
        let mut username = GHOST.to_owned();
        let mut further = 1;
        while self.is_path_taken(&username)? {
            username = format!("{GHOST}{further}");
            further += 1;
        }
        let name = "Ghost User".to_owned();
        let id = self.insert_user(UserKind::Ghost, &username, &name, false, Some(by))?;
        Ok((User { id, kind: UserKind::Ghost, username, name, admin: false, blocked: false }, true))
    }

    /// Gives back to a user what their block had stopped.
    ///
    /// # Errors
    /// Those of the store.
    pub fn unblock_user(&self, id: UserId) -> Result<()> {
        self.connection.execute("UPDATE users SET blocked_at = NULL WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Makes a user an admin, or none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_admin(&self, id: UserId, admin: bool) -> Result<()> {
        self.connection.execute("UPDATE users SET admin = ?1 WHERE id = ?2", params![admin, id.0])?;
        Ok(())
    }

    /// Renames a user. The paths of their own projects are another matter.
    ///
    /// # Errors
    /// Those of the store.
    pub fn rename_user(&self, id: UserId, username: &str) -> Result<()> {
        self.connection.execute("UPDATE users SET username = ?1 WHERE id = ?2", params![username, id.0])?;
        Ok(())
    }

    /// Changes the name that a user is shown by.
    ///
    /// # Errors
    /// Those of the store.
    pub fn name_user(&self, id: UserId, name: &str) -> Result<()> {
        let mut update = self.connection.prepare_cached("UPDATE users SET name = ?1 WHERE id = ?2")?;
        update.execute(params![name, id.0])?;
        Ok(())
    }

    /// Stops everything of a user; says whether they were there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn block_user(&self, id: UserId) -> Result<bool> {
        let sql = "UPDATE users SET blocked_at = coalesce(blocked_at, ?1) WHERE id = ?2";
        Ok(self.connection.prepare_cached(sql)?.execute(params![self.now.seconds(), id.0])? == 1)
    }
}
