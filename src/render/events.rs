//! Events on a sheet.

use std::fmt::Write as _;

use super::{Column, Sheet, Value};
use crate::store::Recorded;

/// The sheet of the trail.
pub const SHEET: Sheet = Sheet {
    name: "events",
    columns: &[
        Column::number("sequence", "SEQ"),
        Column::text("at", "AT"),
        Column::text("actor", "ACTOR"),
        Column::text("operator", "OPERATOR").hidden(),
        Column::text("action", "ACTION"),
        Column::text("object", "OBJECT"),
        Column::number("object_id", "ID"),
        Column::text("name", "NAME"),
        Column::text("reason", "REASON"),
        Column::number("actor_id", "ACTOR ID").hidden(),
        Column::number("uid", "UID").hidden(),
        Column::text("host", "HOST").hidden(),
        Column::text("command", "COMMAND").hidden(),
        Column::number("project_id", "PROJECT").hidden(),
        Column::number("group_id", "GROUP").hidden(),
        Column::text("before", "BEFORE").hidden(),
        Column::text("after", "AFTER").hidden(),
        Column::text("hash", "HASH").hidden(),
    ],
};

/// Returns an event's row of [`SHEET`].
#[must_use]
pub fn row(recorded: &Recorded) -> Vec<Value<'_>> {
    let event = &recorded.event;
    let (doer, change) = (&event.doer, &event.change);
    vec![
        event.sequence.0.into(),
        event.at.into(),
        doer.username.as_str().into(),
        doer.operator.as_deref().into(),
        change.action.as_str().into(),
        change.object.as_str().into(),
        change.object_id.into(),
        change.name.as_str().into(),
        change.reason.as_deref().into(),
        doer.id.0.into(),
        i64::from(doer.uid).into(),
        doer.host.as_str().into(),
        doer.command.as_str().into(),
        change.project.map(|id| id.0).into(),
        change.group.map(|id| id.0).into(),
        json(change.before.as_deref()),
        json(change.after.as_deref()),
        hex(&recorded.hash).into(),
    ]
}

fn json(kept: Option<&str>) -> Value<'_> {
    kept.map_or(Value::Nothing, |kept| Value::Json(kept.into()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        write!(text, "{byte:02x}").ok();
        text
    })
}
