//! The audit: what it finds, to whom it tells it, and how it ends.

#![cfg(test)]

use serde_json::{Value, json};

use crate::support::{Bench, Child, Kept};

/// Returns what is found: of each finding the rule and the token.
fn found(bench: &Bench, options: &str) -> Vec<String> {
    let findings = bench.ok(&format!("audit --json {options}")).json();
    let findings = findings["findings"].as_array().unwrap().clone();
    findings.iter().map(|found| format!("{} {}", found["rule"].as_str().unwrap(), found["id"])).collect()
}

/// Returns one finding, whole.
fn finding(bench: &Bench, rule: &str) -> Value {
    let findings = bench.ok(&format!("audit --json --rule {rule}")).json();
    assert_eq!(findings["findings"].as_array().unwrap().len(), 1, "{findings}");
    findings["findings"][0].clone()
}

const REMOVED: [&str; 9] = [
    "user add ann",
    "project add grp/app",
    "project add grp/lib",
    "member add ann --project grp/app --role maintainer",
    "create deploy --as ann --project grp/app -s write_registry --name 'night build' --expires 90d --to ~/1",
    "create deploy-key --as ann --key ~/key.pub --name mirror --expires 90d --project grp/app --write",
    "create deploy --project grp/lib -s read_registry --name 'of another' --expires 90d --to ~/2",
    "create personal --user ann -s read_api --name 'her own' --expires 90d --to ~/3",
    "member remove ann --project grp/app",
];

fn after_removal() -> Bench {
    let bench = Bench::founded();
    std::fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    bench.all(&REMOVED);
    bench
}

/// A maintainer makes a deploy token and a deploy key and is removed. Both work on, and she has what opens them.
#[test]
fn what_a_removed_member_made_is_found_until_it_is_done_with() {
    let bench = after_removal();
    assert_eq!(found(&bench, ""), ["creator-gone 1", "creator-gone 2"]);
    let told = bench.run("audit --rule creator-gone");
    let expected = "\
ID  SEVERITY  RULE          KIND        NAME         WHERE    FINDING                                                                           WHAT HELPS
 1  high      creator-gone  deploy      night build  grp/app  `ann`, who made it, has no say over it any more and may still have its secret       `tokctl rotate 1` gives it a new secret, `tokctl revoke 1` ends it
 2  high      creator-gone  deploy-key  mirror       grp/app  `ann`, who made it, has no say over it any more and may still have the private half  `tokctl revoke 2` ends it
";
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&told.out()), squeezed(expected));
    told.code(0).stderr("2 findings: 2 high\n");
    bench.all(&["rotate 1 --to ~/new", "revoke 2 --yes"]);
    bench.run("audit").is(0, "", "nothing found\n");
}

#[test]
fn whoever_made_a_token_is_gone_too_when_blocked_or_deleted() {
    let bench = after_removal();
    bench.ok("member add ann --project grp/app --role owner");
    assert_eq!(found(&bench, ""), [""; 0]);
    bench.ok("user block ann");
    assert_eq!(found(&bench, ""), ["creator-gone 1", "creator-gone 2", "holder-blocked 4"]);
    assert_eq!(finding(&bench, "holder-blocked")["finding"], "it acts as `ann`, who is blocked");
    bench.ok("user delete ann --yes");
    assert_eq!(found(&bench, ""), ["creator-gone 1", "creator-gone 2"]);
    let told = bench.ok("audit --json").json();
    assert_eq!(told["findings"][0]["finding"], "`ann`, who made it, is gone and may still have its secret");
}

#[test]
fn the_worst_come_first_and_all_of_one_token_are_told() {
    let mut bench = Bench::after(&[
        "create deploy -s read_registry --name tmp --to ~/1",
        "create deploy -s read_registry --name 'to end' --expires 1d --to ~/2",
        "create runner --project op/default --to ~/3",
    ]);
    let runner = Kept::parse(std::fs::read(bench.path("3")).unwrap().trim_ascii_end()).unwrap();
    for machine in ["s_1", "s_2"] {
        bench.verdict(&runner, &format!("--system-id {machine}"), "allow");
    }
    bench.later(40 * 86_400);
    let expected = ["clone-alarm 3", "no-expiry 1", "never-used 1", "generic-name 1", "expired 2"];
    assert_eq!(found(&bench, ""), expected);
    bench.run("audit -q").is(0, "1\n2\n3\n", "");
    bench.run("audit --format ids --rule expired").is(0, "2\n", "");
    bench.run("audit --kind runner -q").is(0, "3\n", "");
    assert_eq!(found(&bench, "--except clone-alarm,no-expiry --except expired"), ["never-used 1", "generic-name 1"]);
    let csv = bench.ok("audit --rule no-expiry --format csv").out();
    let expected = "id,severity,rule,kind,name,boundary,where,finding,hint\r\n\
        1,medium,no-expiry,deploy,tmp,project,op/default,it has no end,`tokctl shorten 1 --expires 90d` gives it one\r\n";
    assert_eq!(csv, expected);
    bench.ok("rotate 3 --to ~/4");
    assert!(!found(&bench, "").contains(&"clone-alarm 3".to_owned()), "the secret that two machines had is dead");
}

#[test]
fn a_rotated_out_secret_that_is_still_presented_is_told_for_a_while() {
    let mut bench = Bench::founded();
    let old = bench.secret("create deploy -s read_registry --name 'night build' --expires 300d");
    bench.ok("rotate 1 --to ~/new");
    assert_eq!(found(&bench, ""), [""; 0]);
    bench.verdict(&old, "", "rotated_out");
    let told = finding(&bench, "rotated-out");
    assert_eq!(told["finding"], "its old secret was presented once, last on 2026-06-15T12:00:00Z");
    assert_eq!((&told["id"], &told["severity"]), (&json!(1), &json!("high")));
    bench.later(30 * 86_400);
    assert_eq!(found(&bench, "--except never-used"), [""; 0]);
}

#[test]
fn a_grant_is_wide_beside_its_uses() {
    let mut bench = Bench::after(&[
        "project add grp/app --visibility private",
        "project add grp/lib",
        "user add ann",
        "member add ann --group grp --role owner",
    ]);
    let laptop = bench.secret("create personal --user ann -s api --name laptop --expires 300d");
    let images = bench.secret("create deploy --group grp -s read_registry,write_registry --name images --expires 300d");
    bench.verdict(&laptop, "--access repository:read --project grp/app", "allow");
    bench.verdict(&images, "--access registry:read --project grp/app", "allow");
    bench.verdict(&images, "--access packages:read --project grp/app", "scope");
    assert_eq!(found(&bench, ""), [""; 0], "nothing is said after a day");
    bench.later(30 * 86_400);
    assert_eq!(found(&bench, ""), ["wide-scopes 1", "wide-scopes 2", "group-wide 2", "role-above-need 1"]);
    let wide = &bench.ok("audit --rule wide-scopes --json").json()["findings"][1];
    assert_eq!(
        wide["finding"],
        "it carries read_registry,write_registry, and its uses so far (registry:read) need no more than read_registry"
    );
    let narrow = finding(&bench, "group-wide");
    assert_eq!(narrow["finding"], "it is valid in the whole group `grp`, and its uses so far were all in `grp/app`");
    let role = finding(&bench, "role-above-need");
    assert_eq!(
        role["finding"],
        "it acts as `ann`, owner in `grp/app`, and its uses so far (repository:read) take reporter"
    );
    // The successor is the same grant, so that what is known of it does not begin anew.
    let images = bench.secret("rotate 2");
    assert_eq!(found(&bench, "--rule group-wide"), ["group-wide 3"]);
    // A second use within ten minutes is noted all the same, where it is of another sort.
    bench.verdict(&images, "--access registry:write --project grp/app", "allow");
    bench.verdict(&laptop, "--access api:read --project grp/lib", "allow");
    assert_eq!(found(&bench, "--except expired"), ["wide-scopes 1", "group-wide 3"]);
    // A project that has moved away is none to narrow the token to.
    bench.all(&["group add far", "project transfer grp/app --to far"]);
    assert_eq!(found(&bench, "--rule group-wide"), [""; 0]);
}

#[test]
fn everybody_is_told_of_what_they_may_see_and_of_nothing_else() {
    let bench = after_removal();
    bench.all(&[
        "user add max",
        "user add eve",
        "member add max --project grp/app --role maintainer",
        "create impersonation --user eve -s api --to ~/4",
        "create personal --user eve -s api --to ~/5",
    ]);
    assert_eq!(found(&bench, "--as max"), ["creator-gone 1", "creator-gone 2"]);
    assert_eq!(found(&bench, "--as eve"), ["no-expiry 6", "generic-name 6"]);
    assert_eq!(found(&bench, "--as ann"), [""; 0]);
    assert!(found(&bench, "").contains(&"no-expiry 5".to_owned()), "an admin is told of the impersonation token");
    bench.run("audit --as eve --project grp/app").code(3).stdout("");
}

#[test]
fn findings_that_are_bad_enough_are_an_exit_code() {
    let bench = after_removal();
    for (severity, code) in [("low", 6), ("medium", 6), ("high", 6), ("critical", 0)] {
        bench.run(&format!("audit --fail-on {severity}")).code(code);
        bench.run(&format!("audit --fail-on {severity} --format sarif")).code(code);
        bench.run(&format!("audit --fail-on {severity} -q")).code(code).stderr("");
    }
    bench.run("audit --fail-on bad").code(2).stdout("");
    bench.run("audit --fail-on low --rule weak-key").is(0, "", "nothing found\n");
}

/// The worst is written first, so that it is known once the reader has had enough.
#[test]
fn a_reader_that_goes_away_changes_nothing_of_the_exit_code() {
    let home = Bench::new();
    let script =
        "tokctl create deploy -s read_registry -q >secret; { tokctl audit --fail-on low || echo $? >code; } | :";
    Child::script(home.home(), script).piped(b"").code(0);
    assert_eq!(std::fs::read_to_string(home.path("code")).unwrap(), "6\n");
}

#[test]
fn where_there_is_nothing_nothing_is_found() {
    let bench = Bench::new();
    bench.run("audit").is(0, "", "nothing found: there are no tokens yet\n");
    bench.run("audit --json --fail-on low").is(0, "{\"version\":1,\"findings\":[]}\n", "");
    bench.run("audit --store ~/no.db").code(7).stdout("");
    bench.run("audit --list-rules -q").code(0).stderr("");
    assert!(!bench.data().exists());
    let founded = Bench::founded();
    founded.run("audit").is(0, "", "nothing found\n");
    founded.run("audit --rule nonsense").code(2).says("there are clone-alarm, rotated-out,").stdout("");
}
