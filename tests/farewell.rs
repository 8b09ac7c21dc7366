//! Leaving: a bot that goes with its token, and what it leaves to the Ghost User.

#![cfg(test)]

use serde_json::{Value, json};

use crate::support::Bench;

/// Three bots of one project with records, and what bob wrote beside them.
fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "user add bob",
        "member add bob --project grp/app --role developer",
        "create project-access --project grp/app -s api --name one -q --to ~/one",
        "create project-access --project grp/app -s api --name two -q --to ~/two --expires 30d",
        "create project-access --project grp/app -s api --name three -q --to ~/three",
        "record add issue --project grp/app --author project_2_bot --title first --assignee project_2_bot",
        "record add note --project grp/app --author project_2_bot --title second --editor bob",
        "record add note --project grp/app --author project_2_bot1 --title third --editor project_2_bot",
        "record add issue --project grp/app --author bob --title fourth --assignee project_2_bot",
    ])
}

/// Author, former author, editor and assignee of every record.
fn records(bench: &Bench, options: &str) -> Vec<Value> {
    let json = bench.ok(&format!("record list --json {options}")).json();
    let records = json["records"].as_array().unwrap().iter();
    records.map(|it| json!([it["author"], it["formerly_by"], it["editor"], it["assignee"]])).collect()
}

#[test]
fn revoking_a_project_access_token_deletes_its_bot_and_moves_just_its_records() {
    let bench = bench();
    bench.run("revoke 1 --yes --reason 'no longer needed'").is(
        0,
        "",
        "revoked: project-access token 1 `one` for the project grp/app\n\
         left with it: the bot user `project_2_bot` of the project grp/app; 1 issue, 1 note to the Ghost User; \
         2 assignments emptied\n",
    );
    assert_eq!(
        records(&bench, ""),
        [
            json!(["ghost", "project_2_bot", null, null]),
            json!(["ghost", "project_2_bot", "bob", null]),
            json!(["project_2_bot1", null, "ghost", null]),
            json!(["bob", null, null, null]),
        ]
    );
    bench.run("user show project_2_bot").code(3);
    assert!(!bench.ok("member list --project grp/app").out().contains("project_2_bot "));
    let token = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&token["state"], &token["holder"]), (&"revoked".into(), &"project_2_bot".into()));
    assert_eq!(records(&bench, "--formerly-by project_2_bot").len(), 2);
    assert_eq!(records(&bench, "--author ghost --kind note").len(), 1);
    bench.run("revoke 1 --yes").code(0).says("was revoked before");
}

#[test]
fn every_thing_that_changed_has_its_event_and_the_former_author_is_in_it() {
    let bench = bench();
    bench.ok("revoke 1 --yes --reason tidy -q");
    let json = bench.ok("log list --json").json();
    let events: Vec<&Value> = json["events"].as_array().unwrap().iter().rev().take(4).collect();
    let actions: Vec<&str> = events.iter().map(|event| event["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["user.delete", "user.add", "member.remove", "token.revoke"]);
    let names: Vec<&str> = events.iter().map(|event| event["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["project_2_bot", "ghost", "project_2_bot", "one"]);
    let gone = events[0];
    assert_eq!((&gone["object_id"], &gone["reason"], &gone["project_id"]), (&3.into(), &"tidy".into(), &2.into()));
    let after = &gone["after"];
    assert_eq!(*after, json!({"moved": {"issue": 1, "note": 1}, "moved_to": 6, "deleted": {}, "unassigned": 2}));
}

#[test]
fn a_rehearsal_says_what_goes_and_changes_nothing() {
    let bench = bench();
    let before = (records(&bench, ""), bench.ok("user list --json").out(), bench.ok("log list --json").out());
    bench.run("revoke 1 --dry-run").is(
        0,
        "",
        "would be revoked: project-access token 1 `one` for the project grp/app\n\
         would leave with it: the bot user `project_2_bot` of the project grp/app; 1 issue, 1 note to the Ghost User; \
         2 assignments emptied\n",
    );
    bench.run("revoke 1").code(2).says("nobody is there to be asked");
    assert_eq!((records(&bench, ""), bench.ok("user list --json").out(), bench.ok("log list --json").out()), before);
}

#[test]
fn there_is_one_ghost_user_and_nobody_can_be_or_touch_it() {
    let bench = bench();
    assert!(!bench.ok("user list").out().contains("ghost"));
    bench.ok("revoke 3 --yes -q");
    assert!(!bench.ok("user list").out().contains("ghost"), "it is made when first needed");
    bench.ok("revoke 1 2 --yes -q");
    let users = bench.ok("user list --json").json();
    let ghosts: Vec<_> = users["users"].as_array().unwrap().iter().filter(|user| user["kind"] == "ghost").collect();
    assert_eq!(ghosts.len(), 1);
    assert_eq!((&ghosts[0]["username"], &ghosts[0]["name"]), (&"ghost".into(), &"Ghost User".into()));
    bench.run("user list --seats").is(0, "2\n", "");
    bench.refuses(
        4,
        &[
            ("user delete ghost --yes", "cannot be deleted by hand"),
            ("user block ghost", "cannot be blocked by hand"),
            ("user rename ghost casper", "cannot be renamed by hand"),
            ("user admin ghost on", "cannot be made an admin by hand"),
            ("member add ghost --project grp/app --role guest", "cannot be made a member"),
            ("create personal --user ghost -s api", "can be given no token"),
            ("create impersonation --user ghost -s api", "can be given no token"),
            ("record add note --project grp/app --author ghost --title x", "can have no such record"),
            ("whoami --as ghost", "nobody can act as `ghost`"),
            ("user add ghost7", "this username is reserved"),
        ],
    );
}

#[test]
fn an_expired_bot_is_powerless_at_once_and_leaves_when_the_store_is_swept() {
    let mut bench = bench();
    let secret = bench.secret("create project-access --project grp/app -s api --name four --expires 30d");
    bench.run("store sweep").is(0, "", "there is nothing to sweep\n");
    bench.later(31 * 86_400);
    bench.verdict(&secret, "--access api:read --project grp/app", "expired");
    let line = "the bot user `project_2_bot1` of the project grp/app; 1 note to the Ghost User\n";
    let other = "the bot user `project_2_bot3` of the project grp/app; no records\n";
    bench.run("store sweep --dry-run").is(0, "", &format!("would leave: {line}would leave: {other}"));
    bench.run("store sweep").is(0, "", &format!("left: {line}left: {other}"));
    bench.run("store sweep").is(0, "", "there is nothing to sweep\n");
    let users = bench.ok("user list").out();
    assert!(users.contains("project_2_bot ") && users.contains("project_2_bot2") && !users.contains("project_2_bot1"));
    let token = &bench.ok("show 2 --json").json()["tokens"][0];
    assert_eq!((&token["state"], &token["holder"]), (&"expired".into(), &"project_2_bot1".into()));
    bench.run("revoke 2 --yes").code(0).says("revoked: project-access token 2");
    bench.refuses(4, &[("store sweep --as bob", "only an admin may sweep the store")]);
}

#[test]
fn a_bot_whose_token_expires_in_an_overlap_lives_on_with_the_other() {
    let mut bench = bench();
    bench.ok("rotate 2 --expires never --overlap 1d -q --to ~/new");
    bench.later(40 * 86_400).run("store sweep").is(0, "", "there is nothing to sweep\n");
    bench.ok("revoke 2 --yes -q");
    bench.ok("user show project_2_bot1");
}
