//! Nothing changes in the store without an event about it: row by row, command by command.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;

use rusqlite::types::ValueRef;

use crate::atomic::open;
use crate::support::Bench;

/// The tables that hold things, each with the word that the trail has for them and the column with their number. What hangs
/// on a thing counts as the thing.
const TABLES: [(&str, &str, &str); 11] = [
    ("users", "user", "id"),
    ("members", "user", "user_id"),
    ("groups", "group", "id"),
    ("projects", "project", "id"),
    ("apps", "app", "id"),
    ("runners", "runner", "id"),
    ("jobs", "job", "id"),
    ("tokens", "token", "id"),
    ("secrets", "token", "token_id"),
    ("deploy_keys", "token", "token_id"),
    ("deploy_key_projects", "token", "token_id"),
];

const COMMANDS: [&str; 62] = [
    "user add ann",
    "user add bob --admin",
    "group add grp/sub",
    "project add new/deep/app",
    "project add grp/sub/lib",
    "project add ann/own",
    "member add ann --group grp --role developer",
    "member add ann --group grp --role maintainer",
    "member add bob --project grp/sub/lib --role guest",
    "member remove bob --project grp/sub/lib",
    "create deploy --project grp/sub/lib -s read_registry --name one --expires 30d --to ~/1",
    "create deploy --group grp -s read_registry --name two --to ~/2",
    "create personal --user ann -s api --name mine --to ~/3",
    "create impersonation --user ann -s api --to ~/4",
    "create project-access --project grp/sub/lib -s api --name robot --expires 1d --to ~/5",
    "create project-access --project ann/own -s api --to ~/6",
    "create deploy-key --project grp/sub/lib --key ~/one.pub --name key",
    "create deploy-key --project ann/own --key ~/two.pub --write",
    "create runner-registration --project grp/sub/lib --to ~/registration",
    "create runner --group grp --to ~/runner",
    "runner register --secret-file ~/registration --to ~/registered",
    "runner pause 1",
    "runner resume 1",
    "runner rename 1 builder",
    "job start --project grp/sub/lib --runner-secret-file ~/registered --to ~/job",
    "job start --project ann/own --user ann --to ~/job2",
    "job end 1",
    "app add dash --scope api --owner ann",
    "app rename dash board",
    "create oauth --app board --user ann -s api --to ~/pair",
    "app refresh --secret-file ~/pair --to ~/pair2",
    "rotate 1 --to ~/7",
    "rotate 2 --overlap 1d --to ~/8",
    "rotate 5 --overlap 1h --to ~/9",
    "suspend 3 --until 3d",
    "suspend 3",
    "resume 3",
    "shorten 3 --expires 20d",
    "deploy-key enable 7 --project new/deep/app",
    "deploy-key enable 7 --project new/deep/app --write",
    "deploy-key disable 7 --project grp/sub/lib",
    "policy set max-life 90d",
    "project visibility grp/sub/lib internal",
    "project rename grp/sub/lib library",
    "project transfer grp/sub/library --to grp",
    "group rename grp/sub below",
    "group transfer grp/below --to-top",
    "user rename ann anna",
    "user block anna",
    "user unblock anna",
    "user admin anna on",
    "user admin anna off",
    "record add issue --project grp/library --author anna --title x",
    "revoke 4 --yes",
    "revoke --kind deploy --yes",
    "runner delete 1 --yes",
    "later",
    "store sweep",
    "app delete board --yes",
    "user delete anna --yes",
    "project delete new/deep/app --yes",
    "group delete grp --yes",
];

/// What is counted and noted beside what happens: the trail has no event for it.
const BESIDE: [&str; 5] = ["uses", "used_at", "used_from", "contacted_at", "system_id"];

/// Returns every row of the tables, with the thing that it is about.
fn rows(bench: &Bench) -> BTreeSet<(String, i64, String)> {
    let connection = open(bench);
    let mut rows = BTreeSet::new();
    for (table, word, column) in TABLES {
        let mut statement = connection.prepare(&format!("SELECT {column}, * FROM {table}")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cell = |at| match row.get_ref(at).unwrap() {
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            };
            let shown = (1..names.len()).filter(|at| !BESIDE.contains(&names[*at].as_str()));
            let cells: Vec<String> = shown.map(cell).collect();
            rows.insert((word.to_owned(), row.get(0).unwrap(), format!("{table}: {}", cells.join(" "))));
        }
    }
    rows
}

/// Returns the things that the events are about, from a place on.
fn told(bench: &Bench, from: i64) -> BTreeSet<(String, i64)> {
    let connection = open(bench);
    let sql = "SELECT object, object_id FROM events WHERE sequence > ?1 AND object_id IS NOT NULL";
    let mut statement = connection.prepare(sql).unwrap();
    let things = statement.query_map([from], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    things.map(Result::unwrap).collect()
}

fn newest(bench: &Bench) -> i64 {
    bench.ok("log list --limit 1 -q").ids()[0]
}

#[test]
fn every_row_that_changes_has_an_event_about_its_thing() {
    let mut bench = Bench::founded();
    fs::write(bench.path("one.pub"), crate::keys::ONE).unwrap();
    fs::write(bench.path("two.pub"), crate::keys::TWO).unwrap();
    for line in COMMANDS {
        if line == "later" {
            bench.later(2 * 86_400);
            continue;
        }
        let (before, from) = (rows(&bench), newest(&bench));
        bench.ok(line);
        let (after, told) = (rows(&bench), told(&bench, from));
        let changed: Vec<_> = before.symmetric_difference(&after).collect();
        assert!(!changed.is_empty() || newest(&bench) > from, "`{line}` changed nothing");
        for (word, id, row) in changed {
            assert!(told.contains(&(word.clone(), *id)), "`{line}` changed {word} {id} without an event: {row}");
        }
    }
    bench.ok("log verify");
}
