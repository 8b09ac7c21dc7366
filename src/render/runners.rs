//! Runners on sheets.

use super::{Column, Sheet, Value, alarms};
use crate::domain::time::Timestamp;
use crate::ops::runner::RunnerPortrait;
use crate::store::ListedRunner;

/// The sheet of `runner list`.
pub const SHEET: Sheet = Sheet {
    name: "runners",
    columns: &[
        Column::number("id", "ID"),
        Column::text("description", "DESCRIPTION"),
        Column::text("status", "STATUS"),
        Column::text("boundary", "BOUNDARY"),
        Column::text("where", "WHERE"),
        Column::text("tags", "TAGS"),
        Column::text("run_untagged", "RUN UNTAGGED").hidden(),
        Column::text("locked", "LOCKED").hidden(),
        Column::text("access_level", "ACCESS LEVEL").hidden(),
        Column::number("maximum_timeout", "MAXIMUM TIMEOUT").hidden(),
        Column::text("contacted_at", "CONTACTED"),
        Column::text("system_id", "SYSTEM ID").hidden(),
        Column::number("registered_by", "REGISTERED BY").hidden(),
        Column::text("created_at", "CREATED").hidden(),
    ],
};

/// Returns a runner's row of [`SHEET`].
#[must_use]
pub fn row(listed: &ListedRunner, now: Timestamp) -> Vec<Value<'_>> {
    let runner = &listed.runner;
    vec![
        runner.id.0.into(),
        runner.description.as_str().into(),
        Value::State(runner.status(listed.has_secret, now)),
        runner.boundary.word().into(),
        listed.path.as_deref().into(),
        runner.tags.iter().map(String::as_str).collect::<Vec<_>>().into(),
        runner.run_untagged.into(),
        runner.locked.into(),
        runner.access_level.word().into(),
        runner.maximum_timeout.map(i64::from).into(),
        runner.contacted_at.into(),
        runner.system_id.as_deref().into(),
        runner.registered_by.map(|id| id.0).into(),
        runner.created_at.into(),
    ]
}

/// The sheet of `runner show`: that of the list, and what is told of one runner only.
pub const PORTRAIT: Sheet = Sheet {
    name: "runners",
    columns: &[
        SHEET.columns[0],
        SHEET.columns[1],
        SHEET.columns[2],
        SHEET.columns[3],
        SHEET.columns[4],
        SHEET.columns[5],
        SHEET.columns[6],
        SHEET.columns[7],
        SHEET.columns[8],
        SHEET.columns[9],
        SHEET.columns[10],
        SHEET.columns[11],
        SHEET.columns[12],
        SHEET.columns[13],
        Column::text("paused_at", "PAUSED"),
        Column::text("removed_at", "REMOVED"),
        Column::text("tokens", "TOKENS"),
        Column::text("jobs", "JOBS"),
        Column::text("alarms", "ALARMS"),
    ],
};

/// Returns a runner's row of [`PORTRAIT`].
#[must_use]
pub fn portrait(portrait: &RunnerPortrait) -> Vec<Value<'_>> {
    let runner = &portrait.listed.runner;
    let mut row = row(&portrait.listed, portrait.now);
    row.extend([
        runner.paused_at.into(),
        runner.removed_at.into(),
        portrait.tokens.iter().map(|id| id.0).collect::<Vec<_>>().into(),
        portrait.jobs.iter().map(|id| id.0).collect::<Vec<_>>().into(),
        alarms::cell(&portrait.alarms),
    ]);
    row
}
