//! Tokens on a sheet, and in a sentence.

use super::standing::state;
use super::{Column, Sheet, Value, escape};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::time::Timestamp;
use crate::domain::token::{State, Token};
use crate::ops::Key;
use crate::ops::list::Entry;
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
        Column::text("suspended_until", "SUSPENDED UNTIL").hidden(),
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
        until(token, entry.state).into(),
        listed.holder_blocked.into(),
        entry.beside.renewable.into(),
    ];
    if entry.veiled { veiled(&SHEET, values) } else { values }
}

/// Returns until when a token is suspended; nothing where it is not, or until it is resumed.
pub(super) fn until(token: &Token, state: State) -> Option<Timestamp> {
    token.suspension.filter(|_| state == State::Suspended).and_then(|stop| stop.until)
}

/// Leaves of a row what may be known of a token of which nothing but its being there may be known.
pub(super) fn veiled<'a>(sheet: &Sheet, values: Vec<Value<'a>>) -> Vec<Value<'a>> {
    let known = ["id", "kind", "state", "boundary", "where"];
    let shown =
        |(column, value): (&Column, Value<'a>)| if known.contains(&column.key) { value } else { Value::Nothing };
    sheet.columns.iter().zip(values).map(shown).collect()
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
