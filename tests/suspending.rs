//! Suspending, resuming and shortening: the reversible stop, and an earlier end.

#![cfg(test)]

use crate::support::{Bench, Kept};

const READ: &str = "--access registry:read --project op/default";

fn with_token() -> (Bench, Kept) {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry --name ci --expires 30d");
    (bench, secret)
}

#[test]
fn a_suspended_token_opens_nothing_until_it_is_resumed() {
    let (bench, secret) = with_token();
    bench.run("suspend 1 --reason 'is it leaked?'").is(
        0,
        "",
        "suspended until it is resumed: deploy token 1 `ci` for the project op/default\n",
    );
    bench.verdict(&secret, READ, "suspended");
    bench.run("list --suspended -q").is(0, "1\n", "");
    bench.run("list -q").is(0, "1\n", "");
    bench.run("rotate 1 --to ~/new").code(5).says("error: token `1` is suspended and cannot be rotated");
    bench.run("resume ci --project op/default").is(0, "", "resumed: deploy token 1 `ci` for the project op/default\n");
    bench.verdict(&secret, READ, "allow");
    bench.run("list --suspended -q").is(0, "", "");
    let events = bench.ok("log list --json").json();
    let events = events["events"].as_array().unwrap();
    let actions: Vec<&str> = events.iter().filter_map(|event| event["action"].as_str()).collect();
    assert_eq!(actions[actions.len() - 2..], ["token.suspend", "token.resume"]);
    assert_eq!(events[events.len() - 2]["reason"], "is it leaked?");
}

#[test]
fn a_suspension_ends_at_its_instant_and_not_before() {
    let (mut bench, secret) = with_token();
    bench.ok("suspend 1 --until 12h");
    bench.later(12 * 3600 - 1);
    bench.verdict(&secret, READ, "suspended");
    bench.later(1);
    bench.verdict(&secret, READ, "allow");
    bench.refuses(5, &[("resume 1", "error: token `1` is not suspended")]);
    bench.refuses(2, &[("suspend 1 --until 2020-01-01T00:00:00Z", "error: that instant is over already")]);
}

#[test]
fn what_is_dead_is_neither_suspended_nor_resumed_nor_shortened() {
    let (mut bench, _) = with_token();
    bench.ok("create deploy -s read_registry --name other --to ~/other");
    bench.ok("revoke 2 --yes");
    for command in ["suspend 2", "resume 2", "shorten 2 --expires 7d"] {
        bench.run(command).code(5).says("error: token `2` is revoked, and that is for ever");
    }
    bench.later(40 * 86_400);
    for command in ["suspend 1", "resume 1", "shorten 1 --expires 7d"] {
        bench.run(command).code(5).says("error: token `1` is expired, and that is for ever");
    }
    bench
        .refuses(3, &[("suspend 9", "error: there is no token `9`"), ("resume 9", ""), ("shorten 9 --expires 7d", "")]);
}

#[test]
fn an_end_is_made_earlier_and_never_later() {
    let (mut bench, secret) = with_token();
    bench.run("shorten 1 --expires 7d").code(0).stdout("").says("ends at 2026-06-22T00:00:00Z: deploy token 1 `ci`");
    bench.refuses(
        5,
        &[
            ("shorten 1 --expires 7d", "error: token `1` does not live longer than that"),
            ("shorten 1 --expires 8d", "error: token `1` does not live longer than that"),
        ],
    );
    bench.refuses(2, &[("shorten 1 --expires never", "error: `never` is no earlier end"), ("shorten 1", "required")]);
    bench.at("2026-06-21T23:59:59Z");
    bench.verdict(&secret, READ, "allow");
    bench.later(1);
    bench.verdict(&secret, READ, "expired");
}

#[test]
fn who_may_end_a_token_suspends_it_and_who_may_make_it_resumes_it() {
    let bench = Bench::after(&[
        "group add grp",
        "user add ann",
        "user add bob",
        "member add ann --group grp --role maintainer",
        "member add bob --group grp --role owner",
        "create deploy --group grp -s read_registry --to ~/token",
    ]);
    bench.refuses(4, &[("suspend 1 --as ann", "error: `ann` may not end deploy tokens there")]);
    bench.ok("suspend 1 --as bob");
    bench.refuses(4, &[("resume 1 --as ann", "error: `ann` may not make or bring back deploy tokens there")]);
    bench.ok("resume 1 --as bob");
}
