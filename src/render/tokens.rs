//! Tokens on a sheet, and in a sentence.

use super::standing::{state, told_if};
use super::{Column, Sheet, Value, alarms, escape, leaving};
use crate::domain::access::Access;
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::refresh::RefreshState;
use crate::domain::ssh_key::fingerprint;
use crate::domain::token::Token;
use crate::ops::Key;
use crate::ops::list::{Entry, Portrait};
use crate::store::Listed;

/// The sheet of listings.
pub const SHEET: Sheet = Sheet {
    name: "tokens",
    columns: &[
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("state", "STATE"),
        Column::text("boundary", "BOUNDARY").hidden(),
        Column::text("where", "WHERE"),
        Column::text("scopes", "SCOPES"),
        Column::text("expires_at", "EXPIRES"),
        Column::text("username", "USERNAME").hidden(),
        Column::text("holder", "HOLDER").hidden(),
        Column::text("created_at", "CREATED").hidden(),
        Column::text("created_by", "BY").hidden(),
        Column::text("note", "NOTE").hidden(),
        Column::text("fingerprint", "FINGERPRINT").hidden(),
        Column::text("revoked_at", "REVOKED").hidden(),
        Column::text("revoked_why", "WHY").hidden(),
        Column::text("rotated_at", "ROTATED").hidden(),
        Column::number("predecessor", "PREDECESSOR").hidden(),
        Column::number("runner", "RUNNER").hidden(),
        Column::number("job", "JOB").hidden(),
        Column::text("used_at", "LAST USED").hidden(),
        Column::text("used_from", "USED FROM").hidden(),
        Column::number("uses", "USES NOTED").hidden(),
        Column::number("alarms", "ALARMS").hidden(),
        Column::text("holder_blocked", "USER BLOCKED").hidden(),
        Column::text("renewable", "RENEWABLE").hidden(),
    ],
};

/// Returns a token's row of [`SHEET`].
#[must_use]
pub fn row(entry: &Entry) -> Vec<Value<'_>> {
    let listed = &entry.listed;
    let token = &listed.token;
    let revocation = token.revocation.as_ref();
    let values = vec![
        token.id.0.into(),
        token.kind.word().into(),
        token.name.as_str().into(),
        state(entry),
        token.boundary.word().into(),
        place(listed).into(),
        token.scopes.words().into(),
        Value::End(token.expires_at),
        token.username().into(),
        listed.holder.as_deref().into(),
        token.created_at.into(),
        listed.creator.as_str().into(),
        token.note.as_deref().into(),
        token.digest.fingerprint().into(),
        revocation.map(|revocation| revocation.at).into(),
        revocation.and_then(|revocation| revocation.why.as_deref()).into(),
        token.rotated_at.into(),
        token.predecessor.map(|id| id.0).into(),
        token.of.runner().map(|id| id.0).into(),
        token.of.job().map(|id| id.0).into(),
        Value::Last(token.used_at),
        token.used_from.as_deref().into(),
        i64::from(token.uses).into(),
        i64::from(listed.alarms).into(),
        listed.holder_blocked.into(),
        entry.beside.renewable.into(),
    ];
    if entry.veiled { veiled(&SHEET, values) } else { values }
}

/// Leaves of a row what may be known of a token of which nothing but its being there may be known.
fn veiled<'a>(sheet: &Sheet, values: Vec<Value<'a>>) -> Vec<Value<'a>> {
    let known = ["id", "kind", "state", "boundary", "where"];
    let shown =
        |(column, value): (&Column, Value<'a>)| if known.contains(&column.key) { value } else { Value::Nothing };
    sheet.columns.iter().zip(values).map(shown).collect()
}

/// The sheet of `show`.
pub const PORTRAIT: Sheet = Sheet {
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
        Column::text("holder_blocked", "USER BLOCKED"),
        Column::text("renewable", "RENEWABLE"),
    ],
};

/// Returns a token's row of [`PORTRAIT`].
#[must_use]
pub fn portrait(portrait: &Portrait) -> Vec<Value<'_>> {
    let key = portrait.key.as_ref();
    let [algorithm, bits, read_only, read_write, unseen] = key.map_or([const { Value::Nothing }; 5], of_key);
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
        place(listed).into(),
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
        portrait.successor.map(|id| id.0).into(),
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
        told_if(listed.holder_blocked),
        told_if(portrait.entry.beside.renewable),
    ];
    if portrait.entry.veiled { veiled(&PORTRAIT, values) } else { values }
}

/// Returns what only deploy keys have: type, length, the projects they only pull from, those they push to as well, and
/// how many more there are.
pub(super) fn of_key(key: &Key) -> [Value<'_>; 5] {
    let unseen = i64::try_from(key.unseen).ok().filter(|unseen| *unseen > 0);
    [
        key.algorithm.word().into(),
        i64::from(key.bits).into(),
        paths(&key.read_only),
        paths(&key.read_write),
        unseen.into(),
    ]
}

fn paths(paths: &[String]) -> Value<'_> {
    Value::Words(paths.iter().map(String::as_str).collect())
}

/// Returns where a token is valid, by name.
pub(super) fn place(listed: &Listed) -> Option<&str> {
    match listed.token.boundary {
        Boundary::User(_) => listed.holder.as_deref(),
        _ => listed.path.as_deref(),
    }
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

/// Returns a token in one line: `deploy token 3 `ci` for project grp/app`.
#[must_use]
pub fn line(listed: &Listed) -> String {
    let token = &listed.token;
    let what = if token.kind == Kind::DeployKey { "deploy key".into() } else { format!("{} token", token.kind) };
    format!("{what} {} `{}`{}", token.id, escape::line(&token.name), placed(listed))
}

/// Returns where a token is valid, in words behind those that name it.
pub(super) fn placed(listed: &Listed) -> String {
    match (listed.token.boundary, place(listed)) {
        (Boundary::Instance, _) | (_, None) => String::new(),
        (Boundary::Projects, Some(paths)) => format!(" for {}", escape::line(paths)),
        (boundary, Some(name)) => format!(" for the {} {}", boundary.word(), escape::line(name)),
    }
}

/// Returns what tells a token from others, in cells: id, kind, name, place and end.
#[must_use]
pub fn choice(entry: &Entry) -> [String; 5] {
    let token = &entry.listed.token;
    let name = if entry.veiled { String::new() } else { escape::line(&token.name).into_owned() };
    let end = match token.expires_at {
        _ if entry.veiled => String::new(),
        Some(end) => format!("ends {end}"),
        None => "never ends".into(),
    };
    let place = place(&entry.listed).unwrap_or(token.boundary.word());
    [token.id.to_string(), token.kind.to_string(), name, escape::line(place).into_owned(), end]
}

/// Returns a token that was revoked in one line, with what is in it beside its secret.
#[must_use]
pub fn ended(listed: &Listed) -> String {
    let refresh = if listed.token.kind == Kind::Oauth { ", access and refresh" } else { "" };
    format!("{}{refresh}", line(listed))
}

/// Returns what is said of a token that was just made, in a few lines.
#[must_use]
pub fn account(listed: &Listed) -> String {
    let token = &listed.token;
    let mut lines = vec![line(listed)];
    if let Some(username) = token.username() {
        lines.push(format!("  username  {username}"));
    }
    if let (Boundary::Project(_), Some(holder)) = (token.boundary, &listed.holder) {
        lines.push(format!("  acts as   {}", escape::line(holder)));
    }
    if !token.kind.scopes().is_empty() {
        lines.push(format!("  scopes    {}", token.scopes.words().join(" ")));
    }
    if let Some(limit) = token.use_limit {
        lines.push(format!("  uses      {limit}"));
    }
    lines.push(match token.expires_at {
        None => "  expires   never".into(),
        Some(end) => format!("  expires   {end}"),
    });
    if token.is_for_jobs() {
        lines.push("  jobs      each gets a password of it for itself: CI_DEPLOY_USER, CI_DEPLOY_PASSWORD".into());
    }
    lines.join("\n")
}
