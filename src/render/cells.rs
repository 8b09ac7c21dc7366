//! Cells that are ready to be laid out, kept in one long text so that a row costs no allocation of its own.

use super::value::{self, Value};
use crate::domain::time::Timestamp;

/// Holds any number of cells, one after the other.
#[derive(Default)]
pub(super) struct Cells {
    text: String,
    marks: Vec<Mark>,
}

/// Remembers of a cell where its text ends, how wide it is, and whether it may be coloured.
struct Mark {
    end: usize,
    width: usize,
    is_state: bool,
}

/// Shows one cell.
#[derive(Clone, Copy)]
pub(super) struct Cell<'c> {
    pub(super) text: &'c str,
    /// In columns of a terminal, which neither bytes nor characters are.
    pub(super) width: usize,
    pub(super) is_state: bool,
}

impl Cells {
    /// Adds a cell. With the present, a time in it says too how far off it is.
    pub(super) fn push(&mut self, value: &Value<'_>, now: Option<Timestamp>) {
        let start = self.text.len();
        value::write(&mut self.text, value, now);
        let width = console::measure_text_width(&self.text[start..]);
        self.marks.push(Mark {
            end: self.text.len(),
            width,
            is_state: matches!(value, Value::State(_) | Value::Stand { .. }),
        });
    }

    /// Adds a cell of lines, one below the other: as wide as the widest.
    pub(super) fn push_lines(&mut self, lines: &[String]) {
        self.text.push_str(&lines.join("\n"));
        let width = lines.iter().map(|line| console::measure_text_width(line)).max().unwrap_or_default();
        self.marks.push(Mark { end: self.text.len(), width, is_state: false });
    }

    /// Says of each of so many columns whether there is nothing in any of its cells.
    pub(super) fn empty_columns(&self, columns: usize) -> Vec<bool> {
        let mut empty = vec![true; columns];
        for (at, cell) in self.iter().enumerate() {
            empty[at % columns] &= cell.text == "-";
        }
        empty
    }

    /// Returns the cells of some of so many columns.
    pub(super) fn of_columns(&self, columns: usize, is_kept: impl Fn(usize) -> bool) -> Self {
        let mut kept = Self::default();
        for (_, cell) in self.iter().enumerate().filter(|(at, _)| is_kept(at % columns)) {
            kept.text.push_str(cell.text);
            kept.marks.push(Mark { end: kept.text.len(), width: cell.width, is_state: cell.is_state });
        }
        kept
    }

    /// Forgets the cells and keeps their room.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.marks.clear();
    }

    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.marks.len()
    }

    /// Walks over the cells in the order in which they came.
    pub(super) fn iter(&self) -> impl Iterator<Item = Cell<'_>> {
        let mut start = 0;
        self.marks.iter().map(move |mark| {
            let text = &self.text[start..mark.end];
            start = mark.end;
            Cell { text, width: mark.width, is_state: mark.is_state }
        })
    }
}
