//! People and their roles: users and members.

use serde_json::json;

use super::grant::Where;
use super::list::Entry;
use super::{Authority, bot, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::name;
use crate::domain::place::{Boundary, Home, Project};
use crate::domain::role::Role;
use crate::domain::user::{User, UserKind};
use crate::store::{Member, Reading, Writing};

impl Authority<'_> {
    /// Adds a person.
    ///
    /// # Errors
    /// `Usage` and `Refused` for a name that cannot be used, `Refused` for whoever is no admin, `Conflict` where the name
    /// is taken by a user or a group, `Store`.
    pub fn add_user(&self, username: &str, shown_as: Option<&str>, admin: bool) -> Result<User> {
        name::check_username(username)?;
        let shown_as = shown_as.unwrap_or(username);
        name::check_title("name", shown_as)?;
        self.write(|writing, actor| {
            admins_only(actor, "add a user")?;
            if writing.is_path_taken(username)? {
                return Err(Error::conflict(format!("the name `{username}` is taken"))
                    .because("users and groups at the top share one room of names, in upper and lower case"));
            }
            let id = writing.insert_user(UserKind::Human, username, shown_as, admin, Some(actor.id))?;
            let change = Change::of("user.add", "user", id.0, username).after(json!({ "admin": admin }).to_string());
            Ok((find::user(writing, username)?, vec![change]))
        })
    }

    /// Returns the users. Everybody may know who there is, and of the bot users those of the projects that they see.
    ///
    /// # Errors
    /// `Store`.
    pub fn users(&self) -> Result<Option<Vec<User>>> {
        self.read(|reading, actor| {
            let bots = bot::Sight::of(reading, actor)?;
            Ok(reading.users()?.into_iter().filter(|user| bots.reaches(user)).collect())
        })
    }

    /// Returns one user.
    ///
    /// # Errors
    /// `NotFound`, also for a bot user of a project that the caller does not see; `Store`.
    pub fn user(&self, username: &str) -> Result<User> {
        let found = self.read(|reading, actor| {
            let user = find::user(reading, username)?;
            let is_seen = user.kind != UserKind::Bot || bot::Sight::of(reading, actor)?.reaches(&user);
            if is_seen { Ok(user) } else { Err(find::no_user(reading, username)) }
        })?;
        found.ok_or_else(|| Error::not_found(format!("there is no user `{username}`")))
    }

    /// Gives a user a role in a project or a group, in place of the one they had there; returns them as a member, and the
    /// live tokens that they made there, where they are Maintainer no more.
    ///
    /// # Errors
    /// `NotFound`; `Refused` where the caller's own role is too low, for bots, and for a group's last Owner; `Store`.
    pub fn put_member(&self, username: &str, place: &Where, role: Role) -> Result<(Member, Vec<Entry>)> {
        let make = |writing: &Writing<'_>, actor: &User| {
            let (boundary, path) = managed(writing, actor, place, role)?;
            let user = movable(writing, username)?;
            let had = writing.direct_role(user.id, boundary)?;
            may_change(actor, writing.role_within(actor, boundary)?, had)?;
            let member =
                Member { user: user.id, username: user.username.clone(), kind: user.kind, role, path, direct: true };
            if had == Some(role) {
                return Ok(((member, Vec::new()), Vec::new()));
            }
            writing.put_member(member.user, boundary, role, actor.id)?;
            if had == Some(Role::Owner) {
                check_still_owned(writing, boundary, &member.path)?;
            }
            let change = Change::of("member.add", "user", member.user.0, &member.username)
                .within(boundary)
                .before(json!({ "role": had.map(Role::word) }).to_string())
                .after(json!({ "role": role.word() }).to_string());
            let is_demoted = had >= Some(Role::Maintainer) && role < Role::Maintainer;
            let made = if is_demoted { made_there(writing, actor, &user, boundary)? } else { Vec::new() };
            Ok(((member, made), vec![change]))
        };
        if self.would_lower(username, place, role)? { self.end(make) } else { self.write(make) }
    }

    /// Says whether a role would take something away from who has it now. Only the room that the change may take on a full
    /// disk hangs on the answer, so nothing is lost where somebody else comes between.
    fn would_lower(&self, username: &str, place: &Where, role: Role) -> Result<bool> {
        let had = self.read(|reading, actor| {
            let Some(user) = reading.user_named(username)? else { return Ok(None) };
            reading.direct_role(user.id, find::boundary(reading, actor, place)?)
        })?;
        Ok(had.flatten().is_some_and(|had| had > role))
    }

    /// Takes a user's role in a project or a group away; returns the live tokens that they made there, whose secrets they may
    /// still have.
    ///
    /// # Errors
    /// `NotFound` where they have none there; `Refused` as [`Self::put_member`]; `Store`.
    pub fn remove_member(&self, username: &str, place: &Where) -> Result<Vec<Entry>> {
        self.end(|writing, actor| {
            let (boundary, path) = managed(writing, actor, place, Role::Guest)?;
            let user = movable(writing, username)?;
            let had = writing.direct_role(user.id, boundary)?;
            let Some(role) = had else {
                return Err(Error::not_found(format!("`{username}` is no member of `{path}` itself"))
                    .hint(format!("`tokctl member list {}` shows where a role comes from", place.option())));
            };
            may_change(actor, writing.role_within(actor, boundary)?, had)?;
            writing.take_member(user.id, boundary)?;
            if role == Role::Owner {
                check_still_owned(writing, boundary, &path)?;
            }
            let change = Change::of("member.remove", "user", user.id.0, &user.username)
                .within(boundary)
                .before(json!({ "role": role.word() }).to_string());
            Ok((made_there(writing, actor, &user, boundary)?, vec![change]))
        })
    }

    /// Returns the members of a project or a group, with those of the groups above.
    ///
    /// # Errors
    /// `NotFound`, `Store`.
    pub fn members(&self, place: &Where) -> Result<Option<Vec<Member>>> {
        self.read(|reading, actor| {
            let boundary = find::boundary(reading, actor, place)?;
            let Boundary::Project(id) = boundary else { return reading.members(None, boundary.group()) };
            match reading.project(id)? {
                Some(Project { home: Home::Group(group), .. }) => reading.members(Some(id), Some(group)),
                Some(Project { home: Home::User(owner), path, .. }) => {
                    let owner = reading.user(owner)?.map(|owner| Member::owner(&owner, path));
                    Ok(owner.into_iter().chain(reading.members(Some(id), None)?).collect())
                }
                None => Ok(Vec::new()),
            }
        })
    }
}

/// Returns the live tokens that a user made in a place, as the actor may see them.
fn made_there(reading: &Reading<'_>, actor: &User, user: &User, boundary: Boundary) -> Result<Vec<Entry>> {
    let made = reading.tokens_made_within(user.id, boundary)?;
    Ok(made.into_iter().map(|listed| Entry::of(listed, actor, reading.now)).collect())
}

pub(super) fn admins_only(actor: &User, what: &str) -> Result<()> {
    if actor.admin { Ok(()) } else { Err(Error::refused(format!("only an admin may {what}"))) }
}

/// Finds a place whose members the actor manages, up to a role: their own at most.
fn managed(reading: &Reading<'_>, actor: &User, place: &Where, role: Role) -> Result<(Boundary, String)> {
    let boundary = find::boundary(reading, actor, place)?;
    let path = match place {
        Where::Project(path) | Where::Group(path) => path.clone(),
        _ => return Err(Error::usage("members are of a project or a group")),
    };
    let least = if boundary.group().is_some() { Role::Owner } else { Role::Maintainer };
    let own = reading.role_within(actor, boundary)?;
    if own.is_none_or(|own| own < least) {
        return Err(Error::refused(format!("`{}` may not change the members of `{path}`", actor.username))
            .because(format!("it takes the role {least} there, or an admin")));
    }
    if own.is_some_and(|own| role > own) {
        return Err(Error::refused(format!("`{}` cannot give the role {role} in `{path}`", actor.username))
            .because("nobody gives a higher role than their own"));
    }
    Ok((boundary, path))
}

/// Nobody takes from a member a higher role than their own.
fn may_change(actor: &User, own: Option<Role>, had: Option<Role>) -> Result<()> {
    if had > own {
        return Err(Error::refused(format!("`{}` cannot change somebody of a higher role", actor.username)));
    }
    Ok(())
}

/// Finds a user who can be a member by hand: bots stay where they were made, the Ghost User is nowhere.
fn movable(writing: &Writing<'_>, username: &str) -> Result<User> {
    let user = find::user(writing, username)?;
    user.check_by_hand("made a member or removed")?;
    Ok(user)
}

/// Takes back, by failing, a change after which nobody would be Owner of a group.
fn check_still_owned(writing: &Writing<'_>, boundary: Boundary, path: &str) -> Result<()> {
    match boundary {
        Boundary::Group(id) if !writing.has_owner(id)? => {
            Err(Error::refused(format!("`{path}` would be left without an Owner"))
                .hint(format!("first make somebody else Owner: `tokctl member add USER --group {path} --role owner`")))
        }
        _ => Ok(()),
    }
}
