//! What can be asked of the past with `list --as-of`, and what it refuses.

#![cfg(test)]

use std::fs;

use crate::support::Bench;

const PUSH: &str = "--access repository:write --valid-in grp/app";

/// Tokens of 1 March that could push to `grp/app`, and some that could not, to which all sorts of things happened since.
fn bench() -> Bench {
    let mut bench = Bench::new();
    fs::write(bench.path("one.pub"), crate::keys::ONE).unwrap();
    bench.at("2026-02-01T12:00:00Z").all(&[
        "project add grp/app",
        "user add ann",
        "user add bob",
        "member add ann --group grp --role developer",
        "member add bob --group grp --role reporter",
        "create personal --user ann -s write_repository --name rotated --to ~/1",
        "create personal --user ann -s api --name revoked --to ~/2",
        "create personal --user ann -s api --name expired --expires 2026-03-10 --to ~/3",
        "create personal --user ann -s api --name shortened --expires 2026-12-01 --to ~/4",
        "create project-access --project grp/app -s write_repository --name robot --to ~/5",
        "create deploy-key --project grp/app --key ~/one.pub --write --name key",
        "create personal --user bob -s api --name reporters --to ~/6",
        "create personal --user ann -s read_repository --name reads --to ~/7",
        "create personal --user ann -s api --name stopped --to ~/8",
        "create personal --user ann -s api --name over --expires 2026-02-20 --to ~/9",
    ]);
    bench.at("2026-02-28T23:59:59Z").all(&["suspend 9"]);
    bench.at("2026-03-01T00:00:01Z").all(&["create personal --user ann -s api --name late --to ~/10"]);
    bench.at("2026-03-20T12:00:00Z").all(&[
        "rotate 1 --overlap 1d --to ~/11",
        "shorten 4 --expires 2026-03-25",
        "resume 9",
        "member add bob --group grp --role owner",
        "revoke 2 5 --yes",
        "deploy-key disable 6 --project grp/app",
        "member remove ann --group grp",
    ]);
    bench.at("2026-06-15T12:00:00Z").all(&["user delete ann --yes"]);
    bench
}

#[test]
fn which_tokens_alive_on_a_day_could_push_is_one_command() {
    let bench = bench();
    let then = format!("list --as-of 2026-03-01 {PUSH}");
    bench.run(&format!("{then} -q")).is(0, "1\n2\n3\n4\n5\n6\n", "");
    bench.run(&format!("{then} --format csv --columns state,expires_at,revoked_at")).is(
        0,
        "id,state,expires_at,revoked_at\r\n1,active,,\r\n2,active,,\r\n3,active,2026-03-10T00:00:00Z,\r\n\
         4,active,2026-12-01T00:00:00Z,\r\n5,active,,\r\n6,active,,\r\n",
        "",
    );
    assert_eq!(bench.ok(&format!("{then} --count")).out(), "6\n");
    bench.ok(&format!("{then} --count")).says("1 more would be listed if it were not stopped");
    bench.run(&format!("{then} --fail-if-any --count")).code(6);
    assert_eq!(bench.ok(&format!("{then} --suspended -q")).ids(), [9]);
    assert_eq!(bench.ok(&format!("{then} --sort expires --limit 2 -q")).ids(), [3, 4]);
    assert_eq!(bench.ok(&format!("list {PUSH} -q")).ids(), [7], "today it is bob alone");
}

#[test]
fn a_change_counts_from_its_own_second_on() {
    let bench = bench();
    let at = |moment: &str| bench.ok(&format!("list -q --as-of {moment} {PUSH}")).ids();
    assert_eq!(at("2026-03-01T00:00:00Z"), at("2026-03-01"));
    assert_eq!(at("2026-03-01T00:00:01Z"), [1, 2, 3, 4, 5, 6, 11]);
    assert_eq!(at("2026-03-10T00:00:00Z"), [1, 2, 4, 5, 6, 11], "a token is dead from its end on");
    assert_eq!(at("2026-03-20T11:59:59Z"), [1, 2, 4, 5, 6, 11]);
    assert_eq!(at("2026-03-20T12:00:00Z"), [7]);
    assert_eq!(bench.ok("list -q --suspended --as-of 2026-02-28T23:59:58Z").ids(), [0; 0]);
    assert_eq!(bench.ok("list -q --suspended --as-of 2026-02-28T23:59:59Z").ids(), [9]);
    // So long ago is counted from now: 107 days and 12 hours.
    assert_eq!(at("2580h"), at("2026-02-28"));
}

#[test]
fn before_there_was_anything_there_was_nothing() {
    let bench = bench();
    bench.run("list --all --as-of 2026-01-01").is(0, "", "no token matches\n");
    bench.run("list --all --as-of 2026-01-01 --json").is(0, "{\"version\":1,\"tokens\":[]}\n", "");
    assert_eq!(Bench::new().ok("list --as-of 2026-01-01 --count").out(), "0\n");
}

#[test]
fn what_expired_and_was_to_expire_is_counted_from_then() {
    let bench = bench();
    assert_eq!(bench.ok("list -q --expired --as-of 2026-03-01").ids(), [10]);
    assert_eq!(bench.ok("list -q --expiring 10d --as-of 2026-03-01").ids(), [3]);
    assert_eq!(bench.ok("list -q --expiring 9mo --as-of 2026-03-01").ids(), [3, 4]);
}

#[test]
fn the_future_is_not_known_and_nothing_of_the_past_is_revoked() {
    let bench = bench();
    bench.run("list --as-of 2026-06-15T12:00:01Z").is(
        2,
        "",
        "error: 2026-06-15T12:00:01Z has not come yet\n  what will have changed by then nobody knows\n\
         hint: `tokctl list --expiring 30d` lists what ends by itself within 30 days\n",
    );
    bench.ok("list --as-of 2026-06-15T12:00:00Z");
    for when in ["yesterday", "never", "2026-02-30", "''"] {
        bench.run(&format!("list --as-of {when}")).code(2).stdout("").says("invalid value");
    }
    // Of uses only the last is known, and not what was the last then.
    for option in ["--unused 30d", "--never-used"] {
        bench.run(&format!("list --as-of 2026-03-01 {option}")).code(2).stdout("").says("cannot be used with");
    }
    bench.run("revoke --as-of 2026-03-01 --yes").code(2).stdout("").says("unexpected argument '--as-of'");
}

#[test]
fn what_is_gone_since_is_found_by_the_name_that_it_had_last() {
    let mut bench = bench();
    let then = bench.ok(&format!("list -q --as-of 2026-03-01 {PUSH}")).out();
    bench.later(60).all(&["group rename grp all", "project rename all/app tool"]);
    bench.run("list -q --as-of 2026-03-01 --access repository:write --valid-in all/tool").is(0, &then, "");
    bench.run(&format!("list -q --as-of 2026-03-01 {PUSH}")).code(3).says("error: there is no project `grp/app`");
    bench.later(60).ok("group delete all --yes");
    bench.run("list -q --as-of 2026-03-01 --access repository:write --valid-in all/tool").is(0, &then, "");
    bench.run("list -q --valid-in all/tool").code(3);
    bench.run("list -q --as-of 2026-06-15T12:02:00Z --valid-in all/tool").code(3).stdout("");
    assert_eq!(bench.ok("list -q --as-of 2026-03-01 --project all/tool").ids(), [5, 6]);
    assert_eq!(bench.ok("list -q --as-of 2026-03-01 --group all").ids(), [0; 0]);
    assert_eq!(bench.ok("list -q --as-of 2026-03-01 --user ann").ids(), [1, 2, 3, 4, 8, 9]);
    assert_eq!(bench.ok("list -q --as-of 2026-03-01 --created-by op --kind deploy-key").ids(), [6]);
    // Another of the same name is not the one of then.
    bench.later(60).all(&["project add all/tool", "user add ann"]);
    bench.run("list -q --as-of 2026-03-01 --access repository:write --valid-in all/tool").is(0, &then, "");
    assert_eq!(bench.ok("list -q --as-of 2026-03-01 --user ann").ids(), [1, 2, 3, 4, 8, 9]);
    assert_eq!(bench.ok("list -q --user ann").ids(), [0; 0]);
}

#[test]
fn what_was_not_there_yet_is_not_found() {
    let mut bench = bench();
    bench.later(60).all(&["project add grp/new", "user add eve"]);
    let added_later = "at 2026-03-01T00:00:00Z\n  it was added later\n";
    for (options, what) in [
        ("--valid-in grp/new", "project `grp/new`"),
        ("--project grp/new", "project `grp/new`"),
        ("--user eve", "user `eve`"),
        ("--created-by eve", "user `eve`"),
    ] {
        let told = bench.run(&format!("list --as-of 2026-03-01 {options}"));
        told.is(3, "", &format!("error: there was no {what} {added_later}"));
    }
    bench.run("list --as-of 2026-03-01 --valid-in grp/ap").code(3).says("did you mean `grp/app`");
    bench.run("list --as-of 2026-01-01 --group grp").code(3).says("error: there was no group `grp` at 2026-01-01");
}

/// Who may see a token is asked of today, also where the token is of the past.
#[test]
fn nobody_sees_more_of_the_past_than_of_the_present() {
    let mut bench = bench();
    bench.all(&["user add eve", "user add mia", "member add mia --project grp/app --role maintainer"]);
    let seen =
        |user: &str, options: &str| bench.ok(&format!("list -q --all --as-of 2026-03-05 --as {user} {options}")).ids();
    assert_eq!(seen("eve", ""), [0; 0]);
    assert_eq!(seen("mia", ""), [5, 6]);
    assert_eq!(seen("bob", ""), [5, 6, 7]);
    assert_eq!(seen("mia", "--valid-in grp/app --access repository:write"), [5, 6]);
    bench.run("list --as-of 2026-03-05 --valid-in grp/app --as eve").code(3).says("there is no project `grp/app`");
    bench.run("list --as-of 2026-03-05 --group grp --as eve").code(3).says("there is no group `grp`");
    bench.later(60).ok("project delete grp/app --yes");
    bench.run("list --as-of 2026-03-05 --valid-in grp/app --as mia").code(3).says("there is no project `grp/app`");
    bench.run("list --as-of 2026-03-05 --valid-in grp/app --as eve").code(3).says("there is no project `grp/app`");
}

#[test]
fn a_deploy_key_stands_where_it_was_enabled_then() {
    let mut bench = Bench::founded();
    fs::write(bench.path("one.pub"), crate::keys::ONE).unwrap();
    bench.all(&[
        "project add grp/app",
        "project add grp/lib",
        "project add grp/gone",
        "create deploy-key --project grp/app --key ~/one.pub --name key",
    ]);
    let first = bench.now;
    bench.later(60).all(&["deploy-key enable 1 --project grp/lib", "deploy-key enable 1 --project grp/gone"]);
    let second = bench.now;
    bench.later(60).all(&["deploy-key disable 1 --project grp/app", "project delete grp/gone --yes"]);
    let place = |options: &str| bench.ok(&format!("list --all --columns where --format csv {options}")).out();
    assert_eq!(place(&format!("--as-of {first}")), "id,where\r\n1,grp/app\r\n");
    assert_eq!(place(&format!("--as-of {second}")), "id,where\r\n1,\"grp/app, grp/lib, 1 more\"\r\n");
    assert_eq!(place(""), "id,where\r\n1,grp/lib\r\n");
}

#[test]
fn a_past_that_the_trail_does_not_reach_back_to_is_refused() {
    let bench = bench();
    crate::atomic::open(&bench).execute_batch("DELETE FROM events WHERE at < 1773000000").unwrap();
    bench.run("list --as-of 2026-03-01").is(
        3,
        "",
        "error: how it was at 2026-03-01T00:00:00Z is not known any more\n  what the store keeps of the past begins at 2026-03-20T12:00:00Z\n",
    );
    assert_eq!(bench.ok(&format!("list -q --as-of 2026-03-20T12:00:00Z {PUSH}")).ids(), [7]);
}

#[test]
fn a_trail_that_makes_no_sense_is_a_fault_and_no_answer() {
    for change in ["before = 'x'", "before = '[]'", "before = '{\"role\":\"king\"}'", "group_id = NULL"] {
        let bench = bench();
        let sql =
            format!("UPDATE events SET {change} WHERE action = 'member.remove' AND actor = 'op' AND at = 1774008000");
        crate::atomic::open(&bench).execute_batch(&sql).unwrap();
        bench.run("list --as-of 2026-03-01").code(7).stdout("").says("of the trail does not say how it was before");
    }
}
