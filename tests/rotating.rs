//! Rotating: a new secret for the same grant, the old one dead at once or after an overlap.

#![cfg(test)]

use crate::support::{Bench, Kept};

const READ: &str = "--access registry:read --project grp/app";

fn with_token() -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app"]);
    let create = "create deploy --project grp/app -s read_registry --name ci --expires 30d --note x --username robot";
    let secret = bench.secret(create);
    (bench, secret)
}

#[test]
fn the_old_secret_is_dead_at_once_and_the_grant_is_the_same() {
    let (bench, old) = with_token();
    let told = bench.run("rotate 1");
    told.is(
        0,
        "deploy…\n",
        "made deploy token 2 `ci` for the project grp/app\n  \
           username  robot\n  \
           scopes    read_registry\n  \
           expires   2026-07-15T00:00:00Z\n\
         its secret was shown once, and nothing can show it again; token 1 is dead\nnext: printf %s \"$TOKEN\" | docker login --username robot --password-stdin HOST\n",
    );
    let new = told.secret();
    bench.verdict(&old, READ, "rotated_out");
    bench.verdict(&new, &format!("{READ} --username robot"), "allow");
    bench.verdict(&new, &format!("{READ} --username gitlab+deploy-token-2"), "username");
    bench.run("list -q").is(0, "2\n", "");
    let tokens = bench.ok("list --all --json").json();
    for key in ["kind", "name", "where", "scopes", "expires_at", "username", "note", "created_by"] {
        assert_eq!(tokens["tokens"][0][key], tokens["tokens"][1][key], "{key}");
    }
    assert_ne!(old.text(), new.text());
}

#[test]
fn a_default_username_stays_that_of_the_first_token() {
    let bench = Bench::after(&["create deploy -s read_registry"]);
    let new = bench.secret("rotate 1");
    bench.verdict(&new, "--username gitlab+deploy-token-1", "allow");
    bench.verdict(&new, "--username gitlab+deploy-token-2", "username");
}

#[test]
fn a_token_is_rotated_by_its_name_and_given_another_end() {
    let (bench, _) = with_token();
    bench.ok("rotate ci --project grp/app --expires 90d").says("  expires   2026-09-13T00:00:00Z\n");
    bench.ok("rotate 2 --expires never").says("  expires   never\n");
    bench.refuses(
        2,
        &[
            ("rotate 3 --expires 2026-06-15", "error: `2026-06-15` is over already"),
            ("rotate 3 --expires 12h", "error: `12h` is too fine for an end"),
            ("rotate ci", "error: `ci` is no id"),
            ("rotate", "error: nothing is selected"),
        ],
    );
}

#[test]
fn in_an_overlap_both_secrets_work_and_then_only_the_new_one() {
    let (mut bench, old) = with_token();
    let told = bench.ok("rotate 1 --overlap 10m");
    told.says("token 1 goes on working for 10m at most, or until `tokctl revoke 1`\n");
    let new = told.secret();
    for (offset, verdict) in [(599, "allow"), (600, "rotated_out")] {
        bench.at(crate::support::START).later(offset);
        bench.verdict(&old, READ, verdict);
        bench.verdict(&new, READ, "allow");
    }
    bench.run("list -q").is(0, "2\n", "");
    bench.ok("rotate 2");
}

#[test]
fn an_overlap_never_outlives_the_old_end() {
    let (mut bench, old) = with_token();
    bench.ok("rotate 1 --overlap 1y --expires 2y");
    bench.at("2026-07-15T00:00:00Z").verdict(&old, READ, "rotated_out");
    bench.refuses(
        2,
        &[
            ("rotate 2 --overlap never", "error: an overlap has an end"),
            ("rotate 2 --overlap soon", "error: `soon` is no life"),
        ],
    );
}

#[test]
fn never_are_three_secrets_of_one_grant_alive() {
    let (bench, _) = with_token();
    bench.ok("rotate 1 --overlap 10m");
    bench.run("rotate 2").is(
        5,
        "",
        "error: token `2` was rotated a short while ago\n  its predecessor 1 lives on in the overlap, and never are \
         three alive\nhint: `tokctl revoke 1` ends the overlap now\n",
    );
    bench.run("rotate 1").is(5, "", "error: token `1` has been rotated already\n  token 2 took its place, and whoever rotated it has the secret of 2\nhint: `tokctl rotate 2` rotates that one; `tokctl show 2` says who made it\n");
    bench.run("list -q").is(0, "1\n2\n", "");
    bench.ok("revoke 1 --yes");
    bench.ok("rotate 2");
}

#[test]
fn revoking_the_successor_ends_both() {
    let (bench, old) = with_token();
    let new = bench.secret("rotate 1 --overlap 10m");
    bench.run("revoke 2 --yes").is(
        0,
        "",
        "revoked: deploy token 2 `ci` for the project grp/app\n\
         revoked with it: deploy token 1 `ci` for the project grp/app\n",
    );
    bench.verdict(&new, READ, "revoked");
    bench.verdict(&old, READ, "rotated_out");
    bench.run("list --count").is(0, "0\n", "");
}

#[test]
fn revoking_the_predecessor_leaves_the_successor() {
    let (bench, old) = with_token();
    let new = bench.secret("rotate 1 --overlap 10m");
    bench.ok("revoke 1 --yes");
    bench.verdict(&old, READ, "rotated_out");
    bench.verdict(&new, READ, "allow");
}

#[test]
fn a_late_use_of_the_old_secret_is_denied_and_does_not_harm_the_new_one() {
    let (bench, old) = with_token();
    let new = bench.secret("rotate 1");
    for _ in 0..3 {
        bench.verify(&old, READ).is(1, "", "denied\n");
    }
    bench.verdict(&new, READ, "allow");
}

#[test]
fn what_is_dead_is_not_rotated() {
    let (mut bench, _) = with_token();
    bench.ok("create deploy -s read_registry");
    bench.ok("revoke 2 --yes");
    bench.run("rotate 2").is(
        5,
        "",
        "error: token `2` is revoked and cannot be rotated\nhint: `tokctl create deploy` makes another\n",
    );
    bench.at("2026-07-15");
    bench.run("rotate 1").is(
        5,
        "",
        "error: token `1` is expired and cannot be rotated\nhint: `tokctl create deploy` makes another\n",
    );
    bench.refuses(3, &[("rotate 9", "error: there is no token `9`")]);
    bench.refuses(3, &[("rotate ci --project grp/app", "error: there is no live token `ci` there")]);
}

#[test]
fn a_rehearsal_changes_nothing() {
    let (bench, old) = with_token();
    bench.run("rotate 1 --dry-run").is(
        0,
        "",
        "would make deploy token 2 `ci` for the project grp/app\n  \
           username  robot\n  \
           scopes    read_registry\n  \
           expires   2026-07-15T00:00:00Z\n\
         token 1 would be dead\nnothing was changed\n",
    );
    bench.verdict(&old, READ, "allow");
    bench.run("list --all -q").is(0, "1\n", "");
    Bench::new().refuses(3, &[("rotate 1 --dry-run", "error: there is no token `1`")]);
}

#[test]
fn a_rotation_that_cannot_deliver_leaves_the_old_token_as_it_was() {
    let (bench, old) = with_token();
    std::fs::write(bench.path("taken"), "x").unwrap();
    bench.run("rotate 1 --to ~/taken").code(5).stdout("");
    bench.run("rotate 1 --to ~/no/such/file").code(2).stdout("");
    bench.verdict(&old, READ, "allow");
    bench.run("list --all -q").is(0, "1\n", "");
    assert_eq!(std::fs::read(bench.path("taken")).unwrap(), b"x");
}

#[test]
fn only_who_may_make_one_may_rotate_it() {
    let (bench, _) = with_token();
    bench.all(&["user add dev", "member add dev --project grp/app --role developer"]);
    bench.refuses(3, &[("rotate 1 --as dev", "error: there is no token `1`")]);
    bench.all(&["member add dev --project grp/app --role maintainer", "rotate 1 --as dev"]);
    let tokens = bench.ok("list --json").json();
    assert_eq!(tokens["tokens"][0]["created_by"], "dev");
}

#[test]
fn a_suspended_token_is_resumed_before_it_is_rotated() {
    let bench = Bench::after(&["create deploy -s read_registry -q --to ~/ci", "suspend 1"]);
    bench.run("rotate 1").is(
        5,
        "",
        "error: token `1` is suspended and cannot be rotated\nhint: `tokctl resume 1` brings it back first\n",
    );
}
