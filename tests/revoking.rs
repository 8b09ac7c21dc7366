//! Revoking: for ever, said clearly, and the same when done twice.

#![cfg(test)]

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "create deploy --project grp/app -s read_registry --name ci",
        "create deploy --project grp/app -s write_registry --name cd",
        "create deploy -s read_repository",
    ])
}

#[test]
fn tokens_are_revoked_by_id_and_by_name() {
    let bench = bench();
    bench.run("revoke 1 --yes").is(0, "", "revoked: deploy token 1 `ci` for the project grp/app\n");
    bench.run("revoke cd 3 --project grp/app -y").is(
        0,
        "",
        "revoked: deploy token 2 `cd` for the project grp/app\n\
         revoked: deploy token 3 `deploy-token-3` for the project op/default\n",
    );
    bench.run("list -q").is(0, "", "");
}

#[test]
fn a_second_revocation_is_no_failure_and_changes_nothing() {
    let mut bench = bench();
    bench.ok("user add ann --admin");
    bench.ok("revoke 1 --yes --reason first");
    let before = bench.ok("show 1 --json").out();
    bench.later(3600);
    bench.run("revoke 1 --yes --reason second --as ann").is(
        0,
        "",
        "was revoked before: deploy token 1 `ci` for the project grp/app\n",
    );
    assert_eq!(bench.ok("show 1 --json").out(), before);
    let trail = bench.ok("log list --json").out();
    assert!(trail.contains("first") && !trail.contains("second"), "{trail}");
}

#[test]
fn what_is_not_there_is_not_found() {
    let bench = bench();
    bench.run("revoke 9 --yes").is(
        3,
        "",
        "error: there is no token `9`\nhint: `tokctl list --all` shows the tokens there are\n",
    );
    bench.refuses(3, &[("revoke nothing --project grp/app --yes", "error: there is no live token `nothing` there")]);
}

#[test]
fn when_a_part_fails_the_rest_is_done_and_the_exit_code_tells() {
    let bench = bench();
    bench.run("revoke 1 9 2 --yes").is(
        1,
        "",
        "revoked: deploy token 1 `ci` for the project grp/app\n\
         error: there is no token `9`\nhint: `tokctl list --all` shows the tokens there are\n\
         revoked: deploy token 2 `cd` for the project grp/app\n",
    );
    bench.run("list -q").is(0, "3\n", "");
    bench.run("revoke 3 3 --yes").is(0, "", "revoked: deploy token 3 `deploy-token-3` for the project op/default\n");
}

#[test]
fn selecting_nothing_is_a_mistake_and_never_everything() {
    let bench = bench();
    bench.run("revoke --yes").is(
        2,
        "",
        "error: nothing is selected\nhint: name tokens by their ids, or select them with the options of `tokctl list`, \
         as in `--expired`\n",
    );
    bench.refuses(
        2,
        &[
            ("revoke 1 --expired --yes", "error: tokens are named and selected at once"),
            ("revoke 1 --project grp/app --yes", "error: `1` is an id, and an id is meant in no boundary"),
            ("revoke ci --yes", "error: `ci` is no id, and a name needs the boundary it is meant in"),
            ("revoke ci --project grp/app --user op --yes", "error: a name is meant in one boundary"),
            ("revoke '' --yes", "invalid value"),
        ],
    );
    bench.run("list --count").is(0, "3\n", "");
}

#[test]
fn without_yes_and_without_a_person_nothing_is_revoked() {
    let bench = bench();
    bench.run("revoke 1 2").is(
        2,
        "",
        "error: revoking cannot be undone, and nobody is there to be asked\n  2 tokens would be revoked\n\
         hint: add `--yes`, or look first with `--dry-run`\n",
    );
    bench.refuses(2, &[("revoke --project grp/app --no-input", "2 tokens would be revoked")]);
    bench.run("list --count").is(0, "3\n", "");
    // Where nothing would end there is nothing to ask.
    bench.run("revoke --expired").is(0, "", "no token matches, so none was revoked\n");
}

#[test]
fn a_rehearsal_says_the_same_and_changes_nothing() {
    let bench = bench();
    let rehearsed = bench.ok("revoke --project grp/app --dry-run").err();
    let log = bench.ok("log list --json").out();
    bench.run("list --count").is(0, "3\n", "");
    let done = bench.ok("revoke --project grp/app --yes").err();
    assert_eq!(rehearsed.replace("would be revoked", "revoked"), done);
    assert_eq!(done.lines().count(), 2);
    assert_ne!(bench.ok("log list --json").out(), log);
    bench.run("revoke 1 9 --dry-run --yes").code(1).says("was revoked before: deploy token 1");
}

#[test]
fn a_selection_is_of_live_tokens_and_in_every_format() {
    let bench = bench();
    bench.ok("revoke 1 --yes");
    let told = bench.ok("revoke --project grp/app --yes --json");
    let tokens = told.json();
    assert_eq!(tokens["tokens"].as_array().unwrap().len(), 1);
    assert_eq!((&tokens["tokens"][0]["id"], &tokens["tokens"][0]["state"]), (&2.into(), &"revoked".into()));
    bench.run("revoke --name 'deploy-*' --yes -q --dry-run").is(0, "", "");
    bench.run("revoke --name 'deploy-*' --yes -q --format ids").is(0, "3\n", "");
    bench.run("list --count").is(0, "0\n", "");
}

#[test]
fn the_reason_stands_in_the_trail_and_with_the_token() {
    let bench = bench();
    bench.ok("revoke 1 --yes --reason 'laptop lost'");
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["revoked_why"], "laptop lost");
    let events = bench.ok("log list --limit 1 --json").json();
    let event = &events["events"][0];
    assert_eq!((&event["action"], &event["object_id"]), (&"token.revoke".into(), &1.into()));
    assert_eq!((&event["reason"], &event["actor"]), (&"laptop lost".into(), &"op".into()));
    let long = "x".repeat(1001);
    bench.refuses(
        2,
        &[
            (&format!("revoke 2 --yes --reason {long}"), "it is longer than 1000 characters"),
            ("revoke 2 --yes --reason 'a\u{7}b'", "it has control or other invisible characters in it"),
        ],
    );
    bench.run("list --count").is(0, "2\n", "");
}

#[test]
fn who_may_not_end_one_token_of_a_selection_ends_none() {
    let bench = bench();
    bench.all(&[
        "create deploy --group grp -s read_registry",
        "user add ann",
        "member add ann --group grp --role maintainer",
    ]);
    bench.run("revoke --access registry:read --yes --as ann").is(
        4,
        "",
        "error: 1 of these 2 tokens may not be revoked by you\n  nothing was revoked; it is about 4\n\
         hint: narrow the selection, or let somebody do it who may\n",
    );
    bench.run("revoke 4 --yes --as ann").is(
        4,
        "",
        "error: `ann` may not end deploy tokens there\n  it takes the role owner there, or an admin\n",
    );
    bench.run("revoke 3 --yes --as ann").code(3).says("error: there is no token `3`");
    bench.run("list --count").is(0, "4\n", "");
    bench.ok("revoke 1 --yes --as ann");
}
