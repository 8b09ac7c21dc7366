//! Compacting: the store as small as what it holds.

#![cfg(test)]

use std::fs;

use crate::support::Bench;

fn size(bench: &Bench, ending: &str) -> u64 {
    fs::metadata(bench.data().join(format!("store.db{ending}"))).unwrap().len()
}

#[test]
fn what_was_deleted_takes_no_room() {
    let bench = Bench::after(&["project add grp/app"]);
    let row = "issue,grp/app,,the distinctive title,op,,,\n";
    let rows = format!("kind,project,reference,title,author,editor,assignee,created_at\n{}", row.repeat(5000));
    bench.run_with(&["record", "import", "-q"], rows.as_bytes()).code(0);
    bench.ok("project delete grp/app --yes -q");
    let before = size(&bench, "");
    let told = bench.ok("store compact");
    told.stdout("").says("compacted the store: ").says("; its log: ").says(" before, 0 bytes now");
    // The events of what was deleted stay, until they are pruned.
    assert!(size(&bench, "") < before * 9 / 10, "{before} before, {} now", size(&bench, ""));
    assert_eq!((size(&bench, "-wal"), size(&bench, ".reserve")), (0, 256 * 1024));
    assert!(size(&bench, "-shm") > 0, "the index of the log is gone");
    let left = fs::read_dir(bench.data()).unwrap().count();
    assert_eq!(left, 5, "something else was left");
    bench.ok("store check").says("nothing is wrong");
}

#[test]
fn what_lives_goes_on_and_the_trail_hangs_together() {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry -q");
    let events = bench.ok("log list --json").raw();
    let json = bench.ok("store compact --json").json();
    assert!(json["stores"][0]["bytes"].as_i64().unwrap() > 0);
    assert_eq!(bench.ok("log list --json").raw(), events, "compacting changes nothing");
    bench.verify(&secret, "").code(0);
    bench.ok("create deploy -s read_registry -q --to ~/2");
    assert_eq!(bench.ok("list -q").ids(), [1, 2]);
    bench.ok("store check");
}

#[test]
fn whoever_has_the_store_open_reads_on() {
    let bench = Bench::after(&["create deploy -s read_registry -q --to ~/1"]);
    let reader = crate::atomic::open(&bench);
    let count = || reader.query_row("SELECT count(*) FROM tokens", [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count(), 1);
    bench.ok("store compact");
    bench.ok("create deploy -s read_registry -q --to ~/2");
    assert_eq!(count(), 2, "whoever has the store open reads on in the same file");
}

#[test]
fn indexes_are_built_anew_and_the_mode_of_the_journal_is_put_right() {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry -q");
    let connection = crate::atomic::open(&bench);
    let mode: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
    drop(connection);
    let told = bench.run("store check").code(6).out();
    assert!(told.contains("error journal: the file its journal is `delete`"), "{told}");
    bench.ok("store compact");
    bench.ok("store check");
    bench.verify(&secret, "").code(0);
}

#[test]
fn what_is_not_sound_is_not_compacted() {
    let bench = Bench::founded();
    let connection = crate::atomic::open(&bench);
    connection.execute_batch("CREATE VIEW spy AS SELECT * FROM tokens").unwrap();
    bench
        .run("store compact")
        .code(7)
        .stdout("")
        .says("the schema of this store is not the one that tokctl made")
        .says("`tokctl store check`");
    let told = bench.run("store check").code(6).out();
    assert!(told.contains("the view `spy` is none of tokctl's"), "{told}");
    connection.execute_batch("DROP VIEW spy").unwrap();
    bench.ok("store compact");
}

#[test]
fn compacting_is_for_admins_of_a_store_that_is_there() {
    let bench = Bench::after(&["user add ann"]);
    bench.run("store compact --as ann").is(4, "", "error: only an admin may compact the store\n");
    Bench::new().run("store compact").code(7).says("there is no store at");
}
