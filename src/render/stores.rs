//! The store on sheets: where it is, what there is to say of it as a whole, and what was done to it.

use super::{Column, Sheet, Value};
use crate::domain::head::hex;
use crate::ops::keeping::backup::Made;
use crate::ops::keeping::compact::Compacted;
use crate::ops::keeping::info::Info;
use crate::ops::keeping::prune::Pruned;

/// The sheet of the store.
pub const SHEET: Sheet = Sheet { name: "stores", columns: &[Column::text("path", "PATH")] };

/// Returns the row of [`SHEET`].
#[must_use]
pub fn row(path: &str) -> Vec<Value<'_>> {
    vec![path.into()]
}

/// The sheet of all that there is to say of a store.
pub const INFO: Sheet = Sheet {
    name: "stores",
    columns: &[
        Column::text("path", "PATH"),
        Column::text("store_id", "STORE ID"),
        Column::number("bytes", "BYTES"),
        Column::number("log_bytes", "LOG BYTES"),
        Column::number("schema_version", "SCHEMA VERSION"),
        Column::text("sqlite_version", "SQLITE VERSION"),
        Column::text("founded_at", "FOUNDED"),
        Column::text("changed_at", "CHANGED"),
        Column::number("tokens_live", "TOKENS LIVE"),
        Column::number("tokens_suspended", "OF THEM SUSPENDED"),
        Column::number("tokens_expired", "TOKENS EXPIRED"),
        Column::number("tokens_revoked", "TOKENS REVOKED"),
        Column::number("people", "PEOPLE"),
        Column::number("bots", "BOT USERS"),
        Column::number("groups", "GROUPS"),
        Column::number("projects", "PROJECTS"),
        Column::number("records", "RECORDS"),
        Column::number("events", "EVENTS"),
        Column::number("first_event", "FIRST EVENT"),
        Column::number("last_event", "LAST EVENT"),
        Column::text("head", "HEAD"),
        Column::text("reserve", "RESERVE"),
        Column::text("backed_up_at", "LAST BACKUP"),
    ],
};

/// Returns the row of [`INFO`].
#[must_use]
pub fn info(info: &Info) -> Vec<Value<'_>> {
    let people = &info.population;
    vec![
        info.path.as_str().into(),
        info.identity.as_deref().into(),
        number(info.size.store),
        number(info.size.log),
        number(info.schema_version as u64),
        info.engine_version.into(),
        info.founded_at.into(),
        info.changed_at.into(),
        number(info.live),
        number(info.suspended),
        number(info.expired),
        number(info.revoked),
        number(people.people),
        number(people.bots),
        number(people.groups),
        number(people.projects),
        number(people.records),
        number(info.events),
        info.first_event.map(|sequence| sequence.0).into(),
        info.head.map(|head| head.sequence.0).into(),
        info.head.map(|head| hex(&head.hash)).into(),
        info.has_reserve.into(),
        info.backed_up_at.into(),
    ]
}

/// The sheet of a backup that was made.
pub const BACKUP: Sheet = Sheet {
    name: "backups",
    columns: &[
        Column::text("path", "PATH"),
        Column::number("bytes", "BYTES"),
        Column::number("tokens", "TOKENS"),
        Column::number("users", "USERS"),
        Column::number("events", "EVENTS"),
        Column::number("last_event", "LAST EVENT"),
        Column::text("head", "HEAD"),
    ],
};

/// Returns the row of [`BACKUP`].
#[must_use]
pub fn backup<'v>(path: &'v str, made: &Made) -> Vec<Value<'v>> {
    let holding = &made.holding;
    vec![
        path.into(),
        number(made.bytes),
        number(holding.tokens),
        number(holding.users),
        number(holding.events),
        holding.head.sequence.0.into(),
        hex(&holding.head.hash).into(),
    ]
}

/// The sheet of a store that was compacted.
pub const COMPACTED: Sheet = Sheet {
    name: "stores",
    columns: &[
        Column::text("path", "PATH"),
        Column::number("bytes_before", "BEFORE"),
        Column::number("log_bytes_before", "LOG BEFORE"),
        Column::number("bytes", "BYTES"),
        Column::number("log_bytes", "LOG BYTES"),
    ],
};

/// Returns the row of [`COMPACTED`].
#[must_use]
pub fn compacted<'v>(path: &'v str, done: &Compacted) -> Vec<Value<'v>> {
    let Compacted { before, after, .. } = done;
    vec![path.into(), number(before.store), number(before.log), number(after.store), number(after.log)]
}

/// The sheet of what was pruned.
pub const PRUNED: Sheet = Sheet {
    name: "pruned",
    columns: &[
        Column::text("before", "BEFORE"),
        Column::number("tokens", "TOKENS"),
        Column::number("secrets", "SECRETS"),
        Column::number("alarms", "ALARMS"),
        Column::number("jobs", "JOBS"),
        Column::number("runners", "RUNNERS"),
        Column::number("names", "NAMES"),
        Column::number("events", "EVENTS"),
        Column::number("kept_for_lineage", "KEPT FOR LINEAGE"),
        Column::number("kept_for_bots", "KEPT FOR BOTS"),
        Column::number("kept_for_runners", "KEPT FOR RUNNERS"),
    ],
};

/// Returns the row of [`PRUNED`].
#[must_use]
pub fn pruned<'v>(before: &'v str, pruned: &Pruned) -> Vec<Value<'v>> {
    let counts = [
        pruned.tokens,
        pruned.secrets,
        pruned.alarms,
        pruned.jobs,
        pruned.runners,
        pruned.names,
        pruned.events,
        pruned.kept_for_lineage,
        pruned.kept_for_bots,
        pruned.kept_for_runners,
    ];
    std::iter::once(before.into()).chain(counts.map(number)).collect()
}

fn number(count: u64) -> Value<'static> {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}
