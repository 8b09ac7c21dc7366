//! Aligned columns without any drawing: two blanks between them, none at the end of a line, nothing wrapped.

use super::cells::Cell;
use super::paint;
use super::sheet::{Align, Column};
use super::text::push;

const GAP: usize = 2;

/// Writes lines in columns of fixed widths; a cell that is wider moves the rest of its own line only.
pub(super) struct Plain {
    columns: Vec<(Align, usize)>,
    colour: bool,
}

impl Plain {
    /// Makes columns wide enough for their headings and for the cells given.
    pub(super) fn new<'c>(columns: &[&Column], cells: impl Iterator<Item = Cell<'c>>, colour: bool) -> Self {
        let mut widths: Vec<_> =
            columns.iter().map(|column| (column.align, console::measure_text_width(column.title))).collect();
        for (at, cell) in cells.enumerate() {
            let (_, width) = &mut widths[at % columns.len()];
            *width = cell.width.max(*width);
        }
        Self { columns: widths, colour }
    }

    /// Appends the line of headings.
    pub(super) fn headings(&self, text: &mut String, columns: &[&Column]) {
        let cells = columns.iter().map(|column| Cell {
            text: column.title,
            width: console::measure_text_width(column.title),
            is_state: false,
        });
        self.lay_out(text, cells, |text, cell| {
            if self.colour {
                push(text, &paint::heading().apply_to(cell.text));
            } else {
                text.push_str(cell.text);
            }
        });
    }

    /// Appends one line.
    pub(super) fn line<'c>(&self, text: &mut String, cells: impl Iterator<Item = Cell<'c>>) {
        self.lay_out(text, cells, |text, cell| {
            if self.colour && cell.is_state {
                push(text, &paint::state(cell.text).apply_to(cell.text));
            } else {
                text.push_str(cell.text);
            }
        });
    }

    fn lay_out<'c>(
        &self,
        text: &mut String,
        cells: impl Iterator<Item = Cell<'c>>,
        mut put: impl FnMut(&mut String, Cell<'c>),
    ) {
        let mut blanks = 0;
        for (cell, (align, width)) in cells.zip(&self.columns) {
            let room = width.saturating_sub(cell.width);
            if *align == Align::Right {
                blanks += room;
            }
            // Blanks wait for the cell behind them, so that none is left at the end of the line.
            text.extend(std::iter::repeat_n(' ', blanks));
            put(text, cell);
            blanks = if *align == Align::Right { GAP } else { room + GAP };
        }
        // A name may end in blanks of its own.
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}
