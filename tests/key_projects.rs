//! Deploy keys in projects: enabled, taken out, listed, and who may do what to them.

#![cfg(test)]

use crate::keys::{ONE, ONE_SHOWN, READ, TWO, add, bench, verdict};

const WRITE: &str = "--access repository:write";

#[test]
fn enabling_again_changes_reading_and_writing_and_says_so() {
    let bench = bench();
    let told = |line: &str, words: &str| {
        bench.run(line).is(0, "", &format!("deploy key 1 {words}\n"));
    };
    told("deploy-key enable 1 --project grp/app", "only pulls from `grp/app` already");
    verdict(&bench, ONE, &format!("{WRITE} --project grp/app"), "read_only_key");
    told("deploy-key enable 1 --project grp/app --write", "pulls from and pushes to `grp/app` from now on");
    verdict(&bench, ONE, &format!("{WRITE} --project grp/app"), "allow");
    told("deploy-key enable 1 --project grp/app", "only pulls from `grp/app` from now on");
    verdict(&bench, ONE, &format!("{WRITE} --project grp/app"), "read_only_key");
    told("deploy-key enable 1 --project grp/lib --write", "pulls from and pushes to `grp/lib` now");
    let record = bench.ok("deploy-key enable 1 --project grp/lib --json").json();
    assert_eq!(record["tokens"][0]["read_only"].to_string(), "[\"grp/app\",\"grp/lib\"]");
}

#[test]
fn a_key_that_is_taken_out_of_its_last_project_is_revoked() {
    let bench = bench();
    bench.ok("deploy-key enable 1 --project grp/lib");
    bench.run("deploy-key disable 1 --project grp/app").is(
        0,
        "",
        "deploy key 1 is not enabled in `grp/app` any more\n",
    );
    verdict(&bench, ONE, &format!("{READ} --project grp/app"), "boundary");
    verdict(&bench, ONE, &format!("{READ} --project grp/lib"), "allow");
    bench.run("deploy-key disable 1 --project grp/app").is(
        3,
        "",
        "error: deploy key 1 is not enabled in `grp/app`\nhint: `tokctl show 1` says where it is\n",
    );
    bench.run("deploy-key disable 1 --project grp/lib --as bob").is(
        0,
        "",
        "deploy key 1 is revoked: `grp/lib` was the last project it was enabled in\n",
    );
    verdict(&bench, ONE, &format!("{READ} --project grp/lib"), "revoked");
    bench.run("deploy-key disable 1 --project grp/lib").is(0, "", "nothing to do: deploy key 1 was revoked before\n");
    // Whoever took it out still sees what became of it.
    let shown = bench.ok("show 1 --json --as bob").json();
    assert_eq!(shown["tokens"][0]["revoked_why"], "it was enabled in no project any more");
    bench.run("deploy-key list --project grp/lib --all -q --as bob").is(0, "1\n", "");
    bench.run("deploy-key list --project grp/lib").is(
        0,
        "",
        "there are no such deploy keys; `tokctl create deploy-key --key FILE` adds one\n",
    );
}

#[test]
fn every_change_of_a_key_leaves_its_event() {
    let bench = bench();
    bench.all(&[
        "deploy-key enable 1 --project grp/lib",
        "deploy-key enable 1 --project grp/lib",
        "deploy-key enable 1 --project grp/lib --write",
        "deploy-key disable 1 --project grp/app",
        "suspend 1",
        "deploy-key disable 1 --project grp/lib",
        "deploy-key disable 1 --project grp/lib",
    ]);
    let log = bench.ok("log list --json").json();
    let of_key = log["events"].as_array().unwrap().iter().filter(|event| event["object"] == "token");
    let told: Vec<(&str, i64)> =
        of_key.map(|event| (event["action"].as_str().unwrap(), event["project_id"].as_i64().unwrap())).collect();
    // `grp/app` is project 2, `grp/lib` 3.
    assert_eq!(
        told,
        [
            ("token.create", 2),
            ("deploy_key.enable", 3),
            ("deploy_key.enable", 3),
            ("deploy_key.disable", 2),
            ("token.suspend", 3),
            ("deploy_key.disable", 3),
            ("token.revoke", 3),
        ]
    );
}

#[test]
fn keys_are_listed_where_they_are_enabled_and_by_what_they_open_there() {
    let bench = bench();
    add(&bench, TWO, "--project grp/lib --write").code(0);
    bench.all(&[
        "create deploy --project grp/app -s read_repository",
        "create deploy --group grp -s read_repository",
        "deploy-key enable 2 --project grp/app",
    ]);
    let cases: [(&str, &[i64]); 14] = [
        ("", &[1, 2, 3, 4]),
        ("--kind deploy-key", &[1, 2]),
        ("--project grp/app", &[1, 2, 3]),
        ("--project grp/lib", &[2]),
        ("--project grp/lib --all", &[2]),
        ("--project other/open", &[]),
        ("--valid-in grp/app", &[1, 2, 3, 4]),
        ("--valid-in grp/lib", &[2, 4]),
        ("--valid-in other/open", &[]),
        ("--access repository:read", &[1, 2, 3, 4]),
        ("--access repository:write", &[2]),
        ("--access repository:write --project grp/app", &[]),
        ("--access repository:write --valid-in grp/lib", &[2]),
        ("--access registry:read", &[]),
    ];
    for (filter, ids) in cases {
        let told = bench.ok(&format!("list -q {filter}"));
        assert_eq!(told.ids(), ids, "{told}");
        bench.run(&format!("list --count {filter}")).is(0, &format!("{}\n", ids.len()), "");
    }
    bench.run("deploy-key list").is(
        0,
        &format!(
            "ID  NAME          STATE   ALGORITHM    BITS  SSH FINGERPRINT                                     \
             READ-ONLY IN  READ-WRITE IN  EXPIRES\n \
             1  one           active  ssh-ed25519   256  {ONE_SHOWN}  grp/app       -              never\n \
             2  deploy-key-2  active  ssh-ed25519   256  SHA256:fMf3TBcLClEkd7FDCzqTTCDMLlqbeEKWr/RPNxsRQ94  \
             grp/app       grp/lib        never\n"
        ),
        "",
    );
    bench.ok("revoke 2 --yes");
    bench.run("list -q --project grp/lib --revoked").is(0, "2\n", "");
    bench.run("deploy-key list -q --project grp/lib").is(0, "", "");
}

#[test]
fn a_key_is_seen_from_one_of_its_projects_and_ended_from_all() {
    let bench = bench();
    bench.ok("deploy-key enable 1 --project grp/lib");
    for (user, sees, ends) in [("op", true, 0), ("mia", true, 0), ("ann", true, 4), ("bob", true, 4), ("dan", false, 3)]
    {
        let ids = if sees { "1\n" } else { "" };
        bench.run(&format!("list -q --as {user}")).is(0, ids, "");
        bench.run(&format!("deploy-key list -q --as {user}")).is(0, ids, "");
        bench.run(&format!("show 1 -q --as {user}")).code(if sees { 0 } else { 3 });
        bench.run(&format!("revoke 1 -n --as {user}")).code(ends);
    }
    bench.run("suspend 1 --as ann").code(4);
    bench.run("revoke --project grp/app --yes --as ann").code(4).says("nothing was revoked");
    bench.run("revoke 1 --yes --as ann").is(
        4,
        "",
        "error: `ann` may not do this to deploy key 1\n  it takes the role maintainer in every project that it is enabled \
         in, or an admin\nhint: `tokctl deploy-key disable 1 --project grp/app` takes it out of yours\n",
    );
    bench.ok("deploy-key disable 1 --project grp/app --as ann");
    bench.run("show 1 --as ann").code(3);
    bench.ok("revoke 1 --yes --as bob");
}

#[test]
fn projects_out_of_sight_are_counted_and_not_named() {
    let bench = bench();
    bench.all(&["deploy-key enable 1 --project grp/lib", "deploy-key enable 1 --project other/open --write"]);
    let shown = bench.ok("show 1 --json --as ann").json();
    let key = &shown["tokens"][0];
    assert_eq!(key["where"], "grp/app, other/open, 1 more");
    assert_eq!(
        (key["unseen_projects"].to_string(), key["read_only"].to_string()),
        ("1".into(), "[\"grp/app\"]".into())
    );
    let listed = bench.ok("list --json --as ann").json();
    assert_eq!(listed["tokens"][0]["where"], "grp/app, other/open, 1 more");
}

#[test]
fn adding_enabling_and_disabling_takes_a_maintainer_of_that_project() {
    let bench = bench();
    for (user, code) in [("op", 0), ("mia", 0), ("ann", 4), ("bob", 0), ("dan", 4)] {
        let project = if user == "ann" { "other/open" } else { "grp/lib" };
        add(&bench, TWO, &format!("--project {project} -n --as {user}")).code(code);
    }
    add(&bench, TWO, "--project grp/lib -n --as ann").code(3);
    // To bob, who maintains none of its projects, key 1 is not there: its number does not let him take it.
    for line in ["deploy-key enable 1 --project grp/lib --as bob", "deploy-key disable 1 --project grp/app --as dan"] {
        bench.run(line).code(3).says("error: there is no token `1`");
    }
    bench.run("deploy-key enable 1 --project other/open --as ann").code(4).says("it takes the role maintainer there");
    bench.ok("deploy-key enable 1 --project grp/lib --as mia");
    bench.run("deploy-key disable 1 --project grp/app --as bob").code(3).says("there is no project `grp/app`");
}
