//! `exec job`: a command that is a job.

use std::fs;

use super::Site;
use crate::support::{Child, Kept};
use nix::sys::signal::Signal;

fn status(site: &Site) -> String {
    let list: serde_json::Value = serde_json::from_str(&site.ok("job list --all --json")).unwrap();
    list["jobs"].as_array().unwrap().last().unwrap()["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_script_of_ci_has_its_variables_and_its_token() {
    let site = Site::new();
    fs::write(site.bench.path("ci.sh"), "#!/bin/sh\nset -eu\necho $CI $CI_JOB_ID $CI_PROJECT_PATH $CI_PROJECT_NAME $CI_PROJECT_NAMESPACE $CI_PROJECT_ID\n\
        test -n \"$GITLAB_USER_LOGIN\" -a -n \"$GITLAB_USER_ID\"\nprintf %s $CI_JOB_TOKEN | $TOKCTL verify --endpoint 'GET /job'\n\
        printf %s $CI_JOB_TOKEN | $TOKCTL verify --access packages:write --project $CI_PROJECT_PATH\nprintf %s $CI_JOB_TOKEN >token\n").unwrap();
    let script = "chmod +x ci.sh; export TOKCTL; $TOKCTL exec job --project grp/app -- ./ci.sh";
    let told = Child::script(site.bench.home(), script).piped(b"");
    told.is(0, "true 1 grp/app app grp 2\n", "allowed\nallowed\n");
    let secret = Kept::parse(&fs::read(site.bench.path("token")).unwrap()).unwrap();
    assert!(!site.is_alive(&secret));
    assert_eq!(status(&site), "success");
    site.nothing_is_left();
}

#[test]
fn a_job_ends_as_its_command_does() {
    let site = Site::new();
    let job = "exec job --project grp/app";
    for (script, code, outcome) in [("exit 0", 0, "success"), ("exit 3", 3, "failed"), ("kill -9 $$", 137, "failed")] {
        site.script(job, script).piped(b"").is(code, "", "");
        assert_eq!(status(&site), outcome, "{script}");
        site.nothing_is_left();
    }
    let mut running = site.script(job, "trap 'exit 9' TERM; echo ready; until read line; do :; done").start();
    assert_eq!(running.line(), "ready");
    running.signal(Signal::SIGTERM);
    running.end().code(9);
    assert_eq!(status(&site), "canceled");
    site.nothing_is_left();
}

#[test]
fn a_runner_runs_it_where_its_secret_is_given() {
    let site = Site::new();
    for line in [
        "create runner-registration --project grp/app --to reg",
        "runner register --secret-file reg --to runner --tag linux",
    ] {
        site.ok(&format!("{line} -q"));
    }
    let job = "exec job --project grp/app --runner-secret-file runner";
    site.script(&format!("{job} --tag windows"), "true").piped(b"").code(125).says("runner 1 does not take this job");
    site.script(&format!("{job} --tag linux"), "echo $CI_JOB_ID").piped(b"").is(0, "1\n", "");
    assert_eq!(status(&site), "success");
    site.ok("revoke 1 2 --yes -q");
    site.nothing_is_left();
}

#[test]
fn a_job_has_the_pair_of_its_projects_deploy_token_where_there_is_room_for_it() {
    let site = Site::new();
    site.ok(
        "create deploy --project grp/app -s read_registry --name gitlab-deploy-token --username puller --to first -q",
    );
    let job = "exec job --project grp/app";
    let script = "echo $CI_DEPLOY_USER $CI_DEPLOY_PASSWORD $CI_JOB_TOKEN; printf %s $CI_DEPLOY_PASSWORD >password; \
                  $TOKCTL verify --secret-file password --access registry:read --project grp/app --username puller";
    let told = site.script(job, &format!("umask 077; {script}")).env("TOKCTL", env!("CARGO_BIN_EXE_tokctl")).piped(b"");
    told.is(0, "puller [masked] [masked]\n", "allowed\n");
    let password = Kept::parse(&fs::read(site.bench.path("password")).unwrap()).unwrap();
    assert!(!site.is_alive(&password));
    site.script(
        &format!("{job} --emit netrc --host h"),
        "echo $CI_DEPLOY_USER $CI_DEPLOY_PASSWORD ${CI_JOB_TOKEN-none}",
    )
    .piped(b"")
    .is(0, "puller [masked] none\n", "");
    site.ok("revoke 1 --yes -q");
    site.nothing_is_left();
}
