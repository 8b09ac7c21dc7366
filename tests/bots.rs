//! Bot users: made with a project access token, bound to it, passed on by its rotation.

#![cfg(test)]

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "project add grp/other --visibility public",
        "user add mia",
        "user add dev",
        "member add mia --project grp/app --role maintainer",
        "member add dev --project grp/app --role developer",
    ])
}

const CREATE: &str = "create project-access --project grp/app -s api";

/// Who is a member of the project itself, with what he is and his role.
fn members(bench: &Bench) -> Vec<String> {
    let json = bench.ok("member list --project grp/app --json").json();
    let text = |member: &serde_json::Value, key: &str| member[key].as_str().unwrap().to_owned();
    let members = json["members"].as_array().unwrap().iter().filter(|member| member["direct"] == true);
    members.map(|it| format!("{} {} {}", text(it, "username"), text(it, "kind"), text(it, "role"))).collect()
}

#[test]
fn a_project_access_token_brings_its_bot_user_with_it() {
    let bench = bench();
    let told = bench.ok(&format!("{CREATE} --name build --as mia"));
    told.says(
        "made project-access token 1 `build` for the project grp/app\n  acts as   project_2_bot\n  scopes    api",
    );
    assert_eq!(members(&bench), ["mia human maintainer", "project_2_bot bot maintainer", "dev human developer"]);
    let bot = &bench.ok("user show project_2_bot --json").json()["users"][0];
    assert_eq!((&bot["name"], &bot["kind"], &bot["admin"]), (&"build".into(), &"bot".into(), &false.into()));
    assert_eq!(bench.actions(3), ["user.add project_2_bot", "member.add project_2_bot", "token.create build"]);
    bench.verdict(&told.secret(), "--access repository:write --project grp/app", "allow");
    bench.verdict(&told.secret(), "--access registry:delete --project grp/app", "allow");
    bench.verdict(&told.secret(), "--access repository:read --project grp/other", "boundary");
    bench.run("user list --seats").is(0, "3\n", "");
}

#[test]
fn bots_are_numbered_and_take_the_first_free_number() {
    let bench = bench();
    for name in ["a", "b", "c"] {
        bench.ok(&format!("{CREATE} --name {name}"));
    }
    let names = |bench: &Bench| members(bench).join(",").matches("project_2_bot").count();
    assert_eq!(names(&bench), 3);
    bench.ok("revoke 2 --yes");
    bench.ok(&format!("{CREATE} --name d"));
    assert_eq!(bench.ok("show 4 --json").json()["tokens"][0]["holder"], "project_2_bot1");
    let named = bench.ok(&format!("{CREATE} --json")).json();
    assert_eq!(
        (&named["tokens"][0]["holder"], &named["tokens"][0]["name"]),
        (&"project_2_bot3".into(), &"project-access-token-5".into())
    );
    assert_eq!(bench.ok("user show project_2_bot3 --json").json()["users"][0]["name"], "project-access-token-5");
}

#[test]
fn nothing_is_left_of_a_bot_whose_token_was_not_made() {
    let bench = bench();
    let before = (bench.ok("user list --json").out(), bench.ok("log list --json").out());
    bench
        .refuses(4, &[(&format!("{CREATE} --as dev"), "`dev` may not make or bring back project-access tokens there")]);
    bench.refuses(2, &[(&format!("{CREATE},read_user"), "cannot carry the scope `read_user`")]);
    bench.run(&format!("{CREATE} --dry-run")).code(0).says("would make project-access token 1");
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut machine = Bench::new();
    machine.as_myself();
    machine.ok("project add grp/app");
    machine.process(CREATE).stdout_to(full).run(b"").code(8);
    assert_eq!(machine.ok("user list -q").out(), "1\n");
    assert_eq!((bench.ok("user list --json").out(), bench.ok("log list --json").out()), before);
}

#[test]
fn a_bot_cannot_be_touched_by_hand() {
    let bench = bench();
    bench.ok(&format!("{CREATE} --name build"));
    bench.refuses(
        4,
        &[
            ("member add project_2_bot --project grp/other --role guest", "made a member or removed by hand"),
            ("member add project_2_bot --project grp/app --role guest", "made a member or removed by hand"),
            ("member remove project_2_bot --project grp/app", "made a member or removed by hand"),
            ("user block project_2_bot", "cannot be blocked by hand"),
            ("user unblock project_2_bot", "cannot be unblocked by hand"),
            ("user rename project_2_bot bob", "cannot be renamed by hand"),
            ("user admin project_2_bot on", "cannot be made an admin by hand"),
            ("user delete project_2_bot --yes", "`tokctl list --all --user project_2_bot` shows the token"),
            ("create personal --user project_2_bot -s api", "can be given no token"),
            ("create impersonation --user project_2_bot -s api", "can be given no token"),
            ("user add project_9_bot", "this username is reserved"),
        ],
    );
    assert_eq!(members(&bench).len(), 3);
}

#[test]
fn a_bot_lists_its_projects_tokens_and_does_nothing_else() {
    let bench = bench();
    bench.ok(&format!("{CREATE} --name build"));
    bench.ok("create deploy --project grp/app -s read_registry -q");
    bench.run("list -q --as project_2_bot").is(0, "1\n2\n", "");
    let refusal = "error: `project_2_bot` changes nothing";
    bench.refuses(
        4,
        &[
            (&format!("{CREATE} --as project_2_bot"), refusal),
            ("create personal -s api --as project_2_bot", refusal),
            ("project add project_2_bot/mine --as project_2_bot", refusal),
            ("revoke 1 --yes --as project_2_bot", refusal),
            ("rotate 1 --as project_2_bot", refusal),
        ],
    );
}

#[test]
fn a_rotation_passes_the_bot_on() {
    let bench = bench();
    let old = bench.secret(&format!("{CREATE} --name build"));
    let new = bench.secret("rotate 1 --overlap 1d --as mia");
    let holder = |id: i64| bench.ok(&format!("show {id} --json")).json()["tokens"][0]["holder"].clone();
    assert_eq!((holder(1), holder(2)), ("project_2_bot".into(), "project_2_bot".into()));
    bench.ok("revoke 1 --yes");
    bench.verdict(&old, "", "rotated_out");
    bench.verdict(&new, "--access api:write --project grp/app", "allow");
    bench.ok("rotate 2 -q --to ~/third");
    bench.ok("rotate 3 -q --to ~/fourth --overlap 1d");
    bench.run("revoke 4 --yes").is(
        0,
        "",
        "revoked: project-access token 4 `build` for the project grp/app\n\
         revoked with it: project-access token 3 `build` for the project grp/app\n\
         left with it: the bot user `project_2_bot` of the project grp/app; no records\n",
    );
    bench.run("user show project_2_bot").code(3);
    assert_eq!(members(&bench), ["mia human maintainer", "dev human developer"]);
    assert_eq!((holder(1), holder(4)), ("project_2_bot".into(), "project_2_bot".into()));
}

#[test]
fn a_project_access_token_says_before_it_goes_what_goes_with_it() {
    let bench = bench();
    bench.ok(&format!("{CREATE} -q"));
    let told = bench.ok("show 1 --json").json()["tokens"][0]["deletes_bot"].clone();
    assert_eq!(told, serde_json::json!({"username": "project_2_bot", "records_moved": {}}));
    let words = "revoking it deletes:  the bot user `project_2_bot` with its membership; no records\n";
    assert!(bench.ok("show 1").out().contains(words));
    bench.ok("rotate 1 --overlap 1d -q");
    let deletes =
        |id: u8| bench.ok(&format!("show {id} --json")).json()["tokens"][0]["deletes_bot"]["username"].clone();
    assert_eq!(deletes(1), serde_json::Value::Null);
    assert_eq!(deletes(2), "project_2_bot");
    bench.ok("revoke 2 --yes -q");
    assert_eq!(deletes(2), serde_json::Value::Null);
}
