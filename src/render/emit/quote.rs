//! Names inside quotes, so that none of them ends where it should not: for a POSIX shell, for TOML and YAML.

use crate::domain::name::is_invisible;
use crate::render::text::push;

/// Quotes a text for a POSIX shell: nothing has a meaning between single quotes but the next one.
pub(crate) fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Makes a text one word of a POSIX shell, in quotes only where it needs them.
pub(crate) fn word(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./+@:,=".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) { text.to_owned() } else { shell(text) }
}

/// Quotes a text for TOML (basic strings) and for YAML (double-quoted scalars), which agree on these escapes.
pub(super) fn double(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            hidden if is_invisible(hidden) => push(&mut quoted, &format_args!("\\U{:08x}", u32::from(hidden))),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_only_where_it_needs_it() {
        let cases = [("./a/b-1.txt", "./a/b-1.txt"), ("no dir", "'no dir'"), ("", "''"), ("~/a", "'~/a'")];
        for (text, expected) in cases {
            assert_eq!(word(text), expected);
        }
    }

    #[test]
    fn no_name_breaks_out_of_its_quotes() {
        let cases = [
            ("ci", "'ci'", "\"ci\""),
            ("it's", r"'it'\''s'", "\"it's\""),
            ("a\"b\\c", "'a\"b\\c'", r#""a\"b\\c""#),
            ("$(id) `id` ; #", "'$(id) `id` ; #'", "\"$(id) `id` ; #\""),
            ("a\u{202e}b", "'a\u{202e}b'", "\"a\\U0000202eb\""),
            ("a\u{ffff}b", "'a\u{ffff}b'", "\"a\\U0000ffffb\""),
        ];
        for (text, in_shell, in_double) in cases {
            assert_eq!((shell(text), double(text)), (in_shell.to_owned(), in_double.to_owned()));
        }
    }
}
