//! The whole state of a store as something to compare, and homes that are copies of another.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use tokctl::domain::kind::Kind;

use super::bench::{Bench, mode, set_mode};
use super::ledger::opened;

/// The home that a command was run in, or one that it is a copy of.
static HOME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"/\S*/\.tmp\w{6}").unwrap());

/// Returns every row of the store, without what is noted in passing, and without instants and what was drawn at random: of
/// these whether they are there. Nothing, where there is no store.
///
/// Another command of tokctl has opened the store before: what the one that was killed left in the log is recovered.
pub(super) fn state(bench: &Bench) -> Vec<String> {
    if !bench.store("").exists() {
        return Vec::new();
    }
    bench.run(&["list", "-q"]).must_be(0);
    let connection = opened(bench);
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut state = Vec::new();
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    {
        let columns = texts(&format!("SELECT name FROM pragma_table_info('{table}')"));
        let cell = |column: &String| match column.as_str() {
            "at" | "hash" | "digest" | "before" | "after" | "suspended_until" => format!("({column} IS NOT NULL)"),
            // Noted in passing, if that can be done; a registration's uses alone are counted with what it does.
            "contacted_at" | "used_at" | "used_from" | "used_access" | "used_project" => "''".to_owned(),
            "uses" => format!("iif(kind = {}, uses, '')", Kind::RunnerRegistration as u8),
            // The id of the store, and instants.
            "value" => format!("iif(name LIKE 'policy%' OR name = 'default-project', {column}, '')"),
            name if name.ends_with("_at") => format!("({column} IS NOT NULL)"),
            _ => format!("coalesce({column}, '-')"),
        };
        let row = columns.iter().map(cell).collect::<Vec<_>>().join(" || ' ' || ");
        let rows = texts(&format!("SELECT '{table} ' || {row} FROM {table} ORDER BY 1"));
        state.extend(rows.iter().map(|row| HOME.replace_all(row, "~").into_owned()));
    }
    state
}

/// Returns the digests of all secrets that are alive, those of jobs and the refresh secrets among them.
pub(super) fn alive(bench: &Bench) -> BTreeSet<Vec<u8>> {
    if !bench.store("").exists() {
        return BTreeSet::new();
    }
    let connection = opened(bench);
    let sql = "SELECT digest FROM tokens WHERE revoked_at IS NULL AND kind <> ?1 UNION ALL SELECT secrets.digest FROM secrets \
               JOIN tokens ON tokens.id = token_id LEFT JOIN jobs ON jobs.id = secrets.job_id \
               WHERE revoked_at IS NULL AND spent_at IS NULL AND ended_at IS NULL";
    let mut statement = connection.prepare(sql).unwrap();
    // That of a deploy key is of its public half.
    statement.query_map([Kind::DeployKey as u8], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
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
