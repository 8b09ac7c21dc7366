//! Users: blocked, renamed, made admins, counted and deleted.

#![cfg(test)]

use serde_json::{Value, json};

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "user add bob",
        "project add grp/app",
        "member add ann --group grp --role owner",
        "member add bob --project grp/app --role developer",
    ])
}

#[test]
fn blocking_kills_nothing_and_stops_everything_and_unblocking_brings_it_back() {
    let bench = bench();
    let mine = bench.secret("create personal --as bob -s api --name mine");
    let dead = bench.secret("create personal --as bob -s api --name dead");
    let other = bench.secret("create impersonation --user bob -s api");
    bench.ok("revoke 2 --yes -q");
    bench.run("user block bob").is(0, "", "`bob` is blocked: everything of theirs is stopped now\n");
    let ask = "--access api:read --project grp/app";
    bench.verdict(&mine, ask, "holder_blocked");
    bench.verdict(&other, ask, "holder_blocked");
    bench.run("list -q").is(0, "1\n3\n", "");
    bench.refuses(
        4,
        &[("whoami --as bob", "nobody can act as `bob`"), ("create personal --user bob -s api", "is blocked")],
    );
    bench.run("user block bob").code(0).says("already; nothing was changed");
    bench.run("user list --seats").is(0, "2\n", "");
    bench.run("user unblock bob").is(0, "", "`bob` is not blocked now\n");
    bench.verdict(&mine, ask, "allow");
    bench.verdict(&other, ask, "allow");
    bench.verdict(&dead, ask, "revoked");
    assert_eq!(bench.actions(2), ["user.block bob", "user.unblock bob"]);
}

#[test]
fn seats_are_active_people() {
    let bench = bench();
    bench.run("user list --seats").is(0, "3\n", "");
    bench.run("user list --seats --json").is(0, "{\"version\":1,\"seats\":3}\n", "");
    bench.ok("create project-access --project grp/app -s api -q --to ~/t");
    bench.run("user list --seats").is(0, "3\n", "");
}

#[test]
fn a_rename_takes_his_own_projects_along_and_leaves_his_tokens_alone() {
    let bench = bench();
    bench.ok("project add bob/tools");
    let mine = bench.secret("create personal --as bob -s api");
    bench.run("user rename bob robert").is(
        0,
        "",
        "`bob` is called `robert` now\ntheir project is `robert/tools` now\n",
    );
    bench.verdict(&mine, "--access repository:write --project robert/tools", "allow");
    bench.verdict(&mine, "--access repository:write --project bob/tools", "no_project");
    assert_eq!(bench.actions(2), ["user.rename robert", "project.rename robert/tools"]);
    bench.ok("user rename robert Robert");
    bench.refuses(
        5,
        &[("user rename Robert ann", "the name `ann` is taken"), ("user rename Robert GRP", "the name `GRP` is taken")],
    );
    bench.refuses(
        4,
        &[
            ("user rename Robert ghost2", "this username is reserved"),
            ("user rename op boss", "you would lock yourself out"),
        ],
    );
}

#[test]
fn a_store_keeps_an_admin_who_can_act() {
    let bench = bench();
    let last = "`op` is the last admin and cannot be";
    bench.refuses(
        4,
        &[("user admin op off", last), ("user block op", last), ("user delete op --yes --with-groups", last)],
    );
    bench.run("user admin ann on").is(0, "", "`ann` is an admin now\n");
    bench.run("user admin ann on").code(0).says("nothing was changed");
    bench.ok("user block ann");
    bench.refuses(4, &[("user admin op off", last)]);
    bench.all(&["user unblock ann", "user admin op off"]);
    bench.refuses(4, &[("user block bob", "only an admin may block"), ("user admin op on", "only an admin may")]);
}

#[test]
fn who_is_no_admin_changes_nobody_but_may_go_himself() {
    let bench = bench();
    bench.refuses(
        4,
        &[
            ("user block ann --as bob", "only an admin may"),
            ("user unblock ann --as bob", "only an admin may"),
            ("user rename ann anna --as bob", "only an admin may"),
            ("user admin bob on --as bob", "only an admin may"),
            ("user delete ann --yes --as bob", "only that user may, or an admin"),
        ],
    );
    bench.refuses(3, &[("user block eve", "there is no user `eve`"), ("user delete eve --yes", "there is no user")]);
    bench.ok("user delete bob --yes --as bob");
    bench.run("user show bob").code(3);
    Bench::new().run("user delete bob --yes").code(3).says("there is no user `bob`");
}

/// What bob had, and what hangs on it.
fn furnished() -> Bench {
    let bench = bench();
    bench.all(&[
        "project add bob/tools",
        "create personal --as bob -s api --name mine -q --to ~/1",
        "create deploy --project bob/tools -s read_registry -q --to ~/2",
        "create project-access --project bob/tools -s api -q --to ~/3",
        "create deploy --project grp/app -s read_registry -q --to ~/4",
        "record add issue --project grp/app --author bob --title one --assignee bob",
        "record add issue --project grp/app --author ann --title two --assignee bob --editor bob",
        "record add snippet --author bob --title private",
        "record add note --project bob/tools --author bob --title gone",
    ]);
    bench
}

fn records(bench: &Bench) -> Vec<Value> {
    let json = bench.ok("record list --json").json();
    let records = json["records"].as_array().unwrap().iter();
    records.map(|it| json!([it["title"], it["author"], it["editor"], it["assignee"]])).collect()
}

const GONE: &str = "  2 users deleted: project_3_bot, bob
  1 project deleted: bob/tools
  3 tokens revoked
  2 memberships ended
  to the Ghost User: 1 issue
  deleted: 1 note, 1 snippet
  2 assignments emptied
";

#[test]
fn a_deleted_user_leaves_his_records_to_the_ghost_user_and_takes_what_was_his_along() {
    let bench = furnished();
    let before = (records(&bench), bench.ok("list --all --json").out(), bench.ok("log list --json").out());
    bench.run("user delete bob --dry-run").is(0, "", &format!("would go:\n{GONE}nothing was deleted\n"));
    bench.run("user delete bob").code(2).says("nobody is there to be asked");
    assert_eq!((records(&bench), bench.ok("list --all --json").out(), bench.ok("log list --json").out()), before);
    bench.run("user delete bob --yes").is(0, "", &format!("gone:\n{GONE}"));
    assert_eq!(records(&bench), [json!(["one", "ghost", null, null]), json!(["two", "ann", "ghost", null])]);
    bench.run("list -q").is(0, "4\n", "");
    let shown = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&shown["holder"], &shown["revoked_why"]), (&"bob".into(), &"its user left".into()));
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["where"], "bob/tools");
    bench.run("project show bob/tools").code(3);
    let expected = [
        "token.revoke mine",
        "member.remove bob",
        "token.revoke deploy-token-2",
        "token.revoke project-access-token-3",
        "member.remove project_3_bot",
        "user.delete project_3_bot",
        "project.delete bob/tools",
        "user.add ghost",
        "user.delete bob",
    ];
    assert_eq!(bench.actions(expected.len()), expected);
    bench.ok("user add bob");
    bench.run("list --user bob").code(0).says("no token matches");
}

#[test]
fn a_hard_deletion_deletes_his_records() {
    let bench = furnished();
    bench.run("user delete bob --hard --yes").code(0).says("  deleted: 1 issue, 1 note, 1 snippet\n");
    assert_eq!(records(&bench), [json!(["two", "ann", "ghost", null])]);
}

#[test]
fn the_only_owner_of_a_group_goes_with_it_or_not_at_all() {
    let bench = furnished();
    bench.all(&["member remove op --group grp", "group add grp/sub", "member add bob --group grp/sub --role owner"]);
    bench.run("user delete ann --yes").is(
        4,
        "",
        "error: `ann` is the only Owner of grp\n  a group without an Owner could be managed by nobody but admins\n\
         hint: make somebody else Owner with `tokctl member add USER --group grp --role owner`, \
         or delete the groups with everything in them: `--with-groups`\n",
    );
    bench.ok("user delete bob --dry-run");
    bench.run("user delete ann --yes --with-groups").code(0).says("  2 groups deleted: grp/sub, grp\n");
    bench.run("project show grp/app").code(3);
    bench.run("group list -q").is(0, "", "");
    assert_eq!(bench.ok("show 4 --json").json()["tokens"][0]["revoked_why"], "its project was deleted");
}
