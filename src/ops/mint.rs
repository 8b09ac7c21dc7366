//! Minting: a new token, its secret handed over before it comes alive.

use serde_json::json;

use super::find;
use super::{Authority, Changed, Delivery};
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::expiry;
use crate::domain::id::{TokenId, UserId};
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::name;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::Boundary;
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::secret::{Form, Secret};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::{User, UserKind};
use crate::store::{Listed, NewToken, Reading, Writing};

/// Says where a token is to be valid, as it was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the project of this path.
    Project(String),
    /// In the group of this path and its subgroups.
    Group(String),
    /// What the user of this name may.
    User(String),
    /// What whoever acts may.
    Myself,
    /// In the store's default project.
    DefaultProject,
}

impl Where {
    /// Returns the place in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Project(path) => format!("the project `{path}`"),
            Self::Group(path) => format!("the group `{path}`"),
            Self::User(name) => format!("what `{name}` may"),
            Self::Myself => "what you may".into(),
            Self::DefaultProject => "the default project".into(),
        }
    }
}

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
    /// The username it is to be presented with, where it is not the default.
    pub username: Option<String>,
}

/// A token that was minted, and its secret: the only place where the two are together.
pub struct Minted {
    /// The token, with its names.
    pub listed: Listed,
    /// Its secret.
    pub secret: Secret,
}

impl Authority<'_> {
    /// Mints a token.
    ///
    /// # Errors
    /// `Usage`, `NotFound`, `Refused` and `Conflict` where the grant cannot be given; `Delivery` where the secret did not
    /// reach its reader: no token is alive then; `Store` and `Clock`.
    pub fn mint(&self, grant: &Grant, delivery: &mut Delivery<'_, Minted>) -> Result<Minted> {
        grant.check(self.now())?;
        self.deliver(delivery, |writing, actor| mint(writing, actor, grant))
    }

    /// Says what [`Self::mint`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::mint`], but for those of the delivery.
    pub fn rehearse_mint(&self, grant: &Grant) -> Result<Listed> {
        grant.check(self.now())?;
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            mint(writing, actor, grant)
        })
        .map(|minted| minted.listed)
    }

    /// Finds the live token of a secret that was handed over before, if it is just what the grant would give.
    ///
    /// # Errors
    /// `Conflict` where the secret is another's or dead; `Store`.
    pub fn find_grant(&self, grant: &Grant, digest: &Digest) -> Result<Option<Listed>> {
        let found = self.read(|reading, actor| {
            let Some(presented) = reading.presented(digest)? else { return Ok(None) };
            let same = is_given_by(reading, actor, &presented.token, grant)?;
            if same { reading.listed(presented.token.id) } else { Ok(None) }
        })?;
        Ok(found.flatten())
    }

    /// Returns what the secret of a file once opened, for whoever finds the file in his way.
    ///
    /// # Errors
    /// `Store`.
    pub fn recognise(&self, digest: &Digest) -> Result<Option<(Token, bool)>> {
        let found = self.read(|reading, _| {
            let presented = reading.presented(digest)?;
            Ok(presented.map(|found| {
                let live = found.token.state(reading.now).is_live();
                (found.token, live)
            }))
        })?;
        Ok(found.flatten())
    }

    pub(super) fn now(&self) -> Timestamp {
        (self.clock)()
    }
}

impl Grant {
    /// Checks what can be checked without the store.
    fn check(&self, now: Timestamp) -> Result<()> {
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

    fn end(&self, now: Timestamp) -> Result<Option<Timestamp>> {
        self.expires.as_deref().map_or(Ok(None), |text| expiry::parse_end(text, now))
    }
}

/// The error for scopes that a kind cannot carry.
#[must_use]
pub fn wrong_scopes(kind: Kind, scopes: ScopeSet) -> Error {
    let wrong: Vec<&str> = scopes.iter().filter(|scope| !kind.scopes().contains(*scope)).map(Scope::word).collect();
    Error::usage(format!("a {kind} token cannot carry the scope `{}`", wrong.join("`, `")))
        .hint(format!("it can carry {}", kind.scopes().words().join(", ")))
}

fn mint(writing: &Writing<'_>, actor: &User, grant: &Grant) -> Result<Changed<Minted>> {
    let boundary = find::boundary(writing, actor, &grant.place)?;
    let holder = holder(writing, actor, grant, boundary)?;
    let is_holder = holder.as_ref().is_some_and(|holder| holder.id == actor.id);
    match find::check(writing, actor, grant.kind, boundary, is_holder, Deed::Take)? {
        Ruling::Allowed => {}
        Ruling::Refused(need) => return Err(find::refusal(actor, grant.kind, Deed::Take, need)),
        Ruling::Hidden => {
            let need = crate::domain::permission::need(grant.kind, boundary, Deed::Take);
            return Err(find::refusal(actor, grant.kind, Deed::Take, need));
        }
    }
    if let Some(name) = &grant.name {
        check_name_is_free(writing, grant.kind, boundary, name)?;
    }
    let secret = draw(form(grant.kind, boundary)?)?;
    let new = NewToken {
        kind: grant.kind,
        name: grant.name.as_deref(),
        digest: secret.digest(),
        scopes: grant.scopes,
        boundary,
        holder: holder.map(|holder| holder.id),
        username: grant.username.as_deref(),
        note: grant.note.as_deref(),
        expires_at: grant.end(writing.now)?,
        predecessor: None,
    };
    let token = writing.insert_token(&new, actor.id)?;
    let change = Change::of("token.create", "token", token.id.0, &token.name).within(boundary).after(describe(&token));
    let listed = with_names(writing, token.id)?;
    Ok((Minted { listed, secret }, vec![change]))
}

/// Finds the user that the token will act as, who must be able to act.
fn holder(reading: &Reading<'_>, actor: &User, grant: &Grant, boundary: Boundary) -> Result<Option<User>> {
    if grant.kind.acts_as() == ActsAs::Itself {
        return Ok(None);
    }
    let id: UserId = boundary.user().unwrap_or(actor.id);
    let holder = reading.user(id)?.ok_or_else(|| Error::not_found(format!("there is no user {id}")))?;
    if holder.kind != UserKind::Human {
        return Err(Error::refused(format!("`{}` can be given no token", holder.username))
            .because("bot users have the one token they were made for, the Ghost User has none"));
    }
    if holder.blocked {
        return Err(Error::refused(format!("`{}` is blocked and can be given no token", holder.username)));
    }
    if grant.scopes.contains(Scope::Sudo) && !holder.admin {
        return Err(
            Error::refused("the scope `sudo` is for admins only").because(format!("`{}` is no admin", holder.username))
        );
    }
    Ok(Some(holder))
}

fn check_name_is_free(reading: &Reading<'_>, kind: Kind, boundary: Boundary, name: &str) -> Result<()> {
    let taken = reading.tokens_named(boundary, Some(kind), name)?;
    match taken.into_iter().find(|token| token.state(reading.now).is_live()) {
        None => Ok(()),
        Some(token) => Err(Error::conflict(format!("a live {kind} token is called `{name}` there already"))
            .because(format!("it is token {}", token.id))
            .hint(format!("choose another `--name`, or give it a new secret with `tokctl rotate {}`", token.id))),
    }
}

/// Says whether a token is live and just what a grant would give. It may end sooner, as one does that was made yesterday
/// with the same `--expires 30d`, and never later than is asked for.
fn is_given_by(reading: &Reading<'_>, actor: &User, token: &Token, grant: &Grant) -> Result<bool> {
    let boundary = find::boundary(reading, actor, &grant.place)?;
    Ok(token.state(reading.now).is_live()
        && token.kind == grant.kind
        && token.boundary == boundary
        && token.scopes == grant.scopes
        && !expiry::is_later(token.expires_at, grant.end(reading.now)?)
        && grant.name.as_ref().is_none_or(|name| *name == token.name)
        && grant.username.as_ref().is_none_or(|username| Some(username) == token.username().as_ref()))
}

/// Returns the form of the secret of a kind in a boundary.
pub(super) fn form(kind: Kind, boundary: Boundary) -> Result<Form> {
    Ok(match (kind, boundary) {
        (Kind::Personal, _) => Form::Personal,
        (Kind::Impersonation, _) => Form::Impersonation,
        (Kind::ProjectAccess, _) => Form::ProjectAccess,
        (Kind::Deploy, Boundary::Group(_)) => Form::DeployGroup,
        (Kind::Deploy, _) => Form::DeployProject,
        (Kind::Runner, _) => Form::Runner,
        (Kind::RunnerRegistration, _) => Form::RunnerRegistration,
        (Kind::Job, _) => Form::Job,
        (Kind::Oauth, _) => Form::OauthAccess,
        (Kind::DeployKey, _) => {
            return Err(Error::usage("a deploy key has no secret: its private half stays with its owner"));
        }
    })
}

/// Draws a secret from the operating system's generator.
pub(super) fn draw(form: Form) -> Result<Secret> {
    use rand::TryRng as _;
    Secret::mint(form, &mut |bytes| rand::rngs::SysRng.try_fill_bytes(bytes))
        .map_err(|error| Error::failed("the operating system gives no random numbers").because(error.to_string()))
}

/// Returns what the trail says of a token.
pub(super) fn describe(token: &Token) -> String {
    json!({
        "kind": token.kind.word(),
        "scopes": token.scopes.words(),
        "fingerprint": token.digest.fingerprint(),
        "expires_at": token.expires_at.map(|end| end.to_string()),
        "user_id": token.holder.map(|id| id.0),
        "username": token.username(),
    })
    .to_string()
}

/// Adds the names to a token that was just written.
pub(super) fn with_names(writing: &Writing<'_>, id: TokenId) -> Result<Listed> {
    writing.listed(id)?.ok_or_else(|| Error::failed(format!("token {id} is gone in its own transaction")))
}
