//! The table: arranged for the terminal while it is small, plain columns in every other case.
//!
//! A terminal's table must be known whole before its first line, which costs memory and time for every row. So the first
//! thousand rows are kept, and whatever exceeds them is streamed in columns as wide as those rows made them; on a terminal,
//! as wide as it has room for, and what is wider goes on below itself.

use std::io::{self, Write};

use super::arrange;
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
    /// The rows kept, or once `plain` is there, the row at hand.
    cells: Cells,
    plain: Option<Plain>,
    line: String,
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
            plain: None,
            line: String::new(),
        }
    }

    pub(super) fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        if self.plain.is_none() && self.cells.len() >= KEPT * self.columns.len() {
            self.release()?;
        }
        for column in &self.chosen {
            self.cells.push(at(values, *column), self.now);
        }
        if let Some(plain) = &self.plain {
            self.line.clear();
            plain.line(&mut self.line, self.cells.iter());
            self.cells.clear();
            self.out.push(&self.line)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        if self.plain.is_none() && self.cells.len() > 0 {
            match self.terminal {
                Some(width) => {
                    let text = arrange::text(&self.columns, &self.cells, width, self.colour);
                    self.out.push(&text)?;
                }
                None => self.release()?,
            }
        }
        self.out.finish()
    }

    /// Writes the rows kept in plain columns, whose widths hold from now on.
    fn release(&mut self) -> io::Result<()> {
        let fitting = self.terminal.and_then(|width| arrange::fitting(&self.columns, &self.cells, width));
        let plain = match fitting {
            Some((widths, breaks)) => Plain::fitted(&self.columns, &widths, breaks, self.colour),
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
        self.plain = Some(plain);
        Ok(())
    }
}
