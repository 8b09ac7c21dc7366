//! What goes along with whoever or whatever leaves, in words and on a sheet.

use serde_json::{Map, json};

use super::{Column, Sheet, Value, escape};
use crate::ops::farewell::Toll;
use crate::ops::revoke::Left;
use crate::ops::show::Bot;

/// The sheet of bots that left.
pub const BOTS: Sheet = Sheet {
    name: "bots",
    columns: &[
        Column::text("username", "USERNAME"),
        Column::text("project", "PROJECT"),
        Column::number("records_moved", "MOVED"),
        Column::number("records_deleted", "DELETED"),
        Column::number("assignments_emptied", "EMPTIED"),
    ],
};

/// Returns a bot's row of [`BOTS`].
#[must_use]
pub fn row(left: &Left) -> Vec<Value<'_>> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
    vec![
        left.bot.as_str().into(),
        left.project.as_str().into(),
        number(left.toll.moved.total()),
        number(left.toll.deleted.total()),
        number(left.toll.unassigned),
    ]
}

/// The sheet of what goes with a user.
pub const DELETION: Sheet = Sheet {
    name: "deletions",
    columns: &[
        Column::text("users", "USERS"),
        Column::text("projects", "PROJECTS"),
        Column::text("groups", "GROUPS"),
        Column::number("tokens_revoked", "TOKENS"),
        Column::number("keys_disabled", "KEYS"),
        Column::text("tokens_left", "TOKENS LEFT"),
        Column::number("jobs_ended", "JOBS"),
        Column::number("runners_removed", "RUNNERS"),
        Column::number("memberships_ended", "MEMBERSHIPS"),
        Column::number("records_moved", "MOVED"),
        Column::number("records_deleted", "DELETED"),
        Column::number("assignments_emptied", "EMPTIED"),
    ],
};

/// Returns the row of [`DELETION`]; the tokens that are left are those that the user had made and that live on.
#[must_use]
pub fn deletion(toll: &Toll) -> Vec<Value<'_>> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
    let left: Vec<i64> = toll.made.iter().map(|entry| entry.listed.token.id.0).collect();
    vec![
        words(&toll.users),
        words(&toll.projects),
        words(&toll.groups),
        number(toll.tokens),
        number(toll.keys),
        left.into(),
        number(toll.jobs),
        number(toll.runners),
        number(toll.memberships),
        number(toll.moved.total()),
        number(toll.deleted.total()),
        number(toll.unassigned),
    ]
}

fn words(names: &[String]) -> Value<'_> {
    Value::Words(names.iter().map(String::as_str).collect())
}

/// Returns a bot user that would leave with its token as a cell: one line of words, in JSON an object.
#[must_use]
pub(super) fn leaver(bot: &Bot) -> Value<'static> {
    let records: Map<_, _> = bot.records.kinds().map(|(kind, count)| (kind.word().to_owned(), count.into())).collect();
    let legacy =
        if records.is_empty() { "no records".to_owned() } else { format!("{} to the Ghost User", bot.records) };
    Value::Told {
        text: Some(format!("the bot user `{}` with its membership; {legacy}", bot.username)),
        json: json!({ "username": bot.username, "records_moved": records }).to_string(),
    }
}

/// Returns what goes with a token whose bot user leaves, in one line.
#[must_use]
pub fn bot(left: &Left) -> String {
    let legacy = if left.toll.moved.total() == 0 {
        "no records".to_owned()
    } else {
        format!("{} to the Ghost User", left.toll.moved)
    };
    let project = escape::line(&left.project);
    format!("the bot user `{}` of the project {project}; {legacy}{}", escape::line(&left.bot), others(&left.toll))
}

/// What else a bot leaves behind; it has no projects, and no token but its own.
fn others(toll: &Toll) -> String {
    let deleted = (toll.deleted.total() > 0).then(|| format!("; {} deleted", toll.deleted));
    let emptied = count(toll.unassigned, "assignment emptied", "assignments emptied");
    let emptied = (toll.unassigned > 0).then(|| format!("; {emptied}"));
    format!("{}{}", deleted.unwrap_or_default(), emptied.unwrap_or_default())
}

/// Returns what goes, a line for each sort of thing of which there is any.
#[must_use]
pub fn toll(toll: &Toll) -> Vec<String> {
    let names = |names: &[String]| names.iter().map(|name| escape::line(name)).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    for (one, many, gone) in
        [("user", "users", &toll.users), ("group", "groups", &toll.groups), ("project", "projects", &toll.projects)]
    {
        if !gone.is_empty() {
            lines.push(format!("{} deleted: {}", count(gone.len() as u64, one, many), names(gone)));
        }
    }
    if toll.tokens > 0 {
        lines.push(format!("{} revoked", count(toll.tokens, "token", "tokens")));
    }
    if toll.keys > 0 {
        let keys = count(toll.keys, "deploy key disabled, which lives on", "deploy keys disabled, which live on");
        lines.push(format!("{keys} elsewhere"));
    }
    if toll.jobs > 0 {
        lines.push(format!("{} ended", count(toll.jobs, "job", "jobs")));
    }
    if toll.runners > 0 {
        lines.push(format!("{} removed", count(toll.runners, "runner", "runners")));
    }
    if toll.memberships > 0 {
        lines.push(format!("{} ended", count(toll.memberships, "membership", "memberships")));
    }
    if toll.moved.total() > 0 {
        lines.push(format!("to the Ghost User: {}", toll.moved));
    }
    if toll.deleted.total() > 0 {
        lines.push(format!("deleted: {}", toll.deleted));
    }
    if toll.unassigned > 0 {
        lines.push(count(toll.unassigned, "assignment emptied", "assignments emptied"));
    }
    lines
}

fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
