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
note:         the build
fingerprint:  fp:…

created:      2026-06-15T12:00:00Z
created by:   op
expires:      2026-07-15

uses noted:   0
last used:    never

trail:        2026-06-15T12:00:00Z  token.create by op
              `tokctl log list --token 1` tells all of it
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

#[test]
fn the_whole_lineage_is_told_from_the_oldest_on() {
    let mut bench = bench();
    bench.all(&["user add ann", "member add ann --project grp/app --role maintainer"]);
    bench.later(60).ok("rotate 1 --to ~/2");
    bench.later(60).ok("rotate 3 --to ~/3 --as ann");
    bench.later(60).ok("suspend 4 --until 3d --reason 'too loud'");
    let lineage = "\
lineage:      1  revoked, rotated 2026-06-15T12:01:00Z by op
              3  revoked, rotated 2026-06-15T12:02:00Z by ann
              4  suspended, this one
";
    bench.ok("show 4").prints(lineage);
    // From whichever of them one looks.
    bench.ok("show 1").prints(&lineage.replace(", this one", "").replace("1  revoked,", "1  revoked, this one,"));
    let json = bench.ok("show 3 --json").json()["tokens"][0]["lineage"].clone();
    assert_eq!(
        json,
        serde_json::json!([
            {"id": 1, "state": "revoked", "created_at": "2026-06-15T12:00:00Z", "created_by": "op",
             "rotated_at": "2026-06-15T12:01:00Z", "rotated_by": "op", "revoked_at": "2026-06-15T12:01:00Z"},
            {"id": 3, "state": "revoked", "created_at": "2026-06-15T12:01:00Z", "created_by": "op",
             "rotated_at": "2026-06-15T12:02:00Z", "rotated_by": "ann", "revoked_at": "2026-06-15T12:02:00Z"},
            {"id": 4, "state": "suspended", "created_at": "2026-06-15T12:02:00Z", "created_by": "ann",
             "rotated_at": null, "rotated_by": null, "revoked_at": null},
        ])
    );
    bench.ok("show 4").prints(
        "trail:        2026-06-15T12:02:00Z  token.rotate by ann (op)\n              \
                       2026-06-15T12:03:00Z  token.suspend by op: too loud\n              \
                       `tokctl log list --token 4` tells all of it\n",
    );
    // Who may not read the trail is not told of it.
    let told = bench.ok("show 4 --as ann --json").json()["tokens"][0]["trail"].clone();
    assert_eq!(told, serde_json::Value::Null);
    bench.ok("show 2");
}

#[test]
fn a_long_lineage_leaves_room_for_the_rest() {
    let mut bench = bench();
    for _ in 0..15 {
        bench.later(60).ok("rotate ci --project grp/app -q --to-dir ~/out");
    }
    let told = bench.ok("show ci --project grp/app").out();
    assert_eq!(told.lines().filter(|line| line.contains("rotated 2026-")).count(), 11, "{told}");
    bench.ok("show ci --project grp/app").prints("    and 4 more; `--json` names them\n");
    let json = bench.ok("show ci --project grp/app --json").json();
    assert_eq!(json["tokens"][0]["lineage"].as_array().unwrap().len(), 16);
}

#[test]
fn what_it_was_used_for_and_what_stops_it_is_told() {
    let mut bench = Bench::after(&["project add grp/app", "project add grp/lib", "user add ann"]);
    let secret = bench.secret("create deploy --group grp -s read_registry,read_repository");
    bench.verdict(&secret, "--access registry:read --project grp/app", "allow");
    bench.ok("show 1").prints("used for:     registry:read\nused in:      grp/app\n");
    bench.later(3600);
    bench.verdict(&secret, "--access repository:read --project grp/lib", "allow");
    bench
        .ok("show 1")
        .prints("used for:     repository:read registry:read\nused in:      several projects, or in none\n");
    let shown = bench.ok("show 1 --json").json()["tokens"][0].clone();
    assert_eq!(shown["used_access"], serde_json::json!(["repository:read", "registry:read"]));
    assert_eq!((&shown["used_project"], &shown["used_elsewhere"]), (&serde_json::Value::Null, &true.into()));
    bench.ok("rotate 1 --to ~/2");
    bench.ok("show 2").prints("used for:     repository:read registry:read (those before it included)\n");
    bench.all(&["create impersonation --user ann -s api --to ~/3", "policy set impersonation off"]);
    bench.ok("show 3").prints("stopped by:   policy: a policy of this store stops tokens of its kind\n");
    assert_eq!(bench.ok("show 3 --json").json()["tokens"][0]["stopped_by"], "policy");
    bench.all(&["create personal --user ann -s api --to ~/4", "user block ann"]);
    assert_eq!(bench.ok("show 4 --json").json()["tokens"][0]["stopped_by"], "holder_blocked");
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["stopped_by"], serde_json::Value::Null);
}

#[test]
fn the_trail_is_found_in_a_long_one_too() {
    let mut bench = bench();
    bench.later(60).ok("suspend 1 --reason early");
    bench.later(60).ok("create deploy -s read_registry --number 25000 --to ~/many -q");
    bench.later(60).ok("resume 1");
    let told = bench.ok("show 1 --json").json()["tokens"][0]["trail"].clone();
    let actions: Vec<&str> = told.as_array().unwrap().iter().map(|event| event["action"].as_str().unwrap()).collect();
    // What is far back is found by what the token itself knows: that it was made.
    assert_eq!(actions, ["token.create", "token.resume"]);
}

#[test]
fn until_when_it_is_suspended_is_in_every_place_that_says_so() {
    let mut bench = bench();
    let secret = bench.secret("create deploy -s read_registry --project grp/app --name loud");
    let told = bench.ok("suspend 3 --until 2026-06-20 --json").json();
    let until = "2026-06-20T00:00:00Z";
    assert_eq!(told["tokens"][0]["suspended_until"], until);
    let list = |options: &str| bench.ok(&format!("list --json {options}")).json()["tokens"].clone();
    assert_eq!((&list("")[2]["suspended_until"], &list("")[0]["suspended_until"]), (&until.into(), &().into()));
    assert!(bench.ok("list --format csv --suspended").out().contains(until));
    bench.verify(&secret, "--explain").code(1).prints("suspended until:  2026-06-20\n");
    bench.at("2026-06-20T00:00:00Z");
    let list = bench.ok("list --json").json()["tokens"].clone();
    assert_eq!((&list[2]["state"], &list[2]["suspended_until"]), (&"active".into(), &().into()));
    let then = bench.ok("list --json --as-of 2026-06-16").json()["tokens"].clone();
    assert_eq!((&then[2]["state"], &then[2]["suspended_until"]), (&"suspended".into(), &until.into()));
}
