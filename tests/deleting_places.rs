//! Deleting groups and projects: everything that is valid only there ends in the same commit.

#![cfg(test)]

use crate::support::Bench;

const READ: &str = "--access registry:read --project";

/// A tree of `grp`, `grp/sub`, `grp/sub/deep` and `grp/app`, with a deploy token of each of three of them.
fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add max",
        "project add grp/sub/deep",
        "project add grp/app",
        "member add ann --group grp --role owner",
        "member add max --project grp/app --role maintainer",
        "create deploy --group grp -s read_registry --name of-group --to ~/of-group",
        "create deploy --project grp/sub/deep -s read_registry --name of-deep",
        "create deploy --project grp/app -s read_registry --name of-app",
        "create deploy --project grp/app -s read_registry --name old --expires 1d",
    ])
}

#[test]
fn a_deleted_project_takes_its_tokens_along_and_nothing_else() {
    let bench = bench();
    let secret = bench.secret("create deploy --project grp/app -s read_registry --name kept");
    bench.ok("revoke 4 --yes");
    let account = |done: &str| {
        format!(
            "the project `grp/app` {done}, with\n  1 project deleted: grp/app\n  2 tokens revoked\n  1 membership ended\n  \
             deploy token 3 `of-app` for the project grp/app\n  deploy token 5 `kept` for the project grp/app\n"
        )
    };
    bench.run("project delete grp/app --dry-run").is(
        0,
        "",
        &format!("{}nothing was deleted\n", account("would be deleted")),
    );
    bench.verdict(&secret, &format!("{READ} grp/app"), "allow");
    bench.run("project delete grp/app").is(
        2,
        "",
        "error: deleting cannot be undone, and nobody is there to be asked\n  1 project deleted: grp/app; 2 tokens \
         revoked; 1 membership ended\nhint: add `--yes`, or look first with `--dry-run`\n",
    );
    bench.run("project delete grp/app --yes --as ann").is(0, "", &account("was deleted"));
    bench.verdict(&secret, "", "revoked");
    bench.run("project show grp/app").code(3);
    bench.run("list -q").is(0, "1\n2\n", "");
    let dead = &bench.ok("show 3 --json").json()["tokens"][0];
    assert_eq!((&dead["where"], &dead["revoked_why"]), (&"grp/app".into(), &"its project was deleted".into()));
    assert_eq!(dead["revoked_by"], "ann");
    // A new project of its path is another one.
    bench.ok("project add grp/app");
    bench.verdict(&secret, &format!("{READ} grp/app"), "revoked");
    bench.run("list --project grp/app -q").is(0, "", "");
}

#[test]
fn a_deleted_group_takes_everything_below_along() {
    let bench = bench();
    bench.ok("create personal -s api --name mine");
    let told = bench.ok("group delete grp --yes --json");
    let ids: Vec<i64> =
        told.json()["tokens"].as_array().unwrap().iter().map(|token| token["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, [2, 3, 4, 1]);
    told.says("  2 groups deleted: grp/sub, grp\n  2 projects deleted: grp/sub/deep, grp/app\n  4 tokens revoked\n");
    bench.run("list -q").is(0, "5\n", "");
    bench.run("group list -q").is(0, "", "");
    bench.run("project list -q").is(0, "1\n", "");
    bench.verdict(&crate::support::Kept::parse(file(&bench, "of-group").trim_ascii_end()).unwrap(), "", "revoked");
    let actions = bench.ok("log list --json").json();
    let deleted: Vec<&str> = actions["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["action"].as_str().unwrap().ends_with(".delete"))
        .map(|event| event["name"].as_str().unwrap())
        .collect();
    assert_eq!(deleted, ["grp/sub/deep", "grp/sub", "grp/app", "grp"]);
    bench.all(&["group add grp", "project add grp/app"]);
}

fn file(bench: &Bench, name: &str) -> Vec<u8> {
    std::fs::read(bench.path(name)).unwrap()
}

#[test]
fn an_owner_deletes_and_nobody_below() {
    let bench = bench();
    bench.refuses(
        4,
        &[
            ("project delete grp/app --yes --as max", "error: `max` may not delete the project `grp/app`"),
            ("group delete grp --yes --as max", "error: `max` may not delete the group `grp`"),
            ("project delete grp/app --dry-run --as max", "error: `max` may not delete the project `grp/app`"),
        ],
    );
    bench.refuses(
        3,
        &[
            ("project delete grp/sub/deep --yes --as max", "error: there is no project `grp/sub/deep`"),
            ("project delete grp/nothing --yes", "error: there is no project `grp/nothing`"),
            ("group delete nothing --yes", "error: there is no group `nothing`"),
        ],
    );
    assert_eq!(bench.ok("list -q").ids(), [1, 2, 3, 4]);
    bench.ok("group delete grp/sub --yes --as ann");
}

#[test]
fn bots_records_and_members_of_a_deleted_project_go_with_it() {
    let bench = bench();
    bench.all(&[
        "create project-access --project grp/app -s api --name robot",
        "record add issue --project grp/app --author ann --title broken",
    ]);
    let told = bench.ok("group delete grp --yes");
    told.says("  1 user deleted: project_3_bot\n").says("project-access token 5 `robot` for the project grp/app\n");
    assert_eq!(bench.ok("show 5 --json").json()["tokens"][0]["state"], "revoked");
    bench.run("user show project_3_bot").code(3);
    bench.run("record list -q").is(0, "", "");
    bench.ok("member list --project op/default");
}

#[test]
fn without_a_default_project_a_place_must_be_named() {
    let bench = bench();
    bench
        .ok("project delete op/default --yes")
        .says("it was the default project: `tokctl create` wants a place named from now on\n");
    bench.run("create deploy -s read_registry").is(
        2,
        "",
        "error: no project is named, and this store has no default project\nhint: name one with `--project PATH`, or a \
         group with `--group PATH`\n",
    );
    bench.ok("create deploy --project grp/app -s read_registry");
}

#[test]
fn whoever_leaves_a_place_is_told_with_what_he_made_there() {
    let bench = Bench::after(&[
        "user add max",
        "project add grp/app",
        "project add grp/other",
        "member add max --group grp --role owner",
        "create deploy --project grp/app -s read_registry --name one --as max",
        "create deploy --group grp -s read_registry --name two --as max",
        "create deploy --project grp/other -s read_registry --name three --as max",
        "create deploy --project grp/app -s read_registry --name mine",
        "create personal -s api --name his --as max",
        "revoke 3 --yes",
    ]);
    bench.ok("member add max --project grp/app --role maintainer");
    bench.run("member remove max --project grp/app").is(
        0,
        "",
        "`max` has no role of their own in the project `grp/app` any more\n\
         they made deploy token 1 `one` for the project grp/app, which lives on; `tokctl revoke 1` ends it\n",
    );
    let told = bench.run("member remove max --group grp --format ids");
    told.is(
        0,
        "1\n2\n",
        "`max` has no role of their own in the group `grp` any more\n\
         they made deploy token 1 `one` for the project grp/app, which lives on; `tokctl revoke 1` ends it\n\
         they made deploy token 2 `two` for the group grp, which lives on; `tokctl revoke 2` ends it\n",
    );
    bench.ok("revoke 1 2 --yes");
}
