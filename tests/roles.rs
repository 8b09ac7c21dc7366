//! Roles: who may make, see and take away deploy tokens.

#![cfg(test)]

use crate::support::Bench;

const ROLES: [&str; 5] = ["guest", "reporter", "developer", "maintainer", "owner"];

/// One member of every role in `grp`, and `eve`, who is a member of nothing. Token 1 is of the project, 2 of the group.
fn bench() -> Bench {
    let bench = Bench::after(&["project add grp/app", "user add eve"]);
    for role in ROLES {
        bench.all(&[&format!("user add {role}-1 -q"), &format!("member add {role}-1 --group grp --role {role} -q")]);
    }
    bench.all(&["create deploy --project grp/app -s read_registry", "create deploy --group grp -s read_registry"]);
    bench
}

#[test]
fn deploy_tokens_of_a_project_are_the_business_of_maintainers_and_owners() {
    let bench = bench();
    for role in ROLES {
        let may = role == "maintainer" || role == "owner";
        let as_role = format!("--as {role}-1");
        bench.run(&format!("create deploy --project grp/app -s read_registry -n {as_role}")).code(if may {
            0
        } else {
            4
        });
        bench.run(&format!("list --project grp/app -q {as_role}")).is(0, if may { "1\n" } else { "" }, "");
        bench.run(&format!("show 1 -q {as_role}")).code(if may { 0 } else { 3 });
        bench.run(&format!("rotate 1 -n {as_role}")).code(if may { 0 } else { 3 });
        bench.run(&format!("revoke 1 -n {as_role}")).code(if may { 0 } else { 3 });
    }
}

#[test]
fn deploy_tokens_of_a_group_are_seen_by_maintainers_and_made_and_ended_by_owners() {
    let bench = bench();
    for role in ROLES {
        let (sees, may) = (role == "maintainer" || role == "owner", role == "owner");
        let as_role = format!("--as {role}-1");
        let refused = if sees { 4 } else { 3 };
        bench.run(&format!("create deploy --group grp -s read_registry -n {as_role}")).code(if may { 0 } else { 4 });
        bench.run(&format!("list --group grp -q {as_role}")).is(0, if sees { "2\n" } else { "" }, "");
        bench.run(&format!("show 2 -q {as_role}")).code(if sees { 0 } else { 3 });
        bench.run(&format!("rotate 2 -n {as_role}")).code(if may { 0 } else { refused });
        bench.run(&format!("revoke 2 -n {as_role}")).code(if may { 0 } else { refused });
    }
}

#[test]
fn a_refusal_says_which_role_it_takes() {
    let bench = bench();
    bench.run("create deploy --project grp/app -s read_registry --as developer-1").is(
        4,
        "",
        "error: `developer-1` may not make or bring back deploy tokens there\n  it takes the role maintainer there, or \
         an admin\n",
    );
    bench.run("create deploy --group grp -s read_registry --as maintainer-1").is(
        4,
        "",
        "error: `maintainer-1` may not make or bring back deploy tokens there\n  it takes the role owner there, or an \
         admin\n",
    );
}

#[test]
fn to_a_stranger_nothing_is_there() {
    let bench = bench();
    bench.refuses(
        3,
        &[
            ("create deploy --project grp/app -s read_registry --as eve", "error: there is no project `grp/app`"),
            ("create deploy --group grp -s read_registry --as eve", "error: there is no group `grp`"),
            ("list --project grp/app --as eve", "error: there is no project `grp/app`"),
            ("show 1 --as eve", "error: there is no token `1`"),
            ("rotate 1 --as eve", "error: there is no token `1`"),
            ("revoke 1 --yes --as eve", "error: there is no token `1`"),
            ("project show grp/app --as eve", "error: there is no project `grp/app`"),
            ("group show grp --as eve", "error: there is no group `grp`"),
            ("member list --project grp/app --as eve", "error: there is no project `grp/app`"),
        ],
    );
    // Near names are of what they see, and a hint gives nothing away.
    let told = bench.run("project show grp/ap --as eve");
    told.is(3, "", "error: there is no project `grp/ap`\nhint: `tokctl project list` shows those that you may see\n");
    bench.run("list -q --all --as eve").is(0, "", "");
    bench.run("project list -q --as eve").is(0, "", "");
}

#[test]
fn only_an_admin_acts_as_another() {
    let mut bench = bench();
    bench.login = "owner-1".into();
    bench.run("list --as guest-1").is(4, "", "error: only an admin may act as another user\n");
    bench.run("list -q --as owner-1").is(0, "1\n2\n", "");
    bench.run("create deploy -s read_registry --project grp/app --as op").code(4).stdout("");
    bench.login = "op".into();
    bench.refuses(3, &[("list --as nobody", "error: there is no user `nobody`")]);
    bench.login = "stranger".into();
    bench.refuses(4, &[("list", "error: this store knows no user `stranger`")]);
}

#[test]
fn a_role_comes_down_the_tree_and_the_highest_counts() {
    let bench = bench();
    bench.all(&[
        "project add grp/sub/deep/app",
        "member add guest-1 --group grp/sub --role maintainer",
        "member add owner-1 --project grp/sub/deep/app --role guest",
    ]);
    let create = |user: &str, place: &str| bench.run(&format!("create deploy -s read_registry -n {place} --as {user}"));
    create("guest-1", "--project grp/sub/deep/app").code(0);
    create("guest-1", "--project grp/app").code(4);
    create("owner-1", "--project grp/sub/deep/app").code(0);
    create("owner-1", "--group grp/sub/deep").code(0);
    create("maintainer-1", "--project grp/sub/deep/app").code(0);
    create("maintainer-1", "--group grp/sub/deep").code(4);
    bench.ok("member remove guest-1 --group grp/sub");
    create("guest-1", "--project grp/sub/deep/app").code(4);
}

#[test]
fn the_default_project_is_its_owners_and_the_admins() {
    let bench = bench();
    bench.run("create deploy -s read_registry --as eve -n").code(4).stdout("");
    bench.run("create deploy -s read_registry -n").code(0);
    bench.ok("project add eve/own --as eve");
    bench.ok("create deploy -s read_registry --project eve/own --as eve");
    bench.refuses(3, &[("create deploy -s read_registry --project eve/own --as owner-1", "there is no project")]);
}
