//! Revoking: tokens are taken away for ever, with everything that hangs on them, on a full disk too.

use serde_json::json;

use super::list::{Entry, Filter};
use super::{Authority, Changed, enabled, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::TokenId;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::time::Timestamp;
use crate::domain::token::{State, Token};
use crate::domain::user::User;
use crate::store::{Listed, Order, Reading, Writing};

pub use super::find::Which;

/// Says which tokens are to be revoked.
#[derive(Clone, Debug)]
pub enum Target {
    /// Those named one by one: each is tried, whatever becomes of the others.
    Named(Vec<Which>),
    /// Those that a filter means: all or none.
    Selected(Box<Filter>),
}

/// Says what became of one token.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It was revoked now.
    Revoked(Listed),
    /// It was revoked now, since it hangs on the one before.
    Along(Listed),
    /// It had been revoked before; nothing was changed.
    Already(Listed),
    /// It was not revoked.
    Failed(Error),
}

impl Authority<'_> {
    /// Revokes.
    ///
    /// # Errors
    /// `Refused` where one of a selection may not be revoked by the caller: none is then. `Store`. What fails for a token
    /// that is named is in its [`Fate`].
    pub fn revoke(&self, target: &Target, reason: Option<&str>) -> Result<Vec<Fate>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(()))?.map_or_else(|| nothing_there(target), |()| Vec::new()));
        }
        self.end(|writing, actor| revoke(writing, actor, target, reason))
    }

    /// Says what [`Self::revoke`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::revoke`].
    pub fn rehearse_revoke(&self, target: &Target, reason: Option<&str>) -> Result<Vec<Fate>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(()))?.map_or_else(|| nothing_there(target), |()| Vec::new()));
        }
        self.try_out(|writing, actor| revoke(writing, actor, target, reason))
    }
}

/// What becomes of a target where there is no store yet.
fn nothing_there(target: &Target) -> Vec<Fate> {
    let Target::Named(named) = target else { return Vec::new() };
    let failed = |which: &Which| match which {
        Which::Id(id) => Error::no_token(*id),
        Which::Name(name, _) => Error::not_found(format!("there is no token `{name}`")),
    };
    named.iter().map(|which| Fate::Failed(failed(which))).collect()
}

fn revoke(writing: &Writing<'_>, actor: &User, target: &Target, reason: Option<&str>) -> Result<Changed<Vec<Fate>>> {
    let mut work = Work { writing, actor, reason, fates: Vec::new(), changes: Vec::new() };
    match target {
        Target::Named(named) => {
            for which in named {
                work.named(which)?;
            }
        }
        Target::Selected(filter) => work.selected(filter)?,
    }
    Ok((work.fates, work.changes))
}

struct Work<'t, 'c> {
    writing: &'t Writing<'c>,
    actor: &'t User,
    reason: Option<&'t str>,
    fates: Vec<Fate>,
    changes: Vec<Change>,
}

impl Work<'_, '_> {
    /// Revokes a token that was named. A token that cannot be revoked is no fault of the others.
    fn named(&mut self, which: &Which) -> Result<()> {
        let found = find::id(self.writing, self.actor, which)
            .and_then(|id| find::token(self.writing, self.actor, id, Deed::End));
        match found {
            Ok(token) => self.token(&token),
            Err(error) if error.code == crate::domain::error::Code::Store => Err(error),
            Err(error) => {
                self.fates.push(Fate::Failed(error));
                Ok(())
            }
        }
    }

    fn selected(&mut self, filter: &Filter) -> Result<()> {
        let selection = filter.resolve(self.writing, self.actor)?;
        let mut tokens = Vec::new();
        self.writing.select(&selection, Order::Id, |listed| {
            tokens.push(listed.token);
            Ok(true)
        })?;
        let mut refused = Vec::new();
        for token in &tokens {
            if find::ruling(self.writing, self.actor, token, Deed::End)? != Ruling::Allowed {
                refused.push(token.id.to_string());
            }
        }
        if !refused.is_empty() {
            return Err(Error::refused(format!(
                "{} of these {} tokens may not be revoked by you",
                refused.len(),
                tokens.len()
            ))
            .because(format!("nothing was revoked; it is about {}", refused.join(", ")))
            .hint("narrow the selection, or let somebody do it who may"));
        }
        tokens.iter().try_for_each(|token| self.token(token))
    }

    /// Revokes a token, and what hangs on it.
    fn token(&mut self, token: &Token) -> Result<()> {
        if !self.writing.revoke_token(token.id, self.actor.id, self.reason)? {
            let fate = if self.is_new(token.id) { None } else { Some(Fate::Already(self.listed(token.id)?)) };
            self.fates.extend(fate);
            return Ok(());
        }
        self.record(token, self.reason)?;
        let listed = self.listed(token.id)?;
        self.fates.push(Fate::Revoked(listed));
        for id in falls_with(self.writing, token)? {
            let why = format!("its successor {} was revoked", token.id);
            if self.writing.revoke_token(id, self.actor.id, Some(&why))? {
                let fallen = self.listed(id)?;
                self.record(&fallen.token, Some(&why))?;
                self.fates.push(Fate::Along(fallen));
            }
        }
        Ok(())
    }

    /// Says whether a token was revoked in this very transaction, named twice or hanging on another.
    fn is_new(&self, id: TokenId) -> bool {
        self.fates.iter().any(|fate| match fate {
            Fate::Revoked(listed) | Fate::Along(listed) => listed.token.id == id,
            Fate::Already(_) | Fate::Failed(_) => false,
        })
    }

    fn listed(&self, id: TokenId) -> Result<Listed> {
        let listed = self.writing.listed(id)?.ok_or_else(|| Error::no_token(id))?;
        enabled::placed(self.writing, Some(self.actor), listed)
    }

    fn record(&mut self, token: &Token, reason: Option<&str>) -> Result<()> {
        let change = Change::of("token.revoke", "token", token.id.0, &token.name)
            .within(find::home(self.writing, token)?)
            .before(json!({ "state": state_before(token, self.writing.now).word() }).to_string())
            .after(json!({ "state": State::Revoked.word() }).to_string())
            .reason(reason.map(str::to_owned));
        self.changes.push(change);
        Ok(())
    }
}

/// Returns the state that a token would be in, were it not revoked.
fn state_before(token: &Token, now: Timestamp) -> State {
    Token { revocation: None, ..token.clone() }.state(now)
}

/// Returns the live tokens that end with this one: the predecessor that still lives in its overlap.
///
/// Source: the contract's rule that revoking the successor of an overlapping rotation ends both.
pub(super) fn falls_with(reading: &Reading<'_>, token: &Token) -> Result<Vec<TokenId>> {
    let Some(predecessor) = token.predecessor else { return Ok(Vec::new()) };
    let live = reading.token(predecessor)?.filter(|predecessor| predecessor.state(reading.now).is_live());
    Ok(live.map(|predecessor| predecessor.id).into_iter().collect())
}

impl Fate {
    /// Returns the token in the state it is in now, where there is one.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        match self {
            Self::Revoked(listed) | Self::Along(listed) | Self::Already(listed) => {
                Some(Entry { listed: listed.clone(), state: State::Revoked })
            }
            Self::Failed(_) => None,
        }
    }
}
