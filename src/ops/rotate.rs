//! Rotating: a new secret for the same grant, the old one dead in the same commit or after an overlap.

mod many;

use serde_json::json;

use super::grant::holder_of;
use super::mint::{Minted, describe, draw, form, with_names};
use super::{Authority, Changed, Delivery, find};
use crate::domain::error::{Code, Error, Result};
use crate::domain::event::Change;
use crate::domain::expiry::{self, Life};
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::permission::Deed;
use crate::domain::policy::Policies;
use crate::domain::time::Timestamp;
use crate::domain::token::{State, Token};
use crate::domain::user::User;
use crate::store::{Listed, NewToken, Reading, Writing};

pub use super::find::Which;
pub use many::{Rotated, Rotations};

/// Says which token is to be rotated, and how.
#[derive(Clone, Debug)]
pub struct Rotation {
    /// The token.
    pub which: Which,
    /// How.
    pub terms: Terms,
}

/// Says how tokens are to be rotated.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The successor's end, as it was typed; `None`: the old one's.
    pub expires: Option<String>,
    /// How long the old secret goes on working; `None`: not at all.
    pub overlap: Option<Life>,
}

impl Authority<'_> {
    /// Rotates a token.
    ///
    /// # Errors
    /// `NotFound`, `Refused`; `Usage` for a kind that does not rotate; `Conflict` for a token that is not active, or is
    /// in the overlap of another rotation; `Delivery` where the new secret did not reach its reader: the old token is as
    /// it was then; `Store` and `Clock`.
    pub fn rotate(&self, rotation: &Rotation, delivery: &mut Delivery<'_, Minted>) -> Result<Minted> {
        rotation.terms.check(self.now())?;
        self.deliver(delivery, |writing, actor| rotate(writing, actor, rotation))
    }

    /// Says what [`Self::rotate`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::rotate`], but for those of the delivery.
    pub fn rehearse_rotate(&self, rotation: &Rotation) -> Result<Listed> {
        rotation.terms.check(self.now())?;
        if !self.has_store()? {
            return Err(self.missing_token(&rotation.which));
        }
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            rotate(writing, actor, rotation)
        })
        .map(|minted| minted.listed)
    }

    /// The error for a token that is named while there is no store.
    pub(super) fn missing_token(&self, which: &Which) -> Error {
        match which {
            Which::Id(id) => Error::no_token(*id),
            Which::Name(..) => self.place.missing(),
        }
    }
}

impl Terms {
    fn check(&self, now: Timestamp) -> Result<()> {
        if let Some(text) = &self.expires {
            expiry::parse_end(text, now)?;
        }
        if self.overlap.is_some_and(Life::is_endless) {
            return Err(Error::usage("an overlap has an end").hint("for example `--overlap 10m` or `--overlap 7d`"));
        }
        Ok(())
    }
}

fn rotate(writing: &Writing<'_>, actor: &User, rotation: &Rotation) -> Result<Changed<Minted>> {
    let id = find::id(writing, actor, &rotation.which)?;
    let old = find::token(writing, actor, id, Deed::Take)?;
    if let Some(obstacle) = obstacle(writing, &old)? {
        return Err(obstacle.error);
    }
    replace(writing, actor, &old, &rotation.terms, &writing.policies()?)
}

/// Puts a new token in the place of one that can be rotated.
fn replace(
    writing: &Writing<'_>,
    actor: &User,
    old: &Token,
    terms: &Terms,
    policies: &Policies,
) -> Result<Changed<Minted>> {
    let id = old.id;
    let expires_at = match &terms.expires {
        Some(text) => expiry::parse_end(text, writing.now)?,
        None => old.expires_at,
    };
    let overlap_ends = match terms.overlap {
        // Neither does the old secret outlive the end that it had, nor its successor.
        Some(life) => [life.end_from(writing.now)?, old.expires_at, expires_at].into_iter().flatten().min(),
        None => None,
    };
    if old.kind.is_dated() {
        policies.check_end(expires_at, writing.now)?;
    } else if terms.expires.is_some() {
        return Err(Error::usage(format!("{} tokens have no date on which they end", old.kind)));
    }
    if let Some(end) = overlap_ends {
        policies.check_overlap(end, writing.now)?;
    }
    if !writing.rotate_token(id, overlap_ends)? {
        return Err(already(writing, id)?);
    }
    if overlap_ends.is_none() {
        writing.revoke_token(id, actor.id, Some("rotated"))?;
    }
    let secret = draw(form(old.kind, old.boundary)?)?;
    let username = old.username();
    let new = NewToken {
        name: Some(&old.name),
        scopes: old.scopes,
        holder: old.holder,
        username: username.as_deref(),
        note: old.note.as_deref(),
        expires_at,
        predecessor: Some(id),
        use_limit: old.use_limit.map(|limit| limit.saturating_sub(old.uses)),
        of: old.of,
        used: old.used,
        ..NewToken::new(old.kind, secret.digest(), old.boundary)
    };
    let listed = with_names(writing, writing.insert_token(&new, actor.id)?)?;
    let token = &listed.token;
    let changes = vec![
        Change::of("token.rotate", "token", token.id.0, &token.name)
            .within(token.boundary)
            .before(json!({ "id": id.0 }).to_string())
            .after(describe(&listed)),
        Change::of("token.replaced", "token", id.0, &old.name)
            .within(old.boundary)
            .before(json!({ "expires_at": old.expires_at.map(|end| end.to_string()) }).to_string())
            .after(
                json!({ "successor": token.id.0, "ends_at": overlap_ends.unwrap_or(writing.now).to_string() })
                    .to_string(),
            ),
    ];
    Ok((Minted { listed, secret, further: None }, changes))
}

/// Says why a token cannot be rotated now: in a few words where it is one of many that are left out, or as an error.
struct Obstacle {
    words: String,
    error: Error,
}

/// Looks whether a token is one that can be rotated now.
fn obstacle(reading: &Reading<'_>, token: &Token) -> Result<Option<Obstacle>> {
    let because = |words: &str, error: Error| Ok(Some(Obstacle { words: words.to_owned(), error }));
    if !token.kind.can_rotate() {
        let instead = match token.kind {
            Kind::Oauth => "`tokctl app refresh` takes its refresh secret for a new pair".to_owned(),
            Kind::Job => "it ends with its job; `tokctl job start` starts another".to_owned(),
            kind => format!("`tokctl revoke {}` ends this one; `tokctl create {kind}` makes another", token.id),
        };
        let error = Error::usage(format!("{} tokens do not rotate", token.kind)).hint(instead);
        return because(&error.what.clone(), error);
    }
    if token.rotated_at.is_some() {
        return because("rotated already", already(reading, token.id)?);
    }
    let state = token.state(reading.now);
    if state != State::Active {
        let hint = match state {
            State::Suspended => format!("`tokctl resume {}` brings it back first", token.id),
            _ => format!("`tokctl create {}` makes another", token.kind),
        };
        let error = Error::conflict(format!("token `{}` is {state} and cannot be rotated", token.id)).hint(hint);
        return because(state.word(), error);
    }
    if token.is_used_up() {
        let error = Error::conflict(format!("token `{}` was used as often as it may be", token.id))
            .because("its successor could be used no more")
            .hint(format!("`tokctl create {}` makes another", token.kind));
        return because("used as often as they may be", error);
    }
    if let Some(predecessor) = find::overlapped(reading, token)? {
        let error = Error::conflict(format!("token `{}` was rotated a short while ago", token.id))
            .because(format!("its predecessor {} lives on in the overlap, and never are three alive", predecessor.id))
            .hint(format!("`tokctl revoke {}` ends the overlap now", predecessor.id));
        return because("made by a rotation whose overlap lasts", error);
    }
    match token.holder.map(|holder| holder_of(reading, token.kind, token.scopes, holder)) {
        Some(Err(error)) if error.code == Code::Refused => because(&error.what.clone(), error),
        Some(Err(error)) => Err(error),
        Some(Ok(_)) | None => Ok(None),
    }
}

fn already(reading: &Reading<'_>, id: TokenId) -> Result<Error> {
    let error = Error::conflict(format!("token `{id}` has been rotated already"));
    Ok(match reading.successor(id)? {
        Some(successor) => error
            .because(format!("token {0} took its place, and whoever rotated it has the secret of {0}", successor.id))
            .hint(format!("`tokctl rotate {0}` rotates that one; `tokctl show {0}` says who made it", successor.id)),
        None => error,
    })
}
