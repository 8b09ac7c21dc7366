//! Minting: a new token, its secret handed over before it comes alive.

mod giving;

use serde_json::json;

use super::grant::{Grant, is_given_by};
use super::{Authority, Delivery};
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::secret::{Form, Secret};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::store::{Listed, Reading};

pub(super) use giving::{Giving, made_by};

/// A token that was minted, and its secret: the only place where the two are together.
pub struct Minted {
    /// The token, with its names.
    pub listed: Listed,
    /// Its secret.
    pub secret: Secret,
    /// The secret that goes with it, where one does.
    pub further: Option<Further>,
}

/// A secret that goes with the one that was minted.
pub enum Further {
    /// The refresh secret of an OAuth pair.
    Refresh(Secret),
    /// What a job gets of its project's `gitlab-deploy-token`.
    Deploy {
        /// The username to present it with.
        username: String,
        /// The password.
        secret: Secret,
    },
}

impl Authority<'_> {
    /// Mints a token.
    ///
    /// # Errors
    /// `Usage`, `NotFound`, `Refused` and `Conflict` where the grant cannot be given; `Delivery` where the secret did not
    /// reach its reader: no token is alive then; `Store` and `Clock`.
    pub fn mint(&self, grant: &Grant, delivery: &mut Delivery<'_, Minted>) -> Result<Minted> {
        grant.check(self.now())?;
        self.deliver(delivery, |writing, actor| Giving::new(writing, actor).give(grant, None))
    }

    /// Says what [`Self::mint`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::mint`], but for those of the delivery.
    pub fn rehearse_mint(&self, grant: &Grant) -> Result<Listed> {
        grant.check(self.now())?;
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            Giving::new(writing, actor).give(grant, None)
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

    /// Returns what the secret of a file once opened, for whoever finds the file in their way.
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

/// Returns the form of the secret of a kind in a boundary.
pub(super) fn form(kind: Kind, boundary: Boundary) -> Result<Form> {
    Form::first(kind, boundary)
        .ok_or_else(|| Error::usage("a deploy key has no secret: its private half stays with its owner"))
}

/// Draws a secret from the operating system's generator.
pub(super) fn draw(form: Form) -> Result<Secret> {
    use rand::TryRng as _;
    Secret::mint(form, &mut |bytes| rand::rngs::SysRng.try_fill_bytes(bytes))
        .map_err(|error| Error::failed("the operating system gives no random numbers").because(error.to_string()))
}

/// Returns what the trail says of a token.
pub(super) fn describe(listed: &Listed) -> String {
    let token = &listed.token;
    json!({
        "kind": token.kind.word(),
        "scopes": token.scopes.words(),
        "fingerprint": token.digest.fingerprint(),
        "expires_at": token.expires_at.map(|end| end.to_string()),
        "user_id": token.holder.map(|id| id.0),
        "user": listed.holder,
        "username": token.username(),
    })
    .to_string()
}

/// Adds the names to a token that was just written, one by one: the join that listings use costs several times as much
/// to prepare as all of these to carry out.
pub(super) fn with_names(reading: &Reading<'_>, token: Token) -> Result<Listed> {
    let path = match token.boundary {
        Boundary::Project(id) => reading.project_path(id)?,
        Boundary::Group(id) => reading.group_path(id)?,
        Boundary::User(_) | Boundary::Instance | Boundary::Projects => None,
    };
    let holder = token.holder.map(|id| reading.username(id)).transpose()?.flatten();
    let creator = reading.username(token.created_by)?.unwrap_or_else(|| "?".into());
    Ok(Listed::new(token, holder, path, creator))
}
