//! One thing by itself: a line for each of its columns.

use super::cells::{Cell, Cells};
use super::paint;
use super::sheet::{Column, Page, Sheet};
use super::text::push;
use super::value::{Value, at};

/// Returns the card of one thing: every column that has something to say, those included that tables hide, unless the
/// page names some.
pub(super) fn text(page: &Page, sheet: &Sheet, values: &[Value<'_>]) -> String {
    let says = |column: &usize| !at(values, *column).is_empty();
    let chosen =
        if page.columns.is_empty() { (0..sheet.columns.len()).filter(says).collect() } else { sheet.chosen(page) };
    let columns: Vec<_> = chosen.iter().map(|at| &sheet.columns[*at]).collect();
    let mut cells = Cells::default();
    for column in chosen {
        cells.push_whole(at(values, column), page.hint_from());
    }
    let mut text = String::new();
    lines(&mut text, &columns, &cells.iter().collect::<Vec<_>>(), page.colour);
    text
}

/// Appends a line for each column: its heading in lower case, a colon, the cell.
pub(super) fn lines(text: &mut String, columns: &[&Column], cells: &[Cell<'_>], colour: bool) {
    let width = columns.iter().map(|column| column.title.len()).max().unwrap_or(0) + 1;
    for (column, cell) in columns.iter().zip(cells) {
        let title = format!("{}:", column.title.to_ascii_lowercase());
        let blanks = " ".repeat(width + 2 - title.len());
        if colour {
            push(text, &paint::heading().apply_to(&title));
        } else {
            text.push_str(&title);
        }
        text.push_str(&blanks);
        if colour && cell.is_state {
            push(text, &paint::state(cell.text).apply_to(cell.text));
        } else {
            text.push_str(cell.text);
        }
        // A name may end in blanks of its own.
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}
