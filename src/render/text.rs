//! Text under construction.

use std::fmt::{Display, Write};

/// Appends what can be displayed.
pub(super) fn push(text: &mut String, item: &dyn Display) {
    // Writing to a string cannot fail.
    let _ = write!(text, "{item}");
}
