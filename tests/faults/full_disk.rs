//! No byte free where the store lies: nothing is minted, and what must be taken away is taken away.

use std::fs;
use std::os::unix::fs::MetadataExt;

use super::bench::{Bench, CREATE};
use super::ledger::{Ledger, fingerprints, must_be_sound};
use super::mounted::Mounted;

/// A store with three tokens, on a disk with no byte free.
fn filled() -> Option<(Mounted, Bench, Ledger)> {
    let disk = Mounted::of_size("2m")?;
    let bench = Bench::at(disk.path());
    let mut ledger = Ledger::default();
    for _ in 0..3 {
        ledger.enter(bench.run(&CREATE).must_be(0));
    }
    disk.fill();
    Some((disk, bench, ledger))
}

fn has_reserve(bench: &Bench) -> bool {
    fs::metadata(bench.store(".reserve")).is_ok_and(|reserve| reserve.size() == 256 * 1024)
}

#[test]
fn on_a_full_disk_nothing_is_minted_and_a_revocation_goes_through() {
    let Some((disk, bench, ledger)) = filled() else { return };
    let run = bench.run(&CREATE);
    assert!(matches!(run.code, Some(7 | 8)), "{}", run.told());
    run.must_say(&["the disk is full"]);
    ledger.must_hold(&bench, "nothing minted");
    assert!(has_reserve(&bench), "minting took the reserve");
    bench.run(&["revoke", "1", "--yes"]).must_be(0);
    assert_eq!(fingerprints(&bench).len(), 2);
    must_be_sound(&bench, "revoked on a full disk");
    // The room that the reserve gave is taken too, and then there is room again.
    disk.fill();
    disk.empty();
    bench.run(&["revoke", "2", "--yes"]).must_be(0);
    assert!(has_reserve(&bench), "the reserve was not made again");
    disk.fill();
    bench.run(&["revoke", "3", "--yes"]).must_be(0);
    assert_eq!(fingerprints(&bench).len(), 0);
    must_be_sound(&bench, "revoked on a full disk again");
}

#[test]
fn on_a_full_disk_a_revocation_goes_through_though_the_engines_shared_index_has_to_be_made_anew() {
    let Some((disk, bench, _)) = filled() else { return };
    // As after a copy from another disk, or a tidy hand: the engine makes it again of the log.
    fs::remove_file(bench.store("-shm")).unwrap();
    disk.fill();
    bench.run(&["revoke", "1", "--yes"]).must_be(0);
    assert_eq!(fingerprints(&bench).len(), 2);
    must_be_sound(&bench, "without the index");
}

#[test]
fn on_a_full_disk_a_role_a_policy_and_what_is_seen_can_be_taken_away() {
    let Some(disk) = Mounted::of_size("2m") else { return };
    let bench = Bench::at(disk.path());
    for line in [
        "user add bob",
        "project add grp/app --visibility public",
        "member add bob --project grp/app --role maintainer",
        "member add bob --group grp --role owner",
    ] {
        bench.run(&line.split(' ').collect::<Vec<_>>()).must_be(0);
    }
    disk.fill();
    let run = |line: &str| bench.run(&line.split(' ').collect::<Vec<_>>());
    run("member add bob --project grp/app --role owner").must_be(7).must_say(&["the disk is full"]);
    assert!(has_reserve(&bench), "giving took the reserve");
    for line in [
        "member add bob --project grp/app --role guest",
        "member remove bob --group grp",
        "policy set impersonation off",
        "project visibility grp/app private",
    ] {
        run(line).must_be(0);
        // What is freed is taken by others at once, and given back before the next emergency.
        disk.fill();
        disk.empty();
        run("policy set max-life 300d").must_be(0);
        run("policy set max-life none").must_be(0);
        assert!(has_reserve(&bench), "{line}: the reserve was not made again");
        disk.fill();
    }
    must_be_sound(&bench, "taken away on a full disk");
}

#[test]
fn on_a_full_disk_a_secret_is_still_judged() {
    let Some((_disk, bench, _)) = filled() else { return };
    let none = bench.verify(b"gldt-not-one-of-ours");
    none.must_be(1);
    bench.run(&["list"]).must_be(0);
    bench.run(&["show", "1"]).must_be(0);
}

#[test]
fn a_disk_that_fills_up_while_tokens_are_made_ends_in_clear_words() {
    let Some(disk) = Mounted::of_size("768k") else { return };
    let bench = Bench::at(disk.path());
    let mut ledger = Ledger::default();
    let mut failures = 0;
    let mut made = 0;
    while failures < 5 {
        let run = bench.run(&CREATE);
        ledger.enter(&run);
        made += 1;
        if run.code != Some(0) {
            assert!(matches!(run.code, Some(7 | 8)), "{}", run.told());
            run.must_say(&["the disk is full"]);
            failures += 1;
        }
        assert!(made < 2000, "768 KiB never filled up");
    }
    let live = ledger.must_hold(&bench, "filled up");
    bench.run(&["revoke", "1", "--yes"]).must_be(0);
    assert_eq!(fingerprints(&bench).len(), live - 1);
}

#[test]
fn a_disk_without_room_for_a_store_gets_none() {
    for size in ["4k", "64k", "200k", "300k"] {
        let Some(disk) = Mounted::of_size(size) else { return };
        let bench = Bench::at(disk.path());
        bench.run(&CREATE).must_be(7).must_say(&["the disk is full"]);
        let left: Vec<_> = fs::read_dir(bench.directory()).map_or_else(
            |_| Vec::new(),
            |files| files.map(|file| file.unwrap().file_name()).filter(|name| name != "store.db.lock").collect(),
        );
        assert!(left.is_empty(), "{size}: {left:?}");
    }
}
