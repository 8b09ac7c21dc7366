//! Revoking by the options of `list`: what is counted, what is rehearsed and what is done are the same tokens.

#![cfg(test)]

use crate::bulk_creating::all_of;
use crate::support::Bench;

/// Counts the lines on standard error that begin so.
fn lines(told: &crate::support::Told, begin: &str) -> usize {
    told.err().lines().filter(|line| line.starts_with(begin)).count()
}

#[test]
fn ten_thousand_tokens_and_their_bots_end_in_one_go() {
    let bench = Bench::after(&[
        "project add grp/app",
        "create deploy --project grp/app -s read_registry --number 9000 --name ci --to ~/1",
        "create project-access --project grp/app -s api --number 990 --name bot --to ~/2",
        "create runner-registration --project grp/app --number 10 --name reg --to ~/3",
        "create deploy -s read_registry --number 10 --name other --to ~/4",
    ]);
    for bot in ["project_2_bot", "project_2_bot7", "project_2_bot500"] {
        bench.ok(&format!("record add issue --project grp/app --author {bot} --title x"));
    }
    let count = |line: &str| bench.ok(line).out();
    assert_eq!(count("list --project grp/app --count"), "10000\n");
    let before = all_of(&bench);
    let rehearsed = bench.ok("revoke --project grp/app --dry-run");
    assert_eq!(all_of(&bench), before);
    let done = bench.ok("revoke --project grp/app --yes --format ids");
    assert_eq!(done.ids().len(), 10_000);
    for (told, verb, gone) in [(&rehearsed, "would be revoked", "would leave"), (&done, "revoked", "left")] {
        assert_eq!(lines(told, &format!("{verb}: ")), 10_000);
        assert_eq!(lines(told, &format!("{gone} with it: the bot user ")), 990);
    }
    assert_eq!((count("list --project grp/app --count"), count("list --count")), ("0\n".into(), "10\n".into()));
    assert_eq!(count("list --revoked --count"), "10000\n");
    let users = bench.ok("user list --json").json();
    assert_eq!(users["users"].as_array().unwrap().len(), 2, "the admin and the Ghost User");
    let records = bench.ok("record list --author ghost --json").json();
    assert_eq!(records["records"].as_array().unwrap().len(), 3);
    let event = &bench.ok("log list --limit 1 --json").json()["events"][0];
    assert_eq!((&event["action"], &event["after"]["count"]), (&"token.revoke_selected".into(), &10_000.into()));
    let again = bench.ok("revoke --project grp/app --yes");
    again.stderr("no token matches, so none was revoked\n");
}

#[test]
fn the_counts_agree_for_every_filter() {
    let bench = Bench::after(&[
        "project add grp/app",
        "create deploy --project grp/app -s read_registry --number 20 --name ci --expires 10d --to ~/1",
        "create deploy --group grp -s write_registry --number 5 --note weekly --to ~/2",
        "create project-access --project grp/app -s api --number 7 --name bot --expires 1y --to ~/3",
        "create personal -s read_api --number 3 --to ~/4",
        "suspend 3",
        "revoke 4 --yes",
    ]);
    let filters = [
        "--kind deploy",
        "--kind deploy,project-access",
        "--scope read_registry",
        "--access registry:write",
        "--project grp/app",
        "--group grp",
        "--valid-in grp/app",
        "--created-by op",
        "--name 'ci-1*'",
        "--note weekly",
        "--expiring 30d",
        "--suspended",
        "--user op",
        "--created-before 2026-06-15",
    ];
    for filter in filters {
        let counted: usize = bench.ok(&format!("list {filter} --count")).out().trim().parse().unwrap();
        let rehearsed = bench.ok(&format!("revoke {filter} --dry-run"));
        // What is stopped opens nothing now, but could come back.
        let stopped = usize::from(filter.starts_with("--valid-in"));
        assert_eq!(lines(&rehearsed, "would be revoked"), counted + stopped, "{filter}: {rehearsed}");
    }
    bench.ok("revoke --project grp/app --yes");
    let rehearsed = bench.ok("revoke --created-by op --dry-run");
    assert_eq!(lines(&bench.ok("revoke --created-by op --yes"), "revoked"), lines(&rehearsed, "would be revoked"));
    assert_eq!(bench.ok("list --count").out(), "0\n");
}
