//! What a restore did or would do, in words and on a sheet.

use super::counts::count;
use super::{Column, Sheet, Value, escape, tokens};
use crate::ops::keeping::restore::{Condition, Kinship, Report, Restoration};
use crate::store::Listed;

/// The sheet of a restore.
pub const SHEET: Sheet = Sheet {
    name: "restorations",
    columns: &[
        Column::text("path", "PATH"),
        Column::text("replaced", "REPLACED"),
        Column::text("relation", "RELATION"),
        Column::text("kept", "KEPT"),
        Column::number("backup_tokens", "TOKENS"),
        Column::number("backup_events", "EVENTS"),
        Column::text("revoked", "REVOKED"),
        Column::text("limited", "LIMITED"),
        Column::number("bots_gone", "BOTS GONE"),
        Column::number("refresh_secrets_spent", "REFRESH SECRETS SPENT"),
        Column::number("jobs_ended", "JOBS ENDED"),
        Column::number("runners_stopped", "RUNNERS STOPPED"),
        Column::number("keys_narrowed", "KEYS NARROWED"),
        Column::number("users_blocked", "USERS BLOCKED"),
        Column::number("admins_demoted", "ADMINS DEMOTED"),
        Column::number("tokens_gone", "TOKENS GONE"),
        Column::number("users_gone", "USERS GONE"),
        Column::number("memberships_back", "MEMBERSHIPS BACK"),
        Column::number("tokens_unknown", "TOKENS UNKNOWN"),
        Column::text("gone", "GONE"),
        Column::text("policies_kept", "POLICIES KEPT"),
    ],
};

/// Returns the row of [`SHEET`].
#[must_use]
pub fn row<'v>(path: &'v str, restoration: &Restoration) -> Vec<Value<'v>> {
    let report = &restoration.report;
    let number = |count: u64| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let ids = |listed: &[Listed]| Value::Numbers(listed.iter().map(|listed| listed.token.id.0).collect());
    let replaced = match restoration.condition {
        Condition::Sound => "sound",
        Condition::Damaged(_) => "damaged",
        Condition::Missing => "missing",
    };
    let relation = match report.kinship {
        Kinship::Continued => "continued",
        Kinship::Branched => "branched",
        Kinship::Other => "other",
        Kinship::Unknown => "unknown",
    };
    vec![
        path.into(),
        replaced.into(),
        relation.into(),
        restoration.kept.as_ref().map(|kept| kept.display().to_string()).into(),
        number(restoration.backup.tokens),
        number(restoration.backup.events),
        ids(&report.revoked),
        ids(&report.limited),
        number(report.bots),
        number(report.spent),
        number(report.jobs),
        number(report.runners),
        number(report.keys),
        number(report.blocked.len() as u64),
        number(report.demoted.len() as u64),
        number(report.gone_tokens),
        number(report.gone_users),
        number(report.memberships_back),
        number(report.unknown.len() as u64),
        ids(&report.gone),
        Value::Words(report.policies.iter().map(|(policy, _)| policy.word()).collect()),
    ]
}

/// Returns what a restore does, line by line.
#[must_use]
pub fn lines(restoration: &Restoration) -> Vec<String> {
    let report = &restoration.report;
    let mut lines = vec![holding(restoration)];
    lines.extend(restoration.upgraded_from.map(|version| {
        format!("it is of an older tokctl (version {version} of the schema), and is brought up to date with this")
    }));
    lines.extend(doubts(restoration));
    let of = |what: &str, listed| format!("{what}: {}", tokens::line(listed));
    lines.extend(report.revoked.iter().map(|listed| of("revoked since, and so it stays", listed)));
    lines.extend(report.gone.iter().map(|listed| of("gone since, and so it stays dead", listed)));
    lines.extend(report.limited.iter().map(|listed| of("stopped, ended or used since, and so it stays", listed)));
    lines.extend(losses(report));
    if let Some(kept) = &restoration.kept {
        lines.push(format!("the store that was there is kept: {}", escape::line(&kept.display().to_string())));
    }
    lines
}

fn holding(restoration: &Restoration) -> String {
    let holding = &restoration.backup;
    format!(
        "the backup holds {}, {} and {}; its newest event is {}",
        count(holding.tokens, "token", "tokens"),
        count(holding.users, "user", "users"),
        count(holding.events, "event", "events"),
        holding.head.sequence
    )
}

/// Says what cannot be known, and what follows from it.
fn doubts(restoration: &Restoration) -> Vec<String> {
    const ALIVE: &str = "a token that was revoked there comes alive again: look at `tokctl list`, and revoke it";
    let report = &restoration.report;
    let mut doubts = Vec::new();
    if restoration.is_raw {
        let raw =
            "this is a copy of a store's own file and no backup; the newest changes may have stood in a log beside it";
        doubts.push(raw.to_owned());
    }
    match &restoration.condition {
        Condition::Missing => {
            doubts.push(format!("no store is there to tell what was revoked since the backup; {ALIVE}"));
        }
        Condition::Damaged(why) => doubts.push(format!(
            "the store that is there is damaged ({}), and may not tell all that was revoked since; {ALIVE}",
            escape::line(why)
        )),
        Condition::Sound => {}
    }
    match report.kinship {
        Kinship::Other => doubts.push(format!(
            "the backup is of another store, and the one that is there does not tell what was revoked since; {ALIVE}"
        )),
        Kinship::Branched if restoration.condition == Condition::Sound => doubts.push(format!(
            "the store that is there did not go on from this backup, and may not tell all that was revoked since; {ALIVE}"
        )),
        Kinship::Unknown if restoration.condition == Condition::Sound => {
            doubts.push("nothing tells whether the backup is one of the store that is there".to_owned());
        }
        Kinship::Continued | Kinship::Branched | Kinship::Unknown => {}
    }
    doubts.extend(unknown(report));
    if !restoration.knows_caller {
        doubts.push("the backup knows no user of your login who can act".to_owned());
    }
    doubts.into_iter().map(|doubt| format!("warning: {doubt}")).collect()
}

/// Names the tokens of which nobody can say whether they were revoked; of many, the first.
fn unknown(report: &Report) -> Option<String> {
    const NAMED: usize = 20;
    let (named, further) = report.unknown.split_at(report.unknown.len().min(NAMED));
    let named: Vec<String> = named.iter().map(|id| id.0.to_string()).collect();
    let further = if further.is_empty() { String::new() } else { format!(" and {} further", further.len()) };
    let (tokens, were) = match report.unknown.len() {
        0 => return None,
        1 => ("token", "was"),
        _ => ("tokens", "were"),
    };
    Some(format!("nothing tells whether {tokens} {}{further} of the backup {were} revoked since", named.join(", ")))
}

/// Says how much of what else is taken away, is gone, or comes back.
fn losses(report: &Report) -> Vec<String> {
    let counted = [
        ("left since with its token", report.bots, "bot user", "bot users"),
        ("used since, and spent", report.spent, "refresh secret", "refresh secrets"),
        ("ended since, and over", report.jobs, "job", "jobs"),
        ("removed or paused since, and so it stays", report.runners, "runner", "runners"),
        ("taken out of a project since, or from pushing there", report.keys, "deploy key", "deploy keys"),
        (
            "made since, and gone",
            report.gone_tokens,
            "live token, whose secret opens nothing any more",
            "live tokens, whose secrets open nothing any more",
        ),
        ("made since, and gone", report.gone_users, "user", "users"),
        ("ended or changed since, and back as before", report.memberships_back, "membership", "memberships"),
    ];
    let named = [
        ("blocked or deleted since, and blocked", &report.blocked),
        ("no admin since, and none", &report.demoted),
        ("back as an admin, since nobody else would be one", &report.spared),
    ];
    let told = counted.into_iter().filter(|(_, number, ..)| *number > 0);
    let mut lines: Vec<String> =
        told.map(|(what, number, one, many)| format!("{what}: {}", count(number, one, many))).collect();
    for (what, people) in named.into_iter().filter(|(_, people)| !people.is_empty()) {
        let people: Vec<String> = people.iter().map(|name| escape::line(name).into_owned()).collect();
        lines.push(format!("{what}: {}", people.join(", ")));
    }
    lines.extend(report.policies.iter().map(|(policy, value)| {
        format!("stricter since, and so it stays: the policy `{}` is {}", policy.word(), escape::line(value))
    }));
    if report.policies_back {
        lines.push("policies are otherwise those of the backup: `tokctl policy list` shows them".to_owned());
    }
    lines
}
