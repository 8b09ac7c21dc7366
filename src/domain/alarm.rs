//! Alarms: what was seen of a known token and should not have been, counted.

use super::id::TokenId;
use super::time::Timestamp;

/// Sorts alarms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A runner's secret came from a second machine.
    Clone,
    /// A secret was presented whose place another has taken.
    RotatedOut,
    /// A refresh secret was used a second time.
    RefreshReuse,
}

impl Sort {
    /// Returns the word that the store and the trail keep.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Clone => "clone",
            Self::RotatedOut => "rotated_out",
            Self::RefreshReuse => "refresh_reuse",
        }
    }
}

/// An alarm: the same thing seen once or more often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// The token it is about.
    pub token: TokenId,
    /// What was seen, as the store names it.
    pub what: String,
    /// What tells it from others of its sort: a machine; may be empty.
    pub detail: String,
    /// When it was seen first.
    pub first_at: Timestamp,
    /// When it was seen last.
    pub last_at: Timestamp,
    /// How often it was seen.
    pub times: u32,
}
