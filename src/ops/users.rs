//! What becomes of users: blocked, renamed, made admins, deleted.

use serde_json::json;

use super::farewell::{Farewell, Legacy, Toll};
use super::list::Entry;
use super::people::admins_only;
use super::{Authority, Changed, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::name;
use crate::domain::place::Boundary;
use crate::domain::progress::Watch;
use crate::domain::user::User;
use crate::store::Writing;

/// Says how a user is deleted.
#[derive(Clone, Copy, Debug)]
pub struct Deletion {
    /// What becomes of their records.
    pub legacy: Legacy,
    /// Whether the groups that nobody else owns go too, with what is in them.
    pub with_groups: bool,
}

impl Authority<'_> {
    /// Counts the users who take a seat: active people, never bots or the Ghost User. `None`: there is no store yet.
    ///
    /// # Errors
    /// `Store`.
    pub fn seats(&self) -> Result<Option<u64>> {
        self.read(|reading, _| reading.seats())
    }

    /// Blocks a user, which kills nothing and stops everything of theirs, or gives it back. Returns them as they are now;
    /// `false`: it was so already.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for whoever is no admin, for bots and the Ghost User, and for the last admin; `Store`.
    pub fn block_user(&self, username: &str, blocked: bool) -> Result<(User, bool)> {
        let (what, action) = if blocked { ("blocked", "user.block") } else { ("unblocked", "user.unblock") };
        let make = |writing: &Writing<'_>, actor: &User| {
            admins_only(actor, "block and unblock users")?;
            let user = editable(writing, username, what)?;
            if user.blocked == blocked {
                return Ok(((user, false), Vec::new()));
            }
            if blocked {
                check_not_last_admin(writing, &user, what)?;
                writing.block_user(user.id)?;
            } else {
                writing.unblock_user(user.id)?;
            }
            let change = Change::of(action, "user", user.id.0, &user.username)
                .before(json!({ "blocked": user.blocked }).to_string())
                .after(json!({ "blocked": blocked }).to_string());
            Ok(((User { blocked, ..user }, true), vec![change]))
        };
        self.check_user_can_be_there(username)?;
        if blocked { self.end(make) } else { self.write(make) }
    }

    /// Makes a user an admin, or none. Returns them as they are now; `false`: it
    /// was so already.
    ///
    /// # Errors
    /// `NotFound`; `Refused` as [`Self::block_user`]; `Store`.
    pub fn set_admin(&self, username: &str, admin: bool) -> Result<(User, bool)> {
        let make = |writing: &Writing<'_>, actor: &User| {
            admins_only(actor, "make admins")?;
            let user = editable(writing, username, if admin { "made an admin" } else { "made no admin" })?;
            if user.admin == admin {
                return Ok(((user, false), Vec::new()));
            }
            if !admin {
                check_not_last_admin(writing, &user, "made no admin")?;
            }
            writing.set_admin(user.id, admin)?;
            let change = Change::of("user.admin", "user", user.id.0, &user.username)
                .before(json!({ "admin": user.admin }).to_string())
                .after(json!({ "admin": admin }).to_string());
            Ok(((User { admin, ..user }, true), vec![change]))
        };
        self.check_user_can_be_there(username)?;
        if admin { self.write(make) } else { self.end(make) }
    }

    /// Renames a user; the paths of their own projects follow. Returns them and those, as they are
    /// now.
    ///
    /// # Errors
    /// `Usage` and `Refused` for a name that cannot be used, `NotFound`, `Conflict` where it is taken; `Refused` for
    /// whoever is no admin, for bots and the Ghost User, and for the user the caller is known by; `Store`.
    pub fn rename_user(&self, username: &str, to: &str) -> Result<(User, Vec<String>)> {
        name::check_username(to)?;
        self.check_user_can_be_there(username)?;
        self.write(|writing, actor| {
            admins_only(actor, "rename users")?;
            let user = editable(writing, username, "renamed")?;
            if user.username == self.caller.login {
                return Err(Error::refused("you would lock yourself out")
                    .because("who acts is the user named after the login")
                    .hint("when the login has been renamed, another admin does it"));
            }
            if !user.username.eq_ignore_ascii_case(to) && writing.is_path_taken(to)? {
                return Err(Error::conflict(format!("the name `{to}` is taken"))
                    .because("users and groups at the top share one room of names, in upper and lower case"));
            }
            writing.rename_user(user.id, to)?;
            let mut changes = vec![renamed("user", user.id.0, &user.username, to)];
            let mut paths = Vec::new();
            for id in writing.projects_of_user(user.id)? {
                let Some(project) = writing.project(id)? else { continue };
                let path = project.path.split_once('/').map_or(to.to_owned(), |(_, rest)| format!("{to}/{rest}"));
                writing.set_project_path(id, &path)?;
                changes.push(renamed("project", id.0, &project.path, &path).within(Boundary::Project(id)));
                paths.push(path);
            }
            Ok(((User { username: to.to_owned(), ..user }, paths), changes))
        })
    }

    /// Deletes a user with everything that hangs on them.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for whoever is neither an admin nor the user themselves, for bots and the Ghost User, for the
    /// last admin, and for the only Owner of a group whose groups are not to go with them; `Store`.
    pub fn delete_user(&self, username: &str, deletion: Deletion) -> Result<Toll> {
        self.check_user_can_be_there(username)?;
        self.end(|writing, actor| delete(writing, actor, username, deletion, self.watch))
    }

    /// Says what [`Self::delete_user`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::delete_user`].
    pub fn rehearse_delete_user(&self, username: &str, deletion: Deletion) -> Result<Toll> {
        self.check_user_can_be_there(username)?;
        self.try_out(|writing, actor| delete(writing, actor, username, deletion, self.watch))
    }

    /// Without a store there is no user, and none is made to find that out.
    fn check_user_can_be_there(&self, username: &str) -> Result<()> {
        if self.has_store()? { Ok(()) } else { self.user(username).map(|_| ()) }
    }
}

fn delete(
    writing: &Writing<'_>,
    actor: &User,
    username: &str,
    deletion: Deletion,
    watch: Watch<'_>,
) -> Result<Changed<Toll>> {
    let user = find::user(writing, username)?;
    if !actor.admin && actor.id != user.id {
        return Err(Error::refused(format!("`{}` may not delete the user `{username}`", actor.username))
            .because("only that user may, or an admin"));
    }
    user.check_by_hand("deleted")?;
    check_not_last_admin(writing, &user, "deleted")?;
    let mut farewell = Farewell::new(writing, actor, None, watch);
    let groups = writing.groups_only_owned_by(user.id)?;
    if !groups.is_empty() && !deletion.with_groups {
        let paths =
            groups.iter().map(|id| Ok(writing.group_path(*id)?.unwrap_or_default())).collect::<Result<Vec<_>>>()?;
        return Err(Error::refused(format!("`{username}` is the only Owner of {}", paths.join(", ")))
            .because("a group without an Owner could be managed by nobody but admins")
            .hint(format!(
                "make somebody else Owner with `tokctl member add USER --group {} --role owner`, \
                 or delete the groups with everything in them: `--with-groups`",
                paths.first().map_or("PATH", String::as_str)
            )));
    }
    for group in groups {
        farewell.group(group)?;
    }
    farewell.user(&user, deletion.legacy)?;
    let made = writing.tokens_made_by(user.id)?;
    farewell.toll.made = made.into_iter().map(|listed| Entry::of(listed, actor, writing.now)).collect();
    Ok((farewell.toll, farewell.changes))
}

/// Finds a user who can be changed by hand.
fn editable(writing: &Writing<'_>, username: &str, what: &str) -> Result<User> {
    let user = find::user(writing, username)?;
    user.check_by_hand(what)?;
    Ok(user)
}

/// Nobody could manage a store without an admin who can act.
fn check_not_last_admin(writing: &Writing<'_>, user: &User, what: &str) -> Result<()> {
    if user.admin && !user.blocked && writing.acting_admins()? == 1 {
        return Err(Error::refused(format!("`{}` is the last admin and cannot be {what}", user.username))
            .hint("first make somebody else an admin: `tokctl user admin USER on`"));
    }
    Ok(())
}

fn renamed(object: &str, id: i64, from: &str, to: &str) -> Change {
    Change::of(&format!("{object}.rename"), object, id, to)
        .before(json!({ "name": from }).to_string())
        .after(json!({ "name": to }).to_string())
}
