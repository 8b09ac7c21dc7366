//! CSV after RFC 4180: a heading, CRLF at the end of every record, quotes where they are needed.
//!
//! CRLF, because the RFC says so and every reader of CSV takes it; tools that think in lines have JSON Lines and bare ids.
//! Text that a spreadsheet would take for a formula gets a `'` in front (OWASP, "CSV Injection"). A file gets names with
//! their control characters, quoted, so that they read back as they are; a terminal gets them escaped as in tables.

use std::io::{self, Write};

use super::escape;
use super::pieces::PIECE;
use super::sheet::{Page, Sheet};
use super::text::push;
use super::value::{self, Value, at};

/// Begin a formula in some spreadsheet, the wide forms included.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub(super) struct Csv<'w> {
    writer: ::csv::Writer<&'w mut dyn Write>,
    sheet: &'w Sheet,
    chosen: Vec<usize>,
    on_terminal: bool,
    is_first: bool,
    field: String,
}

impl<'w> Csv<'w> {
    pub(super) fn new(page: &Page, sheet: &'w Sheet, out: &'w mut dyn Write) -> Self {
        let writer =
            ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).buffer_capacity(PIECE).from_writer(out);
        let chosen = sheet.chosen(page);
        Self { writer, sheet, chosen, on_terminal: page.terminal.is_some(), is_first: true, field: String::new() }
    }

    pub(super) fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        self.headings()?;
        for column in &self.chosen {
            self.field.clear();
            write(&mut self.field, at(values, *column));
            if self.on_terminal {
                self.writer.write_field(escape::line(&self.field).as_bytes()).map_err(fault)?;
            } else {
                self.writer.write_field(&self.field).map_err(fault)?;
            }
        }
        self.writer.write_record(None::<&[u8]>).map_err(fault)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.headings()?;
        self.writer.flush()
    }

    /// Writes the headings, the first time.
    fn headings(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_first) {
            self.writer.write_record(self.chosen.iter().map(|at| self.sheet.columns[*at].key)).map_err(fault)?;
        }
        Ok(())
    }
}

/// Returns the fault of the stream itself, by which a reader that went away is told from a full disk.
fn fault(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(fault) => fault,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Appends one value as programs read it.
fn write(field: &mut String, value: &Value<'_>) {
    match value {
        Value::Nothing | Value::End(None) | Value::Last(None) | Value::Told { text: None, .. } => {}
        Value::Number(number) => push(field, number),
        Value::Text(content) | Value::Json(content) => {
            guard(field, content);
            field.push_str(content);
        }
        Value::Told { text: Some(content), .. } => {
            guard(field, content);
            field.push_str(content);
        }
        Value::Lines { lines, .. } if lines.is_empty() => {}
        Value::Lines { json, .. } => field.push_str(json),
        Value::Numbers(numbers) => value::list(field, numbers, ' '),
        Value::Words(words) => {
            guard(field, words.first().unwrap_or(&""));
            for (place, word) in words.iter().enumerate() {
                if place > 0 {
                    field.push(' ');
                }
                field.push_str(word);
            }
        }
        Value::Instant(instant) | Value::End(Some(instant)) | Value::Last(Some(instant)) => push(field, instant),
        Value::Flag(flag) => push(field, flag),
        Value::State(word) | Value::Stand { state: word, .. } => field.push_str(word),
    }
}

/// Puts a `'` before what begins like a formula; one more before what has one already, so that whoever takes one away
/// again has the very text.
fn guard(field: &mut String, content: &str) {
    if content.trim_start_matches('\'').starts_with(FORMULA) {
        field.push('\'');
    }
}
