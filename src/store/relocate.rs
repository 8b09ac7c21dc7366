//! Groups and projects that move: their rows, and the paths of everything below them.

use rusqlite::{Row, params};

use super::{Reading, Writing};
use crate::domain::error::{Error, Result};
use crate::domain::id::{GroupId, ProjectId};
use crate::domain::place::{Boundary, Group, Home, Project, Visibility, moved_along};

/// A group or project below one that moved, whose path followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The group or the project.
    pub place: Boundary,
    /// The path it had.
    pub from: String,
    /// The path it has now.
    pub to: String,
}

/// A group and all groups below it. The group is bound first.
const INSIDE: &str = "WITH RECURSIVE inside (id) AS (SELECT ?1 UNION \
    SELECT groups.id FROM groups JOIN inside ON groups.parent_id = inside.id)";

impl Reading<'_> {
    /// Returns the groups and projects below a group, with their paths.
    fn below(&self, group: GroupId) -> Result<Vec<(Boundary, String)>> {
        let groups = format!(
            "{INSIDE} SELECT id, path FROM groups WHERE id IN (SELECT id FROM inside) AND id <> ?1 ORDER BY id"
        );
        let projects =
            format!("{INSIDE} SELECT id, path FROM projects WHERE group_id IN (SELECT id FROM inside) ORDER BY id");
        let of_group = |row: &Row<'_>| Ok((Boundary::Group(GroupId(row.get(0)?)), row.get(1)?));
        let of_project = |row: &Row<'_>| Ok((Boundary::Project(ProjectId(row.get(0)?)), row.get(1)?));
        let mut statement = self.connection.prepare(&groups)?;
        let mut found = statement.query_map([group.0], of_group)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut statement = self.connection.prepare(&projects)?;
        for project in statement.query_map([group.0], of_project)? {
            found.push(project?);
        }
        Ok(found)
    }
}

impl Writing<'_> {
    /// Puts a group below another, or at the top, under a path that is free; the paths below it follow.
    ///
    /// # Errors
    /// Those of the store.
    pub fn move_group(&self, group: &Group, parent: Option<GroupId>, path: &str) -> Result<Vec<Followed>> {
        let below = self.below(group.id)?;
        let sql = "UPDATE groups SET parent_id = ?1, path = ?2 WHERE id = ?3";
        self.connection.execute(sql, params![parent.map(|id| id.0), path, group.id.0])?;
        let mut followed = Vec::new();
        for (place, from) in below {
            let to = moved_along(&from, &group.path, path).ok_or_else(|| {
                Error::store(format!("`{from}` lies in the group `{}` by its number only", group.path))
            })?;
            match place {
                Boundary::Project(id) => {
                    self.connection.execute("UPDATE projects SET path = ?1 WHERE id = ?2", params![to, id.0])?
                }
                Boundary::Group(id) => {
                    self.connection.execute("UPDATE groups SET path = ?1 WHERE id = ?2", params![to, id.0])?
                }
                Boundary::User(_) | Boundary::Instance | Boundary::Projects => continue,
            };
            followed.push(Followed { place, from, to });
        }
        Ok(followed)
    }

    /// Puts a project into a group or a user's own place, under a path that is free.
    ///
    /// # Errors
    /// Those of the store.
    pub fn move_project(&self, project: ProjectId, home: Home, path: &str) -> Result<()> {
        let (group, owner) = match home {
            Home::Group(id) => (Some(id.0), None),
            Home::User(id) => (None, Some(id.0)),
        };
        let sql = "UPDATE projects SET group_id = ?1, owner_id = ?2, path = ?3 WHERE id = ?4";
        self.connection.execute(sql, params![group, owner, path, project.0])?;
        Ok(())
    }

    /// Says who sees a project without being a member.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_visibility(&self, project: &Project, visibility: Visibility) -> Result<()> {
        let sql = "UPDATE projects SET visibility = ?1 WHERE id = ?2";
        self.connection.execute(sql, params![visibility as u8, project.id.0])?;
        Ok(())
    }
}
