//! Text broken into lines: between words, else behind what joins the parts of a word, else anywhere. A command in backticks
//! stays whole where a line has room for it.

/// Says where a line may be broken before a word has to be torn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Between words, but for a few in parentheses.
    Words,
    /// Behind a slash or a hyphen too, where a letter follows.
    Parts,
    /// Between those in parentheses too.
    AllWords,
    /// Behind an underscore and a colon too, and before the time of day of an instant.
    AllParts,
    /// As parts, and behind a comma and an equals sign too: what a command or a list has that is too wide for a line.
    Lists,
}

impl Breaks {
    fn is_behind(self, joint: char) -> bool {
        match joint {
            '/' | '-' => self != Self::Words,
            '_' | ':' => self == Self::AllParts,
            ',' | '=' => self == Self::Lists,
            _ => false,
        }
    }

    /// Returns how a piece is broken that is too wide for a line, one after the other while it is: a command between its words
    /// first.
    fn finer(self) -> &'static [Self] {
        match self {
            Self::AllParts => &[Self::Words, Self::Lists, Self::AllParts],
            _ => &[Self::Words, Self::Parts, Self::Lists, Self::AllParts],
        }
    }

    /// Returns how far a text stays in one piece that begins with a parenthesis: `(in 13 months)` reads best so.
    fn glued(self, text: &str) -> usize {
        const FEW: usize = 15;
        match text.char_indices().take(FEW).find(|(_, character)| *character == ')') {
            Some((end, _)) if matches!(self, Self::Words | Self::Parts) => end,
            _ => 0,
        }
    }
}

/// Returns the width in which no piece has to be torn.
pub(super) fn widest(text: &str, breaks: Breaks) -> usize {
    pieces(text, breaks, true).map(|piece| width(piece.trim_end_matches(' '))).max().unwrap_or_default()
}

/// Breaks text into lines of a width. What is wider than that in one piece is broken where it would not be else, and torn where
/// nothing joins its parts.
pub(super) fn wrapped(text: &str, most: usize, breaks: Breaks) -> String {
    let mut lines = String::with_capacity(text.len() + 8);
    let mut used = 0;
    put(&mut lines, &mut used, most, &mut pieces(text, breaks, true), breaks.finer());
    lines.truncate(lines.trim_end_matches(' ').len());
    lines
}

/// Appends pieces to lines of which the last one has something in it already; `finer` says how those are broken that are too
/// wide.
fn put(lines: &mut String, used: &mut usize, most: usize, among: &mut dyn Iterator<Item = &str>, finer: &[Breaks]) {
    for piece in among {
        let word = piece.trim_end_matches(' ');
        if let [breaks, finer @ ..] = finer
            && width(word) > most
        {
            put(lines, used, most, &mut pieces(piece, *breaks, false), finer);
            continue;
        }
        if *used > 0 && *used + width(word) > most {
            begin_line(lines, used);
        }
        let mut rest = word;
        while width(rest) > most - *used {
            let fits = beginning(rest, most - *used);
            lines.push_str(&rest[..fits]);
            rest = &rest[fits..];
            *used = most;
            if !rest.is_empty() {
                begin_line(lines, used);
            }
        }
        lines.push_str(rest);
        lines.push_str(&piece[word.len()..]);
        *used += width(rest) + piece.len() - word.len();
        // Blanks alone fill a line up, and are none of the next.
        *used = (*used).min(most);
    }
}

fn begin_line(lines: &mut String, used: &mut usize) {
    lines.truncate(lines.trim_end_matches(' ').len());
    lines.push('\n');
    *used = 0;
}

/// Cuts text into what stays whole, each piece with the blanks behind it; a command in backticks, too, where it is wanted so.
fn pieces(text: &str, breaks: Breaks, has_whole_commands: bool) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, after) = rest.split_at(end_of_piece(rest, breaks, has_whole_commands));
        rest = after;
        Some(piece)
    })
}

fn end_of_piece(text: &str, breaks: Breaks, has_whole_commands: bool) -> usize {
    let (mut before, mut glued) = (None, 0);
    for (at, character) in text.char_indices() {
        if character == '(' {
            glued = glued.max(at + breaks.glued(&text[at..]));
        }
        if character == '`' && at >= glued && has_whole_commands {
            // One that nothing closes is a character like others.
            glued = text[at + 1..].find('`').map_or(glued, |length| at + length + 2);
        }
        let is_inside = at < glued && !matches!(character, '(' | '`');
        let ends = match before {
            _ if is_inside => false,
            Some(' ') => character != ' ',
            Some('T') if character.is_ascii_digit() => breaks == Breaks::AllParts && is_behind_date(&text[..at]),
            Some(joint) => at > 1 && breaks.is_behind(joint) && character.is_alphabetic(),
            None => false,
        };
        if ends {
            return at;
        }
        before = Some(character);
    }
    text.len()
}

/// Says whether a piece is the date of an instant, the `T` behind it included.
fn is_behind_date(piece: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    piece.len() == 11 && piece.trim_end_matches('T').split('-').all(digits)
}

/// Returns how many bytes of a text fit in a width: one character at least, and what stands on it or joins it.
fn beginning(text: &str, most: usize) -> usize {
    const JOINER: char = '\u{200d}';
    let mut before = JOINER;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let stands_alone = before != JOINER && width(&text[at..end]) > 0;
        if stands_alone && width(&text[..end]) > most {
            return at;
        }
        before = character;
    }
    text.len()
}

fn width(text: &str) -> usize {
    console::measure_text_width(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_then_behind_joints_then_anywhere() {
        use Breaks::{AllParts, AllWords, Parts, Words};
        let cases = [
            ("read_api write_api", 18, Words, "read_api write_api"),
            ("read_api write_api", 17, Words, "read_api\nwrite_api"),
            ("read_api write_api", 17, AllParts, "read_api write_\napi"),
            ("read_api", 5, AllParts, "read_\napi"),
            ("read_api", 5, Parts, "read_\napi"),
            ("read_api", 4, Parts, "read\n_api"),
            ("platform/registry", 9, Parts, "platform/\nregistry"),
            ("project-access", 8, Parts, "project-\naccess"),
            ("2027-01-31 (in 3 months)", 12, AllParts, "2027-01-31\n(in 3\nmonths)"),
            ("2027-01-31 (in 3 months)", 13, Parts, "2027-01-31\n(in 3 months)"),
            ("2027-01-31 (in 3 months)", 17, AllWords, "2027-01-31 (in 3\nmonths)"),
            ("2027-01-31 (in 3 months)", 23, Words, "2027-01-31\n(in 3 months)"),
            ("mirror (do not touch it at all)", 20, Words, "mirror (do not touch\nit at all)"),
            ("a (b", 3, Words, "a\n(b"),
            ("a-b/c-d", 4, Parts, "a-b/\nc-d"),
            ("-flag /root", 6, Parts, "-flag\n/root"),
            ("日本語のレジストリ", 6, Words, "日本語\nのレジ\nストリ"),
            ("日本語", 1, Words, "日\n本\n語"),
            ("e\u{301}e\u{301}e\u{301}", 2, Words, "e\u{301}e\u{301}\ne\u{301}"),
            ("a  b", 2, Words, "a\nb"),
            ("it: `a b c` helps", 9, Words, "it:\n`a b c`\nhelps"),
            ("it: `a b c` helps", 6, Words, "it: `a\nb c`\nhelps"),
            ("it: ` b c helps", 6, Words, "it: `\nb c\nhelps"),
            ("`a --to grp/app`, or", 16, Parts, "`a --to\ngrp/app`, or"),
            ("of hohenstein-waldburg", 12, Words, "of\nhohenstein-\nwaldburg"),
            ("-s read_api,write_api", 12, Words, "-s read_api,\nwrite_api"),
            ("-s read_api,write_api", 8, Words, "-s read_\napi,\nwrite_\napi"),
            ("a   ", 2, Words, "a"),
            ("", 4, Words, ""),
        ];
        for (text, most, breaks, lines) in cases {
            assert_eq!(wrapped(text, most, breaks), lines, "{text} {most} {breaks:?}");
        }
    }

    #[test]
    fn nothing_gets_lost_and_no_line_is_too_wide() {
        let text =
            "nightly/build of the 日本語のレジストリ mirror_of-everything (do not touch) aaaaaaaaaaaaaaaaaaaaaaaa 👩‍💻 x";
        let bare = |text: &str| text.replace(['\n', ' '], "");
        for breaks in [Breaks::Words, Breaks::Parts, Breaks::AllWords, Breaks::AllParts] {
            for most in 4..60 {
                let lines = wrapped(text, most, breaks);
                assert_eq!(bare(&lines), bare(text));
                let fits = |line: &str| width(line) <= most || line.contains('\u{200d}');
                assert!(lines.lines().all(fits), "{most} {lines}");
                let whole = widest(text, breaks) <= most;
                let torn = lines.lines().any(|line| line.ends_with("aaa") && width(line) < 24);
                assert!(!(whole && torn), "{most} {lines}");
            }
        }
    }
}
