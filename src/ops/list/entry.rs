//! A token in a listing, and how it stands.

use crate::domain::kind::Kind;
use crate::domain::permission::glimpsed_by_holder;
use crate::domain::time::Timestamp;
use crate::domain::token::{Beside, State};
use crate::domain::user::User;
use crate::store::Listed;

/// A token in a listing, with the state it is in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The token, with its names.
    pub listed: Listed,
    /// Its state in the transaction that read it.
    pub state: State,
    /// What that does not say by itself.
    pub beside: Beside,
    /// Whether whoever asks may know that it is there, and no more: its number, kind, state and place.
    pub veiled: bool,
}

impl Entry {
    /// Returns a token as it was before it was revoked, for who only looks at what would happen.
    #[must_use]
    pub fn before_its_end(mut listed: Listed) -> Self {
        let revocation = listed.token.revocation.take();
        let at = revocation.map(|revocation| revocation.at);
        let state = at.map_or(State::Active, |at| listed.token.state(at));
        let beside = at.map_or(Beside::default(), |at| listed.beside(at));
        Self { listed, state, beside, veiled: false }
    }

    /// Returns a token that is active, as one that was just made.
    #[must_use]
    pub fn active(listed: Listed) -> Self {
        // Its pair has not been renewed yet.
        let beside = Beside { renewable: listed.token.kind == Kind::Oauth, ..Beside::default() };
        Self { listed, state: State::Active, beside, veiled: false }
    }

    /// Returns a token that was revoked.
    #[must_use]
    pub fn ended(listed: Listed) -> Self {
        Self { listed, state: State::Revoked, beside: Beside::default(), veiled: false }
    }

    /// Returns the word for its state that people are told.
    #[must_use]
    pub const fn told(&self) -> &'static str {
        self.state.told(self.beside)
    }

    /// Says whether it is live, or can be renewed.
    #[must_use]
    pub const fn lives(&self) -> bool {
        self.state.lives(self.beside)
    }

    pub(in crate::ops) fn of(listed: Listed, actor: &User, now: Timestamp) -> Self {
        let state = listed.token.state(now);
        // Whoever is no admin sees of such kinds only those that act as himself.
        let veiled = !actor.admin && glimpsed_by_holder(listed.token.kind);
        let beside = listed.beside(now);
        Self { listed, state, beside, veiled }
    }
}
