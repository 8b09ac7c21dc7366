//! Backups: whole copies of a store in use, that are what they claim to be.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::support::Bench;

/// Opens a database that is no store in use.
#[expect(clippy::disallowed_methods, reason = "a test looks into a backup as any program can")]
pub(crate) fn opened(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
}

fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_one_private_file_that_holds_the_whole_store_and_no_secret() {
    let bench = Bench::after(&["user add ann"]);
    let secret = bench.secret("create deploy -s read_registry -q");
    let told = bench.ok("store backup ~/b.db");
    told.stdout("").says("backed up to ~/b.db: 1 token, 2 users, 4 events; ");
    let backup = bench.path("b.db");
    assert_eq!(mode(&backup), 0o600);
    assert_eq!(names(bench.home()), [".local", "b.db"]);
    let content = opened(&backup);
    let of = |sql: &str| content.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(of("PRAGMA integrity_check"), "ok");
    assert_eq!(of("PRAGMA journal_mode"), "delete", "a backup needs no other file");
    assert_eq!(of("SELECT group_concat(username) FROM users"), "op,ann");
    let bytes = fs::read(&backup).unwrap();
    let payload = &secret.expose()[5..25];
    assert!(!bytes.windows(payload.len()).any(|window| window == payload));
    assert_eq!(bench.actions(1), ["store.backup ~/b.db"]);
}

#[test]
fn a_backup_tells_programs_where_its_trail_ends() {
    let bench = Bench::founded();
    let head = bench.ok("store info --json").json()["stores"][0]["head"].clone();
    let json = bench.ok("store backup ~/b.db --json").json();
    let backup = &json["backups"][0];
    assert_eq!(backup["head"], head);
    assert_eq!((backup["tokens"].as_i64(), backup["last_event"].as_i64()), (Some(0), Some(2)));
    bench.run("store backup ~/c.db -q").is(0, "", "");
}

#[test]
fn nothing_is_ever_overwritten_and_nothing_half_stays() {
    let bench = Bench::founded();
    fs::write(bench.path("taken"), "mine").unwrap();
    symlink(bench.path("nowhere"), bench.path("link")).unwrap();
    fs::create_dir(bench.path("directory")).unwrap();
    fs::write(bench.path("sided-wal"), "x").unwrap();
    let store = bench.data().join("store.db");
    bench.refuses(
        5,
        &[
            ("store backup ~/taken", "`~/taken` is already there"),
            ("store backup ~/link", "`~/link` is already there"),
            ("store backup ~/directory", "`~/directory` is already there"),
        ],
    );
    bench.refuses(7, &[("store backup ~/sided", "`~/sided-wal` lies where")]);
    bench.refuses(
        2,
        &[
            ("store backup ~/none/b.db", "there is no directory `~/none`"),
            ("store backup ''", "FILE"),
            ("store backup -", "a backup is a file, never a stream"),
            ("store backup file:x", "the name of the backup is no plain path"),
            ("store backup :memory:", "the name of the backup is no plain path"),
            ("store backup ~/b?c", "the name of the backup has a `?`"),
            ("store backup ~/", "the name of the backup names a directory"),
        ],
    );
    for ending in ["", "-wal", "-shm", "-journal", ".lock", ".reserve", ".new"] {
        let told = bench.run(&format!("store backup {}{ending}", store.display()));
        told.code(2).says("is a name of the store's own");
    }
    assert_eq!(fs::read_to_string(bench.path("taken")).unwrap(), "mine");
    assert!(!bench.path("nowhere").exists());
    assert_eq!(names(bench.home()), [".local", "directory", "link", "sided-wal", "taken"]);
    assert_eq!(bench.actions(1), ["project.add op/default"]);
}

#[test]
fn a_directory_in_which_others_could_exchange_the_file_is_refused() {
    let bench = Bench::founded();
    let shared = bench.path("shared");
    fs::create_dir(&shared).unwrap();
    fs::set_permissions(&shared, fs::Permissions::from_mode(0o777)).unwrap();
    bench.run("store backup ~/shared/b.db").code(7).says("can be written by every user");
    fs::set_permissions(&shared, fs::Permissions::from_mode(0o1777)).unwrap();
    bench
        .run("store backup ~/shared/b.db")
        .code(0)
        .says("warning: the directory `~/shared` can be written by every user");
    assert_eq!(names(&shared), ["b.db"]);
}

#[test]
fn who_is_no_admin_or_has_no_store_gets_none() {
    let bench = Bench::after(&["user add ann"]);
    bench.run("store backup ~/b.db --as ann").is(4, "", "error: only an admin may back the store up\n");
    assert!(!bench.path("b.db").exists());
    let bench = Bench::new();
    bench.run("store backup ~/b.db").code(7).says("there is no store at");
    assert_eq!(names(bench.home()), Vec::<String>::new());
}

#[test]
fn a_store_that_cannot_be_read_whole_gives_no_backup() {
    let bench = Bench::after(&["create deploy -s read_registry -q --to ~/1"]);
    let connection = crate::atomic::open(&bench);
    connection.execute_batch("CREATE TRIGGER trap AFTER INSERT ON tokens BEGIN SELECT 1; END").unwrap();
    bench.run("store backup ~/b.db").code(7).says("the trigger `trap` is none of tokctl's");
    connection.execute_batch("DROP TRIGGER trap; UPDATE events SET name = 'other' WHERE sequence = 2").unwrap();
    bench.run("store backup ~/b.db").code(7).says("its trail is broken at event 2");
    drop(connection);
    assert_eq!(names(bench.home()), [".local", "1"]);
}

#[test]
fn the_last_backup_is_known() {
    let mut bench = Bench::founded();
    let known = |bench: &Bench| bench.ok("store info --json").json()["stores"][0]["backed_up_at"].clone();
    assert_eq!(known(&bench), serde_json::Value::Null);
    bench.ok("store backup ~/1.db");
    bench.later(60).ok("store backup ~/2.db");
    assert_eq!(known(&bench), "2026-06-15T12:01:00Z");
}
