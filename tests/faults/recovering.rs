//! A fault on top of a fault: whoever comes next finds a log that needs recovering, and is killed or failed in the middle.

use super::bench::{Bench, CREATE, has};
use super::ledger::Ledger;
use super::state::{copy, state};
use super::traced::{at_every_call, counted_of, injected};

/// The calls in which a log is recovered.
const CALLS: [&str; 8] = ["pread64", "pwrite64", "ftruncate", "mmap", "fsync", "openat", "close", "flock"];

#[test]
fn whoever_is_killed_or_fails_while_the_log_is_recovered_leaves_that_to_the_next() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    for _ in 0..3 {
        ledger.enter(bench.run(&CREATE).must_be(0));
    }
    // Of the last one there are rows in the log, and no commit; the machine is started anew, and the index is gone.
    let (killed, hit) = injected(&bench, &CREATE, "fsync", "signal=KILL", 1);
    assert!(hit);
    ledger.enter(&killed);
    std::fs::remove_file(bench.store("-shm")).unwrap();
    let before = state(&copy(&bench));
    for line in [&["list", "-q"][..], &["log", "verify"], &["user", "add", "ann"]] {
        let done = copy(&bench);
        let (run, counts) = counted_of(&done, &CALLS, line);
        run.must_be(0);
        let after = state(&done);
        for fault in ["signal=KILL", "error=EIO", "error=ENOMEM+"] {
            at_every_call(&CALLS, &counts, |call, nth| {
                let bench = copy(&bench);
                let (run, hit) = injected(&bench, line, call, fault, nth);
                let story = format!("{line:?}: {fault} in {call} {nth}: {}", run.told());
                let found = state(&bench);
                assert!(found == before || found == after && run.code != Some(7), "{story}");
                assert!(run.code != Some(0) || found == after, "{story}");
                ledger.must_agree(&bench, &story);
                hit
            });
        }
        ledger.must_hold(&done, "recovered");
    }
}
