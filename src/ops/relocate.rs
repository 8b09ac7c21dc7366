//! Renaming and transferring groups and projects. Their numbers stay, and with them their tokens; the paths of
//! everything below follow in the same commit.

use serde_json::{Value, json};

use super::places::check_free;
use super::{Authority, Changed, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::GroupId;
use crate::domain::name::{LONGEST_PATH, check_segment, check_top};
use crate::domain::place::{Boundary, Group, Home, Project, Visibility, name_of, parent_of, path_below};
use crate::domain::role::Role;
use crate::domain::upkeep::{Sort, Work, least_role, least_role_to_receive};
use crate::domain::user::User;
use crate::store::{Followed, Reading, Writing};

/// A group or project that has another path now.
#[derive(Clone, Debug)]
pub struct Moved<T> {
    /// It, as it is now.
    pub place: T,
    /// The path it had.
    pub from: String,
    /// The groups and projects below it, whose paths followed.
    pub followed: Vec<Followed>,
    /// Whether who moved it became its Owner, since nobody else would be.
    pub taken: bool,
}

impl Authority<'_> {
    /// Gives a group another name where it lies.
    ///
    /// # Errors
    /// `Usage` for a name that cannot be used, `NotFound`, `Conflict` where the path is taken, `Refused`, `Store`.
    pub fn rename_group(&self, path: &str, new: &str) -> Result<Moved<Group>> {
        check_name("group", new)?;
        self.there(|authority| authority.group(path).map(|_| ()))?;
        self.write(|writing, actor| {
            let group = find::group(writing, actor, path)?;
            check_role(actor, writing.role_in_group(actor, group.id)?, path, Sort::Group, Work::Rename)?;
            let to = path_below(parent_of(path), new);
            move_group(writing, actor, &group, (group.parent, &to), "group.rename")
        })
    }

    /// Puts a group into another, or at the top. Where nobody would own it there, who puts it becomes its Owner.
    ///
    /// # Errors
    /// `NotFound`, `Conflict` where the path is taken or the group would lie in itself, `Refused`, `Store`.
    pub fn transfer_group(&self, path: &str, to: Option<&str>) -> Result<Moved<Group>> {
        self.there(|authority| authority.group(path).map(|_| ()))?;
        self.write(|writing, actor| {
            let group = find::group(writing, actor, path)?;
            check_role(actor, writing.role_in_group(actor, group.id)?, path, Sort::Group, Work::Transfer)?;
            let parent = to.map(|to| find::group(writing, actor, to)).transpose()?;
            if let Some(parent) = &parent {
                check_receives(actor, writing.role_in_group(actor, parent.id)?, &parent.path, Sort::Group)?;
                if writing.lineage(parent.id)?.contains(&group.id) {
                    return Err(Error::conflict(format!("the group `{path}` cannot lie in itself"))
                        .because(format!("`{}` is the group itself, or lies in it", parent.path)));
                }
            }
            let target = path_below(parent.as_ref().map(|parent| parent.path.as_str()), name_of(path));
            move_group(writing, actor, &group, (parent.map(|parent| parent.id), &target), "group.transfer")
        })
    }

    /// Gives a project another name where it lies.
    ///
    /// # Errors
    /// As [`Self::rename_group`].
    pub fn rename_project(&self, path: &str, new: &str) -> Result<Moved<Project>> {
        check_name("project", new)?;
        self.there(|authority| authority.project(path).map(|_| ()))?;
        self.write(|writing, actor| {
            let project = find::project(writing, actor, path)?;
            check_role(actor, writing.role_in_project(actor, &project)?, path, Sort::Project, Work::Rename)?;
            let to = path_below(parent_of(path), new);
            move_project(writing, &project, (project.home, &to), "project.rename")
        })
    }

    /// Puts a project into a group, or into a user's own place.
    ///
    /// # Errors
    /// `NotFound`, `Conflict` where the path is taken, `Refused`, `Store`.
    pub fn transfer_project(&self, path: &str, to: &str) -> Result<Moved<Project>> {
        self.there(|authority| authority.project(path).map(|_| ()))?;
        self.write(|writing, actor| {
            let project = find::project(writing, actor, path)?;
            check_role(actor, writing.role_in_project(actor, &project)?, path, Sort::Project, Work::Transfer)?;
            let home = if let Some(home) = find::place_of_user(writing, actor, to)? {
                home
            } else {
                let group = find::group(writing, actor, to)?;
                check_receives(actor, writing.role_in_group(actor, group.id)?, to, Sort::Project)?;
                Home::Group(group.id)
            };
            let target = path_below(Some(to), name_of(path));
            move_project(writing, &project, (home, &target), "project.transfer")
        })
    }

    /// Says who sees a project without being a member.
    ///
    /// # Errors
    /// `NotFound`, `Refused`, `Store`.
    pub fn set_visibility(&self, path: &str, visibility: Visibility) -> Result<Project> {
        self.there(|authority| authority.project(path).map(|_| ()))?;
        let make = |writing: &Writing<'_>, actor: &User| {
            let project = find::project(writing, actor, path)?;
            check_role(actor, writing.role_in_project(actor, &project)?, path, Sort::Project, Work::Visibility)?;
            if project.visibility == visibility {
                return Ok((project, Vec::new()));
            }
            writing.set_visibility(&project, visibility)?;
            let change = Change::of("project.visibility", "project", project.id.0, path)
                .within(Boundary::Project(project.id))
                .before(json!({ "visibility": project.visibility.word() }).to_string())
                .after(json!({ "visibility": visibility.word() }).to_string());
            Ok((Project { visibility, ..project }, vec![change]))
        };
        // To be seen by all takes nothing away from anybody.
        if visibility == Visibility::Public { self.write(make) } else { self.end(make) }
    }

    /// Looks first where there is no store, so that changing what is not there makes none.
    pub(super) fn there(&self, look: impl FnOnce(&Self) -> Result<()>) -> Result<()> {
        if self.has_store()? { Ok(()) } else { look(self) }
    }
}

/// A new name is one part of a path.
fn check_name(what: &str, name: &str) -> Result<()> {
    if name.contains('/') {
        return Err(Error::usage(format!("the new name of a {what} has no `/` in it"))
            .hint(format!("`tokctl {what} transfer PATH --to GROUP` moves it elsewhere")));
    }
    check_segment("name", name)
}

/// Checks that the actor may do something to a place that they see.
pub(super) fn check_role(actor: &User, role: Option<Role>, path: &str, sort: Sort, work: Work) -> Result<()> {
    let least = least_role(sort, work);
    if actor.can_act() && role.is_some_and(|role| role >= least) {
        return Ok(());
    }
    Err(Error::refused(format!("`{}` may not {} the {} `{path}`", actor.username, work.verb(), sort.word()))
        .because(format!("it takes the role {least} there, or an admin")))
}

fn check_receives(actor: &User, role: Option<Role>, path: &str, sort: Sort) -> Result<()> {
    let least = least_role_to_receive(sort);
    if role.is_some_and(|role| role >= least) {
        return Ok(());
    }
    Err(Error::refused(format!("`{}` may put no {} into the group `{path}`", actor.username, sort.word()))
        .because(format!("it takes the role {least} there, or an admin")))
}

/// Checks that a path is free, but for the thing itself when its name changes in upper and lower case only.
fn check_target(reading: &Writing<'_>, from: &str, to: &str) -> Result<()> {
    if from == to {
        return Err(Error::conflict(format!("the path of `{from}` is that already")));
    }
    if from.eq_ignore_ascii_case(to) { Ok(()) } else { check_free(reading, to) }
}

/// Checks that no path that follows becomes too long.
fn check_length<'p>(mut paths: impl Iterator<Item = &'p str>) -> Result<()> {
    match paths.find(|path| path.len() > LONGEST_PATH) {
        None => Ok(()),
        Some(path) => Err(Error::usage("a path would become longer than 1000 characters")
            .because(format!("it is that of `{}`", name_of(path)))),
    }
}

type Target<'t, T> = (T, &'t str);

fn move_group(
    writing: &Writing<'_>,
    actor: &User,
    group: &Group,
    (parent, to): Target<'_, Option<GroupId>>,
    action: &str,
) -> Result<Changed<Moved<Group>>> {
    check_target(writing, &group.path, to)?;
    if parent.is_none() {
        check_top(to)?;
    }
    let followed = writing.move_group(group, parent, to)?;
    check_length(followed.iter().map(|followed| followed.to.as_str()).chain([to]))?;
    let boundary = Boundary::Group(group.id);
    let side = |path: &str, parent: Option<GroupId>| json!({ "path": path, "parent_id": parent.map(|id| id.0) });
    let mut changes = vec![moved(action, boundary, to, &side(&group.path, group.parent), &side(to, parent))];
    for followed in &followed {
        let Followed { place, from, to } = followed;
        let action = format!("{}.follow", place.word());
        changes.push(moved(&action, *place, to, &json!({ "path": from }), &json!({ "path": to })));
    }
    // Its Owners were those of the groups above it; without them nobody but admins would be left.
    let taken = parent.is_none() && !has_owner(writing, boundary)?;
    if taken {
        writing.put_member(actor.id, boundary, Role::Owner, actor.id)?;
        changes.push(
            Change::of("member.add", "user", actor.id.0, &actor.username)
                .within(boundary)
                .after(json!({ "role": Role::Owner.word() }).to_string()),
        );
    }
    let place = Group { id: group.id, parent, path: to.to_owned() };
    Ok((Moved { place, from: group.path.clone(), followed, taken }, changes))
}

fn has_owner(reading: &Reading<'_>, boundary: Boundary) -> Result<bool> {
    boundary.group().map_or(Ok(false), |id| reading.has_owner(id))
}

fn move_project(
    writing: &Writing<'_>,
    project: &Project,
    (home, to): Target<'_, Home>,
    action: &str,
) -> Result<Changed<Moved<Project>>> {
    check_target(writing, &project.path, to)?;
    check_length([to].into_iter())?;
    writing.move_project(project.id, home, to)?;
    let side = |path: &str, home: Home| json!({ "path": path, "group_id": home.group(), "owner_id": home.owner() });
    let boundary = Boundary::Project(project.id);
    let changes = vec![moved(action, boundary, to, &side(&project.path, project.home), &side(to, home))];
    let place = Project { home, path: to.to_owned(), ..project.clone() };
    Ok((Moved { place, from: project.path.clone(), followed: Vec::new(), taken: false }, changes))
}

fn moved(action: &str, place: Boundary, to: &str, before: &Value, after: &Value) -> Change {
    let id = place.project().map(|id| id.0).or(place.group().map(|id| id.0)).unwrap_or_default();
    Change::of(action, place.word(), id, to).within(place).before(before.to_string()).after(after.to_string())
}
