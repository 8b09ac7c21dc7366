//! What the options of `create` say of every token that they make; a row of a file may say otherwise.

use crate::cli::desk::Desk;
use crate::cli::prompt;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::ops::grant::{Grant, Where, wrong_scopes};

/// What is special to a kind: where its tokens go, which is found out only if it is asked for, and what else they have.
pub(super) struct Special<'o> {
    /// The kind.
    pub(super) kind: Kind,
    /// The place that the options name.
    pub(super) place: &'o dyn Fn() -> Result<Where>,
    /// The username of a deploy token.
    pub(super) username: Option<String>,
    /// The use limit of a registration token.
    pub(super) use_limit: Option<u32>,
}

impl<'o> Special<'o> {
    pub(super) fn new(kind: Kind, place: &'o dyn Fn() -> Result<Where>) -> Self {
        Self { kind, place, username: None, use_limit: None }
    }
}

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
}

impl<'o> Template<'o> {
    /// Takes what the options say: the scopes, and name, note and end.
    pub(super) fn new(
        desk: &'o Desk<'o>,
        special: Special<'o>,
        scopes: ScopeSet,
        [name, note, expires]: [&Option<String>; 3],
    ) -> Self {
        let Special { kind, place, username, use_limit } = special;
        let [name, note, expires] = [name, note, expires].map(Clone::clone);
        Self { desk, name, note, expires, scopes, place, found: None, kind, username, use_limit }
    }

    /// Makes the grant of the options, asking for the scopes where they are missing and somebody is there.
    pub(super) fn grant(&mut self) -> Result<Grant> {
        let place = self.place()?;
        let possible = self.kind.scopes();
        let scopes = if self.scopes.is_empty() && !possible.is_empty() && self.desk.may_ask() {
            prompt::scopes(self.desk, possible)?
        } else {
            self.named_scopes()?
        };
        Ok(Grant {
            kind: self.kind,
            place,
            name: self.name.clone(),
            note: self.note(),
            scopes,
            expires: self.expires(),
            username: self.username.clone(),
            use_limit: self.use_limit,
        })
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
        let possible = self.kind.scopes();
        if !self.scopes.is_within(possible) {
            return Err(wrong_scopes(self.kind, self.scopes));
        }
        if self.scopes.is_empty() && !possible.is_empty() {
            return Err(Error::usage("no scope is named, and a token without scopes opens nothing")
                .hint(format!("add `--scope SCOPE`, one or more of {}", possible.words().join(", "))));
        }
        Ok(self.scopes)
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
