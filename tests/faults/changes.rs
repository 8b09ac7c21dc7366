//! Every change that is not a mere create: killed at, or failed in, every call, it is done or it is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use tokctl::domain::digest::Digest;

use super::bench::{Bench, Random, Run, has, secrets};
use super::choosing::{Fault, every_fault};
use super::ledger::must_be_sound;
use super::state::{alive, copy, state};
use super::traced::{CALLS, counted, injected, must_be_honest};

/// How many faults each change meets in a short run; in a long one it is all of them.
const SOME: usize = 16;

/// A command that changes something, and what has to be there before.
struct Case {
    line: &'static str,
    before: &'static [&'static str],
}

const BOB: &[&str] = &[
    "user add bob",
    "project add grp/app",
    "member add bob --project grp/app --role maintainer",
    "create personal --as bob -s api -q --to personal",
    "create project-access --project grp/app -s api -q --to bot",
    "record add issue --project grp/app --author bob --title x --assignee bob",
    "record add snippet --author bob --title mine",
];

const DEPLOY: &[&str] = &["create deploy -s read_registry --name ci -q --to ci"];

const CASES: [Case; 12] = [
    Case { line: "revoke 1 --yes", before: DEPLOY },
    Case { line: "rotate 1", before: DEPLOY },
    Case { line: "rotate 1 --overlap 1d --emit json", before: DEPLOY },
    Case { line: "suspend 1", before: DEPLOY },
    Case { line: "user block bob", before: BOB },
    Case { line: "user delete bob --yes", before: BOB },
    Case { line: "project delete grp/app --yes", before: BOB },
    Case {
        line: "job start --emit json",
        before: &["create deploy -s read_registry --name gitlab-deploy-token -q --to ci"],
    },
    Case {
        line: "job end 1",
        before: &[
            "create deploy -s read_registry --name gitlab-deploy-token -q --to ci",
            "job start --emit json -q --to job",
        ],
    },
    Case {
        line: "runner register --secret-file registration",
        before: &["create runner-registration -q --uses 2 --to registration"],
    },
    Case {
        line: "app refresh --secret-file refresh",
        before: &["app add his --scope api", "create oauth --app his --user root -q --to pair"],
    },
    Case { line: "policy set max-life 30d", before: DEPLOY },
];

/// Splits a line at its blanks.
fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// What a change met: how often it was done, and how often it was not.
#[derive(Default)]
struct Outcomes {
    done: usize,
    undone: usize,
}

/// A change, the store before it, and what it makes of that store.
struct Trial {
    line: &'static str,
    bench: Bench,
    before: (Vec<String>, BTreeSet<Vec<u8>>),
    after: Vec<String>,
    counts: BTreeMap<String, usize>,
}

impl Trial {
    fn new(case: &Case) -> Self {
        let bench = Bench::founded();
        for line in case.before {
            let line = line.replace("root", &login(&bench));
            bench.run(&words(&line)).must_be(0);
        }
        if let Ok(pair) = fs::read_to_string(bench.home().join("pair")) {
            let refresh = pair.lines().nth(1).unwrap();
            fs::write(bench.home().join("refresh"), refresh).unwrap();
            super::bench::set_mode(&bench.home().join("refresh"), 0o600);
        }
        let before = (state(&bench), alive(&bench));
        let done = copy(&bench);
        let (run, counts) = counted(&done, &words(case.line));
        run.must_be(0);
        let after = state(&done);
        assert!(after != before.0, "{}: it changes nothing", case.line);
        must_be_sound(&done, case.line);
        Self { line: case.line, bench, before, after, counts }
    }

    /// Runs the change with a fault, and asserts that it was done or not, and that this was said.
    fn meet(&self, (call, fault, nth): &Fault, outcomes: &mut Outcomes) {
        let bench = copy(&self.bench);
        let (run, _) = injected(&bench, &words(self.line), call, fault, *nth);
        let story = format!("{}: {fault} in {call} {nth}: {}", self.line, run.told());
        let found = state(&bench);
        let (is_done, is_undone) = (found == self.after, found == self.before.0);
        assert!(is_done || is_undone, "{story}: half done: {:#?}", difference(&self.before.0, &found));
        match run.code {
            Some(0) => assert!(is_done, "{story}: exit 0, and it is not done"),
            // A kill, or nobody knows.
            None | Some(9) => {}
            Some(code) => {
                // A secret that cannot be read is a wrong use.
                if !(code == 2 && *call == "openat" && self.line.contains("--secret-file")) {
                    must_be_honest(&run, &format!("{fault} in {call} {nth}"));
                }
                assert!(is_undone, "{story}: it says that it failed, and it is done");
            }
        }
        self.must_be_in_hand(&bench, &run, &story);
        if is_done {
            outcomes.done += 1;
        } else {
            outcomes.undone += 1;
        }
    }

    /// Asserts that whatever came alive was received, and that nothing was that exit 0 promised.
    fn must_be_in_hand(&self, bench: &Bench, run: &Run, story: &str) {
        let received: BTreeSet<Vec<u8>> =
            secrets(&run.out).iter().map(|secret| Digest::of(secret.as_bytes()).as_bytes().to_vec()).collect();
        let alive = alive(bench);
        let new: BTreeSet<Vec<u8>> = alive.difference(&self.before.1).cloned().collect();
        assert!(new.is_subset(&received), "{story}: alive, but nobody got the secret");
        assert!(run.code != Some(0) || received.is_subset(&alive), "{story}: exit 0, but dead");
    }
}

/// Returns the rows that only one of two states has.
fn difference<'s>(before: &'s [String], after: &'s [String]) -> Vec<&'s String> {
    let [before, after]: [BTreeSet<&String>; 2] = [before, after].map(|rows| rows.iter().collect());
    before.symmetric_difference(&after).copied().collect()
}

fn login(bench: &Bench) -> String {
    super::ledger::listed(bench, &["user", "list", "--json"], "users")[0]["username"].as_str().unwrap().to_owned()
}

#[test]
fn no_change_is_ever_half_done_whatever_happens_in_which_call() {
    if !has("strace") {
        return;
    }
    let mut random = Random::new(11);
    let (mut outcomes, mut met) = (Outcomes::default(), 0);
    for case in &CASES {
        let trial = Trial::new(case);
        for fault in every_fault(&CALLS, &trial.counts, SOME, &mut random) {
            trial.meet(&fault, &mut outcomes);
            met += 1;
        }
    }
    let Outcomes { done, undone } = outcomes;
    assert!(done > 5 && undone > met / 4, "seed {}: {done} done, {undone} undone", random.seed);
}

/// The engine takes a whole transaction back when a page cannot be read, even for a question in passing. Once such a question
/// was passed over, and the event of a change was written that had been taken back.
#[test]
fn whichever_page_cannot_be_read_there_is_no_event_without_its_change() {
    if !has("strace") {
        return;
    }
    let trial = Trial::new(CASES.iter().find(|case| case.line == "user block bob").unwrap());
    let mut outcomes = Outcomes::default();
    let reads = trial.counts["pread64"];
    for nth in 1..=reads {
        trial.meet(&("pread64", "error=ENODATA".to_owned(), nth), &mut outcomes);
    }
    assert!(outcomes.done > 5 && outcomes.undone > reads / 4, "{} done, {} undone", outcomes.done, outcomes.undone);
}

/// A name that nobody has is looked for among all names, to say which is near. Once a page that could not be read there was
/// passed over, and what came next in the same command was written for good, without an event, even in a rehearsal.
#[test]
fn what_comes_behind_a_page_that_cannot_be_read_is_neither_done_nor_kept() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let rows: String =
        (0..120).map(|at| format!("user-with-a-rather-long-name-so-that-there-are-pages-{at}\n")).collect();
    for name in rows.lines() {
        bench.run(&["user", "add", name]).must_be(0);
    }
    bench.run(&["create", "deploy", "-s", "read_registry", "--name", "ci", "-q", "--to", "ci"]).must_be(0);
    bench.run(&["create", "deploy", "-s", "read_registry", "--name", "cd", "-q", "--to", "cd"]).must_be(0);
    let before = state(&bench);
    for line in ["revoke nosuch 2 --user nosuch --yes --dry-run", "revoke nosuch 2 --user nosuch --yes"] {
        let (_, counts) = counted(&copy(&bench), &words(line));
        for nth in 1..=counts["pread64"] {
            let bench = copy(&bench);
            let (run, _) = injected(&bench, &words(line), "pread64", "error=ENODATA", nth);
            let story = format!("{line}: ENODATA in pread64 {nth}: {}", run.told());
            must_be_sound(&bench, &story);
            let found = state(&bench);
            let events = |state: &[String]| state.iter().filter(|row| row.starts_with("events ")).count();
            let is_done = found != before;
            assert_eq!(is_done, events(&found) > events(&before), "{story}: a change without its event");
            assert!(!is_done || !line.ends_with("--dry-run"), "{story}: a rehearsal changed something");
            assert!(!is_done || run.code == Some(1), "{story}: it says that nothing was done");
        }
    }
}
