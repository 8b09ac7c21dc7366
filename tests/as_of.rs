//! `list --as-of`: every listing of the past is what the same listing said then.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::Bench;

/// What is asked at every moment, and again when it is long past.
const QUESTIONS: [&str; 15] = [
    "",
    "--all",
    "--expired --sort newest",
    "--suspended",
    "--revoked --name '*o*'",
    "--expiring 20d",
    "--access repository:write",
    "--project P",
    "--valid-in P",
    "--valid-in P --access api:write",
    "--valid-in P --access api:read --sort expires",
    "--valid-in P --access repository:write",
    "--valid-in P --access repository:read",
    "--valid-in P --access registry:delete",
    "--project P --all --access repository:write",
];

/// A world in which everything happens that changes what a token may do.
const STORY: [&str; 72] = [
    "group add grp/sub",
    "group add far",
    "project add grp/app",
    "project add grp/sub/deep",
    "user add ann",
    "user add bob",
    "user add eve --admin",
    "project add bob/own",
    "create deploy --project grp/app -s read_repository,write_registry --name one --expires 30d --to ~/1",
    "create deploy --group grp -s read_repository --name two --to ~/2",
    "create personal --user ann -s api --name 'her own' --to ~/3",
    "member add ann --group grp --role developer",
    "create personal --user bob -s write_repository --name bobs --to ~/4 --expires 20d",
    "create personal --user eve -s api,read_user --to ~/5",
    "create impersonation --user ann -s api --to ~/6",
    "policy set impersonation off",
    "member add bob --project grp/app --role guest",
    "create project-access --project grp/app -s api --expires 10d --to ~/7",
    "create project-access --project grp/sub/deep -s write_repository --name robot --to ~/8",
    "app add dash --scope api",
    "create oauth --app dash --user ann -s api --to ~/pair",
    "wait 1",
    "app refresh --secret-file ~/pair --to ~/pair2",
    "create deploy-key --project grp/app --key ~/one.pub --write --name key-one",
    "create deploy-key --project grp/sub/deep --key ~/two.pub --name key-two",
    "deploy-key enable 11 --project grp/sub/deep",
    "suspend 1 --until 3h",
    "wait 1",
    "suspend 2",
    "member add ann --group grp --role maintainer",
    "suspend 1 --until 12h",
    "resume 2",
    "shorten 1 --expires 15d",
    "deploy-key enable 11 --project grp/app",
    "resume 1",
    "rotate 1 --overlap 2d --to ~/9",
    "policy set job-token-pull on",
    "job start --project grp/app --user ann --life 5h --to ~/10",
    "rotate 4 --to ~/11",
    "deploy-key disable 12 --project grp/sub/deep",
    "project visibility grp/app public",
    "user admin eve off",
    "user admin bob on",
    "suspend 15 --until 5h",
    "suspend 2 --until 30d",
    "project transfer grp/app --to far",
    "member add bob --group far --role reporter",
    "group transfer grp/sub --to far",
    "user block bob",
    "user block ann",
    "policy set impersonation on",
    "user unblock ann",
    "wait 8",
    "revoke 2 --yes",
    "user unblock bob",
    "project visibility far/app private",
    "group transfer far/sub --to-top",
    "deploy-key enable 11 --project sub/deep --write",
    "user admin bob off",
    "policy set job-token-pull off",
    "member remove ann --group grp",
    "member remove bob --group far",
    "wait 12",
    "revoke 8 --yes",
    "revoke 11 --yes",
    "create runner-registration --project sub/deep --to ~/12",
    "user block ann",
    "user delete ann --yes",
    "store sweep",
    "user delete bob --yes --with-groups",
    "project delete sub/deep --yes",
    "group delete far --yes",
];

/// Returns what a question is answered with, by the columns that a name or a path of today does not change.
fn answer(bench: &Bench, question: &str, project: &str) -> String {
    let line = format!("list {question}").replace(" P", &format!(" {project}"));
    let columns = "kind,name,state,scopes,expires_at,revoked_at,revoked_why,rotated_at,created_at";
    bench.ok(&format!("{line} --format csv --columns {columns}")).out()
}

/// Returns the paths of the projects, by number: those that are there, or also those that are gone, by the last they had.
fn paths(bench: &Bench, gone: bool) -> BTreeMap<i64, String> {
    let mut sql = "SELECT id, path FROM projects WHERE path <> 'op/default'".to_owned();
    if gone {
        sql += " UNION ALL SELECT id, name FROM departed WHERE what = 'project'";
    }
    let connection = crate::atomic::open(bench);
    let mut statement = connection.prepare(&sql).unwrap();
    let paths = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    paths.map(Result::unwrap).collect()
}

#[test]
fn every_listing_of_the_past_says_what_it_said_then() {
    let mut bench = Bench::founded();
    fs::write(bench.path("one.pub"), crate::keys::ONE).unwrap();
    fs::write(bench.path("two.pub"), crate::keys::TWO).unwrap();
    let mut said = Vec::new();
    for (step, line) in STORY.iter().enumerate() {
        match line.strip_prefix("wait ") {
            Some(days) => drop(bench.later(days.parse::<i64>().unwrap() * 86_400)),
            None => drop(bench.ok(line)),
        }
        // Every other question at every moment, which is enough of them.
        for question in QUESTIONS.iter().skip(step % 2).step_by(2) {
            let of_projects = if question.contains(" P") { paths(&bench, false) } else { [(0, String::new())].into() };
            for (id, path) in of_projects {
                said.push((bench.now, line, question, id, answer(&bench, question, &path)));
            }
        }
        bench.later(3600);
    }
    let paths = paths(&bench, true);
    let mut answers = BTreeSet::new();
    for (at, line, question, id, then) in said {
        let path = paths.get(&id).map_or("", String::as_str);
        let now = answer(&bench, &format!("{question} --as-of {at}"), path);
        assert_eq!(now, then, "at {at}, after `{line}`: list {question} ({path})");
        answers.insert(then);
    }
    assert!(answers.len() > 150, "{} different answers only", answers.len());
}
