//! The trail: one event for each change, who did it, and nothing that opens anything.

#![cfg(test)]

use serde_json::Value;

use crate::support::Bench;

fn events(bench: &Bench) -> Vec<Value> {
    bench.ok("log list --json").json()["events"].as_array().unwrap().clone()
}

fn actions(bench: &Bench) -> Vec<String> {
    events(bench).iter().map(|event| event["action"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_change_leaves_one_event_and_a_refusal_none() {
    let bench = Bench::founded();
    let steps: [(&str, i32, &[&str]); 20] = [
        ("user add ann", 0, &["user.add"]),
        ("user add ann", 5, &[]),
        ("project add grp/sub/app", 0, &["group.add", "member.add", "group.add", "project.add"]),
        ("group add grp/other", 0, &["group.add"]),
        ("member add ann --group grp --role owner", 0, &["member.add"]),
        ("member add ann --group grp --role owner", 0, &[]),
        ("member remove ann --group grp", 0, &["member.remove"]),
        ("create deploy -s read_registry", 0, &["token.create"]),
        ("create deploy -s read_registry --name deploy-token-1", 5, &[]),
        ("create deploy -s read_registry --dry-run", 0, &[]),
        ("rotate 1", 0, &["token.rotate", "token.replaced"]),
        ("rotate 1", 5, &[]),
        ("rotate 2 --overlap 1d", 0, &["token.rotate", "token.replaced"]),
        ("revoke 3 --yes", 0, &["token.revoke", "token.revoke"]),
        ("revoke 3 --yes", 0, &[]),
        ("revoke --expired --yes", 0, &[]),
        ("policy set overlap-max 2d", 0, &["policy.set"]),
        ("policy set overlap-max 2d", 0, &[]),
        ("list --all", 0, &[]),
        ("show 1", 0, &[]),
    ];
    for (line, code, added) in steps {
        let before = actions(&bench);
        bench.run(line).code(code);
        assert_eq!(actions(&bench)[before.len()..], *added, "{line}");
    }
    let sequences: Vec<i64> = events(&bench).iter().map(|event| event["sequence"].as_i64().unwrap()).collect();
    assert_eq!(sequences, (1..=i64::try_from(sequences.len()).unwrap()).collect::<Vec<_>>());
}

#[test]
fn an_event_tells_who_what_when_where_and_by_which_command() {
    let mut bench = Bench::after(&["user add ann", "project add grp/app"]);
    bench.ok("member add ann --project grp/app --role maintainer");
    bench.later(60).ok("create deploy --project grp/app -s read_registry --name ci --as ann --expires 30d");
    let events = events(&bench);
    let mut event = events.last().unwrap().clone();
    let hash = event.as_object_mut().unwrap().remove("hash").unwrap();
    assert_eq!(hash.as_str().unwrap().len(), 64);
    let expected = serde_json::json!({
        "sequence": 8, "at": "2026-06-15T12:01:00Z", "actor": "ann", "operator": "op", "action": "token.create",
        "object": "token", "object_id": 1, "name": "ci", "reason": null, "actor_id": 2,
        "uid": nix::unistd::Uid::current().as_raw(), "host": "bench", "command": "create deploy", "project_id": 2,
        "group_id": null, "where": "grp/app", "detail": null, "before": null,
        "after": {
            "kind": "deploy", "scopes": ["read_registry"], "fingerprint": "fp:…",
            "expires_at": "2026-07-15T00:00:00Z", "user_id": null, "user": null, "username": "gitlab+deploy-token-1",
        },
    });
    assert_eq!(event, expected);
    assert_eq!(events[0]["operator"], Value::Null);
}

#[test]
fn the_newest_events_are_listed_in_every_format() {
    let bench = Bench::after(&["create deploy -s read_registry --name ci", "revoke 1 --yes --reason 'no, \"really\"'"]);
    bench.run("log list").is(
        0,
        "SEQ  AT                    ACTOR  ACTION        OBJECT   ID  NAME        WHERE       DETAIL\n  \
           1  2026-06-15T12:00:00Z  op     user.add      user      1  op          -           -\n  \
           2  2026-06-15T12:00:00Z  op     project.add   project   1  op/default  op/default  -\n  \
           3  2026-06-15T12:00:00Z  op     token.create  token     1  ci          op/default  -\n  \
           4  2026-06-15T12:00:00Z  op     token.revoke  token     1  ci          op/default  no, \"really\"\n",
        "",
    );
    bench.run("log list --limit 2 -q").is(0, "3\n4\n", "");
    bench.run("log list --limit 100 -q").is(0, "1\n2\n3\n4\n", "");
    bench.run("log list --limit 0").code(2).stdout("");
    assert!(bench.ok("log list --format csv").out().contains(",\"no, \"\"really\"\"\","));
    assert_eq!(bench.ok("log list --format jsonl").out().lines().count(), 4);
}

#[test]
fn a_revocation_tells_in_which_state_the_token_was() {
    let mut bench = Bench::after(&["create deploy -s read_registry --expires 1d", "create deploy -s read_registry"]);
    bench.later(86_400).all(&["rotate 2 --overlap 1d", "revoke 1 3 --yes"]);
    let events = events(&bench);
    let states: Vec<(i64, &Value)> = events
        .iter()
        .filter(|event| event["action"] == "token.revoke")
        .map(|event| (event["object_id"].as_i64().unwrap(), &event["before"]))
        .collect();
    let (expired, active) = (serde_json::json!({"state": "expired"}), serde_json::json!({"state": "active"}));
    assert_eq!(states, [(1, &expired), (3, &active), (2, &active)]);
}

#[test]
fn a_bulk_adds_one_event_about_all_of_it() {
    let mut bench = Bench::after(&[
        "create project-access --project op/default -s api --expires 1d --name one --to ~/1",
        "create project-access --project op/default -s api --expires 1d --name two --to ~/2",
    ]);
    bench.later(86_400).ok("store sweep");
    assert_eq!(bench.actions(1), ["store.sweep 2 bot users"]);
    bench.ok("store sweep");
    assert_eq!(bench.actions(1), ["store.sweep 2 bot users"], "nothing was swept");
    bench.all(&["create deploy -s read_registry --to ~/3", "create deploy -s read_registry --to ~/4"]);
    bench.ok("revoke --kind deploy --yes");
    assert_eq!(bench.actions(1), ["token.revoke_selected 2 tokens"]);
}

#[test]
fn the_trail_is_for_admins() {
    let bench = Bench::after(&["user add ann"]);
    bench.run("log list --as ann").is(4, "", "error: only an admin may read the trail\n");
}

#[test]
fn no_secret_stands_in_the_trail() {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry");
    bench.verify(&secret, "").code(0);
    let raw = bench.ok("log list --json").raw();
    let payload = &secret.expose()[5..25];
    assert!(!raw.windows(payload.len()).any(|window| window == payload));
}
