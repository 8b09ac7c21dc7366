//! Ended at a random moment, by a signal that nobody can hold back and by those that anybody may send.

use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::bench::{Bench, CREATE, Random, Run, mode, times};
use super::ledger::{Ledger, fingerprints};

/// Measures how long a command takes here and now: the middle one of five.
pub(super) fn usual(mut run: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    taken.sort();
    taken[2]
}

/// Starts tokctl, sends it a signal after a while, and returns what it left.
pub(super) fn struck(bench: &Bench, arguments: &[&str], signal: Signal, delay: Duration) -> Run {
    let run = struck_down(bench.tokctl(arguments), signal, delay);
    super::tally::faults(usize::from(run.signal.is_some()));
    let expected = run.signal == Some(signal as i32) || run.code == Some(0);
    assert!(expected, "neither done nor ended by the signal: {}", run.told());
    run
}

/// Starts a command, sends it a signal after a while, and returns its end, whatever it is.
pub(super) fn struck_down(mut command: Command, signal: Signal, delay: Duration) -> Run {
    let child = command.spawn().unwrap();
    let start = Instant::now();
    while start.elapsed() < delay {
        // A sleep is too coarse for these few milliseconds.
        thread::yield_now();
    }
    // Until it is waited for, the number is its own, even if it has ended.
    kill(Pid::from_raw(i32::try_from(child.id()).unwrap()), signal).unwrap();
    Run::of(child.wait_with_output().unwrap())
}

/// Strikes `create` again and again; at the end every oracle holds.
fn strike_creates(seed: u64, count: usize, signals: &[Signal]) {
    let bench = Bench::founded();
    let mut random = Random::new(seed);
    let mut ledger = Ledger::default();
    let usual = usual(|| ledger.enter(bench.run(&CREATE).must_be(0)));
    for number in 0..count {
        let run = struck(&bench, &CREATE, signals[number % signals.len()], random.delay(usual));
        ledger.enter(&run);
        if number % 100 == 99 {
            ledger.must_agree(&bench, &format!("seed {}, strike {number}", random.seed));
        }
    }
    let story = format!("seed {}, {count} strikes", random.seed);
    let live = ledger.must_hold(&bench, &story);
    assert!(live > 5 && ledger.promised() < count, "{story}: nothing was struck, or nothing got through ({live})");
}

#[test]
fn a_create_killed_at_a_random_moment_leaves_nothing_alive_that_was_not_printed() {
    strike_creates(1, times(500), &[Signal::SIGKILL]);
}

#[test]
fn a_create_into_a_file_killed_at_a_random_moment_leaves_nothing_alive_that_is_in_no_file() {
    let bench = Bench::founded();
    let mut random = Random::new(6);
    let mut ledger = Ledger::default();
    let usual = usual(|| {
        let name = format!("whole{}", ledger.promised());
        let run = bench.run(&[&CREATE[..], &["--to", &name]].concat());
        ledger.enter_bytes(run.must_be(0), &std::fs::read(bench.home().join(name)).unwrap());
    });
    for number in 0..times(100) {
        let name = format!("f{number}");
        let run = struck(&bench, &[&CREATE[..], &["--to", &name]].concat(), Signal::SIGKILL, random.delay(usual));
        assert!(run.out.is_empty(), "a secret went to standard output too");
        let file = bench.home().join(name);
        let written = std::fs::read(&file).unwrap_or_default();
        if file.exists() {
            assert_eq!(mode(&file), 0o600);
        }
        ledger.enter_bytes(&run, &written);
    }
    let story = format!("seed {}", random.seed);
    let live = ledger.must_hold(&bench, &story);
    assert!(live > 5 && ledger.promised() < times(100), "{story}: nothing was struck, or nothing got through ({live})");
}

#[test]
fn a_create_that_is_asked_to_end_leaves_nothing_alive_that_was_not_printed() {
    strike_creates(2, times(100), &[Signal::SIGTERM, Signal::SIGINT, Signal::SIGHUP]);
}

#[test]
fn a_first_command_that_is_killed_leaves_a_whole_store_or_none() {
    let mut random = Random::new(3);
    let usual = usual(|| {
        Bench::new().run(&CREATE).must_be(0);
    });
    for number in 0..times(60) {
        let bench = Bench::new();
        let mut ledger = Ledger::default();
        ledger.enter(&struck(&bench, &CREATE, Signal::SIGKILL, random.delay(usual)));
        ledger.enter(bench.run(&CREATE).must_be(0));
        ledger.must_hold(&bench, &format!("seed {}, home {number}", random.seed));
    }
}

#[test]
fn a_rotation_that_is_ended_never_leaves_a_grant_without_a_live_secret_in_hand() {
    let bench = Bench::founded();
    let mut random = Random::new(4);
    let mut ledger = Ledger::default();
    ledger.enter(bench.run(&[&CREATE[..], &["--name", "ci"]].concat()).must_be(0));
    let rotate = ["rotate", "ci", "--project", &default_project(&bench)];
    let usual = usual(|| {
        ledger.release();
        ledger.enter(bench.run(&rotate).must_be(0));
    });
    let signals = [Signal::SIGKILL, Signal::SIGKILL, Signal::SIGTERM];
    let mut dead_after_print = 0;
    for number in 0..times(200) {
        let before = fingerprints(&bench);
        let run = struck(&bench, &rotate, signals[number % signals.len()], random.delay(usual));
        ledger.release();
        ledger.enter(&run);
        let story = format!("seed {}, rotation {number}", random.seed);
        // What lives was received: the old one before, or the new one now.
        assert_eq!(ledger.must_agree(&bench, &story), 1, "{story}: not exactly one lives");
        dead_after_print += usize::from(!run.secrets().is_empty() && fingerprints(&bench) == before);
    }
    let story = format!("seed {}, {dead_after_print} were printed and dead", random.seed);
    assert_eq!(ledger.must_hold(&bench, &story), 1);
}

/// Returns the path of the project that is taken where none is named.
fn default_project(bench: &Bench) -> String {
    let projects = super::ledger::listed(bench, &["project", "list", "--json"], "projects");
    projects[0]["path"].as_str().unwrap().to_owned()
}
