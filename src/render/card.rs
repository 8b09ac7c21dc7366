//! One thing by itself: a line for each of its columns.

use super::cells::{Cell, Cells};
use super::paint;
use super::sheet::{Column, Page, Sheet};
use super::text::push;
use super::value::{Value, at};
use super::wrap::{Breaks, wrapped};

/// Returns the card of one thing: every column that has something to say, those included that tables hide, unless the
/// page names some.
pub(super) fn text(page: &Page, sheet: &Sheet, values: &[Value<'_>]) -> String {
    let says = |column: &usize| !at(values, *column).is_empty();
    let chosen =
        if page.columns.is_empty() { (0..sheet.columns.len()).filter(says).collect() } else { sheet.chosen(page) };
    let columns: Vec<_> = chosen.iter().map(|at| &sheet.columns[*at]).collect();
    let mut cells = Cells::default();
    for column in chosen {
        cells.push(at(values, column), page.hint_from());
    }
    let mut text = String::new();
    lines(&mut text, &columns, &cells.iter().collect::<Vec<_>>(), page.terminal, page.colour);
    text
}

/// The least room beside the titles in which it is worth while to break lines.
const LEAST: usize = 16;

/// Appends a line for each column: its heading in lower case, a colon, the cell. On a terminal, what is too wide goes on below
/// itself.
pub(super) fn lines(text: &mut String, columns: &[&Column], cells: &[Cell<'_>], terminal: Option<u16>, colour: bool) {
    let indent = columns.iter().map(|column| column.title.len()).max().unwrap_or(0) + 3;
    let room = terminal.map(|width| usize::from(width).saturating_sub(indent)).filter(|room| *room >= LEAST);
    for (column, cell) in columns.iter().zip(cells) {
        let title = format!("{}:", column.title.to_ascii_lowercase());
        let blanks = " ".repeat(indent - title.len());
        if colour {
            push(text, &paint::heading().apply_to(&title));
        } else {
            text.push_str(&title);
        }
        text.push_str(&blanks);
        if colour && cell.is_state {
            push(text, &paint::state(cell.text).apply_to(cell.text));
        } else if let Some(room) = room.filter(|room| cell.width > *room) {
            text.push_str(&wrapped(cell.text, room, Breaks::Parts).replace('\n', &format!("\n{}", " ".repeat(indent))));
        } else {
            text.push_str(cell.text);
        }
        // A name may end in blanks of its own.
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}
