//! Ends: a token is dead from 00:00:00 UTC of its day, everywhere at the same instant.

#![cfg(test)]

use crate::support::{Bench, Child};

const MIDNIGHT: &str = "2026-06-16T00:00:00Z";

#[test]
fn a_token_ends_at_midnight_utc_of_its_day_everywhere_at_once() {
    let mut bench = Bench::founded();
    let told = bench.ok("create deploy -s read_registry --name ci --expires 2026-06-16");
    told.says("  expires   2026-06-16T00:00:00Z\n");
    let secret = told.secret();
    for (offset, verdict, state, live, expired) in
        [(-1, "allow", "active", "1\n", ""), (0, "expired", "expired", "", "1\n"), (1, "expired", "expired", "", "1\n")]
    {
        bench.at(MIDNIGHT).later(offset);
        bench.verdict(&secret, "--access registry:read --project op/default", verdict);
        bench.verdict(&secret, "", verdict);
        bench.run("list -q").is(0, live, "");
        bench.run("list --expired -q").is(0, expired, "");
        bench.run("list --expiring 30d -q").is(0, live, "");
        bench.run("list --count").is(0, if live.is_empty() { "0\n" } else { "1\n" }, "");
        let all = bench.ok("list --all --json").json();
        assert_eq!(all["tokens"][0]["state"], state, "{offset}");
        assert_eq!(all["tokens"][0]["expires_at"], MIDNIGHT);
        assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["state"], state, "{offset}");
        bench.run("show ci --project op/default").code(if offset < 0 { 0 } else { 3 });
        bench.run("rotate 1 --dry-run").code(if offset < 0 { 0 } else { 5 });
    }
}

#[test]
fn the_end_that_was_typed_is_echoed_as_an_instant() {
    let cases = [
        ("1d", "2026-06-16T00:00:00Z"),
        ("2w", "2026-06-29T00:00:00Z"),
        ("30d", "2026-07-15T00:00:00Z"),
        ("6mo", "2026-12-15T00:00:00Z"),
        ("1y", "2027-06-15T00:00:00Z"),
        ("2028-02-29", "2028-02-29T00:00:00Z"),
        ("9999-12-31", "9999-12-31T00:00:00Z"),
        ("never", "never"),
    ];
    let bench = Bench::founded();
    for (typed, end) in cases {
        bench.ok(&format!("create deploy -s read_registry --expires {typed}")).says(&format!("  expires   {end}\n"));
    }
}

#[test]
fn an_end_that_is_over_unclear_or_too_fine_is_refused() {
    let bench = Bench::founded();
    let ends = [
        "2026-06-15",
        "2026-06-14",
        "1969-12-31",
        "2030-02-29",
        "2030-2-3",
        "01/02/2030",
        "2030-01-01T10:00",
        "2030-01-01T10:00+14:00",
        "tomorrow",
        "P1D",
        "0d",
        "0",
        "1e12",
        "10000-01-01",
        "292277026596",
        "",
        "12h",
        "90s",
        "999999999y",
        "9223372036854775807d",
        "1 d",
    ];
    for end in ends {
        let told = bench.run(&format!("create deploy -s read_registry --expires '{end}'"));
        told.code(2).stdout("").says("error: ");
    }
    bench.run("create deploy -s read_registry --expires=-1d").code(2).stdout("");
    bench.run("list --all -q").is(0, "", "");
    bench.run("create deploy -s read_registry --expires 2026-06-15").is(
        2,
        "",
        "error: `2026-06-15` is over already\n  a token ends at 00:00:00 UTC of its date, and it is \
         2026-06-15T12:00:00Z\nhint: the earliest end is `2026-06-16` (`1d`)\n",
    );
}

/// Four tokens: 1 and 2 have expired, 3 was revoked before its end came, 4 lives.
fn some_expired() -> Bench {
    let mut bench = Bench::after(&[
        "create deploy -s read_registry --expires 1d",
        "create deploy -s read_registry --expires 2d",
        "create deploy -s read_registry --expires 1d",
        "create deploy -s read_registry",
        "revoke 3 --yes",
    ]);
    bench.later(3 * 86_400);
    bench
}

#[test]
fn the_audit_of_expired_tokens_parses_on_an_empty_and_on_a_filled_store() {
    let ids = |bench: &Bench| -> Vec<i64> {
        let json = bench.ok("list --expired --json").json();
        assert_eq!(json["version"], 1);
        json["tokens"].as_array().unwrap().iter().map(|token| token["id"].as_i64().unwrap()).collect()
    };
    assert_eq!(ids(&Bench::new()), [0; 0]);
    assert_eq!(ids(&Bench::founded()), [0; 0]);
    assert_eq!(ids(&some_expired()), [1, 2]);
}

#[test]
fn revoking_what_has_expired_converges() {
    let bench = some_expired();
    bench.run("revoke --expired --yes").is(
        0,
        "",
        "revoked: deploy token 1 `deploy-token-1` for the project op/default\n\
         revoked: deploy token 2 `deploy-token-2` for the project op/default\n",
    );
    bench.run("revoke --expired --yes").is(0, "", "no token matches, so none was revoked\n");
    bench.run("list --expired").is(0, "", "no token matches\n");
    bench.run("list -q").is(0, "4\n", "");
    bench.run("list --revoked -q").is(0, "1\n2\n3\n", "");
}

#[test]
fn the_ids_of_expired_tokens_go_from_one_command_into_the_next() {
    let mut bench = Bench::new();
    bench.as_myself().at("2020-01-01").all(&[
        "create deploy -s read_registry --expires 1d",
        "create deploy -s read_registry --expires 2d",
        "create deploy -s read_registry",
    ]);
    let run = |script| Child::script(bench.home(), script).piped(b"");
    let revoke = "tokctl list --expired -q | xargs -r \"$TOKCTL\" revoke --yes -q";
    run("tokctl list --expired -q").is(0, "1\n2\n", "");
    run(revoke).is(0, "", "");
    run("tokctl list --expired -q").is(0, "", "");
    run(revoke).is(0, "", "");
    run("tokctl list -q").is(0, "3\n", "");
}

#[test]
fn tokens_that_end_soon_are_found_by_a_life() {
    let bench = Bench::after(&[
        "create deploy -s read_registry --expires 1d",
        "create deploy -s read_registry --expires 14d",
        "create deploy -s read_registry --expires 15d",
        "create deploy -s read_registry",
    ]);
    bench.run("list --expiring 11h -q").is(0, "", "");
    bench.run("list --expiring 12h -q").is(0, "1\n", "");
    bench.run("list --expiring 14d -q").is(0, "1\n2\n", "");
    bench.run("list --expiring never -q").is(0, "1\n2\n3\n", "");
    bench.run("list --expiring 14d -q --fail-if-any").is(6, "1\n2\n", "");
    bench.run("list --expiring 1h -q --fail-if-any").is(0, "", "");
    bench.run("list --expiring soon").code(2).stdout("").says("`soon` is no time to look ahead to");
}

#[test]
fn what_ends_this_month_or_until_a_date_is_listed() {
    let bench = Bench::founded();
    for (number, end) in ["2026-06-30", "2026-07-01", "2026-07-02", "never"].iter().enumerate() {
        bench.ok(&format!("create deploy -s read_registry --expires {end} -q --to ~/{number}"));
    }
    // What ends with the month is dead from 00:00:00 UTC of the first of the next.
    bench.run("list --expiring this-month -q").is(0, "1\n2\n", "");
    bench.run("list --expiring 2026-06-30 -q").is(0, "1\n", "");
    bench.run("list --expiring 2026-07-02T00:00:00Z -q").is(0, "1\n2\n3\n", "");
    bench.run("revoke --expiring this-month --dry-run").code(0).says("deploy token 2");
    bench.refuses(
        2,
        &[
            ("list --expiring 2026-06-15", "`2026-06-15` is over already"),
            ("list --expiring month", "`month` is no time to look ahead to"),
            ("list --expiring 2026-06-31", "2026-06-31"),
        ],
    );
}
