//! Places that have another path now: what the trail says of the one that they had.

use serde_json::Value;

use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{GroupId, ProjectId};
use crate::domain::place::{Group, Project};
use crate::store::{EventSelection, Reading};

/// How far back the trail is read, in seconds: a year. It is read only where somebody is told that there is no such path.
const FAR: i64 = 365 * 86_400;

/// Finds the project that had a path and has another now.
pub(super) fn project(reading: &Reading<'_>, path: &str) -> Result<Option<Project>> {
    moved(reading, "project", path)?.map_or(Ok(None), |id| reading.project(ProjectId(id)))
}

/// Finds the group that had a path and has another now.
pub(super) fn group(reading: &Reading<'_>, path: &str) -> Result<Option<Group>> {
    moved(reading, "group", path)?.map_or(Ok(None), |id| reading.group(GroupId(id)))
}

/// The error for a path that something had.
pub(super) fn error(what: &str, path: &str, now: &str) -> Error {
    Error::not_found(format!("there is no {what} `{path}`")).hint(format!("it is `{now}` now"))
}

/// Returns what had a path last.
fn moved(reading: &Reading<'_>, what: &str, path: &str) -> Result<Option<i64>> {
    let words = ["rename", "transfer", "follow"].map(|verb| format!("{what}.{verb}"));
    let actions = words.iter().filter_map(|word| glob::Pattern::new(word).ok()).collect();
    let since = reading.now.plus(-FAR);
    let selection = EventSelection { since, actions, backwards: true, ..EventSelection::default() };
    let mut found = None;
    reading.events(&selection, |recorded| {
        let change = &recorded.event.change;
        if had(change).as_deref() == Some(path) {
            found = change.object_id;
        }
        Ok(found.is_none())
    })?;
    Ok(found)
}

/// Returns the path that was before a change.
fn had(change: &Change) -> Option<String> {
    let before: Value = serde_json::from_str(change.before.as_deref()?).ok()?;
    before["path"].as_str().or_else(|| before["name"].as_str()).map(str::to_owned)
}
