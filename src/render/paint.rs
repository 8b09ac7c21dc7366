//! Colours: they repeat what a word says already, and never say anything alone.

use console::Style;

/// Returns the colour of a state, verdict or severity; other words have none.
pub(super) fn state(word: &str) -> Style {
    let style = Style::new().force_styling(true);
    match word {
        "active" | "allow" => style.green(),
        "expired" | "renewable" | "warning" | "medium" => style.yellow(),
        "revoked" | "deny" | "error" | "critical" | "high" => style.red(),
        "suspended" | "user blocked" => style.magenta(),
        _ => style,
    }
}

/// Returns the look of headings.
pub(super) fn heading() -> Style {
    Style::new().force_styling(true).bold()
}
