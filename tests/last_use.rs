//! The last use of a token: when and from where, noted beside the verdict and never in its way.

#![cfg(test)]

use std::fs::{self, File};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Bench, Kept, START};

fn with_token() -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app"]);
    let secret = bench.secret("create deploy --project grp/app -s read_registry --name ci");
    (bench, secret)
}

/// Returns when a token was used last, from where, and how many uses were noted.
fn used(bench: &Bench, id: i64) -> Value {
    let shown = &bench.ok(&format!("show {id} --json")).json()["tokens"][0];
    json!([shown["used_at"], shown["used_from"], shown["uses"]])
}

/// Returns what lies on the disk of the store.
fn bytes(bench: &Bench) -> Vec<Vec<u8>> {
    ["", "-wal"].map(|ending| fs::read(bench.data().join(format!("store.db{ending}"))).unwrap()).into()
}

const READ: &str = "--access registry:read --project grp/app";

#[test]
fn a_use_is_noted_once_in_ten_minutes() {
    let (mut bench, secret) = with_token();
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
    bench.verdict(&secret, READ, "allow");
    assert_eq!(used(&bench, 1), json!([START, "bench", 1]));
    let noted = bytes(&bench);
    bench.later(599).verdict(&secret, READ, "allow");
    bench.verdict(&secret, "--from 192.0.2.7", "allow");
    assert_eq!(used(&bench, 1), json!([START, "bench", 1]));
    assert!(bytes(&bench) == noted, "a use that need not be noted was written");
    bench.later(1).verdict(&secret, "", "allow");
    assert_eq!(used(&bench, 1), json!(["2026-06-15T12:10:00Z", "bench", 2]));
    bench.later(86_400).verdict(&secret, "--from 192.0.2.7", "allow");
    assert_eq!(used(&bench, 1), json!(["2026-06-16T12:10:00Z", "192.0.2.7", 3]));
}

#[test]
fn a_token_says_where_it_was_used_from() {
    let (bench, _) = with_token();
    let cases = [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("Build-1.Example.com", "build-1.example.com"),
    ];
    for (id, (given, noted)) in (2..).zip(cases) {
        let secret = bench.secret("create deploy -s read_registry");
        bench.verify(&secret, &format!("--from {given}")).is(0, "", "allowed\n");
        assert_eq!(used(&bench, id), json!([START, noted, 1]));
    }
    bench.ok("show 2").stdout(
        "id:           2\nkind:         deploy\nname:         deploy-token-2\nstate:        active\n\
         boundary:     project\nwhere:        op/default\nscopes:       read_registry\nopens:        registry:read\n\
         username:     gitlab+deploy-token-2\nfingerprint:  fp:…\n\n\
         created:      2026-06-15T12:00:00Z\ncreated by:   op\nexpires:      never\n\n\
         uses noted:   1\nlast used:    2026-06-15T12:00:00Z\nused from:    192.0.2.7\n\n\
         trail:        2026-06-15T12:00:00Z  token.create by op\n              \
                       `tokctl log list --token 2` tells all of it\n",
    );
    bench.run("list --columns used_at,used_from,uses --name *-[23]").is(
        0,
        "ID  LAST USED             USED FROM    USES NOTED\n \
          2  2026-06-15T12:00:00Z  192.0.2.7             1\n \
          3  2026-06-15T12:00:00Z  2001:db8::1           1\n",
        "",
    );
}

#[test]
fn what_is_no_address_is_refused_before_anything_is_verified() {
    let (bench, secret) = with_token();
    for from in ["''", "'a b'", "192.0.2.7:443", "192.0.2.256", "'x\u{1b}[31m'", "-", "unix:", &"x".repeat(254)] {
        let words = "an address is an IP address or the name of a host, without a port";
        bench.verify(&secret, &format!("--from={from}")).code(2).stdout("").says(words);
    }
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
}

#[test]
fn a_denied_use_is_none() {
    let (bench, secret) = with_token();
    bench.verdict(&secret, "--access registry:write --project grp/app", "scope");
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
    bench.ok("suspend 1");
    bench.verdict(&secret, "", "suspended");
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
}

#[test]
fn a_token_keeps_its_last_use_when_it_is_dead_and_its_successor_begins_anew() {
    let (bench, secret) = with_token();
    bench.verdict(&secret, "--from 192.0.2.7", "allow");
    let next = bench.secret("rotate 1");
    assert_eq!(used(&bench, 1), json!([START, "192.0.2.7", 1]));
    assert_eq!(used(&bench, 2), json!([null, null, 0]));
    bench.verdict(&next, "", "allow");
    assert_eq!(used(&bench, 2), json!([START, "bench", 1]));
}

#[test]
fn a_note_of_a_time_to_come_does_not_stay_for_ever() {
    let (mut bench, secret) = with_token();
    bench.at("2027-06-15").verdict(&secret, "", "allow");
    assert_eq!(used(&bench, 1)[0], "2027-06-15T00:00:00Z");
    bench.at("2026-06-16").verdict(&secret, "", "allow");
    assert_eq!(used(&bench, 1), json!(["2026-06-16T00:00:00Z", "bench", 2]));
}

#[test]
fn an_unknown_secret_leaves_no_trace() {
    let (bench, secret) = with_token();
    let (other, malformed) = (Bench::founded(), [b"gldt-".as_slice(), b"x", b"ssh-ed25519 AAAA"]);
    let stranger = other.secret("create deploy -s read_registry");
    drop(secret);
    let before = bytes(&bench);
    for _ in 0..3 {
        bench.verdict(&stranger, "--from 192.0.2.7", "unknown");
        for input in malformed {
            bench.run_with(&["verify", "--from", "192.0.2.7"], input).code(1);
        }
    }
    assert!(bytes(&bench) == before, "something was written");
}

#[test]
fn a_use_for_registering_is_counted_to_the_last() {
    let mut bench = Bench::after(&["project add grp/app"]);
    let secret = bench.secret("create runner-registration --project grp/app --uses 3");
    let register = |bench: &Bench| bench.run_with(&["runner", "register"], secret.expose()).code(0).secret();
    register(&bench);
    let runner = register(&bench);
    assert_eq!(used(&bench, 1), json!([START, "bench", 2]));
    bench.later(600).verdict(&secret, "", "allow");
    assert_eq!(used(&bench, 1), json!(["2026-06-15T12:10:00Z", "bench", 2]));
    let start = bench.words("job start --project grp/app --runner-secret-file -");
    let job = bench.run_with(&start, runner.expose()).code(0).secret();
    assert_eq!(used(&bench, 3), json!(["2026-06-15T12:10:00Z", "bench", 1]));
    bench.verdict(&job, "--endpoint 'GET /job' --from 192.0.2.7", "allow");
    assert_eq!(used(&bench, 4), json!(["2026-06-15T12:10:00Z", "192.0.2.7", 1]));
    let leave = bench.words("runner delete --yes --secret-file -");
    bench.later(600).run_with(&leave, runner.expose()).code(0);
    assert_eq!(used(&bench, 3), json!(["2026-06-15T12:20:00Z", "bench", 2]));
}

#[test]
fn what_a_rehearsal_opens_is_not_used() {
    let bench = Bench::after(&["project add grp/app"]);
    let secret = bench.secret("create runner-registration --project grp/app");
    bench.run_with(&["runner", "register", "--dry-run"], secret.expose()).code(0);
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
}

#[test]
fn refreshing_is_a_use_of_the_old_pair() {
    let bench = Bench::after(&["app add ci --scope read_api"]);
    let pair = bench.ok("create oauth --app ci").pair();
    bench.run_with(&["app", "refresh"], pair.refresh.expose()).code(0);
    assert_eq!(used(&bench, 1), json!([START, "bench", 1]));
    assert_eq!(used(&bench, 2), json!([null, null, 0]));
}

#[test]
fn a_deploy_key_is_used_too() {
    let bench = Bench::founded();
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILkYXU2fVeO4/0rDCSsswP5iIX2+B6tv15YT3KObgyDl key\n";
    fs::write(bench.path("key.pub"), key).unwrap();
    bench.ok("create deploy-key --key ~/key.pub");
    bench.run_with(&["verify", "--from", "192.0.2.7"], key.as_bytes()).code(0);
    assert_eq!(used(&bench, 1), json!([START, "192.0.2.7", 1]));
}

#[test]
fn a_note_waits_for_no_other_writer() {
    let (bench, secret) = with_token();
    let lock = File::open(bench.data().join("store.db.lock")).unwrap();
    lock.lock().unwrap();
    let before = Instant::now();
    bench.verify(&secret, READ).is(0, "", "allowed\n");
    bench.verify(&secret, "--access api:read --project grp/app").is(1, "", "denied\n");
    assert!(before.elapsed() < Duration::from_secs(5));
    lock.unlock().unwrap();
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
    bench.verify(&secret, READ).is(0, "", "allowed\n");
    assert_eq!(used(&bench, 1), json!([START, "bench", 1]));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a writer that knows nothing of tokctl's queue")]
fn a_note_waits_for_no_foreign_writer() {
    let (bench, secret) = with_token();
    let foreign = rusqlite::Connection::open(bench.data().join("store.db")).unwrap();
    foreign.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = Instant::now();
    bench.verify(&secret, READ).is(0, "", "allowed\n");
    assert!(before.elapsed() < Duration::from_secs(5));
    foreign.execute_batch("ROLLBACK").unwrap();
    assert_eq!(used(&bench, 1), json!([null, null, 0]));
}

#[test]
fn a_use_is_no_event() {
    let (bench, secret) = with_token();
    let before = bench.ok("log list --json").out();
    bench.verdict(&secret, READ, "allow");
    bench.verdict(&secret, "--via ssh", "transport");
    bench.ok("log list --json").stdout(&before);
}
