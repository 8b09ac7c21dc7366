//! Groups and projects.

use rusqlite::{OptionalExtension as _, Row, params};

use super::events::understood;
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::place::{Group, Home, Project, Visibility};

const GROUP: &str = "id, parent_id, path";
pub(super) const PROJECT: &str = "id, group_id, owner_id, path, visibility";

fn group(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group { id: GroupId(row.get(0)?), parent: row.get::<_, Option<i64>>(1)?.map(GroupId), path: row.get(2)? })
}

pub(super) fn project(row: &Row<'_>) -> rusqlite::Result<Project> {
    let group = row.get::<_, Option<i64>>(1)?.map(|id| Home::Group(GroupId(id)));
    let owner = row.get::<_, Option<i64>>(2)?.map(|id| Home::User(UserId(id)));
    Ok(Project {
        id: ProjectId(row.get(0)?),
        home: understood(1, group.or(owner))?,
        path: row.get(3)?,
        visibility: understood(4, Visibility::from_number(row.get(4)?))?,
    })
}

impl Reading<'_> {
    /// Finds a group by its path, letter by letter.
    ///
    /// # Errors
    /// Those of the store.
    pub fn group_at(&self, path: &str) -> Result<Option<Group>> {
        let sql = format!("SELECT {GROUP} FROM groups WHERE lower(path) = ?1 AND path = ?2");
        Ok(self.connection.query_row(&sql, [&path.to_ascii_lowercase(), path], group).optional()?)
    }

    /// Finds a project by its path, letter by letter.
    ///
    /// # Errors
    /// Those of the store.
    pub fn project_at(&self, path: &str) -> Result<Option<Project>> {
        let sql = format!("SELECT {PROJECT} FROM projects WHERE lower(path) = ?1 AND path = ?2");
        Ok(self.connection.prepare_cached(&sql)?.query_row([&path.to_ascii_lowercase(), path], project).optional()?)
    }

    /// Finds a project by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn project(&self, id: ProjectId) -> Result<Option<Project>> {
        let sql = format!("SELECT {PROJECT} FROM projects WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id.0], project).optional()?)
    }

    /// Says whether a path is taken by a group, a project or, at the top, a user, in upper or lower case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn is_path_taken(&self, path: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM groups WHERE lower(path) = ?1) \
                   OR EXISTS (SELECT 1 FROM projects WHERE lower(path) = ?1) \
                   OR EXISTS (SELECT 1 FROM users WHERE lower(username) = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([path.to_ascii_lowercase()], |row| row.get(0))?)
    }

    /// Returns every group, by path.
    ///
    /// # Errors
    /// Those of the store.
    pub fn groups(&self) -> Result<Vec<Group>> {
        let mut statement = self.connection.prepare(&format!("SELECT {GROUP} FROM groups ORDER BY path"))?;
        let groups = statement.query_map([], group)?.collect::<rusqlite::Result<_>>()?;
        Ok(groups)
    }

    /// Returns every project, by path.
    ///
    /// # Errors
    /// Those of the store.
    pub fn projects(&self) -> Result<Vec<Project>> {
        let mut statement = self.connection.prepare(&format!("SELECT {PROJECT} FROM projects ORDER BY path"))?;
        let projects = statement.query_map([], project)?.collect::<rusqlite::Result<_>>()?;
        Ok(projects)
    }

    /// Returns a group and all groups above it, as the tree is now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn lineage(&self, group: GroupId) -> Result<Vec<GroupId>> {
        let sql = "WITH RECURSIVE up (id) AS (SELECT ?1 UNION \
                   SELECT groups.parent_id FROM groups JOIN up ON groups.id = up.id WHERE groups.parent_id IS NOT NULL) \
                   SELECT id FROM up";
        let mut statement = self.connection.prepare(sql)?;
        let groups = statement.query_map([group.0], |row| row.get(0).map(GroupId))?.collect::<rusqlite::Result<_>>()?;
        Ok(groups)
    }

    /// Returns the path of a project, there or deleted.
    ///
    /// # Errors
    /// Those of the store.
    pub fn project_path(&self, id: ProjectId) -> Result<Option<String>> {
        let sql = "SELECT path FROM projects WHERE id = ?1 \
                   UNION ALL SELECT name FROM departed WHERE what = 'project' AND id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.0], |row| row.get(0)).optional()?)
    }

    /// Finds a group by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn group(&self, id: GroupId) -> Result<Option<Group>> {
        let sql = format!("SELECT {GROUP} FROM groups WHERE id = ?1");
        Ok(self.connection.query_row(&sql, [id.0], group).optional()?)
    }

    /// Returns the path of a group, there or deleted.
    ///
    /// # Errors
    /// Those of the store.
    pub fn group_path(&self, id: GroupId) -> Result<Option<String>> {
        let sql = "SELECT path FROM groups WHERE id = ?1 \
                   UNION ALL SELECT name FROM departed WHERE what = 'group' AND id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.0], |row| row.get(0)).optional()?)
    }
}

impl Writing<'_> {
    /// Adds a group.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_group(&self, parent: Option<GroupId>, path: &str, by: UserId) -> Result<GroupId> {
        self.connection.execute(
            "INSERT INTO groups (parent_id, path, created_at, created_by) VALUES (?1, ?2, ?3, ?4)",
            params![parent.map(|id| id.0), path, self.now.seconds(), by.0],
        )?;
        Ok(GroupId(self.connection.last_insert_rowid()))
    }

    /// Adds a project.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_project(&self, home: Home, path: &str, visibility: Visibility, by: UserId) -> Result<ProjectId> {
        let (group, owner) = match home {
            Home::Group(id) => (Some(id.0), None),
            Home::User(id) => (None, Some(id.0)),
        };
        self.connection.execute(
            "INSERT INTO projects (group_id, owner_id, path, visibility, created_at, created_by) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![group, owner, path, visibility as u8, self.now.seconds(), by.0],
        )?;
        Ok(ProjectId(self.connection.last_insert_rowid()))
    }

    /// Changes the path of a project.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_project_path(&self, id: ProjectId, path: &str) -> Result<()> {
        self.connection.execute("UPDATE projects SET path = ?1 WHERE id = ?2", params![path, id.0])?;
        Ok(())
    }
}
