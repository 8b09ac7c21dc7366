//! Token, bot and member: whatever is done to one of them, the three agree.

#![cfg(test)]

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Bench;

/// Two projects, each with bots: one that goes its way, one in the overlap of a rotation, one that will expire.
fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "project add grp/other",
        "group add far",
        "user add mia",
        "project add mia/own",
        "member add mia --group grp --role owner",
        "create project-access --project grp/app -s api --name plain -q --to ~/1",
        "create project-access --project grp/app -s api --name turned -q --to ~/2",
        "rotate 2 --overlap 1d -q --to ~/3",
        "create project-access --project grp/other -s api --name dated -q --expires 30d --to ~/4",
        "create project-access --project mia/own -s api --name hers -q --to ~/5",
        "record add issue --project grp/app --author project_2_bot --title x",
    ])
}

fn rows(bench: &Bench, line: &str, of: &str) -> Vec<Value> {
    bench.ok(&format!("{line} --json")).json()[of].as_array().unwrap().clone()
}

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

/// Returns `bot in project` for every bot by the tokens that are not revoked, by the members, and by the users.
fn told(bench: &Bench) -> [BTreeSet<String>; 2] {
    let tokens = rows(bench, "list --all --kind project-access", "tokens");
    let by_tokens = tokens.iter().filter(|token| token["state"] != "revoked");
    let by_tokens = by_tokens.map(|token| format!("{} in {}", text(token, "holder"), text(token, "where"))).collect();
    let mut by_members = BTreeSet::new();
    for project in rows(bench, "project list", "projects") {
        let path = text(&project, "path");
        for member in rows(bench, &format!("member list --project {path}"), "members") {
            if member["kind"] == "bot" {
                assert_eq!((&member["role"], &member["direct"]), (&"maintainer".into(), &true.into()), "{member}");
                by_members.insert(format!("{} in {path}", text(&member, "username")));
            }
        }
    }
    for group in rows(bench, "group list", "groups") {
        let members = rows(bench, &format!("member list --group {}", text(&group, "path")), "members");
        assert!(members.iter().all(|member| member["kind"] != "bot"), "a bot is a member of a group");
    }
    let bots: Vec<String> = rows(bench, "user list", "users")
        .iter()
        .filter(|user| user["kind"] == "bot")
        .inspect(|bot| assert!(bot["admin"] == false && bot["blocked"] == false, "{bot}"))
        .map(|bot| text(bot, "username"))
        .collect();
    let named: BTreeSet<&str> = by_members.iter().map(|it| it.split(' ').next().unwrap()).collect();
    assert_eq!(bots.len(), by_members.len(), "a bot is a member once: {bots:?}, {by_members:?}");
    assert_eq!(bots.iter().map(String::as_str).collect::<BTreeSet<_>>(), named);
    [by_tokens, by_members]
}

/// Asserts that the three agree, and returns how many bots there are.
fn agreed(bench: &Bench, after: &str) -> usize {
    let [by_tokens, by_members] = told(bench);
    assert_eq!(by_tokens, by_members, "after {after}");
    by_members.len()
}

#[test]
fn no_command_on_a_bot_or_its_token_brings_token_bot_and_member_into_disagreement() {
    let bench = bench();
    assert_eq!(agreed(&bench, "the beginning"), 4);
    let cases: &[(i32, &str)] = &[
        (4, "member remove project_2_bot --project grp/app"),
        (4, "member add project_2_bot --project grp/app --role guest"),
        (4, "member add project_2_bot --project grp/other --role maintainer"),
        (4, "member add project_2_bot --group grp --role maintainer"),
        (4, "user block project_2_bot"),
        (4, "user unblock project_2_bot"),
        (4, "user rename project_2_bot bob"),
        (4, "user admin project_2_bot on"),
        (4, "user delete project_2_bot --yes"),
        (4, "user delete project_2_bot --yes --hard --with-groups"),
        (4, "create personal --user project_2_bot -s api"),
        (4, "create impersonation --user project_2_bot -s api"),
        (4, "create project-access --project grp/app -s api --as project_2_bot"),
        (5, "create project-access --project grp/app -s api --name plain"),
        (2, "create project-access --project grp/app -s read_user"),
        (0, "suspend 1"),
        (0, "suspend 1 --until 2026-07-01"),
        (0, "resume 1"),
        (5, "rotate 2 -q"),
        (0, "rotate 1 -q --to ~/a"),
        (0, "shorten 6 --expires 90d"),
        (0, "rotate 6 --overlap 1d -q --to ~/b"),
        (0, "revoke 6 --yes"),
        (0, "revoke 7 --dry-run"),
        (0, "project transfer grp/app --to far"),
        (0, "project rename far/app tool"),
        (0, "group rename far near"),
        (0, "user rename mia maja"),
        (0, "member remove maja --group grp"),
        (0, "member add maja --project near/tool --role developer"),
        (0, "user block maja"),
        (0, "user unblock maja"),
        (0, "project delete grp/other --dry-run"),
        (0, "user delete maja --dry-run"),
        (0, "group delete near --dry-run"),
    ];
    for (code, line) in cases {
        bench.run(line).code(*code);
        assert_eq!(agreed(&bench, line), 4, "after {line}");
    }
    let going = [
        ("revoke 7 --yes", 3),
        ("create project-access --project near/tool -s api -q --to ~/c", 4),
        ("user delete maja --yes", 3),
        ("project delete grp/other --yes", 2),
        ("revoke 3 --yes", 1),
        ("group delete near --yes", 0),
    ];
    for (line, bots) in going {
        bench.ok(line);
        assert_eq!(agreed(&bench, line), bots, "after {line}");
    }
}

#[test]
fn an_expired_token_keeps_its_bot_until_it_is_swept() {
    let mut bench = bench();
    bench.later(31 * 86_400 - 60);
    assert_eq!(agreed(&bench, "the end"), 4);
    for line in ["suspend 4", "resume 4", "rotate 4", "shorten 4 --expires 1d"] {
        bench.run(line).stdout("");
        assert_eq!(agreed(&bench, line), 4, "after {line}");
    }
    bench.ok("store sweep");
    let [by_tokens, by_members] = told(&bench);
    let gone: Vec<&String> = by_tokens.difference(&by_members).collect();
    assert_eq!(gone, ["project_3_bot in grp/other"], "what expired is not revoked");
    bench.ok("revoke 4 --yes");
    assert_eq!(agreed(&bench, "revoke 4"), 3);
}

#[test]
fn what_a_bot_wrote_is_found_by_its_name_though_another_has_that_name_now() {
    let bench = bench();
    bench.ok("revoke 1 --yes -q");
    bench.ok("create project-access --project grp/app -s api --name plain -q --to ~/new");
    bench.ok("record add note --project grp/app --author project_2_bot --title y");
    let titles = |options: &str| -> Vec<String> {
        rows(&bench, &format!("record list {options}"), "records").iter().map(|row| text(row, "title")).collect()
    };
    assert_eq!(titles("--formerly-by project_2_bot"), ["x"]);
    assert_eq!(titles("--author project_2_bot"), ["y"]);
    let shown = |id: u32| rows(&bench, &format!("show {id}"), "tokens").remove(0);
    assert_eq!((text(&shown(1), "holder"), text(&shown(1), "state")), ("project_2_bot".into(), "revoked".into()));
    assert_eq!((text(&shown(6), "holder"), text(&shown(6), "state")), ("project_2_bot".into(), "active".into()));
    bench.run("list --user project_2_bot -q").is(0, "6\n", "");
    bench.ok("revoke 6 --yes -q");
    assert_eq!(titles("--formerly-by project_2_bot"), ["x", "y"]);
    let former: BTreeSet<String> =
        rows(&bench, "record list", "records").iter().map(|row| row["former_author_id"].to_string()).collect();
    assert_eq!(former.len(), 2, "the two are told apart by their numbers");
}
