//! Leaving: what hangs on a user, a project or a group, and how each row goes.

use rusqlite::{Params, Row, params};

use super::events::understood;
use super::selection::IS_OVER;
use super::tokens::{COLUMNS, token};
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::role::Role;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::{User, UserKind};

/// A membership that ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Whose it was.
    pub user: UserId,
    /// Their username.
    pub username: String,
    /// In which project or group.
    pub boundary: Boundary,
    /// With which role.
    pub role: Role,
}

impl Reading<'_> {
    fn all<T>(&self, sql: &str, bound: impl Params, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_map(bound, read)?.collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    fn live(&self, condition: &str, id: i64) -> Result<Vec<Token>> {
        let sql = format!("SELECT {COLUMNS} FROM tokens WHERE {condition} AND revoked_at IS NULL ORDER BY id");
        let mut tokens = self.all(&sql, [id], token)?;
        // An OAuth token may live on by its refresh secret when its access half is over.
        tokens.retain(|token| token.state(self.now).is_live() || token.kind == Kind::Oauth);
        Ok(tokens)
    }

    /// Returns the live tokens that act as a user.
    ///
    /// # Errors
    /// Those of the store.
    pub fn live_tokens_acting_as(&self, user: UserId) -> Result<Vec<Token>> {
        self.live("user_id = ?1", user.0)
    }

    /// Returns the live tokens whose boundary is a project or a group.
    ///
    /// # Errors
    /// Those of the store.
    pub fn live_tokens_in(&self, boundary: Boundary) -> Result<Vec<Token>> {
        match boundary {
            Boundary::Project(id) => self.live("project_id = ?1", id.0),
            Boundary::Group(id) => self.live("group_id = ?1", id.0),
            Boundary::User(_) | Boundary::Instance | Boundary::Projects => Ok(Vec::new()),
        }
    }

    /// Returns the projects that lie in a user's own place.
    ///
    /// # Errors
    /// Those of the store.
    pub fn projects_of_user(&self, user: UserId) -> Result<Vec<ProjectId>> {
        let read = |row: &Row<'_>| row.get(0).map(ProjectId);
        self.all("SELECT id FROM projects WHERE owner_id = ?1 ORDER BY id", [user.0], read)
    }

    /// Returns the projects that lie in a group itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn projects_in_group(&self, group: GroupId) -> Result<Vec<ProjectId>> {
        let read = |row: &Row<'_>| row.get(0).map(ProjectId);
        self.all("SELECT id FROM projects WHERE group_id = ?1 ORDER BY id", [group.0], read)
    }

    /// Returns the groups that lie in a group itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn groups_in_group(&self, group: GroupId) -> Result<Vec<GroupId>> {
        let read = |row: &Row<'_>| row.get(0).map(GroupId);
        self.all("SELECT id FROM groups WHERE parent_id = ?1 ORDER BY id", [group.0], read)
    }

    /// Returns the bot users that are members of a project.
    ///
    /// # Errors
    /// Those of the store.
    pub fn bots_in(&self, project: ProjectId) -> Result<Vec<UserId>> {
        let sql = "SELECT users.id FROM members JOIN users ON users.id = members.user_id \
                   WHERE members.project_id = ?1 AND users.kind = ?2 ORDER BY users.id";
        self.all(sql, params![project.0, UserKind::Bot as u8], |row| row.get(0).map(UserId))
    }

    /// Returns every bot user that is a member of a project, with the project.
    ///
    /// # Errors
    /// Those of the store.
    pub fn homes_of_bots(&self) -> Result<Vec<(UserId, ProjectId)>> {
        let sql = "SELECT users.id, members.project_id FROM users JOIN members ON members.user_id = users.id \
                   WHERE users.kind = ?1 AND members.project_id IS NOT NULL";
        self.all(sql, [UserKind::Bot as u8], |row| Ok((UserId(row.get(0)?), ProjectId(row.get(1)?))))
    }

    /// Returns the bot users all of whose tokens had come to their ends by an instant, and those that have none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn expired_bots(&self, by: Timestamp) -> Result<Vec<UserId>> {
        let sql = format!(
            "SELECT users.id FROM users WHERE users.kind = ? AND NOT EXISTS (SELECT 1 FROM tokens \
             WHERE tokens.user_id = users.id AND tokens.revoked_at IS NULL AND NOT {IS_OVER}) ORDER BY users.id"
        );
        let bound = params![UserKind::Bot as u8, by.seconds()];
        self.all(&sql, bound, |row| row.get(0).map(UserId))
    }

    /// Returns the groups, highest first, that nobody but this user owns, by its own members or those above it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn groups_only_owned_by(&self, user: UserId) -> Result<Vec<GroupId>> {
        let sql = "SELECT groups.id FROM groups JOIN members ON members.group_id = groups.id \
                   WHERE members.user_id = ?1 AND members.role = ?2 ORDER BY length(groups.path), groups.path";
        let read = |row: &Row<'_>| row.get(0).map(GroupId);
        let owned = self.all(sql, params![user.0, Role::Owner as u8], read)?;
        let mut alone = Vec::new();
        for group in owned {
            let mut others = 0;
            for above in self.lineage(group)? {
                let sql = "SELECT count(*) FROM members WHERE group_id = ?1 AND role = ?2 AND user_id <> ?3";
                let bound = params![above.0, Role::Owner as u8, user.0];
                others += self.connection.query_row(sql, bound, |row| row.get::<_, u32>(0))?;
            }
            if others == 0 {
                alone.push(group);
            }
        }
        Ok(alone)
    }
}

impl Writing<'_> {
    /// Ends every membership of a user.
    ///
    /// # Errors
    /// Those of the store.
    pub fn take_memberships(&self, user: UserId) -> Result<Vec<Ended>> {
        self.take_members_where("user_id = ?1", user.0)
    }

    /// Ends every membership that a project or a group gives itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn take_members(&self, boundary: Boundary) -> Result<Vec<Ended>> {
        match boundary {
            Boundary::Project(id) => self.take_members_where("project_id = ?1", id.0),
            Boundary::Group(id) => self.take_members_where("group_id = ?1", id.0),
            Boundary::User(_) | Boundary::Instance | Boundary::Projects => Ok(Vec::new()),
        }
    }

    fn take_members_where(&self, condition: &str, id: i64) -> Result<Vec<Ended>> {
        let sql = format!(
            "SELECT members.user_id, users.username, members.group_id, members.project_id, members.role \
             FROM members JOIN users ON users.id = members.user_id WHERE members.{condition} ORDER BY members.rowid"
        );
        let ended = self.all(&sql, [id], |row| {
            let group = row.get::<_, Option<i64>>(2)?.map(|id| Boundary::Group(GroupId(id)));
            let project = row.get::<_, Option<i64>>(3)?.map(|id| Boundary::Project(ProjectId(id)));
            Ok(Ended {
                user: UserId(row.get(0)?),
                username: row.get(1)?,
                boundary: understood(2, group.or(project))?,
                role: understood(4, Role::from_level(row.get(4)?))?,
            })
        })?;
        self.connection.prepare_cached(&format!("DELETE FROM members WHERE {condition}"))?.execute([id])?;
        Ok(ended)
    }

    /// Deletes a user on whom nothing hangs any more, and keeps their name for what is dead.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_user(&self, user: &User) -> Result<()> {
        self.depart("user", user.id.0, &user.username, user.kind == UserKind::Bot)?;
        self.connection.prepare_cached("DELETE FROM users WHERE id = ?1")?.execute([user.id.0])?;
        Ok(())
    }

    /// Deletes a project on which nothing hangs any more, and keeps its path.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_project(&self, id: ProjectId, path: &str) -> Result<()> {
        self.depart("project", id.0, path, false)?;
        self.connection.execute("DELETE FROM projects WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Deletes a group on which nothing hangs any more, and keeps its path.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_group(&self, id: GroupId, path: &str) -> Result<()> {
        self.depart("group", id.0, path, false)?;
        self.connection.execute("DELETE FROM groups WHERE id = ?1", [id.0])?;
        Ok(())
    }

    pub(super) fn depart(&self, what: &str, id: i64, name: &str, bot: bool) -> Result<()> {
        let sql = "INSERT INTO departed (what, id, name, bot, gone_at) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.connection.prepare_cached(sql)?.execute(params![what, id, name, bot, self.now.seconds()])?;
        Ok(())
    }
}
