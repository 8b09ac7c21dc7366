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

/// Says which tokens are meant, by the last use that was noted. The default leaves none out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// Those that were there at this instant, and not used after it.
    pub since: Option<Timestamp>,
    /// Those that were never used.
    pub never: bool,
}

impl Idle {
    /// Says whether it leaves any out.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.since.is_some() || self.never
    }

    /// Says whether a token is meant that was made and, if it was, used last at these instants.
    #[must_use]
    pub fn takes(&self, created_at: Timestamp, used_at: Option<Timestamp>) -> bool {
        let is_idle = |since| created_at <= since && used_at.is_none_or(|at| at <= since);
        self.since.is_none_or(is_idle) && (!self.never || used_at.is_none())
    }
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

    #[test]
    fn a_token_is_idle_since_an_instant_if_it_was_there_and_was_not_used_after_it() {
        let at = |seconds| Timestamp::from_seconds(seconds).unwrap();
        let (asked, never) = (|since| Idle { since: Some(at(since)), never: false }, Idle { since: None, never: true });
        let cases = [
            (Idle::default(), 5, None, true),
            (Idle::default(), 5, Some(9), true),
            (asked(10), 10, None, true),
            (asked(10), 11, None, false),
            (asked(10), 5, Some(10), true),
            (asked(10), 5, Some(11), false),
            (never, 5, None, true),
            (never, 5, Some(5), false),
            (Idle { since: Some(at(10)), never: true }, 10, None, true),
            (Idle { since: Some(at(10)), never: true }, 11, None, false),
            (Idle { since: Some(at(10)), never: true }, 5, Some(5), false),
        ];
        for (idle, created, used, taken) in cases {
            assert_eq!(idle.takes(at(created), used.map(at)), taken, "{idle:?} {created} {used:?}");
            assert_eq!(idle.is_asked(), idle != Idle::default(), "{idle:?}");
        }
    }
}
