//! Stores that versions of tokctl left behind: whatever comes later, what lived there lives, and what was dead is dead.
//!
//! `tests/data/stores/N.sql` is a store of schema N with a token of each form, kept for ever; a schema that is added brings
//! its own. `TOKCTL_REGENERATE=1 cargo test old_stores` writes one that is missing. The secrets are made while the test runs,
//! of bytes that anybody may know.

#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "what to regenerate is said by the environment")]

use std::convert::Infallible;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use rusqlite::Connection;
use tokctl::domain::digest::Digest;
use tokctl::domain::secret::{Form, Secret};

use crate::support::{Bench, Kept};

/// What makes a store with something of everything. The tokens are numbered in this order.
const LIFE: [&str; 21] = [
    "user add ann",
    "project add grp/app",
    "member add ann --project grp/app --role maintainer",
    "app add board --scope api",
    "create personal --user ann -s api --to ~/1",
    "create impersonation --user ann -s api --to ~/2",
    "create project-access --project grp/app -s api --to ~/3",
    "create deploy --project grp/app -s read_registry --name gitlab-deploy-token --to ~/4",
    "create deploy --group grp -s read_registry --expires 30d --to ~/5",
    "create runner --project grp/app --to ~/6",
    "create runner-registration --group grp --to ~/7",
    "job start --project grp/app --user ann --emit env --to ~/8",
    "create oauth --app board --user ann -s api --to ~/9",
    "create deploy --project grp/app -s read_registry --name withdrawn --to ~/10",
    "create deploy --project grp/app -s read_registry --name stopped --to ~/11",
    "create deploy-key --project grp/app --key ~/key.pub --name key",
    "revoke 10 --yes --reason spare",
    "suspend 11",
    "record add issue --project grp/app --author ann --title x",
    "policy set max-life 1y",
    "runner pause 1",
];

/// Each token's number, the form of its secret, and what is said of it on the day of its making.
const TOKENS: [(u8, Form, &str); 11] = [
    (1, Form::Personal, "allow"),
    (2, Form::Impersonation, "allow"),
    (3, Form::ProjectAccess, "allow"),
    (4, Form::DeployProject, "allow"),
    (5, Form::DeployGroup, "allow"),
    (6, Form::Runner, "allow"),
    (7, Form::RunnerRegistration, "allow"),
    (8, Form::Job, "allow"),
    (9, Form::OauthAccess, "allow"),
    (10, Form::DeployProject, "revoked"),
    (11, Form::DeployProject, "suspended"),
];

/// The secret of a token: of a form, drawn from bytes that are the same for ever.
fn secret(form: Form, number: u8) -> Secret {
    let mut next = number;
    let fill = &mut |bytes: &mut [u8]| {
        for byte in bytes {
            next = next.wrapping_mul(37).wrapping_add(11);
            *byte = next;
        }
        Ok::<_, Infallible>(())
    };
    Secret::mint(form, fill).unwrap()
}

fn kept(form: Form, number: u8) -> Kept {
    Kept::parse(secret(form, number).expose()).unwrap()
}

fn path(version: usize) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/stores/{version}.sql"))
}

/// Makes a store of the schema of today, and writes it down with the secrets that are known.
fn written_down() -> String {
    let bench = Bench::founded();
    fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    bench.all(&LIFE);
    let connection = crate::atomic::open(&bench);
    let set = |sql: &str, form: Form, number: u8| {
        let digest: Digest = secret(form, number).digest();
        assert_eq!(connection.execute(sql, (digest.as_bytes(), number % 100)).unwrap(), 1, "{sql}");
    };
    for (number, form, _) in TOKENS {
        set("UPDATE tokens SET digest = ?1 WHERE id = ?2", form, number);
    }
    set("UPDATE secrets SET digest = ?1 WHERE token_id = ?2 AND job_id IS NULL", Form::OauthRefresh, 109);
    set("UPDATE secrets SET digest = ?1 WHERE token_id = ?2 AND job_id IS NOT NULL", Form::DeployProject, 104);
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
    let mut lines = vec![
        format!("PRAGMA application_id = {};", number("application_id")),
        format!("PRAGMA user_version = {};", number("user_version")),
    ];
    let definitions = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY rowid";
    lines.extend(texts(definitions).iter().map(|sql| format!("{sql};")));
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid") {
        let columns = texts(&format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"));
        let row = columns.join(" || ', ' || ");
        let rows = texts(&format!("SELECT 'INSERT INTO {table} VALUES (' || {row} || ');' FROM {table} ORDER BY 1"));
        lines.extend(rows);
    }
    format!("{}\n", lines.join("\n"))
}

/// Lays a store out that was written down.
fn laid_out(sql: &str) -> Bench {
    let bench = Bench::new();
    fs::create_dir_all(bench.data()).unwrap();
    fs::set_permissions(bench.data(), Permissions::from_mode(0o700)).unwrap();
    let path = bench.data().join("store.db");
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch(&format!("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF; BEGIN; {sql} COMMIT;"))
        .unwrap();
    drop(connection);
    fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
    bench
}

fn version_of_today() -> usize {
    let bench = Bench::founded();
    let version = crate::atomic::open(&bench).pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    usize::try_from(version.unwrap()).unwrap()
}

#[test]
fn every_schema_there_was_has_its_store() {
    for version in 1..=version_of_today() {
        if version == version_of_today()
            && !path(version).exists()
            && std::env::var_os("TOKCTL_REGENERATE").is_some_and(|value| value == "1")
        {
            fs::create_dir_all(path(version).parent().unwrap()).unwrap();
            fs::write(path(version), written_down()).unwrap();
        }
        assert!(path(version).exists(), "there is none of schema {version}");
    }
}

#[test]
fn what_lived_in_an_old_store_lives_and_what_was_dead_is_dead() {
    for version in 1..=version_of_today() {
        let mut bench = laid_out(&fs::read_to_string(path(version)).unwrap());
        // Whoever only looks upgrades nothing.
        bench.ok("store init -q");
        for (number, form, verdict) in TOKENS {
            bench.verdict(&kept(form, number), "", verdict);
            if form != Form::Runner && form != Form::Job {
                bench.verdict(&kept(form, number + 50), "", "unknown");
            }
        }
        bench.verdict(&kept(Form::DeployProject, 104), "--access registry:read --project grp/app", "allow");
        bench.run_with(&["app", "refresh"], secret(Form::OauthRefresh, 109).expose()).code(0);
        bench.verdict(&kept(Form::OauthAccess, 9), "", "rotated_out");
        bench.ok("resume 11");
        bench.verdict(&kept(Form::DeployProject, 11), "", "allow");
        bench.later(31 * 86_400).verdict(&kept(Form::DeployGroup, 5), "", "expired");
        bench.ok("log verify");
        bench.ok("store check");
    }
}
