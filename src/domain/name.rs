//! What things may be called.
//!
//! Names reach terminals, logs, CSV files and shells, so what cannot be seen or could be taken for something else is
//! refused where it comes in; every sink escapes all the same.

use super::error::{Error, Result};
use super::secret::looks_like_secret;

/// The longest name of anything, in characters. Source: GitLab's limit for deploy tokens, their usernames and users.
pub const LONGEST: usize = 255;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 1000;

/// The longest path of a group or project, in characters, with its parents'.
pub const LONGEST_PATH: usize = 1000;

/// Checks what a token, an application or a person is shown as.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where the name is empty, too long, has invisible characters or blanks at
/// its ends, is a mere number (which would read as an id), begins with `-`, or begins like a secret.
pub fn check_title(what: &str, name: &str) -> Result<()> {
    let wrong = |why: &str| Err(Error::usage(format!("this {what} cannot be used")).because(why));
    if looks_like_secret(name) {
        wrong("it begins like a secret; what was typed is now in the shell's history: revoke that token")
    } else if name.is_empty() || name.chars().count() > LONGEST {
        wrong("it needs 1 to 255 characters")
    } else if name.chars().any(is_invisible) {
        wrong("it has control or other invisible characters in it")
    } else if name.trim() != name {
        wrong("it begins or ends with a blank")
    } else if name.starts_with('-') {
        wrong("it begins with `-`, like an option")
    } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
        wrong("it is a number, which would read as an id")
    } else {
        Ok(())
    }
}

/// Checks the free text that goes with a token.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where it is too long, has invisible characters, or holds a secret.
pub fn check_note(note: &str) -> Result<()> {
    let wrong = |why: &str| Err(Error::usage("this text cannot be used").because(why));
    if note.split_whitespace().any(looks_like_secret) {
        wrong("there is a secret in it; what was typed is now in the shell's history: revoke that token")
    } else if note.chars().count() > LONGEST_NOTE {
        wrong("it is longer than 1000 characters")
    } else if note.chars().any(is_invisible) {
        wrong("it has control or other invisible characters in it")
    } else {
        Ok(())
    }
}

/// Checks a deploy token's username.
///
/// Source: GitLab 13 docs, "Deploy token custom username": `[A-Za-z0-9.+_-]`, 1 to 255 of them.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where another character is in it, or it begins like a secret.
pub fn check_deploy_username(username: &str) -> Result<()> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".+_-".contains(&byte);
    if (1..=LONGEST).contains(&username.len()) && username.bytes().all(plain) && !looks_like_secret(username) {
        Ok(())
    } else {
        Err(Error::usage("this username cannot be used")
            .because("a deploy token's username has 1 to 255 of the characters A-Z a-z 0-9 . + _ -"))
    }
}

/// Checks a person's username. The names of the Ghost User and of bot users are reserved.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where it is no plain word, [`Code::Refused`](super::error::Code::Refused)
/// where it is reserved.
pub fn check_username(username: &str) -> Result<()> {
    check_segment("username", username)?;
    if username.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::usage("this username cannot be used").because("it is a number, which would read as an id"));
    }
    if is_reserved(username) {
        return Err(Error::refused("this username is reserved").because(
            "names that begin with `ghost` are the Ghost User's, `project_<n>_bot` and what follows it the bot users'",
        ));
    }
    Ok(())
}

/// Checks the name of a group at the top, which shares one room of names with users: theirs that are reserved are so for it.
///
/// # Errors
/// [`Code::Refused`](super::error::Code::Refused) where it is reserved.
pub fn check_top(name: &str) -> Result<()> {
    if is_reserved(name) {
        return Err(Error::refused(format!("the name `{name}` is reserved")).because(
            "names that begin with `ghost` are the Ghost User's, `project_<n>_bot` and what follows it the bot users'",
        ));
    }
    Ok(())
}

/// Says whether a username is kept for the Ghost User or for bot users, in upper or lower case.
#[must_use]
pub fn is_reserved(username: &str) -> bool {
    let name = username.to_ascii_lowercase();
    let of_a_bot = name.strip_prefix("project_").is_some_and(|rest| {
        let after_number = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        after_number.len() < rest.len() && after_number.starts_with("_bot")
    });
    name.starts_with("ghost") || of_a_bot
}

/// Checks one part of a path, or a username: a letter, digit or `_`, then those and `.` and `-`.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) otherwise.
pub fn check_segment(what: &str, segment: &str) -> Result<()> {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let plain = segment.bytes().next().is_some_and(word)
        && segment.bytes().all(|byte| word(byte) || byte == b'.' || byte == b'-')
        && segment.len() <= LONGEST
        && !segment.ends_with('.')
        && !segment.contains("..");
    let ending = segment.rsplit_once('.').map_or("", |(_, ending)| ending);
    // What git and feeds hang on a project's path must not be part of it. Source: GitLab's rules for paths.
    let taken = ending.eq_ignore_ascii_case("git") || ending.eq_ignore_ascii_case("atom");
    if plain && !taken && !looks_like_secret(segment) {
        Ok(())
    } else {
        Err(Error::usage(format!("this {what} cannot be used"))
            .because("it has 1 to 255 of the characters A-Z a-z 0-9 _ . -, begins with none of `.` and `-`, and does not end with `.`, `.git` or `.atom`"))
    }
}

/// Checks the whole path of a group or project, part by part.
///
/// # Errors
/// As [`check_segment`], and where it has no part, an empty one, or is too long.
pub fn check_path(what: &str, path: &str) -> Result<()> {
    if path.len() > LONGEST_PATH {
        return Err(Error::usage(format!("this {what} cannot be used")).because("it is longer than 1000 characters"));
    }
    path.split('/').try_for_each(|segment| check_segment(what, segment))
}

/// Says whether a character controls, reorders or hides, instead of showing something.
///
/// The joiners U+200C and U+200D and the variation selectors stay: Persian and emoji are spelt with them.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    match character {
        ' '..='~' => false,
        // Soft hyphen, the Arabic letter mark, Hangul's fillers, the Mongolian vowel separator.
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{180e}'
        // Zero-width space, the marks of direction.
        | '\u{200b}' | '\u{200e}' | '\u{200f}'
        // Line and paragraph separators, embeddings and overrides; invisible operators, isolates, deprecated formats.
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        // The byte order mark, annotations, shorthand and musical formats, tags.
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e007f}'
        // What is set aside to be no character at all: readers of YAML and XML refuse a file with one.
        | '\u{fdd0}'..='\u{fdef}' => true,
        other => other.is_control() || u32::from(other) & 0xfffe == 0xfffe,
    }
}

/// Returns the candidates that read much like a word that is not among them, in upper or lower case, nearest first, three
/// at most.
#[must_use]
pub fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = word.to_ascii_lowercase();
    let mut ranked: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(&word, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// Says how alike two words are, 1 for the same. The measure alone misses one slip of the finger in a short word.
fn likeness(word: &str, candidate: &str) -> f64 {
    let one_slip = word.len() > 2 && strsim::osa_distance(word, candidate) <= 1;
    let least = if is_short_for(word, candidate) {
        0.95
    } else if one_slip {
        0.9
    } else {
        0.0
    };
    strsim::jaro_winkler(word, candidate).max(least)
}

/// Says whether each part of a word begins the same part of another: `repo:write` is short for `repository:write`.
fn is_short_for(word: &str, candidate: &str) -> bool {
    const JOINTS: [char; 3] = [':', '.', '/'];
    let count = |text: &str| text.split(JOINTS).count();
    word.contains(JOINTS)
        && count(word) == count(candidate)
        && word
            .split(JOINTS)
            .zip(candidate.split(JOINTS))
            .all(|(part, whole)| part.len() > 2 && whole.starts_with(part))
}

#[cfg(test)]
mod tests;
