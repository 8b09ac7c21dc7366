//! Alarms in words.

use crate::domain::alarm::Alarm;

/// Returns alarms in one line, such as `clone s_2: 3 times, last 2026-06-15T12:00:00Z`; nothing where there are none.
#[must_use]
pub(super) fn text(alarms: &[Alarm]) -> Option<String> {
    let one = |alarm: &Alarm| {
        let blank = if alarm.detail.is_empty() { "" } else { " " };
        let times = if alarm.times == 1 { "once".to_owned() } else { format!("{} times", alarm.times) };
        format!("{}{blank}{}: {times}, last {}", alarm.what, alarm.detail, alarm.last_at)
    };
    (!alarms.is_empty()).then(|| alarms.iter().map(one).collect::<Vec<_>>().join("; "))
}
