//! A small table, arranged within the width of a terminal.

use comfy_table::{CellAlignment, ContentArrangement};

use super::card;
use super::cells::{Cell, Cells};
use super::paint;
use super::sheet::{Align, Column};
use super::text::push;
use super::wrap::{Breaks, widest, wrapped};

/// How lines are broken, and which pieces up to which width are never torn, the first that fits; the longest scope
/// fits, then the longest word of a kind.
const WAYS: [(Breaks, usize); 6] = [
    (Breaks::Words, 24),
    (Breaks::Parts, 24),
    (Breaks::AllWords, 24),
    (Breaks::AllParts, 20),
    (Breaks::AllParts, 13),
    (Breaks::AllParts, 12),
];
const GAP: u16 = 2;

/// The widest command that no column breaks.
const COMMAND: usize = 40;

/// Mark what is to be coloured while the lines are laid out. They have no width, and no text holds them: the escaper makes
/// these very characters visible.
const STATE: char = '\u{2061}';
const HEADING: char = '\u{2062}';
const END: char = '\u{2063}';

/// Returns the table's text. Where not even pieces of words fit next to each other, every row becomes a card.
pub(super) fn text(columns: &[&Column], cells: &Cells, width: u16, colour: bool) -> String {
    let Some((widths, breaks)) = fitting(columns, cells, width) else { return cards(columns, cells, width, colour) };
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let cell = |text: &str, at: usize, mark, colour| marked(&wrapped(text, widths[at], breaks), mark, colour);
    table.set_header(columns.iter().enumerate().map(|(at, column)| cell(column.title, at, HEADING, colour)));
    let mut rest = cells.iter();
    for _ in 0..cells.len() / columns.len() {
        let row = rest.by_ref().take(columns.len()).enumerate();
        table.add_row(row.map(|(at, shown)| cell(shown.text, at, STATE, colour && shown.is_state)));
    }
    for (at, column) in columns.iter().enumerate() {
        let Some(drawn) = table.column_mut(at) else { continue };
        drawn.set_padding((0, if at + 1 == columns.len() { 0 } else { GAP }));
        if column.align == Align::Right {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut text = String::new();
    for line in table.lines() {
        painted(&mut text, line.trim_end_matches(' '));
        text.push('\n');
    }
    text
}

/// Returns how wide the columns are within the width of a terminal, and where their lines are broken. `None`: there is not
/// room enough.
pub(super) fn fitting(columns: &[&Column], cells: &Cells, width: u16) -> Option<(Vec<usize>, Breaks)> {
    WAYS.into_iter().find_map(|(breaks, whole)| {
        let widths = widths(columns, cells, usize::from(width), (breaks, whole))?;
        Some((widths, breaks))
    })
}

/// How many digits more than now a number may come to have, where there is room.
const GROWTH: [u16; 3] = [2, 1, 0];

/// How much wider than now the words of a column may come to be, where there is room: so much wider is the longest word for a
/// kind than the shortest.
const VARIETY: usize = 16;

/// Returns the same for rows of which more will come: numbers grow, words may be longer than those of now, and the last column
/// takes what room is left.
pub(super) fn flowing(columns: &[&Column], cells: &Cells, width: u16) -> Option<(Vec<usize>, Breaks)> {
    let is_number = |column: &&Column| column.align == Align::Right;
    let numbers = u16::try_from(columns.iter().filter(|column| is_number(column)).count()).ok()?;
    let (growth, (mut widths, breaks)) = GROWTH.into_iter().find_map(|growth| {
        let room = width.checked_sub(growth.checked_mul(numbers)?)?;
        Some((growth, fitting(columns, cells, room)?))
    })?;
    for (at, column) in columns.iter().enumerate() {
        widths[at] += if is_number(column) { usize::from(growth) } else { 0 };
    }
    let gaps = usize::from(GAP) * columns.len().saturating_sub(1);
    let left = usize::from(width).saturating_sub(gaps + widths.iter().sum::<usize>());
    let share = (left / columns.len().max(1)).min(VARIETY);
    for (at, column) in columns.iter().enumerate() {
        widths[at] += if is_number(column) || at + 1 == columns.len() { 0 } else { share };
    }
    let taken = gaps + widths.iter().sum::<usize>();
    if let (Some(last), Some(column)) = (widths.last_mut(), columns.last())
        && !is_number(column)
    {
        *last += usize::from(width).saturating_sub(taken);
    }
    Some((widths, breaks))
}

/// Says whether rows of which more will come have room, and their numbers have room to grow.
pub(super) fn may_flow(columns: &[&Column], cells: &Cells, width: u16) -> bool {
    let numbers = columns.iter().filter(|column| column.align == Align::Right).count();
    let growth = u16::try_from(numbers).ok().and_then(|numbers| numbers.checked_mul(GROWTH[0]));
    let room = growth.and_then(|growth| width.checked_sub(growth));
    room.is_some_and(|room| fitting(columns, cells, room).is_some())
}

/// Says whether the table has room without a broken line.
pub(super) fn fits(columns: &[&Column], cells: &Cells, width: u16) -> bool {
    let mut wanted: Vec<_> = columns.iter().map(|column| console::measure_text_width(column.title)).collect();
    for (at, cell) in cells.iter().enumerate() {
        let at = at % columns.len();
        wanted[at] = cell.width.max(wanted[at]);
    }
    let gaps = usize::from(GAP) * columns.len().saturating_sub(1);
    wanted.iter().sum::<usize>() + gaps <= usize::from(width)
}

/// Returns the widths of the columns: each has room for its widest piece, and what is left goes to those that need least
/// to be broken nowhere. `None`: there is not room enough.
fn widths(columns: &[&Column], cells: &Cells, width: usize, (breaks, whole): (Breaks, usize)) -> Option<Vec<usize>> {
    let mut widths: Vec<_> = columns.iter().map(|column| widest(column.title, Breaks::Words)).collect();
    let mut wanted: Vec<_> = columns.iter().map(|column| console::measure_text_width(column.title)).collect();
    for (at, cell) in cells.iter().enumerate() {
        let at = at % columns.len();
        // A command that is broken cannot be pasted.
        let whole = if cell.text.contains('`') { whole.max(COMMAND) } else { whole };
        widths[at] = widest(cell.text, breaks).min(whole).max(widths[at]);
        wanted[at] = cell.width.max(wanted[at]);
    }
    let gaps = usize::from(GAP) * columns.len().saturating_sub(1);
    let mut left = width.checked_sub(gaps + widths.iter().sum::<usize>())?;
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|at| wanted[*at].saturating_sub(widths[*at]));
    for at in order {
        let more = wanted[at].saturating_sub(widths[at]).min(left);
        widths[at] += more;
        left -= more;
    }
    Some(widths)
}

/// Returns every row as a card.
pub(super) fn cards(columns: &[&Column], cells: &Cells, width: u16, colour: bool) -> String {
    let mut text = String::new();
    let mut rest = cells.iter();
    for row in 0..cells.len() / columns.len() {
        if row > 0 {
            text.push('\n');
        }
        let row: Vec<Cell<'_>> = rest.by_ref().take(columns.len()).collect();
        card::lines(&mut text, columns, &row, Some(width), colour);
    }
    text
}

/// Puts marks around every word, line by line.
fn marked(text: &str, mark: char, wanted: bool) -> comfy_table::Cell {
    if !wanted {
        return comfy_table::Cell::new(text);
    }
    let words = |line: &str| line.split(' ').map(|word| format!("{mark}{word}{END}")).collect::<Vec<_>>().join(" ");
    comfy_table::Cell::new_owned(text.split('\n').map(words).collect::<Vec<_>>().join("\n"))
}

/// Appends a line with colours in place of its marks. A mark without its fellow on the line is dropped.
fn painted(text: &mut String, line: &str) {
    let mut rest = line;
    while let Some(start) = rest.find([STATE, HEADING, END]) {
        text.push_str(&rest[..start]);
        let after = &rest[start + STATE.len_utf8()..];
        let style = if rest[start..].starts_with(HEADING) { Some(paint::heading()) } else { None };
        match after.find([STATE, HEADING, END]) {
            Some(end) if !rest[start..].starts_with(END) && after[end..].starts_with(END) => {
                let word = &after[..end];
                push(text, &style.unwrap_or_else(|| paint::state(word)).apply_to(word));
                rest = &after[end + END.len_utf8()..];
            }
            _ => rest = after,
        }
    }
    text.push_str(rest);
}
