//! The ends of tokens as a calendar: RFC 5545, an all-day event for each, with a reminder a week before.
//!
//! Written here, not by a crate: the one there is gives every reminder an instant and a random identifier of its own,
//! so that no two calendars of one store would be the same. Events are written as they come.

use std::io::{self, Write};

use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::ops::list::Entry;
use crate::render::pieces::Pieces;
use crate::render::{escape, tokens};

/// The most bytes in a line, its end left out. Source: RFC 5545, 3.1.
const LONGEST_LINE: usize = 75;

/// The product that the head of each calendar names, up to its version.
const PRODUCT: &str = "-//tokctl//tokctl ";

/// What the head of each calendar has, by which one is known again.
pub const MARK: &str = "PRODID:-//tokctl//tokctl ";

/// Writes a calendar.
#[must_use = "a calendar is whole only once `finish` was called"]
pub struct Calendar<'w> {
    out: Pieces<'w>,
    now: Timestamp,
    /// Makes the commands of a text name the store that is meant.
    naming: &'w dyn Fn(&str) -> String,
    events: usize,
}

impl<'w> Calendar<'w> {
    /// Begins a calendar of what is so now.
    ///
    /// # Errors
    /// Whatever the stream reports.
    pub fn new(
        now: Timestamp,
        version: &str,
        naming: &'w dyn Fn(&str) -> String,
        out: &'w mut dyn Write,
    ) -> io::Result<Self> {
        let mut calendar = Self { out: Pieces::new(out), now, naming, events: 0 };
        calendar.lines(&[
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", &format!("{PRODUCT}{version}//EN")),
            ("CALSCALE", "GREGORIAN"),
            ("X-WR-CALNAME", "Ends of tokens"),
        ])?;
        Ok(calendar)
    }

    /// Adds the end of a token; leaves one out that has none.
    ///
    /// # Errors
    /// Whatever the stream reports.
    pub fn end(&mut self, entry: &Entry) -> io::Result<()> {
        let token = &entry.listed.token;
        let Some(end) = token.expires_at else { return Ok(()) };
        let (Some(day), date) = (end.date().succ_opt(), end.date()) else { return Ok(()) };
        let what = tokens::line(&entry.listed);
        let summary = text(&format!("{what} ends"));
        self.events += 1;
        self.lines(&[
            ("BEGIN", "VEVENT"),
            ("UID", &identifier(token)),
            ("DTSTAMP", &self.now.to_string().replace(['-', ':'], "")),
            ("DTSTART;VALUE=DATE", &date.format("%Y%m%d").to_string()),
            ("DTEND;VALUE=DATE", &day.format("%Y%m%d").to_string()),
            ("SUMMARY", &summary),
            ("DESCRIPTION", &text(&(self.naming)(&description(entry, end)))),
            ("TRANSP", "TRANSPARENT"),
            ("BEGIN", "VALARM"),
            ("ACTION", "DISPLAY"),
            ("TRIGGER", "-P7D"),
            ("DESCRIPTION", &summary),
            ("END", "VALARM"),
            ("END", "VEVENT"),
        ])
    }

    /// Ends the calendar, writes what is left, and returns the number of events.
    ///
    /// # Errors
    /// Whatever the stream reports.
    pub fn finish(mut self) -> io::Result<usize> {
        self.lines(&[("END", "VCALENDAR")])?;
        self.out.finish()?;
        Ok(self.events)
    }

    fn lines(&mut self, lines: &[(&str, &str)]) -> io::Result<()> {
        lines.iter().try_for_each(|(name, value)| self.out.push(&folded(&format!("{name}:{value}"))))
    }
}

/// Returns what a calendar knows the end of a token by, in this calendar and in every later one. A token's number is that
/// of one store only; its fingerprint, which lists show, is its own.
fn identifier(token: &Token) -> String {
    format!("token-{}-{}@tokctl", token.id, token.digest.fingerprint().trim_start_matches("fp:"))
}

/// Says when a token is dead, and what helps.
fn description(entry: &Entry, end: Timestamp) -> String {
    let token = &entry.listed.token;
    let scopes = if token.scopes.is_empty() {
        String::new()
    } else {
        format!("It carries {}. ", token.scopes.words().join(" "))
    };
    let helps = if token.rotated_at.is_some() {
        format!("It was rotated: its successor goes on, as `tokctl show {}` says.", token.id)
    } else if token.kind.can_rotate() {
        format!("`tokctl rotate {} --expires WHEN` makes its successor.", token.id)
    } else {
        format!("`tokctl create {}` makes another.", token.kind)
    };
    format!("It is dead from {end} on. {scopes}Made by {}.\n{helps}", escape::line(&entry.listed.creator))
}

/// Returns a text as a value. Source: RFC 5545, 3.3.11.
fn text(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 8);
    for character in value.chars() {
        match character {
            '\\' | ';' | ',' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            _ => text.push(character),
        }
    }
    text
}

/// Returns a line with its end, broken where it is too long: never within a character.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(character);
        length += character.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_read_back() {
        for line in ["", "SUMMARY:short", &"x".repeat(75), &"x".repeat(76), &"日本語".repeat(40), &"é".repeat(200)]
        {
            let folded = folded(line);
            let parts: Vec<&str> = folded.strip_suffix("\r\n").unwrap().split("\r\n").collect();
            assert!(parts.iter().all(|part| part.len() <= LONGEST_LINE), "{line}");
            assert!(parts.iter().skip(1).all(|part| part.starts_with(' ')), "{line}");
            let whole: String =
                parts.iter().enumerate().map(|(at, part)| if at == 0 { part } else { &part[1..] }).collect();
            assert_eq!(whole, line);
        }
    }

    #[test]
    fn texts_hold_nothing_that_ends_them() {
        assert_eq!(text("a;b,c\\d\nEND:VEVENT"), "a\\;b\\,c\\\\d\\nEND:VEVENT");
    }
}
