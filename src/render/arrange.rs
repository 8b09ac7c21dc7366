//! A small table, arranged within the width of a terminal.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};

use super::card;
use super::cells::{Cell, Cells};
use super::paint;
use super::sheet::{Align, Column};
use super::text::push;

/// No word up to this width is torn apart, or up to the next where the terminal is too narrow; the longest scope fits.
const WHOLE: [usize; 3] = [24, 16, 12];
const GAP: u16 = 2;

/// Mark what is to be coloured while the lines are laid out. They have no width, and no text holds them: the escaper makes
/// these very characters visible.
const STATE: char = '\u{2061}';
const HEADING: char = '\u{2062}';
const END: char = '\u{2063}';

/// Returns the table's text. Where not even pieces of words fit next to each other, every row becomes a card.
pub(super) fn text(columns: &[&Column], cells: &Cells, width: u16, colour: bool) -> String {
    let gaps = usize::from(GAP) * columns.len().saturating_sub(1);
    let fits = |least: &Vec<usize>| least.iter().sum::<usize>() + gaps <= usize::from(width);
    let Some(least) = WHOLE.map(|whole| least(columns, cells, whole)).into_iter().find(fits) else {
        return cards(columns, cells, colour);
    };
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(columns.iter().map(|column| marked(column.title, HEADING, colour)));
    let mut rest = cells.iter();
    for _ in 0..cells.len() / columns.len() {
        let row = rest.by_ref().take(columns.len());
        table.add_row(row.map(|cell| marked(cell.text, STATE, colour && cell.is_state)));
    }
    for ((column, least), at) in columns.iter().zip(least).zip(0..) {
        let Some(drawn) = table.column_mut(at) else { continue };
        let gap = if at + 1 == columns.len() { 0 } else { GAP };
        drawn.set_padding((0, gap));
        // All of them together fit in the width, so that one alone fits in the number.
        let least = u16::try_from(least).unwrap_or(width);
        drawn.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least.saturating_add(gap))));
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

/// Returns for each column the width of its widest word, or of the piece that is kept whole of a longer one.
fn least(columns: &[&Column], cells: &Cells, whole: usize) -> Vec<usize> {
    let widest = |text: &str| text.split(' ').map(console::measure_text_width).max().unwrap_or(0);
    let mut least: Vec<_> = columns.iter().map(|column| widest(column.title)).collect();
    for (at, cell) in cells.iter().enumerate() {
        let least = &mut least[at % columns.len()];
        *least = widest(cell.text).min(whole).max(*least);
    }
    least
}

fn cards(columns: &[&Column], cells: &Cells, colour: bool) -> String {
    let mut text = String::new();
    let mut rest = cells.iter();
    for row in 0..cells.len() / columns.len() {
        if row > 0 {
            text.push('\n');
        }
        let row: Vec<Cell<'_>> = rest.by_ref().take(columns.len()).collect();
        card::lines(&mut text, columns, &row, colour);
    }
    text
}

/// Puts marks around every word, since a line may break between two.
fn marked(text: &str, mark: char, wanted: bool) -> comfy_table::Cell {
    if !wanted {
        return comfy_table::Cell::new(text);
    }
    let words: Vec<String> = text.split(' ').map(|word| format!("{mark}{word}{END}")).collect();
    comfy_table::Cell::new_owned(words.join(" "))
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
