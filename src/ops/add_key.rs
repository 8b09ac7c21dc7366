//! Adding a deploy key: its public half is taken once, for the projects that it is enabled in.

use serde_json::json;

use super::enabled::{self, Key};
use super::grant::Grant;
use super::list::Entry;
use super::{Authority, Changed, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{ProjectId, TokenId};
use crate::domain::kind::Kind;
use crate::domain::name::check_title;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::Boundary;
use crate::domain::ssh_key::{PublicKey, fingerprint};
use crate::domain::token::{State, Token};
use crate::domain::user::User;
use crate::store::{NewToken, Reading, Writing};

/// A deploy key, with what all tokens have.
#[derive(Clone, Debug)]
pub struct KeyEntry {
    /// What all tokens have.
    pub entry: Entry,
    /// What only keys have.
    pub key: Key,
}

impl Authority<'_> {
    /// Adds a deploy key to the project of a grant.
    ///
    /// # Errors
    /// `Usage`, `NotFound` and `Refused` where the grant cannot be given or the key is too weak; `Conflict` where the
    /// store knows the key, dead or alive, or its name is taken; `Store` and `Clock`.
    pub fn add_key(&self, key: &PublicKey, grant: &Grant, can_push: bool) -> Result<KeyEntry> {
        grant.check(self.now())?;
        self.write(|writing, actor| {
            Self::check_clock(writing)?;
            add(writing, actor, key, grant, can_push)
        })
    }

    /// Says what [`Self::add_key`] would add, and adds nothing.
    ///
    /// # Errors
    /// Those of [`Self::add_key`].
    pub fn rehearse_add_key(&self, key: &PublicKey, grant: &Grant, can_push: bool) -> Result<KeyEntry> {
        grant.check(self.now())?;
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            add(writing, actor, key, grant, can_push)
        })
    }
}

fn add(
    writing: &Writing<'_>,
    actor: &User,
    key: &PublicKey,
    grant: &Grant,
    can_push: bool,
) -> Result<Changed<KeyEntry>> {
    let (token, changes) = insert(writing, actor, key, grant, can_push)?;
    Ok((entry(writing, actor, token.id)?, changes))
}

/// Adds a key to the project of a grant, and returns its token.
pub(super) fn insert(
    writing: &Writing<'_>,
    actor: &User,
    key: &PublicKey,
    grant: &Grant,
    can_push: bool,
) -> Result<Changed<Token>> {
    let boundary = find::boundary(writing, actor, &grant.place)?;
    let Some(project) = boundary.project() else {
        return Err(Error::usage("a deploy key is enabled in projects").hint("name one with `--project PATH`"));
    };
    grant.check_given(writing, actor, boundary)?;
    key.check_strength(&writing.policies()?)?;
    if let Some(known) = writing.presented(&key.digest)? {
        return Err(taken(writing, actor, &known.token, project, can_push)?);
    }
    let name = match &grant.name {
        Some(name) => {
            check_name_is_free(writing, project, name)?;
            Some(name.as_str())
        }
        None => name_of_comment(writing, project, key)?,
    };
    let new = NewToken {
        name,
        note: grant.note.as_deref(),
        expires_at: grant.end(writing.now)?,
        ..NewToken::new(Kind::DeployKey, key.digest, Boundary::Projects)
    };
    let token = writing.insert_key(&new, key, project, can_push, actor.id)?;
    let change = Change::of("token.create", "token", token.id.0, &token.name).within(boundary).after(
        json!({
            "kind": token.kind.word(),
            "algorithm": key.algorithm.word(),
            "bits": key.bits,
            "fingerprint": token.digest.fingerprint(),
            "ssh_fingerprint": fingerprint(&token.digest),
            "access": access(can_push),
            "expires_at": token.expires_at.map(|end| end.to_string()),
        })
        .to_string(),
    );
    Ok((token, vec![change]))
}

/// Returns the comment of a key, where it can be its name: usable, and no other key's in the project.
fn name_of_comment<'k>(reading: &Reading<'_>, project: ProjectId, key: &'k PublicKey) -> Result<Option<&'k str>> {
    match key.comment.as_deref().filter(|comment| check_title("name", comment).is_ok()) {
        Some(comment) if reading.keys_named(project, comment)?.is_empty() => Ok(Some(comment)),
        _ => Ok(None),
    }
}

pub(super) fn check_name_is_free(reading: &Reading<'_>, project: ProjectId, name: &str) -> Result<()> {
    let taken = reading.keys_named(project, name)?;
    match taken.into_iter().find(|token| token.state(reading.now).is_live()) {
        None => Ok(()),
        Some(token) => Err(Error::conflict(format!("a live deploy key is called `{name}` there already"))
            .because(format!("it is token {}", token.id))
            .hint(format!("`tokctl show {}` tells more of it", token.id))),
    }
}

/// The error for a key that is in the store already. Whoever may not see that one learns no more than that it is there.
fn taken(reading: &Reading<'_>, actor: &User, token: &Token, project: ProjectId, can_push: bool) -> Result<Error> {
    let id = token.id;
    if find::ruling(reading, actor, token, Deed::See)? != Ruling::Allowed {
        return Ok(Error::conflict(format!("the key {} is taken already", fingerprint(&token.digest)))
            .because("it is a deploy key of projects that you do not maintain")
            .hint("an admin, or whoever maintains one of them too, can enable it here; else make another key pair"));
    }
    let state = token.state(reading.now);
    if !state.is_live() {
        return Ok(dead(token, state));
    }
    let error = Error::conflict(format!("this key is in the store already: it is deploy key {id}"));
    let path = reading.project_path(project)?.unwrap_or_default();
    let write = if can_push { " --write" } else { "" };
    Ok(match reading.key_pushes(id, project)? {
        Some(now) if now == can_push => {
            error.because(format!("it is enabled in `{path}`, with just this access")).hint(format!("tokctl show {id}"))
        }
        _ => error.hint(format!("`tokctl deploy-key enable {id} --project {path}{write}` enables it there")),
    })
}

/// The error for a key that is dead: its owner may have lost it, so it does not come back.
pub(super) fn dead(token: &Token, state: State) -> Error {
    Error::conflict(format!("this key was deploy key {}, which is {state}", token.id))
        .because("a dead key is not taken again")
        .hint("make another key pair, for example with `ssh-keygen -t ed25519`, and add that")
}

/// Returns the action that a deploy key opens at most.
pub(super) fn access(can_push: bool) -> &'static str {
    if can_push { "write" } else { "read" }
}

/// Returns a deploy key as somebody sees it.
pub(super) fn entry(reading: &Reading<'_>, viewer: &User, id: TokenId) -> Result<KeyEntry> {
    let listed = reading.listed(id)?.ok_or_else(|| Error::no_token(id))?;
    let entry = Entry::of(enabled::placed(reading, Some(viewer), listed)?, viewer, reading.now);
    let key = enabled::key(reading, Some(viewer), id)?.ok_or_else(|| no_row(id))?;
    Ok(KeyEntry { entry, key })
}

/// The error for a key of which half is missing.
pub(super) fn no_row(id: TokenId) -> Error {
    Error::store(format!("the public half of deploy key {id} is missing"))
}
