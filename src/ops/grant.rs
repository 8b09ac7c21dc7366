//! Grants: what is to be minted, and whether it can be given.

use super::find;
pub use super::named::Where;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::{self, Life};
use crate::domain::id::UserId;
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::name;
use crate::domain::permission::{Deed, Ruling, need};
use crate::domain::place::Boundary;
use crate::domain::policy::{Policies, Policy, demands};
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::{Reading, Writing};

/// Says what is to be minted.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Which of the nine kinds.
    pub kind: Kind,
    /// Where it is to be valid.
    pub place: Where,
    /// What it is to be called; `None`: its kind and its number.
    pub name: Option<String>,
    /// A free text.
    pub note: Option<String>,
    /// What it may open.
    pub scopes: ScopeSet,
    /// Its end, as it was typed.
    pub expires: Option<String>,
    /// How long it lives to the second, where it is made for one command; `None`: as `expires` says.
    pub life: Option<Life>,
    /// The username it is to be presented with, where it is not the default.
    pub username: Option<String>,
    /// How often it may be used; `None`: as often as one likes.
    pub use_limit: Option<u32>,
}

impl Grant {
    /// Checks what can be checked without the store.
    pub(super) fn check(&self, now: Timestamp) -> Result<()> {
        if let Some(name) = &self.name {
            name::check_title("name", name)?;
        }
        if let Some(note) = &self.note {
            name::check_note(note)?;
        }
        if let Some(username) = &self.username {
            name::check_deploy_username(username)?;
        }
        if !self.scopes.is_within(self.kind.scopes()) {
            return Err(wrong_scopes(self.kind, self.scopes));
        }
        if self.scopes.is_empty() && !self.kind.scopes().is_empty() {
            return Err(Error::usage("a token without scopes opens nothing")
                .hint(format!("name at least one with `--scope`: {}", self.kind.scopes().words().join(", "))));
        }
        self.end(now).map(|_| ())
    }

    /// Checks that the actor may give it in a boundary, and that nothing stands in its way; returns the user that the token
    /// will act as.
    pub(super) fn check_given(&self, writing: &Writing<'_>, actor: &User, boundary: Boundary) -> Result<Option<User>> {
        let holder = self.check_allowed(writing, actor, boundary)?;
        self.check_end(&writing.policies()?, writing.now)?;
        let holder = holder.map(|id| holder_of(writing, self.kind, self.scopes, id)).transpose()?;
        let namesake = self.name.as_ref().map(|name| namesake(writing, self.kind, boundary, name)).transpose()?;
        namesake.flatten().map_or(Ok(holder), |other| Err(name_is_taken(&other)))
    }

    /// Checks that the actor may give it in a boundary; returns the number of the user that the token will act as, where they
    /// is there before it.
    pub(super) fn check_allowed(
        &self,
        reading: &Reading<'_>,
        actor: &User,
        boundary: Boundary,
    ) -> Result<Option<UserId>> {
        let holder = self.holder_in(actor, boundary);
        if find::check(reading, actor, self.kind, boundary, holder == Some(actor.id), Deed::Take)? != Ruling::Allowed {
            return Err(find::refusal(actor, self.kind, Deed::Take, need(self.kind, boundary, Deed::Take)));
        }
        Ok(holder)
    }

    /// Checks the end against the policies, and returns it.
    pub(super) fn check_end(&self, policies: &Policies, now: Timestamp) -> Result<Option<Timestamp>> {
        let end = self.end(now)?;
        if self.kind.is_dated() {
            policies.check_end(end, now)?;
        }
        Ok(end)
    }

    /// Returns the number of the user that the token will act as, where they are there before it.
    fn holder_in(&self, actor: &User, boundary: Boundary) -> Option<UserId> {
        let acts_as_itself = self.kind.acts_as() == ActsAs::Itself;
        // A project access token brings its bot user with it.
        let is_there = !acts_as_itself && self.kind != Kind::ProjectAccess;
        is_there.then(|| boundary.user().unwrap_or(actor.id))
    }

    pub(super) fn end(&self, now: Timestamp) -> Result<Option<Timestamp>> {
        match (self.life, &self.expires) {
            (Some(life), _) => life.end_from(now),
            (None, Some(text)) => expiry::parse_end(text, now),
            (None, None) => Ok(None),
        }
    }
}

/// The error for scopes that a kind cannot carry.
#[must_use]
pub fn wrong_scopes(kind: Kind, scopes: ScopeSet) -> Error {
    let wrong: Vec<&str> = scopes.iter().filter(|scope| !kind.scopes().contains(*scope)).map(Scope::word).collect();
    let article = if kind.word().starts_with(['i', 'o']) { "an" } else { "a" };
    Error::usage(format!("{article} {kind} token cannot carry the scope `{}`", wrong.join("`, `")))
        .hint(format!("it can carry {}", kind.scopes().words().join(", ")))
}

/// Finds the user that a token acts as, and checks that they may have one of this kind, with these scopes, now.
pub(super) fn holder_of(reading: &Reading<'_>, kind: Kind, scopes: ScopeSet, id: UserId) -> Result<User> {
    let holder = reading.user(id)?.ok_or_else(|| Error::not_found(format!("there is no user {id}")))?;
    match kind {
        // The bot of a token that is rotated: it has this one, and no other.
        Kind::ProjectAccess => return Ok(holder),
        Kind::Impersonation if !reading.policies()?.impersonation => {
            return Err(demands(Policy::Impersonation, "off"));
        }
        Kind::Impersonation => holder.check_impersonable()?,
        _ => holder.check_can_hold()?,
    }
    if scopes.contains(Scope::Sudo) && !holder.admin {
        return Err(
            Error::refused("the scope `sudo` is for admins only").because(format!("`{}` is no admin", holder.username))
        );
    }
    Ok(holder)
}

/// Finds the live token of a kind that has a name in a boundary.
pub(super) fn namesake(reading: &Reading<'_>, kind: Kind, boundary: Boundary, name: &str) -> Result<Option<Token>> {
    let mut living = None;
    for token in reading.tokens_named(boundary, Some(kind), name)? {
        // In an overlap the one that can be rotated is the one to name.
        let is_better = living.as_ref().is_none_or(|other: &Token| other.rotated_at.is_some());
        if is_better && reading.lives(&token)? {
            living = Some(token);
        }
    }
    Ok(living)
}

/// The error for a name that a live token has.
pub(super) fn name_is_taken(token: &Token) -> Error {
    let kind = token.kind;
    Error::conflict(format!("a live {kind} token is called `{}` there already", token.name))
        .because(format!("it is token {}", token.id))
        .hint(if kind.can_rotate() {
            format!("choose another `--name`, or give it a new secret with `tokctl rotate {}`", token.id)
        } else {
            format!("choose another `--name`, or end that one with `tokctl revoke {}`", token.id)
        })
}

/// Says whether a token ends when it was asked to, or sooner: where no end is asked for it must have none.
fn ends_as_asked(token: &Token, asked: Option<Timestamp>) -> bool {
    match asked {
        None => token.expires_at.is_none(),
        Some(_) => !expiry::is_later(token.expires_at, asked),
    }
}

/// Says whether a token is live and just what a grant would give. It may end sooner, as one does that was made yesterday
/// with the same `--expires 30d`, and never later than is asked for.
pub(super) fn is_given_by(reading: &Reading<'_>, actor: &User, token: &Token, grant: &Grant) -> Result<bool> {
    let boundary = find::boundary(reading, actor, &grant.place)?;
    Ok(token.state(reading.now).is_live()
        && token.kind == grant.kind
        && token.boundary == boundary
        && token.scopes == grant.scopes
        && ends_as_asked(token, grant.end(reading.now)?)
        && grant.name.as_ref().is_none_or(|name| *name == token.name)
        && grant.username.as_ref().is_none_or(|username| Some(username) == token.username().as_ref()))
}
