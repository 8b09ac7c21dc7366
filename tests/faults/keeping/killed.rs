//! Killed at any call, and at any moment: all or nothing, and the next one clears up.

use std::fs;

use super::{CALLS, COMPACT, PRUNE, RESTORE, backed_up, home_of, leftovers, must_be_a_backup_or_nothing, state};
use crate::faults::bench::{Bench, CREATE, Random, has, times};
use crate::faults::kills::{struck, usual};
use crate::faults::ledger::{must_be_sound, opened};
use crate::faults::traced::{at_every_call, counted, injected};

#[test]
fn a_backup_killed_at_any_call_is_whole_or_not_there_and_the_next_one_clears_up() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    let line = ["store", "backup", "c.db"];
    let (run, counts) = counted(&home_of(&bench), &line);
    run.must_be(0);
    let mut found = [0, 0];
    at_every_call(&CALLS, &counts, |call, nth| {
        let bench = home_of(&bench);
        let story = format!("killed at {call} {nth}");
        let (_, hit) = injected(&bench, &line, call, "signal=KILL", nth);
        let is_there = must_be_a_backup_or_nothing(&bench, "c.db", &story);
        found[usize::from(is_there)] += 1;
        if !is_there {
            bench.run(&line).must_be(0);
            assert!(leftovers(bench.home()).is_empty(), "{story}: {:?}", leftovers(bench.home()));
        }
        hit
    });
    assert!(found[0] > 10 && found[1] > 0, "{found:?}");
}

#[test]
fn a_restore_killed_at_any_call_leaves_the_old_store_or_the_new_one_and_nothing_comes_alive() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    let before = state(&bench);
    let done = home_of(&bench);
    let (run, counts) = counted(&done, &RESTORE);
    run.must_be(0);
    let after = state(&done);
    assert!(before.contains(&"4 0".to_owned()) && !after.contains(&"4 0".to_owned()));
    assert!(before.contains(&"2 1".to_owned()) && after.contains(&"2 1".to_owned()), "2 is revoked in both");
    must_be_sound(&done, "restored");
    let mut found = [0, 0];
    at_every_call(&CALLS, &counts, |call, nth| {
        let bench = home_of(&bench);
        let story = format!("killed at {call} {nth}");
        let (_, hit) = injected(&bench, &RESTORE, call, "signal=KILL", nth);
        let state = state(&bench);
        assert!(state == before || state == after, "{story}: {state:#?}");
        found[usize::from(state == after)] += 1;
        bench.run(&RESTORE).must_be(0);
        assert!(leftovers(&bench.directory()).is_empty(), "{story}: {:?}", leftovers(&bench.directory()));
        must_be_sound(&bench, &story);
        hit
    });
    assert!(found[0] > 10 && found[1] > 0, "{found:?}");
}

/// Spoils the store so that nothing of it can be read.
fn spoil(bench: &Bench) {
    fs::write(bench.store(""), "no database at all").unwrap();
}

#[test]
fn a_restore_over_nothing_or_over_ruins_killed_at_any_call_can_be_run_again_and_no_log_is_read_into_it() {
    if !has("strace") {
        return;
    }
    let whole = backed_up();
    let log = fs::read(whole.store("-wal")).unwrap();
    assert!(!log.is_empty());
    for is_ruin in [false, true] {
        let start = || {
            let bench = home_of(&whole);
            if is_ruin {
                spoil(&bench);
            } else {
                for ending in ["", "-wal", "-shm"] {
                    fs::remove_file(bench.store(ending)).unwrap();
                }
            }
            bench
        };
        let done = start();
        let (run, counts) = counted(&done, &RESTORE);
        run.must_be(0);
        let after = state(&done);
        let mut found = [0, 0];
        at_every_call(&CALLS, &counts, |call, nth| {
            let bench = start();
            let story = format!("ruin {is_ruin}, killed at {call} {nth}");
            let (_, hit) = injected(&bench, &RESTORE, call, "signal=KILL", nth);
            let listed = bench.run(&["list", "-q"]);
            let is_done = listed.code == Some(0) && bench.store("").exists();
            if is_done {
                assert_eq!(state(&bench), after, "{story}");
            } else {
                // Over ruins nobody finds a place that is free for a new store.
                assert!(!is_ruin || bench.run(&CREATE).code == Some(7), "{story}");
                bench.run(&RESTORE).must_be(0);
                assert_eq!(state(&bench), after, "{story}");
            }
            found[usize::from(is_done)] += 1;
            assert!(leftovers(&bench.directory()).iter().all(|name| is_done || name.is_empty()), "{story}");
            must_be_sound(&bench, &story);
            hit
        });
        assert!(found[0] > 10 && found[1] > 0, "{found:?}");
    }
}

#[test]
fn pruning_and_compacting_killed_at_any_call_do_all_or_nothing() {
    if !has("strace") {
        return;
    }
    let bench = backed_up();
    // What happened long ago.
    let connection = opened(&bench);
    connection.execute_batch("UPDATE tokens SET revoked_at = 1 WHERE revoked_at IS NOT NULL").unwrap();
    drop(connection);
    let before = state(&bench);
    for line in [&PRUNE[..], &COMPACT] {
        let done = home_of(&bench);
        let (run, counts) = counted(&done, line);
        run.must_be(0);
        let after = state(&done);
        assert_eq!(after == before, line == COMPACT);
        let mut found = [0, 0];
        at_every_call(&CALLS, &counts, |call, nth| {
            let bench = home_of(&bench);
            let story = format!("{line:?} killed at {call} {nth}");
            let (_, hit) = injected(&bench, line, call, "signal=KILL", nth);
            let state = state(&bench);
            assert!(state == before || state == after, "{story}: {state:#?}");
            found[usize::from(state == after)] += 1;
            bench.run(&COMPACT).must_be(0);
            assert!(leftovers(&bench.directory()).is_empty(), "{story}: {:?}", leftovers(&bench.directory()));
            bench.run(&["store", "check"]).must_be(0);
            hit
        });
        assert!(found[1] > 0, "{line:?} {found:?}");
    }
}

#[test]
fn restores_and_compacts_killed_at_random_moments_leave_one_store_or_the_other() {
    let bench = backed_up();
    let before = state(&bench);
    let done = home_of(&bench);
    done.run(&RESTORE).must_be(0);
    let after = state(&done);
    let mut random = Random::new(11);
    for (line, states) in [(&RESTORE[..], [&before, &after]), (&COMPACT, [&before, &before])] {
        let length = usual(|| drop(home_of(&bench).run(line)));
        for number in 0..times(30) {
            let bench = home_of(&bench);
            let delay = random.delay(length);
            struck(&bench, line, nix::sys::signal::Signal::SIGKILL, delay);
            let state = state(&bench);
            let story = format!("seed {}, {line:?} {number}", random.seed);
            assert!(states.contains(&&state), "{story}: {state:#?}");
        }
    }
}
