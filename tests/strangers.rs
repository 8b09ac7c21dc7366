//! Whoever knows the number or the name of what lies in another's place can do nothing with it.

#![cfg(test)]

use std::fs;

use crate::support::Bench;

/// Every command that takes a number, a name or a path, pointed at what is none of the caller's.
const LINES: [&str; 46] = [
    "show 1",
    "show ci --project his/app",
    "rotate 1",
    "rotate 1 2 --to-dir ~/d",
    "suspend 1",
    "suspend 1 --until 1d",
    "resume 1",
    "shorten 1 --expires 1d",
    "revoke 1 --yes",
    "revoke ci --project his/app --yes",
    "revoke --project his/app --yes",
    "revoke --user bob --yes",
    "create deploy --project his/app -s read_registry",
    "create project-access --project his/app -s api",
    "create runner-registration --project his/app",
    "create runner --project his/app",
    "create deploy --group his -s read_registry",
    "create personal --user bob -s api",
    "create impersonation --user bob -s api",
    "create deploy-key --project his/app --key ~/two.pub",
    "create oauth --app site --user bob -s api",
    "deploy-key enable 5 --project mine/app",
    "deploy-key enable 5 --project his/app",
    "deploy-key disable 5 --project his/app",
    "runner show 1",
    "runner pause 1",
    "runner resume 1",
    "runner rename 1 mine",
    "runner delete 1 --yes",
    "job start --project his/app",
    "job show 1",
    "job end 1",
    "app rename site mine",
    "app delete site --yes",
    "user show bob",
    "user rename bob rob",
    "user block bob",
    "user delete bob --yes",
    "user admin eve on",
    "project rename his/app hers",
    "project transfer his/app --to mine",
    "project visibility his/app public",
    "project delete his/app --yes",
    "group delete his --yes",
    "member add eve --project his/app --role owner",
    "member remove bob --project his/app",
];

/// What goes well for a stranger: to see who there is, and to find none of their tokens.
const OPEN: [&str; 2] = ["user show bob", "revoke --user bob --yes"];

#[test]
fn what_lies_in_the_place_of_others_is_neither_seen_nor_touched_by_whoever_knows_its_number() {
    let bench = Bench::after(&[
        "user add bob",
        "user add eve",
        "group add his",
        "member add bob --group his --role owner",
        "project add his/app",
        "group add mine",
        "member add eve --group mine --role owner",
        "project add mine/app",
        "create deploy --project his/app -s read_registry --name ci -q --to ~/1",
        "create project-access --project his/app -s api -q --to ~/2",
        "create personal --user bob -s api -q --to ~/3",
        "create runner --project his/app -q --to ~/4",
    ]);
    fs::write(bench.path("one.pub"), crate::keys::ONE).unwrap();
    fs::write(bench.path("two.pub"), crate::keys::TWO).unwrap();
    bench.all(&[
        "create deploy-key --project his/app --key ~/one.pub -q",
        "job start --project his/app -q --to ~/6",
        "app add site --scope api --owner bob",
    ]);
    let everything = || {
        let lines =
            ["list --all --json", "user list --json", "project list --json", "runner list --json", "app list --json"];
        let told = lines.map(|line| bench.ok(line).out());
        (told, bench.ok("log list --count").out())
    };
    let files = || fs::read_dir(bench.home()).unwrap().count();
    let (before, there) = (everything(), files());
    for line in LINES {
        let told = bench.run(&format!("--as eve {line}"));
        let is_refused = matches!(told.exit(), 2..=4) && told.out().is_empty();
        assert!(is_refused || OPEN.contains(&line), "{told}");
        // A wrong use would prove nothing.
        assert!(told.exit() != 2 || told.err().contains("nothing is selected"), "{told}");
        let is_untouched = everything() == before;
        assert!(is_untouched, "{told}");
        assert_eq!(files(), there, "{told}");
    }
}
