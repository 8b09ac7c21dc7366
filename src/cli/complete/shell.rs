//! The shells: how each hands over the words before the cursor, and how it wants to have the candidates.
//!
//! A name may hold anything that can be seen: blanks, quotes, `$(…)`. zsh, fish and elvish quote what they insert; for bash
//! and PowerShell it is quoted here, so that accepting a candidate never writes anything that would be carried out.

use super::words::{Typed, split};

/// A shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    Power,
}

/// The words of a command line up to the cursor.
pub(super) struct Words {
    /// Those before the one at the cursor, without the program's own name.
    pub(super) before: Vec<String>,
    /// The one at the cursor, as far as it was typed.
    pub(super) at: String,
    /// How bash holds it.
    typed: Option<Typed>,
}

impl Shell {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "bash" => Self::Bash,
            "zsh" => Self::Zsh,
            "fish" => Self::Fish,
            "elvish" => Self::Elvish,
            "powershell" => Self::Power,
            _ => return None,
        })
    }

    /// Reads what the shell's script hands over: `=` and the word at the cursor, then the words before it. bash, which parts
    /// words at `:` and `=` too, hands over the part at the cursor and the whole line.
    pub(super) fn words(self, at: &str, rest: &[String], home: Option<&str>) -> Option<Words> {
        let at = at.strip_prefix('=')?;
        if self == Self::Bash {
            let (before, typed) = split(rest.first()?, at, home);
            let before = before.into_iter().skip(1).collect();
            return Some(Words { before, at: typed.word.clone(), typed: Some(typed) });
        }
        let before = without_redirections(rest.iter().skip(1));
        Some(Words { before, at: at.to_owned(), typed: None })
    }

    /// Returns the line by which a candidate is handed to the shell's script; `None` for one that cannot be typed there.
    pub(super) fn line(self, value: &str, about: &str, words: &Words) -> Option<String> {
        if value.chars().any(char::is_control) {
            return None;
        }
        let value = match (self, &words.typed) {
            (Self::Bash, Some(typed)) => typed.replacement(value)?,
            (Self::Power, _) => quoted_for_powershell(value),
            _ => value.to_owned(),
        };
        Some(if about.is_empty() { value } else { format!("{value}\t{about}") })
    }
}

/// Leaves out `<file` and its like, which are not the program's to read.
fn without_redirections<'w>(words: impl Iterator<Item = &'w String>) -> Vec<String> {
    let mut kept = Vec::new();
    let mut is_target = false;
    for word in words {
        let operator = word.trim_start_matches(|digit: char| digit.is_ascii_digit());
        if is_target {
            is_target = false;
        } else if operator.starts_with(['<', '>']) {
            is_target = operator.trim_start_matches(['<', '>', '|', '&']).is_empty();
        } else {
            kept.push(word.clone());
        }
    }
    kept
}

fn quoted_for_powershell(value: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./:=+%".contains(character);
    // PowerShell takes some typographic quotes for plain ones.
    let doubled = |character: char| matches!(character, '\'' | '\u{2018}'..='\u{201b}');
    if !value.is_empty() && value.chars().all(plain) {
        return value.to_owned();
    }
    let mut quoted = String::from("'");
    for character in value.chars() {
        quoted.extend(doubled(character).then_some(character));
        quoted.push(character);
    }
    quoted.push('\'');
    quoted
}
