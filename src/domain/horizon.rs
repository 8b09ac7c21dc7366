//! Until when something is looked for that ends by itself, as it is typed.

use chrono::{Datelike as _, Months};

use super::error::{Error, Result};
use super::expiry::{parse_life, parse_moment};
use super::time::Timestamp;

/// The word for what is left of the calendar month.
pub const THIS_MONTH: &str = "this-month";

/// Returns the last instant that is looked at: a life from now on, the end of this month in UTC, or a date or an instant.
///
/// A token that ends with a month ends at 00:00:00 UTC of the first of the next, so that instant belongs to it.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) for anything else, and for what is past.
pub fn horizon(text: &str, now: Timestamp) -> Result<Timestamp> {
    if text == THIS_MONTH {
        let next = now.date().with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
        return Ok(next.and_then(Timestamp::midnight).unwrap_or(Timestamp::MAX));
    }
    match parse_life(text) {
        Ok(life) => Ok(life.end_from(now)?.unwrap_or(Timestamp::MAX)),
        Err(_) if text.contains('-') => match parse_moment(text)? {
            instant if instant > now => Ok(instant),
            _ => Err(Error::usage(format!("`{text}` is over already")).hint("`--expired` selects what has ended")),
        },
        Err(error) => Err(Error::usage(error.what.replace(" is no life", " is no time to look ahead to"))
            .because("it is a life from now on, a date or an instant until which is looked, or the rest of this month")
            .hint("write it as in `14d`, `6mo`, `2027-01-31` or `this-month`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_life_the_rest_of_the_month_a_date_or_an_instant() {
        let at = |text| parse_moment(text).unwrap();
        let now = at("2026-12-15T12:00:00Z");
        let cases = [
            ("14d", "2026-12-29T12:00:00Z"),
            ("12h", "2026-12-16T00:00:00Z"),
            ("this-month", "2027-01-01T00:00:00Z"),
            ("2027-03-01", "2027-03-01T00:00:00Z"),
            ("2027-03-01T10:00:00+01:00", "2027-03-01T09:00:00Z"),
        ];
        for (text, instant) in cases {
            assert_eq!(horizon(text, now).unwrap().to_string(), instant, "{text}");
        }
        assert_eq!(horizon("never", now).unwrap(), Timestamp::MAX);
        assert_eq!(horizon("this-month", at("2026-06-01")).unwrap(), at("2026-07-01"));
        for text in ["", "month", "soon", "2026-12-15", "2026-13-01", "01/02/2030", "0d"] {
            assert!(horizon(text, now).is_err(), "{text}");
        }
    }
}
