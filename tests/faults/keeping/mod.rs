//! Backups, restores, pruning and compacting while everything breaks: killed and failed at any call, and among writers.

mod busy;
mod failing;
mod killed;
mod ruined;

use std::fs;
use std::path::Path;

use super::bench::{Bench, CREATE, mode};
use super::ledger::opened;
use super::state::copy;

/// The calls in which one of these can be killed and leave anything behind.
pub(super) const CALLS: [&str; 14] = [
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "flock",
    "fcntl",
    "mmap",
    "openat",
    "close",
    "unlink",
    "rename",
    "renameat2",
    "copy_file_range",
];

pub(super) const BACKUP: [&str; 3] = ["store", "backup", "b.db"];
pub(super) const RESTORE: [&str; 4] = ["store", "restore", "b.db", "--yes"];
pub(super) const PRUNE: [&str; 5] = ["store", "prune", "--before", "2020-01-01", "--yes"];
pub(super) const COMPACT: [&str; 2] = ["store", "compact"];

/// A store with a few tokens, its backup, and a revocation since.
pub(super) fn backed_up() -> Bench {
    let bench = Bench::founded();
    for _ in 0..3 {
        bench.run(&[&CREATE[..], &["-q"]].concat()).must_be(0);
    }
    bench.run(&["revoke", "1", "--yes"]).must_be(0);
    bench.run(&BACKUP).must_be(0);
    bench.run(&["revoke", "2", "--yes"]).must_be(0);
    bench.run(&[&CREATE[..], &["-q"]].concat()).must_be(0);
    bench
}

/// Copies a home: the store, and the backup.
pub(super) fn home_of(bench: &Bench) -> Bench {
    let copy = copy(bench);
    for name in ["b.db"] {
        if bench.home().join(name).exists() {
            fs::copy(bench.home().join(name), copy.home().join(name)).unwrap();
        }
    }
    copy
}

/// Returns all that these commands can change, but for the instants.
pub(super) fn state(bench: &Bench) -> Vec<String> {
    // The next command recovers the log of the one that was killed.
    bench.run(&["list", "-q"]).must_be(0);
    let connection = opened(bench);
    let queries = [
        "SELECT id || ' ' || (revoked_at IS NOT NULL) FROM tokens ORDER BY id",
        "SELECT sequence || ' ' || action || ' ' || coalesce(object_id, '-') FROM events ORDER BY sequence",
        "PRAGMA integrity_check",
        "PRAGMA journal_mode",
    ];
    let mut state = Vec::new();
    for query in queries {
        let mut statement = connection.prepare(query).unwrap();
        state.extend(statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    state
}

/// Returns the names of the files in a directory that are left of something unfinished.
pub(super) fn leftovers(directory: &Path) -> Vec<String> {
    let names = fs::read_dir(directory).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".new") || name.contains("partial") || name.contains("marker")).collect()
}

/// Asserts that a file claims to be a backup only if it is one.
pub(super) fn must_be_a_backup_or_nothing(bench: &Bench, file: &str, story: &str) -> bool {
    let path = bench.home().join(file);
    if !path.exists() {
        return false;
    }
    assert_eq!(mode(&path), 0o600, "{story}");
    let run = bench.run(&["store", "restore", file, "--dry-run"]);
    assert_eq!(run.code, Some(0), "{story}: {}", run.told());
    true
}
