//! Denied uses of known tokens, counted by their reasons, and the alarms that listings speak of.

#![cfg(test)]

use serde_json::{Value, json};

use crate::support::{Bench, Kept, START};

fn with_token() -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app", "project add grp/other"]);
    let secret = bench.secret("create deploy --project grp/app -s read_registry --name ci");
    (bench, secret)
}

fn shown(bench: &Bench, id: i64, column: &str) -> Value {
    bench.ok(&format!("show {id} --json")).json()["tokens"][0][column].clone()
}

fn denial(reason: &str, times: u32, first_at: &str, last_at: &str) -> Value {
    json!({"reason": reason, "times": times, "first_at": first_at, "last_at": last_at})
}

#[test]
fn each_reason_is_noted_once_in_ten_minutes() {
    let (mut bench, secret) = with_token();
    assert_eq!(shown(&bench, 1, "denials"), json!([]));
    for _ in 0..3 {
        bench.verdict(&secret, "--access registry:write --project grp/app", "scope");
    }
    bench.later(599);
    bench.verdict(&secret, "--access registry:write --project grp/app", "scope");
    bench.verdict(&secret, "--project grp/other", "boundary");
    let middle = "2026-06-15T12:09:59Z";
    assert_eq!(
        shown(&bench, 1, "denials"),
        json!([denial("scope", 1, START, START), denial("boundary", 1, middle, middle)])
    );
    bench.later(1).verdict(&secret, "--access registry:write --project grp/app", "scope");
    let last = "2026-06-15T12:10:00Z";
    assert_eq!(
        shown(&bench, 1, "denials"),
        json!([denial("scope", 2, START, last), denial("boundary", 1, middle, middle)])
    );
    let words = "denied:       scope: noted 2 times, first 2026-06-15T12:00:00Z, last 2026-06-15T12:10:00Z; \
                 boundary: noted once, 2026-06-15T12:09:59Z\n";
    bench.ok("show 1").prints(words);
}

#[test]
fn a_denial_is_neither_an_event_nor_an_alarm() {
    let (bench, secret) = with_token();
    let before = bench.ok("log list --json").out();
    bench.verdict(&secret, "--username ann", "username");
    bench.ok("revoke 1 --yes");
    bench.verdict(&secret, "", "revoked");
    let after = bench.ok("log list --json").json()["events"].as_array().unwrap().len();
    assert_eq!(after, before.lines().count() - 2 + 1, "more than the revocation");
    assert_eq!(shown(&bench, 1, "alarms"), json!([]));
    bench.ok("list --all --columns alarms").is(0, "ID  ALARMS\n 1       0\n", "");
    let reasons = shown(&bench, 1, "denials");
    let reasons: Vec<&str> = reasons.as_array().unwrap().iter().map(|told| told["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["revoked", "username"]);
}

#[test]
fn what_is_denied_elsewhere_counts_too() {
    let bench = Bench::after(&["project add grp/app", "app add ci --scope read_api"]);
    let secret = bench.secret("create runner-registration --project grp/app --uses 1");
    bench.run_with(&["runner", "register", "-q"], secret.expose()).code(0);
    for _ in 0..2 {
        bench.run_with(&["runner", "register"], secret.expose()).code(1);
    }
    assert_eq!(shown(&bench, 1, "denials"), json!([denial("used_up", 1, START, START)]));
    let pair = bench.ok("create oauth --app ci").pair();
    bench.ok("suspend 3");
    for _ in 0..2 {
        bench.run_with(&["app", "refresh"], pair.refresh.expose()).code(1);
    }
    assert_eq!(shown(&bench, 3, "denials"), json!([denial("suspended", 1, START, START)]));
    bench.run_with(&["app", "refresh", "--dry-run"], pair.refresh.expose()).code(1);
}

#[test]
fn a_rotated_out_secret_is_an_alarm_and_of_a_pair_a_denial() {
    let (bench, secret) = with_token();
    bench.ok("rotate 1 --to ~/next");
    bench.verdict(&secret, "", "rotated_out");
    assert_eq!(shown(&bench, 1, "denials"), json!([]));
    bench.ok("app add ci --scope read_api");
    let pair = bench.ok("create oauth --app ci").pair();
    bench.run_with(&["app", "refresh"], pair.refresh.expose()).code(0);
    bench.verdict(&pair.access, "", "rotated_out");
    assert_eq!(shown(&bench, 3, "alarms"), json!([]));
    assert_eq!(shown(&bench, 3, "denials"), json!([denial("rotated_out", 1, START, START)]));
}

#[test]
fn the_use_of_a_dead_secret_is_seen_in_every_listing_of_what_lives() {
    let (bench, secret) = with_token();
    bench.all(&["create deploy -s read_registry", "rotate 1 --to ~/next", "rotate 3 --to ~/after"]);
    let table = "ID  KIND    NAME            STATE   WHERE       SCOPES         EXPIRES\n \
                  2  deploy  deploy-token-2  active  op/default  read_registry  never\n \
                  4  deploy  ci              active  grp/app     read_registry  never\n";
    bench.run("list").is(0, table, "");
    for _ in 0..2 {
        bench.verdict(&secret, "", "rotated_out");
    }
    bench.run("list").is(0, table, "there are alarms about token 4; `tokctl show 4` tells them\n");
    let seen = |detail: &str| json!([{"what": "rotated_out", "detail": detail, "times": 2, "first_at": START, "last_at": START}]);
    assert_eq!(shown(&bench, 1, "alarms"), seen(""));
    assert_eq!(shown(&bench, 3, "alarms"), json!([]));
    assert_eq!(shown(&bench, 4, "alarms"), seen("token 1"));
    let words = "alarms:       rotated_out token 1: 2 times, last 2026-06-15T12:00:00Z\n";
    assert!(bench.ok("show 4").out().contains(words), "{}", bench.ok("show 4"));
    bench.run("list --all --columns alarms").is(
        0,
        "ID  ALARMS\n 1       1\n 2       0\n 3       0\n 4       1\n",
        "there are alarms about the tokens 1, 4; `tokctl show ID` tells them\n",
    );
    let alarms = bench.actions(2);
    assert_eq!(alarms, ["token.replaced ci", "alarm.rotated_out ci"], "one event, not two");
    // Programs have the column.
    for options in ["--json", "--format csv", "-q"] {
        bench.ok(&format!("list {options}")).stderr("");
    }
    bench.run("list --limit 1").code(0).stderr("");
}

#[test]
fn where_alarms_are_many_a_few_are_named() {
    let bench = Bench::founded();
    for id in 1..=7 {
        let secret = bench.secret("create runner --instance");
        bench.verdict(&secret, "--system-id s_1", "allow");
        bench.verdict(&secret, "--system-id s_2", "allow");
        assert_eq!(shown(&bench, id, "alarms")[0]["what"], "clone");
    }
    bench
        .ok("list")
        .stderr("there are alarms about the tokens 1, 2, 3, 4, 5 and 2 more; `--columns alarms` counts them\n");
}

#[test]
fn a_runner_is_shown_each_alarm_once() {
    let bench = Bench::founded();
    let secret = bench.secret("create runner --instance");
    bench.ok("rotate 1 --to ~/next");
    bench.verdict(&secret, "", "rotated_out");
    bench.verdict(&secret, "--system-id s_1", "rotated_out");
    let alarms = bench.ok("runner show 1 --json").json()["runners"][0]["alarms"].clone();
    assert_eq!(alarms, json!([{"what": "rotated_out", "detail": "", "times": 2, "first_at": START, "last_at": START}]));
}
