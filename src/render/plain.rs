//! Aligned columns without any drawing: two blanks between them, none at the end of a line; wrapped for terminals alone.

use super::cells::Cell;
use super::paint;
use super::sheet::{Align, Column};
use super::text::push;
use super::wrap::{Breaks, wrapped};

const GAP: usize = 2;

/// Writes lines in columns of fixed widths; a cell that is wider moves the rest of its own line only.
pub(super) struct Plain {
    columns: Vec<(Align, usize)>,
    colour: bool,
    /// Where lines are broken that are wider; `None`: nowhere.
    breaks: Option<Breaks>,
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
        Self { columns: widths, colour, breaks: None }
    }

    /// Makes columns of these widths; what is wider goes on below itself.
    pub(super) fn fitted(columns: &[&Column], widths: &[usize], breaks: Breaks, colour: bool) -> Self {
        let columns = columns.iter().map(|column| column.align).zip(widths.iter().copied()).collect();
        Self { columns, colour, breaks: Some(breaks) }
    }

    /// Appends the line of headings.
    pub(super) fn headings(&self, text: &mut String, columns: &[&Column]) {
        let cells = columns.iter().map(|column| Cell {
            text: column.title,
            width: console::measure_text_width(column.title),
            is_state: false,
        });
        self.fit(text, cells, |text, cell| {
            if self.colour {
                push(text, &paint::heading().apply_to(cell.text));
            } else {
                text.push_str(cell.text);
            }
        });
    }

    /// Appends one line.
    pub(super) fn line<'c>(&self, text: &mut String, cells: impl Iterator<Item = Cell<'c>>) {
        self.fit(text, cells, |text, cell| {
            if self.colour && cell.is_state {
                push(text, &paint::state(cell.text).apply_to(cell.text));
            } else {
                text.push_str(cell.text);
            }
        });
    }

    /// Appends cells as one line, or as several where one of them is wider than its column may be.
    fn fit<'c>(
        &self,
        text: &mut String,
        cells: impl Iterator<Item = Cell<'c>>,
        put: impl Fn(&mut String, Cell<'_>) + Copy,
    ) {
        let Some(breaks) = self.breaks else { return self.lay_out(text, cells, put) };
        let cells: Vec<Cell<'c>> = cells.collect();
        // Numbers are never broken: what is wrong with a line that is too long can be seen, with a number it cannot.
        let fits = |cell: &Cell<'_>, (align, width): &(Align, usize)| *align == Align::Right || cell.width <= *width;
        if cells.iter().zip(&self.columns).all(|(cell, column)| fits(cell, column)) {
            return self.lay_out(text, cells.into_iter(), put);
        }
        let texts: Vec<String> = cells
            .iter()
            .zip(&self.columns)
            .map(
                |(cell, column)| {
                    if fits(cell, column) { cell.text.to_owned() } else { wrapped(cell.text, column.1, breaks) }
                },
            )
            .collect();
        let lines: Vec<Vec<&str>> = texts.iter().map(|cell| cell.split('\n').collect()).collect();
        for at in 0..lines.iter().map(Vec::len).max().unwrap_or_default() {
            let line = cells.iter().zip(&lines).map(|(cell, lines)| {
                let text = lines.get(at).copied().unwrap_or_default();
                let is_state = cell.is_state && !text.is_empty();
                Cell { text, width: console::measure_text_width(text), is_state }
            });
            self.lay_out(text, line, |text, cell| {
                if cell.width > 0 {
                    put(text, cell);
                }
            });
        }
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
