//! How questions look without colour: a question mark needs no colon behind it.

use std::fmt;

use dialoguer::theme::Theme;

/// The look of questions where colour is not wanted.
pub(super) struct Bare;

impl Theme for Bare {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        f.write_str(prompt)
    }
}
