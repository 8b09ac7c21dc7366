//! The whole state of a store as something to compare, and homes that are copies of another.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::bench::{Bench, mode, set_mode};
use super::ledger::opened;

/// Returns every row of the store, without instants and what was drawn at random: of these whether they are there.
///
/// Another command of tokctl has opened the store before: what the one that was killed left in the log is recovered.
pub(super) fn state(bench: &Bench) -> Vec<String> {
    bench.run(&["list", "-q"]).must_be(0);
    let connection = opened(bench);
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut state = Vec::new();
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    {
        let mut columns = texts(&format!("SELECT name FROM pragma_table_info('{table}')"));
        // The last use is noted in passing, also where what it was used for failed; the count of uses is part of a change.
        columns.retain(|column| !column.starts_with("used_"));
        let cell = |column: &String| match column.as_str() {
            "at" | "hash" | "digest" | "before" | "after" | "suspended_until" => format!("({column} IS NOT NULL)"),
            name if name.ends_with("_at") => format!("({column} IS NOT NULL)"),
            _ => format!("coalesce({column}, '-')"),
        };
        let row = columns.iter().map(cell).collect::<Vec<_>>().join(" || ' ' || ");
        state.extend(texts(&format!("SELECT '{table} ' || {row} FROM {table} ORDER BY 1")));
    }
    state
}

/// Returns the digests of all secrets that are alive, those of jobs and the refresh secrets among them.
pub(super) fn alive(bench: &Bench) -> BTreeSet<Vec<u8>> {
    let connection = opened(bench);
    let sql = "SELECT digest FROM tokens WHERE revoked_at IS NULL UNION ALL SELECT secrets.digest FROM secrets \
               JOIN tokens ON tokens.id = token_id LEFT JOIN jobs ON jobs.id = secrets.job_id \
               WHERE revoked_at IS NULL AND spent_at IS NULL AND ended_at IS NULL";
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Makes a home with a copy of everything in another.
pub(super) fn copy(bench: &Bench) -> Bench {
    let copy = Bench::new();
    copy_into(bench.home(), copy.home());
    copy
}

fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&to).unwrap();
            copy_into(&entry.path(), &to);
            set_mode(&to, mode(&entry.path()));
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
