//! Places: groups and projects.

use serde_json::json;

use super::{Authority, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::GroupId;
use crate::domain::name;
use crate::domain::place::{Boundary, Group, Home, Project, Visibility, name_of, parent_of};
use crate::domain::role::Role;
use crate::domain::upkeep::{Sort, least_role_to_receive};
use crate::domain::user::User;
use crate::store::{Reading, Writing};

/// A place that was added, and the groups that were added for it.
#[derive(Clone, Debug)]
pub struct Added<T> {
    /// The place.
    pub place: T,
    /// The paths of the groups above it that were not there before.
    pub parents: Vec<String>,
}

impl Authority<'_> {
    /// Adds a group, and the groups above it where they are missing. Who adds one is its Owner.
    ///
    /// # Errors
    /// `Usage` for a path that cannot be used, `Conflict` where it is taken, `Refused` where the caller is not Owner of
    /// the group above, `Store`.
    pub fn add_group(&self, path: &str) -> Result<Added<Group>> {
        name::check_path("path", path)?;
        self.write(|writing, actor| {
            check_sight(writing, actor, path)?;
            check_free(writing, path)?;
            let mut made = Groups::default();
            let id = made.add(writing, actor, path)?;
            let parents = made.paths.into_iter().filter(|made| made != path).collect();
            let group = Group { id, parent: made.parent, path: path.to_owned() };
            Ok((Added { place: group, parents }, made.changes))
        })
    }

    /// Adds a project, and the groups above it where they are missing.
    ///
    /// # Errors
    /// `Usage` for a path that cannot be used, `Conflict` where it is taken, `Refused` where the caller is not Maintainer
    /// of its group, or it is another user's place; `Store`.
    pub fn add_project(&self, path: &str, visibility: Visibility) -> Result<Added<Project>> {
        name::check_path("path", path)?;
        let Some(above) = parent_of(path) else {
            return Err(Error::usage(format!(
                "a project lies in a group or in a user's place, and `{path}` in neither"
            ))
            .hint(format!("for example `tokctl project add GROUP/{path}`")));
        };
        self.write(|writing, actor| {
            check_sight(writing, actor, path)?;
            let mut made = Groups::default();
            let home = match find::place_of_user(writing, actor, above)? {
                Some(home) => home,
                None => Home::Group(made.find_or_add(writing, actor, above)?),
            };
            if let Home::Group(group) = home {
                check_role(writing, actor, group, above, least_role_to_receive(Sort::Project))?;
            }
            check_free(writing, path)?;
            let id = writing.insert_project(home, path, visibility, actor.id)?;
            made.changes.push(
                Change::of("project.add", "project", id.0, path)
                    .within(Boundary::Project(id))
                    .after(json!({ "visibility": visibility.word() }).to_string()),
            );
            if is_default(actor, home, path) && !has_default(writing)? {
                writing.set_default_project(id)?;
            }
            let project = Project { id, home, path: path.to_owned(), visibility };
            Ok((Added { place: project, parents: made.paths }, made.changes))
        })
    }

    /// Returns the groups that the caller may see.
    ///
    /// # Errors
    /// `Store`.
    pub fn groups(&self) -> Result<Option<Vec<Group>>> {
        self.read(|reading, actor| {
            let mut seen = Vec::new();
            for group in reading.groups()? {
                if reading.sees_group(actor, group.id)? {
                    seen.push(group);
                }
            }
            Ok(seen)
        })
    }

    /// Returns the projects that the caller may see.
    ///
    /// # Errors
    /// `Store`.
    pub fn projects(&self) -> Result<Option<Vec<Project>>> {
        self.read(|reading, actor| {
            let mut seen = Vec::new();
            for project in reading.projects()? {
                if find::sees_project(reading, actor, &project)? {
                    seen.push(project);
                }
            }
            Ok(seen)
        })
    }

    /// Returns one group.
    ///
    /// # Errors
    /// `NotFound`, `Store`.
    pub fn group(&self, path: &str) -> Result<Group> {
        let found = self.read(|reading, actor| find::group(reading, actor, path))?;
        found.ok_or_else(|| Error::not_found(format!("there is no group `{path}`")))
    }

    /// Returns one project.
    ///
    /// # Errors
    /// `NotFound`, `Store`.
    pub fn project(&self, path: &str) -> Result<Project> {
        let found = self.read(|reading, actor| find::project(reading, actor, path))?;
        found.ok_or_else(|| Error::not_found(format!("there is no project `{path}`")))
    }
}

/// Says whether a project is what founding a store makes: an admin's own, called `default`.
fn is_default(actor: &User, home: Home, path: &str) -> bool {
    actor.admin && home == Home::User(actor.id) && name_of(path) == "default"
}

/// Says whether there is a project to be taken where none is named; the one there was may have been deleted.
fn has_default(reading: &Reading<'_>) -> Result<bool> {
    Ok(match reading.default_project()? {
        Some(id) => reading.project(id)?.is_some(),
        None => false,
    })
}

/// Checks that none of the groups above a path is out of the actor's sight: to them it is not there, and what is in it is
/// not for them to try out. So it is the highest one that is told, whatever there is below it.
fn check_sight(writing: &Writing<'_>, actor: &User, path: &str) -> Result<()> {
    let above: Vec<&str> = std::iter::successors(parent_of(path), |path| parent_of(path)).collect();
    let mut unseen = None;
    for group in above {
        match writing.group_at(group)? {
            Some(found) if writing.sees_group(actor, found.id)? => break,
            Some(_) => unseen = Some(group),
            None => {}
        }
    }
    unseen.map_or(Ok(()), |group| find::group(writing, actor, group).map(|_| ()))
}

pub(super) fn check_free(writing: &Writing<'_>, path: &str) -> Result<()> {
    if !writing.is_path_taken(path)? {
        return Ok(());
    }
    Err(Error::conflict(format!("the path `{path}` is taken"))
        .because("users, groups and projects share one tree of names, in upper and lower case"))
}

fn check_role(writing: &Writing<'_>, actor: &User, group: GroupId, path: &str, least: Role) -> Result<()> {
    if writing.role_in_group(actor, group)?.is_some_and(|role| role >= least) {
        return Ok(());
    }
    Err(Error::refused(format!("`{}` may add nothing to the group `{path}`", actor.username))
        .because(format!("it takes the role {least} there, or an admin")))
}

/// The groups that one command adds.
#[derive(Default)]
struct Groups {
    paths: Vec<String>,
    changes: Vec<Change>,
    parent: Option<GroupId>,
}

impl Groups {
    fn find_or_add(&mut self, writing: &Writing<'_>, actor: &User, path: &str) -> Result<GroupId> {
        match writing.group_at(path)? {
            Some(group) => Ok(group.id),
            None => self.add(writing, actor, path),
        }
    }

    /// Adds a group, those above it first.
    fn add(&mut self, writing: &Writing<'_>, actor: &User, path: &str) -> Result<GroupId> {
        check_free(writing, path)?;
        if parent_of(path).is_none() {
            name::check_top(path)?;
        }
        let parent = parent_of(path).map(|above| self.find_or_add(writing, actor, above)).transpose()?;
        if let (Some(parent), Some(above)) = (parent, parent_of(path)) {
            check_role(writing, actor, parent, above, least_role_to_receive(Sort::Group))?;
        }
        let id = writing.insert_group(parent, path, actor.id)?;
        let boundary = Boundary::Group(id);
        self.changes.push(Change::of("group.add", "group", id.0, path).within(boundary));
        if parent.is_none() {
            writing.put_member(actor.id, boundary, Role::Owner, actor.id)?;
            self.changes.push(
                Change::of("member.add", "user", actor.id.0, &actor.username)
                    .within(boundary)
                    .before(json!({ "role": null }).to_string())
                    .after(json!({ "role": Role::Owner.word() }).to_string()),
            );
        }
        self.parent = parent;
        self.paths.push(path.to_owned());
        Ok(id)
    }
}
