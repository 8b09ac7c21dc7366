//! Suspending, resuming and shortening: the reversible stop before a revoke, and an earlier end.

use serde_json::json;

use super::list::Entry;
use super::{Authority, Changed, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::expiry::{Life, parse_end};
use crate::domain::permission::Deed;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, State, Token};
use crate::domain::user::User;
use crate::store::{Reading, Writing};

pub use super::find::Which;

/// Says until when a token is stopped, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until an instant.
    At(Timestamp),
    /// So long from now on.
    After(Life),
}

/// What stops a token or ends it earlier is done to its predecessor too, where that lives on in the overlap of a rotation:
/// the two secrets stand for one grant. The token that was named comes first.
impl Authority<'_> {
    /// Stops a token, until an instant or until it is resumed. One that is stopped already is stopped anew.
    ///
    /// # Errors
    /// `NotFound`, `Refused`; `Usage` for an instant that is over; `Conflict` for a token that is dead; `Store`.
    pub fn suspend(&self, which: &Which, until: Option<Until>, reason: Option<&str>) -> Result<Vec<Entry>> {
        self.require_store(which)?;
        self.end(|writing, actor| {
            let token = living(writing, actor, which, Deed::End)?;
            let until = match until {
                None => None,
                Some(Until::At(instant)) => Some(instant),
                Some(Until::After(life)) => life.end_from(writing.now)?,
            };
            if until.is_some_and(|until| until <= writing.now) {
                return Err(Error::usage("that instant is over already").because(format!("it is {}", writing.now)));
            }
            let mut stopped = grant(writing, token)?;
            // A predecessor that is stopped for longer already stays so.
            let named = stopped[0].id;
            stopped.retain(|token| token.id == named || !is_stopped_as_long(token, until, writing.now));
            each(writing, actor, stopped, "token.suspend", reason, |token| writing.suspend_token(token.id, Some(until)))
        })
    }

    /// Brings a suspended token back, and only it: its predecessor may have been stopped for a reason of its own. Returns
    /// it, and after it its predecessor where that stays suspended.
    ///
    /// # Errors
    /// `NotFound`, `Refused`; `Conflict` for a token that is dead or was not suspended; `Store`.
    pub fn resume(&self, which: &Which) -> Result<Vec<Entry>> {
        self.require_store(which)?;
        self.write(|writing, actor| {
            let token = living(writing, actor, which, Deed::Take)?;
            if !token.is_stopped(writing.now) {
                return Err(Error::conflict(format!("token `{}` is not suspended", token.id)));
            }
            let successor = writing.successor(token.id)?;
            if let Some(successor) = successor.filter(|successor| successor.state(writing.now) == State::Suspended) {
                return Err(Error::conflict(format!("token `{}` is suspended with its successor", token.id))
                    .hint(format!("`tokctl resume {}` brings that back first", successor.id)));
            }
            let still = find::overlapped(writing, &token)?.filter(|before| before.is_stopped(writing.now));
            let (mut entries, changes) =
                each(writing, actor, vec![token], "token.resume", None, |token| writing.suspend_token(token.id, None))?;
            if let Some(before) = still {
                let listed = writing.listed(before.id)?.ok_or_else(|| Error::no_token(before.id))?;
                entries.push(Entry::of(listed, actor, writing.now));
            }
            Ok((entries, changes))
        })
    }

    /// Gives a token an earlier end; never a later one.
    ///
    /// # Errors
    /// `NotFound`, `Refused`; `Usage` for an end that is none; `Conflict` for a token that is dead, or ends before; `Store`.
    pub fn shorten(&self, which: &Which, expires: &str) -> Result<Vec<Entry>> {
        if !self.has_store()? {
            parse_end(expires, self.now())?;
        }
        self.require_store(which)?;
        self.end(|writing, actor| {
            let token = living(writing, actor, which, Deed::End)?;
            // Before the end is read: none is good for such a token.
            if !token.kind.is_dated() {
                let hint = match token.of {
                    Belonging::Job(job) => format!("`tokctl job end {job}` ends it now, with its job"),
                    _ => format!("`tokctl revoke {}` ends it now", token.id),
                };
                let what = format!("{} tokens have no date on which they end", token.kind);
                return Err(Error::usage(what).hint(hint));
            }
            let end = parse_end(expires, writing.now)?
                .ok_or_else(|| Error::usage("`never` is no earlier end").hint("give a date, as in `2027-01-31`"))?;
            if token.expires_at.is_some_and(|old| old <= end) {
                return Err(Error::conflict(format!("token `{}` does not live longer than that", token.id))
                    .because("an end is made earlier, never later"));
            }
            let mut longer = grant(writing, token)?;
            longer.retain(|token| token.expires_at.is_none_or(|old| old > end));
            each(writing, actor, longer, "token.shorten", None, |token| writing.shorten_token(token.id, end))
        })
    }

    fn require_store(&self, which: &Which) -> Result<()> {
        if self.has_store()? { Ok(()) } else { Err(self.missing_token(which)) }
    }
}

/// Finds a token that lives, for somebody who may do this to it.
fn living(reading: &Reading<'_>, actor: &User, which: &Which, deed: Deed) -> Result<Token> {
    let id = find::id(reading, actor, which)?;
    let token = find::token(reading, actor, id, deed)?;
    if reading.lives(&token)? {
        return Ok(token);
    }
    let state = token.state(reading.now);
    Err(Error::conflict(format!("token `{id}` is {state}, and that is for ever")))
}

/// Returns a token and, while the overlap of a rotation lasts, its predecessor.
fn grant(reading: &Reading<'_>, token: Token) -> Result<Vec<Token>> {
    let predecessor = find::overlapped(reading, &token)?;
    Ok([Some(token), predecessor].into_iter().flatten().collect())
}

/// Says whether a token is stopped already, and at least until then.
fn is_stopped_as_long(token: &Token, until: Option<Timestamp>, now: Timestamp) -> bool {
    let reaches = |old: Option<Timestamp>| old.is_none_or(|old| until.is_some_and(|until| until <= old));
    token.is_stopped(now) && token.suspension.is_some_and(|stop| reaches(stop.until))
}

/// Does something to each of the tokens; returns them as they are then, and what the trail says of it.
fn each(
    writing: &Writing<'_>,
    actor: &User,
    tokens: Vec<Token>,
    action: &str,
    reason: Option<&str>,
    deed: impl Fn(&Token) -> Result<()>,
) -> Result<Changed<Vec<Entry>>> {
    let mut entries = Vec::new();
    let mut changes = Vec::new();
    for before in tokens {
        deed(&before)?;
        let listed = writing.listed(before.id)?.ok_or_else(|| Error::no_token(before.id))?;
        let entry = Entry::of(listed, actor, writing.now);
        changes.push(
            Change::of(action, "token", before.id.0, &before.name)
                .within(find::home(writing, &before)?)
                .before(life(&before, writing.now))
                .after(life(&entry.listed.token, writing.now))
                .reason(reason.map(str::to_owned)),
        );
        entries.push(entry);
    }
    Ok((entries, changes))
}

/// Returns what the trail says of a token's life.
fn life(token: &Token, now: Timestamp) -> String {
    let stop = token.suspension;
    json!({
        "state": token.state(now).word(),
        "suspended_at": stop.map(|stop| stop.at.to_string()),
        "suspended_until": stop.and_then(|stop| stop.until).map(|until| until.to_string()),
        "expires_at": token.expires_at.map(|end| end.to_string()),
    })
    .to_string()
}
