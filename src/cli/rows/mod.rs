//! Rows of text cells, read one after the other from CSV or JSON Lines: the columns are checked, and every fault says its
//! line. Knows nothing of what the cells mean.

mod json;

use std::io::{BufRead as _, BufReader};

use super::source::{Meter, Source};
use crate::domain::error::{Error, Result};
use crate::domain::secret::looks_like_secret;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Shape {
    /// Comma-separated values (RFC 4180) below a line with the names of the columns
    Csv,
    /// JSON Lines: an object in every line
    Jsonl,
}

impl Shape {
    /// Finds out how a file is written: by the end of its name, else by its first byte.
    pub(super) fn of(path: Option<&std::path::Path>, source: &mut Source) -> Result<Self> {
        match path.and_then(std::path::Path::extension).and_then(std::ffi::OsStr::to_str) {
            Some("csv") => Ok(Self::Csv),
            Some("jsonl" | "ndjson") => Ok(Self::Jsonl),
            _ => {
                let first = source.first_byte().map_err(|error| unreadable(source, &error))?;
                Ok(if first == Some(b'{') { Self::Jsonl } else { Self::Csv })
            }
        }
    }
}

/// The columns that rows have.
pub(super) struct Columns<const N: usize> {
    /// Their names, and what stands in them.
    pub(super) names: [(&'static str, Takes); N],
    /// Whether the first line of CSV has to name all of them.
    pub(super) all: bool,
    /// Which others may be there too, and say nothing here.
    pub(super) others: fn(&str) -> bool,
}

/// Says what stands in a column, where rows tell that apart: cells of CSV are texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// A text.
    Text,
    /// One text, or several.
    Words,
    /// One text, or several that commas part.
    List,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
}

impl<const N: usize> Columns<N> {
    fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|(known, _)| *known == name)
    }

    fn passes_over(&self, name: &str) -> bool {
        (self.others)(name)
    }

    /// Returns the names, to be read by people.
    fn list(&self) -> String {
        self.names.map(|(name, _)| name).join(", ")
    }
}

/// The cells of a row, in the order of the columns. An empty cell is none.
pub(super) struct Cells<const N: usize> {
    /// The line that the row begins in, from 1 on.
    pub(super) line: u64,
    /// What stands in the columns.
    pub(super) texts: [Option<String>; N],
}

/// Reads rows of certain columns.
pub(super) struct Rows<const N: usize> {
    columns: &'static Columns<N>,
    meter: Meter,
    reader: Reader<N>,
}

enum Reader<const N: usize> {
    /// With the place of each column, and by how many lines its reader lags behind: by one where lines end in CR LF, since
    /// it takes the LF for the begin of the next.
    Csv(Box<csv::Reader<Source>>, [Option<usize>; N], u64),
    /// With the number of the last line.
    Jsonl(BufReader<Source>, u64),
}

impl<const N: usize> Rows<N> {
    /// Begins to read, and checks the names of the columns where they stand in front.
    ///
    /// # Errors
    /// `Usage` for names that are not those of the columns, each once.
    pub(super) fn new(source: Source, shape: Shape, columns: &'static Columns<N>) -> Result<Self> {
        let meter = source.meter.clone();
        meter.allow_row();
        let reader = match shape {
            Shape::Jsonl => Reader::Jsonl(BufReader::new(source), 0),
            Shape::Csv => {
                let mut reader = csv::ReaderBuilder::new().from_reader(source);
                let header = reader.headers().map_err(|error| faulty(&error, 1, 0))?;
                let places = places(header, columns)?;
                let lag = u64::from(reader.position().line() == 1);
                Reader::Csv(Box::new(reader), places, lag)
            }
        };
        Ok(Self { columns, meter, reader })
    }

    fn read(&mut self) -> Result<Option<Cells<N>>> {
        self.meter.allow_row();
        let cells = match &mut self.reader {
            Reader::Csv(reader, places, lag) => {
                let mut record = csv::StringRecord::new();
                let before = reader.position().line();
                if !reader.read_record(&mut record).map_err(|error| faulty(&error, before, *lag))? {
                    return Ok(None);
                }
                let line = record.position().map_or(before, csv::Position::line) + *lag;
                let text = |at: usize| record.get(at).filter(|text| !text.is_empty()).map(str::to_owned);
                let cell = |at: Option<usize>| at.and_then(text);
                Cells { line, texts: places.map(cell) }
            }
            Reader::Jsonl(reader, line) => match next_line(reader, line)? {
                Some(text) => Cells { line: *line, texts: json::cells(&text, *line, self.columns)? },
                None => return Ok(None),
            },
        };
        for ((column, _), text) in self.columns.names.iter().zip(&cells.texts) {
            if text.as_ref().is_some_and(|text| looks_like_secret(text)) {
                return Err(wrong(cells.line, &format!("there is a secret in `{column}`"))
                    .because("it is not repeated here")
                    .hint("whoever could read it has it: revoke that token"));
            }
        }
        Ok(Some(cells))
    }
}

impl<const N: usize> Iterator for Rows<N> {
    type Item = Result<Cells<N>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

/// Finds the place of each column in the header.
fn places<const N: usize>(header: &csv::StringRecord, columns: &Columns<N>) -> Result<[Option<usize>; N]> {
    let which = if columns.all { "all the columns, in any order" } else { "columns, in any order, of" };
    let hint = || format!("the first line names {which}: `{}`", columns.names.map(|(name, _)| name).join(","));
    for (at, name) in header.iter().enumerate() {
        if columns.position(name).is_none() && !columns.passes_over(name) {
            return Err(wrong(1, &format!("{} is no column", quoted(name))).hint(hint()));
        }
        if header.iter().take(at).any(|other| other == name) {
            return Err(wrong(1, &format!("the column `{name}` stands there twice")).hint(hint()));
        }
    }
    let places = columns.names.map(|(column, _)| header.iter().position(|name| name == column));
    if columns.all
        && let Some(at) = places.iter().position(Option::is_none)
    {
        return Err(wrong(1, &format!("the column `{}` is missing", columns.names[at].0)).hint(hint()));
    }
    Ok(places)
}

/// Reads the next line that is not blank, and counts on.
fn next_line(reader: &mut BufReader<Source>, line: &mut u64) -> Result<Option<Vec<u8>>> {
    loop {
        let mut text = Vec::new();
        *line += 1;
        let read = reader.read_until(b'\n', &mut text);
        if read.map_err(|error| wrong(*line, "it cannot be read").because(error.to_string()))? == 0 {
            return Ok(None);
        }
        if *line == 1 && text.starts_with(b"\xef\xbb\xbf") {
            text.drain(..3);
        }
        if !text.trim_ascii().is_empty() {
            return Ok(Some(text));
        }
        reader.get_ref().meter.allow_row();
    }
}

/// Says in which line something is wrong.
pub(super) fn wrong(line: u64, what: &str) -> Error {
    Error::usage(format!("line {line}: {what}"))
}

/// Quotes what somebody wrote, but no secret.
pub(super) fn quoted(text: &str) -> String {
    if looks_like_secret(text) { "what begins like a secret".to_owned() } else { format!("`{text}`") }
}

fn unreadable(source: &Source, error: &std::io::Error) -> Error {
    Error::usage(format!("cannot read {}", source.name)).because(error.to_string())
}

/// Says what is wrong with a row of CSV, without a word of what stands in it.
fn faulty(error: &csv::Error, before: u64, lag: u64) -> Error {
    let line = error.position().map_or(before, csv::Position::line) + lag;
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            wrong(line, &format!("it has {len} cells, and there are {expected_len} columns"))
        }
        csv::ErrorKind::Utf8 { .. } => wrong(line, "it is not UTF-8"),
        csv::ErrorKind::Io(error) => wrong(line, "it cannot be read").because(error.to_string()),
        _ => wrong(line, "it is no CSV"),
    }
}
