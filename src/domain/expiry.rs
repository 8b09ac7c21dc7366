//! Lives and ends: the one grammar in which they are typed, and the one comparison that says whether an end has come.
//!
//! Knows only UTC and reads no clock. Only what cannot be misread is accepted: no local time, no weekday, no `01/02/2030`.

use chrono::{DateTime, Days, Months, NaiveDate};

use super::error::{Error, Result};
use super::time::Timestamp;

/// Says whether an end has come: alive while `now < end`, over from the end on, never over without one.
///
/// The only place where an end is compared with the present; every door and every listing asks here.
#[must_use]
pub const fn is_over(end: Option<Timestamp>, now: Timestamp) -> bool {
    match end {
        Some(end) => now.seconds() >= end.seconds(),
        None => false,
    }
}

/// Says whether one end comes later than another; `None` is never, which comes after all.
#[must_use]
pub fn is_later(end: Option<Timestamp>, other: Option<Timestamp>) -> bool {
    match (end, other) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(end), Some(other)) => end > other,
    }
}

/// Holds how long something lives, as it was typed: `90s 15m 12h 30d 2w 6mo 1y never`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life(Span);

/// Tells apart what is added to a clock, what to a date, and what to a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    Seconds(u64),
    Days(u64),
    Months(u32),
    Forever,
}

impl Life {
    /// Says whether the life has no end.
    #[must_use]
    pub const fn is_endless(self) -> bool {
        matches!(self.0, Span::Forever)
    }

    /// Returns the instant at which a life that begins now is over, `None` for never.
    ///
    /// Days and weeks are 86 400 s each and seven times that; months and years are the calendar's and end at the same
    /// time of day, on the last day of a month that is too short.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) if it ends after the year 9999.
    pub fn end_from(self, now: Timestamp) -> Result<Option<Timestamp>> {
        let end = match self.0 {
            Span::Forever => return Ok(None),
            Span::Seconds(count) => i64::try_from(count).ok().and_then(|seconds| now.plus(seconds)),
            Span::Days(count) => i64::try_from(count)
                .ok()
                .and_then(|days| days.checked_mul(86_400))
                .and_then(|seconds| now.plus(seconds)),
            Span::Months(count) => {
                let date = now.date().checked_add_months(Months::new(count));
                date.and_then(Timestamp::midnight).and_then(|midnight| midnight.plus(now.seconds() % 86_400))
            }
        };
        end.map(Some).ok_or_else(too_far)
    }

    /// Returns the instant at which a life began that is over now, `None` for never. Days and months count as in
    /// [`Life::end_from`]; what began before 1970 began with it.
    #[must_use]
    pub fn begin_before(self, now: Timestamp) -> Option<Timestamp> {
        let back = |count: u64, unit: i64| {
            let seconds = i64::try_from(count).ok().and_then(|count| count.checked_mul(unit));
            seconds.and_then(|seconds| now.plus(-seconds))
        };
        let begin = match self.0 {
            Span::Forever => return None,
            Span::Seconds(count) => back(count, 1),
            Span::Days(count) => back(count, 86_400),
            Span::Months(count) => {
                let date = now.date().checked_sub_months(Months::new(count));
                date.and_then(Timestamp::midnight).and_then(|midnight| midnight.plus(now.seconds() % 86_400))
            }
        };
        Some(begin.unwrap_or(Timestamp::MIN))
    }

    /// Returns the seconds that a life has which begins now, `None` for never: `12h` is 43 200 whatever the day.
    ///
    /// # Errors
    /// As [`Life::end_from`].
    pub fn seconds_from(self, now: Timestamp) -> Result<Option<i64>> {
        Ok(self.end_from(now)?.map(|end| end.since(now)))
    }
}

/// Reads a life down to seconds: one number without sign or leading zero, one unit, no blanks; or `never`.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) for anything else, `0d` included.
pub fn parse_life(text: &str) -> Result<Life> {
    read_life(text).ok_or_else(|| {
        Error::usage(format!("`{}` is no life", shown(text)))
            .because("a life is a whole number from 1 and one unit, without sign, blank or leading zero, or `never`")
            .hint("lives are written `90s`, `15m`, `12h`, `30d`, `2w`, `6mo`, `1y` or `never`")
    })
}

/// Reads a life; a number that no integer holds becomes the largest, which reaches beyond every calendar.
fn read_life(text: &str) -> Option<Life> {
    if text == "never" {
        return Some(Life(Span::Forever));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    if number.is_empty() || number.starts_with('0') {
        return None;
    }
    let count: u64 = number.parse().unwrap_or(u64::MAX);
    let months = |in_unit| u32::try_from(count.saturating_mul(in_unit)).unwrap_or(u32::MAX);
    let span = match unit {
        "s" => Span::Seconds(count),
        "m" => Span::Seconds(count.saturating_mul(60)),
        "h" => Span::Seconds(count.saturating_mul(3600)),
        "d" => Span::Days(count),
        "w" => Span::Days(count.saturating_mul(7)),
        "mo" => Span::Months(months(1)),
        "y" => Span::Months(months(12)),
        _ => return None,
    };
    Some(Life(span))
}

/// Reads the end of a kind whose end is a date: `2027-01-31`, or a life in days and up; `None` is never.
///
/// The end is 00:00:00 UTC of the date. A life counts from today's date in UTC, so that `30d` is the date 30 days ahead,
/// and `1mo` from the 31st the last day of a shorter month.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) for anything else, for a date that is over now, and for one after 9999.
pub fn parse_end(text: &str, now: Timestamp) -> Result<Option<Timestamp>> {
    if let Some(date) = parse_date(text)? {
        // A date before 1970 is as much over as any.
        let end = Timestamp::midnight(date).unwrap_or(Timestamp::MIN);
        if is_over(Some(end), now) {
            return Err(Error::usage(format!("`{text}` is over already"))
                .because(format!("a token ends at 00:00:00 UTC of its date, and it is {now}"))
                .hint(earliest_end(now)));
        }
        return Ok(Some(end));
    }
    let life = read_life(text).ok_or_else(|| {
        Error::usage(format!("`{}` is no end", shown(text)))
            .because("an end is a date (it ends at 00:00:00 UTC), a life in days and up, or `never`")
            .hint("ends are written `2027-01-31`, `30d`, `2w`, `6mo`, `1y` or `never`")
    })?;
    let date = match life.0 {
        Span::Forever => return Ok(None),
        Span::Days(count) => now.date().checked_add_days(Days::new(count)),
        Span::Months(count) => now.date().checked_add_months(Months::new(count)),
        Span::Seconds(_) => return Err(too_fine(text, now)),
    };
    date.and_then(Timestamp::midnight).map(Some).ok_or_else(too_far)
}

/// Reads an instant: RFC 3339 with a zone, `Z` or an offset; the seconds may be left out, their fraction is cut off.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) for anything else, a leap second (`23:59:60`) included, and for what lies
/// outside the years 1970 to 9999.
pub fn parse_instant(text: &str) -> Result<Timestamp> {
    let refused = |why: &str| {
        Error::usage(format!("`{}` is no instant", shown(text)))
            .because(why)
            .hint("instants are written `2027-01-31T10:00:00Z` or `2027-01-31T10:00:00+02:00`")
    };
    let unreadable = || refused("an instant is a date, `T`, a time of day, and a zone: `Z` or an offset");
    // The parser takes more than it is asked for: a blank or a `t` in the middle, and minus signs beyond ASCII.
    if !text.is_ascii() || text.len() > 40 || text.as_bytes().get(10) != Some(&b'T') || text.contains('z') {
        return Err(unreadable());
    }
    let parsed = match text.as_bytes().get(16) {
        Some(b'Z' | b'+' | b'-') => DateTime::parse_from_rfc3339(&format!("{}:00{}", &text[..16], &text[16..])),
        _ => DateTime::parse_from_rfc3339(text),
    };
    let instant = parsed.map_err(|_| unreadable())?;
    if instant.timestamp_subsec_nanos() >= 1_000_000_000 {
        return Err(refused("leap seconds are not counted"));
    }
    Timestamp::from_seconds(instant.timestamp()).ok_or_else(|| refused("it lies outside the years 1970 to 9999 of UTC"))
}

/// Reads an instant, or a date for its 00:00:00 UTC.
///
/// # Errors
/// As [`parse_instant`], and for a date that is not in the calendar.
pub fn parse_moment(text: &str) -> Result<Timestamp> {
    match parse_date(text)? {
        Some(date) => Timestamp::midnight(date).ok_or_else(|| {
            Error::usage(format!("`{text}` is no instant")).because("it lies outside the years 1970 to 9999 of UTC")
        }),
        None => parse_instant(text),
    }
}

/// Reads `2027-01-31`: four digits, two, two. `None` where the text is something else.
fn parse_date(text: &str) -> Result<Option<NaiveDate>> {
    let bytes = text.as_bytes();
    let is_date = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_date {
        return Ok(None);
    }
    let number = |range| text.get(range).and_then(|digits: &str| digits.parse::<u32>().ok()).unwrap_or_default();
    let year = i32::try_from(number(0..4)).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, number(5..7), number(8..10))
        .map(Some)
        .ok_or_else(|| Error::usage(format!("there is no `{text}` in the calendar")).hint("dates are year-month-day"))
}

fn too_far() -> Error {
    Error::usage("the life reaches beyond the year 9999").hint("`never` has no end")
}

fn too_fine(text: &str, now: Timestamp) -> Error {
    let text = shown(text);
    // Whoever writes `6m` may well mean months.
    let months = text.strip_suffix('m').map(|number| format!("; months are `{number}mo`"));
    Error::usage(format!("`{text}` is too fine for an end"))
        .because("the end is a date, and the token ends at 00:00:00 UTC of it")
        .hint(earliest_end(now) + &months.unwrap_or_default())
}

fn earliest_end(now: Timestamp) -> String {
    match now.date().succ_opt().and_then(Timestamp::midnight) {
        Some(end) => format!("the earliest end is `{}` (`1d`)", end.date()),
        None => "there is no later date than that".to_owned(),
    }
}

/// Writes what was typed so that it can stand in a message: control characters escaped, at most 40 characters.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars() {
        let escaped = character.escape_debug();
        if shown.chars().count() + escaped.len() > 40 {
            shown.push('…');
            break;
        }
        shown.extend(escaped);
    }
    shown
}

#[cfg(test)]
mod tests;
