//! Jobs: a token that lives as long as something runs, and no longer than anything it hangs on.

#![cfg(test)]

use crate::support::{Bench, Kept};

/// A private project with a developer, who has started job 1, with token 1.
fn with_job() -> (Bench, Kept) {
    let bench = Bench::after(&[
        "project add grp/app",
        "project add grp/other",
        "user add dev",
        "member add dev --group grp --role developer",
    ]);
    let secret = bench.secret("job start --project grp/app --as dev");
    (bench, secret)
}

fn status(bench: &Bench, id: i64) -> String {
    bench.ok(&format!("job show {id} --json")).json()["jobs"][0]["status"].as_str().unwrap().to_owned()
}

/// A runner of grp/app in `~/runner`, with these options.
fn with_runner(options: &str) -> Bench {
    let bench = Bench::after(&["project add grp/app", "project add grp/other", "user add dev"]);
    bench.all(&[
        "member add dev --group grp --role developer",
        "create runner-registration --project grp/app --to ~/reg",
        &format!("runner register --secret-file ~/reg --to ~/runner {options}"),
    ]);
    bench
}

const START: &str = "job start --project grp/app --runner-secret-file ~/runner";

#[test]
fn a_job_token_acts_as_its_user_in_its_project() {
    let (bench, secret) = with_job();
    let read = "--access packages:read --project grp/app";
    bench.verdict(&secret, "", "allow");
    bench.verdict(&secret, read, "allow");
    bench.verdict(&secret, "--access packages:write --project grp/app", "allow");
    bench.verdict(&secret, "--access packages:read --project grp/other", "boundary");
    bench.verdict(&secret, "--access repository:read --project grp/app", "kind");
    bench.verdict(&secret, "--access registry:read --project grp/app", "kind");
    bench.verdict(&secret, "--access api:read", "kind");
    bench.verdict(&secret, "--username gitlab-ci-token", "allow");
    bench.verdict(&secret, "--username dev", "username");
    bench.ok("policy set job-token-pull on");
    bench.verdict(&secret, "--access repository:read --project grp/app", "allow");
    bench.verdict(&secret, "--access repository:write --project grp/app", "kind");
}

#[test]
fn a_job_says_how_it_can_be_ended() {
    let bench = Bench::after(&["project add grp/app"]);
    let told = bench.ok("job start --project grp/app --life 15m");
    told.stderr(
        "started job 1 with job token 1 `job-token-1` for the project grp/app\n  acts as   op\n  expires   2026-06-15T12:15:00Z\n\
         its secret was shown once, and nothing can show it again; `tokctl job end 1` ends it\n",
    );
    assert_eq!(bench.ok("list --json").json()["tokens"][0]["job"], 1);
    let table = "ID  STATUS   PROJECT  USER  RUNNER  TOKEN  STARTED               HARD END\n \
                  1  running  grp/app  op         -      1  2026-06-15T12:00:00Z  2026-06-15T12:15:00Z\n";
    bench.run("job list").is(0, table, "");
}

#[test]
fn a_token_is_dead_when_its_job_ends() {
    let (bench, _) = with_job();
    for (id, outcome) in [(2, "success"), (3, "failed"), (4, "canceled")] {
        let secret = bench.secret("job start --project grp/app --as dev -q");
        bench.run(&format!("job end {id} --outcome {outcome} --as dev")).is(
            0,
            "",
            &format!("ended job {id}: {outcome}; its token is dead\n"),
        );
        bench.verdict(&secret, "", "revoked");
        assert_eq!(status(&bench, id), outcome);
    }
    bench.run("job end 2 --outcome failed").is(0, "", "job 2 had ended before: success\n");
    bench.run("job end 99").code(3).says("error: there is no job `99`");
    bench.refuses(2, &[("job end 1 --outcome lost", "invalid value"), ("job end x", "an id is a number")]);
    assert_eq!(bench.ok("job list -q").ids(), [1]);
    assert_eq!(bench.ok("job list -q --all").ids(), [1, 2, 3, 4]);
    bench.ok("job end 1");
    bench.run("job list").is(0, "", "no job is running; `--all` shows those that have ended too\n");
}

#[test]
fn a_token_is_dead_at_its_hard_end() {
    let (mut bench, secret) = with_job();
    bench.later(3599).verdict(&secret, "", "allow");
    bench.later(1).verdict(&secret, "", "expired");
    assert_eq!(status(&bench, 1), "timed_out");
    assert_eq!(bench.ok("job list -q").ids(), [0; 0]);
    bench.run("job end 1 --outcome canceled").is(0, "", "job 1 had ended before: timed_out\n");
    bench.refuses(
        2,
        &[
            ("job start --project grp/app --life never", "error: a job runs for 30 days at most"),
            ("job start --project grp/app --life 31d", "error: a job runs for 30 days at most"),
            ("job start --project grp/app --life soon", "error: `soon` is no life"),
        ],
    );
}

#[test]
fn a_token_stops_when_its_user_loses_sight_of_the_project() {
    let (bench, secret) = with_job();
    bench.ok("member remove dev --group grp");
    bench.verdict(&secret, "", "role");
    bench.verdict(&secret, "--endpoint 'GET /job'", "role");
    bench.verdict(&secret, "--access packages:read --project grp/app", "role");
    bench.ok("member add dev --group grp --role reporter");
    bench.verdict(&secret, "", "allow");
    bench.verdict(&secret, "--access packages:read --project grp/app", "allow");
    bench.verdict(&secret, "--access packages:write --project grp/app", "role");
}

#[test]
fn two_jobs_have_two_tokens_and_each_dies_with_its_own() {
    let bench = with_runner("");
    let [one, two] = [bench.secret(START), bench.secret(START)];
    assert_ne!(one.expose(), two.expose());
    bench.ok("job end 1");
    bench.verdict(&one, "", "revoked");
    bench.verdict(&two, "", "allow");
}

#[test]
fn a_runners_secret_starts_jobs_where_the_runner_takes_them() {
    let bench = with_runner("");
    bench.secret(START);
    assert_eq!(bench.ok("job list --json").json()["jobs"][0]["runner"], 1);
    bench.run("job start --project grp/other --runner-secret-file ~/runner").is(1, "", "error: denied\n");
    bench.run("job start --project grp/app --runner-secret-file ~/reg").is(1, "", "error: denied\n");
    bench.ok("runner pause 1");
    bench.run(START).is(1, "", "error: denied\n");
    bench.ok("runner resume 1");
    bench.ok("rotate 2 --to ~/next");
    bench.run(START).is(1, "", "error: denied\n");
    assert_eq!(bench.ok("show 2 --json").json()["tokens"][0]["alarms"][0]["what"], "rotated_out");
    bench.secret("job start --project grp/app --runner-secret-file ~/next");
}

#[test]
fn a_job_ends_no_later_than_its_runner_allows() {
    let bench = with_runner("--maximum-timeout 600");
    bench.ok(START);
    assert_eq!(bench.ok("job show 1 --json").json()["jobs"][0]["expires_at"], "2026-06-15T12:10:00Z");
    bench.ok(&format!("{START} --life 5m"));
    assert_eq!(bench.ok("job show 2 --json").json()["jobs"][0]["expires_at"], "2026-06-15T12:05:00Z");
}

#[test]
fn a_job_stops_with_the_last_secret_of_its_runner() {
    let mut bench = with_runner("");
    let secret = bench.secret(START);
    bench.ok("suspend 2 --until 10m");
    bench.verdict(&secret, "", "runner_stopped");
    bench.run(START).is(1, "", "error: denied\n");
    bench.later(600);
    bench.verdict(&secret, "", "allow");
    bench.ok("rotate 2 --overlap 10m --to ~/next");
    bench.ok("suspend 2");
    bench.verdict(&secret, "", "allow");
    bench.ok("suspend 4");
    bench.verdict(&secret, "", "runner_stopped");
    bench.ok("resume 4");
    bench.later(600);
    bench.verdict(&secret, "", "allow");
}

#[test]
fn whose_job_it_is_says_he_himself_or_an_admin() {
    let bench = with_runner("");
    bench.ok("user add eve");
    bench.secret(&format!("{START} --user dev"));
    let secret = bench.secret(&format!("{START} --user dev --as dev"));
    assert_eq!(bench.ok("show 4 --json").json()["tokens"][0]["holder"], "dev");
    bench.verdict(&secret, "", "allow");
    bench.refuses(
        4,
        &[
            ("job start --project grp/app --user op --as dev", "error: only an admin may start a job for another user"),
            ("job start --project grp/app --user eve", "error: `eve` may start no jobs in `grp/app`"),
        ],
    );
    bench.refuses(
        3,
        &[
            ("job start --project grp/app --user nobody", "error: there is no user `nobody`"),
            ("job start --project grp/app --as eve", "error: there is no project `grp/app`"),
            ("job start --project grp/nowhere", "error: there is no project `grp/nowhere`"),
        ],
    );
}

#[test]
fn ones_own_jobs_and_those_of_the_projects_one_maintains_are_seen() {
    let (bench, _) = with_job();
    bench.all(&["user add eve", "user add mia", "member add mia --project grp/app --role maintainer"]);
    bench.ok("member add eve --group grp --role developer");
    bench.ok("job start --project grp/other -q");
    assert_eq!(bench.ok("job list -q --as dev").ids(), [1]);
    assert_eq!(bench.ok("job list -q --as mia").ids(), [1]);
    assert_eq!(bench.ok("job list -q --as eve").ids(), [0; 0]);
    assert_eq!(bench.ok("job list -q").ids(), [1, 2]);
    assert_eq!(bench.ok("job list -q --project grp/other").ids(), [2]);
    bench.run("job end 1 --as eve").code(3).says("error: there is no job `1`");
    bench.run("job show 2 --as dev").code(3).says("error: there is no job `2`");
    bench.ok("job end 1 --as mia");
}

#[test]
fn the_project_is_the_one_of_the_environment_where_none_is_named() {
    let mut bench = Bench::after(&["project add grp/app"]);
    bench.ok("job start -q");
    bench.environment.ci_project = Some("grp/app".into());
    bench.ok("job start").says("CI_PROJECT_PATH names the project `grp/app`");
    let jobs = bench.ok("job list --json").json();
    assert_eq!((&jobs["jobs"][0]["project"], &jobs["jobs"][1]["project"]), (&"op/default".into(), &"grp/app".into()));
}

#[test]
fn revoking_a_jobs_token_ends_the_job() {
    let (bench, secret) = with_job();
    bench.run("revoke 1 --yes").is(
        0,
        "",
        "revoked: job token 1 `job-token-1` for the project grp/app\nended with it: job 1, canceled\n",
    );
    bench.verdict(&secret, "", "revoked");
    assert_eq!(status(&bench, 1), "canceled");
    bench.refuses(
        2,
        &[("rotate 1", "error: job tokens do not rotate"), ("rotate 1", "`tokctl job start` starts another")],
    );
}

#[test]
fn a_runner_takes_the_jobs_whose_tags_it_has_and_no_others() {
    let bench = with_runner("--tag docker,linux --run-untagged=false");
    bench.refuses(
        4,
        &[
            (START, "runner 1 does not take this job"),
            (&format!("{START} --tag docker,gpu"), "it has not all the tags that are asked for"),
        ],
    );
    bench.ok(&format!("{START} --tag docker"));
    bench.run("job start --project grp/app --tag docker").code(2);
}
