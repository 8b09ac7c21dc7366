//! `exec` ended at a random moment: before its token, in the making of it, with its command, behind it.

use std::fs;
use std::process::Command;
use std::time::Duration;

use nix::sys::signal::Signal;

use super::bench::{Bench, Random, Run, TOKCTL, mode, times};
use super::kills;
use super::ledger::{fingerprints, listed, must_be_sound};
use super::mounted::Mounted;

const EXEC: [&str; 9] = ["exec", "deploy", "-s", "read_registry", "--life", "10m", "--emit", "secret", "--"];

/// Prepares a command that reads its secret, with a place of its own for its file.
fn exec(bench: &Bench, script: &str) -> Command {
    let temporary = bench.home().join("tmp");
    fs::create_dir_all(&temporary).unwrap();
    let mut command = bench.tokctl(&[&EXEC[..], &["sh", "-c", script]].concat());
    command.env("TMPDIR", temporary);
    command
}

fn left(bench: &Bench) -> usize {
    fs::read_dir(bench.home().join("tmp")).unwrap().count()
}

/// Measures how long one of a command that does nothing takes.
fn usual(bench: &Bench) -> Duration {
    kills::usual(|| {
        Run::of(exec(bench, "true").output().unwrap()).must_be(0);
    })
}

/// Starts it, sends it a signal after a while, and returns what it left.
fn struck(command: Command, signal: Signal, delay: Duration) -> Run {
    let run = kills::struck_down(command, signal, delay);
    super::tally::faults(1);
    run
}

#[test]
fn an_exec_that_is_asked_to_end_at_a_random_moment_leaves_nothing_alive_and_no_file() {
    let bench = Bench::founded();
    let mut random = Random::new(21);
    let usual = usual(&bench);
    let signals = [Signal::SIGTERM, Signal::SIGINT, Signal::SIGHUP, Signal::SIGQUIT];
    let mut lent = 0;
    for number in 0..times(120) {
        let signal = signals[number % signals.len()];
        // Only a signal ends this command, and it is not there yet when most come.
        let run = struck(exec(&bench, "cat $TOKCTL_TOKEN_FILE; exec sleep 1000"), signal, random.delay(usual));
        let story = format!("seed {}, strike {number}", random.seed);
        let by_default = run.signal == Some(signal as i32) && run.out.is_empty();
        assert!(by_default || run.code == Some(128 + signal as i32), "{story}: {}", run.told());
        lent += usize::from(!by_default);
        assert_eq!((fingerprints(&bench).len(), left(&bench)), (0, 0), "{story}: something is left");
    }
    assert!(lent > 5, "nothing was struck late: {lent}");
    must_be_sound(&bench, "asked to end");
}

#[test]
fn an_exec_that_is_killed_at_a_random_moment_leaves_what_ends_by_itself() {
    let bench = Bench::founded();
    let mut random = Random::new(22);
    let usual = usual(&bench);
    for _ in 0..times(120) {
        // The command goes by itself.
        struck(exec(&bench, "cat $TOKCTL_TOKEN_FILE >/dev/null"), Signal::SIGKILL, random.delay(usual));
    }
    must_be_sound(&bench, &format!("seed {}", random.seed));
    let instant = |token: &serde_json::Value, field: &str| {
        tokctl::domain::expiry::parse_instant(token[field].as_str().unwrap()).unwrap()
    };
    let all = listed(&bench, &["list", "--all", "--json"], "tokens");
    assert!(all.iter().all(|token| instant(token, "expires_at").since(instant(token, "created_at")) == 600));
    let live = fingerprints(&bench).len();
    assert!(live > 0 && live < all.len(), "{live} of {} live: nothing was struck, or nothing got through", all.len());
    // Files are left, but they are their owner's alone.
    for entry in fs::read_dir(bench.home().join("tmp")).unwrap() {
        let directory = entry.unwrap().path();
        assert_eq!(mode(&directory), 0o700);
        let files: Vec<_> = fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(files.iter().all(|file| mode(file) == 0o600), "{files:?}");
    }
}

#[test]
fn with_few_descriptors_a_command_runs_or_nothing_is_left() {
    let bench = Bench::founded();
    let mut ran = 0;
    for limit in 8..36 {
        let script = format!("ulimit -n {limit}; exec \"$0\" \"$@\"");
        let mut command = bench.program("sh");
        command.args(["-c", &script, TOKCTL]).args(EXEC).arg("true").env("TMPDIR", bench.home());
        let run = Run::of(command.output().unwrap());
        assert!(matches!(run.code, Some(0 | 125)), "{limit}: {}", run.told());
        ran += usize::from(run.code == Some(0));
        let private = fs::read_dir(bench.home())
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("tokctl-"));
        assert_eq!((fingerprints(&bench).len(), private.count()), (0, 0), "{limit}: {}", run.told());
    }
    assert!((1..20).contains(&ran), "{ran} of 28 ran");
}

#[test]
fn on_a_disk_that_the_command_has_filled_its_token_is_revoked() {
    let Some(disk) = Mounted::of_size("2m") else { return };
    let bench = Bench::at(disk.path());
    bench.run(&["store", "init"]).must_be(0);
    Run::of(exec(&bench, "cat /dev/zero >filling 2>/dev/null; exit 9").output().unwrap()).must_be(9);
    assert_eq!((fingerprints(&bench).len(), left(&bench)), (0, 0));
    must_be_sound(&bench, "revoked on a full disk");
    // And on one that is full already nothing is lent.
    disk.fill();
    let run = Run::of(exec(&bench, "true").output().unwrap());
    run.must_be(125).must_say(&["disk is full"]);
    assert_eq!((fingerprints(&bench).len(), left(&bench)), (0, 0));
}
