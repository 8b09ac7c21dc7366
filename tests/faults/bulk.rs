//! Many tokens at once, killed, interrupted and failed at every place: all of them are alive and delivered, or none is.

use std::fs;
use std::path::Path;

use nix::sys::signal::Signal;

use super::bench::{Bench, Random, Run, has, secrets, times};
use super::kills::{struck, usual};
use super::ledger::{Ledger, fingerprints, must_be_sound};
use super::mounted::Mounted;
use super::traced::{at_every_call, counted, injected};

/// Splits a line at its blanks.
fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// Returns all secrets in a file, or in the files of a directory.
fn in_hand(path: &Path) -> Vec<String> {
    let read = |path: &Path| secrets(&fs::read(path).unwrap());
    match fs::read_dir(path) {
        Ok(files) => files.flat_map(|file| read(&file.unwrap().path())).collect(),
        Err(_) if path.exists() => read(path),
        Err(_) => Vec::new(),
    }
}

/// Asserts that all that a run was to make is alive and in hand, or that nothing is.
fn all_or_nothing(bench: &Bench, run: &Run, place: &Path, count: usize, story: &str) -> usize {
    let mut ledger = Ledger::default();
    let held = in_hand(place);
    let whole = held.len();
    for secret in held {
        ledger.receive(secret);
    }
    let story = format!("{story}: {}", run.told());
    let live = ledger.must_agree(bench, &story);
    assert!(live == 0 || (live == count && whole == count), "{story}: {live} of {count} live");
    assert!(run.code != Some(0) || live == count, "{story}: exit 0, but {live} live");
    live
}

/// Where secrets go, by turns.
const PLACES: [&str; 3] = ["--to out", "--to-dir out", "--to-dir out --emit json"];

#[test]
fn a_batch_killed_at_a_random_moment_is_alive_and_in_hand_or_not_there() {
    let mut random = Random::new(11);
    let line = |place: &str| format!("create deploy --scope read_registry --number 2000 --name ci {place}");
    let mut usual = usual(|| {
        Bench::founded().run(&words(&line(PLACES[1]))).must_be(0);
    });
    let (mut made, mut left) = (0, 0);
    for number in 0..times(15) {
        let bench = Bench::founded();
        let line = line(PLACES[number % PLACES.len()]);
        let run = struck(&bench, &words(&line), Signal::SIGKILL, random.delay(usual));
        let (place, story) = (bench.home().join("out"), format!("seed {}, strike {number}, {line}", random.seed));
        let is_made = all_or_nothing(&bench, &run, &place, 2000, &story) > 0;
        // The machine may have become faster or slower since: some are to be struck, and some to get through.
        usual = if is_made { usual * 3 / 4 } else { usual * 5 / 4 };
        made += usize::from(is_made);
        left += usize::from(place.exists());
        must_be_sound(&bench, &story);
        // Whatever it left is in nobody's way.
        bench.run(&words(&line.replace("out", "again").replace("ci", "cd"))).must_be(0);
    }
    assert!(made > 0 && made < times(15), "seed {}: {made} got through, {left} left something", random.seed);
}

#[test]
fn a_batch_that_is_asked_to_end_is_done_whole_or_leaves_no_trace() {
    let mut random = Random::new(12);
    let line = |place: &str| format!("create deploy --scope read_registry --number 1000 {place}");
    let usual = usual(|| {
        Bench::founded().run(&words(&line(PLACES[1]))).must_be(0);
    });
    for number in 0..times(12) {
        let bench = Bench::founded();
        let signal = [Signal::SIGINT, Signal::SIGTERM][number % 2];
        let line = line(PLACES[number % PLACES.len()]);
        let run = struck(&bench, &words(&line), signal, random.delay(usual));
        let (place, story) = (bench.home().join("out"), format!("seed {}, {signal} {number}, {line}", random.seed));
        let live = all_or_nothing(&bench, &run, &place, 1000, &story);
        // From the first file on until the commit is done, such signals wait.
        assert_eq!(place.exists(), live > 0, "{story}: {}", run.told());
    }
}

#[test]
fn a_rotation_of_many_killed_at_a_random_moment_leaves_each_grant_one_live_secret_in_hand() {
    let mut random = Random::new(13);
    let founded = || {
        let bench = Bench::founded();
        bench.run(&words("create deploy --scope read_registry --number 300 --name ci --to old")).must_be(0);
        bench
    };
    let line = "rotate --name ci-* --to-dir out --yes";
    let usual = usual(|| {
        founded().run(&words(line)).must_be(0);
    });
    for number in 0..times(12) {
        let bench = founded();
        let run = struck(&bench, &words(line), Signal::SIGKILL, random.delay(usual));
        let story = format!("seed {}, strike {number}: {}", random.seed, run.told());
        let held = |name: &str| {
            let mut ledger = Ledger::default();
            for secret in in_hand(&bench.home().join(name)) {
                ledger.receive(secret);
            }
            ledger
        };
        let is_new = bench.run(&["list", "--revoked", "--count"]).out != b"0\n";
        assert_eq!(held(if is_new { "out" } else { "old" }).must_agree(&bench, &story), 300);
        assert!(run.code != Some(0) || is_new, "{story}");
        must_be_sound(&bench, &story);
    }
}

#[test]
fn a_batch_whose_calls_fail_says_so_and_leaves_nothing() {
    if !has("strace") {
        return;
    }
    // So few that they are synced one by one, and so many that they are synced at once.
    let together = [("fsync", "error=EIO"), ("write", "error=ENOSPC"), ("pwrite64", "error=ENOSPC+")];
    let one_by_one = [
        ("fsync", "error=EIO"),
        ("write", "error=EIO"),
        ("openat", "error=EMFILE"),
        ("fchmod", "error=EPERM"),
        ("mkdir", "error=ENOSPC"),
    ];
    let at_once = [("syncfs", "error=EIO"), ("fsync", "error=EIO"), ("write", "error=ENOSPC")];
    let cases = [(40, PLACES[0], &together[..]), (3, PLACES[1], &one_by_one), (40, PLACES[2], &at_once)];
    for (number, place, faults) in cases {
        let line = format!("create deploy --scope read_registry --number {number} {place}");
        let (run, counts) = counted(&Bench::founded(), &words(&line));
        run.must_be(0);
        for (call, fault) in faults.iter().filter(|(call, _)| counts.contains_key(*call)) {
            at_every_call(&[call], &counts, |call, nth| {
                let bench = Bench::founded();
                let (run, hit) = injected(&bench, &words(&line), call, fault, nth);
                let (out, story) = (bench.home().join("out"), format!("{line}: {fault} in {call} {nth}"));
                let live = all_or_nothing(&bench, &run, &out, number, &story);
                let known = run.code != Some(9);
                assert!(!known || out.exists() == (live > 0), "{story}: left behind: {}", run.told());
                hit
            });
        }
    }
}

#[test]
fn a_disk_that_fills_up_in_the_middle_of_a_batch_gets_none_of_it() {
    let Some(disk) = Mounted::of_size("4m") else { return };
    let bench = Bench::at(disk.path());
    bench.run(&words("create deploy --scope read_registry --name one --to one")).must_be(0);
    for place in PLACES {
        let run = bench.run(&words(&format!("create deploy --scope read_registry --number 20000 {place}")));
        assert!(matches!(run.code, Some(7 | 8)), "{}", run.told());
        assert!(!bench.home().join("out").exists(), "{place}");
        assert_eq!(fingerprints(&bench).len(), 1);
        must_be_sound(&bench, place);
    }
    // There is room for the tokens, and none for the files.
    let Some(small) = Mounted::of_size("64k") else { return };
    let bench = Bench::founded();
    let out = small.path().join("out");
    for option in ["--to", "--to-dir"] {
        let line = format!("create deploy --scope read_registry --number 2000 {option}");
        let run = bench.run(&[&words(&line)[..], &[out.to_str().unwrap()]].concat());
        run.must_be(8).must_say(&["no token came alive", "No space left"]);
        assert!(!out.exists(), "{option}");
        assert!(fingerprints(&bench).is_empty());
        assert_eq!(fs::read_dir(small.path()).unwrap().count(), 0);
    }
    must_be_sound(&bench, "no room for the files");
}

#[test]
fn a_revocation_of_many_killed_at_a_random_moment_is_done_whole_or_not_at_all() {
    let mut random = Random::new(14);
    let founded = || {
        let bench = Bench::founded();
        bench.run(&words("create deploy --scope read_registry --number 500 --name ci --to 1")).must_be(0);
        bench.run(&words("create project-access --scope api --number 50 --name ci --to 2")).must_be(0);
        bench
    };
    let line = "revoke --name ci-* --yes --quiet";
    let usual = usual(|| {
        founded().run(&words(line)).must_be(0);
    });
    for number in 0..times(12) {
        let bench = founded();
        let run = struck(&bench, &words(line), Signal::SIGKILL, random.delay(usual));
        let story = format!("seed {}, strike {number}: {}", random.seed, run.told());
        let live = fingerprints(&bench).len();
        let users = super::ledger::listed(&bench, &["user", "list", "--json"], "users").len();
        assert!((live, users) == (550, 51) || (live, users) == (0, 1), "{story}: {live} live, {users} users");
        assert!(run.code != Some(0) || live == 0, "{story}");
        must_be_sound(&bench, &story);
    }
}
