//! Sixty-four at once, each with work of its own, and many of them killed in the middle of it.

use std::thread;

use nix::sys::signal::Signal;

use super::bench::{Bench, Random, Run, is_long};
use super::kills::{struck, usual};
use super::ledger::{Ledger, listed};

/// One of the many: what they hold, and what they know of it.
struct Worker<'b> {
    bench: &'b Bench,
    random: Random,
    usual: std::time::Duration,
    ledger: Ledger,
    /// The number and the secret of each token that is theirs and alive.
    live: Vec<(String, String)>,
    /// The same of those that were suspended.
    stopped: Vec<(String, String)>,
    dead: Vec<String>,
    /// The numbers of the jobs that run, with their secrets.
    jobs: Vec<(String, String)>,
    killed: usize,
}

impl<'b> Worker<'b> {
    fn new(bench: &'b Bench, number: u64, seed: u64, usual: std::time::Duration) -> Self {
        let (live, stopped, dead, jobs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let random = Random::worker(seed, number);
        Self { bench, random, usual, ledger: Ledger::default(), live, stopped, dead, jobs, killed: 0 }
    }

    /// Runs a command to its end, or kills it: `None`, what it did is not known then.
    fn run(&mut self, line: &str) -> Option<Run> {
        let words: Vec<&str> = line.split(' ').collect();
        if self.random.below(6) > 0 {
            let run = self.bench.run(&words);
            let trouble = ["locked", "busy", "warning"].iter().any(|word| run.err.contains(word));
            assert!(run.code == Some(0) && !trouble, "{line}: {}", run.told());
            return Some(run);
        }
        let delay = self.random.delay(self.usual * 8);
        let run = struck(self.bench, &words, Signal::SIGKILL, delay);
        if run.code == Some(0) {
            return Some(run);
        }
        self.killed += 1;
        for secret in run.secrets() {
            self.ledger.receive(secret);
        }
        None
    }

    /// Takes a token of a list, one that lives or was suspended.
    fn take(&mut self, stopped: bool) -> Option<(String, String)> {
        let tokens = if stopped { &mut self.stopped } else { &mut self.live };
        (!tokens.is_empty()).then(|| tokens.swap_remove(self.random.index(tokens.len())))
    }

    /// Makes a token or starts a job, or replaces one; keeps what it was given.
    fn receive(&mut self, line: &str, replaced: Option<&str>) {
        let run = self.run(line);
        if let Some(secret) = replaced {
            if run.is_some() {
                self.bury(secret.to_owned());
            } else {
                self.ledger.forget(secret);
            }
        }
        let Some(run) = run else { return };
        self.ledger.enter(&run);
        let json: serde_json::Value = serde_json::from_slice(&run.out).unwrap();
        let token = &json["tokens"][0];
        let secret = run.secrets().remove(0);
        if token["job"].is_null() {
            self.live.push((token["id"].to_string(), secret));
        } else {
            self.jobs.push((token["job"].to_string(), secret));
        }
    }

    fn bury(&mut self, secret: String) {
        self.ledger.bury(&secret);
        self.dead.push(secret);
    }

    /// Takes something away, for good.
    fn end(&mut self, line: &str, secret: String) {
        if self.run(line).is_some() {
            self.bury(secret);
        } else {
            self.ledger.forget(&secret);
        }
    }

    fn work(&mut self) {
        match self.random.below(10) {
            0..=2 => self.receive("create deploy --scope read_registry --json", None),
            3 => self.receive("job start --json", None),
            4 => {
                if let Some((id, secret)) = self.take(false) {
                    self.receive(&format!("rotate {id} --json"), Some(&secret));
                }
            }
            5 => {
                if let Some((id, secret)) = self.take(false) {
                    self.end(&format!("revoke {id} --yes"), secret);
                }
            }
            6 => {
                if let Some((id, secret)) = self.jobs.pop() {
                    self.end(&format!("job end {id}"), secret);
                }
            }
            7 => {
                if let Some((id, secret)) = self.take(false) {
                    if self.run(&format!("suspend {id}")).is_some() {
                        self.bench.verify(secret.as_bytes()).must_be(1);
                        self.stopped.push((id, secret));
                    }
                } else if let Some((id, secret)) = self.take(true)
                    && self.run(&format!("resume {id}")).is_some()
                {
                    self.live.push((id, secret));
                }
            }
            8 => {
                if let Some((_, secret)) = self.live.last() {
                    self.bench.verify(secret.as_bytes()).must_be(0);
                }
                if let Some(secret) = self.dead.last() {
                    self.bench.verify(secret.as_bytes()).must_be(1);
                }
            }
            _ => {
                self.run("list --json");
                self.run("log list --limit 5");
            }
        }
    }
}

#[test]
fn sixty_four_who_make_replace_suspend_and_revoke_at_once_and_are_killed_meanwhile_lose_nothing() {
    let bench = Bench::founded();
    let usual = usual(|| {
        bench.run(&["list"]).must_be(0);
    });
    let seed = Random::new(13).seed;
    let works = if is_long() { 100 } else { 6 };
    let (mut ledger, mut killed) = (Ledger::default(), 0);
    thread::scope(|scope| {
        let work = |number| {
            let mut worker = Worker::new(&bench, number, seed, usual);
            (0..works).for_each(|_| worker.work());
            worker
        };
        let workers: Vec<_> = (0..64).map(|number| scope.spawn(move || work(number))).collect();
        for worker in workers {
            let worker = worker.join().unwrap();
            killed += worker.killed;
            ledger.absorb(worker.ledger);
        }
    });
    let live = ledger.must_hold(&bench, &format!("seed {seed}, {killed} killed"));
    assert!(live > 20 && killed > 10, "seed {seed}: {live} live, {killed} killed");
    // Two that are alive never have one name in one place.
    let tokens = listed(&bench, &["list", "--json"], "tokens");
    let names: std::collections::BTreeSet<String> =
        tokens.iter().map(|token| format!("{} {}", token["kind"], token["name"])).collect();
    assert_eq!(names.len(), tokens.len(), "seed {seed}: two have one name");
}
