//! What the options of `create` say of every token that they make; a row of a file may say otherwise.

use super::asking::{Naming, Special, ask_end, named_or_asked, named_scopes};
use crate::cli::desk::Desk;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::runner::Settings;
use crate::domain::scope::ScopeSet;
use crate::ops::batch::Wanted;
use crate::ops::grant::{Grant, Where};
use crate::ops::oauth::Consent;

/// What the options say of each token that is made by them.
pub(super) struct Template<'o> {
    desk: &'o Desk<'o>,
    name: Option<String>,
    note: Option<String>,
    expires: Option<String>,
    scopes: ScopeSet,
    place: &'o dyn Fn() -> Result<Where>,
    found: Option<Where>,
    /// The kind.
    pub(super) kind: Kind,
    /// The username of a deploy token.
    pub(super) username: Option<String>,
    /// The use limit of a registration token.
    pub(super) use_limit: Option<u32>,
    /// What other kinds have beside.
    pub(super) beside: Beside,
}

/// What the options say that tokens of some kinds have and others do not.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    /// The application of a pair.
    pub(super) app: Option<String>,
    /// Whether a deploy key pushes.
    pub(super) can_push: bool,
    /// What a runner is like.
    pub(super) settings: Settings,
    /// Whether the password that a job gets of a deploy token can be handed over with its own secret.
    pub(super) takes_password: bool,
}

impl<'o> Template<'o> {
    /// Takes what the options say: the scopes, and name, note and end.
    pub(super) fn new(
        desk: &'o Desk<'o>,
        special: Special<'o>,
        scopes: ScopeSet,
        naming: &Naming,
        expires: Option<&str>,
    ) -> Self {
        let Special { kind, place, username, use_limit } = special;
        let Naming { name, note } = naming.clone();
        let expires = expires.map(str::to_owned);
        Self {
            desk,
            name,
            note,
            expires,
            scopes,
            place,
            found: None,
            kind,
            username,
            use_limit,
            beside: Beside::default(),
        }
    }

    /// Makes the grant of the options, asking for the scopes where they are missing and somebody is there.
    pub(super) fn grant(&mut self) -> Result<Grant> {
        let place = self.place()?;
        let scopes = named_or_asked(self.desk, self.kind, self.scopes)?;
        // Whoever answers one question can answer a second; without any, a token has no end.
        let was_asked = self.scopes.is_empty() && !scopes.is_empty();
        let expires = match self.expires() {
            None if was_asked && self.kind.is_dated() => Some(ask_end(self.desk)?),
            named => named,
        };
        Ok(Grant {
            kind: self.kind,
            place,
            name: self.name.clone(),
            note: self.note(),
            scopes,
            expires,
            life: None,
            username: self.username.clone(),
            use_limit: self.use_limit,
        })
    }

    /// Makes of the options what one token is to be.
    pub(super) fn wanted(&mut self) -> Result<Wanted> {
        Ok(match self.kind {
            Kind::Oauth => {
                let user = if let Where::User(user) = self.place()? { Some(user) } else { None };
                let app = self.beside.app.clone().ok_or_else(no_app)?;
                Wanted::Pair(Consent { app, user, name: self.name.clone(), note: self.note(), scopes: self.scopes })
            }
            Kind::Runner => Wanted::Runner(self.grant()?, self.beside.settings.clone().checked()?),
            _ => Wanted::Token(self.grant()?),
        })
    }

    /// Returns the scopes that are named, whether they fit or not.
    pub(super) fn scopes(&self) -> ScopeSet {
        self.scopes
    }

    /// Returns the place; what a variable chose is said once.
    pub(super) fn place(&mut self) -> Result<Where> {
        match &self.found {
            Some(place) => Ok(place.clone()),
            None => Ok(self.found.insert((self.place)()?).clone()),
        }
    }

    /// Returns the scopes that are named.
    ///
    /// # Errors
    /// `Usage` where there is none, and the kind has some, or where one is no scope of the kind.
    pub(super) fn named_scopes(&self) -> Result<ScopeSet> {
        named_scopes(self.kind, self.scopes)
    }

    /// Returns the name of one of many, by its number.
    pub(super) fn name(&self, number: u64) -> Option<String> {
        self.name.as_ref().map(|name| format!("{name}-{number}"))
    }

    pub(super) fn note(&self) -> Option<String> {
        self.note.clone()
    }

    pub(super) fn expires(&self) -> Option<String> {
        self.expires.clone()
    }
}

/// The error for a pair that is for nobody.
pub(super) fn no_app() -> Error {
    Error::usage("no application is named, and an OAuth token is given to one")
        .hint("add `--app APP`; `tokctl app list` shows them")
}
