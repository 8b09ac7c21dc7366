//! The table: arranged for the terminal while it is small, plain columns in every other case.
//!
//! A terminal's table must be known whole before its first line, which costs memory and time for every row. So the first
//! thousand rows are kept, and whatever exceeds them is streamed in columns as wide as those rows made them; on a terminal,
//! as wide as it has room for, and what is wider goes on below itself.

use std::io::{self, Write};

use super::arrange;
use super::card;
use super::cells::Cells;
use super::pieces::Pieces;
use super::plain::Plain;
use super::sheet::{Column, Page, Sheet};
use super::value::{Value, at};
use crate::domain::time::Timestamp;

/// The rows from which widths are taken.
const KEPT: usize = 1000;

pub(super) struct Table<'w> {
    out: Pieces<'w>,
    /// The places of the columns shown, and what they are.
    chosen: Vec<usize>,
    columns: Vec<&'w Column>,
    terminal: Option<u16>,
    colour: bool,
    now: Option<Timestamp>,
    /// The rows kept, or once they flow, the row at hand.
    cells: Cells,
    /// The rows kept without a word of how far off a time is, for a terminal that has no room for that.
    bare: Cells,
    /// Whether columns may be left out in which there is nothing at all.
    may_drop: bool,
    flow: Option<Flow>,
    line: String,
}

/// How rows are written of which there are too many to be kept.
enum Flow {
    /// In columns.
    Lines(Plain),
    /// A card each, on a terminal that has no room for the columns.
    Cards,
}

impl<'w> Table<'w> {
    pub(super) fn new(page: &Page, sheet: &'w Sheet, out: &'w mut dyn Write) -> Self {
        let chosen = sheet.chosen(page);
        Self {
            out: Pieces::new(out),
            columns: chosen.iter().map(|at| &sheet.columns[*at]).collect(),
            chosen,
            terminal: page.terminal,
            colour: page.colour,
            now: page.hint_from(),
            cells: Cells::default(),
            bare: Cells::default(),
            may_drop: page.columns.is_empty(),
            flow: None,
            line: String::new(),
        }
    }

    pub(super) fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        if self.flow.is_none() && self.cells.len() >= KEPT * self.columns.len() {
            self.release()?;
        }
        for column in &self.chosen {
            self.cells.push(at(values, *column), self.now);
            if self.now.is_some() && self.flow.is_none() {
                self.bare.push(at(values, *column), None);
            }
        }
        let Some(flow) = &self.flow else { return Ok(()) };
        self.line.clear();
        match flow {
            Flow::Lines(plain) => plain.line(&mut self.line, self.cells.iter()),
            Flow::Cards => {
                let row: Vec<_> = self.cells.iter().collect();
                self.line.push('\n');
                card::lines(&mut self.line, &self.columns, &row, self.terminal, self.colour);
            }
        }
        self.cells.clear();
        self.out.push(&self.line)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        if self.flow.is_none() && self.cells.len() > 0 {
            match self.terminal {
                Some(width) => {
                    self.fit(width);
                    let text = arrange::text(&self.columns, &self.cells, width, self.colour);
                    self.out.push(&text)?;
                }
                None => self.release()?,
            }
        }
        self.out.finish()
    }

    /// Leaves out what a terminal has no room for and nobody misses: columns without anything in them, unless they were
    /// asked for, then how far off times are.
    fn fit(&mut self, width: u16) {
        if arrange::fits(&self.columns, &self.cells, width) {
            return;
        }
        if self.may_drop && self.cells.len() > self.columns.len() {
            let empty = self.cells.empty_columns(self.columns.len());
            self.keep(|at| at == 0 || !empty[at]);
        }
        self.spare(width);
        self.drop_spare(|table| arrange::fitting(&table.columns, &table.cells, width).is_some());
    }

    /// Leaves out what can be spared, one column after the other, until there is room.
    fn drop_spare(&mut self, has_room: impl Fn(&Self) -> bool) {
        while self.may_drop && !has_room(self) {
            let Some(spared) = self.columns.iter().position(|column| column.spare) else { return };
            self.keep(|at| at != spared);
        }
    }

    /// Leaves all columns out but some.
    fn keep(&mut self, is_kept: impl Fn(usize) -> bool) {
        let count = self.columns.len();
        self.cells = self.cells.of_columns(count, &is_kept);
        self.bare = self.bare.of_columns(count, &is_kept);
        let places: Vec<usize> = (0..count).filter(|at| is_kept(*at)).collect();
        self.columns = places.iter().map(|at| self.columns[*at]).collect();
        self.chosen = places.iter().map(|at| self.chosen[*at]).collect();
    }

    /// Leaves out how far off times are, where lines would be broken for that.
    fn spare(&mut self, width: u16) {
        let has_room = arrange::fits(&self.columns, &self.cells, width);
        if self.now.is_some() && !has_room && arrange::fitting(&self.columns, &self.bare, width).is_some() {
            self.cells = std::mem::take(&mut self.bare);
            self.now = None;
        }
    }

    /// Writes the rows kept in plain columns, whose widths hold from now on.
    fn release(&mut self) -> io::Result<()> {
        if let Some(width) = self.terminal {
            self.spare(width);
            self.drop_spare(|table| arrange::may_flow(&table.columns, &table.cells, width));
        }
        self.bare.clear();
        let fitting = self.terminal.and_then(|width| arrange::flowing(&self.columns, &self.cells, width));
        let plain = match fitting {
            Some((widths, breaks)) => Plain::fitted(&self.columns, &widths, breaks, self.colour),
            None if self.terminal.is_some() => {
                let width = self.terminal.unwrap_or_default();
                let text = arrange::cards(&self.columns, &self.cells, width, self.colour);
                self.cells.clear();
                self.flow = Some(Flow::Cards);
                return self.out.push(&text);
            }
            None => Plain::new(&self.columns, self.cells.iter(), self.colour),
        };
        let mut text = String::new();
        plain.headings(&mut text, &self.columns);
        let mut cells = self.cells.iter();
        for _ in 0..self.cells.len() / self.columns.len() {
            plain.line(&mut text, cells.by_ref().take(self.columns.len()));
        }
        drop(cells);
        self.out.push(&text)?;
        self.cells.clear();
        self.flow = Some(Flow::Lines(plain));
        Ok(())
    }
}
