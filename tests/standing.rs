//! How tokens stand: what is stopped, what can be renewed, and whose makers are gone.

#![cfg(test)]

use crate::support::Bench;

/// Tokens of ann and bob that open the same, one of them suspended.
fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add bob",
        "project add grp/app",
        "member add ann --group grp --role maintainer",
        "member add bob --project grp/app --role developer",
        "create personal --user ann -s api --name hers --to ~/1",
        "create personal --user bob -s api --name his --to ~/2",
        "create deploy --project grp/app -s read_repository --name runs --as ann --to ~/3",
        "create deploy --project grp/app -s read_repository --name stands --expires 5d --to ~/4",
        "suspend 4",
        "user block bob",
    ])
}

#[test]
fn what_is_stopped_is_not_listed_as_what_opens_something() {
    let bench = bench();
    let left_out = "2 more would be listed if they were not stopped: they are suspended, or their user is blocked; `--all` \
                    lists what is stopped too, and what is dead\n";
    bench.run("list -q --valid-in grp/app --access repository:read").is(0, "1\n3\n", "");
    bench.run("list --count --valid-in grp/app").is(0, "2\n", left_out);
    bench.run("list --count --valid-in grp/app -q").is(0, "2\n", "");
    bench.run("list --count --valid-in grp/app --access repository:read --json").is(
        0,
        "{\"version\":1,\"count\":2}\n",
        "",
    );
    bench.run("list -q --valid-in grp/app --expiring 30d").is(0, "", "");
    let told = bench.ok("list --access repository:write --valid-in grp/app --columns name,state");
    told.is(
        0,
        "ID  NAME  STATE\n 1  hers  active\n",
        "1 more would be listed if it were not stopped, as it is suspended or its user is blocked; `--all` lists what is \
         stopped too, and what is dead\n",
    );
    bench.run("list -q --valid-in grp/app --all").is(0, "1\n2\n3\n4\n", "");
    bench.run("list -q --valid-in grp/app --suspended").is(0, "4\n", "");
    bench.run("list -q").is(0, "1\n2\n3\n4\n", "");
}

#[test]
fn every_token_that_is_listed_as_opening_something_is_let_in_and_no_other() {
    let bench = bench();
    let secrets = [1, 2, 3, 4].map(|name| bench.path(&name.to_string()));
    for access in ["api:read", "repository:read", "repository:write"] {
        let options = format!("--access {access} --project grp/app");
        let allowed: Vec<i64> = (1..)
            .zip(&secrets)
            .filter(|(_, path)| bench.run(&format!("verify {options} --secret-file {}", path.display())).exit() == 0)
            .map(|(id, _)| id)
            .collect();
        assert_eq!(bench.ok(&format!("list -q --access {access} --valid-in grp/app")).ids(), allowed, "{access}");
    }
}

#[test]
fn what_a_filter_of_revoke_means_is_ended_though_it_is_stopped() {
    let bench = bench();
    bench.ok("revoke --access repository:read --valid-in grp/app --yes");
    bench.run("list -q").is(0, "", "");
}

#[test]
fn a_blocked_user_is_told_beside_the_state() {
    let bench = bench();
    let table = bench.ok("list --columns name,state").out();
    assert!(table.contains("his     user blocked\n") && table.contains("stands  suspended\n"), "{table}");
    let json = bench.ok("list --json").json();
    let told = |at: usize, key: &str| json["tokens"][at][key].clone();
    assert_eq!((told(1, "state"), told(1, "holder_blocked")), ("active".into(), true.into()));
    assert_eq!((told(0, "state"), told(0, "holder_blocked")), ("active".into(), false.into()));
    let card = bench.ok("show 2").out();
    assert!(card.contains("user blocked\n") && card.contains("user blocked:"), "{card}");
    assert!(!bench.ok("show 1").out().contains("blocked"));
}

#[test]
fn blocks_of_the_past_are_told_with_it() {
    let mut bench = bench();
    let blocked = bench.now;
    bench.later(3600).ok("user unblock bob");
    bench.later(3600).ok("user delete bob --yes");
    let then = format!("list --valid-in grp/app --as-of {blocked}");
    bench.run(&format!("{then} -q")).is(0, "1\n3\n", "");
    let all = bench.ok(&format!("{then} --all --json")).json();
    assert_eq!(all["tokens"][1]["holder_blocked"], true);
    bench.run(&format!("list --valid-in grp/app -q --as-of {}", blocked.plus(3600).unwrap())).is(0, "1\n2\n3\n", "");
}

#[test]
fn tokens_of_makers_who_are_gone_are_found() {
    let mut bench = bench();
    bench.later(60).ok("user delete ann --yes");
    bench.run("list -q --created-by ann").is(0, "3\n", "");
    bench.run("list -q --created-by ann --all").is(0, "3\n", "");
    bench.run("list -q --user ann").is(0, "", "");
    bench.run("list -q --user ann --all").is(0, "1\n", "");
    bench.later(60).all(&["user add ann", "create personal --user ann -s api --name new --as ann --to ~/5"]);
    bench.run("list -q --created-by ann").is(0, "3\n5\n", "");
    bench.run("list --created-by anne").code(3).says("there is no user `anne`\nhint: did you mean `ann`?");
    bench.ok("user delete ann --yes");
    bench.run("revoke --created-by ann --yes --dry-run --format ids").code(0).stdout("3\n");
    bench.run("list -q --created-by ann --as-of 1m --all").code(0);
}

#[test]
fn several_states_can_be_asked_for_at_once() {
    let mut bench = bench();
    bench.all(&["create deploy -s read_registry --name gone --to ~/5", "revoke 5 --yes"]);
    let cases = [
        ("--expired --revoked", "5\n"),
        ("--suspended --revoked", "4\n5\n"),
        ("--expired --suspended --revoked", "4\n5\n"),
        ("--suspended --revoked --project grp/app", "4\n"),
    ];
    for (options, ids) in cases {
        bench.run(&format!("list -q {options}")).is(0, ids, "");
        bench.run(&format!("list --count {options}")).is(0, &format!("{}\n", ids.lines().count()), "");
    }
    bench.later(6 * 86_400);
    bench.run("list -q --expired --revoked").is(0, "4\n5\n", "");
    bench.run("list -q --suspended --revoked").is(0, "5\n", "");
    bench.run("list -q --expired --revoked --as-of 3d").is(0, "5\n", "");
    bench.ok("revoke --expired --revoked --yes");
    bench.run("list -q --expired").is(0, "", "");
}

#[test]
fn what_can_be_renewed_is_live_for_listing_and_report_alike() {
    let mut bench = bench();
    bench.ok("app add dash --scope api");
    let made = bench.ok("create oauth --app dash --user ann -s api --name pair --to ~/5 --json").json();
    assert_eq!(made["tokens"][0]["renewable"], true);
    bench.later(3 * 3600);
    let table = bench.ok("list --columns name,state --kind oauth").out();
    assert!(table.contains("pair  renewable\n"), "{table}");
    let json = bench.ok("list --json --kind oauth").json();
    assert_eq!((&json["tokens"][0]["state"], &json["tokens"][0]["renewable"]), (&"expired".into(), &true.into()));
    let report = bench.ok("report --json").json();
    let states = &report["reports"][0]["states"];
    assert_eq!(states["renewable"], 1, "{states}");
    assert_eq!(states["expired"], bench.ok("list --expired --json").json()["tokens"].as_array().unwrap().len());
    let live: i64 = ["active", "suspended", "renewable"].iter().map(|word| states[word].as_i64().unwrap()).sum();
    assert_eq!(bench.ok("list --count").out(), format!("{live}\n"));
    assert!(bench.ok("report").out().starts_with("5 tokens (3 active, 1 suspended, 1 renewable) on "));
    assert!(bench.ok("report --html -").out().contains("<span class=\"renewable\">renewable</span>"));
    assert!(bench.ok("show 5").out().contains("renewable"));
    bench.all(&["suspend 5"]);
    assert!(bench.ok("list --columns state --kind oauth").out().contains("suspended"));
    bench.ok("revoke 5 --yes");
    let json = bench.ok("list --json --kind oauth --all").json();
    assert_eq!((&json["tokens"][0]["state"], &json["tokens"][0]["renewable"]), (&"revoked".into(), &false.into()));
}
