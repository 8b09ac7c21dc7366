//! Distances in time, as people say them.

use super::text::push;
use crate::domain::time::Timestamp;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const MONTH: u64 = 30 * DAY;
const YEAR: u64 = 365 * DAY;

/// Each unit serves from two of it on, so that little is lost to rounding; seconds serve below.
const UNITS: [(u64, &str); 5] =
    [(YEAR, "years"), (MONTH, "months"), (DAY, "days"), (HOUR, "hours"), (MINUTE, "minutes")];

/// Says how far one instant is from another, in whole units rounded down: `in 3 days`, `2 hours ago`, `now`.
#[must_use]
pub fn distance(from: Timestamp, to: Timestamp) -> String {
    let mut text = String::new();
    write(&mut text, from, to);
    text
}

/// Appends what [`distance`] returns.
pub(super) fn write(text: &mut String, from: Timestamp, to: Timestamp) {
    let ahead = to.since(from);
    let seconds = ahead.unsigned_abs();
    if seconds == 0 {
        text.push_str("now");
        return;
    }
    if ahead > 0 {
        text.push_str("in ");
    }
    let one = if seconds == 1 { "second" } else { "seconds" };
    let (length, unit) = UNITS.into_iter().find(|(length, _)| seconds >= 2 * length).unwrap_or((1, one));
    push(text, &(seconds / length));
    text.push(' ');
    text.push_str(unit);
    if ahead < 0 {
        text.push_str(" ago");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_said_in_the_largest_unit_that_fits_twice() {
        let cases = [
            (0, "now"),
            (1, "in 1 second"),
            (-1, "1 second ago"),
            (119, "in 119 seconds"),
            (120, "in 2 minutes"),
            (-7199, "119 minutes ago"),
            (-7200, "2 hours ago"),
            (172_799, "in 47 hours"),
            (259_200, "in 3 days"),
            (59 * 86_400, "in 59 days"),
            (60 * 86_400, "in 2 months"),
            (365 * 86_400, "in 12 months"),
            (-730 * 86_400, "2 years ago"),
        ];
        let now = Timestamp::from_seconds(1_763_775_572).unwrap();
        for (seconds, text) in cases {
            assert_eq!(distance(now, now.plus(seconds).unwrap()), text);
        }
        assert_eq!(distance(Timestamp::MIN, Timestamp::MAX), "in 8035 years");
    }
}
