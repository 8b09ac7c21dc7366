//! Alarms and denials, in words for eyes and as objects for programs.

use serde_json::json;

use super::Value;
use crate::domain::alarm::Alarm;
use crate::domain::usage::Denial;

/// Returns alarms as a cell: one line of words, in JSON an array of objects.
#[must_use]
pub(super) fn cell(alarms: &[Alarm]) -> Value<'static> {
    let object = |alarm: &Alarm| {
        json!({
            "what": alarm.what,
            "detail": alarm.detail,
            "times": alarm.times,
            "first_at": alarm.first_at.to_string(),
            "last_at": alarm.last_at.to_string(),
        })
    };
    let objects: serde_json::Value = alarms.iter().map(object).collect();
    Value::Told { text: text(alarms), json: objects.to_string() }
}

/// Returns alarms in one line, such as `clone s_2: 3 times, last 2026-06-15T12:00:00Z`; nothing where there are none.
fn text(alarms: &[Alarm]) -> Option<String> {
    let one = |alarm: &Alarm| {
        let blank = if alarm.detail.is_empty() { "" } else { " " };
        format!("{}{blank}{}: {}, last {}", alarm.what, alarm.detail, often(alarm.times), alarm.last_at)
    };
    (!alarms.is_empty()).then(|| alarms.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// Returns denied uses as a cell: one line of words, such as `scope: noted once, 2026-06-15T12:00:00Z`, in JSON an array of objects.
#[must_use]
pub(super) fn denials(denials: &[Denial]) -> Value<'static> {
    let object = |denial: &Denial| {
        json!({
            "reason": denial.reason,
            "times": denial.times,
            "first_at": denial.first_at.to_string(),
            "last_at": denial.last_at.to_string(),
        })
    };
    let one = |denial: &Denial| {
        let Denial { reason, first_at, last_at, .. } = denial;
        match denial.times {
            1 => format!("{reason}: noted once, {last_at}"),
            times => format!("{reason}: noted {}, first {first_at}, last {last_at}", often(times)),
        }
    };
    let text = (!denials.is_empty()).then(|| denials.iter().map(one).collect::<Vec<_>>().join("; "));
    let objects: serde_json::Value = denials.iter().map(object).collect();
    Value::Told { text, json: objects.to_string() }
}

/// Says how often something was seen.
fn often(times: u32) -> String {
    if times == 1 { "once".to_owned() } else { format!("{times} times") }
}
