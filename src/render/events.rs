//! Events on a sheet, and what one of them changed.

mod detail;

use serde_json::Value as Json;

use super::{Column, Sheet, Value};
use crate::domain::event::Change;
use crate::domain::head::hex;
use crate::ops::log::Told;
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
        Column::text("object", "OBJECT").spare(),
        Column::number("object_id", "ID"),
        Column::text("name", "NAME"),
        Column::text("where", "WHERE"),
        Column::text("detail", "DETAIL").spare(),
        Column::text("reason", "REASON").hidden(),
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
pub fn row(told: &Told) -> Vec<Value<'_>> {
    let (recorded, event) = (&told.recorded, &told.recorded.event);
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
        told.path.as_deref().into(),
        detail(change),
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

/// Tells eyes what changed and why in one cell; programs have the reason in another.
fn detail(change: &Change) -> Value<'static> {
    let detail = detail::of(change);
    let json = Json::from(detail.clone()).to_string();
    let parts: Vec<&str> = detail.as_deref().into_iter().chain(change.reason.as_deref()).collect();
    Value::Told { text: (!parts.is_empty()).then(|| parts.join("; ")), json }
}

fn json(kept: Option<&str>) -> Value<'_> {
    kept.map_or(Value::Nothing, |kept| Value::Json(kept.into()))
}

/// The sheet of `log show`: that of the listing, with all that changed in place of the detail.
pub const STORY: Sheet = Sheet {
    name: SHEET.name,
    columns: &[
        Column::number("sequence", "SEQ"),
        Column::text("at", "AT"),
        Column::text("actor", "ACTOR"),
        Column::text("operator", "OPERATOR"),
        Column::text("action", "ACTION"),
        Column::text("object", "OBJECT"),
        Column::number("object_id", "ID"),
        Column::text("name", "NAME"),
        Column::text("where", "WHERE"),
        Column::text("reason", "REASON"),
        Column::number("actor_id", "ACTOR ID"),
        Column::number("uid", "UID"),
        Column::text("host", "HOST"),
        Column::text("command", "COMMAND"),
        Column::number("project_id", "PROJECT"),
        Column::number("group_id", "GROUP"),
        Column::text("before", "BEFORE"),
        Column::text("after", "AFTER"),
        Column::text("hash", "HASH"),
    ],
};

/// Returns an event's row of [`STORY`].
#[must_use]
pub fn story(told: &Told) -> Vec<Value<'_>> {
    let mut values = row(told);
    if let Some(at) = SHEET.position("detail") {
        values.remove(at);
    }
    values
}

/// Returns the same row without what [`fields`] tells.
#[must_use]
pub fn story_without_fields(told: &Told) -> Vec<Value<'_>> {
    let told_elsewhere = ["before", "after"].map(|key| STORY.position(key));
    let leave = |(at, value)| if told_elsewhere.contains(&Some(at)) { Value::Nothing } else { value };
    story(told).into_iter().enumerate().map(leave).collect()
}

/// The sheet of what an event changed.
pub const FIELDS: Sheet = Sheet {
    name: "fields",
    columns: &[Column::text("field", "FIELD"), Column::text("before", "BEFORE"), Column::text("after", "AFTER")],
};

/// The actions that make a token in the place of another: the number that they keep as what was before is that one's.
const SUCCESSIONS: [&str; 2] = ["token.rotate", "token.refresh"];

/// Returns the rows of [`FIELDS`], and which of its columns hold something.
#[must_use]
pub fn fields(recorded: &Recorded) -> (Vec<usize>, Vec<Vec<Value<'static>>>) {
    let change = &recorded.event.change;
    let mut sides = [change.before.as_deref(), change.after.as_deref()].map(|kept| kept.map(parsed));
    if let [Some(before), Some(after)] = &mut sides
        && let (true, Some(id)) = (SUCCESSIONS.contains(&change.action.as_str()), before.remove("id"))
    {
        after.insert("predecessor".into(), id);
    }
    // What was not there before has no side to show.
    let is_empty = sides[0].as_ref().is_some_and(serde_json::Map::is_empty);
    if is_empty && sides[1].is_some() {
        sides[0] = None;
    }
    let mut names: Vec<&String> = Vec::new();
    for name in sides.iter().flatten().flat_map(serde_json::Map::keys) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let side =
        |at: usize, name: &str| sides[at].as_ref().and_then(|fields| fields.get(name)).map_or(Value::Nothing, field);
    let rows = names.iter().map(|name| vec![(*name).clone().into(), side(0, name), side(1, name)]).collect();
    let held = [true, sides[0].is_some(), sides[1].is_some()];
    ((0..held.len()).filter(|at| held[*at]).collect(), rows)
}

/// Reads what an event keeps; what is no object is one field without a name.
fn parsed(kept: &str) -> serde_json::Map<String, Json> {
    match serde_json::from_str(kept) {
        Ok(Json::Object(fields)) => fields,
        _ => std::iter::once((String::new(), Json::from(kept))).collect(),
    }
}

fn field(value: &Json) -> Value<'static> {
    match value {
        Json::Null => Value::Nothing,
        Json::String(text) => text.clone().into(),
        Json::Array(items) if items.iter().all(Json::is_string) => {
            items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(" ").into()
        }
        other => other.to_string().into(),
    }
}
