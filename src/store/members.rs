//! Members: who has which role where.

use rusqlite::{OptionalExtension as _, params};

use super::events::understood;
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::place::{Boundary, Home, Project};
use crate::domain::role::Role;
use crate::domain::user::{User, UserKind};

/// A user's role in one group or project.
#[derive(Clone, Debug)]
pub struct Member {
    /// The user's number.
    pub user: UserId,
    /// Their username.
    pub username: String,
    /// What they are.
    pub kind: UserKind,
    /// Their role.
    pub role: Role,
    /// The path of the group or project that gives it.
    pub path: String,
    /// Whether it is given there, and not further up.
    pub direct: bool,
}

impl Member {
    /// Makes the member that the owner of a personal project is without being entered.
    #[must_use]
    pub fn owner(owner: &User, path: String) -> Self {
        let username = owner.username.clone();
        Self { user: owner.id, username, kind: owner.kind, role: Role::Owner, path, direct: true }
    }
}

impl Reading<'_> {
    /// Returns the highest role that a user has in a project now: an admin and the owner of a personal project are Owner.
    ///
    /// # Errors
    /// Those of the store.
    pub fn role_in_project(&self, user: &User, project: &Project) -> Result<Option<Role>> {
        if user.admin || project.home == Home::User(user.id) {
            return Ok(Some(Role::Owner));
        }
        let sql = "SELECT role FROM members WHERE project_id = ?1 AND user_id = ?2";
        let direct = self.role(sql, project.id.0, user.id)?;
        let inherited = match project.home {
            Home::Group(group) => self.role_by_membership(user, group)?,
            Home::User(_) => None,
        };
        Ok(direct.max(inherited))
    }

    /// Returns the highest role that a user has in a group now, from its members or those of a group above it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn role_in_group(&self, user: &User, group: GroupId) -> Result<Option<Role>> {
        if user.admin { Ok(Some(Role::Owner)) } else { self.role_by_membership(user, group) }
    }

    fn role_by_membership(&self, user: &User, group: GroupId) -> Result<Option<Role>> {
        let sql = "WITH RECURSIVE up (id) AS (SELECT ?1 UNION \
                   SELECT groups.parent_id FROM groups JOIN up ON groups.id = up.id WHERE groups.parent_id IS NOT NULL) \
                   SELECT role FROM members WHERE group_id IN (SELECT id FROM up) AND user_id = ?2 \
                   ORDER BY role DESC LIMIT 1";
        self.role(sql, group.0, user.id)
    }

    fn role(&self, sql: &str, place: i64, user: UserId) -> Result<Option<Role>> {
        let role = |row: &rusqlite::Row<'_>| understood(0, Role::from_level(row.get(0)?));
        Ok(self.connection.prepare_cached(sql)?.query_row(params![place, user.0], role).optional()?)
    }

    /// Returns the highest role that a user has in a boundary now; an instance gives roles to admins only.
    ///
    /// # Errors
    /// Those of the store.
    pub fn role_within(&self, user: &User, boundary: Boundary) -> Result<Option<Role>> {
        match boundary {
            Boundary::Instance | Boundary::User(_) | Boundary::Projects => Ok(user.admin.then_some(Role::Owner)),
            Boundary::Group(id) => self.role_in_group(user, id),
            Boundary::Project(id) => match self.project(id)? {
                Some(project) => self.role_in_project(user, &project),
                None => Ok(user.admin.then_some(Role::Owner)),
            },
        }
    }

    /// Says whether a user is a member of a group, or of anything above or below it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn sees_group(&self, user: &User, group: GroupId) -> Result<bool> {
        if self.role_in_group(user, group)?.is_some() {
            return Ok(true);
        }
        let sql = "WITH RECURSIVE below (id) AS (SELECT ?1 UNION \
                   SELECT groups.id FROM groups JOIN below ON groups.parent_id = below.id) \
                   SELECT EXISTS (SELECT 1 FROM members WHERE user_id = ?2 AND (group_id IN (SELECT id FROM below) \
                   OR project_id IN (SELECT id FROM projects WHERE group_id IN (SELECT id FROM below))))";
        Ok(self.connection.query_row(sql, params![group.0, user.id.0], |row| row.get(0))?)
    }

    /// Returns a user's role given in the place itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn direct_role(&self, user: UserId, boundary: Boundary) -> Result<Option<Role>> {
        match boundary {
            Boundary::Group(id) => {
                self.role("SELECT role FROM members WHERE group_id = ?1 AND user_id = ?2", id.0, user)
            }
            Boundary::Project(id) => {
                self.role("SELECT role FROM members WHERE project_id = ?1 AND user_id = ?2", id.0, user)
            }
            Boundary::Instance | Boundary::User(_) | Boundary::Projects => Ok(None),
        }
    }

    /// Says whether somebody is Owner of a group, by its members or those of a group above it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_owner(&self, group: GroupId) -> Result<bool> {
        let sql = "WITH RECURSIVE up (id) AS (SELECT ?1 UNION \
                   SELECT groups.parent_id FROM groups JOIN up ON groups.id = up.id WHERE groups.parent_id IS NOT NULL) \
                   SELECT EXISTS (SELECT 1 FROM members WHERE group_id IN (SELECT id FROM up) AND role = ?2)";
        Ok(self.connection.query_row(sql, params![group.0, Role::Owner as u8], |row| row.get(0))?)
    }

    /// Returns the members of a project, or of a group where there is no project, with those of the groups above.
    ///
    /// # Errors
    /// Those of the store.
    pub fn members(&self, project: Option<ProjectId>, group: Option<GroupId>) -> Result<Vec<Member>> {
        let sql = "WITH RECURSIVE up (id) AS (SELECT ?2 WHERE ?2 IS NOT NULL UNION \
                   SELECT groups.parent_id FROM groups JOIN up ON groups.id = up.id WHERE groups.parent_id IS NOT NULL) \
                   SELECT users.id, users.username, users.kind, members.role, coalesce(groups.path, projects.path), \
                          (?1 IS NOT NULL AND members.project_id = ?1) OR (?1 IS NULL AND members.group_id = ?2) \
                   FROM members JOIN users ON users.id = members.user_id \
                   LEFT JOIN groups ON groups.id = members.group_id \
                   LEFT JOIN projects ON projects.id = members.project_id \
                   WHERE members.project_id = ?1 OR members.group_id IN (SELECT id FROM up) \
                   ORDER BY members.role DESC, users.username, 5 DESC";
        let mut statement = self.connection.prepare(sql)?;
        let members = statement
            .query_map(params![project.map(|id| id.0), group.map(|id| id.0)], |row| {
                Ok(Member {
                    user: UserId(row.get(0)?),
                    username: row.get(1)?,
                    kind: understood(2, UserKind::from_number(row.get(2)?))?,
                    role: understood(3, Role::from_level(row.get(3)?))?,
                    path: row.get(4)?,
                    direct: row.get::<_, Option<bool>>(5)?.unwrap_or(false),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(members)
    }
}

impl Writing<'_> {
    /// Gives a user a role in a place, in place of the one that they had there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_member(&self, user: UserId, boundary: Boundary, role: Role, by: UserId) -> Result<()> {
        self.take_member(user, boundary)?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO members (user_id, group_id, project_id, role, created_at, created_by) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        insert.execute(params![
            user.0,
            boundary.group().map(|id| id.0),
            boundary.project().map(|id| id.0),
            role as u8,
            self.now.seconds(),
            by.0
        ])?;
        Ok(())
    }

    /// Takes a user's role in a place away; says whether they had one.
    ///
    /// # Errors
    /// Those of the store.
    pub fn take_member(&self, user: UserId, boundary: Boundary) -> Result<bool> {
        let mut delete = self
            .connection
            .prepare_cached("DELETE FROM members WHERE user_id = ?1 AND (group_id = ?2 OR project_id = ?3)")?;
        let place = params![user.0, boundary.group().map(|id| id.0), boundary.project().map(|id| id.0)];
        Ok(delete.execute(place)? == 1)
    }
}
