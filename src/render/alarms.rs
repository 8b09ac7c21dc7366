//! Alarms, in words for eyes and as objects for programs.

use serde_json::json;

use super::Value;
use crate::domain::alarm::Alarm;

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
        let times = if alarm.times == 1 { "once".to_owned() } else { format!("{} times", alarm.times) };
        format!("{}{blank}{}: {times}, last {}", alarm.what, alarm.detail, alarm.last_at)
    };
    (!alarms.is_empty()).then(|| alarms.iter().map(one).collect::<Vec<_>>().join("; "))
}
