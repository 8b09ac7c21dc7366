//! JSON: one object around one array, or one object a line.
//!
//! What terminals obey or hide is written as `\u` and four digits, which reads back as the same text: JSON is as harmless
//! on a terminal as a table, and loses nothing.

use std::io::{self, Write};

use super::escape;
use super::pieces::Pieces;
use super::sheet::{Page, Sheet};
use super::text::push;
use super::value::{self, Value, at};

/// Counts the shapes of the outer object. Additions do not change it.
const VERSION: u8 = 1;

pub(super) struct Json<'w> {
    out: Pieces<'w>,
    sheet: &'w Sheet,
    chosen: Vec<usize>,
    /// The array's key; `None` for one object a line.
    array: Option<&'static str>,
    is_first: bool,
    line: String,
}

impl<'w> Json<'w> {
    pub(super) fn new(page: &Page, sheet: &'w Sheet, array: Option<&'static str>, out: &'w mut dyn Write) -> Self {
        Self { out: Pieces::new(out), sheet, chosen: sheet.chosen(page), array, is_first: true, line: String::new() }
    }

    pub(super) fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        self.line.clear();
        if self.array.is_some() {
            if self.is_first {
                self.open();
            }
            self.line.push_str(if self.is_first { "\n" } else { ",\n" });
        }
        self.is_first = false;
        for (place, column) in self.chosen.iter().enumerate() {
            self.line.push_str(if place == 0 { "{\"" } else { ",\"" });
            self.line.push_str(self.sheet.columns[*column].key);
            self.line.push_str("\":");
            write(&mut self.line, at(values, *column))?;
        }
        self.line.push('}');
        if self.array.is_none() {
            self.line.push('\n');
        }
        self.out.push(&self.line)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.line.clear();
        if self.array.is_some() {
            if self.is_first {
                self.open();
            } else {
                self.line.push('\n');
            }
            self.line.push_str("]}\n");
        }
        self.out.push(&self.line)?;
        self.out.finish()
    }

    /// Appends the beginning of the outer object.
    fn open(&mut self) {
        push(&mut self.line, &format_args!("{{\"version\":{VERSION},\"{}\":[", self.array.unwrap_or_default()));
    }
}

/// Appends one value.
fn write(text: &mut String, value: &Value<'_>) -> io::Result<()> {
    match value {
        Value::Nothing | Value::End(None) | Value::Last(None) => text.push_str("null"),
        Value::Number(number) => push(text, number),
        Value::Text(content) => string(text, content)?,
        Value::Words(words) => {
            text.push('[');
            for (place, word) in words.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                string(text, word)?;
            }
            text.push(']');
        }
        Value::Numbers(numbers) => {
            text.push('[');
            value::list(text, numbers, ',');
            text.push(']');
        }
        Value::Json(json) => raw(text, json)?,
        Value::Told { json, .. } | Value::Lines { json, .. } => raw(text, json)?,
        Value::Instant(instant) | Value::End(Some(instant)) | Value::Last(Some(instant)) => {
            push(text, &format_args!("\"{instant}\""));
        }
        Value::Flag(flag) => push(text, flag),
        Value::State(word) | Value::Stand { state: word, .. } => string(text, word)?,
    }
    Ok(())
}

/// Appends JSON as it is; what is none, as a string.
fn raw(text: &mut String, json: &str) -> io::Result<()> {
    if serde_json::from_str::<serde_json::Value>(json).is_err() {
        return string(text, json);
    }
    // A line break between the parts is none of the text: one object stays one line.
    text.push_str(&escape::json(&json.replace(['\n', '\r', '\t'], " ")));
    Ok(())
}

/// Appends a string in its quotes.
fn string(text: &mut String, content: &str) -> io::Result<()> {
    text.push_str(&escape::json(&serde_json::to_string(content)?));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_json_already_stays_so_and_the_rest_is_a_string() {
        let cases = [
            (Value::from(vec![6, 7]), "[6,7]"),
            (Value::from(Vec::<i64>::new()), "[]"),
            (Value::Json(r#"{"role":"guest"}"#.into()), r#"{"role":"guest"}"#),
            (Value::Json("{\n\"a\": 1}".into()), r#"{ "a": 1}"#),
            (Value::Json("{\"a\":\"\u{202e}\"}".into()), r#"{"a":"\u202e"}"#),
            (Value::Json("{\"a\":1},{".into()), r#""{\"a\":1},{""#),
            (Value::Told { text: None, json: "[]".into() }, "[]"),
        ];
        for (value, written) in cases {
            let mut text = String::new();
            write(&mut text, &value).unwrap();
            assert_eq!(text, written);
        }
    }
}
