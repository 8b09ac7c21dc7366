//! Carrying over what happened to tokens and their further secrets.

use serde_json::json;

use super::{Carrier, Kinship, WHY, asked};
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::since::{Known, Limits, Loss, loss};
use crate::domain::time::Timestamp;
use crate::domain::token::{Revocation, State, Token};
use crate::domain::user::UserKind;
use crate::ops::farewell::{Farewell, Legacy};
use crate::ops::find;
use crate::store::is_passing;

/// Why a token is dead that is not in the store that is replaced.
const PRUNED: &str = "it was pruned after the backup was made";
const GONE: &str = "it was not in the store that this backup took the place of, which had given its number";

impl Carrier<'_, '_> {
    /// Takes from each token what it lost since.
    pub(super) fn tokens(&mut self) -> Result<()> {
        let mut last = TokenId(0);
        loop {
            let batch = self.new.unrevoked_behind(last)?;
            let Some(end) = batch.last() else { return Ok(()) };
            last = end.id;
            for token in &batch {
                self.token(token)?;
            }
        }
    }

    fn token(&mut self, token: &Token) -> Result<()> {
        let since = if self.is_sound { self.old.token_by_digest(&token.digest)? } else { self.salvaged(token)? };
        if since.is_none() && self.may_have_been(token)? {
            self.report.unknown.push(token.id);
            return Ok(());
        }
        let known = match &since {
            Some(since) => Known::There(since),
            None if self.was_given("tokens", token.id.0)? => Known::Gone,
            None => Known::Nothing,
        };
        match loss(token, known, self.new.now) {
            None => Ok(()),
            Some(Loss::Whole { revocation, rotated_at }) => self.revoke(token, revocation, rotated_at),
            Some(Loss::Part(limits)) => self.limit(token, &limits),
        }
    }

    /// Finds a token in a store that is not sound, by its row: an index that rotted leads nowhere, or to another.
    fn salvaged(&self, token: &Token) -> Result<Option<Token>> {
        let is_it = |there: &Token| there.digest == token.digest;
        let by_index = answered(|| self.old.token_by_digest(&token.digest))?.flatten().filter(is_it);
        if by_index.is_some() {
            return Ok(by_index);
        }
        let id = self.readable.numbers.get(token.digest.as_bytes()).copied().unwrap_or(token.id);
        let there = answered(|| self.old.token(id))?.flatten();
        // In the same store a number is one token's for ever, even if its digest is not what it was.
        let is_same = |there: &Token| self.is_same && (there.id, there.kind) == (token.id, token.kind);
        Ok(there.filter(|there| is_it(there) || is_same(there) && there.created_at == token.created_at))
    }

    /// Says whether a store that is not sound may have known a token that is not found in it.
    fn may_have_been(&self, token: &Token) -> Result<bool> {
        if self.is_sound {
            return Ok(false);
        }
        let highest = answered(|| self.old.highest_readable("tokens"))?;
        let is_new = self.report.kinship == Kinship::Other || highest.is_some_and(|highest| token.id.0 > highest);
        Ok(!(self.readable.is_whole && is_new))
    }

    /// Revokes a token as it was revoked since. The bot user of a project access token leaves with its last one.
    fn revoke(&mut self, token: &Token, revocation: Option<Revocation>, rotated_at: Option<Timestamp>) -> Result<()> {
        let is_gone = revocation.is_none() && self.report.kinship == Kinship::Branched;
        let why = || Some((if is_gone { GONE } else { PRUNED }).to_owned());
        let revocation = revocation.unwrap_or_else(|| Revocation { at: self.new.now, by: self.actor.id, why: why() });
        if self.new.username(revocation.by)?.is_none()
            && let Some(name) = self.heard(|old| old.username(revocation.by))?
        {
            self.new.keep_name(revocation.by, &name)?;
        }
        self.new.limit_token(token.id, &Limits { rotated_at, ..Limits::default() })?;
        self.new.revoke_as(token.id, &revocation)?;
        self.changes.push(
            Change::of("token.revoke", "token", token.id.0, &token.name)
                .within(find::home(self.new, token)?)
                .before(json!({ "state": token.state(self.new.now).word() }).to_string())
                .after(json!({ "state": State::Revoked.word(), "revoked_at": revocation.at.to_string() }).to_string())
                .reason(Some(WHY.to_owned())),
        );
        let listed = self.new.listed(token.id)?;
        if is_gone {
            self.report.gone.extend(listed);
        } else {
            self.report.revoked.extend(listed);
        }
        let Some(bot) = token.holder.filter(|_| token.kind == Kind::ProjectAccess) else { return Ok(()) };
        let bot = self.new.user(bot)?.filter(|user| user.kind == UserKind::Bot);
        let Some(bot) = bot else { return Ok(()) };
        if !self.new.live_tokens_acting_as(bot.id)?.is_empty() {
            return Ok(());
        }
        let mut farewell = Farewell::new(self.new, self.actor, Some(WHY), &|_| ());
        farewell.user(&bot, Legacy::ToGhost)?;
        self.changes.append(&mut farewell.changes);
        self.report.bots += 1;
        Ok(())
    }

    /// Takes a part of what a token had, and says in the trail how it was and how it is since.
    fn limit(&mut self, token: &Token, limits: &Limits) -> Result<()> {
        self.new.limit_token(token.id, limits)?;
        let action = match limits {
            Limits { suspension: Some(_), .. } => "token.suspend",
            Limits { expires_at: Some(_), .. } => "token.shorten",
            Limits { .. } => "token.limit",
        };
        let Some(listed) = self.new.listed(token.id)? else { return Ok(()) };
        self.changes.push(
            Change::of(action, "token", token.id.0, &token.name)
                .within(find::home(self.new, token)?)
                .before(life(token, self.new.now))
                .after(life(&listed.token, self.new.now))
                .reason(Some(WHY.to_owned())),
        );
        self.report.limited.push(listed);
        Ok(())
    }

    /// Spends the refresh secrets that were used since: a second use is to be seen as one.
    pub(super) fn refresh_secrets(&mut self) -> Result<()> {
        for digest in self.new.unspent()? {
            let unanswered = self.report.unanswered;
            match self.heard(|old| old.spent_at(&digest))? {
                Some(Some(at)) => {
                    self.new.spend_as(&digest, at)?;
                    self.report.spent += 1;
                }
                // What rotted is not found either.
                None if !self.is_sound && self.report.unanswered == unanswered => self.report.unanswered += 1,
                Some(None) | None => {}
            }
        }
        Ok(())
    }
}

/// Takes an answer of a store that is not sound.
fn answered<T>(ask: impl Fn() -> Result<T>) -> Result<Option<T>> {
    match asked(false, ask) {
        Ok(answer) => Ok(Some(answer)),
        Err(error) if is_passing(&error) => Err(error),
        Err(_) => Ok(None),
    }
}

/// Returns what the trail says of what a token has of a life.
fn life(token: &Token, now: Timestamp) -> String {
    let stop = token.suspension;
    json!({
        "state": token.state(now).word(),
        "suspended_at": stop.map(|stop| stop.at.to_string()),
        "suspended_until": stop.and_then(|stop| stop.until).map(|until| until.to_string()),
        "expires_at": token.expires_at.map(|end| end.to_string()),
        "rotated_at": token.rotated_at.map(|at| at.to_string()),
        "uses": token.uses,
    })
    .to_string()
}
