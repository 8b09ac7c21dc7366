//! What comes into the build from elsewhere: `deny.toml` says what may, and nothing else does. Held here as well, since a
//! machine that has `cargo` has no `cargo deny`.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

/// A crate in the build for this machine.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) version: String,
    licence: String,
}

/// Asks cargo for every crate of the program, of its build and of its tests.
fn parts() -> Vec<Part> {
    parts_along("normal,build,dev")
}

/// Asks cargo for every crate that some sorts of dependency lead to.
pub(crate) fn parts_along(edges: &str) -> Vec<Part> {
    let tree = ["tree", "--locked", "--offline", "--prefix", "none", "--edges", edges, "--format", "{p}\t{l}"];
    let tree = Command::new(env!("CARGO")).args(tree).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).unwrap();
    let lines: BTreeSet<&str> = text.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    let part = |line: &str| {
        let (package, licence) = line.split_once('\t').unwrap();
        let mut words = package.split(' ').map(str::to_owned);
        let (name, version) = (words.next().unwrap(), words.next().unwrap().split_off(1));
        Part { name, version, licence: licence.to_owned() }
    };
    lines.into_iter().map(part).collect()
}

static DENY: LazyLock<DeTable<'static>> =
    LazyLock::new(|| DeTable::parse(include_str!("../deny.toml")).unwrap().into_inner());
pub(crate) static LOCK: LazyLock<DeTable<'static>> =
    LazyLock::new(|| DeTable::parse(include_str!("../Cargo.lock")).unwrap().into_inner());

/// Returns the list at a place of a table.
pub(crate) fn list<'a>(table: &'a DeTable<'static>, path: &[&str]) -> impl Iterator<Item = &'a DeValue<'static>> {
    let (last, rooms) = path.split_last().unwrap();
    let table = rooms.iter().fold(table, |table, room| table[*room].get_ref().as_table().unwrap());
    table[*last].get_ref().as_array().unwrap().iter().map(toml::Spanned::get_ref)
}

fn words<'a>(table: &'a DeTable<'static>, path: &[&str]) -> BTreeSet<&'a str> {
    list(table, path).map(|word| word.as_str().unwrap()).collect()
}

/// Returns what a table in a list has under a name.
pub(crate) fn field<'a>(value: &'a DeValue<'static>, name: &str) -> Option<&'a str> {
    value.get(name).and_then(|value| value.get_ref().as_str())
}

/// Returns how many versions of each crate are locked, for any platform.
fn locked() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut versions: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for package in list(&LOCK, &["package"]) {
        versions.entry(field(package, "name").unwrap()).or_default().push(field(package, "version").unwrap());
    }
    versions
}

#[test]
fn a_crate_that_is_not_listed_is_not_in_the_build() {
    let allowed = words(&DENY, &["bans", "allow"]);
    for part in parts() {
        assert!(allowed.contains(part.name.as_str()), "{} is new: is it wanted in `deny.toml`?", part.name);
    }
    let locked = locked();
    let gone: Vec<_> = allowed.iter().filter(|name| !locked.contains_key(*name)).collect();
    assert!(gone.is_empty(), "`deny.toml` still lists {gone:?}");
}

/// Says whether a licence is among those allowed: of `A OR B` one must be, of `A AND B` both.
fn allows(allowed: &BTreeSet<&str>, licence: &str) -> bool {
    licence.split(" AND ").all(|all| {
        let all = all.trim_matches(['(', ')']).replace('/', " OR ");
        all.split(" OR ").any(|one| allowed.contains(one))
    })
}

#[test]
fn licences_are_read_right() {
    let allowed = BTreeSet::from(["MIT", "Apache-2.0"]);
    for fine in ["MIT", "MIT/Apache-2.0", "Unlicense OR MIT", "(MIT OR GPL-3.0) AND Apache-2.0"] {
        assert!(allows(&allowed, fine), "{fine}");
    }
    for wrong in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT WITH exception"] {
        assert!(!allows(&allowed, wrong), "{wrong}");
    }
}

#[test]
fn every_licence_is_allowed_and_every_exception_is_needed() {
    let common = words(&DENY, &["licenses", "allow"]);
    let mut exceptions: BTreeMap<&str, BTreeSet<&str>> = list(&DENY, &["licenses", "exceptions"])
        .map(|exception| (field(exception, "crate").unwrap(), words(exception.as_table().unwrap(), &["allow"])))
        .collect();
    for Part { name, licence, .. } in parts() {
        let exception = exceptions.remove(name.as_str());
        let needs = !allows(&common, &licence);
        assert_eq!(needs, exception.is_some(), "{name}: {licence}");
        let allowed = exception.into_iter().flatten().chain(common.iter().copied()).collect();
        assert!(allows(&allowed, &licence), "{name}: {licence}");
    }
    assert!(exceptions.is_empty(), "{exceptions:?} are not in the build");
}

#[test]
fn a_crate_comes_in_one_version_but_where_a_reason_is_given() {
    let skipped: BTreeMap<&str, &str> = list(&DENY, &["bans", "skip"])
        .map(|skip| {
            assert!(field(skip, "reason").is_some_and(|reason| !reason.is_empty()), "{skip:?}");
            field(skip, "crate").unwrap().split_once('@').unwrap()
        })
        .collect();
    let twice: BTreeMap<_, _> = locked().into_iter().filter(|(_, versions)| versions.len() > 1).collect();
    assert_eq!(twice.keys().collect::<Vec<_>>(), skipped.keys().collect::<Vec<_>>());
    for (name, versions) in twice {
        let old: Vec<_> = versions.iter().filter(|version| version.starts_with(skipped[name])).collect();
        assert_eq!((versions.len(), old.len()), (2, 1), "{name} {versions:?}");
    }
}

#[test]
fn everything_comes_from_crates_io_with_its_digest() {
    let mut count = 0;
    for package in list(&LOCK, &["package"]).filter(|package| field(package, "name") != Some("tokctl")) {
        let source = field(package, "source");
        assert_eq!(source, Some("registry+https://github.com/rust-lang/crates.io-index"), "{package:?}");
        assert!(field(package, "checksum").is_some_and(|digest| digest.len() == 64), "{package:?}");
        count += 1;
    }
    assert!(count > 50, "the lock is somewhere else");
}

/// Returns the manifests of this repository's crates.
fn manifests(directory: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()) {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        if entry.is_dir() && !entry.is_symlink() && name != "target" && !name.starts_with('.') {
            manifests(&entry, found);
        } else if name == "Cargo.toml" {
            found.push(fs::read_to_string(entry).unwrap());
        }
    }
}

#[test]
fn every_crate_of_ours_forbids_what_is_unsafe() {
    let mut found = Vec::new();
    manifests(Path::new(env!("CARGO_MANIFEST_DIR")), &mut found);
    assert!(found.len() >= 2, "the program, and what fuzzes it");
    for manifest in found {
        assert!(manifest.contains("\n[lints.rust]\nunsafe_code = \"forbid\"\n"), "{manifest}");
    }
}
