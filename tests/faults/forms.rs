//! Every form of hand-over, by every command that hands over, killed and failed at every place.

use std::fs;

use nix::sys::signal::Signal;

use super::bench::{Bench, Random, Run, has, secrets, times};
use super::kills::{struck, usual};
use super::ledger::Ledger;
use super::traced::{at_every_call, counted, injected};

/// The forms that a deploy token is handed over in.
const FORMS: [&str; 7] = ["secret", "json", "env", "docker-config", "netrc", "git-credential", "k8s-secret"];

/// Splits a line at its blanks.
fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// A store with a registration token, whose secret is in the file `registration`.
fn with_registration(ledger: &mut Ledger) -> Bench {
    let bench = Bench::founded();
    let run = bench.run(&words("create runner-registration --to registration"));
    ledger.enter_bytes(run.must_be(0), &fs::read(bench.home().join("registration")).unwrap());
    bench
}

/// What hands a secret over in a form, to standard output.
fn lines() -> Vec<String> {
    let creates = FORMS.iter().map(|form| format!("create deploy --scope read_registry,read_repository --emit {form}"));
    let registers = ["secret", "json", "env", "runner-toml", "k8s-secret"]
        .iter()
        .map(|form| format!("runner register --secret-file registration --emit {form}"));
    creates.chain(registers).collect()
}

/// Runs something that writes to standard output or into a new file, and enters what arrived.
fn entered(bench: &Bench, ledger: &mut Ledger, line: &str, number: usize, run: impl FnOnce(&[&str]) -> Run) -> Run {
    if number.is_multiple_of(2) {
        let run = run(&words(line));
        ledger.enter(&run);
        return run;
    }
    let name = format!("out{number}");
    let run = run(&words(&format!("{line} --to {name}")));
    assert!(run.out.is_empty(), "a secret went to standard output too");
    let path = bench.home().join(name);
    ledger.enter_bytes(&run, &fs::read(&path).unwrap_or_default());
    // The next one needs the name again.
    fs::remove_file(path).ok();
    run
}

#[test]
fn no_form_killed_at_a_random_moment_leaves_anything_alive_that_did_not_arrive() {
    let mut ledger = Ledger::default();
    let bench = with_registration(&mut ledger);
    let mut random = Random::new(7);
    let lines = lines();
    let usual = usual(|| {
        ledger.enter(bench.run(&words(&lines[0])).must_be(0));
    });
    for number in 0..times(lines.len() * 12) {
        let line = &lines[number % lines.len()];
        let delay = random.delay(usual);
        let strike = |arguments: &[&str]| struck(&bench, arguments, Signal::SIGKILL, delay);
        entered(&bench, &mut ledger, line, number / lines.len(), strike);
    }
    let story = format!("seed {}", random.seed);
    assert!(ledger.must_hold(&bench, &story) > 5, "{story}: nothing got through");
}

#[test]
fn no_form_whose_calls_fail_leaves_anything_alive_that_did_not_arrive() {
    if !has("strace") {
        return;
    }
    let mut ledger = Ledger::default();
    let bench = with_registration(&mut ledger);
    let faults =
        [("fsync", "error=EIO"), ("write", "error=ENOSPC"), ("pwrite64", "error=ENOSPC+"), ("write", "signal=KILL")];
    for (at, line) in lines().iter().enumerate() {
        let (run, counts) = counted(&bench, &words(line));
        ledger.enter(run.must_be(0));
        let (call, fault) = faults[at % faults.len()];
        for to in [0, 1] {
            at_every_call(&[call], &counts, |call, nth| {
                let mut was_hit = false;
                let run = entered(&bench, &mut ledger, line, to, |arguments| {
                    let (run, hit) = injected(&bench, arguments, call, fault, nth);
                    was_hit = hit;
                    run
                });
                ledger.must_agree(&bench, &format!("{line}: {fault} in {call} {nth}: {}", run.told()));
                was_hit
            });
        }
    }
    ledger.must_hold(&bench, "every form, every fault");
}

/// Reads what lies at a path and beside it, where a rotation may have been interrupted.
fn in_hand(bench: &Bench) -> Vec<String> {
    let read = |name: &str| fs::read(bench.home().join(name)).unwrap_or_default();
    [secrets(&read("ci")), secrets(&read("ci.new"))].concat()
}

#[test]
fn a_file_whose_secret_is_replaced_holds_the_live_one_at_the_latest_after_the_next_try() {
    let bench = Bench::founded();
    let mut random = Random::new(8);
    let project = super::ledger::listed(&bench, &["project", "list", "--json"], "projects")[0]["path"].clone();
    bench.run(&words("create deploy --scope read_registry --name ci --to ci")).must_be(0);
    let mut interrupted = 0;
    for number in 0..times(120) {
        let form = ["secret", "env", "docker-config", "json"][number % 4];
        let line = format!("rotate ci --project {} --to ci --replace --emit {form}", project.as_str().unwrap());
        let delay = random.delay(std::time::Duration::from_millis(40));
        let run = struck(&bench, &words(&line), Signal::SIGKILL, delay);
        let story = format!("seed {}, rotation {number}: {}", random.seed, run.told());
        let mut ledger = Ledger::default();
        for secret in in_hand(&bench) {
            ledger.receive(secret);
        }
        assert_eq!(ledger.must_agree(&bench, &story), 1, "{story}: not exactly one lives");
        interrupted += usize::from(bench.home().join("ci.new").exists());
        if number % 5 == 4 {
            bench.run(&words(&line)).must_be(0);
            assert!(!bench.home().join("ci.new").exists(), "{story}: something was left beside the file");
            let held = secrets(&fs::read(bench.home().join("ci")).unwrap());
            bench.verify(held[0].as_bytes()).must_be(0);
        }
    }
    assert!(interrupted > 0, "seed {}: no rotation was interrupted", random.seed);
    super::ledger::must_be_sound(&bench, &format!("seed {}", random.seed));
}
