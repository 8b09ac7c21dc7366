//! A store that somebody made, or changed, so that tokctl does something else than it says.

use std::process::Stdio;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;

use super::bench::{Bench, CREATE, Run};
use super::ledger::opened;

/// A store with a living token and a revoked one, and their secrets.
fn bench() -> (Bench, Vec<u8>, Vec<u8>) {
    let bench = Bench::founded();
    let [living, dead] = [(); 2].map(|()| bench.run(&CREATE).must_be(0).out.clone());
    bench.run(&["revoke", "2", "--yes"]).must_be(0);
    (bench, living, dead)
}

/// Changes the store as somebody with an editor for databases does, who is stopped by nothing.
fn tamper(bench: &Bench, sql: &str) {
    let connection = opened(bench);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
    connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; {sql}")).unwrap();
}

/// Changes the text of a definition.
fn rewritten(name: &str, from: &str, to: &str) -> String {
    let [from, to] = [from, to].map(|text| text.replace('\'', "''"));
    format!(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') WHERE name = '{name}'"
    )
}

/// Commands that read, write and judge.
const COMMANDS: [&[&str]; 6] =
    [&CREATE, &["list"], &["show", "2"], &["revoke", "1", "--yes"], &["log", "list"], &["user", "list"]];

#[test]
fn a_schema_that_is_not_tokctls_own_is_neither_read_nor_written() {
    let cases = [
        // The revoked token would be alive.
        "ALTER TABLE tokens RENAME TO kept; CREATE VIEW tokens AS SELECT * FROM kept".to_owned(),
        "CREATE VIEW more AS SELECT digest FROM tokens".to_owned(),
        "CREATE TABLE more (x TEXT)".to_owned(),
        "DROP INDEX tokens_digest".to_owned(),
        "DROP INDEX users_ghost; CREATE UNIQUE INDEX users_ghost ON users (kind) WHERE kind = 4".to_owned(),
        "DROP TABLE alarms".to_owned(),
        "ALTER TABLE tokens ADD COLUMN more TEXT".to_owned(),
        rewritten("tokens", "CHECK (length(digest) = 32)", "CHECK (length(digest) > 0)"),
        rewritten("users", "CHECK (kind = 1 OR admin = 0)", "CHECK (1)"),
        rewritten("tokens", "revoked_at INTEGER", "revoked_at INTEGER AS (NULL)"),
        rewritten(
            "tokens",
            "revoked_at INTEGER",
            "revoked_at INTEGER DEFAULT (load_extension('/tmp/written-by-a-hostile-store'))",
        ),
        rewritten("users_username", "lower(username)", "writefile('/tmp/written-by-a-hostile-store', username)"),
        rewritten("events", ") STRICT", ")"),
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE x (y' WHERE name = 'alarms'"
            .to_owned(),
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'secrets'".to_owned(),
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = x'00ff00' WHERE name = 'alarms'".to_owned(),
    ];
    for sql in cases {
        let (bench, living, dead) = bench();
        tamper(&bench, &sql);
        for arguments in COMMANDS {
            let run = bench.run(arguments);
            assert!(run.code == Some(7) && run.out.is_empty(), "{sql}: {arguments:?}: {}", run.told());
        }
        for secret in [&living, &dead] {
            let run = bench.verify(secret);
            assert!(run.code == Some(7) && run.out.is_empty(), "{sql}: {}", run.told());
        }
        assert!(!std::path::Path::new("/tmp/written-by-a-hostile-store").exists(), "{sql}: it wrote a file");
    }
}

#[test]
fn a_trigger_in_a_store_is_never_fired() {
    let triggers = [
        "CREATE TRIGGER t AFTER UPDATE OF revoked_at ON tokens BEGIN UPDATE tokens SET revoked_at = NULL, revoked_by = NULL; END",
        "CREATE TRIGGER t BEFORE UPDATE ON tokens BEGIN SELECT RAISE(IGNORE); END",
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END",
        "CREATE TRIGGER t AFTER INSERT ON tokens BEGIN UPDATE tokens SET scopes = 65535, user_id = 1; END",
    ];
    for sql in triggers {
        let (bench, living, dead) = bench();
        tamper(&bench, sql);
        bench.verify(&living).must_be(0);
        bench.run(&["revoke", "1", "--yes"]).must_be(0);
        for secret in [&living, &dead] {
            bench.verify(secret).must_be(1);
        }
        bench.run(&CREATE).must_be(0);
        tamper(&bench, "DROP TRIGGER t");
        super::ledger::must_be_sound(&bench, sql);
    }
}

#[test]
fn a_store_that_says_it_is_another_programs_or_another_version_is_left_alone() {
    for (sql, words) in [
        ("PRAGMA application_id = 1", "not a tokctl store"),
        ("PRAGMA application_id = 0", "not a tokctl store"),
        ("PRAGMA user_version = 0", "never finished"),
        ("PRAGMA user_version = -1", "never finished"),
        ("PRAGMA user_version = 2147483647", "newer"),
    ] {
        let (bench, living, dead) = bench();
        tamper(&bench, sql);
        for arguments in COMMANDS {
            let run = bench.run(arguments);
            assert!(run.code == Some(7) && run.out.is_empty(), "{sql}: {arguments:?}: {}", run.told());
            run.must_say(&[words]);
        }
        for secret in [&living, &dead] {
            bench.verify(secret).must_be(7);
        }
    }
}

#[test]
fn what_no_command_wrote_is_a_fault_of_the_store_and_never_a_yes() {
    let wrong = [
        "UPDATE tokens SET kind = 77 WHERE id = 2",
        "UPDATE tokens SET kind = 1 WHERE id = 2",
        "UPDATE tokens SET revoked_at = -5 WHERE id = 2",
        "UPDATE tokens SET revoked_at = 9223372036854775807 WHERE id = 2",
        "UPDATE tokens SET created_at = -9223372036854775808 WHERE id = 2",
        "UPDATE tokens SET expires_at = 253402300800 WHERE id = 2",
        "UPDATE tokens SET scopes = 65535 WHERE id = 2",
        "UPDATE tokens SET project_id = 999 WHERE id = 2",
        "UPDATE tokens SET name = CAST(x'ff00fe' AS TEXT) WHERE id = 2",
        "UPDATE tokens SET name = char(27, 91, 50, 74) WHERE id = 2",
        "UPDATE tokens SET predecessor_id = 2 WHERE id = 2",
        "UPDATE users SET kind = 2, admin = 0",
        "UPDATE users SET username = ''; ",
        "DELETE FROM users",
        "DELETE FROM projects",
        "UPDATE settings SET value = CAST(x'00' AS TEXT)",
        "DELETE FROM settings",
        "UPDATE events SET at = 253402300799",
        "UPDATE events SET at = -1",
        "UPDATE sqlite_sequence SET seq = 9223372036854775807",
        "DELETE FROM events",
    ];
    for sql in wrong {
        let (bench, _, dead) = bench();
        tamper(&bench, &format!("PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON; {sql}"));
        let run = bench.verify(&dead);
        assert!(matches!(run.code, Some(1 | 7)) && run.out.is_empty(), "{sql}: {}", run.told());
        for arguments in COMMANDS {
            let run = bench.run(arguments);
            assert!(matches!(run.code, Some(0..=10)), "{sql}: {arguments:?}: {}", run.told());
            let raw = run.out.contains(&27) || run.err.contains('\u{1b}');
            assert!(!raw, "{sql}: {arguments:?}: a control character came through");
        }
        assert!(bench.verify(&dead).code != Some(0), "{sql}");
    }
}

#[test]
fn a_value_of_a_hundred_megabytes_is_refused_before_it_fills_the_memory() {
    let places = [
        "UPDATE tokens SET note = {} WHERE id = 1",
        "UPDATE tokens SET revoked_why = {} WHERE id = 2",
        "UPDATE users SET name = {}",
        "UPDATE events SET after = {} WHERE sequence = 3",
        "UPDATE settings SET value = {}",
    ];
    for place in places {
        let (bench, living, dead) = bench();
        tamper(&bench, &place.replace("{}", "CAST(zeroblob(100000000) AS TEXT)"));
        for arguments in COMMANDS {
            let output = limited(&bench, arguments, None);
            assert!(matches!(output.code, Some(0 | 3 | 7)), "{place}: {arguments:?}: {}", output.told());
        }
        let run = limited(&bench, &["verify"], Some(&living));
        assert!(matches!(run.code, Some(0 | 1 | 7)), "{place}: {}", run.told());
        let run = limited(&bench, &["verify"], Some(&dead));
        assert!(matches!(run.code, Some(1 | 7)) && run.out.is_empty(), "{place}: {}", run.told());
    }
}

/// Runs tokctl where it may have sixty megabytes, and asserts that it does not take long.
fn limited(bench: &Bench, arguments: &[&str], input: Option<&[u8]>) -> Run {
    let start = Instant::now();
    let mut shell = bench.program("sh");
    shell.args(["-c", "ulimit -v 60000; exec \"$0\" \"$@\"", super::bench::TOKCTL]).args(arguments);
    let mut child = shell.stdin(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.unwrap_or_default()).ok();
    let run = Run::of(child.wait_with_output().unwrap());
    assert!(start.elapsed() < Duration::from_secs(10), "{arguments:?} took {:?}", start.elapsed());
    run
}
