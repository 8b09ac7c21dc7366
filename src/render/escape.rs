//! Makes text harmless for one line of a terminal, and shows what would not be seen.
//!
//! Names come from anywhere: a control character can move the cursor or set a title, a bidi control can turn a name round
//! ("Trojan Source", CVE-2021-42574), an invisible one can make two names look alike. Each becomes its number in the form
//! `\u{1b}`. A backslash stays as it is: whether `\u{1b}` was typed so or stands for the character, JSON tells exactly.

use std::borrow::Cow;

use super::text::push;
use crate::domain::name::is_invisible;

/// Returns the text with every character visible that a terminal would obey or not show; other text comes back as it is.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    let Some(first) = first_hidden(text) else { return Cow::Borrowed(text) };
    let mut escaped = String::with_capacity(text.len() + 16);
    escaped.push_str(&text[..first]);
    for character in text[first..].chars() {
        if is_invisible(character) {
            escaped.extend(character.escape_unicode());
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

/// Returns JSON with the same characters written as `\u` and four digits, which reads back as the same text.
#[must_use]
pub fn json(text: &str) -> Cow<'_, str> {
    if first_hidden(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_invisible(character) {
            // Two of them where sixteen bits do not hold it.
            for unit in character.encode_utf16(&mut [0; 2]) {
                push(&mut escaped, &format_args!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

/// Returns a line as HTML shows it, between tags and in attributes: nothing in it is markup, and nothing stays unseen.
#[must_use]
pub fn html(text: &str) -> Cow<'_, str> {
    let text = line(text);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

/// Returns where the first character stands that [`line()`] would not leave as it is.
pub(super) fn first_hidden(text: &str) -> Option<usize> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    text.char_indices().find(|(_, character)| is_invisible(*character)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_or_hides_becomes_visible() {
        let cases = [
            ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
            ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
            ("a\r\nb\tc\0", "a\\u{d}\\u{a}b\\u{9}c\\u{0}"),
            ("\u{7f}\u{80}\u{9b}31m\u{9f}", "\\u{7f}\\u{80}\\u{9b}31m\\u{9f}"),
            ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
            ("\u{202e}gpj.exe\u{202c}", "\\u{202e}gpj.exe\\u{202c}"),
            ("\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}"),
            ("ad\u{200b}min\u{feff}", "ad\\u{200b}min\\u{feff}"),
            ("\u{e0041}", "\\u{e0041}"),
        ];
        for (text, escaped) in cases {
            assert_eq!(line(text), escaped);
        }
    }

    #[test]
    fn printable_text_stays_as_it_is() {
        for text in ["", "ci", "  two  ", r"C:\u{1b}", "Grüße", "日本語", "שלום", "👩‍💻", "❤️", "می‌خواهم", "e\u{301}"]
        {
            assert!(matches!(line(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn nothing_in_html_is_markup() {
        let cases = [
            ("plain", "plain"),
            ("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
            ("\" onload=\"x", "&quot; onload=&quot;x"),
            ("&lt;", "&amp;lt;"),
            ("\u{202e}a", "\\u{202e}a"),
        ];
        for (text, escaped) in cases {
            assert_eq!(html(text), escaped);
        }
    }

    #[test]
    fn no_escaped_text_needs_escaping() {
        for character in '\0'..=char::MAX {
            let escaped = line(character.encode_utf8(&mut [0; 4])).into_owned();
            assert_eq!(first_hidden(&escaped), None, "{character:?}");
            assert!(!escaped.chars().any(char::is_control), "{character:?}");
        }
    }
}
