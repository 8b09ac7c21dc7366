//! Deploy keys in projects: enabled, taken out again, and listed.

use serde_json::json;

use super::add_key::{access, check_name_is_free, dead, entry, no_row};
use super::list::{Entry, Filter, States};
use super::{Authority, Changed, enabled, ending, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{ProjectId, TokenId};
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling, need};
use crate::domain::place::{Boundary, Project};
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::{Order, Reading, Writing};

pub use super::add_key::KeyEntry;

/// Says what enabling a deploy key changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enabling {
    /// It was not enabled there before.
    New,
    /// It was, with the other access.
    Changed,
    /// It was, just so.
    Nothing,
}

/// Says what taking a deploy key out of a project changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disabling {
    /// It is enabled in other projects still.
    Left,
    /// That was its last project, so it was revoked.
    Revoked,
    /// It had been revoked before, so nothing was changed.
    Dead,
}

impl Authority<'_> {
    /// Enables a deploy key in one more project, or there for pushing or for pulling only.
    ///
    /// # Errors
    /// `NotFound` and `Refused`; `Usage` for a token that is no deploy key; `Conflict` for a dead one, and where its name
    /// is another's there; `Store`.
    pub fn enable_key(&self, id: TokenId, path: &str, can_push: bool) -> Result<(KeyEntry, Enabling)> {
        self.require_key_store(id)?;
        let make = |writing: &Writing<'_>, actor: &User| {
            let (enabling, changes) = enable(writing, actor, id, path, can_push)?;
            Ok(((entry(writing, actor, id)?, enabling), changes))
        };
        // Without pushing it may be one that could push so far.
        if can_push { self.write(make) } else { self.end(make) }
    }

    /// Takes a deploy key out of a project; out of its last one, it is revoked, and the record keeps where it was.
    ///
    /// # Errors
    /// `NotFound`, also where it is not enabled there; `Refused`; `Usage` for a token that is no deploy key; `Store`.
    pub fn disable_key(&self, id: TokenId, path: &str) -> Result<(KeyEntry, Disabling)> {
        self.require_key_store(id)?;
        self.end(|writing, actor| {
            let (project, token) = named(writing, actor, id, path, Deed::End)?;
            let Some(can_push) = writing.key_pushes(id, project.id)? else {
                return Err(Error::not_found(format!("deploy key {id} is not enabled in `{path}`"))
                    .hint(format!("`tokctl show {id}` says where it is")));
            };
            let (disabling, changes) = leave(writing, actor, &token, project.id, can_push)?;
            Ok(((entry(writing, actor, id)?, disabling), changes))
        })
    }

    /// Hands the deploy keys that the caller may see to `visit`: those of a project, where one is named, and the dead ones
    /// too, where they are asked for. `false`: there is no store yet at the default place.
    ///
    /// # Errors
    /// `NotFound` where there is no such project, those of `visit`, and `Store`.
    pub fn list_keys(
        &self,
        project: Option<&str>,
        all: bool,
        mut visit: impl FnMut(KeyEntry) -> Result<bool>,
    ) -> Result<bool> {
        let filter = Filter {
            states: if all { States::All } else { States::Live },
            kinds: vec![Kind::DeployKey],
            project: project.map(str::to_owned),
            ..Filter::default()
        };
        let listed = self.read(|reading, actor| {
            let selection = filter.resolve(reading, actor)?;
            reading.select(&selection, Order::Id, |listed| {
                let id = listed.token.id;
                let key = enabled::key(reading, Some(actor), id)?.ok_or_else(|| no_row(id))?;
                let listed = enabled::placed(reading, Some(actor), listed)?;
                visit(KeyEntry { entry: Entry::of(listed, actor, reading.now), key })
            })
        })?;
        Ok(listed.is_some())
    }

    /// The error for a key that is named while there is no store.
    fn require_key_store(&self, id: TokenId) -> Result<()> {
        if self.has_store()? { Ok(()) } else { Err(Error::no_token(id)) }
    }
}

/// Enables a deploy key in one more project, or there for pushing or for pulling only.
pub(super) fn enable(
    writing: &Writing<'_>,
    actor: &User,
    id: TokenId,
    path: &str,
    can_push: bool,
) -> Result<Changed<Enabling>> {
    let (project, token) = named(writing, actor, id, path, Deed::Take)?;
    let before = writing.key_pushes(id, project.id)?;
    let state = token.state(writing.now);
    if !state.is_live() {
        return Err(dead(&token, state));
    }
    if before == Some(can_push) {
        return Ok((Enabling::Nothing, Vec::new()));
    }
    if before.is_none() {
        check_name_is_free(writing, project.id, &token.name)?;
    }
    writing.enable_key(id, project.id, can_push)?;
    let change = Change::of("deploy_key.enable", "token", id.0, &token.name)
        .within(Boundary::Project(project.id))
        .before(json!({ "access": before.map(access) }).to_string())
        .after(json!({ "access": access(can_push) }).to_string());
    Ok((if before.is_none() { Enabling::New } else { Enabling::Changed }, vec![change]))
}

/// Finds a project, and a deploy key that the actor sees, for what is done to the key in this project alone.
fn named(reading: &Reading<'_>, actor: &User, id: TokenId, path: &str, deed: Deed) -> Result<(Project, Token)> {
    let token = find::token(reading, actor, id, Deed::See)?;
    if token.kind != Kind::DeployKey {
        return Err(
            Error::usage(format!("token `{id}` is no deploy key")).because(format!("it is a {} token", token.kind))
        );
    }
    let project = find::project(reading, actor, path)?;
    let boundary = Boundary::Project(project.id);
    if find::check(reading, actor, token.kind, boundary, false, deed)? != Ruling::Allowed {
        let role = need(token.kind, boundary, deed);
        return Err(find::refusal(actor, token.kind, deed, role));
    }
    Ok((project, token))
}

/// Takes a deploy key out of one project, and revokes it if that is its last.
pub(super) fn leave(
    writing: &Writing<'_>,
    actor: &User,
    token: &Token,
    project: ProjectId,
    can_push: bool,
) -> Result<(Disabling, Vec<Change>)> {
    if token.revocation.is_some() {
        return Ok((Disabling::Dead, Vec::new()));
    }
    let disabled = disabled(token, project, can_push);
    if writing.key_projects(token.id)?.len() > 1 {
        writing.disable_key(token.id, project)?;
        return Ok((Disabling::Left, vec![disabled]));
    }
    let revoked = ending::end(writing, actor, token, Some("it was enabled in no project any more"))?;
    Ok((Disabling::Revoked, [Some(disabled), revoked].into_iter().flatten().collect()))
}

/// Returns what the trail says of a deploy key that is taken out of a project.
pub(super) fn disabled(token: &Token, project: ProjectId, can_push: bool) -> Change {
    Change::of("deploy_key.disable", "token", token.id.0, &token.name)
        .within(Boundary::Project(project))
        .before(json!({ "access": access(can_push) }).to_string())
}
