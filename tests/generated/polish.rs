//! The last touch to a page of the manual: what the crate writes that reads badly at 80 columns, or that `mandoc -T lint` has
//! a word against.

use regex::{Captures, Regex};

/// The longest line of input that mandoc has nothing against.
const WIDEST: usize = 80;

/// Returns a page with short lines, and without what is superfluous in it.
pub(super) fn polished(page: &[u8]) -> String {
    let page = std::str::from_utf8(page).unwrap();
    let values = Regex::new(r"(?s)\.br\n\n\.br\n\\fIPossible values:\\fR\n\.RS 14\n(.*?)\.RE\n").unwrap();
    let page = values.replace_all(page, |found: &Captures<'_>| possible(&found[1]));
    let page = Regex::new(r"\\fI<(.*?)>(\.\.\.)?\\fR").unwrap().replace_all(&page, r"\fI$1\fR$2");
    let quoted = Regex::new("`([^`]*)`").unwrap();
    let (mut lines, mut section, mut is_filled, mut is_tag) = (Vec::<String>::new(), "", true, false);
    for line in page.lines().map(str::trim_end) {
        if line.starts_with(".ie ") || line.starts_with(".el ") {
            // The quote is defined once.
            if !lines.iter().any(|known| known == line) {
                lines.push(line.to_owned());
            }
            continue;
        }
        section = line.strip_prefix(".SH ").unwrap_or(section);
        is_filled = line == ".fi" || is_filled && line != ".nf";
        if !is_filled || is_tag || line.starts_with('.') {
            lines.push(line.to_owned());
        } else {
            // Programs read the name of the page, and know no fonts.
            let marked = if section == "NAME" { "$1" } else { r"\fB$1\fR" };
            lines.extend(broken(&quoted.replace_all(line, marked)));
        }
        is_tag = line == ".TP";
    }
    lines.join("\n") + "\n"
}

/// Writes the values that an option can have: words in one sentence, words with their meanings in a list.
fn possible(items: &str) -> String {
    let values: Vec<&str> = items.lines().filter(|line| !line.starts_with('.')).collect();
    if values.iter().any(|value| value.contains(": ")) {
        let items: Vec<String> = values.iter().map(|value| format!(".IP \\(bu 2\n{value}\n")).collect();
        return format!(".RS 7\n.PD 0\n{}.PD\n.RE\n", items.concat());
    }
    format!(".br\nPossible values: {}.\n", values.join(", "))
}

/// Breaks a line between words; none of them begins like a request.
fn broken(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let last = lines.len() - 1;
        let is_request = word.starts_with(['.', '\'']);
        if !lines[last].is_empty() && lines[last].len() + 1 + word.len() > WIDEST && !is_request {
            lines.push(word.to_owned());
        } else {
            let blank = if lines[last].is_empty() { "" } else { " " };
            lines[last] += blank;
            lines[last] += word;
        }
    }
    lines
}
