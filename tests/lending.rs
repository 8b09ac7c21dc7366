//! What `gitlab-deploy-token` lends to jobs: when a password is made, what is kept and said of it, and who is told.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::{Value, json};
use tokctl::domain::digest::Digest;

use crate::atomic::open;
use crate::job_passwords::{CREATE, PULL, START, bench, password, token};
use crate::support::{Bench, Kept};

/// How many passwords of jobs the store knows.
fn kept(bench: &Bench) -> i64 {
    let sql = "SELECT count(*) FROM secrets WHERE job_id IS NOT NULL";
    open(bench).query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn revoking_the_token_says_which_running_jobs_had_passwords() {
    let mut bench = bench();
    let [ended, over] = [password(&bench, ""), password(&bench, "--life 10m")];
    bench.ok("job end 1");
    bench.later(600);
    let one = password(&bench, "");
    bench.ok("revoke 1 --dry-run").says("would end with it: the password of it that job 3 runs with\n");
    let two = password(&bench, "");
    bench.ok("job start --project grp/app -q");
    bench.verdict(&two, PULL, "allow");
    bench.run("revoke 1 --yes").is(
        0,
        "",
        "revoked: deploy token 1 `gitlab-deploy-token` for the project grp/app\n\
         ended with it: the passwords of it that 2 jobs run with: 3, 4\n",
    );
    for password in [&ended, &over, &one, &two] {
        bench.verdict(password, PULL, "revoked");
    }
    assert_eq!(token(&bench, 1)["jobs_with_password"], json!([]));
    bench
        .ok("revoke 1 --yes")
        .stderr("was revoked before: deploy token 1 `gitlab-deploy-token` for the project grp/app\n");
    assert_eq!(bench.ok("job list -q").ids(), [3, 4, 5], "the jobs go on");
}

#[test]
fn a_password_is_no_token_of_its_own_and_leaves_a_digest_and_an_event() {
    let bench = bench();
    let password = password(&bench, "--as dev");
    assert_eq!(bench.ok("list --all -q").ids(), [1, 2]);
    assert_eq!(bench.ok("list --kind deploy --count").out(), "1\n");
    assert_eq!(token(&bench, 1)["jobs_with_password"], json!([1]));
    bench.ok("show 1").prints("jobs with password:  1\n");
    let log = bench.ok("log list --limit 1 --json").json();
    let event = &log["events"][0];
    assert_eq!(
        (&event["action"], &event["object"], &event["object_id"]),
        (&json!("token.lend"), &json!("token"), &json!(1))
    );
    assert_eq!((&event["name"], &event["actor"]), (&"gitlab-deploy-token".into(), &"dev".into()));
    assert_eq!((&event["project_id"], &event["after"]["job_id"]), (&2.into(), &1.into()));
    let digest = Digest::of(password.expose());
    let raw = bench.ok("log list --limit 1 --json").raw();
    assert!(String::from_utf8_lossy(&raw).contains(&digest.fingerprint()));
    let kept: Vec<u8> = open(&bench).query_row("SELECT digest FROM secrets", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, digest.as_bytes());
    for file in fs::read_dir(bench.data()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(20).any(|window| window == &password.expose()[..20]), "the password is in a file");
    }
}

#[test]
fn no_password_is_made_where_it_cannot_be_handed_over() {
    let bench = bench();
    let words = "the job gets no password of deploy token 1, the project's `gitlab-deploy-token`: in this form there is room \
                 for one secret; with `--emit env` or `--emit json` it is handed over too\n";
    for line in ["", "--emit secret --json", "--to ~/one", "--to ~/two --json", "--dry-run"] {
        bench.ok(&format!("{START} {line}")).says(words);
    }
    bench.run(&format!("{START} -q --to ~/three")).is(0, "", "");
    bench.ok(&format!("{START} --json --dry-run")).says(
        "nothing was made\nCI_DEPLOY_USER and CI_DEPLOY_PASSWORD would go with it: a password of deploy token 1, dead",
    );
    assert_eq!(kept(&bench), 0);
    assert!(bench.actions(3).iter().all(|action| !action.contains("token.lend")));
    bench.ok(&format!("{START} --to ~/env --emit env")).says("went with it");
    let lines = fs::read_to_string(bench.path("env")).unwrap();
    let value = |name: &str| lines.lines().find_map(|line| line.strip_prefix(&format!("export {name}="))).unwrap();
    assert_eq!(value("CI_DEPLOY_USER"), "'gitlab+deploy-token-1'");
    bench.verdict(&Kept::parse(value("CI_DEPLOY_PASSWORD").trim_matches('\'').as_bytes()).unwrap(), PULL, "allow");
    bench.ok(&format!("{START} --to ~/four --emit json")).stdout("").says("went with it");
    let file: Value = serde_json::from_slice(&fs::read(bench.path("four")).unwrap()).unwrap();
    let written = file["tokens"][0]["deploy_password"].as_str().unwrap().as_bytes();
    bench.verdict(&Kept::parse(written).unwrap(), PULL, "allow");
    assert_eq!(kept(&bench), 2);
    bench.run(&format!("{START} --to ~/four --emit json")).code(5).says("it holds the live secret of token ");
}

#[test]
fn a_password_that_nobody_got_is_dead_with_its_job() {
    let mut bench = Bench::new();
    bench.as_myself().ok("project add grp/app");
    bench.ok(&format!("{CREATE} -q --to ~/deploy"));
    let (reader, writer) = crate::support::pipe();
    drop(reader);
    bench.process(&format!("{START} --json")).stdout_to(writer).run(b"").code(8);
    assert_eq!(kept(&bench), 0);
    assert_eq!(bench.ok("job list --all -q").ids(), [0; 0]);
}

#[test]
fn only_an_active_deploy_token_of_the_project_with_just_this_name_serves_its_jobs() {
    let mut bench = Bench::after(&["project add grp/app", "project add grp/other"]);
    let others = [
        "create deploy --group grp -s read_registry --name gitlab-deploy-token",
        "create deploy --project grp/other -s read_registry --name gitlab-deploy-token",
        "create deploy --project grp/app -s read_registry --name GitLab-Deploy-Token",
        "create project-access --project grp/app -s api --name gitlab-deploy-token",
        "create runner-registration --project grp/app --name gitlab-deploy-token",
        "create personal -s api --name gitlab-deploy-token",
    ];
    for line in others {
        let told = bench.ok(line);
        assert_eq!(told.err().contains("CI_DEPLOY_USER"), line.contains("grp/other"), "{told}");
    }
    let without = |bench: &Bench, why: &str| {
        let told = bench.ok(&format!("{START} --json"));
        assert!(told.json()["tokens"][0].get("deploy_user").is_none(), "{why}: {told}");
        assert!(!told.err().contains("deploy token"), "{why}: {told}");
    };
    without(&bench, "there is none");
    bench.ok(&format!("{CREATE} --expires 1d --username robot -q --to ~/deploy"));
    let told = bench.ok(&format!("{START} --json"));
    assert_eq!(told.json()["tokens"][0]["deploy_user"], "robot");
    bench.verdict(&told.password_in_json(), &format!("{PULL} --username robot"), "allow");
    bench.ok("suspend 8");
    without(&bench, "it is suspended");
    bench.ok("resume 8");
    password(&bench, "");
    bench.later(86_400);
    without(&bench, "it has expired");
    bench.ok(&format!("{CREATE} -q --to ~/second"));
    bench.verdict(&password(&bench, ""), PULL, "allow");
    bench.ok("revoke gitlab-deploy-token --project grp/other --yes").says("revoked: deploy token 2");
    bench.ok("project rename grp/app tool");
    let told = bench.ok("job start --project grp/tool --json");
    bench.verdict(&told.password_in_json(), "--access registry:read --project grp/tool", "allow");
}

#[test]
fn making_the_token_says_what_it_does() {
    let bench = Bench::after(&["project add grp/app"]);
    let words = "  jobs      each gets a password of it for itself: CI_DEPLOY_USER, CI_DEPLOY_PASSWORD\n";
    bench.ok(&format!("{CREATE} --dry-run")).says(words);
    let once = format!("{CREATE} --if-not-exists --to ~/deploy");
    bench.ok(&once).says(words);
    bench.ok(&once).stderr("nothing to do: ~/deploy holds the live secret of token 1\n");
    bench.ok("rotate 1 --dry-run").says(words);
    bench.run(CREATE).code(5).says("error: a live deploy token is called `gitlab-deploy-token` there already");
}

#[test]
fn refresh_secrets_and_passwords_are_no_good_in_each_others_place() {
    let bench = bench();
    bench.ok("app add ci --scope read_api");
    let pair = bench.ok("create oauth --app ci").pair();
    let password = password(&bench, "");
    bench.run_with(&["app", "refresh"], password.expose()).code(1).stdout("");
    bench.verdict(&pair.refresh, "", "refresh_secret");
    bench.run_with(&["runner", "register"], password.expose()).code(1).stdout("");
    fs::write(bench.path("password"), password.expose()).unwrap();
    fs::set_permissions(bench.path("password"), fs::Permissions::from_mode(0o600)).unwrap();
    bench.run(&format!("{START} --runner-secret-file ~/password")).is(1, "", "error: denied\n");
    bench.run("runner delete --secret-file ~/password --yes").is(1, "", "error: denied\n");
    bench.run_with(&["app", "refresh"], pair.refresh.expose()).code(0);
    bench.verdict(&password, PULL, "allow");
    assert_eq!(token(&bench, 2)["refresh_secret"], "spent");
    assert_eq!(token(&bench, 1)["refresh_secret"], Value::Null);
}
