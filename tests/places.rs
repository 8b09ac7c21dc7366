//! Groups and projects: one tree of names.

#![cfg(test)]

use crate::support::Bench;

#[test]
fn groups_and_projects_are_added_with_what_is_missing_above_them() {
    let bench = Bench::founded();
    bench.run("project add grp/sub/app --visibility internal").is(
        0,
        "",
        "added the group `grp`, which was not there\nadded the group `grp/sub`, which was not there\n\
         added the internal project `grp/sub/app`\n",
    );
    bench.run("group add grp/other").is(0, "", "added the group `grp/other`\n");
    bench.run("group add a/b/c").is(
        0,
        "",
        "added the group `a`, which was not there\nadded the group `a/b`, which was not there\nadded the group `a/b/c`\n",
    );
    bench.run("project add op/tools --visibility public").is(0, "", "added the public project `op/tools`\n");
    bench.run("project list").is(
        0,
        "ID  PATH         VISIBILITY\n \
          2  grp/sub/app  internal\n \
          1  op/default   private\n \
          3  op/tools     public\n",
        "",
    );
    bench.run("group list --format csv").is(
        0,
        "id,path,parent\r\n4,a,\r\n5,a/b,4\r\n6,a/b/c,5\r\n1,grp,\r\n3,grp/other,1\r\n2,grp/sub,1\r\n",
        "",
    );
    bench.run("group show grp/sub --json").is(
        0,
        "{\"version\":1,\"groups\":[\n{\"id\":2,\"path\":\"grp/sub\",\"parent\":1}\n]}\n",
        "",
    );
    bench.run("project show grp/sub/app").is(
        0,
        "id:          2\npath:        grp/sub/app\nvisibility:  internal\n",
        "",
    );
    assert_eq!(bench.ok("project add grp/new --json").json()["projects"][0]["path"], "grp/new");
    assert_eq!(bench.ok("group add grp/more --json").json()["groups"][0]["path"], "grp/more");
}

#[test]
fn a_path_is_taken_by_whatever_bears_it_in_any_case() {
    let bench = Bench::after(&["user add ann", "project add grp/app", "group add grp/sub"]);
    let cases = [
        "project add grp/app",
        "project add GRP/APP",
        "project add grp/sub",
        "project add grp/SUB",
        "group add grp",
        "group add Grp",
        "group add grp/app",
        "group add ann",
        "group add Ann",
        "group add grp/app/below",
        "project add grp/app/below",
        "project add Grp/new",
        "group add op/below",
        "project add OP/default",
    ];
    for line in cases {
        bench.run(line).code(5).stdout("").says("share one tree of names, in upper and lower case");
    }
    bench.run("project list --format ids").is(0, "2\n1\n", "");
}

#[test]
fn paths_that_cannot_be_used_are_refused() {
    let bench = Bench::founded();
    for path in
        ["", "/", "a/", "/a", "a//b", "a/../b", "a/.b", "a/b.git", "a/b.atom", "a/b.", "a b/c", "ä/b", "a/b\u{1b}"]
    {
        bench.run_with(&["project", "add", path], b"").code(2).stdout("").says("error: this path cannot be used");
        bench.run_with(&["group", "add", path], b"").code(2).stdout("").says("error: this path cannot be used");
    }
    bench.run("project add app").is(
        2,
        "",
        "error: a project lies in a group or in a user's place, and `app` in neither\n\
         hint: for example `tokctl project add GROUP/app`\n",
    );
    bench.refuses(2, &[("project add grp/app --visibility secret", "invalid value")]);
    let long = format!("a/{}", "x".repeat(256));
    bench.run(&format!("project add {long}")).code(2).stdout("");
    bench.run("group list -q").is(0, "", "");
}

#[test]
fn only_who_has_the_role_adds_below_a_group_and_only_oneself_in_ones_place() {
    let bench = Bench::after(&[
        "user add ann",
        "user add bob",
        "group add grp/sub",
        "member add ann --group grp --role maintainer",
        "member add bob --group grp --role developer",
    ]);
    bench.ok("project add grp/sub/app --as ann");
    bench.ok("project add ann/own --as ann");
    bench.ok("group add mine/deep --as bob");
    bench.ok("project add ann/by-admin");
    bench.refuses(
        4,
        &[
            (
                "group add grp/new --as ann",
                "error: `ann` may add nothing to the group `grp`\n  it takes the role owner there",
            ),
            ("project add grp/new/app --as ann", "error: `ann` may add nothing to the group `grp`"),
            (
                "project add grp/other --as bob",
                "error: `bob` may add nothing to the group `grp`\n  it takes the role maintainer there",
            ),
            ("project add ann/hers --as bob", "error: `ann/` is the place of the user `ann`"),
        ],
    );
    bench.run("group show grp/new").code(3);
    // Who adds a group is its Owner.
    bench.run("member list --group mine/deep --as bob").is(
        0,
        "ID  USERNAME  KIND   ROLE   OF    DIRECT\n 3  bob       human  owner  mine  no\n",
        "",
    );
}

#[test]
fn everybody_sees_what_is_his_and_what_is_open() {
    let bench = Bench::after(&[
        "user add ann",
        "user add eve",
        "project add grp/app",
        "project add grp/open --visibility public",
        "project add grp/inside --visibility internal",
        "group add other",
        "member add ann --project grp/app --role guest",
    ]);
    let paths = |line: &str| -> Vec<String> {
        let rows = bench.ok(&format!("{line} --format csv")).out();
        rows.lines().skip(1).map(|row| row.split(',').nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(paths("project list --as ann"), ["grp/app", "grp/inside", "grp/open"]);
    assert_eq!(paths("project list --as eve"), ["grp/inside", "grp/open"]);
    assert_eq!(paths("group list --as ann"), ["grp"]);
    assert_eq!(paths("group list --as eve"), [""; 0]);
}

#[test]
fn names_that_are_reserved_for_users_are_so_for_groups_at_the_top() {
    let bench = Bench::after(&["group add other", "group add grp/ghost"]);
    for line in ["group add ghost", "group add project_3_bot", "group add Ghost/x", "project add ghost/app"] {
        bench.refuses(4, &[(line, "is reserved")]);
    }
    bench.refuses(
        4,
        &[("group rename other ghost", "is reserved"), ("group transfer grp/ghost --to-top", "is reserved")],
    );
    bench.ok("group rename grp/ghost ghost2");
}

#[test]
fn the_default_project_comes_back_when_it_is_added_again() {
    let bench = Bench::after(&["project delete op/default --yes", "user add ann"]);
    bench.ok("project add ann/default --as ann");
    bench.run("create deploy -s read_registry").code(2);
    bench.ok("project add op/default");
    bench.ok("create deploy -s read_registry --name ci");
    bench.ok("show ci --project op/default");
}
