//! The layers: no arrow runs back up. Read from the `use` lines and the paths of `src/`.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// Each room, and the rooms that it may import from. `main` takes the instant from `domain` that its clock shows.
const ROOMS: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("store", &["domain"]),
    ("ops", &["domain", "store"]),
    ("render", &["domain", "ops", "store"]),
    ("doors", &["domain", "ops", "render"]),
    ("cli", &["domain", "store", "ops", "render", "doors"]),
    ("main", &["cli", "domain"]),
];

/// A source file, without its comments and the tests at its end.
pub(crate) struct Source {
    /// Its path below `src/`.
    pub(crate) path: String,
    pub(crate) code: String,
}

/// Reads every file of `src/`.
pub(crate) static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let source = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code = lines.take_while(|line| *line != "mod tests {").collect::<Vec<_>>().join("\n");
        Source { path: path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), code }
    };
    let mut sources: Vec<Source> = paths.into_iter().map(source).collect();
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 50, "the sources are somewhere else");
    sources
});

pub(crate) fn walk(directory: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

impl Source {
    pub(crate) fn room(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// Says whether the file holds tests only.
    pub(crate) fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/") || self.path == "testing.rs"
    }

    /// Returns the module's path, from the crate's root.
    fn module(&self) -> Vec<&str> {
        let mut parts: Vec<&str> = self.path.trim_end_matches(".rs").split('/').collect();
        if parts.last() == Some(&"mod") {
            parts.pop();
        }
        parts
    }

    /// Returns every path that the file names from the crate's root, in `use` lines and elsewhere.
    fn named(&self) -> Vec<Vec<String>> {
        static USE: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?m)^\s*(?:pub(?:\([^)]*\))? )?use ([^;]+);").unwrap());
        static PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b(?:crate|super|tokctl)(?:::\w+)+").unwrap());
        let mut trees = Vec::new();
        for found in USE.captures_iter(&self.code) {
            expand(&found[1].split_whitespace().collect::<String>(), &mut trees);
        }
        let body = USE.replace_all(&self.code, "");
        trees.extend(PATH.find_iter(&body).map(|found| found.as_str().to_owned()));
        trees.iter().filter_map(|tree| self.absolute(tree)).collect()
    }

    /// Reads a path from where it stands; `None` for what is not of this crate.
    fn absolute(&self, path: &str) -> Option<Vec<String>> {
        let mut parts: Vec<&str> = path.split("::").collect();
        let mut from = self.module();
        match parts[0] {
            "crate" | "tokctl" => from.clear(),
            "self" => {}
            "super" => {
                while parts.first() == Some(&"super") {
                    parts.remove(0);
                    from.pop();
                }
                return Some(from.iter().chain(&parts).map(ToString::to_string).collect());
            }
            _ => return None,
        }
        Some(from.iter().chain(&parts[1..]).map(ToString::to_string).collect())
    }
}

/// Takes `a::{b, c::{d, e}}` apart.
fn expand(tree: &str, paths: &mut Vec<String>) {
    let Some((before, rest)) = tree.split_once('{') else {
        return paths.push(tree.to_owned());
    };
    let (mut depth, mut start) = (0, 0);
    let inner = &rest[..rest.len() - 1];
    for (at, character) in inner.char_indices().chain([(inner.len(), ',')]) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if at > start {
                    expand(&format!("{before}{}", &inner[start..at]), paths);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

#[test]
fn use_lines_are_read_right() {
    let mut paths = Vec::new();
    expand("a::{b,c::{d,e},self}", &mut paths);
    assert_eq!(paths, ["a::b", "a::c::d", "a::c::e", "a::self"]);
    let source =
        Source { path: "cli/create/deploy.rs".into(), code: "use super::super::{x, y::z};\nuse std::io;".into() };
    assert_eq!(source.named(), [vec!["cli", "x"], vec!["cli", "y", "z"]]);
}

#[test]
fn no_room_imports_from_one_above_it() {
    for source in SOURCES.iter().filter(|source| !["lib.rs", "testing.rs"].contains(&source.path.as_str())) {
        let (room, below) = ROOMS.iter().find(|(room, _)| *room == source.room()).expect("a room of the table");
        for path in source.named() {
            let to = path.first().map_or("", String::as_str);
            // What helps the tests of every room is no room.
            let fine = to == *room || below.contains(&to) || to == "testing";
            assert!(fine, "{} names {}", source.path, path.join("::"));
        }
    }
}

#[test]
fn nothing_above_operations_can_begin_a_transaction() {
    for source in SOURCES.iter().filter(|source| ["render", "doors", "cli", "main"].contains(&source.room())) {
        for path in source.named().iter().filter(|path| path[0] == "store") {
            let named = path[1..].join("::");
            let results = ["Filed", "Listed", "ListedApp", "ListedJob", "ListedRunner", "Member", "Recorded"];
            let from_cli = source.room() == "cli"
                && (["Clock", "HandOver", "fire_no_trigger", "leave_by_closing", "leave_by_exit"]
                    .contains(&named.as_str())
                    || named.starts_with("place::")
                    || source.is_test());
            assert!(results.contains(&named.as_str()) || from_cli, "{} names store::{named}", source.path);
        }
    }
}

#[test]
fn data_is_drawn_from_results_and_asks_for_nothing() {
    for source in SOURCES.iter().filter(|source| source.room() == "render") {
        for path in source.named().iter().filter(|path| path[0] == "ops") {
            assert!(!path.contains(&"Authority".to_owned()), "{} asks the authority", source.path);
        }
    }
}

#[test]
fn no_two_files_import_each_other() {
    let modules: BTreeSet<String> = SOURCES.iter().map(|source| source.module().join("/")).collect();
    let file_of = |path: &[String]| {
        let lengths = (1..=path.len()).rev();
        lengths.map(|length| path[..length].join("/")).find(|module| modules.contains(module))
    };
    let mut arrows = BTreeSet::new();
    for source in SOURCES.iter().filter(|source| !source.is_test()) {
        let from = source.module().join("/");
        arrows.extend(source.named().iter().filter_map(|path| file_of(path)).map(|to| (from.clone(), to)));
    }
    for (from, to) in arrows.iter().filter(|(from, to)| from < to && arrows.contains(&(to.clone(), from.clone()))) {
        // A room and what is in it are one.
        let nested = to.starts_with(&format!("{from}/"));
        assert!(nested, "{from} and {to} import each other");
    }
}
