//! Somebody who stops in the middle of something: a writer with the lock in hand, a reader with a listing half read.

use std::fs;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Output};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::bench::{Bench, CREATE, Run, TOKCTL, has, is_long, until, until_it_waits};
use super::ledger::Ledger;

/// A command that a signal has stopped at one of its calls.
struct Stopped {
    strace: Child,
    pid: Pid,
}

impl Stopped {
    fn at(bench: &Bench, arguments: &[&str], call: &str, nth: usize) -> Self {
        let log = bench.home().join("stopped");
        let mut strace = bench.program("strace");
        strace.args(["-f", "-qq", "-e", &format!("inject={call}:signal=STOP:when={nth}")]);
        strace.args(["-e", &format!("trace={call}"), "-o"]).arg(&log).arg(TOKCTL).args(arguments);
        // A group of its own: what is stopped is not taken for one of the tests.
        let strace = strace.process_group(0).spawn().unwrap();
        let trace = || fs::read_to_string(&log).unwrap_or_default();
        until("its stop", || trace().contains("--- stopped by SIGSTOP ---"));
        let pid = trace().split_whitespace().next().unwrap().parse().unwrap();
        fs::remove_file(log).unwrap();
        Self { strace, pid: Pid::from_raw(pid) }
    }

    fn send(self, signal: Signal) -> Run {
        kill(self.pid, signal).unwrap();
        Run::of(self.strace.wait_with_output().unwrap())
    }
}

fn at_once(what: &str, run: impl FnOnce() -> Run) -> Run {
    let start = Instant::now();
    let run = run();
    assert!(start.elapsed() < Duration::from_secs(5), "{what} waited {:?}", start.elapsed());
    run
}

#[test]
fn behind_a_writer_that_was_stopped_others_read_and_judge_and_write_as_soon_as_it_goes_on_or_dies() {
    if !has("strace") {
        return;
    }
    for (signal, call) in
        [(Signal::SIGCONT, "fsync"), (Signal::SIGKILL, "fsync"), (Signal::SIGCONT, "write"), (Signal::SIGKILL, "write")]
    {
        let bench = Bench::founded();
        let mut ledger = Ledger::default();
        let first = bench.run(&CREATE);
        ledger.enter(first.must_be(0));
        let stopped = Stopped::at(&bench, &CREATE, call, 1);
        at_once("a listing", || bench.run(&["list"])).must_be(0);
        at_once("a card", || bench.run(&["show", "1"])).must_be(0);
        at_once("a verdict", || bench.verify(&first.out)).must_be(0);
        let waiting: Vec<Child> = [&CREATE[..], &["revoke", "1", "--yes"], &["user", "add", "ann"]]
            .map(|arguments| bench.tokctl(arguments).spawn().unwrap())
            .into();
        waiting.iter().for_each(until_it_waits);
        ledger.enter(&stopped.send(signal));
        let ended = |child: Child| -> Output { child.wait_with_output().unwrap() };
        let [made, revoked, added] =
            <[Run; 3]>::try_from(waiting.into_iter().map(ended).map(Run::of).collect::<Vec<_>>())
                .unwrap_or_else(|_| unreachable!());
        ledger.enter(made.must_be(0));
        revoked.must_be(0);
        added.must_be(0);
        ledger.bury(&first.secrets()[0]);
        ledger.must_hold(&bench, &format!("{call}, then {signal}"));
    }
}

/// It takes the whole bound, so it is for long runs; the lock's own tests have a short one.
#[test]
fn behind_a_writer_that_stays_stopped_every_other_says_so_after_twenty_seconds() {
    if !is_long() || !has("strace") {
        return;
    }
    let bench = Bench::founded();
    bench.run(&CREATE).must_be(0);
    let stopped = Stopped::at(&bench, &CREATE, "fsync", 1);
    let start = Instant::now();
    let lines: [&[&str]; 5] =
        [&CREATE, &["revoke", "1", "--yes"], &["rotate", "1"], &["user", "add", "ann"], &["store", "sweep"]];
    let waiting = lines.map(|arguments| bench.tokctl(arguments).spawn().unwrap());
    for child in waiting {
        let run = Run::of(child.wait_with_output().unwrap());
        run.must_be(7).must_say(&["the store is locked", "hint: run it again", "fuser"]);
        assert!(run.out.is_empty());
        assert!((Duration::from_secs(18)..Duration::from_secs(30)).contains(&start.elapsed()), "{:?}", start.elapsed());
    }
    stopped.send(Signal::SIGKILL);
    bench.run(&CREATE).must_be(0);
    super::ledger::must_be_sound(&bench, "after the wait");
}

#[test]
fn past_a_reader_that_was_stopped_others_write_and_it_goes_on_with_what_it_saw() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    let secrets: Vec<Run> = (0..12).map(|_| bench.run(&CREATE)).collect();
    for run in &secrets {
        ledger.enter(run.must_be(0));
    }
    let stopped = Stopped::at(&bench, &["list", "--json"], "pread64", 12);
    for (number, run) in secrets.iter().enumerate().take(6) {
        at_once("a revocation", || bench.run(&["revoke", &(number + 1).to_string(), "--yes"])).must_be(0);
        bench.verify(&run.out).must_be(1);
        ledger.bury(&run.secrets()[0]);
        ledger.enter(at_once("a create", || bench.run(&CREATE)).must_be(0));
    }
    let listed = stopped.send(Signal::SIGCONT);
    listed.must_be(0);
    let document: serde_json::Value = serde_json::from_slice(&listed.out).unwrap();
    let count = document["tokens"].as_array().unwrap().len();
    assert!(count == 12, "{count} tokens: neither what was there before nor what is there now");
    ledger.must_hold(&bench, "past a reader");
}
