//! What stands in a cell, and how eyes read it.

use std::borrow::Cow;

use super::text::push;
use super::{escape, human};
use crate::domain::time::Timestamp;

/// Holds what stands in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// There is nothing to tell: `-`, JSON's `null`, CSV's empty field.
    Nothing,
    /// A number.
    Number(i64),
    /// Text of any origin; every format makes it harmless in its own way.
    Text(Cow<'a, str>),
    /// Words that hold no blanks, such as scopes: blanks between them, in JSON an array.
    Words(Vec<&'a str>),
    /// Numbers: blanks between them, in JSON an array.
    Numbers(Vec<i64>),
    /// JSON that the store keeps: in JSON as it is, elsewhere as text.
    Json(Cow<'a, str>),
    /// What eyes read in words and programs as JSON.
    Told {
        /// The words; `None` where there is nothing to tell.
        text: Option<String>,
        /// The same for programs, which is JSON also where there is nothing to tell.
        json: String,
    },
    /// What eyes read in lines, which are harmless already, and programs as JSON; without a line a card leaves it out.
    Lines {
        /// The lines.
        lines: Vec<String>,
        /// The same for programs.
        json: String,
    },
    /// When something happened.
    Instant(Timestamp),
    /// When something ends; `None` for `never`, which is JSON's `null` and CSV's empty field.
    End(Option<Timestamp>),
    /// When something was done last; `None` for `never`, as with ends.
    Last(Option<Timestamp>),
    /// Yes or no; `true` or `false` for programs.
    Flag(bool),
    /// A state, verdict or severity: a word that may be coloured.
    State(&'static str),
    /// A state that programs read, and the word for it that people are told, which may be coloured.
    Stand {
        /// The state.
        state: &'static str,
        /// The word for people.
        told: &'static str,
    },
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Vec<&'a str>> for Value<'a> {
    fn from(words: Vec<&'a str>) -> Self {
        Self::Words(words)
    }
}

impl From<Vec<i64>> for Value<'_> {
    fn from(numbers: Vec<i64>) -> Self {
        Self::Numbers(numbers)
    }
}

impl From<Timestamp> for Value<'_> {
    fn from(instant: Timestamp) -> Self {
        Self::Instant(instant)
    }
}

/// Makes [`Value::Nothing`] of `None`. An end that may be `never` is no such case: it is [`Value::End`].
impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl Value<'_> {
    /// Says whether a card leaves it out.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Nothing | Self::Told { text: None, .. } => true,
            Self::Numbers(numbers) => numbers.is_empty(),
            Self::Lines { lines, .. } => lines.is_empty(),
            _ => false,
        }
    }
}

/// Returns a row's value, and nothing where the row is too short.
pub(super) fn at<'v, 'a>(values: &'v [Value<'a>], column: usize) -> &'v Value<'a> {
    values.get(column).unwrap_or(&Value::Nothing)
}

/// Appends a value as tables show it: one line, nothing in it that a terminal obeys, never empty.
///
/// A time at midnight is its date. With `now` a time says too how far off it is.
pub(super) fn write(text: &mut String, value: &Value<'_>, now: Option<Timestamp>) {
    let start = text.len();
    match value {
        Value::Nothing | Value::Told { text: None, .. } => {}
        Value::Number(number) => push(text, number),
        Value::Text(content) | Value::Json(content) => text.push_str(&escape::line(content)),
        Value::Told { text: Some(content), .. } => text.push_str(&escape::line(content)),
        Value::Lines { lines, .. } => text.push_str(&lines.join("; ")),
        Value::Words(words) => join(text, words),
        Value::Numbers(numbers) => list(text, numbers, ' '),
        Value::Instant(instant) => time(text, *instant, now),
        Value::End(Some(instant)) | Value::Last(Some(instant)) => time(text, *instant, now),
        Value::End(None) | Value::Last(None) => text.push_str("never"),
        Value::Flag(flag) => text.push_str(if *flag { "yes" } else { "no" }),
        Value::State(word) | Value::Stand { told: word, .. } => text.push_str(word),
    }
    // A missing cell would make the fields of a line uncountable.
    if text.len() == start {
        text.push('-');
    }
}

/// Appends words with one blank between them.
fn join(text: &mut String, words: &[&str]) {
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(&escape::line(word));
    }
}

/// Appends numbers with something between them.
pub(super) fn list(text: &mut String, numbers: &[i64], between: char) {
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            text.push(between);
        }
        push(text, number);
    }
}

fn time(text: &mut String, instant: Timestamp, now: Option<Timestamp>) {
    push(text, &instant);
    if instant.is_midnight() {
        text.truncate(text.len() - "T00:00:00Z".len());
    }
    if let Some(now) = now {
        text.push_str(" (");
        human::write(text, now, instant);
        text.push(')');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_as_eyes_read_them() {
        let at = |seconds| Timestamp::from_seconds(seconds).unwrap();
        let now = Some(at(1_763_775_572));
        let cases = [
            (Value::Nothing, None, "-"),
            (Value::from(None::<i64>), None, "-"),
            (Value::from(-7), None, "-7"),
            (Value::from("ci"), None, "ci"),
            (Value::from(""), None, "-"),
            (Value::from(Some("a\nb".to_owned())), None, "a\\u{a}b"),
            (Value::from(vec!["api", "sudo"]), None, "api sudo"),
            (Value::Words(vec![]), None, "-"),
            (Value::from(vec![3, 7]), None, "3 7"),
            (Value::from(Vec::<i64>::new()), None, "-"),
            (Value::Json("{\"role\":\"guest\"}".into()), None, "{\"role\":\"guest\"}"),
            (Value::Told { text: None, json: "[]".into() }, None, "-"),
            (Value::Told { text: Some("a\nb".into()), json: "[]".into() }, None, "a\\u{a}b"),
            (Value::from(at(1_763_775_572)), None, "2025-11-22T01:39:32Z"),
            (Value::from(at(1_763_775_572 - 7200)), now, "2025-11-21T23:39:32Z (2 hours ago)"),
            (Value::End(Some(at(1_801_353_600))), None, "2027-01-31"),
            (Value::End(Some(at(1_801_353_600))), now, "2027-01-31 (in 14 months)"),
            (Value::End(None), now, "never"),
            (Value::Last(Some(at(1_763_775_572 - 7200))), now, "2025-11-21T23:39:32Z (2 hours ago)"),
            (Value::Last(None), now, "never"),
            (Value::from(true), None, "yes"),
            (Value::from(false), None, "no"),
            (Value::State("active"), None, "active"),
            (Value::Stand { state: "active", told: "user blocked" }, None, "user blocked"),
        ];
        for (value, now, shown) in cases {
            let mut text = String::new();
            write(&mut text, &value, now);
            assert_eq!(text, shown, "{value:?}");
        }
    }
}
