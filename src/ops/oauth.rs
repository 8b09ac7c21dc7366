//! Consenting: a user gives an application a pair of secrets, access and refresh.

use serde_json::json;

use super::grant::{Grant, Where};
use super::mint::{Further, Minted, draw, with_names};
use super::{Authority, Changed, Delivery, apps, find};
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::UserId;
use crate::domain::kind::Kind;
use crate::domain::refresh::ACCESS_LIFE;
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::secret::Form;
use crate::domain::time::Timestamp;
use crate::domain::token::Belonging;
use crate::domain::user::User;
use crate::store::{Listed, ListedApp, NewToken, Writing};

/// Says what a user consents to.
#[derive(Clone, Debug)]
pub struct Consent {
    /// The application, by its name or its number.
    pub app: String,
    /// The user it may act for; `None`: whoever acts.
    pub user: Option<String>,
    /// What the token is to be called; `None`: its kind and its number.
    pub name: Option<String>,
    /// A free text.
    pub note: Option<String>,
    /// What it may open; none: what the application asks for, but for `sudo`
    /// where the user is no admin.
    pub scopes: ScopeSet,
}

impl Authority<'_> {
    /// Mints a pair for an application.
    ///
    /// # Errors
    /// `Usage`, `NotFound`, `Refused` and `Conflict` where it cannot be given; `Delivery` where the two secrets did not
    /// reach their reader: neither is alive then; `Store` and `Clock`.
    pub fn consent(&self, consent: &Consent, delivery: &mut Delivery<'_, Minted>) -> Result<Minted> {
        self.deliver(delivery, |writing, actor| mint(writing, actor, consent))
    }

    /// Says what [`Self::consent`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::consent`], but for those of the delivery.
    pub fn rehearse_consent(&self, consent: &Consent) -> Result<Listed> {
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            mint(writing, actor, consent)
        })
        .map(|minted| minted.listed)
    }
}

impl Consent {
    /// Makes the grant of it, as far as it is like those of other kinds.
    fn grant(&self, app: &ListedApp, holder: &User) -> Result<Grant> {
        let scopes = match (self.scopes.is_empty(), app.app.scopes.without(Scope::Sudo)) {
            (false, _) => self.scopes,
            // Whoever is no admin cannot give `sudo`, and did not ask for it by name.
            (true, rest) if !holder.admin && !rest.is_empty() => rest,
            (true, _) => app.app.scopes,
        };
        if !scopes.is_within(app.app.scopes) {
            return Err(Error::usage(format!("the application `{}` does not ask for all these scopes", app.app.name))
                .hint(format!("it asks for {}", app.app.scopes.words().join(", "))));
        }
        Ok(Grant {
            kind: Kind::Oauth,
            place: self.user.clone().map_or(Where::Myself, Where::User),
            name: self.name.clone(),
            note: self.note.clone(),
            scopes,
            expires: None,
            life: None,
            username: None,
            use_limit: None,
        })
    }
}

/// Mints the pair that a user consents to.
pub(super) fn mint(writing: &Writing<'_>, actor: &User, consent: &Consent) -> Result<Changed<Minted>> {
    let app = apps::find(writing, &consent.app)?;
    let named = consent.user.as_ref().map(|name| find::user(writing, name)).transpose()?;
    let grant = consent.grant(&app, named.as_ref().unwrap_or(actor))?;
    grant.check(writing.now)?;
    let boundary = find::boundary(writing, actor, &grant.place)?;
    let holder = grant.check_given(writing, actor, boundary)?;
    let minted = pair(writing, actor.id, |digest| NewToken {
        name: grant.name.as_deref(),
        scopes: grant.scopes,
        holder: holder.map(|holder| holder.id),
        note: grant.note.as_deref(),
        of: Belonging::App(app.app.id),
        ..NewToken::new(Kind::Oauth, digest, boundary)
    })?;
    let token = &minted.listed.token;
    let change = Change::of("token.create", "token", token.id.0, &token.name).after(describe_pair(&minted.listed));
    Ok((minted, vec![change]))
}

/// Draws both secrets of a pair, and writes its token.
pub(super) fn pair<'n>(writing: &Writing<'_>, by: UserId, new: impl FnOnce(Digest) -> NewToken<'n>) -> Result<Minted> {
    let (access, refresh) = (draw(Form::OauthAccess)?, draw(Form::OauthRefresh)?);
    let expires_at = writing.now.plus(ACCESS_LIFE).unwrap_or(Timestamp::MAX);
    let new = NewToken { expires_at: Some(expires_at), ..new(access.digest()) };
    let token = writing.insert_token(&new, by)?;
    writing.insert_refresh(token.id, &refresh.digest())?;
    Ok(Minted { listed: with_names(writing, token)?, secret: access, further: Some(Further::Refresh(refresh)) })
}

/// Returns what the trail says of a pair.
pub(super) fn describe_pair(listed: &Listed) -> String {
    let token = &listed.token;
    let app = if let Belonging::App(id) = token.of { Some(id.0) } else { None };
    json!({
        "kind": token.kind.word(),
        "scopes": token.scopes.words(),
        "fingerprint": token.digest.fingerprint(),
        "expires_at": token.expires_at.map(|end| end.to_string()),
        "user_id": token.holder.map(|id| id.0),
        "user": listed.holder,
        "app_id": app,
    })
    .to_string()
}
