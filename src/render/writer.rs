//! The one way in: a listing or a single thing, in whatever format the page asks for.

use std::io::{self, Write};

use super::csv::Csv;
use super::json::Json;
use super::pieces::Pieces;
use super::sheet::{Format, Page, Sheet};
use super::table::Table;
use super::value::{self, Value, at};

/// Writes the rows of one listing, each as soon as it can, so that memory does not grow with their number.
///
/// Text is gathered into pieces of 32 KiB; only [`Writer::finish`] makes sure that all of it is out. A failed
/// write comes back as it is, a broken pipe included. Dropped without its end, a listing stops where it is; of one that
/// never filled a piece nothing is written then, but for CSV, whose every line stands by itself.
#[must_use = "a listing is whole only once `finish` was called"]
pub struct Writer<'w> {
    columns: usize,
    rows: usize,
    body: Body<'w>,
}

/// Holds what each format remembers between two rows.
enum Body<'w> {
    Table(Table<'w>),
    Json(Json<'w>),
    Csv(Box<Csv<'w>>),
    Ids(Pieces<'w>),
}

impl<'w> Writer<'w> {
    /// Begins a listing. Nothing is written before the first row or the end.
    pub fn new(page: &Page, sheet: &'w Sheet, out: &'w mut dyn Write) -> Self {
        let body = match page.format {
            Format::Table => Body::Table(Table::new(page, sheet, out)),
            Format::Json => Body::Json(Json::new(page, sheet, Some(sheet.name), out)),
            Format::Jsonl => Body::Json(Json::new(page, sheet, None, out)),
            Format::Csv => Body::Csv(Box::new(Csv::new(page, sheet, out))),
            Format::Ids => Body::Ids(Pieces::new(out)),
        };
        Self { columns: sheet.columns.len(), rows: 0, body }
    }

    /// Adds a row: one value for each column of the sheet, in the sheet's order, whatever columns are shown.
    ///
    /// # Errors
    ///
    /// Whatever the stream reports.
    pub fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        debug_assert_eq!(values.len(), self.columns, "one value for each column");
        self.rows += 1;
        match &mut self.body {
            Body::Table(table) => table.row(values),
            Body::Json(json) => json.row(values),
            Body::Csv(csv) => csv.row(values),
            Body::Ids(out) => {
                let mut line = String::new();
                value::write(&mut line, at(values, 0), None);
                line.push('\n');
                out.push(&line)
            }
        }
    }

    /// Ends the listing, writes what is left, and returns the number of rows.
    ///
    /// A table without rows is no text at all, heading included: whoever asked may say so in words. JSON and CSV keep their
    /// frame, so that they stay readable for programs.
    ///
    /// # Errors
    ///
    /// Whatever the stream reports.
    pub fn finish(self) -> io::Result<usize> {
        match self.body {
            Body::Table(table) => table.finish()?,
            Body::Json(json) => json.finish()?,
            Body::Csv(csv) => csv.finish()?,
            Body::Ids(out) => out.finish()?,
        }
        Ok(self.rows)
    }
}

/// Writes one thing: lines of `title: value` where a listing would be a table, else a listing of the one row.
///
/// A card shows every column, those included that tables hide, unless the page names some.
///
/// # Errors
///
/// Whatever the stream reports.
pub fn card(page: &Page, sheet: &Sheet, values: &[Value<'_>], out: &mut dyn Write) -> io::Result<()> {
    if page.format == Format::Table {
        out.write_all(super::card::text(page, sheet, values).as_bytes())?;
        return out.flush();
    }
    let mut writer = Writer::new(page, sheet, out);
    writer.row(values)?;
    writer.finish().map(drop)
}

/// Writes one thing as [`card`] does, but for eyes in parts with a blank line between them, each with the columns of these
/// keys.
///
/// # Errors
///
/// Whatever the stream reports.
pub(super) fn card_in_parts(
    page: &Page,
    sheet: &Sheet,
    values: &[Value<'_>],
    parts: &[&[&str]],
    out: &mut dyn Write,
) -> io::Result<()> {
    if page.format != Format::Table {
        return card(page, sheet, values, out);
    }
    out.write_all(super::card::in_parts(page, sheet, values, parts).as_bytes())?;
    out.flush()
}
