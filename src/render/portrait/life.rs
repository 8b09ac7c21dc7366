//! What happened to a token, a line each: to it and its kin, and in the trail.

use serde_json::json;

use crate::ops::show::{Kin, Portrait};
use crate::render::{Value, escape};
use crate::store::Recorded;

/// How many of a lineage are told to eyes: the oldest, and the newest of the others.
const MOST: usize = 12;

/// Returns the lineage: a line for each token where there are several, for programs all in any case.
pub(super) fn lineage(portrait: &Portrait) -> Value<'_> {
    let own = portrait.entry.listed.token.id;
    let objects: serde_json::Value = portrait
        .lineage
        .iter()
        .map(|kin| {
            json!({
                "id": kin.id.0,
                "state": kin.state.word(),
                "created_at": kin.created_at.to_string(),
                "created_by": kin.created_by,
                "rotated_at": kin.rotated_at.map(|at| at.to_string()),
                "rotated_by": rotated_by(portrait, kin),
                "revoked_at": kin.revoked_at.map(|at| at.to_string()),
            })
        })
        .collect();
    let mut lines = Vec::new();
    if portrait.lineage.len() > 1 {
        let width = portrait.lineage.last().map_or(0, |kin| kin.id.to_string().len());
        let line = |kin: &Kin| {
            let mark = if kin.id == own { ", this one" } else { "" };
            let rotated = kin.rotated_at.map_or_else(String::new, |at| {
                let by = rotated_by(portrait, kin).map_or_else(String::new, |by| format!(" by {}", escape::line(by)));
                format!(", rotated {at}{by}")
            });
            format!("{:>width$}  {}{mark}{rotated}", kin.id.to_string(), kin.state.word())
        };
        lines.extend(portrait.lineage.iter().map(line));
        if lines.len() > MOST {
            let between = lines.len() - MOST;
            lines.splice(1..=between, [format!("{:>width$}  and {between} more; `--json` names them", "")]);
        }
    }
    Value::Lines { lines, json: objects.to_string() }
}

/// Returns who made the token that took the place of another.
fn rotated_by<'p>(portrait: &'p Portrait, kin: &Kin) -> Option<&'p str> {
    kin.rotated_at.and(portrait.successor_of(kin.id)).map(|successor| successor.created_by.as_str())
}

/// Returns the last events, and the command that tells all.
pub(super) fn trail(portrait: &Portrait) -> Value<'_> {
    let Some(events) = &portrait.trail else {
        return Value::Lines { lines: Vec::new(), json: "null".into() };
    };
    let object = |recorded: &Recorded| {
        let event = &recorded.event;
        json!({
            "sequence": event.sequence.0,
            "at": event.at.to_string(),
            "actor": event.doer.username,
            "operator": event.doer.operator,
            "action": event.change.action,
            "reason": event.change.reason,
        })
    };
    let objects: serde_json::Value = events.iter().map(object).collect();
    let line = |recorded: &Recorded| {
        let event = &recorded.event;
        let operator =
            event.doer.operator.as_ref().map_or_else(String::new, |name| format!(" ({})", escape::line(name)));
        let why = event.change.reason.as_ref().map_or_else(String::new, |why| format!(": {}", escape::line(why)));
        format!("{}  {} by {}{operator}{why}", event.at, event.change.action, escape::line(&event.doer.username))
    };
    let mut lines: Vec<String> = events.iter().map(line).collect();
    lines.push(format!("`tokctl log list --token {}` tells all of it", portrait.entry.listed.token.id));
    Value::Lines { lines, json: objects.to_string() }
}
