//! `gitlab-deploy-token`: each job of the project gets a password of it, dead with the job or the token.

#![cfg(test)]

use std::fs;

use serde_json::{Value, json};

use crate::atomic::open;
use crate::support::{Bench, Kept};

pub(crate) const CREATE: &str = "create deploy --project grp/app -s read_registry --name gitlab-deploy-token";
pub(crate) const START: &str = "job start --project grp/app";
pub(crate) const PULL: &str = "--access registry:read --project grp/app";

/// Two projects, the first with the deploy token 1 for its jobs, and a developer of both.
pub(crate) fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "project add grp/other",
        "user add dev",
        "member add dev --group grp --role developer",
        &format!("{CREATE} -q --to ~/deploy"),
    ])
}

/// Starts a job, and returns its password of the project's deploy token.
pub(crate) fn password(bench: &Bench, options: &str) -> Kept {
    bench.ok(&format!("{START} {options} --json -q")).password_in_json()
}

pub(crate) fn token(bench: &Bench, id: i64) -> Value {
    bench.ok(&format!("show {id} --json")).json()["tokens"][0].clone()
}

/// Whether the store is whole, down to what refers to what.
fn is_whole(bench: &Bench) -> bool {
    let connection = open(bench);
    let whole: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    whole == "ok" && !connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap()
}

#[test]
fn two_jobs_get_two_passwords_that_open_what_the_token_opens() {
    let bench = bench();
    let told = bench.ok(&format!("{START} --json"));
    told.stderr(
        "started job 1 with job token 2 `job-token-2` for the project grp/app\n  acts as   op\n  \
         expires   2026-06-15T13:00:00Z\nits secret was shown once, and nothing can show it again; `tokctl job end 1` ends \
         it\nCI_DEPLOY_USER and CI_DEPLOY_PASSWORD went with it: a password of deploy token 1, dead with the job or the \
         token\n",
    );
    let row = &told.json()["tokens"][0];
    assert_eq!((&row["deploy_user"], &row["kind"]), (&"gitlab+deploy-token-1".into(), &"job".into()));
    let [one, two] = [told.password_in_json(), password(&bench, "--as dev")];
    assert_ne!(one.expose(), two.expose());
    for password in [&one, &two] {
        bench.verdict(password, "", "allow");
        bench.verdict(password, PULL, "allow");
        bench.verdict(password, &format!("{PULL} --username gitlab+deploy-token-1 --via http"), "allow");
        bench.verdict(password, &format!("{PULL} --username gitlab-ci-token"), "username");
        bench.verdict(password, &format!("{PULL} --username dev"), "username");
        bench.verdict(password, "--access registry:read --project grp/other", "boundary");
        bench.verdict(password, "--access registry:read --project grp/none", "no_project");
        bench.verdict(password, "--access registry:write --project grp/app", "scope");
        bench.verdict(password, "--access packages:read --project grp/app", "scope");
        bench.verdict(password, "--access api:read --project grp/app", "kind");
        bench.verdict(password, "--endpoint 'GET /job'", "kind");
        bench.verdict(password, &format!("{PULL} --via ssh"), "transport");
    }
    bench.verdict(&told.secret_in_json(), "", "allow");
}

#[test]
fn a_verdict_on_a_password_names_the_token_and_the_job() {
    let bench = bench();
    password(&bench, "");
    let second = password(&bench, "");
    let verdict = bench.verify(&second, "--json").json()["verdicts"][0].clone();
    assert_eq!((&verdict["id"], &verdict["kind"], &verdict["job"]), (&1.into(), &"deploy".into(), &2.into()));
    assert_eq!((&verdict["name"], &verdict["where"]), (&"gitlab-deploy-token".into(), &"grp/app".into()));
    assert_eq!(verdict["username"], "gitlab+deploy-token-1");
    bench.ok("job end 2");
    let denied = bench.verify(&second, "--explain -q");
    denied.code(1);
    assert!(denied.out().contains("explanation:  the job that it was made for has ended\n"), "{denied}");
    bench.verify(&second, PULL).is(1, "", "denied\n");
    let first = fs::read(bench.path("deploy")).unwrap();
    let own = bench.run_with(&["verify", "--json"], &first).json();
    assert_eq!((&own["verdicts"][0]["id"], &own["verdicts"][0]["job"]), (&1.into(), &Value::Null));
}

#[test]
fn a_password_is_dead_with_its_job_and_no_other() {
    let mut bench = bench();
    let lasting = password(&bench, "--life 2h");
    for (id, outcome) in [(2, "success"), (3, "failed"), (4, "canceled")] {
        let password = password(&bench, "--as dev");
        bench.verdict(&password, PULL, "allow");
        bench.run(&format!("job end {id} --outcome {outcome}")).is(
            0,
            "",
            &format!("ended job {id}: {outcome}; its token and its password of deploy token 1 are dead\n"),
        );
        bench.verdict(&password, PULL, "job_ended");
    }
    let (timed_out, revoked) = (password(&bench, "--life 90s"), password(&bench, ""));
    bench.ok("revoke 7 --yes").says("ended with it: job 6, canceled");
    bench.verdict(&revoked, PULL, "job_ended");
    bench.later(89).verdict(&timed_out, PULL, "allow");
    bench.later(1).verdict(&timed_out, PULL, "job_ended");
    bench.verdict(&lasting, PULL, "allow");
    assert_eq!(token(&bench, 1)["jobs_with_password"], json!([1]));
    assert_eq!(bench.ok("job show 5 --json").json()["jobs"][0]["deploy_token"], 1);
    bench.ok("user delete dev --yes");
    bench.verdict(&lasting, PULL, "allow");
    bench.later(7110).verdict(&lasting, PULL, "job_ended");
    assert!(is_whole(&bench));
}

#[test]
fn what_stops_a_job_stops_its_password_until_it_goes_on() {
    let bench = bench();
    let password = password(&bench, "--as dev");
    let steps = [
        ("suspend 2", "resume 2"),
        ("user block dev", "user unblock dev"),
        ("member remove dev --group grp", "member add dev --group grp --role guest"),
    ];
    for (stop, go) in steps {
        bench.ok(stop);
        bench.verdict(&password, PULL, "job_stopped");
        bench.ok(go);
        bench.verdict(&password, PULL, "allow");
    }
    bench.ok("user delete dev --yes");
    bench.verdict(&password, PULL, "job_ended");
}

#[test]
fn a_password_stops_with_the_runner_of_its_job() {
    let bench = bench();
    bench.all(&["create runner --group grp --to ~/runner -q", "group add far"]);
    let start = "--runner-secret-file ~/runner";
    let first = password(&bench, start);
    bench.verdict(&first, PULL, "allow");
    bench.ok("suspend 2");
    bench.verdict(&first, PULL, "runner_stopped");
    bench.ok("resume 2");
    bench.ok("project transfer grp/app --to far");
    bench.verdict(&first, "", "runner_stopped");
    bench.ok("project transfer far/app --to grp");
    bench.verdict(&first, PULL, "allow");
    bench.ok("runner pause 1");
    bench.verdict(&first, PULL, "allow");
    bench.ok("runner resume 1");
    let second = password(&bench, start);
    bench.ok("runner delete 1 --yes");
    for password in [&first, &second] {
        bench.verdict(password, PULL, "job_ended");
    }
    assert!(is_whole(&bench));
}

#[test]
fn a_password_is_dead_with_its_token() {
    let mut bench = bench();
    let password = password(&bench, "--life 30d");
    bench.ok("suspend 1");
    bench.verdict(&password, PULL, "suspended");
    bench.ok("resume 1");
    bench.verdict(&password, PULL, "allow");
    bench.ok("shorten 1 --expires 2026-06-16");
    bench.at("2026-06-15T23:59:59Z").verdict(&password, PULL, "allow");
    bench.later(1).verdict(&password, PULL, "expired");
    bench.ok("revoke 1 --yes").stderr("revoked: deploy token 1 `gitlab-deploy-token` for the project grp/app\n");
    bench.verdict(&password, PULL, "revoked");
    bench.ok("job end 1");
    bench.verdict(&password, PULL, "revoked");
}

#[test]
fn a_rotation_ends_the_passwords_of_the_old_token_or_lets_them_overlap() {
    let mut bench = bench();
    let first = password(&bench, "");
    let told = bench.ok("rotate 1 --to ~/next");
    told.says("  jobs      each gets a password of it for itself: CI_DEPLOY_USER, CI_DEPLOY_PASSWORD\n");
    told.says("; token 1 is dead, and with it the passwords of it that jobs run with\n");
    bench.verdict(&first, PULL, "rotated_out");
    assert_eq!(token(&bench, 1)["alarms"], json!([]), "a job that goes on with its password is no thief");
    let second = password(&bench, "");
    bench.verdict(&second, &format!("{PULL} --username gitlab+deploy-token-1"), "allow");
    bench.ok("rotate 3 --overlap 10m --to ~/third").says("3`, and with it the passwords of it that jobs run with\n");
    let third = bench.ok(&format!("{START} --json"));
    third.says("a password of deploy token 5, dead");
    bench.verdict(&second, PULL, "allow");
    bench.later(600).verdict(&second, PULL, "rotated_out");
    bench.verdict(&third.password_in_json(), PULL, "allow");
    assert_eq!(token(&bench, 5)["jobs_with_password"], json!([3]));
}

#[test]
fn revoking_the_successor_ends_the_passwords_of_both() {
    let bench = bench();
    let before = password(&bench, "");
    bench.ok("rotate 1 --overlap 10m --to ~/next");
    let after = password(&bench, "");
    bench.ok("revoke 3 --yes").stderr(
        "revoked: deploy token 3 `gitlab-deploy-token` for the project grp/app\n\
         ended with it: the password of it that job 2 runs with\n\
         revoked with it: deploy token 1 `gitlab-deploy-token` for the project grp/app\n\
         ended with it: the password of it that job 1 runs with\n",
    );
    bench.verdict(&before, PULL, "rotated_out");
    bench.verdict(&after, PULL, "revoked");
}

#[test]
fn what_is_deleted_takes_the_passwords_along() {
    let mut bench = bench();
    bench.ok("create project-access --project grp/app -s api --expires 1d -q --to ~/bot");
    let [one, two] = [password(&bench, "--as dev --life 3d"), password(&bench, "--life 3d")];
    bench.later(2 * 86_400).ok("store sweep").says("project_2_bot");
    bench.verdict(&one, PULL, "allow");
    bench.ok("user delete dev --yes");
    bench.verdict(&one, PULL, "job_ended");
    bench.verdict(&two, PULL, "allow");
    bench.ok("group delete grp --yes");
    for password in [&one, &two] {
        bench.verdict(password, "", "revoked");
    }
    assert!(is_whole(&bench));
    assert_eq!(token(&bench, 1)["state"], "revoked");
    assert_eq!(bench.ok("job show 1 --json").json()["jobs"][0]["deploy_token"], 1);
}
