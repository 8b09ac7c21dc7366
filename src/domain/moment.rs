//! Moments of the past, as they are typed: an instant, a date, or a life for so long ago.

use super::error::{Error, Result};
use super::expiry::{self, Life};
use super::time::Timestamp;

/// A moment of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// An instant.
    At(Timestamp),
    /// So long before now.
    Ago(Life),
}

impl Moment {
    /// Reads a date for its 00:00:00 UTC, an instant with its zone, or a life.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) for anything else.
    pub fn parse(text: &str) -> Result<Self> {
        if let Ok(life) = expiry::parse_life(text) {
            return if life.is_endless() {
                Err(Error::usage("`never` is no moment").because("`never` is no moment"))
            } else {
                Ok(Self::Ago(life))
            };
        }
        expiry::parse_moment(text).map(Self::At).map_err(|error| {
            // What is nearly a date is told what is wrong with it.
            if text.contains('-') {
                return error;
            }
            let why = "a moment is a date, an instant, or so long ago: `2027-01-31`, `2027-01-31T10:00:00Z` or `24h`";
            error.because(why)
        })
    }

    /// Returns the instant that is meant; what lies before 1970 is the first there is.
    #[must_use]
    pub fn instant(self, now: Timestamp) -> Timestamp {
        match self {
            Self::At(instant) => instant,
            Self::Ago(life) => life.begin_before(now).unwrap_or(Timestamp::MIN),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_date_an_instant_or_so_long_ago() {
        let at = |text| expiry::parse_moment(text).unwrap();
        let now = at("2026-03-31T12:00:00Z");
        let cases = [
            ("2026-03-01", "2026-03-01T00:00:00Z"),
            ("2026-03-01T01:00:00+01:00", "2026-03-01T00:00:00Z"),
            ("90s", "2026-03-31T11:58:30Z"),
            ("15m", "2026-03-31T11:45:00Z"),
            ("24h", "2026-03-30T12:00:00Z"),
            ("2w", "2026-03-17T12:00:00Z"),
            ("1mo", "2026-02-28T12:00:00Z"),
            ("1y", "2025-03-31T12:00:00Z"),
            ("100y", "1970-01-01T00:00:00Z"),
            ("9999999999999999999999y", "1970-01-01T00:00:00Z"),
        ];
        for (text, instant) in cases {
            assert_eq!(Moment::parse(text).unwrap().instant(now), at(instant), "{text}");
        }
        for text in ["", "never", "yesterday", "0d", "-1d", "01/02/2030", "2026-02-30", "2026-03-01 12:00"] {
            assert!(Moment::parse(text).is_err(), "{text}");
        }
    }
}
