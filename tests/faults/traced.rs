//! Killed at, or failed in, every system call of a kind in turn, by `strace`.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;

use super::bench::{Bench, CREATE, Run, has, times};
use super::ledger::{Ledger, fingerprints, must_be_sound};
use super::tally;

/// What writes, makes durable, moves, locks or opens.
pub(super) const CALLS: [&str; 22] = [
    "write",
    "pwrite64",
    "pread64",
    "fsync",
    "fdatasync",
    "syncfs",
    "ftruncate",
    "fallocate",
    "unlink",
    "openat",
    "fcntl",
    "rename",
    "renameat2",
    "copy_file_range",
    "flock",
    "mmap",
    "close",
    "mkdir",
    "fchmod",
    "poll",
    "getrandom",
    "rt_sigprocmask",
];

/// How long a command may take with a fault in it, in seconds: locks are tried for ten, and each of several in turn.
const PATIENCE: &str = "120";

/// Runs tokctl with one fault put into the N-th call of a kind; says whether it came that far.
///
/// The fault ends with `+` where all later calls fail too.
pub(super) fn injected(bench: &Bench, arguments: &[&str], call: &str, fault: &str, nth: usize) -> (Run, bool) {
    let log = bench.home().join("trace");
    // Whoever hangs is killed, which no test takes for an end.
    let mut strace = bench.program("timeout");
    strace.args(["-s", "KILL", PATIENCE, "strace", "-f", "-qq", "-o"]).arg(&log);
    let (fault, on) = fault.strip_suffix('+').map_or((fault, ""), |fault| (fault, "+"));
    strace.args(["-e", &format!("trace={call}"), "-e", &format!("inject={call}:{fault}:when={nth}{on}")]);
    if call == "mmap" {
        // All other memory is asked for by the loader and the runtime, before tokctl itself begins.
        strace.arg("-P").arg(bench.store("-shm"));
    }
    let output = strace.arg(super::bench::TOKCTL).args(arguments).output().unwrap();
    let trace = fs::read_to_string(&log).unwrap_or_default();
    fs::remove_file(log).ok();
    let hit = trace.contains("INJECTED") || trace.contains("+++ killed by") || output.status.signal().is_some();
    tally::faults(usize::from(hit));
    (Run::of(output), hit)
}

/// Returns which calls of a kind are tried: all of them, or in a short run the first, the last and so many between.
fn positions(count: usize) -> Vec<usize> {
    let most = times(MOST);
    if count <= most {
        (1..=count).collect()
    } else {
        (1..=most).map(|index| 1 + (index - 1) * (count - 1) / (most - 1)).collect()
    }
}

/// How many calls of a kind are tried in a short run.
const MOST: usize = 10;

/// Counts the calls of each kind that one run makes.
pub(super) fn counted(bench: &Bench, arguments: &[&str]) -> (Run, BTreeMap<String, usize>) {
    counted_of(bench, &CALLS, arguments)
}

/// Counts the calls of some kinds that one run makes.
pub(super) fn counted_of(bench: &Bench, calls: &[&str], arguments: &[&str]) -> (Run, BTreeMap<String, usize>) {
    let log = bench.home().join("trace");
    let mut strace = bench.program("strace");
    strace.args(["-f", "-qq", "-o"]).arg(&log).args(["-e", &format!("trace={}", calls.join(","))]);
    let run = Run::of(strace.arg(super::bench::TOKCTL).args(arguments).output().unwrap());
    let mut counts = BTreeMap::new();
    for line in fs::read_to_string(&log).unwrap().lines() {
        // The number of the process, then the call.
        let call = line.split_whitespace().nth(1).and_then(|rest| rest.split('(').next()).unwrap_or_default();
        *counts.entry(call.to_owned()).or_insert(0) += 1;
    }
    fs::remove_file(log).unwrap();
    (run, counts)
}

/// Does something at every position of every call.
pub(super) fn at_every_call(
    calls: &[&str],
    counts: &BTreeMap<String, usize>,
    mut strike: impl FnMut(&str, usize) -> bool,
) {
    let mut hits = 0;
    for call in calls {
        for nth in positions(counts.get(*call).copied().unwrap_or(0)) {
            hits += usize::from(strike(call, nth));
        }
    }
    assert!(hits > 0, "nothing was hit");
}

#[test]
fn a_create_killed_at_any_call_leaves_nothing_alive_that_was_not_printed() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    let (run, counts) = counted(&bench, &CREATE);
    ledger.enter(run.must_be(0));
    at_every_call(&CALLS, &counts, |call, nth| {
        let (run, hit) = injected(&bench, &CREATE, call, "signal=KILL", nth);
        ledger.enter(&run);
        ledger.must_agree(&bench, &format!("killed at {call} {nth}"));
        hit
    });
    ledger.must_hold(&bench, "killed at every call");
}

#[test]
fn a_first_command_killed_at_any_call_leaves_a_whole_store_or_none() {
    if !has("strace") {
        return;
    }
    let (run, counts) = counted(&Bench::new(), &CREATE);
    run.must_be(0);
    at_every_call(&CALLS, &counts, |call, nth| {
        let bench = Bench::new();
        let mut ledger = Ledger::default();
        let (run, hit) = injected(&bench, &CREATE, call, "signal=KILL", nth);
        ledger.enter(&run);
        ledger.enter(bench.run(&CREATE).must_be(0));
        ledger.must_hold(&bench, &format!("killed at {call} {nth}"));
        hit
    });
}

/// What each call is made to fail with.
const ERRORS: [(&str, &[&str]); 8] = [
    ("fsync", &["EIO", "EIO+", "ENOSPC"]),
    ("pwrite64", &["ENOSPC", "ENOSPC+", "EIO", "EDQUOT"]),
    ("write", &["ENOSPC", "EIO", "EINTR"]),
    ("ftruncate", &["EIO"]),
    ("openat", &["EMFILE", "EACCES"]),
    ("fcntl", &["EIO", "ENOLCK"]),
    ("mmap", &["ENOMEM"]),
    ("flock", &["EINTR", "ENOLCK"]),
];

/// The exit codes of a command that says what went wrong; 1 and 127 are those of the program's loader.
const HONEST: [i32; 6] = [7, 8, 9, 10, 127, 1];

/// Asserts that a run either did everything, or ended with a code and words that say that it did not.
pub(super) fn must_be_honest(run: &Run, story: &str) {
    let code = run.code.unwrap_or_else(|| panic!("{story}: {}", run.told()));
    assert!(code == 0 || HONEST.contains(&code), "{story}: {}", run.told());
    if code != 0 && !story.contains(" write ") {
        assert!(run.err.contains("error"), "{story}: {}", run.told());
    }
}

#[test]
fn a_create_whose_calls_fail_says_so_and_leaves_nothing_alive_that_was_not_printed() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    let (run, counts) = counted(&bench, &CREATE);
    ledger.enter(run.must_be(0));
    for (call, errors) in ERRORS {
        for error in errors {
            at_every_call(&[call], &counts, |call, nth| {
                let story = format!("{error} in {call} {nth}");
                let before = fingerprints(&bench).len();
                let (run, hit) = injected(&bench, &CREATE, call, &format!("error={error}"), nth);
                must_be_honest(&run, &story);
                ledger.enter(&run);
                let after = ledger.must_agree(&bench, &story);
                // What is said to be dead is dead, what is said to be unknown may be either.
                let done = run.code == Some(0);
                assert!(run.code == Some(9) || (after > before) == done, "{story}: {}", run.told());
                hit
            });
            must_be_sound(&bench, error);
        }
    }
    ledger.must_hold(&bench, "failed in every call");
}

#[test]
fn a_first_command_whose_calls_fail_leaves_a_whole_store_or_none() {
    if !has("strace") {
        return;
    }
    let (run, counts) = counted(&Bench::new(), &CREATE);
    run.must_be(0);
    for (call, error) in
        [("fsync", "EIO+"), ("pwrite64", "ENOSPC+"), ("write", "ENOSPC"), ("rename", "EIO"), ("mkdir", "ENOSPC")]
    {
        at_every_call(&[call], &counts, |call, nth| {
            let story = format!("{error} in {call} {nth}");
            let bench = Bench::new();
            let mut ledger = Ledger::default();
            let (run, hit) = injected(&bench, &CREATE, call, &format!("error={error}"), nth);
            must_be_honest(&run, &story);
            ledger.enter(&run);
            ledger.enter(bench.run(&CREATE).must_be(0));
            ledger.must_hold(&bench, &story);
            hit
        });
    }
}

#[test]
fn a_rotation_whose_calls_fail_leaves_one_live_secret_in_hand() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    ledger.enter(bench.run(&[&CREATE[..], &["--name", "ci"]].concat()).must_be(0));
    let projects = super::ledger::listed(&bench, &["project", "list", "--json"], "projects");
    let rotate = ["rotate", "ci", "--project", projects[0]["path"].as_str().unwrap()];
    ledger.release();
    let (run, counts) = counted(&bench, &rotate);
    ledger.enter(run.must_be(0));
    for (call, fault) in [
        ("fsync", "error=EIO"),
        ("fsync", "error=EIO+"),
        ("pwrite64", "error=ENOSPC+"),
        ("pwrite64", "signal=KILL"),
        ("write", "signal=KILL"),
    ] {
        at_every_call(&[call], &counts, |call, nth| {
            let story = format!("{fault} in {call} {nth}");
            let (run, hit) = injected(&bench, &rotate, call, fault, nth);
            ledger.release();
            ledger.enter(&run);
            assert_eq!(ledger.must_agree(&bench, &story), 1, "{story}: {}", run.told());
            hit
        });
    }
    ledger.must_hold(&bench, "rotated through every fault");
}

/// As long as somebody has the store open, nobody else recovers its log; when all are gone, the next one does, and finds
/// what a failed sync left there.
#[test]
fn a_commit_that_could_not_be_synced_stays_what_it_was_said_to_be_though_somebody_reads() {
    if !has("strace") {
        return;
    }
    for fault in ["error=EIO", "error=EIO+"] {
        let bench = Bench::founded();
        let mut ledger = Ledger::default();
        // The first change syncs the head of the log too; from the second on the commit is the only one to sync.
        ledger.enter(bench.run(&CREATE).must_be(0));
        let reader = super::ledger::opened(&bench);
        let (run, hit) = injected(&bench, &CREATE, "fsync", fault, 1);
        assert!(hit);
        drop(reader);
        ledger.enter(&run);
        let (token, story) = (run.secrets(), format!("{fault}: {}", run.told()));
        let is_alive = bench.verify(token[0].as_bytes()).code == Some(0);
        assert!(run.code == Some(9) || is_alive == (run.code == Some(0)), "{story}");
        ledger.must_hold(&bench, &story);
    }
}
