//! Restoring where another backup was restored before: neither of the two gives back what was taken away from the other.

#![cfg(test)]

use crate::support::Bench;

#[test]
fn who_was_blocked_after_another_restore_stays_blocked() {
    let bench = Bench::after(&["user add bob", "store backup ~/a.db -q"]);
    let secret = bench.secret("create personal --user bob -s api -q");
    bench.all(&["store backup ~/b.db -q", "store restore ~/a.db --yes -q", "user block bob"]);
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("warning: the store that is there did not go on from this backup");
    told.says("blocked or deleted since, and blocked: bob\n");
    bench.verify(&secret, "").code(1);
    assert_eq!(bench.ok("user show bob --json").json()["users"][0]["blocked"], true);
}

#[test]
fn who_was_made_no_admin_after_another_restore_stays_none_and_stricter_policies_stay_set() {
    let bench = Bench::after(&["user add bob --admin", "policy set max-life 30d", "store backup ~/a.db -q"]);
    bench.all(&["user add eve", "store backup ~/b.db -q", "store restore ~/a.db --yes -q"]);
    bench.all(&["user admin bob off", "policy set impersonation off", "policy set max-life 90d"]);
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("no admin since, and none: bob\n");
    told.says("stricter since, and so it stays: the policy `impersonation` is off\n");
    told.says("policies are otherwise those of the backup: `tokctl policy list` shows them\n");
    // What came after the first backup, and is not in the store that is there, is gone there.
    told.says("blocked or deleted since, and blocked: eve\n");
    assert_eq!(bench.ok("user show bob --json").json()["users"][0]["admin"], false);
    let policies = bench.ok("policy list --json").json();
    let value = |word: &str| {
        let policies = policies["policies"].as_array().unwrap();
        policies.iter().find(|policy| policy["policy"] == word).unwrap()["value"].clone()
    };
    assert_eq!((value("impersonation"), value("max-life")), ("off".into(), "30d".into()));
    let told = ["user.admin bob", "user.block eve", "policy.set impersonation", "store.restore ~/b.db"];
    assert_eq!(bench.actions(4), told);
    bench.ok("store check").says("nothing is wrong");
}

#[test]
fn a_token_that_was_gone_after_another_restore_stays_dead() {
    let bench = Bench::after(&["store backup ~/a.db -q"]);
    let secret = bench.secret("create deploy -s read_registry -q");
    bench.all(&["store backup ~/b.db -q", "revoke 1 --yes -q", "store restore ~/a.db --yes -q"]);
    bench.verdict(&secret, "", "unknown");
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("gone since, and so it stays dead: deploy token 1");
    bench.verdict(&secret, "", "revoked");
    let shown = bench.ok("show 1 --json").json();
    let why = "it was not in the store that this backup took the place of, which had given its number";
    assert_eq!(shown["tokens"][0]["revoked_why"], why);
    let next = bench.secret("create deploy -s read_registry -q");
    bench.verdict(&next, "", "allow");
    assert_eq!(bench.ok("list -q").ids(), [2], "numbers are never given twice");
}

#[test]
fn memberships_that_come_back_after_another_restore_are_told() {
    let bench = Bench::after(&["user add ann", "project add grp/app", "store backup ~/a.db -q"]);
    bench.all(&["member add ann --project grp/app --role maintainer", "store backup ~/b.db -q"]);
    bench.all(&["store restore ~/a.db --yes -q"]);
    bench.ok("store restore ~/b.db --yes").says("ended or changed since, and back as before: 1 membership\n");
}
