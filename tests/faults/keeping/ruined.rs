//! Restores over a store of which a part is broken and the rest can be read, killed and failed; and disks that do not give
//! what lies on them.

use std::fs;
use std::process::Command;

use super::{RESTORE, backed_up, home_of, state};
use crate::faults::bench::{Bench, Run, TOKCTL, has, is_long};
use crate::faults::ledger::{must_be_sound, opened};
use crate::faults::traced::{at_every_call, counted, injected};

/// Where the files are moved, removed and made durable.
const CALLS: [&str; 4] = ["rename", "unlink", "fsync", "openat"];

/// A store with a backup of it, and an index that is spoilt: what was revoked since can still be read.
fn spoilt() -> Bench {
    let bench = backed_up();
    let connection = opened(&bench);
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'tokens_end'";
    let page: i64 = connection.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(connection);
    let mut bytes = fs::read(bench.store("")).unwrap();
    let at = (usize::try_from(page).unwrap() - 1) * 4096;
    bytes[at..at + 4096].fill(0xff);
    fs::write(bench.store(""), bytes).unwrap();
    bench
}

/// Returns the names of the copies of the damaged store that were kept.
fn kept(bench: &Bench) -> Vec<String> {
    let names = fs::read_dir(bench.directory()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".damaged-") && name.ends_with('Z')).collect()
}

#[test]
fn a_restore_over_a_damaged_store_killed_at_any_call_brings_nothing_back_when_it_is_run_again() {
    if !has("strace") {
        return;
    }
    let whole = spoilt();
    let done = home_of(&whole);
    let (run, counts) = counted(&done, &RESTORE);
    run.must_be(0).must_say(&["revoked since, and so it stays: deploy token 2"]);
    let after = state(&done);
    at_every_call(&CALLS, &counts, |call, nth| {
        let bench = home_of(&whole);
        let story = format!("killed at {call} {nth}");
        let (_, hit) = injected(&bench, &RESTORE, call, "signal=KILL", nth);
        let run = bench.run(&RESTORE);
        assert_eq!(run.code, Some(0), "{story}: {}", run.told());
        let found = state(&bench);
        assert!(found.contains(&"2 1".to_owned()), "{story}: token 2 is alive again: {}", run.told());
        // Where the first one came to its end, the second replaced a store that is sound.
        assert!(found == after || run.err.contains(".replaced-"), "{story}: {found:#?}");
        must_be_sound(&bench, &story);
        hit
    });
}

#[test]
fn a_restore_over_a_damaged_store_that_fails_leaves_it_as_it_was_or_says_where_it_is() {
    if !has("strace") {
        return;
    }
    let whole = spoilt();
    let before = fs::read(whole.store("")).unwrap();
    let done = home_of(&whole);
    let (run, counts) = counted(&done, &RESTORE);
    run.must_be(0);
    let after = state(&done);
    let mut lost = 0;
    for (call, error) in [
        ("rename", "EIO"),
        ("rename", "EIO+"),
        ("unlink", "EIO+"),
        ("fsync", "EIO"),
        ("fsync", "EIO+"),
        ("openat", "EMFILE"),
        ("pread64", "EIO"),
        ("fcntl", "EIO"),
        ("mmap", "ENOMEM"),
    ] {
        at_every_call(&[call], &counts, |call, nth| {
            let bench = home_of(&whole);
            let story = format!("{error} in {call} {nth}");
            let (run, hit) = injected(&bench, &RESTORE, call, &format!("error={error}"), nth);
            if run.code == Some(0) {
                assert_eq!(state(&bench), after, "{story}");
                return hit;
            }
            if fs::read(bench.store("")).unwrap() != before {
                lost += 1;
                run.must_say(&["the store that was there is kept in `", "hint: `tokctl store "]);
                assert!(run.err.contains(&kept(&bench)[0]), "{story}: {}", run.told());
            }
            let again = bench.run(&RESTORE);
            assert_eq!(again.code, Some(0), "{story}: {}", again.told());
            assert_eq!(state(&bench), after, "{story}: {}", again.told());
            hit
        });
    }
    assert!(lost > 0, "no restore failed where it cannot be undone");
}

#[test]
fn a_restore_that_was_cut_off_asks_the_store_that_it_kept_or_nobody() {
    let bench = spoilt();
    let whole = fs::read(bench.store("")).unwrap();
    bench.run(&RESTORE).must_be(0);
    let kept = kept(&bench).remove(0);
    for ending in ["-wal", "-shm"] {
        fs::remove_file(bench.store(ending)).unwrap();
    }
    let marker = |name: &str| {
        let words = "A restore of this store was cut off. Run `tokctl store restore` again.\nIt is kept in ";
        fs::write(bench.store(""), format!("{words}{name}\n")).unwrap();
    };
    for name in ["", "store.db.damaged-20200101T000000Z", "../../../b.db", "store.db.lock"] {
        marker(name);
        let run = bench.run(&RESTORE);
        run.must_be(7).must_say(&["a restore of the store was cut off", "hint: "]);
    }
    marker(&kept);
    bench.run(&["list"]).must_be(7).must_say(&["a restore of this store was cut off", "`tokctl store restore FILE`"]);
    bench.run(&RESTORE).must_be(0).must_say(&["revoked since, and so it stays: deploy token 2", &kept]);
    assert!(fs::read(bench.directory().join(&kept)).unwrap() == whole);
    must_be_sound(&bench, "restored again");
}

/// Runs tokctl on a disk that does not give what lies at some places of the store.
fn unread(bench: &Bench, arguments: &[&str], when: &str) -> (Run, bool) {
    let log = bench.home().join("trace");
    let mut strace: Command = bench.program("strace");
    strace.args(["-f", "-qq", "-o"]).arg(&log).arg("-P").arg(bench.store(""));
    strace.args(["-e", "trace=pread64", "-e", &format!("inject=pread64:error=EIO:when={when}")]);
    let run = Run::of(strace.arg(TOKCTL).args(arguments).output().unwrap());
    let hit = fs::read_to_string(&log).unwrap().contains("INJECTED");
    fs::remove_file(log).unwrap();
    (run, hit)
}

#[test]
fn a_disk_that_does_not_give_the_store_is_not_taken_for_a_damaged_store() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    // All of it stands in its file.
    bench.run(&["store", "compact"]).must_be(0);
    let before = fs::read(bench.store("")).unwrap();
    let lines: [&[&str]; 4] = [&["list"], &["revoke", "3", "--yes"], &["store", "check"], &RESTORE];
    let mut told = 0;
    for line in lines {
        for when in ["1+", "2+", "3+", "5+", "8+", "2", "3", "5"] {
            let bench = home_of(&bench);
            let story = format!("{line:?}, {when}");
            let (run, hit) = unread(&bench, line, when);
            assert!(kept(&bench).is_empty(), "{story}: {}", run.told());
            let is_advised = run.err.contains("puts a backup in its place")
                || String::from_utf8_lossy(&run.out).contains("puts a backup");
            assert!(!is_advised, "{story}: {}", run.told());
            if run.code != Some(0) {
                assert!(fs::read(bench.store("")).unwrap() == before, "{story}");
                told += usize::from(run.err.contains("the disk does not give"));
            }
            assert!(run.code == Some(7) || !hit || !when.ends_with('+'), "{story}: {}", run.told());
        }
    }
    assert!(told > 10, "{told}");
}

#[test]
fn a_page_that_is_not_given_once_brings_nothing_back_that_a_damaged_store_tells() {
    if !has("strace") {
        return;
    }
    let whole = spoilt();
    let done = home_of(&whole);
    done.run(&RESTORE).must_be(0);
    let after = state(&done);
    // So close together that some fall into the beginning, without which nothing can be asked.
    let mut done = 0;
    for nth in (1..).step_by(if is_long() { 1 } else { 4 }) {
        let bench = home_of(&whole);
        let (run, hit) = unread(&bench, &RESTORE, &nth.to_string());
        if !hit {
            break;
        }
        if run.code == Some(0) {
            assert_eq!(state(&bench), after, "{nth}: {}", run.told());
            done += 1;
        }
    }
    assert!(done > 5, "{done}");
}
