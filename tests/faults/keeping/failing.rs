//! Calls that fail, and no room on the disk: what is said is what happened.

use std::fs;

use super::{BACKUP, COMPACT, RESTORE, backed_up, home_of, leftovers, must_be_a_backup_or_nothing, state};
use crate::faults::bench::{Bench, CREATE, has};
use crate::faults::ledger::{fingerprints, must_be_sound};
use crate::faults::mounted::Mounted;
use crate::faults::traced::{at_every_call, counted, injected};

#[test]
fn a_backup_whose_calls_fail_says_so_and_leaves_nothing() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    let line = ["store", "backup", "c.db"];
    let (run, counts) = counted(&home_of(&bench), &line);
    run.must_be(0);
    for (call, error) in [
        ("fsync", "EIO"),
        ("fsync", "EIO+"),
        ("fdatasync", "EIO"),
        ("pwrite64", "ENOSPC"),
        ("pwrite64", "ENOSPC+"),
        ("openat", "EMFILE"),
        ("renameat2", "EIO"),
        ("ftruncate", "EIO"),
    ] {
        let calls = [call];
        if !counts.contains_key(call) {
            continue;
        }
        at_every_call(&calls, &counts, |call, nth| {
            let bench = home_of(&bench);
            let story = format!("{error} in {call} {nth}");
            let fault = format!("error={error}");
            let (run, hit) = injected(&bench, &line, call, &fault, nth);
            let is_there = must_be_a_backup_or_nothing(&bench, "c.db", &story);
            match run.code {
                Some(0) => assert!(is_there, "{story}: {}", run.told()),
                // A commit of which nobody knows leaves the backup, which is whole.
                Some(9) => {}
                Some(_) => assert!(!is_there, "{story}: {}", run.told()),
                None => panic!("{story}: {}", run.told()),
            }
            assert!(run.code != Some(7) || leftovers(bench.home()).is_empty(), "{story}");
            must_be_sound(&bench, &story);
            hit
        });
    }
}

#[test]
fn a_restore_whose_calls_fail_leaves_the_old_store_or_the_new_one_as_it_says() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    let before = state(&bench);
    let done = home_of(&bench);
    let (run, counts) = counted(&done, &RESTORE);
    run.must_be(0);
    let after = state(&done);
    for (call, error) in [
        ("fsync", "EIO"),
        ("fsync", "EIO+"),
        ("fdatasync", "EIO+"),
        ("pwrite64", "ENOSPC"),
        ("pwrite64", "ENOSPC+"),
        ("pwrite64", "EIO"),
        ("pread64", "EIO"),
        ("pread64", "EIO+"),
        ("openat", "EMFILE"),
        ("copy_file_range", "ENOSPC"),
    ] {
        if !counts.contains_key(call) {
            continue;
        }
        at_every_call(&[call], &counts, |call, nth| {
            let bench = home_of(&bench);
            let story = format!("{error} in {call} {nth}");
            let (run, hit) = injected(&bench, &RESTORE, call, &format!("error={error}"), nth);
            let state = state(&bench);
            match run.code {
                Some(0) => assert!(state == after, "{story}: {} {state:#?}", run.told()),
                Some(9) => assert!(state == before || state == after, "{story}: {state:#?}"),
                Some(_) => assert!(state == before, "{story}: {} {state:#?}", run.told()),
                None => panic!("{story}: {}", run.told()),
            }
            hit
        });
    }
}

#[test]
fn compacting_whose_calls_fail_changes_nothing() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    let before = state(&bench);
    let (run, counts) = counted(&home_of(&bench), &COMPACT);
    run.must_be(0);
    for (call, error) in [("fsync", "EIO+"), ("fdatasync", "EIO+"), ("pwrite64", "ENOSPC+"), ("pwrite64", "EIO")] {
        if !counts.contains_key(call) {
            continue;
        }
        at_every_call(&[call], &counts, |call, nth| {
            let bench = home_of(&bench);
            let story = format!("{error} in {call} {nth}");
            let (run, hit) = injected(&bench, &COMPACT, call, &format!("error={error}"), nth);
            assert!(matches!(run.code, Some(0 | 7 | 9 | 10)), "{story}: {}", run.told());
            assert_eq!(state(&bench), before, "{story}");
            hit
        });
    }
}

#[test]
fn on_a_full_disk_nothing_is_half_done_and_everything_is_as_it_was() {
    let Some(disk) = Mounted::of_size("3m") else { return };
    let bench = Bench::at(disk.path());
    for _ in 0..3 {
        bench.run(&[&CREATE[..], &["-q"]].concat()).must_be(0);
    }
    bench.run(&BACKUP).must_be(0);
    bench.run(&["revoke", "2", "--yes"]).must_be(0);
    disk.fill();
    let before = state(&bench);
    for line in [&["store", "backup", "c.db"][..], &RESTORE, &COMPACT] {
        let run = bench.run(line);
        assert_eq!(run.code, Some(7), "{line:?}: {}", run.told());
        run.must_say(&["the disk is full"]);
        assert_eq!(state(&bench), before, "{line:?}");
        assert!(leftovers(disk.path()).is_empty() && leftovers(&bench.directory()).is_empty(), "{line:?}");
        assert!(!bench.home().join("c.db").exists());
    }
    bench.run(&["revoke", "1", "--yes"]).must_be(0);
    disk.empty();
    bench.run(&RESTORE).must_be(0);
    assert_eq!(fingerprints(&bench).len(), 1);
}

#[test]
fn where_the_store_has_no_room_for_the_event_the_backup_is_taken_away_again() {
    let Some(disk) = Mounted::of_size("2m") else { return };
    let bench = Bench::at(disk.path());
    bench.run(&CREATE).must_be(0);
    disk.fill();
    let elsewhere = tempfile::TempDir::new().unwrap();
    let file = elsewhere.path().join("b.db");
    bench.run(&["store", "backup", file.to_str().unwrap()]).must_be(7).must_say(&["the disk is full"]);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    must_be_sound(&bench, "backed up on a full disk");
}
