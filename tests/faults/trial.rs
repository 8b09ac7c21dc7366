//! One command on a home of its own, with one fault in it: what the store was before, what the command makes of it, and what
//! was found.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokctl::domain::digest::Digest;

use super::bench::{Bench, Run, secrets};
use super::choosing::Fault;
use super::oracles::{must_be_sound, must_hold_no_secret};
use super::state::{alive, copy, state};
use super::traced::{counted_of, injected, must_be_honest};

/// Every call in which a command can fail once it runs. What only Rust's own start and the loader ask for is left out: where
/// that fails there is no program yet.
pub(super) const CALLS: [&str; 31] = [
    "openat",
    "read",
    "pread64",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "syncfs",
    "ftruncate",
    "fallocate",
    "copy_file_range",
    "unlink",
    "unlinkat",
    "linkat",
    "rename",
    "renameat2",
    "mkdir",
    "fchmod",
    "fchown",
    "close",
    "newfstatat",
    "statx",
    "statfs",
    "getdents64",
    "lseek",
    "flock",
    "fcntl",
    "mmap",
    "poll",
    "getrandom",
    "rt_sigprocmask",
];

/// The fingerprints of secrets, whole.
type Digests = BTreeSet<Vec<u8>>;

/// A command, the home before it, and what it makes of its store.
pub(super) struct Trial {
    line: &'static str,
    bench: Bench,
    before: (Vec<String>, Digests),
    after: (Vec<String>, Digests),
    /// What stands in the files of the home before.
    held: BTreeSet<String>,
    /// How many calls of each kind the command makes.
    pub(super) counts: BTreeMap<String, usize>,
}

/// How often a command was done, and how often it was not.
#[derive(Default)]
pub(super) struct Outcomes {
    done: AtomicUsize,
    undone: AtomicUsize,
}

impl Outcomes {
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.undone.load(Ordering::Relaxed))
    }
}

/// Splits a line at its blanks.
fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

impl Trial {
    /// Runs a command without a fault on a copy of a home; returns what it is to be measured by, and that copy.
    pub(super) fn of(line: &'static str, bench: Bench) -> (Self, Bench) {
        let before = (state(&bench), alive(&bench));
        let done = copy(&bench);
        let (run, counts) = counted_of(&done, &CALLS, &words(line));
        assert_eq!(run.code, Some(0), "{line}: {}", run.told());
        let after = (state(&done), alive(&done));
        must_be_sound(&done, line);
        let held = held(bench.home());
        (Self { line, bench, before, after, held, counts }, done)
    }

    /// Runs the command with a fault, and asserts that it was done or not, that this was said, and that nothing else
    /// happened; where the store is looked through too, that it is sound.
    pub(super) fn meet(&self, (call, fault, nth): &Fault, is_looked_through: bool, outcomes: &Outcomes) {
        let bench = copy(&self.bench);
        let (run, _) = injected(&bench, &words(self.line), call, fault, *nth);
        let story = format!("{}: {fault} in {call} {nth}: {}", self.line, run.told());
        let found = state(&bench);
        let (is_done, is_undone) = (found == self.after.0, found == self.before.0);
        assert!(is_done || is_undone, "{story}: half done: {:#?}", difference(&self.before.0, &found));
        match run.code {
            Some(0) => assert!(is_done, "{story}: exit 0, and it is not done"),
            // A kill, or nobody knows.
            None | Some(9) => {}
            Some(code) => {
                // A file that cannot be read or made is a wrong use.
                if code != 2 || !self.line.contains("file") && !self.names_a_file() {
                    must_be_honest(&run, &format!("{fault} in {call} {nth}: {}", self.line));
                }
                assert!(is_undone, "{story}: it says that it failed, and it is done");
            }
        }
        self.must_be_in_hand(&bench, &run, &story);
        if is_looked_through && bench.store("").exists() {
            must_be_sound(&bench, &story);
        }
        let outcome = if is_done { &outcomes.done } else { &outcomes.undone };
        outcome.fetch_add(1, Ordering::Relaxed);
    }

    fn names_a_file(&self) -> bool {
        ["--to", "--from", "--key", "import", "backup", "restore"].iter().any(|word| self.line.contains(word))
    }

    /// Asserts that whatever came alive was received now, that nothing was that exit 0 promised, and that no secret stands
    /// where none belongs.
    fn must_be_in_hand(&self, bench: &Bench, run: &Run, story: &str) {
        let mut received: BTreeSet<String> = held(bench.home()).difference(&self.held).cloned().collect();
        received.extend(secrets(&run.out));
        let alive = alive(bench);
        let new: Digests = alive.difference(&self.before.1).cloned().collect();
        let digests = received.iter().map(|secret| Digest::of(secret.as_bytes()).as_bytes().to_vec()).collect();
        assert!(new.is_subset(&digests), "{story}: alive, but nobody got the secret");
        let made = self.after.1.difference(&self.before.1).count();
        assert!(run.code != Some(0) || new.len() == made, "{story}: exit 0, and {} of {made} are alive", new.len());
        let ended = self.before.1.difference(&self.after.1);
        assert!(run.code != Some(0) || ended.clone().all(|one| !alive.contains(one)), "{story}: exit 0, and it lives");
        received.extend(self.held.iter().cloned());
        must_hold_no_secret(bench, received.iter(), story);
        assert!(!received.iter().any(|secret| run.err.contains(secret)), "{story}: a secret is among the words");
    }
}

/// Returns the secrets that stand in the files of a home, but for those of the store.
fn held(home: &Path) -> BTreeSet<String> {
    let mut held = BTreeSet::new();
    for entry in fs::read_dir(home).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !name.starts_with('.') {
            held.extend(self::held(&path));
        } else if path.is_file() && !name.contains(".db") {
            held.extend(secrets(&fs::read(&path).unwrap()));
        }
    }
    held
}

/// Returns the rows that only one of two states has.
fn difference<'s>(before: &'s [String], after: &'s [String]) -> Vec<&'s String> {
    let [before, after]: [BTreeSet<&String>; 2] = [before, after].map(|rows| rows.iter().collect());
    before.symmetric_difference(&after).copied().collect()
}
