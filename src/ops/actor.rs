//! Who acts: the user named after the login, or whom an admin acts as.

use super::{Authority, bot};
use crate::domain::error::{Code, Error, Result};
use crate::domain::user::{User, UserKind};
use crate::store::Reading;

/// Says who calls, and from where. The login comes from the kernel's number of the account, never from the environment.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The account's name.
    pub login: String,
    /// The account's number.
    pub uid: u32,
    /// The machine's name.
    pub host: String,
    /// The command's words, without its arguments.
    pub command: String,
    /// The user to act as, where one was named.
    pub acting_as: Option<String>,
}

/// Who acts in a transaction.
pub(super) struct Actor {
    /// The user whose roles count.
    pub(super) user: User,
    /// The admin who acts as them.
    pub(super) operator: Option<String>,
}

impl Authority<'_> {
    /// Finds who acts, as they are now.
    pub(super) fn actor(&self, reading: &Reading<'_>) -> Result<Actor> {
        let login = &self.caller.login;
        let caller = reading.user_named(login)?.filter(|user| user.kind == UserKind::Human).ok_or_else(|| {
            Error::refused(format!("this store knows no user `{login}`"))
                .because("who acts is the user named after the login")
                .hint(format!("an admin of the store adds them with `tokctl user add {login}`"))
        })?;
        if caller.blocked {
            return Err(Error::refused(format!("the user `{login}` is blocked")));
        }
        let Some(name) = self.caller.acting_as.as_deref().filter(|name| *name != login) else {
            return Ok(Actor { user: caller, operator: None });
        };
        if !caller.admin {
            return Err(Error::refused("only an admin may act as another user"));
        }
        let user = reading.user_named(name)?.ok_or_else(|| super::find::no_user(reading, name))?;
        if user.kind == UserKind::Ghost || user.blocked {
            let why = if user.blocked { "they are blocked" } else { "the Ghost User never acts" };
            return Err(Error::refused(format!("nobody can act as `{name}`")).because(why));
        }
        if user.kind == UserKind::Bot && !bot::acts(reading, user.id)? {
            return Err(Error::refused(format!("nobody can act as `{name}`"))
                .because("a bot user acts by its token, and that is not active"));
        }
        Ok(Actor { user, operator: Some(caller.username) })
    }

    /// Finds who is named in the trail where a presented secret is the authority and no role is asked: the caller, where they
    /// may act, else the user of the secret. The account and the machine stand beside either.
    pub(super) fn bearer(&self, reading: &Reading<'_>, of_secret: &User) -> Result<Actor> {
        match self.actor(reading) {
            Err(error) if error.code == Code::Refused && self.caller.acting_as.is_none() => {
                Ok(Actor { user: of_secret.clone(), operator: None })
            }
            found => found,
        }
    }
}
