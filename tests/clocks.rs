//! The clock: one that is behind the store makes nothing new, and stops nothing from being taken away.

#![cfg(test)]

use crate::support::Bench;

const WARNING: &str =
    "warning: this machine's clock is 301 seconds behind the store; going by the store's time, 2026-06-15T12:00:00Z\n";

#[test]
fn a_clock_far_behind_the_store_mints_nothing_and_ends_what_is_asked() {
    let mut bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry");
    bench.later(-301);
    let refused = format!(
        "{WARNING}error: this machine's clock is behind the store, so no token was made\n  the newest event is of \
         2026-06-15T12:00:00Z, 301 seconds from now\nhint: set the clock right, for example with `timedatectl set-ntp \
         true`, then run it again\n"
    );
    bench.run("create deploy -s read_registry").is(7, "", &refused);
    bench.run("create deploy -s read_registry --dry-run").code(7).stdout("");
    bench.run("rotate 1").is(7, "", &refused);
    let told = bench.run("create personal -s api --json");
    assert!(told.code(7).stdout("").err().contains("\"code\":\"clock\""), "{told}");
    bench.verify(&secret, "").is(0, "", &format!("{WARNING}allowed\n"));
    bench.run("list -q").is(0, "1\n", WARNING);
    bench.run("revoke 1 --yes").code(0).says(WARNING).says("revoked: deploy token 1");
    bench.verify(&secret, "").is(1, "", &format!("{WARNING}denied\n"));
    bench.at(crate::support::START);
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["revoked_at"], "2026-06-15T12:00:00Z");
}

#[test]
fn a_clock_a_little_behind_goes_by_the_time_of_the_store() {
    let mut bench = Bench::founded();
    bench.later(-300);
    bench.ok("create deploy -s read_registry").secret();
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["created_at"], "2026-06-15T12:00:00Z");
}

#[test]
fn a_clock_behind_does_not_bring_the_dead_back() {
    let mut bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry --expires 1d");
    bench.at("2026-06-16").ok("user add ann");
    bench.verdict(&secret, "", "expired");
    for moment in ["2026-06-15T23:59:59Z", "2026-06-15", "1970-01-01"] {
        bench.at(moment).verdict(&secret, "", "expired");
        bench.run("list -q").code(0).stdout("");
    }
}

#[test]
fn a_clock_far_ahead_works_to_the_last_year() {
    let mut bench = Bench::new();
    bench.at("2038-01-19T03:14:08Z").ok("create deploy -s read_registry --expires 1y");
    bench.at("2106-02-07T06:28:16Z").run("list --expired -q").is(0, "1\n", "");
    bench.at("9999-12-31T23:59:59Z");
    let secret = bench.secret("create deploy -s read_registry");
    bench.verdict(&secret, "", "allow");
    bench.refuses(2, &[("create deploy -s read_registry --expires 1d", "error: ")]);
}
