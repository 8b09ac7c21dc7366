//! Commands that only look, while everything fails: all of what they tell, or words and a code that say that it is not all.

use super::bench::{Bench, Random, has, is_long};
use super::choosing::{every_fault, share};
use super::state::state;
use super::traced::{counted_of, injected};
use super::trial::CALLS;
use super::{ledger, tally};

/// How many faults each of them meets in a short run; in a long one it is all of them.
const SOME: usize = 6;

/// What was done before somebody looks.
const BEFORE: [&str; 8] = [
    "user add bob",
    "project add grp/app",
    "member add bob --project grp/app --role maintainer",
    "create deploy --project grp/app -s read_registry --name ci -q --to ci",
    "create personal --as bob -s api -q --to personal",
    "create project-access --project grp/app -s api --expires 30d -q --to bot",
    "create runner-registration --project grp/app -q --to registration",
    "revoke 1 --yes",
];

/// Commands that tell the same whenever they are asked, and the code that says that something is the matter with a store.
const LINES: [(&str, Option<i32>); 16] = [
    ("list --all --json", None),
    ("list --format csv", None),
    ("list --expiring 60d -q", None),
    ("list --valid-in grp/app --count", None),
    ("show 2 --json", None),
    ("log list --json", None),
    ("log verify", None),
    ("log head", None),
    ("user list --json", None),
    ("project list --json", None),
    ("member list --project grp/app --json", None),
    ("runner list --json", None),
    ("policy list --json", None),
    ("audit --json", None),
    ("app list --json", None),
    ("store check --json", Some(6)),
];

#[test]
fn whoever_looks_while_calls_fail_is_told_all_of_it_or_that_it_is_not_all() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    for line in BEFORE {
        bench.run(&line.split(' ').collect::<Vec<_>>()).must_be(0);
    }
    let mut random = Random::new(32);
    let mut pieces = Vec::new();
    for (line, finding) in LINES {
        let words: Vec<&str> = line.split(' ').collect();
        let (run, counts) = counted_of(&bench, &CALLS, &words);
        run.must_be(0);
        let faults = every_fault(&CALLS, &counts, SOME, &mut random);
        pieces.extend(faults.into_iter().map(|fault| (words.clone(), finding, run.out.clone(), fault)));
    }
    let (before, pieces) = (state(&bench), share(pieces, &mut random));
    tally::at_once(pieces.len(), |at| {
        let (words, finding, whole, (call, fault, nth)) = &pieces[at];
        let home = super::state::copy(&bench);
        let (run, _) = injected(&home, words, call, fault, *nth);
        let story = format!("{words:?}: {fault} in {call} {nth}: {}", run.told());
        match run.code {
            Some(0) => assert!(run.out == *whole, "{story}: exit 0, and it is not all"),
            None => {}
            Some(code) => {
                let is_known = matches!(code, 7 | 10 | 127) || code == 1 && run.err.contains("loading shared");
                assert!(is_known || Some(code) == *finding, "{story}");
                assert!(*call == "write" || !run.err.is_empty() || Some(code) == *finding, "{story}");
            }
        }
        assert!(!is_long() && at % 10 > 0 || state(&home) == before, "{story}: it changed something");
    });
    ledger::must_be_sound(&bench, "looked at");
}
