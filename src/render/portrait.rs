//! One token on a page: what it is, its life, its uses, what goes with it, and what happened to it.

mod life;

use super::standing::{state, told_if};
use super::{Column, Page, Sheet, Value, alarms, leaving, tokens};
use crate::domain::access::Access;
use crate::domain::refresh::RefreshState;
use crate::domain::ssh_key::fingerprint;
use crate::domain::token::{State, Token};
use crate::domain::used::UsedIn;
use crate::ops::Key;
use crate::ops::show::Portrait;

/// The sheet of `show`.
pub const SHEET: Sheet = Sheet {
    name: "tokens",
    columns: &[
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("state", "STATE"),
        Column::text("boundary", "BOUNDARY"),
        Column::text("where", "WHERE"),
        Column::text("scopes", "SCOPES"),
        Column::text("opens", "OPENS"),
        Column::text("username", "USERNAME"),
        Column::text("holder", "HOLDER"),
        Column::text("expires_at", "EXPIRES"),
        Column::text("created_at", "CREATED"),
        Column::text("created_by", "CREATED BY"),
        Column::text("note", "NOTE"),
        Column::text("fingerprint", "FINGERPRINT"),
        Column::text("ssh_fingerprint", "SSH FINGERPRINT"),
        Column::text("algorithm", "ALGORITHM"),
        Column::number("bits", "BITS"),
        Column::text("read_only", "READ-ONLY IN"),
        Column::text("read_write", "READ-WRITE IN"),
        Column::number("unseen_projects", "UNSEEN PROJECTS"),
        Column::number("predecessor", "PREDECESSOR"),
        Column::number("successor", "SUCCESSOR"),
        Column::text("rotated_at", "ROTATED"),
        Column::text("revoked_at", "REVOKED"),
        Column::text("revoked_by", "REVOKED BY"),
        Column::text("revoked_why", "WHY"),
        Column::text("suspended_at", "SUSPENDED"),
        Column::text("suspended_until", "UNTIL"),
        Column::text("app", "APP"),
        Column::text("refresh_secret", "REFRESH SECRET"),
        Column::text("takes_along", "REVOKING IT ENDS TOO"),
        Column::text("deletes_bot", "REVOKING IT DELETES"),
        Column::number("runner", "RUNNER"),
        Column::number("job", "JOB"),
        Column::number("uses", "USES NOTED"),
        Column::number("use_limit", "USE LIMIT"),
        Column::text("alarms", "ALARMS"),
        Column::text("used_at", "LAST USED"),
        Column::text("used_from", "USED FROM"),
        Column::text("denials", "DENIED"),
        Column::text("jobs_with_password", "JOBS WITH PASSWORD"),
        Column::text("stopped_by", "STOPPED BY"),
        Column::text("lineage", "LINEAGE"),
        Column::text("used_access", "USED FOR"),
        Column::text("used_project", "USED IN"),
        Column::text("used_elsewhere", "USED ELSEWHERE"),
        Column::text("trail", "TRAIL"),
        Column::text("holder_blocked", "USER BLOCKED"),
        Column::text("renewable", "RENEWABLE"),
    ],
};

/// Returns a token's row of [`SHEET`].
#[must_use]
pub fn row(portrait: &Portrait) -> Vec<Value<'_>> {
    let key = portrait.key.as_ref();
    let [algorithm, bits, read_only, read_write, unseen] = key.map_or([const { Value::Nothing }; 5], tokens::of_key);
    let listed = &portrait.entry.listed;
    let token = &listed.token;
    let revocation = token.revocation.as_ref();
    let along: Vec<i64> = portrait.takes_along.iter().map(|id| id.0).collect();
    let values = vec![
        token.id.0.into(),
        token.kind.word().into(),
        token.name.as_str().into(),
        state(&portrait.entry),
        token.boundary.word().into(),
        tokens::place(listed).into(),
        token.scopes.words().into(),
        opens(token, key).into(),
        token.username().into(),
        listed.holder.as_deref().into(),
        Value::End(token.expires_at),
        token.created_at.into(),
        listed.creator.as_str().into(),
        token.note.as_deref().into(),
        token.digest.fingerprint().into(),
        key.map(|_| fingerprint(&token.digest)).into(),
        algorithm,
        bits,
        read_only,
        read_write,
        unseen,
        token.predecessor.map(|id| id.0).into(),
        portrait.successor().map(|kin| kin.id.0).into(),
        token.rotated_at.into(),
        revocation.map(|revocation| revocation.at).into(),
        portrait.revoked_by.as_deref().into(),
        revocation.and_then(|revocation| revocation.why.as_deref()).into(),
        token.suspension.map(|stop| stop.at).into(),
        token.suspension.and_then(|stop| stop.until).into(),
        portrait.app.as_deref().into(),
        portrait.refresh.map(RefreshState::word).into(),
        along.into(),
        portrait.bot.as_ref().map_or(Value::Nothing, leaving::leaver),
        token.of.runner().map(|id| id.0).into(),
        token.of.job().map(|id| id.0).into(),
        i64::from(token.uses).into(),
        token.use_limit.map(i64::from).into(),
        alarms::cell(&portrait.alarms),
        Value::Last(token.used_at),
        token.used_from.as_deref().into(),
        alarms::denials(&portrait.denials),
        portrait.jobs.iter().map(|id| id.0).collect::<Vec<_>>().into(),
        stop(portrait),
        life::lineage(portrait),
        used_for(token),
        used_in(portrait),
        (token.used.place == UsedIn::Several).into(),
        life::trail(portrait),
        told_if(listed.holder_blocked),
        told_if(portrait.entry.beside.renewable),
    ];
    if portrait.entry.veiled { tokens::veiled(&SHEET, values) } else { values }
}

/// Returns what a token opens, by kind and scopes; a deploy key, by where it is enabled.
fn opens(token: &Token, key: Option<&Key>) -> Vec<&'static str> {
    if key.is_some_and(|key| !key.pushes) {
        return vec![Access::RepositoryRead.word()];
    }
    let kind = token.kind.opens();
    let open = if token.kind.scopes().is_empty() { kind } else { kind.and(token.scopes.opens()) };
    open.words()
}

/// Returns what stops a token that is neither dead nor suspended: its state says the rest.
fn stop(portrait: &Portrait) -> Value<'_> {
    match portrait.stop.filter(|_| portrait.entry.state == State::Active) {
        None => Value::Nothing,
        Some(reason) => Value::Told {
            text: Some(format!("{}: {}", reason.word(), reason.text())),
            json: format!("\"{}\"", reason.word()),
        },
    }
}

/// Returns what a token was used for, as far as it was noted.
fn used_for(token: &Token) -> Value<'_> {
    let words = token.used.accesses.words();
    let json = serde_json::Value::from(words.clone()).to_string();
    let before = if token.predecessor.is_some() { " (those before it included)" } else { "" };
    Value::Told { text: (!words.is_empty()).then(|| format!("{}{before}", words.join(" "))), json }
}

/// Returns in which project it was.
fn used_in(portrait: &Portrait) -> Value<'_> {
    match portrait.entry.listed.token.used.place {
        UsedIn::Nowhere => Value::Nothing,
        UsedIn::One(_) => portrait.used_in.as_deref().into(),
        UsedIn::Several => Value::Told { text: Some("several projects, or in none".into()), json: "null".into() },
    }
}

/// What stands together for eyes, part by part. What a line of the lineage tells is not told twice.
const PARTS: [&[&str]; 5] = [
    &[
        "id",
        "kind",
        "name",
        "state",
        "stopped_by",
        "suspended_at",
        "suspended_until",
        "boundary",
        "where",
        "read_only",
        "read_write",
        "unseen_projects",
        "scopes",
        "opens",
        "username",
        "holder",
        "holder_blocked",
        "app",
        "refresh_secret",
        "renewable",
        "runner",
        "job",
        "note",
        "fingerprint",
        "ssh_fingerprint",
        "algorithm",
        "bits",
    ],
    &["created_at", "created_by", "expires_at", "rotated_at", "revoked_at", "revoked_by", "revoked_why", "lineage"],
    &[
        "uses",
        "use_limit",
        "used_at",
        "used_from",
        "used_access",
        "used_project",
        "alarms",
        "denials",
        "jobs_with_password",
    ],
    &["takes_along", "deletes_bot"],
    &["trail"],
];

/// Writes it: for eyes part by part, for programs as its row.
///
/// # Errors
/// Those of the stream.
pub fn write(page: &Page, portrait: &Portrait, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    super::writer::card_in_parts(page, &SHEET, &row(portrait), &PARTS, out)
}
