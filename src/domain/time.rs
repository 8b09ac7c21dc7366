//! Instants and dates: UTC only, whole seconds.
//!
//! Reads no clock: whoever needs the present is given it.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// Counts whole seconds since 1970-01-01 00:00:00 UTC, from the years 1970 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The first instant that can be held, 1970-01-01 00:00:00 UTC.
    pub const MIN: Self = Self(0);
    /// The last instant that can be held, 9999-12-31 23:59:59 UTC.
    pub const MAX: Self = Self(253_402_300_799);

    /// Makes an instant of seconds since 1970; `None` outside the years 1970 to 9999.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Option<Self> {
        if seconds < Self::MIN.0 || seconds > Self::MAX.0 { None } else { Some(Self(seconds)) }
    }

    /// Makes an instant of what a clock shows, held within the years 1970 to 9999 and cut to whole seconds.
    #[must_use]
    pub fn from_clock(now: DateTime<Utc>) -> Self {
        Self(now.timestamp().clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Returns the seconds since 1970.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Returns the instant so many seconds later; `None` outside the years 1970 to 9999.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Option<Self> {
        self.0.checked_add(seconds).and_then(Self::from_seconds)
    }

    /// Returns the seconds from another instant to this one, negative where the other is later.
    #[must_use]
    pub const fn since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// Returns 00:00:00 UTC of a date; `None` outside the years 1970 to 9999.
    #[must_use]
    pub fn midnight(date: NaiveDate) -> Option<Self> {
        Self::from_seconds(date.and_hms_opt(0, 0, 0)?.and_utc().timestamp())
    }

    /// Returns the instant's date in UTC.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default().date_naive()
    }

    /// Says whether the instant is 00:00:00 UTC, so that its date says it all.
    #[must_use]
    pub const fn is_midnight(self) -> bool {
        self.0 % 86_400 == 0
    }
}

/// Writes RFC 3339 with `Z`. By hand, since a listing does it for every row.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        let (year, month, day) = (date.year().unsigned_abs(), date.month(), date.day());
        let seconds = self.0 % 86_400;
        let mut text = *b"0000-00-00T00:00:00Z";
        let mut put = |at: usize, digits: usize, mut number: u32| {
            for place in (at..at + digits).rev() {
                text[place] = b'0' + u8::try_from(number % 10).unwrap_or_default();
                number /= 10;
            }
        };
        put(0, 4, year);
        put(5, 2, month);
        put(8, 2, day);
        let clock = u32::try_from(seconds).unwrap_or_default();
        put(11, 2, clock / 3600);
        put(14, 2, clock / 60 % 60);
        put(17, 2, clock % 60);
        f.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_as_rfc_3339_with_z() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_763_775_572, "2025-11-22T01:39:32Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ];
        for (seconds, text) in cases {
            let instant = Timestamp::from_seconds(seconds).unwrap();
            assert_eq!(instant.to_string(), text);
            assert_eq!(
                instant.to_string(),
                DateTime::from_timestamp(seconds, 0).unwrap().to_rfc3339().replace("+00:00", "Z")
            );
        }
    }

    #[test]
    fn nothing_outside_the_years_1970_to_9999_is_an_instant() {
        assert_eq!(Timestamp::from_seconds(-1), None);
        assert_eq!(Timestamp::from_seconds(253_402_300_800), None);
        assert_eq!(Timestamp::MAX.plus(1), None);
        assert_eq!(Timestamp::MAX.plus(i64::MAX), None);
    }

    #[test]
    fn midnight_is_the_first_second_of_a_day() {
        for (seconds, is_midnight) in [(0, true), (1, false), (86_399, false), (86_400, true), (86_401, false)] {
            assert_eq!(Timestamp::from_seconds(seconds).unwrap().is_midnight(), is_midnight, "{seconds}");
        }
    }
}
