//! Rules of the house that can be read off the text of the sources.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::layers::{SOURCES, walk};

/// Asserts that a pattern stands in no line of code, but for the files named.
fn only_in(pattern: &str, files: &[&str]) {
    let pattern = Regex::new(pattern).unwrap();
    for source in SOURCES.iter().filter(|source| !files.iter().any(|file| source.path.starts_with(file))) {
        for line in source.code.lines() {
            assert!(!pattern.is_match(line), "{}: {}", source.path, line.trim());
        }
    }
}

#[test]
fn sql_is_in_the_store_only() {
    only_in(
        r#""[^"]*\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA|BEGIN|COMMIT|ROLLBACK)\b"#,
        // The armour of keys in other formats has a word of SQL's, and so have calendars.
        &["store/", "domain/ssh_key/tests.rs", "render/report/ics.rs"],
    );
    only_in(r"\brusqlite\b", &["store/"]);
    only_in(r"Connection::open", &["store/engine.rs"]);
}

/// What is put into the text of a statement is a constant of the program or made of numbers; the rest is bound.
#[test]
fn nothing_that_was_typed_is_put_into_a_statement() {
    let statement = Regex::new(r#""[^"]*\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY)\b[^"]*""#).unwrap();
    let hole = Regex::new(r"\{([^}]*)\}").unwrap();
    // Made of numbers and constants: names of columns, lists of kinds, levels of roles, the order of a listing, tables and
    // what is read of names as they are or were at an instant.
    let made = [
        "at",
        "columns",
        "keys",
        "members",
        "names",
        "tokens",
        "users",
        "groups",
        "owner",
        "clause",
        "condition",
        "conditions",
        "ended",
        "place",
        "column",
        "columns",
        "table",
        "kinds",
        "level",
        "own",
        "order",
        "project",
        "scopes",
    ];
    let mut holes = 0;
    for source in SOURCES.iter().filter(|source| source.room() == "store" && !source.is_test()) {
        for found in statement.find_iter(&source.code) {
            for name in hole.captures_iter(found.as_str()).map(|hole| hole[1].to_owned()) {
                holes += 1;
                let constant = !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
                assert!(constant || made.contains(&name.as_str()), "{}: {{{name}}} in {}", source.path, found.as_str());
            }
        }
    }
    assert!(holes > 5, "the statements are somewhere else");
}

#[test]
fn clock_environment_and_arguments_are_read_in_main_only() {
    only_in(r"\b(Utc|Local|SystemTime)::now\b|\benv::(var|vars|args)", &["main.rs", "testing.rs"]);
}

#[test]
fn an_end_is_compared_with_the_present_in_one_place_and_its_twin_in_sql() {
    only_in(r"expires_at(\(\))? *[<>]|[^=-][<>]=? *(\w+\.)*expires_at\b", &["store/selection.rs", "store/plans.rs"]);
}

#[test]
fn secrets_leave_their_box_where_they_are_handed_over_or_hashed_only() {
    only_in(r"\.expose\(\)", &["render/emit/bytes.rs", "domain/secret/"]);
}

/// Those of the standard library draw keys for themselves, and panic where the kernel gives none.
#[test]
fn no_map_needs_random_keys() {
    only_in(r"\bHash(Map|Set)\b", &[]);
}

#[test]
fn nothing_is_unsafe() {
    let manifest = include_str!("../Cargo.toml");
    assert!(manifest.contains("\n[lints.rust]\nunsafe_code = \"forbid\"\n"));
    only_in(r"\bunsafe\b", &[]);
}

#[test]
fn nothing_is_left_for_later() {
    only_in(r"\b(todo|unimplemented|dbg)!|#\[ignore", &[]);
    for source in SOURCES.iter() {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&source.path)).unwrap();
        assert!(!["TODO", "FIXME", "XXX"].iter().any(|word| text.contains(word)), "{}", source.path);
    }
}

#[test]
fn every_file_says_what_it_is_for_and_is_read_in_one_sitting() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for directory in ["src", "tests"] {
        walk(&root.join(directory), &mut paths);
    }
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let is_a_part = text.starts_with("use ") && path.to_string_lossy().contains("tests");
        assert!(text.starts_with("//!") || is_a_part, "{} does not say what it is for", path.display());
        assert!(text.lines().count() <= 300, "{} is too long", path.display());
    }
}

const CONTRIBUTING: &str = include_str!("../CONTRIBUTING.md");

#[test]
fn every_dependency_has_its_reason_and_no_other_has_one() {
    let manifest = include_str!("../Cargo.toml");
    let under = |heading: &str| -> BTreeSet<&str> {
        let lines = manifest.split_once(heading).unwrap().1.lines().take_while(|line| !line.is_empty());
        lines.map(|line| line.split(' ').next().unwrap()).collect()
    };
    let table = CONTRIBUTING.split_once("| crate | what for |\n|---|---|\n").unwrap().1;
    let rows = table.lines().map_while(|line| line.strip_prefix("| `")?.split_once("` | "));
    let named: BTreeSet<&str> = rows.map(|(name, _)| name).collect();
    assert_eq!(under("[dependencies]\n"), named);
    for name in under("[dev-dependencies]\n") {
        assert!(CONTRIBUTING.contains(&format!("`{name}`")), "{name} stands nowhere in CONTRIBUTING.md");
    }
}

#[test]
fn what_the_map_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let name = Regex::new(r"`([a-z_./]+(?:\.rs|\.txt|\.md|/))`").unwrap();
    let mut names = 0;
    for name in name.captures_iter(CONTRIBUTING).map(|name| name[1].to_owned()) {
        let rooms = ["", "src", "src/ops", "src/render"];
        assert!(rooms.iter().any(|room| root.join(room).join(&name).exists()), "{name} is not there");
        names += 1;
    }
    assert!(names > 40, "the map is somewhere else");
}
