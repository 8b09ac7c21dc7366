//! Every command that changes something, from the first to the last of a store's life: killed at, or failed in, every call,
//! it is done or it is not, what it says is so, and whatever lives is in somebody's hands.

use std::fs;

use super::bench::{Bench, Random, has, is_long};
use super::choosing::{every_fault, share};
use super::ledger::must_be_sound;
use super::state::{copy, state};
use super::tally;
use super::traced::{counted, injected};
use super::trial::{CALLS, Outcomes, Trial};

/// How many faults each command meets in a short run; in a long one it is all of them.
const SOME: usize = 6;

/// A life in which every command that changes something comes at least once, each on what those before it left.
pub(super) const LIFE: [&str; 73] = [
    "store init",
    "user add ann",
    "user add bob --admin",
    "group add grp/sub",
    "project add new/deep/app",
    "project add grp/sub/lib",
    "project add ann/own",
    "member add ann --group grp --role developer",
    "member add bob --project grp/sub/lib --role guest",
    "member remove bob --project grp/sub/lib",
    "create deploy --project grp/sub/lib -s read_registry --name one --expires 30d",
    "create deploy --group grp -s read_registry --name two --to 2 -q",
    "create personal --user ann -s api --name mine --emit json",
    "create impersonation --user ann -s api --to 4 -q",
    "create project-access --project grp/sub/lib -s api --name robot",
    "create project-access --project ann/own -s api --emit env --to 6 -q",
    "create deploy-key --project grp/sub/lib --key one.pub --name key",
    "create runner-registration --project grp/sub/lib --to registration -q",
    "create runner --group grp --emit runner-toml --to runner -q",
    "runner register --secret-file registration --to registered -q",
    "runner pause 1",
    "runner resume 1",
    "runner rename 1 builder",
    "create deploy --project grp/sub/lib -s read_registry --name gitlab-deploy-token --to 11 -q",
    "job start --project grp/sub/lib --runner-secret-file registered --emit json",
    "job start --project ann/own --user ann --emit env --to job -q",
    "job end 1",
    "app add dash --scope api --owner ann",
    "app rename dash board",
    "create oauth --app board --user ann -s api --to pair -q",
    "app refresh --secret-file pair --to pair2 -q",
    "create deploy --project new/deep/app -s read_registry --number 5 --name many --to-dir many -q",
    "create deploy --from rows.csv --to rows -q",
    "rotate 1",
    "rotate 2 --overlap 1d --to 2 --replace -q",
    "rotate 5 --overlap 1h --emit json",
    "rotate --name many* --to-dir again --yes -q",
    "suspend 3 --until 3d",
    "suspend 3",
    "resume 3",
    "shorten 3 --expires 20d",
    "deploy-key enable 7 --project new/deep/app --write",
    "deploy-key disable 7 --project grp/sub/lib",
    "policy set max-life 90d",
    "project visibility grp/sub/lib internal",
    "project rename grp/sub/lib library",
    "project transfer grp/sub/library --to grp",
    "group rename grp/sub below",
    "group transfer grp/below --to-top",
    "user rename ann anna",
    "user block anna",
    "user unblock anna",
    "user admin anna on",
    "user admin anna off",
    "record add issue --project grp/library --author anna --title x --assignee anna",
    "record import records.csv",
    "store backup b.db",
    "store compact",
    "store sweep",
    "revoke 4 --yes",
    "revoke 6 --yes",
    "store restore b.db --yes",
    "store prune --before 2020-01-01 --yes",
    "revoke --name many* --yes -q",
    "revoke --kind deploy --yes -q",
    "deploy-key disable 7 --project new/deep/app",
    "runner delete 1 --yes",
    "app delete board --yes",
    "user delete anna --yes",
    "project delete new/deep/app --yes",
    "group delete grp --yes",
    "store backup c.db",
    "store compact",
];

/// What lies in the home before anything is done.
pub(super) const FILES: [(&str, &str); 3] = [
    ("one.pub", crate::keys::ONE),
    ("rows.csv", "project,name,scopes\nnew/deep/app,first,read_registry\ngrp/sub/lib,second,read_registry\n"),
    ("records.csv", RECORDS),
];

const RECORDS: &str = "kind,project,reference,title,author,editor,assignee,created_at\n\
    issue,grp/library,,y,anna,,,\nnote,grp/library,,z,bob,,,\n";

/// Lives that life: returns each command with the home before it and what it makes of that.
fn lived() -> Vec<Trial> {
    let mut bench = Bench::new();
    for (name, text) in FILES {
        fs::write(bench.home().join(name), text).unwrap();
    }
    let mut trials = Vec::new();
    for line in LIFE {
        let (trial, after) = Trial::of(line, bench);
        bench = after;
        trials.push(trial);
    }
    trials
}

#[test]
fn no_change_is_ever_half_done_whatever_happens_in_which_call() {
    if !has("strace") {
        return;
    }
    let mut random = Random::new(11);
    let trials = lived();
    let mut pieces = Vec::new();
    for trial in &trials {
        let faults = every_fault(&CALLS, &trial.counts, SOME, &mut random);
        pieces.extend(faults.into_iter().map(|fault| (trial, fault)));
    }
    let pieces = share(pieces, &mut random);
    let outcomes = Outcomes::default();
    tally::at_once(pieces.len(), |at| {
        let (trial, fault) = &pieces[at];
        trial.meet(fault, at.is_multiple_of(if is_long() { 20 } else { 5 }), &outcomes);
    });
    let (done, undone) = outcomes.counts();
    assert!(done > 5 && undone > pieces.len() / 4, "seed {}: {done} done, {undone} undone", random.seed);
}

/// Behind a change it is asked whether a sweep is due; where that cannot be read, the engine takes the change back.
#[test]
fn a_change_in_which_any_read_fails_is_done_or_said_not_to_be() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    for line in ["user add bob", "create personal --as bob -s api -q --to personal"] {
        bench.run(&line.split(' ').collect::<Vec<_>>()).must_be(0);
    }
    let (trial, _) = Trial::of("user block bob", bench);
    let outcomes = Outcomes::default();
    let reads = trial.counts["pread64"];
    tally::at_once(reads, |at| trial.meet(&("pread64", "error=ENODATA".to_owned(), at + 1), false, &outcomes));
    let (done, undone) = outcomes.counts();
    assert!(done > 0 && undone > reads / 2, "{done} done, {undone} undone");
}

/// A name that nobody has is looked for among all names, to say which is near. Once a page that could not be read there was
/// passed over, and what came next in the same command was written for good, without an event, even in a rehearsal.
#[test]
fn what_comes_behind_a_page_that_cannot_be_read_is_neither_done_nor_kept() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    for at in 0..120 {
        let name = format!("user-with-a-rather-long-name-so-that-there-are-pages-{at}");
        bench.run(&["user", "add", &name]).must_be(0);
    }
    bench.run(&["create", "deploy", "-s", "read_registry", "--name", "ci", "-q", "--to", "ci"]).must_be(0);
    bench.run(&["create", "deploy", "-s", "read_registry", "--name", "cd", "-q", "--to", "cd"]).must_be(0);
    let before = state(&bench);
    for line in ["revoke nosuch 2 --user nosuch --yes --dry-run", "revoke nosuch 2 --user nosuch --yes"] {
        let (_, counts) = counted(&copy(&bench), &line.split(' ').collect::<Vec<_>>());
        for nth in 1..=counts["pread64"] {
            let bench = copy(&bench);
            let (run, _) = injected(&bench, &line.split(' ').collect::<Vec<_>>(), "pread64", "error=ENODATA", nth);
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
