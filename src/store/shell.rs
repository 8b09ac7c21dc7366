//! Words for a shell: hints are commands that can be pasted as they stand.

use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Writes a path as one word of a shell command.
///
/// In single quotes; a path with control characters, or with bytes that are no text, in `$'…'`, which shells since
/// POSIX.1-2024 read.
pub(super) fn quoted(path: &Path) -> String {
    match path.to_str() {
        Some(text) if !text.contains(char::is_control) => format!("'{}'", text.replace('\'', r"'\''")),
        _ => {
            let mut word = String::from("$'");
            for byte in path.as_os_str().as_bytes() {
                match byte {
                    b'\'' | b'\\' => word.extend(['\\', char::from(*byte)]),
                    b' '..=b'~' => word.push(char::from(*byte)),
                    // Octal with all three digits, since hexadecimal would swallow a digit that follows.
                    _ => write!(word, "\\{byte:03o}").unwrap_or_default(),
                }
            }
            word.push('\'');
            word
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::process::Command;

    use super::*;

    #[test]
    fn a_quoted_path_is_one_word_and_the_same_path() {
        let cases: [(&[u8], &str); 6] = [
            (b"/srv/tokctl.db", "'/srv/tokctl.db'"),
            (b"/srv/a b/$(id)`id`\"*", "'/srv/a b/$(id)`id`\"*'"),
            (b"/srv/ann's", r"'/srv/ann'\''s'"),
            ("/srv/größe".as_bytes(), "'/srv/größe'"),
            (b"/srv/a\n1\x1b[31m'\\", r"$'/srv/a\0121\033[31m\'\\'"),
            (b"/srv/\xff1", r"$'/srv/\3771'"),
        ];
        for (path, word) in cases {
            assert_eq!(quoted(Path::new(OsStr::from_bytes(path))), word);
            let printed = Command::new("bash").args(["-c", &format!("printf %s {word}")]).output().unwrap();
            assert_eq!(printed.stdout, path, "{word}");
        }
    }
}
