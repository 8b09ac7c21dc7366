//! What a listing shows to somebody is what he may see, one by one: the SQL and the rule say the same.

#![cfg(test)]

use crate::support::Bench;

const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILkYXU2fVeO4/0rDCSsswP5iIX2+B6tv15YT3KObgyDl key\n";

fn forest() -> Bench {
    let bench = Bench::after(&[
        "project add a/p",
        "project add a/b/q",
        "project add c/r --visibility public",
        "user add guest",
        "user add dev",
        "user add main",
        "user add owner",
        "user add deep",
        "user add both",
        "user add none",
        "member add guest --group a --role guest",
        "member add dev --group a --role developer",
        "member add main --group a --role maintainer",
        "member add owner --group a --role owner",
        "member add deep --project a/b/q --role maintainer",
        "member add both --project a/p --role maintainer",
        "member add both --group c --role owner",
        "project add none/own --as none",
        "app add site -s api,read_api --owner dev",
    ]);
    std::fs::write(bench.path("key.pub"), KEY).unwrap();
    let mut made = 0;
    for project in ["a/p", "a/b/q", "c/r", "none/own", "op/default"] {
        for line in [
            format!("create deploy --project {project} -s read_registry"),
            format!("create project-access --project {project} -s api"),
            format!("create runner-registration --project {project}"),
            format!("create runner --project {project}"),
            format!("job start --project {project}"),
        ] {
            made += 1;
            bench.ok(&format!("{line} --to ~/t{made}"));
        }
    }
    for group in ["a", "a/b", "c"] {
        for kind in ["deploy -s read_registry", "runner-registration", "runner"] {
            made += 1;
            bench.ok(&format!("create {kind} --group {group} --to ~/t{made}"));
        }
    }
    for user in ["dev", "main", "none"] {
        for line in ["create personal -s api", "create impersonation -s api", "create oauth --app site"] {
            made += 1;
            bench.ok(&format!("{line} --user {user} --to ~/t{made}"));
        }
    }
    bench.all(&[
        "create runner-registration --instance --to ~/everywhere",
        "create deploy-key --key ~/key.pub --project a/p",
        "revoke 1 7 --yes",
        "suspend 12",
    ]);
    bench
}

#[test]
fn a_listing_shows_to_everybody_what_he_may_see_and_nothing_else() {
    let bench = forest();
    let all = bench.ok("list --all -q").ids();
    let mut seen_by_some = 0;
    for user in ["guest", "dev", "main", "owner", "deep", "both", "none"] {
        let listed = bench.ok(&format!("list --all -q --as {user}")).ids();
        let shown: Vec<i64> = all
            .iter()
            .copied()
            .filter(|id| {
                let told = bench.run(&format!("show {id} -q --as {user}"));
                let is_seen = told.out() == format!("{id}\n");
                told.code(if is_seen { 0 } else { 3 });
                is_seen
            })
            .collect();
        assert_eq!(listed, shown, "{user}");
        bench.run(&format!("list --all --count --as {user}")).stdout(&format!("{}\n", shown.len()));
        seen_by_some += usize::from(!shown.is_empty() && shown.len() < all.len());
    }
    assert_eq!(seen_by_some, 6, "all but the guest see something, and nobody sees everything");
}

/// The name of a bot user is that of its token, and its username has the number of its project in it.
#[test]
fn bot_users_are_known_where_their_projects_are() {
    let bench = forest();
    let bots = |user: &str| {
        let users = bench.ok(&format!("user list --json --as {user}")).json();
        let users = users["users"].as_array().unwrap().clone();
        users.iter().filter(|user| user["kind"] == "bot").count()
    };
    assert_eq!((bots("op"), bots("none"), bots("dev"), bots("deep")), (4, 2, 2, 1));
    bench.ok("user show project_2_bot");
    bench.ok("user show project_2_bot --as dev");
    bench.run("user show project_2_bot --as none").code(3).says("there is no user `project_2_bot`");
}

#[test]
fn what_is_hidden_is_not_told_by_adding_to_it() {
    let bench = Bench::after(&["user add bob", "project add sec/hid/app"]);
    for path in ["sec/hid/n", "sec/hie/n", "sec/n", "sec/hid/app/n"] {
        for sort in ["group", "project"] {
            bench.run(&format!("{sort} add {path} --as bob")).code(3).says("there is no group `sec`");
        }
    }
}
