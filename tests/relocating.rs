//! Groups and projects that are renamed, transferred, or seen by others: numbers are the key, never names.

#![cfg(test)]

use crate::support::{Bench, Kept};

const READ: &str = "--access registry:read --project";

/// `grp/sub/deep` and `grp/app`, with a deploy token of `grp`, one of `grp/sub` and one of `grp/app`; a second tree `far`.
fn bench() -> (Bench, [Kept; 3]) {
    let bench = Bench::after(&[
        "user add ann",
        "user add max",
        "project add grp/sub/deep",
        "project add grp/app",
        "group add far",
        "member add ann --group grp --role owner",
        "member add max --project grp/app --role maintainer",
    ]);
    let secrets = ["--group grp", "--group grp/sub", "--project grp/app"]
        .map(|place| bench.secret(&format!("create deploy {place} -s read_registry")));
    (bench, secrets)
}

fn allows(bench: &Bench, secret: &Kept, cases: &[(&str, &str)]) {
    for (path, verdict) in cases {
        bench.verdict(secret, &format!("{READ} {path}"), verdict);
    }
}

#[test]
fn a_renamed_group_keeps_its_tokens_and_a_new_one_of_its_name_gets_none() {
    let (bench, [of_group, of_sub, of_project]) = bench();
    bench.run("group rename grp team --as ann").is(
        0,
        "",
        "the group `grp` is `team` now; its tokens go on\n\
         the paths of the 3 groups and projects below it followed\n",
    );
    allows(&bench, &of_group, &[("team/app", "allow"), ("team/sub/deep", "allow"), ("grp/app", "no_project")]);
    allows(&bench, &of_sub, &[("team/sub/deep", "allow"), ("team/app", "boundary")]);
    allows(&bench, &of_project, &[("team/app", "allow")]);
    bench.ok("project add grp/app");
    for secret in [&of_group, &of_project] {
        allows(&bench, secret, &[("grp/app", "boundary")]);
    }
    bench.ok("group list --format csv").stdout("id,path,parent\r\n3,far,\r\n4,grp,\r\n1,team,\r\n2,team/sub,1\r\n");
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["where"], "team");
    let events = bench.ok("log list --json").json();
    let events: Vec<(&str, &str, &str)> = events["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| ["group.rename", "group.follow", "project.follow"].contains(&event["action"].as_str().unwrap()))
        .map(|event| {
            (event["action"].as_str().unwrap(), event["name"].as_str().unwrap(), event["actor"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        events,
        [
            ("group.rename", "team", "ann"),
            ("group.follow", "team/sub", "ann"),
            ("project.follow", "team/sub/deep", "ann"),
            ("project.follow", "team/app", "ann"),
        ]
    );
}

#[test]
fn group_tokens_cover_the_tree_as_it_is_now() {
    let (bench, [of_group, of_sub, of_project]) = bench();
    bench.run("project transfer grp/app --to far").is(
        0,
        "",
        "the project `grp/app` is `far/app` now; its tokens go on\n",
    );
    allows(&bench, &of_group, &[("far/app", "boundary"), ("grp/sub/deep", "allow")]);
    allows(&bench, &of_project, &[("far/app", "allow")]);
    bench.ok("project transfer far/app --to grp/sub");
    for secret in [&of_group, &of_sub, &of_project] {
        allows(&bench, secret, &[("grp/sub/app", "allow")]);
    }
    bench.ok("group transfer grp/sub --to far");
    allows(&bench, &of_group, &[("far/sub/app", "boundary"), ("far/sub/deep", "boundary")]);
    allows(&bench, &of_sub, &[("far/sub/app", "allow"), ("far/sub/deep", "allow")]);
    bench.ok("project transfer far/sub/app --to op");
    allows(&bench, &of_sub, &[("op/app", "boundary")]);
    allows(&bench, &of_project, &[("op/app", "allow")]);
}

#[test]
fn a_group_at_the_top_is_never_without_an_owner() {
    let (bench, [_, of_sub, _]) = bench();
    bench.run("group transfer grp/sub --to-top --as ann").is(
        0,
        "",
        "the group `grp/sub` is `sub` now; its tokens go on\n\
         the path of the one group or project below it followed\n\
         nobody owned it there, so you are its Owner now\n",
    );
    allows(&bench, &of_sub, &[("sub/deep", "allow")]);
    bench.ok("group rename sub Sub --as ann");
    bench.run("group show Sub --format ids").is(0, "2\n", "");
    bench.ok("group transfer Sub --to grp --as ann");
    assert_eq!(bench.ok("project list --json").json()["projects"][1]["path"], "grp/app");
}

#[test]
fn what_cannot_be_moved_is_refused_and_nothing_changes() {
    let (bench, _) = bench();
    bench.all(&["project add far/app", "group add far/sub", "group add grp/sub/x"]);
    let before = bench.ok("project list --json").out();
    bench.refuses(
        5,
        &[
            ("project transfer grp/app --to far", "error: the path `far/app` is taken"),
            ("group transfer grp/sub --to far", "error: the path `far/sub` is taken"),
            ("group rename far GRP", "error: the path `GRP` is taken"),
            ("group rename far ann", "error: the path `ann` is taken"),
            ("project rename grp/app SUB", "error: the path `grp/SUB` is taken"),
            ("group transfer grp --to grp", "error: the group `grp` cannot lie in itself"),
            ("group transfer grp --to grp/sub/x", "error: the group `grp` cannot lie in itself"),
            ("group transfer grp --to-top", "error: the path of `grp` is that already"),
            ("project rename grp/app app", "error: the path of `grp/app` is that already"),
        ],
    );
    bench.refuses(
        2,
        &[
            ("group rename grp a/b", "error: the new name of a group has no `/` in it"),
            ("project rename grp/app x.git", "error: this name cannot be used"),
            ("group transfer grp", "--to"),
            ("group transfer grp --to far --to-top", "cannot be used with"),
            ("project visibility grp/app secret", "invalid value"),
        ],
    );
    bench.refuses(
        3,
        &[
            ("group rename gpr x", "error: there is no group `gpr`"),
            ("project transfer grp/app --to nowhere", "error: there is no group `nowhere`"),
            ("group transfer far/sub --to nowhere", "error: there is no group `nowhere`"),
            ("project rename grp/nothing x", "error: there is no project `grp/nothing`"),
        ],
    );
    assert_eq!(bench.ok("project list --json").out(), before);
}

#[test]
fn no_path_grows_beyond_its_limit() {
    let (bench, _) = bench();
    let long = "x".repeat(250);
    bench.ok(&format!("group add {long}/{long}/{long}"));
    bench.ok(&format!("project add far/y/{long}"));
    bench.run(&format!("group transfer far --to {long}/{long}/{long}")).code(2).says("longer than 1000 characters");
    bench.ok(&format!("project show far/y/{long}"));
}

#[test]
fn each_work_takes_its_role_and_what_is_out_of_sight_is_not_there() {
    let (bench, _) = bench();
    bench.ok("project add far/thing");
    bench.refuses(
        4,
        &[
            ("group rename grp x --as max", "error: `max` may not rename the group `grp`"),
            ("project transfer grp/app --to grp/sub --as max", "error: `max` may not transfer the project `grp/app`"),
            ("project transfer grp/app --to max --as max", "error: `max` may not transfer the project `grp/app`"),
            ("project transfer grp/app --to max --as ann", "error: `max/` is the place of the user `max`"),
        ],
    );
    bench.refuses(
        3,
        &[
            ("project transfer grp/app --to far --as ann", "error: there is no group `far`"),
            ("project rename far/thing x --as ann", "error: there is no project `far/thing`"),
            ("group transfer far --to grp --as ann", "error: there is no group `far`"),
        ],
    );
    bench.ok("member add ann --group far --role developer");
    bench.refuses(
        4,
        &[
            ("project transfer grp/app --to far --as ann", "error: `ann` may put no project into the group `far`"),
            ("project visibility far/thing public --as ann", "may not change the visibility of the project"),
        ],
    );
    bench.ok("member add ann --group far --role maintainer");
    bench.refuses(
        4,
        &[("group transfer grp/sub --to far --as ann", "error: `ann` may put no group into the group `far`")],
    );
    bench.all(&["project rename grp/app web --as max", "project transfer grp/web --to far --as ann"]);
    bench.all(&["project transfer far/web --to op", "project transfer op/web --to ann"]);
}

#[test]
fn visibility_is_changed_and_counts_at_once() {
    let (bench, _) = bench();
    let secret = bench.secret("create personal -s api --user max");
    bench.ok("project add far/thing");
    allows(&bench, &secret, &[("far/thing", "role")]);
    bench.run("project visibility far/thing internal").is(0, "", "the project `far/thing` is internal now\n");
    allows(&bench, &secret, &[("far/thing", "allow")]);
    bench.all(&["project visibility far/thing private", "project visibility far/thing private"]);
    allows(&bench, &secret, &[("far/thing", "role")]);
    assert_eq!(bench.ok("project visibility grp/app public --json").json()["projects"][0]["visibility"], "public");
}

#[test]
fn a_path_that_something_had_leads_to_the_one_that_it_has_to_whoever_may_see_it() {
    let bench = Bench::after(&[
        "user add ann",
        "user add bob",
        "project add grp/app",
        "member add ann --project grp/app --role guest",
        "project rename grp/app app2",
    ]);
    let now = "error: there is no project `grp/app`\nhint: it is `grp/app2` now\n";
    for line in ["list --valid-in grp/app", "log list --project grp/app", "list --project grp/app --as ann"] {
        bench.run(line).is(3, "", now);
    }
    let hidden = bench.run("list --project grp/app --as bob");
    assert!(!hidden.code(3).err().contains("app2"), "{hidden}");
    bench.ok("group rename grp far");
    bench.run("list --valid-in grp/app").code(3).says("hint: it is `far/app2` now");
    bench.run("list --valid-in grp/app2").code(3).says("hint: it is `far/app2` now");
    bench.run("list --group grp").is(3, "", "error: there is no group `grp`\nhint: it is `far` now\n");
    bench.ok("project delete far/app2 --yes");
    assert!(!bench.run("list --valid-in grp/app").code(3).err().contains("now"));
    bench.ok("project add grp/app");
    bench.ok("list --valid-in grp/app");
}
