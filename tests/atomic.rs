//! Whatever statement fails while somebody comes or leaves: everything is as it was.

#![cfg(test)]

use std::fmt::Write as _;
use std::fs;

use rusqlite::Connection;

use crate::support::Bench;

/// What is written by tokctl, table by table.
const TABLES: [&str; 14] = [
    "users",
    "members",
    "tokens",
    "secrets",
    "records",
    "apps",
    "runners",
    "jobs",
    "deploy_key_projects",
    "projects",
    "groups",
    "departed",
    "settings",
    "events",
];

fn bench() -> Bench {
    let bench = Bench::after(&[
        "project add grp/app",
        "user add bob",
        "project add bob/tools",
        "member add bob --project grp/app --role developer",
        "create project-access --project grp/app -s api --name one -q --to ~/1",
        "create project-access --project grp/app -s api --name two -q --to ~/2 --expires 1d",
        "create personal --as bob -s api -q --to ~/3",
        "create project-access --project bob/tools -s api -q --to ~/4",
        "app add his --scope api --owner bob",
        "create oauth --app his --user bob -q --to ~/5",
        "create deploy --project bob/tools --as bob -s read_registry --name gitlab-deploy-token -q --to ~/9",
        "job start --project bob/tools --as bob -q --to ~/6 --emit json",
        "create runner-registration --project bob/tools -q --to ~/7",
    ]);
    let registration = fs::read(bench.path("7")).unwrap();
    bench.run_with(&bench.words("runner register -q --to ~/8"), &registration).code(0);
    fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    bench.ok("create deploy-key --key ~/key.pub --project bob/tools");
    for author in ["project_2_bot", "project_2_bot1", "bob"] {
        bench.ok(&format!("record add issue --project grp/app --author {author} --title x --assignee {author}"));
        bench.ok(&format!("record add note --project grp/app --author op --title x --editor {author}"));
    }
    bench.ok("record add snippet --author bob --title mine");
    bench
}

#[expect(clippy::disallowed_methods, reason = "a test looks behind the store's back")]
pub(crate) fn open(bench: &Bench) -> Connection {
    Connection::open(bench.data().join("store.db")).unwrap()
}

/// Returns every row of every table.
fn dump(connection: &Connection) -> String {
    let mut text = String::new();
    for table in TABLES {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..width).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            writeln!(text, "{table} {}", cells.join(" ")).unwrap();
        }
    }
    text
}

/// Lets each sort of statement on each table fail in turn, and returns those that the command ran into.
fn sabotaged(command: &str, days: i64) -> Vec<String> {
    let mut hit = Vec::new();
    let mut bench = bench();
    bench.later(days * 86_400);
    let store = bench.data().join("store.db");
    open(&bench).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let pristine = fs::read(&store).unwrap();
    for table in TABLES {
        for verb in ["INSERT", "UPDATE", "DELETE"] {
            let connection = open(&bench);
            let trap = format!("CREATE TRIGGER trap AFTER {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'a trap'); END");
            connection.execute_batch(&trap).unwrap();
            let before = dump(&connection);
            let told = bench.run(command);
            connection.execute_batch("DROP TRIGGER trap").unwrap();
            if told.err().contains("a trap") {
                told.code(7);
                assert_eq!(dump(&connection), before, "{verb} {table}: {told}");
                hit.push(format!("{verb} {table}"));
            } else {
                // It does no such thing, so it went well: begin anew.
                told.code(0);
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
                drop(connection);
                fs::write(&store, &pristine).unwrap();
            }
        }
    }
    hit
}

#[test]
fn a_revocation_that_fails_anywhere_leaves_token_bot_and_records_alone() {
    let expected = [
        "INSERT users",
        "UPDATE users",
        "DELETE users",
        "DELETE members",
        "UPDATE tokens",
        "UPDATE records",
        "INSERT departed",
        "INSERT events",
    ];
    assert_eq!(sabotaged("revoke 1 --yes", 0), expected);
}

#[test]
fn a_sweep_that_fails_anywhere_leaves_the_bot_alone() {
    let expected = [
        "INSERT users",
        "UPDATE users",
        "DELETE users",
        "DELETE members",
        "UPDATE records",
        "INSERT departed",
        "INSERT events",
    ];
    assert_eq!(sabotaged("store sweep", 2), expected);
}

#[test]
fn a_deletion_that_fails_anywhere_leaves_the_user_alone() {
    let expected = [
        "INSERT users",
        "UPDATE users",
        "DELETE users",
        "DELETE members",
        "UPDATE tokens",
        "UPDATE records",
        "DELETE records",
        "DELETE apps",
        "UPDATE runners",
        "UPDATE jobs",
        "DELETE deploy_key_projects",
        "DELETE projects",
        "INSERT departed",
        "INSERT events",
    ];
    assert_eq!(sabotaged("user delete bob --yes", 0), expected);
}

#[test]
fn a_deletion_of_a_group_that_fails_anywhere_leaves_bots_and_records_alone() {
    let expected = [
        "UPDATE users",
        "DELETE users",
        "DELETE members",
        "UPDATE tokens",
        "DELETE records",
        "DELETE projects",
        "DELETE groups",
        "INSERT departed",
        "INSERT events",
    ];
    assert_eq!(sabotaged("group delete grp --yes", 0), expected);
}

#[test]
fn an_import_that_fails_anywhere_leaves_no_record() {
    let bench = bench();
    let rows = "kind,project,reference,title,author,editor,assignee,created_at\nsnippet,,,x,,,,\n";
    for table in ["records", "events"] {
        let connection = open(&bench);
        let trap = format!("CREATE TRIGGER trap AFTER INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'a trap'); END");
        connection.execute_batch(&trap).unwrap();
        let before = dump(&connection);
        bench.run_with(&["record", "import"], rows.as_bytes()).code(7).says("a trap");
        connection.execute_batch("DROP TRIGGER trap").unwrap();
        assert_eq!(dump(&connection), before, "{table}");
    }
}

#[test]
fn a_batch_that_fails_anywhere_leaves_neither_token_nor_bot() {
    let expected = ["INSERT users", "INSERT members", "INSERT tokens", "INSERT events"];
    assert_eq!(sabotaged("create project-access --project grp/app -s api --name bot --number 3 -q", 0), expected);
}

#[test]
fn a_rotation_of_many_that_fails_anywhere_leaves_all_as_it_was() {
    let expected = ["INSERT tokens", "UPDATE tokens", "INSERT events"];
    assert_eq!(sabotaged("rotate --kind project-access,personal --yes --json -q", 0), expected);
}

#[test]
fn a_revocation_of_many_that_fails_anywhere_leaves_all_as_it_was() {
    let expected = [
        "INSERT users",
        "UPDATE users",
        "DELETE users",
        "DELETE members",
        "UPDATE tokens",
        "UPDATE records",
        "INSERT departed",
        "INSERT events",
    ];
    assert_eq!(sabotaged("revoke --kind project-access,personal --yes -q", 0), expected);
}

#[test]
fn a_token_that_fails_anywhere_leaves_no_bot() {
    let expected =
        ["INSERT users", "UPDATE users", "INSERT members", "INSERT tokens", "UPDATE tokens", "INSERT events"];
    assert_eq!(sabotaged("create project-access --project grp/app -s api -q", 0), expected);
}

#[test]
fn a_job_that_fails_anywhere_leaves_neither_token_nor_password() {
    let expected = ["INSERT tokens", "UPDATE tokens", "INSERT secrets", "INSERT jobs", "INSERT events"];
    assert_eq!(sabotaged("job start --project bob/tools --as bob -q --json", 0), expected);
}
