//! Verdicts while everything fails: the right one, or none.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::bench::{Bench, Random, has, set_mode};
use super::choosing::{every_fault, share};
use super::state::copy;
use super::tally;
use super::traced::{counted_of, injected};

/// The calls in which a verdict can fail.
const CALLS: [&str; 19] = [
    "openat",
    "read",
    "pread64",
    "fstat",
    "newfstatat",
    "statx",
    "statfs",
    "readlink",
    "mmap",
    "fcntl",
    "flock",
    "pwrite64",
    "ftruncate",
    "getrandom",
    "close",
    "lseek",
    "poll",
    "write",
    "rt_sigprocmask",
];

/// How many faults each verdict meets in a short run; in a long one it is all of them.
const SOME: usize = 24;

/// A store with secrets of every fate, each in a file of its own, and the exit code of each.
fn with_secrets() -> (Bench, Vec<(&'static str, i32)>) {
    let bench = Bench::founded();
    let run = |line: &str| bench.run(&line.split(' ').collect::<Vec<_>>()).must_be(0).out.clone();
    run("project add grp/app");
    for (name, _) in FATES.iter().filter(|(name, _)| *name != "strange") {
        run(&format!("create deploy --project grp/app -s read_registry --name {name} -q --to {name}"));
    }
    run("rotate 2 -q --to successor");
    run("revoke 3 --yes");
    run("suspend 4");
    let elsewhere = Bench::founded();
    let strange = elsewhere.run(&super::bench::CREATE).out;
    fs::write(bench.home().join("strange"), strange).unwrap();
    set_mode(&bench.home().join("strange"), 0o600);
    (bench, FATES.to_vec())
}

const FATES: [(&str, i32); 5] = [("alive", 0), ("replaced", 1), ("revoked", 1), ("suspended", 1), ("strange", 1)];

#[test]
fn a_verdict_whose_calls_fail_is_the_right_one_or_none() {
    if !has("strace") {
        return;
    }
    let (bench, fates) = with_secrets();
    let mut random = Random::new(12);
    let none = AtomicUsize::new(0);
    for (name, verdict) in fates {
        let line = ["verify", "--secret-file", name, "--access", "registry:read", "--project", "grp/app"];
        let (run, counts) = counted_of(&bench, &CALLS, &line);
        run.must_be(verdict);
        let faults = share(every_fault(&CALLS, &counts, SOME, &mut random), &mut random);
        tally::at_once(faults.len(), |at| {
            let (call, fault, nth) = &faults[at];
            let bench = copy(&bench);
            let (run, _) = injected(&bench, &line, call, fault, *nth);
            let story = format!("{name}: {fault} in {call} {nth}: {}", run.told());
            assert!(run.out.is_empty(), "{story}");
            // 2: the file of the secret cannot be read; 127: the program could not be loaded.
            let is_none = matches!(run.code, None | Some(2 | 7 | 10 | 127));
            assert!(is_none || run.code == Some(verdict), "{story}");
            none.fetch_add(usize::from(is_none), Ordering::Relaxed);
        });
        bench.run(&line).must_be(verdict);
    }
    let none = none.into_inner();
    assert!(none > 20, "only {none} verdicts failed");
}
