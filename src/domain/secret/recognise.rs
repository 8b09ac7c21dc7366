//! Telling text that holds or begins a secret from other text, so that a leaked one is refused and not echoed.
//!
//! Looks at the form alone and errs on the side of suspicion: a damaged or unfinished secret counts, and so does one
//! of GitLab's own with a prefix of ours. A secret inside base64 or percent-encoding is not seen.

use super::form;

/// A payload's first random characters in a row, which no everyday word has after a prefix.
const ROW: usize = 20;

/// Says whether a word of the command line, or a name, begins like a secret or has one in it.
///
/// A prefix and one more character are enough at the beginning of the word and after every `=`; elsewhere the first
/// 20 random characters must follow it, as in `https://user:SECRET@host/`.
#[must_use]
pub fn looks_like_secret(text: &str) -> bool {
    text.split('=').any(begins_like_secret) || holds_secret(text.as_bytes())
}

fn begins_like_secret(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).as_bytes();
    let starts =
        |text| form::split_prefix(text).is_some_and(|(_, rest)| rest.first().is_some_and(|byte| is_payload(*byte)));
    starts(text) || form::after_instance(text).is_some_and(starts)
}

fn holds_secret(text: &[u8]) -> bool {
    (0..text.len())
        .filter_map(|at| form::split_prefix(&text[at..]))
        .any(|(_, rest)| rest.get(..ROW).is_some_and(|row| row.iter().all(|byte| form::ALPHABET.contains(byte))))
}

/// Says whether a byte can stand in the payload of a secret of GitLab's, whose alphabet is wider than ours.
fn is_payload(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secret::tests::{R20, minted};

    #[test]
    fn whatever_begins_like_a_secret_is_seen() {
        for text in [
            "glpat-x",
            "gldt-1",
            "glrt-A",
            "GR1348941x",
            "glcbt-64_x",
            "glcbt-fffff_x",
            "gloas-x",
            "glpat-0",
            "glpat-_",
            "acme-glpat-x",
            "acme-GR1348941x",
            "--name=gldt-x",
            "TOKEN=gldt-x",
            "TOKEN=acme-gldt-x",
            "TOKEN=\"gldt-x\"",
            "--env=TOKEN=gldt-x",
            " gldt-x",
            "'gldt-x",
        ] {
            assert!(looks_like_secret(text), "{text}");
        }
    }

    #[test]
    fn everyday_words_are_not_taken_for_secrets() {
        for text in [
            "",
            "create",
            "deploy",
            "deploy-token-7",
            "gitlab-deploy-token",
            "gitlab+deploy-token-7",
            "ghost",
            "project_1_bot",
            "grp/app",
            "--project=grp/app",
            "glpat",
            "glpat-",
            "gldt-*",
            "gldt-…",
            "--name=gldt-*",
            "GR1348941",
            "glcbt-64_",
            "glcbt-x",
            "glcbt-123456_x",
            "GLPAT-x",
            "glsa_x",
            "glagent-x",
            "notes/gldt-migration.txt",
            "https://u@h/gldt-migration.git",
            "about the glpat-prefix",
            "my_glrt-runner",
            "a-b-gldt-x",
        ] {
            assert!(!looks_like_secret(text), "{text}");
        }
    }

    #[test]
    fn a_secret_is_seen_wherever_it_stands() {
        for form in form::Form::all() {
            let secret = minted(form);
            let secret = str::from_utf8(secret.expose()).unwrap();
            for (before, after) in [
                ("", ""),
                ("acme-", ""),
                ("a-b-", ""),
                ("x", ""),
                ("-p", ""),
                ("@", ""),
                ("--name=", ""),
                ("TOKEN=", ""),
                ("https://u:", "@host/x.git"),
                ("PRIVATE-TOKEN: ", ""),
                ("é", "é"),
                ("{\"token\":\"", "\"}"),
            ] {
                assert!(looks_like_secret(&format!("{before}{secret}{after}")), "{form:?} after `{before}`");
            }
        }
    }

    #[test]
    fn a_damaged_secret_inside_a_word_is_seen_while_its_first_20_characters_stand() {
        let prefix = "gldt-";
        assert!(looks_like_secret(&format!("https://u:{prefix}{R20}@h")));
        assert!(!looks_like_secret(&format!("https://u:{prefix}{}@h", &R20[1..])));
    }
}
