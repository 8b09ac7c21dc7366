//! Contacts and alarms: what is noted beside a verdict, and never in its way.

#![cfg(test)]

use std::fs::File;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Bench, Kept};

fn with_runner() -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app"]);
    let secret = bench.secret("create runner --project grp/app");
    (bench, secret)
}

fn runner(bench: &Bench) -> Value {
    bench.ok("runner show 1 --json").json()["runners"][0].clone()
}

fn alarms_in_the_trail(bench: &Bench) -> Vec<String> {
    let events = bench.ok("log list --json").json();
    let actions = events["events"].as_array().unwrap().iter().map(|event| event["action"].as_str().unwrap().to_owned());
    actions.filter(|action| action.starts_with("alarm.")).collect()
}

#[test]
fn a_contact_is_noted_to_some_ten_minutes() {
    let (mut bench, secret) = with_runner();
    assert_eq!(runner(&bench)["status"], "never_contacted");
    bench.verdict(&secret, "", "allow");
    assert_eq!(runner(&bench)["contacted_at"], "2026-06-15T12:00:00Z");
    bench.later(599).verdict(&secret, "--access runner:jobs", "allow");
    assert_eq!(runner(&bench)["contacted_at"], "2026-06-15T12:00:00Z");
    bench.later(1).verdict(&secret, "", "allow");
    assert_eq!(runner(&bench)["contacted_at"], "2026-06-15T12:10:00Z");
    assert_eq!(bench.later(7200).ok("runner list --json").json()["runners"][0]["status"], "offline");
}

#[test]
fn a_second_machine_raises_one_alarm_and_is_counted() {
    let (bench, secret) = with_runner();
    bench.verdict(&secret, "--system-id s_1", "allow");
    bench.verdict(&secret, "--system-id s_1", "allow");
    assert_eq!(alarms_in_the_trail(&bench), [""; 0]);
    for _ in 0..3 {
        bench.verify(&secret, "--system-id s_2 --access runner:jobs").is(0, "", "allowed\n");
    }
    bench.verdict(&secret, "--system-id s_3", "allow");
    bench.verdict(&secret, "--system-id s_1", "allow");
    assert_eq!(alarms_in_the_trail(&bench), ["alarm.clone", "alarm.clone"]);
    let shown = runner(&bench);
    assert_eq!(shown["system_id"], "s_1");
    let at = "2026-06-15T12:00:00Z";
    let counted = serde_json::json!([
        {"what": "clone", "detail": "s_2", "times": 3, "first_at": at, "last_at": at},
        {"what": "clone", "detail": "s_3", "times": 1, "first_at": at, "last_at": at},
    ]);
    let words = "clone s_2: 3 times, last 2026-06-15T12:00:00Z; clone s_3: once, last 2026-06-15T12:00:00Z";
    assert!(bench.ok("runner show 1").out().contains(words));
    assert!(bench.ok("runner show 1 --format csv").out().contains(words));
    assert_eq!((&shown["tokens"], &shown["jobs"]), (&serde_json::json!([1]), &serde_json::json!([])));
    assert_eq!(shown["alarms"], counted);
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["alarms"], counted);
    bench.verify(&secret, "--system-id 'a b'").code(2).says("a system id has 1 to 64");
}

#[test]
fn invented_machines_do_not_fill_the_store() {
    let (bench, secret) = with_runner();
    for at in 0..40 {
        bench.verify(&secret, &format!("-q --system-id s_{at}")).code(0);
    }
    assert_eq!(alarms_in_the_trail(&bench).len(), 33);
    let shown = runner(&bench);
    let rest = shown["alarms"].as_array().unwrap().iter().find(|alarm| alarm["detail"] == "…").unwrap();
    assert_eq!(rest["times"], 7);
}

#[test]
fn a_secret_that_was_rotated_out_raises_an_alarm_and_its_successor_lives() {
    let (bench, secret) = with_runner();
    let next = bench.secret("rotate 1");
    assert_eq!(alarms_in_the_trail(&bench), [""; 0]);
    for _ in 0..2 {
        bench.verify(&secret, "--access runner:jobs").is(1, "", "denied\n");
    }
    assert_eq!(alarms_in_the_trail(&bench), ["alarm.rotated_out"]);
    let shown = runner(&bench);
    assert_eq!((&shown["alarms"][0]["what"], &shown["alarms"][0]["times"]), (&"rotated_out".into(), &2.into()));
    bench.verdict(&next, "--access runner:jobs", "allow");
}

#[test]
fn a_dead_or_unknown_secret_is_no_contact() {
    let (bench, secret) = with_runner();
    let other = Bench::after(&["project add grp/app"]);
    other.secret("create runner --project grp/app");
    other.verdict(&secret, "--system-id s_1", "unknown");
    assert_eq!(runner(&other)["contacted_at"], Value::Null);
    bench.ok("revoke 1 --yes");
    bench.verdict(&secret, "--system-id s_1", "revoked");
    assert_eq!((&runner(&bench)["contacted_at"], &runner(&bench)["system_id"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_note_never_waits_for_another_writer() {
    let (bench, secret) = with_runner();
    let lock = File::open(bench.data().join("store.db.lock")).unwrap();
    lock.lock().unwrap();
    let before = Instant::now();
    bench.verify(&secret, "--system-id s_1").is(0, "", "allowed\n");
    assert!(before.elapsed() < Duration::from_secs(5));
    lock.unlock().unwrap();
    assert_eq!(runner(&bench)["contacted_at"], Value::Null);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a writer that knows nothing of tokctl's queue")]
fn a_note_never_waits_for_a_foreign_writer() {
    let (bench, secret) = with_runner();
    let foreign = rusqlite::Connection::open(bench.data().join("store.db")).unwrap();
    foreign.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = Instant::now();
    bench.verify(&secret, "--system-id s_1").is(0, "", "allowed\n");
    assert!(before.elapsed() < Duration::from_secs(5));
    foreign.execute_batch("ROLLBACK").unwrap();
    assert_eq!(runner(&bench)["contacted_at"], Value::Null);
}
