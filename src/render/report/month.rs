//! A month as a page of a calendar, for HTML: the days on which tokens end stand out, with how many end.

use std::fmt::Write as _;

use chrono::{Datelike as _, Days};

use crate::ops::report::Month;

/// Returns a month as a table, Monday first.
pub(super) fn table(month: &Month) -> String {
    let mut text = format!("<table><caption>{}</caption><thead><tr>", month.first.format("%B %Y"));
    for day in ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] {
        write!(text, "<th scope=\"col\">{day}</th>").ok();
    }
    text.push_str("</tr></thead><tbody><tr>");
    let before = month.first.weekday().num_days_from_monday();
    if before > 0 {
        write!(text, "<td colspan=\"{before}\"></td>").ok();
    }
    let mut day = month.first;
    while day.month() == month.first.month() {
        if day.weekday().num_days_from_monday() == 0 && day != month.first {
            text.push_str("</tr><tr>");
        }
        match month.days.get(&day.day()) {
            Some(count) => {
                let tokens = if *count == 1 { "token ends" } else { "tokens end" };
                write!(
                    text,
                    "<td class=\"ends\" title=\"{count} {tokens} on {day}\">{} <sup>{count}</sup></td>",
                    day.day()
                )
                .ok();
            }
            None => {
                write!(text, "<td>{}</td>", day.day()).ok();
            }
        }
        let Some(next) = day.checked_add_days(Days::new(1)) else { break };
        day = next;
    }
    text.push_str("</tr></tbody></table>");
    text
}
