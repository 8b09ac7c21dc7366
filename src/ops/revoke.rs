//! Revoking: tokens are taken away for ever, with everything that hangs on them, on a full disk too.

use super::farewell::{Farewell, Legacy, Toll};
use super::list::{Entry, Filter};
use super::{Authority, Changed, Watch, enabled, ending, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::token::{Belonging, State, Token};
use crate::domain::user::{User, UserKind};
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
    /// The bot user of the one before left with it.
    Left(Box<Left>),
    /// It had been revoked before; nothing was changed.
    Already(Listed),
    /// It was not revoked.
    Failed(Error),
}

/// Says which bot user left with his token, and what went with him.
#[derive(Clone, Debug)]
pub struct Left {
    /// The bot's username.
    pub bot: String,
    /// The path of his project.
    pub project: String,
    /// What went with him.
    pub toll: Toll,
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
        self.end(|writing, actor| revoke(writing, actor, target, reason, self.watch))
    }

    /// Says what [`Self::revoke`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::revoke`].
    pub fn rehearse_revoke(&self, target: &Target, reason: Option<&str>) -> Result<Vec<Fate>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(()))?.map_or_else(|| nothing_there(target), |()| Vec::new()));
        }
        self.try_out(|writing, actor| revoke(writing, actor, target, reason, self.watch))
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

fn revoke(
    writing: &Writing<'_>,
    actor: &User,
    target: &Target,
    reason: Option<&str>,
    watch: Watch<'_>,
) -> Result<Changed<Vec<Fate>>> {
    let mut work = Work { writing, actor, reason, watch, fates: Vec::new(), changes: Vec::new() };
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
    watch: Watch<'t>,
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
        let Some(change) = ending::end(self.writing, self.actor, token, self.reason)? else {
            let fate = if self.is_new(token.id) { None } else { Some(Fate::Already(self.listed(token.id)?)) };
            self.fates.extend(fate);
            return Ok(());
        };
        self.changes.push(change);
        let listed = self.listed(token.id)?;
        self.fates.push(Fate::Revoked(listed));
        for id in falls_with(self.writing, token)? {
            let falling = self.writing.token(id)?.ok_or_else(|| Error::no_token(id))?;
            let why = match falling.kind {
                Kind::Job => format!("the token {} of its runner was revoked", token.id),
                _ => format!("its successor {} was revoked", token.id),
            };
            if let Some(change) = ending::end(self.writing, self.actor, &falling, Some(&why))? {
                self.changes.push(change);
                let fallen = self.listed(id)?;
                self.fates.push(Fate::Along(fallen));
            }
        }
        self.bot(token)
    }

    /// Lets the bot of a project access token go, where no other token of his lives: in the overlap of a rotation one does.
    fn bot(&mut self, token: &Token) -> Result<()> {
        let (Kind::ProjectAccess, Some(holder)) = (token.kind, token.holder) else { return Ok(()) };
        let bot = self.writing.user(holder)?.filter(|user| user.kind == UserKind::Bot);
        let Some(bot) = bot else { return Ok(()) };
        if !self.writing.live_tokens_acting_as(bot.id)?.is_empty() {
            return Ok(());
        }
        let mut farewell = Farewell::new(self.writing, self.actor, self.reason, self.watch);
        farewell.user(&bot, Legacy::ToGhost)?;
        self.changes.append(&mut farewell.changes);
        let project = self.listed(token.id)?.path.unwrap_or_default();
        self.fates.push(Fate::Left(Box::new(Left { bot: bot.username, project, toll: farewell.toll })));
        Ok(())
    }

    /// Says whether a token was revoked in this very transaction, named twice or hanging on another.
    fn is_new(&self, id: TokenId) -> bool {
        self.fates.iter().any(|fate| match fate {
            Fate::Revoked(listed) | Fate::Along(listed) => listed.token.id == id,
            Fate::Left(_) | Fate::Already(_) | Fate::Failed(_) => false,
        })
    }

    fn listed(&self, id: TokenId) -> Result<Listed> {
        let listed = self.writing.listed(id)?.ok_or_else(|| Error::no_token(id))?;
        enabled::placed(self.writing, Some(self.actor), listed)
    }
}

/// Returns the live tokens that end with this one: the predecessor that still lives in its overlap, and the tokens of the
/// jobs of a runner that has no other secret left.
///
/// Source: the contract's rules that revoking the successor of an overlapping rotation ends both, and that what is derived
/// dies with its parent.
pub(super) fn falls_with(reading: &Reading<'_>, token: &Token) -> Result<Vec<TokenId>> {
    let is_live = |token: &Token| token.state(reading.now).is_live();
    let predecessor = token.predecessor.map(|id| reading.token(id)).transpose()?.flatten().filter(is_live);
    let mut falling: Vec<TokenId> = predecessor.map(|predecessor| predecessor.id).into_iter().collect();
    if let Belonging::Runner(runner) = token.of {
        let tokens = reading.tokens_of_runner(runner)?;
        let stays = |other: &Token| other.id != token.id && !falling.contains(&other.id) && is_live(other);
        if !tokens.iter().any(stays) {
            let of_jobs = reading.job_tokens_of_runner(runner)?;
            falling.extend(of_jobs.iter().filter(|token| is_live(token)).map(|token| token.id));
        }
    }
    Ok(falling)
}

impl Fate {
    /// Returns the token in the state it is in now, where there is one.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        match self {
            Self::Revoked(listed) | Self::Along(listed) | Self::Already(listed) => {
                Some(Entry { listed: listed.clone(), state: State::Revoked, veiled: false })
            }
            Self::Left(_) | Self::Failed(_) => None,
        }
    }
}
