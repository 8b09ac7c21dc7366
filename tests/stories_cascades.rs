//! What once stayed behind when something else went, each with the story of how it was seen.

#![cfg(test)]

use serde_json::Value;

use crate::keys::ONE;
use crate::support::{Bench, Kept};

/// The newest events, oldest first: action, name, and what it says after.
fn events(bench: &Bench, count: usize) -> Vec<(String, String, String)> {
    let json = bench.ok("log list --json").json();
    let events = json["events"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let told = |event: &Value| (text(&event["action"]), text(&event["name"]), event["after"].to_string());
    events.iter().skip(events.len().saturating_sub(count)).map(told).collect()
}

fn status(bench: &Bench, what: &str, id: i64) -> String {
    let shown = bench.ok(&format!("{what} show {id} --json")).json();
    shown[format!("{what}s")][0]["status"].as_str().unwrap().to_owned()
}

/// Whether the trail tells that a job ended, by its name and with its outcome.
fn tells_the_end_of(bench: &Bench, job: &str, outcome: &str) -> bool {
    let after = format!("{{\"outcome\":\"{outcome}\"}}");
    events(bench, usize::MAX).contains(&("job.end".into(), job.into(), after))
}

/// A group with a project and a runner, and the project's job on it.
fn with_group_runner() -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app", "group add far", "create runner --group grp --to ~/runner"]);
    let secret = bench.secret("job start --project grp/app --runner-secret-file ~/runner");
    (bench, secret)
}

/// A project was moved out of a group, whose runner went with the group; its job in the project ran on, token and all.
#[test]
fn a_groups_runner_takes_its_jobs_along_wherever_their_project_is_by_now() {
    let (bench, secret) = with_group_runner();
    bench.ok("project transfer grp/app --to far");
    bench.ok("group delete grp --yes").says("1 job ended").says("1 runner removed");
    assert_eq!((status(&bench, "runner", 1), status(&bench, "job", 1)), ("removed".into(), "lost".into()));
    bench.verdict(&secret, "", "revoked");
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["state"], "revoked");
    assert!(tells_the_end_of(&bench, "job-1", "lost"));
}

/// A group's runner had a job in a project that was moved out of the group, and its token opened the project still.
#[test]
fn a_job_stops_when_its_project_leaves_the_place_of_its_runner() {
    let (bench, secret) = with_group_runner();
    bench.verdict(&secret, "", "allow");
    bench.ok("project transfer grp/app --to far");
    bench.verdict(&secret, "", "runner_stopped");
    bench.ok("project transfer far/app --to grp");
    bench.verdict(&secret, "", "allow");
}

/// A user was deleted, and his jobs were listed as running until their hard ends.
#[test]
fn a_users_jobs_end_with_him() {
    let bench = Bench::after(&["project add grp/app", "user add dev", "member add dev --group grp --role developer"]);
    bench.ok("job start --project grp/app --as dev -q");
    bench.ok("user delete dev --dry-run").says("1 job ended");
    assert_eq!(status(&bench, "job", 1), "running");
    bench.ok("user delete dev --yes").says("1 job ended").says("1 token revoked");
    assert_eq!(status(&bench, "job", 1), "canceled");
    assert!(tells_the_end_of(&bench, "job-1", "canceled"));
}

/// The trail told of the jobs of a deleted project by bare numbers, and not how they ended.
#[test]
fn the_trail_tells_how_the_jobs_of_a_deleted_project_ended() {
    let mut bench = Bench::after(&["project add grp/app"]);
    bench.all(&["job start --project grp/app --life 10m -q", "job start --project grp/app -q"]);
    bench.later(600).ok("project delete grp/app --yes").says("1 job ended");
    assert_eq!((status(&bench, "job", 1), status(&bench, "job", 2)), ("timed_out".into(), "canceled".into()));
    assert!(tells_the_end_of(&bench, "job-2", "canceled"));
}

/// A job's token was revoked, and the job was listed as running, with no token to run with.
#[test]
fn a_job_ends_with_its_token_and_a_rehearsal_says_so() {
    let bench = Bench::after(&["project add grp/app", "job start --project grp/app -q"]);
    bench.ok("revoke 1 --dry-run").says("would end with it: job 1, canceled\n");
    assert_eq!(status(&bench, "job", 1), "running");
    bench.ok("revoke 1 --yes").says("ended with it: job 1, canceled\n");
    assert_eq!(status(&bench, "job", 1), "canceled");
    assert!(tells_the_end_of(&bench, "job-1", "canceled"));
}

/// The tokens of jobs that had timed out were revoked in a sweep by hand, and the jobs then counted as canceled.
#[test]
fn a_job_that_timed_out_stays_so() {
    let mut bench = Bench::after(&["project add grp/app", "job start --project grp/app -q"]);
    bench.later(3600).run("revoke 1 --yes").is(0, "", "revoked: job token 1 `job-token-1` for the project grp/app\n");
    assert_eq!(status(&bench, "job", 1), "timed_out");
}

/// A registration secret leaked and was revoked; nobody said that what it had registered was still there.
#[test]
fn who_revokes_a_registration_is_told_which_runners_stay() {
    let bench = Bench::after(&["project add grp/app", "create runner-registration --project grp/app --to ~/reg"]);
    for _ in 0..3 {
        bench.ok("runner register --secret-file ~/reg -q");
    }
    bench.ok("runner delete 2 --yes -q");
    let words = "  the runners that it registered stay: 1, 3; `tokctl runner delete ID` removes one\n";
    bench.ok("revoke 1 --dry-run").says(words);
    bench.ok("revoke 1 --yes").says(words);
    bench.ok("revoke 1 --yes").says("was revoked before");
}

/// A number was mistyped, and a runner went with the jobs on it, unasked.
#[test]
fn a_runner_is_not_removed_unasked() {
    let (bench, secret) = with_group_runner();
    let told = bench.run("runner delete 1");
    told.code(2).stdout("").says("error: removing a runner cannot be undone").says("would end with it: job 1");
    bench.run("runner delete 1 --dry-run").is(
        0,
        "",
        "would be removed: runner 1 `runner-1`\nwould end with it: job 1\nwould be revoked with it: runner token 1\n\
         would be revoked with it: job token 2\nnothing was removed\n",
    );
    bench.run("runner delete --secret-file ~/runner").code(2).says("nobody is there to be asked");
    bench.verdict(&secret, "", "allow");
    bench.ok("runner delete --secret-file ~/runner --yes");
    bench.verdict(&secret, "", "revoked");
}

/// A project was deleted in which a key was enabled, and neither the words nor the trail told that it opened it no more.
#[test]
fn a_deploy_key_is_seen_to_leave_a_deleted_project() {
    let bench = Bench::after(&["project add grp/app", "project add grp/other"]);
    std::fs::write(bench.path("key.pub"), ONE).unwrap();
    bench.ok("create deploy-key --key ~/key.pub --project grp/app --name ci");
    bench.ok("deploy-key enable 1 --project grp/other");
    bench.ok("project delete grp/app --yes").says("1 deploy key disabled, which lives on elsewhere");
    bench.ok("project delete grp/other --yes").says("1 token revoked");
    let json = bench.ok("log list --json").json();
    let events = json["events"].as_array().unwrap().iter().filter(|event| event["name"] == "ci");
    let told: Vec<_> = events.map(|event| (event["action"].as_str().unwrap(), event["project_id"].as_i64())).collect();
    let ends = [("deploy_key.disable", Some(2)), ("deploy_key.disable", Some(3)), ("token.revoke", Some(3))];
    assert_eq!(told[told.len() - 3..], ends);
}

/// Somebody was deleted, and another made a guest; of the secrets that they had made and kept nobody said a word.
#[test]
fn who_loses_his_say_leaves_a_list_of_what_he_made() {
    let bench = Bench::after(&["project add grp/app", "user add mia", "member add mia --group grp --role owner"]);
    bench.ok("create deploy --project grp/app -s read_registry --name ci --as mia -q");
    let words = "they made deploy token 1 `ci` for the project grp/app, which lives on; `tokctl revoke 1` ends it\n";
    let maintainer = bench.ok("member add mia --group grp --role maintainer");
    assert!(!maintainer.err().contains("they made"), "{maintainer}");
    bench.ok("member add mia --group grp --role guest").says(words);
    bench.ok("user delete mia --dry-run").says(words);
    bench.ok("user delete mia --yes").says(words);
}

/// A runner whose last secret had been revoked was listed as online for two hours more.
#[test]
fn a_runner_without_a_secret_is_not_online() {
    let (bench, _) = with_group_runner();
    assert_eq!(status(&bench, "runner", 1), "online");
    bench.ok("suspend 1");
    assert_eq!(status(&bench, "runner", 1), "online", "a suspended secret comes back");
    bench.ok("revoke 1 --yes -q");
    assert_eq!(status(&bench, "runner", 1), "no_secret");
    let list = bench.ok("runner list").out();
    assert!(list.contains("no_secret"), "{list}");
}
