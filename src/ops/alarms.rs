//! What is noted beside a verdict: contacts and alarms. Noted if it can be at once; no verdict hangs on it.

use serde_json::json;

use super::Authority;
use crate::domain::alarm::Sort;
use crate::domain::decision::{Reason, Verdict};
use crate::domain::error::Result;
use crate::domain::event::{Change, Doer};
use crate::domain::id::{RunnerId, TokenId, UserId};
use crate::domain::kind::Kind;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, State, Token};
use crate::store::{Reading, Writing};

/// How old a noted contact becomes before it is noted anew, in seconds.
const COARSE: i64 = 600;

/// Something seen while a secret was verified. It is noted after the verdict is out, by [`Authority::note_best_effort`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "it is lost unless it is noted"]
pub enum Aside {
    /// A runner showed its secret.
    Contact {
        /// The runner.
        runner: RunnerId,
        /// The token of the secret.
        token: TokenId,
        /// The machine it came from, where it named itself.
        system_id: Option<String>,
    },
    /// A secret was shown whose place another has taken.
    RotatedOut(TokenId),
}

impl Authority<'_> {
    /// Notes what was seen, unless somebody else is writing to the store, or it cannot be written to. Never waits, and has
    /// nothing to say of how it went.
    pub fn note_best_effort(&self, aside: Option<&Aside>) {
        let (Some(aside), Ok(store)) = (aside, self.store()) else { return };
        store.try_write(self.clock, |writing| {
            let changes = match aside {
                Aside::Contact { runner, token, system_id } => contact(writing, *runner, *token, system_id.as_deref())?,
                Aside::RotatedOut(token) => raise(writing, *token, Sort::RotatedOut, "", &json!({}))?,
            };
            Ok((self.passer_by(writing), changes))
        });
    }

    /// Returns who runs the command, as far as the store knows him. What he does takes no user of the store, so there may
    /// be none of his name: 0 then.
    pub(super) fn passer_by(&self, reading: &Reading<'_>) -> Doer {
        let caller = &self.caller;
        let actor = self.actor(reading).ok();
        Doer {
            id: actor.as_ref().map_or(UserId(0), |actor| actor.user.id),
            username: actor.as_ref().map_or_else(|| caller.login.clone(), |actor| actor.user.username.clone()),
            operator: actor.and_then(|actor| actor.operator),
            uid: caller.uid,
            host: caller.host.clone(),
            command: caller.command.clone(),
        }
    }
}

/// Finds out whether there is something to note of a token that was presented.
pub(super) fn aside(
    reading: &Reading<'_>,
    token: &Token,
    verdict: Verdict,
    system_id: Option<&str>,
) -> Result<Option<Aside>> {
    // Clients race with their own refreshing; a spent refresh secret tells more.
    if verdict == Verdict::Deny(Reason::RotatedOut) && token.kind != Kind::Oauth {
        return Ok(Some(Aside::RotatedOut(token.id)));
    }
    let Belonging::Runner(id) = token.of else { return Ok(None) };
    if token.state(reading.now) != State::Active {
        return Ok(None);
    }
    let Some(runner) = reading.runner(id)? else { return Ok(None) };
    let is_due = runner.contacted_at.is_none_or(|at| reading.now.since(at) >= COARSE);
    let is_elsewhere = system_id.is_some_and(|given| runner.system_id.as_deref() != Some(given));
    let contact = || Aside::Contact { runner: id, token: token.id, system_id: system_id.map(str::to_owned) };
    Ok((is_due || is_elsewhere).then(contact))
}

/// Notes that a runner was heard of; a second machine with its secret is an alarm.
pub(super) fn contact(
    writing: &Writing<'_>,
    runner: RunnerId,
    token: TokenId,
    system_id: Option<&str>,
) -> Result<Vec<Change>> {
    let recent = writing.now.plus(-COARSE).unwrap_or(Timestamp::MIN);
    writing.note_contact(runner, recent, system_id)?;
    let known = writing.runner(runner)?.and_then(|runner| runner.system_id);
    match system_id.filter(|given| known.as_deref() != Some(*given)) {
        Some(given) => {
            let told = json!({ "runner": runner.0, "system_id": given, "known_system_id": known });
            raise(writing, token, Sort::Clone, given, &told)
        }
        None => Ok(Vec::new()),
    }
}

/// Counts an alarm; the first of its detail is an event.
fn raise(
    writing: &Writing<'_>,
    token: TokenId,
    sort: Sort,
    detail: &str,
    told: &serde_json::Value,
) -> Result<Vec<Change>> {
    if !writing.raise(token, sort, detail)? {
        return Ok(Vec::new());
    }
    let Some(token) = writing.token(token)? else { return Ok(Vec::new()) };
    let change = Change::of(&format!("alarm.{}", sort.word()), "token", token.id.0, &token.name)
        .within(token.boundary)
        .after(told.to_string());
    Ok(vec![change])
}
