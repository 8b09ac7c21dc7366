//! What is noted beside a verdict: uses, denials, contacts and alarms. Noted if it can be at once; no verdict hangs on it.

use serde_json::json;

use super::Authority;
use crate::domain::access::Access;
use crate::domain::address::Address;
use crate::domain::alarm::Sort;
use crate::domain::decision::{Reason, Verdict};
use crate::domain::error::{Code, Result};
use crate::domain::event::{Change, Doer};
use crate::domain::id::{ProjectId, RunnerId, TokenId, UserId};
use crate::domain::kind::Kind;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, State, Token};
use crate::domain::usage::{COARSE, is_due};
use crate::store::{Reading, Writing};

/// What was seen of a token while a secret of it was verified. It is noted after the verdict is out, by
/// [`Authority::note_best_effort`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "it is lost unless it is noted"]
pub struct Aside {
    token: TokenId,
    kind: Kind,
    from: Option<Address>,
    seen: Vec<Seen>,
}

/// One thing that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Seen {
    /// It was used.
    Use,
    /// It opened an access, in a project or in none, as no use of it before.
    Reach(Access, Option<ProjectId>),
    /// A use of it was denied.
    Denial(Reason),
    /// It was used after another had taken its place.
    RotatedOut,
    /// Its runner was heard of, from the machine that named itself.
    Contact(RunnerId, Option<String>),
}

impl Authority<'_> {
    /// Notes what was seen, unless somebody else is writing to the store, or it cannot be written to. Never waits, and has
    /// nothing to say of how it went.
    pub fn note_best_effort(&self, aside: Option<&Aside>) {
        // The store is looked at for nothing where there is nothing to note, which is nearly always.
        let Some(aside) = aside else { return };
        let Ok(store) = self.store() else { return };
        store.try_write(self.clock, |writing| {
            let changes = aside.note(writing, &self.caller.host)?;
            Ok((self.passer_by(writing)?, changes))
        });
    }

    /// Returns who runs the command, as far as the store knows them. What they do takes no user of the store, so there may
    /// be none of their name: 0 then.
    ///
    /// # Errors
    /// `Store`: the engine takes a change back when a page cannot be read, which must not be passed over.
    pub(super) fn passer_by(&self, reading: &Reading<'_>) -> Result<Doer> {
        let caller = &self.caller;
        let actor = match self.actor(reading) {
            Ok(actor) => Some(actor),
            Err(error) if error.code == Code::Store => return Err(error),
            Err(_) => None,
        };
        Ok(Doer {
            id: actor.as_ref().map_or(UserId(0), |actor| actor.user.id),
            username: actor.as_ref().map_or_else(|| caller.login.clone(), |actor| actor.user.username.clone()),
            operator: actor.and_then(|actor| actor.operator),
            uid: caller.uid,
            host: caller.host.clone(),
            command: caller.command.clone(),
        })
    }
}

impl Aside {
    /// Makes a note of what was seen; `None` where nothing was.
    fn of(token: &Token, from: Option<&Address>, seen: Vec<Seen>) -> Option<Self> {
        let some = !seen.is_empty();
        some.then(|| Self { token: token.id, kind: token.kind, from: from.cloned(), seen })
    }

    fn note(&self, writing: &Writing<'_>, host: &str) -> Result<Vec<Change>> {
        let mut changes = Vec::new();
        for seen in &self.seen {
            match seen {
                Seen::Use => used(writing, self.token, self.kind, self.from.as_ref().map_or(host, Address::as_str))?,
                Seen::Reach(access, project) => {
                    writing.note_reach(self.token, *access, *project)?;
                }
                Seen::Denial(reason) => writing.note_denial(self.token, *reason)?,
                Seen::RotatedOut => changes.extend(rotated_out(writing, self.token)?),
                Seen::Contact(runner, system_id) => {
                    changes.extend(contact(writing, *runner, self.token, system_id.as_deref())?);
                }
            }
        }
        Ok(changes)
    }
}

/// Finds out whether there is something to note of a token that was presented.
pub(super) fn aside(
    reading: &Reading<'_>,
    token: &Token,
    verdict: Verdict,
    opened: Option<(Access, Option<ProjectId>)>,
    from: Option<&Address>,
    system_id: Option<&str>,
) -> Result<Option<Aside>> {
    let mut seen = Vec::new();
    match verdict {
        Verdict::Allow if is_due(token.used_at, reading.now) => seen.push(Seen::Use),
        Verdict::Allow => {}
        // Clients race with their own refreshing; a spent refresh secret tells more.
        Verdict::Deny(Reason::RotatedOut) if token.kind != Kind::Oauth => seen.push(Seen::RotatedOut),
        Verdict::Deny(reason) => seen.extend(denial(reading, token, reason)?),
    }
    if let (Verdict::Allow, Some((access, project))) = (verdict, opened)
        && token.used.would_learn(access, project)
    {
        seen.push(Seen::Reach(access, project));
    }
    seen.extend(contact_due(reading, token, system_id)?);
    Ok(Aside::of(token, from, seen))
}

/// Finds out whether a denial is to be noted that no verdict tells of.
pub(super) fn aside_of_denial(reading: &Reading<'_>, token: &Token, reason: Reason) -> Result<Option<Aside>> {
    Ok(Aside::of(token, None, denial(reading, token, reason)?.into_iter().collect()))
}

fn denial(reading: &Reading<'_>, token: &Token, reason: Reason) -> Result<Option<Seen>> {
    let is_due = is_due(reading.denied_at(token.id, reason)?, reading.now);
    Ok(is_due.then_some(Seen::Denial(reason)))
}

fn contact_due(reading: &Reading<'_>, token: &Token, system_id: Option<&str>) -> Result<Option<Seen>> {
    let Belonging::Runner(id) = token.of else { return Ok(None) };
    if token.state(reading.now) != State::Active {
        return Ok(None);
    }
    let Some(runner) = reading.runner(id)? else { return Ok(None) };
    let is_elsewhere = system_id.is_some_and(|given| runner.system_id.as_deref() != Some(given));
    let is_due = is_elsewhere || is_due(runner.contacted_at, reading.now);
    Ok(is_due.then(|| Seen::Contact(id, system_id.map(str::to_owned))))
}

/// Notes that a token was used. What registration tokens are used for is counted where it is done, to the last.
pub(super) fn used(writing: &Writing<'_>, token: TokenId, kind: Kind, from: &str) -> Result<()> {
    writing.note_use(token, from, kind != Kind::RunnerRegistration)
}

/// Raises the alarm about a secret that another has taken the place of; at the token that works in its place too, since
/// listings show what lives.
fn rotated_out(writing: &Writing<'_>, token: TokenId) -> Result<Vec<Change>> {
    if let Some(heir) = writing.heir(token)? {
        writing.raise(heir.id, Sort::RotatedOut, &format!("token {token}"))?;
    }
    raise(writing, token, Sort::RotatedOut, "", &json!({}))
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
