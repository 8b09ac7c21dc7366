//! What once went wrong, each with the story of how it was seen.

#![cfg(test)]

use crate::support::Bench;

/// A newcomer mistyped his first command, and had a store afterwards.
#[test]
fn what_is_refused_on_a_fresh_machine_makes_no_store() {
    let bench = Bench::new();
    let refused = [
        (3, "rotate 1"),
        (3, "create deploy --project nope/x -s read_registry"),
        (3, "create personal --user nobody -s api"),
        (3, "member add bob --group g --role guest"),
        (3, "--as bob create deploy -s read_registry"),
        (3, "suspend 1"),
        (3, "revoke 1 --yes"),
        (2, "create deploy -s read_registry --expires 2020-01-01"),
    ];
    for (code, line) in refused {
        bench.run(line).code(code).stdout("");
        assert!(!bench.path(".local").exists(), "{line}");
    }
}

/// A stranger learned the names in a private group by trying to add things to it.
#[test]
fn nobody_finds_out_what_is_in_a_group_that_he_does_not_see() {
    let bench = Bench::after(&["project add sec/top", "group add sec/sub", "user add eve"]);
    for line in ["project add sec/top", "group add sec/sub", "project add sec/new", "group add sec/sub/new"] {
        bench.run(&format!("--as eve {line}")).code(3).stdout("").says("error: there is no group `sec");
    }
    bench.refuses(5, &[("--as eve group add sec", "error: the path `sec` is taken")]);
}

/// `show 1 --group nope` showed token 1, though there is no such group.
#[test]
fn an_id_is_meant_in_no_boundary() {
    let bench = Bench::after(&["create deploy -s read_registry"]);
    for verb in ["show", "rotate", "suspend", "resume"] {
        bench.run(&format!("{verb} 1 --group nope")).code(2).stdout("").says("error: `1` is an id");
    }
}

/// A token without an end was rotated under policies that no new token would have met.
#[test]
fn a_rotation_obeys_the_policies_about_ends() {
    let bench =
        Bench::after(&["create deploy -s read_registry", "policy set require-expiry on", "policy set max-life 30d"]);
    bench.run("rotate 1 --to ~/new").code(4).says("error: the policy `require-expiry` is on");
    bench.run("rotate 1 --expires 90d --to ~/new").code(4).says("error: the policy `max-life` demands an earlier end");
    bench.ok("rotate 1 --expires 30d --to ~/new");
    bench
        .refuses(2, &[("policy set max-life 12h", "error: the policy `max-life` has no such value\n  how long dated")]);
}

/// The hint of a command on another store revoked a token of the default one when it was pasted.
#[test]
fn a_hint_names_the_store_that_was_named() {
    let bench = Bench::founded();
    let told = bench.run("--store ~/other.db create deploy -s read_registry");
    assert!(told.err().contains("/other.db revoke 1` takes it back"), "{told}");
    let told = bench.run("create deploy -s read_registry");
    assert!(told.err().contains("`tokctl revoke 1` takes it back"), "{told}");
}

/// `--to -` made a file of that name.
#[test]
fn a_dash_is_no_file() {
    let bench = Bench::founded();
    bench.run("create deploy -s read_registry --to -").code(2).stdout("").says("error: `--to -` names no file");
    bench.run("list --all -q").is(0, "", "");
}

/// `--if-not-exists` did not know its own file when that held a record.
#[test]
fn a_record_in_a_file_is_recognised_as_what_it_holds() {
    let bench = Bench::founded();
    let line = "create deploy -s read_registry --name ci --emit json --to ~/record";
    bench.ok(line);
    bench.run(&format!("{line} --if-not-exists")).code(0).says("nothing to do");
    bench.run(line).code(5).says("it holds the live secret of token 1");
}

/// A rehearsal wrote no record where one was asked for, and did not see that its file was taken.
#[test]
fn a_rehearsal_tells_the_record_and_what_would_stop_it() {
    let bench = Bench::after(&["create deploy -s read_registry --to ~/taken"]);
    let told = bench.ok("create deploy -s read_registry --dry-run --json");
    assert_eq!(told.json()["tokens"][0]["id"], 2);
    bench.run("create deploy -s read_registry --dry-run --to ~/taken").code(5);
    bench.run("list -q").is(0, "1\n", "");
}

/// The owner of a personal project was Owner everywhere but in the list of its members.
#[test]
fn the_owner_of_a_personal_project_is_among_its_members() {
    let bench = Bench::founded();
    let members = bench.ok("member list --project op/default --json").json();
    assert_eq!(members["members"][0]["username"], "op");
    assert_eq!(members["members"][0]["role"], "owner");
}

/// A filler of Hangul is a letter that nobody sees.
#[test]
fn what_cannot_be_seen_names_nothing() {
    let bench = Bench::founded();
    for name in ["\u{3164}", "a\u{115f}", "\u{1d173}x", "\u{2063}"] {
        bench.run_with(&["create", "deploy", "-s", "read_registry", "--name", name], b"").code(2).stdout("");
    }
}

/// A project could be put in the place of a bot user, which nobody can ever clear.
#[test]
fn bots_own_no_project() {
    let bench = Bench::after(&["project add g/app", "create project-access --project g/app -s api"]);
    let listed = bench.ok("user list --json").json();
    let bots = listed["users"].as_array().expect("an array").iter().filter(|user| user["kind"] != "human");
    let names: Vec<&str> = bots.map(|user| user["username"].as_str().expect("a name")).collect();
    assert!(!names.is_empty(), "{listed}");
    let error = "error: nothing lies in the place of";
    for name in names {
        bench.run(&format!("project add {name}/x")).code(4).says(error);
        bench.run(&format!("project transfer g/app --to {name}")).code(4).says(error);
    }
}

/// A token of one project was allowed an endpoint of no project.
#[test]
fn a_token_of_one_project_opens_nothing_without_a_project() {
    let bench = Bench::after(&["project add g/app"]);
    let secret = bench.secret("create project-access --project g/app -s api");
    bench.verdict(&secret, "--endpoint 'GET /api/v4/projects'", "unnamed_project");
    bench.verdict(&secret, "--endpoint 'GET /api/v4/projects/2'", "allow");
    bench.verdict(&secret, "", "allow");
}

/// The secret of before a rotation went on opening what its suspended successor did not.
#[test]
fn what_stops_a_token_stops_its_predecessor_in_the_overlap() {
    let bench = Bench::founded();
    let secrets = [bench.secret("create personal -s api"), bench.secret("rotate 1 --overlap 3d --expires 30d")];
    let all = |verdict: &str| secrets.iter().for_each(|secret| bench.verdict(secret, "", verdict));
    all("allow");
    let told = bench.ok("suspend 2");
    assert_eq!(told.err().matches("suspended until it is resumed: ").count(), 2, "{told}");
    all("suspended");
    bench.refuses(5, &[("resume 1", "error: token `1` is suspended with its successor")]);
    bench.ok("resume 2").says("its predecessor stays suspended");
    bench.verdict(&secrets[0], "", "suspended");
    bench.ok("resume 1");
    all("allow");
    let told = bench.ok("shorten 2 --expires 1d");
    assert_eq!(told.err().matches("ends at ").count(), 2, "{told}");
}

/// An overlap outlived the successor that it was to lead over to.
#[test]
fn an_overlap_ends_with_the_successor_at_the_latest() {
    let bench = Bench::after(&["create personal -s api", "rotate 1 --overlap 7d --expires 2d"]);
    let end = |id: u8| bench.ok(&format!("show {id} --json")).json()["tokens"][0]["expires_at"].clone();
    assert_eq!(end(1), end(2));
}

/// Who was impersonated and then made an admin was an admin in another's hands.
#[test]
fn nobody_is_an_admin_by_impersonation() {
    let bench = Bench::after(&["user add bob"]);
    let secret = bench.secret("create impersonation --user bob -s api");
    bench.verdict(&secret, "", "allow");
    bench.ok("user admin bob on");
    bench.verdict(&secret, "", "holder_admin");
}

/// A leaked secret came back to life when its successor, stopped for a moment, did.
#[test]
fn a_stop_of_its_own_outlasts_that_of_the_successor() {
    let mut bench = Bench::founded();
    let secrets = [bench.secret("create personal -s api"), bench.secret("rotate 1 --overlap 3d")];
    bench.ok("suspend 1");
    bench.ok("suspend 2 --until 1h");
    bench.later(3600);
    bench.verdict(&secrets[0], "", "suspended");
    bench.verdict(&secrets[1], "", "allow");
}

/// A job that had timed out was a success once somebody ended it.
#[test]
fn a_job_that_timed_out_is_not_ended_again() {
    let mut bench = Bench::after(&["job start --life 60s --to ~/job"]);
    bench.later(60);
    bench.run("job end 1").is(0, "", "job 1 had ended before: timed_out\n");
    assert_eq!(bench.ok("job show 1 --json").json()["jobs"][0]["status"], "timed_out");
}

/// The scope table promised what the policy `impersonation` stopped, and the policy came before the scopes.
#[test]
fn where_nobody_is_impersonated_the_scope_table_says_so() {
    let bench = Bench::after(&["user add bob"]);
    let secret = bench.secret("create impersonation --user bob -s read_user");
    bench.ok("policy set impersonation off");
    assert!(bench.ok("scopes").out().contains("(4) Stopped by the policy `impersonation`."));
    assert!(!bench.ok("scopes --access registry:delete").out().contains("impersonation"));
    assert!(bench.ok("show 1").err().contains("a policy stops impersonation tokens"));
    bench.verdict(&secret, "--access api:read", "scope");
    bench.verdict(&secret, "", "policy");
}

/// A CSV file of Windows got the blame one line too early, and who looked for the ghost was told to add him.
#[test]
fn what_is_wrong_is_told_where_it_is_and_with_what_helps() {
    let bench = Bench::after(&["project add grp/app"]);
    let header = "kind,project,reference,title,author,editor,assignee,created_at";
    for end in ["\n", "\r\n"] {
        let rows = [header, "issue,grp/app,,ok,,,,", "issuez,grp/app,,ok,,,,", ""].join(end);
        bench.run_with(&["record", "import", "-"], rows.as_bytes()).code(2).says("line 3: ");
    }
    let told = bench.run("user delete ghost --yes");
    assert!(!told.code(3).err().contains("user add"), "{told}");
}

/// An admin acted as a bot whose token was stopped, or over.
#[test]
fn a_bot_acts_by_an_active_token_only() {
    let mut bench = Bench::after(&["project add g/app", "create project-access --project g/app -s api --expires 2d"]);
    bench.ok("list --as project_2_bot");
    bench.ok("suspend 1");
    bench.run("list --as project_2_bot").code(4).says("a bot user acts by its token");
    bench.ok("resume 1");
    bench.later(2 * 86_400);
    bench.run("list --as project_2_bot").code(4).says("a bot user acts by its token");
}

/// A key that pushes nothing stood behind the scopes that push.
#[test]
fn what_opens_a_pull_begins_with_what_opens_nothing_else() {
    let bench = Bench::founded();
    let openers = bench.ok("scopes --access repository:read --json").json();
    let key = openers["openers"].as_array().unwrap().iter().find(|row| row["kind"] == "deploy-key").unwrap();
    assert_eq!(key["opens_too"], serde_json::json!([]), "{openers}");
}

#[test]
fn a_rehearsal_shows_tokens_as_they_are_and_a_deletion_gives_an_account() {
    let bench =
        Bench::after(&["project add grp/app", "user add ann", "member add ann --project grp/app --role maintainer"]);
    bench.ok("create deploy --project grp/app -s read_registry --as ann");
    bench.ok("create personal -s read_api --as ann");
    let would = bench.ok("project delete grp/app --dry-run --json").json();
    assert_eq!(would["tokens"][0]["state"], "active");
    let account = bench.ok("user delete ann --yes --json").json();
    let account = &account["deletions"][0];
    assert_eq!(account["users"], serde_json::json!(["ann"]));
    assert_eq!((account["tokens_revoked"].as_i64(), account["tokens_left"].clone()), (Some(1), serde_json::json!([1])));
    assert_eq!(bench.ok("project delete grp/app --yes --json").json()["tokens"][0]["state"], "revoked");
}

#[test]
fn nothing_is_written_in_the_name_of_a_bot_whose_token_has_expired() {
    let mut bench = Bench::after(&["project add grp/app"]);
    bench.ok("create project-access --project grp/app -s read_api --expires 1d");
    bench.ok("record add issue --project grp/app --author project_2_bot --title x");
    bench.later(2 * 86_400);
    bench
        .run("record add issue --project grp/app --author project_2_bot --title y")
        .code(4)
        .says("a bot user acts by its token, and that is not active\n");
}

/// Scopes are a set of a few: thousands of them, or of what only looks like one, are refused or taken once.
#[test]
fn ten_thousand_scopes_are_one_or_none() {
    let bench = Bench::founded();
    let many = vec!["read_registry"; 10_000].join(",");
    bench.ok(&format!("create deploy -s {many} -q"));
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["scopes"], serde_json::json!(["read_registry"]));
    for wrong in ["READ_REGISTRY", "read_registry\u{200b}", "read_regıstry", "read registry", "all", "*", ""] {
        let arguments = ["create", "deploy", "-s", wrong];
        bench.run_with(&arguments, b"").code(2).stdout("").says("scope");
    }
    let unknown: Vec<String> = (0..10_000).map(|at| format!("scope_{at}")).collect();
    let told = bench.run_with(&["create", "deploy", "-s", &unknown.join(",")], b"");
    told.code(2).stdout("");
    assert!(told.err().len() < 2000, "all of them are told");
    assert_eq!(bench.ok("list --all -q").ids(), [1]);
}

#[test]
fn bots_that_come_and_go_leave_no_users_behind() {
    let bench = Bench::after(&["project add grp/app"]);
    let before = bench.ok("user list -q").ids();
    for id in 1..=50 {
        bench.ok("create project-access --project grp/app -s api -q");
        bench.ok(&format!("revoke {id} --yes -q"));
    }
    assert_eq!(bench.ok("user list -q").ids(), before);
    assert_eq!(bench.ok("member list --project grp/app --json").json()["members"].as_array().unwrap().len(), 1);
}
