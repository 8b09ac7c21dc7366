//! Revoking: tokens are taken away for ever, with everything that hangs on them, on a full disk too.

mod fate;

use std::collections::BTreeSet;

use serde_json::json;

use super::farewell::{Farewell, Legacy};
use super::gathered::Gathered;
use super::list::Filter;
use super::{Authority, Changed, enabled, ending, find, job, lineage, passwords};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::TokenId;
use crate::domain::job::Outcome;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling, glimpsed_by_holder};
use crate::domain::progress::{Step, Watch};
use crate::domain::token::{Belonging, Token};
use crate::domain::user::{User, UserKind};
use crate::store::{Listed, Order, Writing};

pub use super::find::Which;
pub use super::target::Target;
pub use fate::{Fate, Left};

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
        self.end(|writing, actor| self.revoke_in(writing, actor, reason, |work| work.target(target)))
    }

    /// Revokes what a filter meant when somebody was asked, whatever else it would mean by now; but for what was used since,
    /// where the filter asks for uses.
    ///
    /// # Errors
    /// `Store`. What fails for a token is in its [`Fate`].
    pub fn revoke_confirmed(&self, ids: &[TokenId], filter: &Filter, reason: Option<&str>) -> Result<Vec<Fate>> {
        self.end(|writing, actor| self.revoke_in(writing, actor, reason, |work| work.all_confirmed(ids, filter)))
    }

    /// Says what [`Self::revoke`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::revoke`].
    pub fn rehearse_revoke(&self, target: &Target, reason: Option<&str>) -> Result<Vec<Fate>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(()))?.map_or_else(|| nothing_there(target), |()| Vec::new()));
        }
        self.try_out(|writing, actor| self.revoke_in(writing, actor, reason, |work| work.target(target)))
    }

    fn revoke_in(
        &self,
        writing: &Writing<'_>,
        actor: &User,
        reason: Option<&str>,
        run: impl FnOnce(&mut Work<'_, '_>) -> Result<()>,
    ) -> Result<Changed<Vec<Fate>>> {
        let gathered = Gathered::new(self, writing);
        let mut work =
            Work { writing, actor, reason, watch: self.watch, fates: Vec::new(), ended: BTreeSet::new(), gathered };
        run(&mut work)?;
        Ok((work.fates, work.gathered.rest()))
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

struct Work<'t, 'c> {
    writing: &'t Writing<'c>,
    actor: &'t User,
    reason: Option<&'t str>,
    watch: Watch<'t>,
    fates: Vec<Fate>,
    /// The tokens that were revoked in this very transaction.
    ended: BTreeSet<TokenId>,
    gathered: Gathered<'t, 'c>,
}

impl Work<'_, '_> {
    fn target(&mut self, target: &Target) -> Result<()> {
        match target {
            Target::Named(named) => self.counted(named, Self::named),
            Target::Selected(filter) => self.selected(filter),
        }
    }

    fn all_confirmed(&mut self, ids: &[TokenId], filter: &Filter) -> Result<()> {
        self.counted(ids, |work, id| work.confirmed(*id, filter))
    }

    /// Does something with each of many, and tells how far it has come.
    fn counted<T>(&mut self, many: &[T], mut one: impl FnMut(&mut Self, &T) -> Result<()>) -> Result<()> {
        let total = many.len() as u64;
        for (done, thing) in many.iter().enumerate() {
            (self.watch)(Step::At("revoking", done as u64, Some(total)));
            one(self, thing)?;
        }
        Ok(())
    }

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

    /// Revokes a token that was selected before, unless it was used since then though the selection is about that.
    fn confirmed(&mut self, id: TokenId, filter: &Filter) -> Result<()> {
        let idle = filter.idle(self.writing.now);
        match self.writing.token(id)? {
            Some(token) if !idle.takes(token.created_at, token.used_at) => {
                let listed = self.listed(id)?;
                self.fates.push(Fate::Used(listed));
                Ok(())
            }
            _ => self.named(&Which::Id(id)),
        }
    }

    fn selected(&mut self, filter: &Filter) -> Result<()> {
        let selection = filter.resolve(self.writing, self.actor)?;
        let mut tokens = Vec::new();
        self.writing.select(&selection, Order::Id, |listed| {
            tokens.push(listed.token);
            Ok(true)
        })?;
        let meant = tokens.len();
        // Of such kinds they see only that there are some that act as themselves; they are no part of what they have.
        tokens.retain(|token| self.actor.admin || !glimpsed_by_holder(token.kind));
        if tokens.len() < meant {
            self.fates.push(Fate::LeftOut(meant - tokens.len()));
        }
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
        self.counted(&tokens, Self::token)?;
        self.sum_up()
    }

    /// Adds one event about a revocation of many.
    fn sum_up(&mut self) -> Result<()> {
        let ended: Vec<i64> = self.fates.iter().filter_map(Fate::chosen).map(|id| id.0).collect();
        if ended.is_empty() {
            return Ok(());
        }
        let change = Change::about("token.revoke_selected", "tokens", format!("{} tokens", ended.len()))
            .after(json!({ "count": ended.len(), "first": ended.first(), "last": ended.last() }).to_string())
            .reason(self.reason.map(str::to_owned));
        self.gathered.add([change])
    }

    /// Revokes a token, and what hangs on it.
    fn token(&mut self, token: &Token) -> Result<()> {
        let Some(change) = ending::end(self.writing, self.actor, token, self.reason)? else {
            // One that was named twice, or hangs on another, has been told of.
            if !self.ended.contains(&token.id) {
                let listed = self.listed(token.id)?;
                self.fates.push(Fate::Already(listed));
                // Whoever rotated it was first: what is to be taken away goes by another number now.
                if let Some(heir) = self.writing.heir(token.id)?.filter(|heir| heir.state(self.writing.now).is_live()) {
                    let listed = self.listed(heir.id)?;
                    self.fates.push(Fate::Lives(listed));
                }
            }
            return Ok(());
        };
        self.ended.insert(token.id);
        self.gathered.add([change])?;
        let listed = self.listed(token.id)?;
        self.fates.push(Fate::Revoked(listed));
        self.job(token, Outcome::Canceled)?;
        self.passwords(token)?;
        self.runners(token)?;
        for id in lineage::falls_with(self.writing, token)? {
            let falling = self.writing.token(id)?.ok_or_else(|| Error::no_token(id))?;
            let why = match falling.kind {
                Kind::Job => format!("the token {} of its runner was revoked", token.id),
                _ => format!("its successor {} was revoked", token.id),
            };
            if let Some(change) = ending::end(self.writing, self.actor, &falling, Some(&why))? {
                self.ended.insert(id);
                self.gathered.add([change])?;
                let fallen = self.listed(id)?;
                self.fates.push(Fate::Along(fallen));
                self.job(&falling, Outcome::Lost)?;
                self.passwords(&falling)?;
            }
        }
        self.bot(token)
    }

    /// Ends the job of a job's token, which is no job without it; one that timed out stays what it is.
    fn job(&mut self, token: &Token, outcome: Outcome) -> Result<()> {
        let Belonging::Job(id) = token.of else { return Ok(()) };
        let running = self.writing.job(id)?.filter(|listed| listed.job.status(self.writing.now) == "running");
        if let Some(listed) = running {
            let (_, changes) = job::end(self.writing, self.actor, &listed, outcome)?;
            self.gathered.add(changes)?;
            self.fates.push(Fate::Ended(id, outcome));
        }
        Ok(())
    }

    /// Notes the running jobs whose passwords of a token end with it.
    fn passwords(&mut self, token: &Token) -> Result<()> {
        let jobs = passwords::holders(self.writing, token)?;
        if !jobs.is_empty() {
            self.fates.push(Fate::Passwords(jobs));
        }
        Ok(())
    }

    /// Notes the runners that a registration token leaves, which work on.
    fn runners(&mut self, token: &Token) -> Result<()> {
        let stay = match token.kind {
            Kind::RunnerRegistration => self.writing.runners_registered_by(token.id)?,
            _ => Vec::new(),
        };
        if !stay.is_empty() {
            self.fates.push(Fate::Stay(stay));
        }
        Ok(())
    }

    /// Lets the bot of a project access token go, where no other token of its lives: in the overlap of a rotation one does.
    fn bot(&mut self, token: &Token) -> Result<()> {
        let (Kind::ProjectAccess, Some(holder)) = (token.kind, token.holder) else { return Ok(()) };
        let bot = self.writing.user(holder)?.filter(|user| user.kind == UserKind::Bot);
        let Some(bot) = bot else { return Ok(()) };
        if !self.writing.live_tokens_acting_as(bot.id)?.is_empty() {
            return Ok(());
        }
        let mut farewell = Farewell::new(self.writing, self.actor, self.reason, self.watch);
        farewell.user(&bot, Legacy::ToGhost)?;
        self.gathered.add(std::mem::take(&mut farewell.changes))?;
        let project = self.listed(token.id)?.path.unwrap_or_default();
        self.fates.push(Fate::Left(Box::new(Left { bot: bot.username, project, toll: farewell.toll })));
        Ok(())
    }

    fn listed(&self, id: TokenId) -> Result<Listed> {
        let listed = self.writing.listed(id)?.ok_or_else(|| Error::no_token(id))?;
        enabled::placed(self.writing, Some(self.actor), listed)
    }
}
