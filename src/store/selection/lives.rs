//! Which states of tokens are selected.

use crate::domain::time::Timestamp;

/// Says which states are selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lives {
    /// Active and suspended ones, and OAuth tokens whose refresh secret can still be used.
    #[default]
    Live,
    /// All there are and were.
    All,
    /// Those whose end has come, that were not revoked, and that cannot be renewed by a refresh secret.
    Expired,
    /// Live ones whose end comes before an instant, and that cannot be renewed by a refresh secret.
    ExpiringBefore(Timestamp),
    /// Live ones that are stopped.
    Suspended,
    /// Those that were revoked.
    Revoked,
    /// Those in any of several states.
    Any {
        /// Those of [`Self::Expired`].
        expired: bool,
        /// Those of [`Self::Suspended`].
        suspended: bool,
        /// Those of [`Self::Revoked`].
        revoked: bool,
    },
}

/// Says what is selected of what is stopped for the time being: suspended, or of a blocked user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stopped {
    /// It counts like the rest.
    #[default]
    Too,
    /// It is left out.
    Not,
    /// Nothing else is meant.
    Only,
}
