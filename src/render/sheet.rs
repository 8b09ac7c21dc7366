//! What a listing consists of, and how it is to look.

use crate::domain::time::Timestamp;

/// Names a way to write rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Columns for eyes.
    Table,
    /// One object that holds one array.
    Json,
    /// One object a line.
    Jsonl,
    /// Comma-separated values after RFC 4180.
    Csv,
    /// One id a line, and nothing else.
    Ids,
}

impl Format {
    /// Every format, in the order in which help names them.
    pub const ALL: [Self; 5] = [Self::Table, Self::Json, Self::Jsonl, Self::Csv, Self::Ids];

    /// Returns the format as it is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Ids => "ids",
        }
    }

    /// Reads a format's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == text)
    }
}

/// Says at which edge of its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left, as text does.
    Left,
    /// At the right, as numbers do.
    Right,
}

/// Describes one column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The name for programs, in snake case: JSON's key and CSV's heading. Once released it stays.
    pub key: &'static str,
    /// The table's heading, in upper case.
    pub title: &'static str,
    /// Where the table puts the cell.
    pub align: Align,
    /// Whether the table shows the column unasked; every other format does.
    pub shown: bool,
    /// Whether a terminal that has no room for the table leaves the column out, unless it was asked for.
    pub spare: bool,
}

impl Column {
    /// Describes a column of text that the table shows.
    #[must_use]
    pub const fn text(key: &'static str, title: &'static str) -> Self {
        Self { key, title, align: Align::Left, shown: true, spare: false }
    }

    /// Describes a column of numbers that the table shows.
    #[must_use]
    pub const fn number(key: &'static str, title: &'static str) -> Self {
        Self { align: Align::Right, ..Self::text(key, title) }
    }

    /// Lets a terminal leave the column out that has no room for the table.
    #[must_use]
    pub const fn spare(mut self) -> Self {
        self.spare = true;
        self
    }

    /// Keeps the column out of the table, unless it is asked for.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }
}

/// Describes one listing.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// What the rows are, in the plural and in snake case: the key of JSON's array.
    pub name: &'static str,
    /// The columns in their order, one at least. The first is the id: what other commands take, and what [`Format::Ids`] writes.
    pub columns: &'static [Column],
}

impl Sheet {
    /// Returns the place of the column that a program's name stands for.
    #[must_use]
    pub fn position(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// Returns the places of the columns that the page asks for, or else of those that the format shows by itself; where
    /// that is none, the id's.
    pub(super) fn chosen(&self, page: &Page) -> Vec<usize> {
        let mut chosen: Vec<_> = if page.columns.is_empty() {
            let all = page.format != Format::Table;
            (0..self.columns.len()).filter(|at| all || self.columns[*at].shown).collect()
        } else {
            page.columns.iter().copied().filter(|at| *at < self.columns.len()).collect()
        };
        if chosen.is_empty() {
            chosen.push(0);
        }
        chosen
    }
}

/// Says how a listing is to look.
#[derive(Clone, Debug)]
pub struct Page {
    /// How rows are written.
    pub format: Format,
    /// The terminal's width in columns; `None` where the reader is no terminal.
    pub terminal: Option<u16>,
    /// Whether tables and cards are coloured.
    pub colour: bool,
    /// The present, if times are to say on a terminal how far off they are.
    pub now: Option<Timestamp>,
    /// The places of the columns asked for, in the order asked for; empty for those that the sheet shows by itself.
    pub columns: Vec<usize>,
}

impl Page {
    /// Makes a page for a reader that is no terminal: no width, no colour, no hints.
    #[must_use]
    pub const fn new(format: Format) -> Self {
        Self { format, terminal: None, colour: false, now: None, columns: Vec::new() }
    }

    /// Returns the instant from which distances count: on terminals only, since the text differs with every run.
    pub(super) fn hint_from(&self) -> Option<Timestamp> {
        self.now.filter(|_| self.terminal.is_some())
    }
}
