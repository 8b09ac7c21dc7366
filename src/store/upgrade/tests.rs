//! Upgrades to versions that only these tests know, since every released one is the first.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::*;
use crate::domain::error::Code;
use crate::domain::id::UserId;
use crate::domain::time::Timestamp;
use crate::domain::user::UserKind;
use crate::store::place::Origin;
use crate::store::write::Done;

const FIRST: &str = STEPS[0];

/// Two further versions: one adds a column and fills it, one puts a table in the place of another that others name.
const LATER: [&str; 3] = [
    FIRST,
    "ALTER TABLE users ADD COLUMN motto TEXT NOT NULL DEFAULT ''; -- a comment
     UPDATE users SET motto = 'of ' || username;",
    "CREATE TABLE apps_anew (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, scopes INTEGER NOT NULL,
        owner_id INTEGER NOT NULL REFERENCES users (id), created_at INTEGER NOT NULL, url TEXT
     ) STRICT;
     INSERT INTO apps_anew (id, name, scopes, owner_id, created_at) SELECT id, name, scopes, owner_id, created_at FROM apps;
     DROP TABLE apps;
     ALTER TABLE apps_anew RENAME TO apps;
     CREATE UNIQUE INDEX apps_name ON apps (lower(name));",
];

fn at() -> Timestamp {
    Timestamp::from_seconds(1_800_000_000).unwrap()
}

fn doer() -> Doer {
    Doer {
        id: UserId(0),
        username: "ann".into(),
        operator: None,
        uid: 1,
        host: "h".into(),
        command: "create deploy".into(),
    }
}

/// A store of the first version with an admin.
fn store(directory: &Path) -> Place {
    let place = Place::new(&directory.join("store.db"), Origin::Option).unwrap();
    let furnish = |writing: &Writing<'_>| {
        let id = writing.insert_user(UserKind::Human, "ann", "Ann", true, None)?;
        let change = Change::of("user.add", "user", id.0, "ann");
        Ok(Done { result: (), doer: doer(), changes: vec![change] })
    };
    Store::found(&place, true, &at, furnish).unwrap();
    place
}

fn version(place: &Place) -> usize {
    schema::version(&engine::open(place, Purpose::Read).unwrap(), &LATER).unwrap()
}

/// Says how many events there are, and asserts that the store is sound.
fn sound(place: &Place, version: usize) -> i64 {
    let store = engine::open(place, Purpose::Read).unwrap();
    soundness::examine(&store, version, &LATER, "the store").unwrap();
    store.query_row("SELECT count(*) FROM events", [], |row| row.get(0)).unwrap()
}

fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_store_is_brought_up_step_by_step_and_kept_as_it_was() {
    let directory = tempfile::tempdir().unwrap();
    let place = store(directory.path());
    assert_eq!(bring_up(&place, &LATER[..1], &at, &doer()).unwrap(), None, "it is up to date");
    let backup = directory.path().join("store.db.version-1-20270115T080000Z");
    let done = bring_up(&place, &LATER, &at, &doer()).unwrap().unwrap();
    assert_eq!((done.from, done.to, done.backup.as_path()), (1, 3, backup.as_path()));
    assert_eq!(sound(&place, 3), 2);
    let store = engine::open(&place, Purpose::Read).unwrap();
    let motto: String = store.query_row("SELECT motto FROM users", [], |row| row.get(0)).unwrap();
    assert_eq!(motto, "of ann");
    let told = "SELECT action || ' ' || before || ' ' || actor FROM events ORDER BY sequence DESC LIMIT 1";
    let told: String = store.query_row(told, [], |row| row.get(0)).unwrap();
    assert_eq!(told, r#"store.upgrade {"version":1} ann"#);
    let kept = engine::open_apart(&backup, Purpose::Read).unwrap();
    assert_eq!(schema::version(&kept, &LATER).unwrap(), 1);
    soundness::examine(&kept, 1, &LATER, "the backup").unwrap();
    assert_eq!(bring_up(&place, &LATER, &at, &doer()).unwrap(), None, "once is enough");
    assert_eq!(bring_up(&place, &LATER[..2], &at, &doer()).unwrap_err().code, Code::Store, "never down again");
}

#[test]
fn a_step_that_fails_leaves_the_store_as_it_was() {
    let broken = [
        "DROP TABLE nonsense;",
        // Rows that name what is not there any more.
        "INSERT INTO members VALUES (1, NULL, 77, 10, 0, 1);",
    ];
    for step in broken {
        let directory = tempfile::tempdir().unwrap();
        let place = store(directory.path());
        let error = bring_up(&place, &[FIRST, LATER[1], step], &at, &doer()).unwrap_err();
        assert_eq!(error.code, Code::Store, "{step}");
        assert_eq!((version(&place), sound(&place, 1)), (1, 1), "{step}");
    }
}

#[test]
fn an_older_store_says_what_brings_it_up_to_date_and_a_newer_one_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let place = store(directory.path());
    bring_up(&place, &LATER, &at, &doer()).unwrap();
    let store = Store::at(place, true).unwrap().0;
    let error = store.read(&at, |_| Ok(())).unwrap_err();
    assert!(error.what.contains("newer tokctl") && !schema::is_older(&error), "{error:?}");
    assert_eq!(store.bring_up(&at, &doer()).unwrap_err().what, error.what);
}

/// No test by itself, and nothing without the variable: the process that is killed below.
#[test]
fn other_process() {
    let Some(store) = crate::testing::named_store() else { return };
    let place = Place::new(Path::new(&store), Origin::Option).unwrap();
    bring_up(&place, &LATER, &at, &doer()).unwrap();
}

fn upgrading(place: &Place) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "store::upgrade::tests::other_process", "--test-threads=1"]);
    command.env("TOKCTL_TEST_STORE", place.database()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn an_upgrade_killed_at_any_moment_leaves_the_old_store_or_the_new_one_and_the_next_one_finishes() {
    let usual = {
        let directory = tempfile::tempdir().unwrap();
        let place = store(directory.path());
        let start = Instant::now();
        assert!(upgrading(&place).status().unwrap().success());
        start.elapsed()
    };
    let mut found = [0, 0];
    for number in 0..60_u32 {
        let directory = tempfile::tempdir().unwrap();
        let place = store(directory.path());
        let mut child = upgrading(&place).spawn().unwrap();
        let delay = usual * number / 50;
        let start = Instant::now();
        while start.elapsed() < delay {
            std::thread::sleep(Duration::from_micros(50));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let version = version(&place);
        assert!(version == 1 || version == 3, "between two versions: {version}");
        found[usize::from(version == 3)] += 1;
        let events = sound(&place, version);
        assert_eq!(events, if version == 1 { 1 } else { 2 });
        // What claims to be a backup is one.
        for name in names(directory.path()).iter().filter(|name| name.contains(".version-1-") && !name.starts_with('.'))
        {
            let kept = engine::open_apart(&directory.path().join(name), Purpose::Read).unwrap();
            soundness::examine(&kept, 1, &LATER, name).unwrap();
        }
        // A second later, so that it is not by chance that the same names are taken.
        bring_up(&place, &LATER, &|| at().plus(1).unwrap(), &doer()).unwrap();
        assert_eq!((self::version(&place), sound(&place, 3)), (3, 2));
        let partial: Vec<String> =
            names(directory.path()).into_iter().filter(|name| name.contains("partial")).collect();
        assert!(partial.is_empty(), "{partial:?}");
    }
    assert!(found[0] > 3 && found[1] > 3, "{found:?}");
}

/// A commit that was not synced stands in the log all the same, and is gone after a power cut.
#[test]
fn an_upgrade_whose_commit_cannot_be_synced_is_not_said_to_be_done() {
    if !crate::testing::has("strace") {
        return;
    }
    let mut done = Vec::new();
    for nth in 1..=5 {
        let directory = tempfile::tempdir().unwrap();
        let place = store(directory.path());
        let calls = "fsync,fdatasync";
        let upgrading = upgrading(&place);
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-P"]).arg(place.log());
        strace.args(["-e", &format!("trace={calls}"), "-e", &format!("inject={calls}:error=EIO:when={nth}+")]);
        strace.arg(upgrading.get_program()).args(upgrading.get_args()).stdout(Stdio::null()).stderr(Stdio::null());
        strace.env("TOKCTL_TEST_STORE", place.database());
        done.push(strace.status().unwrap().success());
    }
    // The head of the log is synced, then the commit; then the log, to be emptied, on which nothing hangs.
    assert_eq!(done, [false, false, true, true, true]);
}
