//! Uses and denials as they are noted: at most one in ten minutes, so that verifying seldom has to write.

use super::time::Timestamp;

/// How old a note becomes before another is made, in seconds.
///
/// Source: GitLab 16.1, which writes the last use of a token at most every ten minutes.
pub const COARSE: i64 = 600;

/// Says whether something that is seen now is to be noted, where it was noted last at an instant. A note that lies as far
/// ahead comes from a clock that was set back since.
#[must_use]
pub fn is_due(noted_at: Option<Timestamp>, now: Timestamp) -> bool {
    noted_at.is_none_or(|at| now.since(at).unsigned_abs() >= COARSE.unsigned_abs())
}

/// Denied uses of a known token, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// The word of the reason.
    pub reason: String,
    /// When one was noted first.
    pub first_at: Timestamp,
    /// When one was noted last.
    pub last_at: Timestamp,
    /// How often one was noted.
    pub times: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_made_once_in_ten_minutes() {
        let now = Timestamp::from_seconds(1_800_000_000).unwrap();
        assert!(is_due(None, now));
        for (seconds, due) in
            [(0, false), (-1, false), (-599, false), (-600, true), (1, false), (599, false), (600, true)]
        {
            assert_eq!(is_due(now.plus(seconds), now), due, "{seconds}");
        }
    }
}
