//! One thing by itself: a line for each of its columns.

use super::cells::{Cell, Cells};
use super::paint;
use super::sheet::{Column, Format, Page, Sheet};
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
    let cells = cells(page, values, &chosen);
    let mut text = String::new();
    lines(&mut text, &columns, &cells.iter().collect::<Vec<_>>(), page.terminal, page.colour);
    text
}

/// Returns the same in parts, a blank line between them: of each part the columns of these keys that have something to say.
pub(super) fn in_parts(page: &Page, sheet: &Sheet, values: &[Value<'_>], parts: &[&[&str]]) -> String {
    let says = |column: &usize| !at(values, *column).is_empty();
    let places = |keys: &[&str]| keys.iter().filter_map(|key| sheet.position(key)).filter(says).collect();
    let parts: Vec<Vec<usize>> = parts.iter().map(|keys| places(keys)).collect();
    let indent = parts.iter().flatten().map(|place| sheet.columns[*place].title.len()).max().unwrap_or(0) + 3;
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        let columns: Vec<_> = part.iter().map(|place| &sheet.columns[*place]).collect();
        let cells = cells(page, values, part);
        indented(&mut text, &columns, &cells.iter().collect::<Vec<_>>(), indent, page);
    }
    text
}

/// Makes the cells of these columns.
fn cells(page: &Page, values: &[Value<'_>], columns: &[usize]) -> Cells {
    let mut cells = Cells::default();
    for column in columns {
        match at(values, *column) {
            Value::Lines { lines, .. } => cells.push_lines(lines),
            value => cells.push(value, page.hint_from()),
        }
    }
    cells
}

/// The least room beside the titles in which it is worth while to break lines.
const LEAST: usize = 16;

/// How far in a word begins that stands below its title, since it is too wide beside it.
const BELOW: usize = 4;

/// Says whether a text is one word, such as a path or a hash, that a line of its own has room for: whoever copies it wants it
/// whole.
fn is_whole_below(text: &str, width: usize) -> bool {
    !text.contains(' ') && console::measure_text_width(text) + BELOW <= width
}

/// Appends a line for each column: its heading in lower case, a colon, the cell. On a terminal, what is too wide goes on below
/// itself.
pub(super) fn lines(text: &mut String, columns: &[&Column], cells: &[Cell<'_>], terminal: Option<u16>, colour: bool) {
    let indent = columns.iter().map(|column| column.title.len()).max().unwrap_or(0) + 3;
    let page = Page { terminal, colour, ..Page::new(Format::Table) };
    indented(text, columns, cells, indent, &page);
}

/// Appends them so that every cell begins as far from the left.
fn indented(text: &mut String, columns: &[&Column], cells: &[Cell<'_>], indent: usize, page: &Page) {
    let (terminal, colour) = (page.terminal, page.colour);
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
        } else {
            let below = format!("\n{}", " ".repeat(indent));
            for (at, line) in cell.text.split('\n').enumerate() {
                if at > 0 {
                    text.push_str(&below);
                }
                match room.filter(|room| cell.width > *room) {
                    Some(room) if is_whole_below(line, room + indent) => {
                        text.truncate(text.trim_end_matches(' ').len());
                        text.push('\n');
                        text.push_str(&" ".repeat(BELOW));
                        text.push_str(line);
                    }
                    Some(room) => text.push_str(&wrapped(line, room, Breaks::Parts).replace('\n', &below)),
                    None => text.push_str(line),
                }
            }
        }
        // A name may end in blanks of its own.
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}
