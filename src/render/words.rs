//! Words for people in lines of a width: broken between words, never in what is typed as it stands.

use console::measure_text_width;

/// What stands before commands that are typed as they stand, without backticks: these lines are left to the terminal, since
/// one that is broken here would be pasted in pieces.
const TYPED: [&str; 7] =
    ["next: ", "hint: sudo ", "hint: chmod ", "hint: chown ", "hint: rm ", "hint: rmdir ", "hint: mv "];

/// Breaks each line of a text that is wider than a width. What goes on stands a little further in than its line began; what
/// is in backticks, a command, and a word that is wider by itself, stay whole.
#[must_use]
pub fn filled(text: &str, width: usize) -> String {
    let mut is_typed = false;
    let line = |line: &str| {
        // A line that is further in goes on with what was typed before.
        is_typed = TYPED.iter().any(|begin| line.starts_with(begin)) || (is_typed && line.starts_with("      "));
        if is_typed { line.to_owned() } else { fill(line, width) }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn fill(line: &str, width: usize) -> String {
    if measure_text_width(line) <= width {
        return line.to_owned();
    }
    let indent = line.len() - line.trim_start_matches(' ').len();
    let further = " ".repeat((indent + 2).min(width / 2));
    let (mut filled, mut used) = (line[..indent].to_owned(), indent);
    for (at, piece) in pieces(line.trim_start_matches(' ')).enumerate() {
        let wide = measure_text_width(piece.trim_end_matches(' '));
        if at > 0 && used + wide > width {
            filled.truncate(filled.trim_end_matches(' ').len());
            filled.push('\n');
            filled.push_str(&further);
            used = further.len();
        }
        filled.push_str(piece);
        used += measure_text_width(piece);
    }
    filled
}

/// Cuts a line into words with the blanks behind them; what is in backticks is one word with what hangs on it.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let (mut is_typed, mut is_over) = (false, false);
        let end = rest.char_indices().find(|(at, character)| {
            if *character == '`' {
                // One that nothing closes is a character like others.
                is_typed = !is_typed && rest[at + 1..].contains('`');
            }
            let ends = is_over && *character != ' ';
            is_over = *character == ' ' && !is_typed;
            ends
        });
        let (piece, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_in_what_is_typed() {
        let cases = [
            ("short", 10, "short"),
            ("made the store with you", 12, "made the\n  store with\n  you"),
            ("hint: `tokctl list --all` shows them", 20, "hint:\n  `tokctl list --all`\n  shows them"),
            ("hint: `tokctl list --all`, then go", 14, "hint:\n  `tokctl list --all`,\n  then go"),
            ("  why it is so", 10, "  why it\n    is so"),
            ("error: x\n  because of that", 12, "error: x\n  because of\n    that"),
            ("a `b c d e", 6, "a `b c\n  d e"),
            ("aaaaaaaaaaaa b", 5, "aaaaaaaaaaaa\n  b"),
            ("日本 日本 日本", 7, "日本\n  日本\n  日本"),
            ("next: curl --netrc-file a\n      curl b c", 9, "next: curl --netrc-file a\n      curl b c"),
            ("hint: chmod 600 'a b c'", 9, "hint: chmod 600 'a b c'"),
            ("a  b", 3, "a\n b"),
            ("", 5, ""),
        ];
        for (text, width, lines) in cases {
            assert_eq!(filled(text, width), lines, "{text} {width}");
        }
    }
}
