//! Showing one token, by its id or by its name in a boundary.

#![cfg(test)]

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "create deploy --project grp/app -s write_registry,read_registry --name ci --expires 30d --note 'the build'",
        "create personal -s read_api --name mine",
    ])
}

const CARD: &str = "\
id:           1
kind:         deploy
name:         ci
state:        active
boundary:     project
where:        grp/app
scopes:       read_registry write_registry
opens:        registry:read registry:write
username:     gitlab+deploy-token-1
expires:      2026-07-15
created:      2026-06-15T12:00:00Z
created by:   op
note:         the build
fingerprint:  fp:…
uses noted:   0
last used:    never
";

#[test]
fn a_token_is_shown_by_its_id_or_by_its_name_in_its_boundary() {
    let bench = bench();
    bench.run("show 1").is(0, CARD, "");
    bench.run("show ci --project grp/app").is(0, CARD, "");
    assert_eq!(bench.ok("show mine --user op --json").json()["tokens"][0]["id"], 2);
    bench.run("show 1 -q").is(0, "1\n", "");
}

#[test]
fn a_name_needs_a_boundary_and_a_boundary_its_name() {
    let bench = bench();
    bench.run("show ci").is(
        2,
        "",
        "error: `ci` is no id, and a name needs the boundary it is meant in\nhint: add `--project PATH`, \
         `--group PATH` or `--user USER`, or give the id that `tokctl list` shows\n",
    );
    bench.run("show c1 --project grp/app").is(
        3,
        "",
        "error: there is no live token `c1` there\nhint: `tokctl list --all` shows the dead ones too; they go by their id\n",
    );
    bench.run("show 99").is(
        3,
        "",
        "error: there is no token `99`\nhint: `tokctl list --all` shows the tokens there are\n",
    );
    bench.refuses(3, &[("show ci --project grp/nowhere", "error: there is no project `grp/nowhere`")]);
    bench.refuses(
        2,
        &[
            ("show", "error: no token is named"),
            ("show 99999999999999999999", "no id is so large"),
            ("show ci --project grp/app --group grp", "cannot be used with"),
        ],
    );
}

#[test]
fn a_name_that_two_live_tokens_bear_is_a_conflict_with_the_list() {
    let bench = bench();
    bench.ok("rotate 1 --overlap 1d");
    bench.run("show ci --project grp/app").is(
        5,
        "",
        "error: several live tokens are called `ci` there\n  they are 1 (deploy), 3 (deploy)\nhint: say which by its id\n",
    );
    bench.ok("revoke 1 --yes");
    assert_eq!(bench.ok("show ci --project grp/app --json").json()["tokens"][0]["id"], 3);
}

#[test]
fn what_became_of_a_token_is_told_and_what_hangs_on_it() {
    let mut bench = bench();
    bench.later(60).ok("rotate 1 --overlap 1d");
    let old = &bench.ok("show 1 --json").json()["tokens"][0];
    let new = &bench.ok("show 3 --json").json()["tokens"][0];
    assert_eq!((&old["successor"], &new["predecessor"]), (&3.into(), &1.into()));
    assert_eq!(
        (&old["rotated_at"], &old["expires_at"]),
        (&"2026-06-15T12:01:00Z".into(), &"2026-06-16T12:01:00Z".into())
    );
    assert_eq!((&old["takes_along"], &new["takes_along"]), (&serde_json::json!([]), &serde_json::json!([1])));
    bench.later(60).ok("revoke 3 --yes --reason 'laptop lost'");
    let new = &bench.ok("show 3 --json").json()["tokens"][0];
    assert_eq!((&new["state"], &new["revoked_by"]), (&"revoked".into(), &"op".into()));
    assert_eq!((&new["revoked_at"], &new["revoked_why"]), (&"2026-06-15T12:02:00Z".into(), &"laptop lost".into()));
    let old = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&old["state"], &old["revoked_why"]), (&"revoked".into(), &"its successor 3 was revoked".into()));
}

#[test]
fn what_one_may_not_see_is_not_there() {
    let bench = bench();
    bench.all(&["user add eve", "user add dev", "member add dev --project grp/app --role developer"]);
    for user in ["eve", "dev"] {
        for id in ["1", "2", "99"] {
            bench.run(&format!("show {id} --as {user}")).is(
                3,
                "",
                &format!("error: there is no token `{id}`\nhint: `tokctl list --all` shows the tokens there are\n"),
            );
        }
    }
    bench.run("show ci --project grp/app --as dev").code(3).says("error: there is no live token `ci` there");
    bench.run("show ci --project grp/app --as eve").code(3).says("error: there is no project `grp/app`");
    bench.run("show mine --user op --as eve").code(3).says("error: there is no live token `mine` there");
}
