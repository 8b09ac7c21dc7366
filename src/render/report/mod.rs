//! The report as text for a terminal, as JSON, as a page of HTML and, of its ends, as a calendar.
//!
//! What it says stands in `sections.rs` once; each form draws the same sections in its own way.

mod chart;
pub mod html;
pub mod ics;
mod json;
mod month;
mod sections;
mod terminal;

pub use json::write as json;
pub use terminal::write as terminal;

use crate::ops::report::{COUNTED, Report};

/// Says in one line what a report is of: how many tokens, when, and who looked. `what` says what it was narrowed to.
fn head(report: &Report, what: &str) -> String {
    let states = COUNTED.iter().zip(report.all.0).filter(|(_, count)| *count > 0);
    let states: Vec<String> = states.map(|(state, count)| format!("{count} {state}")).collect();
    let states = if states.is_empty() { String::new() } else { format!(" ({})", states.join(", ")) };
    let all = report.all.all();
    let tokens = if all == 1 { "token" } else { "tokens" };
    let viewer = match &report.viewer {
        Some(viewer) if !viewer.admin => format!(", as `{}` may see them", viewer.username),
        _ => String::new(),
    };
    format!("{all} {tokens}{what}{states} on {}{viewer}", report.now)
}
