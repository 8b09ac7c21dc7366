//! What operations have to say beside their results: what else was done, and what is unwise.

use super::{Founding, keeping, revoke};

/// What an operation has to say beside its result.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// What a first run made.
    pub founding: Option<Founding>,
    /// What was done to a store that an older program made.
    pub upgraded: Option<keeping::Upgrade>,
    /// What is allowed but unwise.
    pub warnings: Vec<String>,
    /// The bots that were swept after a change, since their tokens expired long ago.
    pub swept: Vec<revoke::Left>,
}

impl Notices {
    /// Adds a warning, once.
    pub(super) fn warn(&mut self, warning: String) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}
