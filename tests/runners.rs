//! The runner chain: a registration secret makes runners, and each runner's secret opens jobs.

#![cfg(test)]

use crate::support::{Bench, Child, Kept, Told};

/// A project with a registration token, number 1.
fn with_registration(options: &str) -> (Bench, Kept) {
    let bench = Bench::after(&["project add grp/app", "project add grp/other", "project add far/app"]);
    let secret = bench.secret(&format!("create runner-registration --project grp/app {options}"));
    (bench, secret)
}

fn register(bench: &Bench, secret: &Kept, options: &str) -> Told {
    bench.run_with(&bench.words(&format!("runner register {options}")), secret.expose())
}

fn runner(bench: &Bench, id: i64) -> serde_json::Value {
    bench.ok(&format!("runner show {id} --json")).json()["runners"][0].clone()
}

#[test]
fn a_registration_secret_opens_nothing_but_registering() {
    let (bench, secret) = with_registration("");
    bench.verdict(&secret, "", "allow");
    bench.verdict(&secret, "--access runner:register", "allow");
    bench.verdict(&secret, "--access runner:jobs", "kind");
    bench.verdict(&secret, "--access api:read", "kind");
    bench.verdict(&secret, "--access repository:read --project grp/app", "kind");
}

#[test]
fn a_runner_is_registered_with_the_boundary_of_its_registration() {
    let (bench, secret) = with_registration("");
    let told = register(&bench, &secret, "--description 'the big one' --tag docker,linux --tag docker --locked");
    told.code(0).stderr(
        "made runner 1 with runner token 2 `runner-token-2` for the project grp/app\n  expires   never\n\
         its secret was shown once, and nothing can show it again; `tokctl runner delete 1` removes it\n\
         next: tokctl job start --runner-secret-file SECRET_FILE --project grp/app\n",
    );
    let own = told.secret();
    bench.verdict(&own, "--access runner:jobs", "allow");
    bench.verdict(&own, "--access runner:jobs --project grp/app", "allow");
    bench.verdict(&own, "--access runner:jobs --project grp/other", "boundary");
    bench.verdict(&own, "--access runner:register", "kind");
    bench.verdict(&own, "--access api:read", "kind");
    let shown = runner(&bench, 1);
    assert_eq!(shown["tags"], serde_json::json!(["docker", "linux"]));
    assert_eq!((&shown["where"], &shown["registered_by"]), (&"grp/app".into(), &1.into()));
    assert_eq!((&shown["locked"], &shown["run_untagged"]), (&true.into(), &true.into()));
    assert_eq!(shown["tokens"], serde_json::json!([2]));
    assert_eq!(bench.ok("list --kind runner -q").ids(), [2]);
}

#[test]
fn whoever_presents_the_registration_secret_needs_no_role() {
    let (bench, secret) = with_registration("");
    bench.ok("user add eve");
    register(&bench, &secret, "--as eve").code(0).secret();
    bench.run("runner list --as eve").is(
        0,
        "",
        "there are no runners; `tokctl create runner-registration` makes a secret that registers one\n",
    );
    bench.run("runner show 1 --as eve").code(3).says("error: there is no runner `1`");
}

#[test]
fn a_secret_that_does_not_open_registering_is_denied_with_one_word() {
    let (bench, secret) = with_registration("");
    let deploy = bench.secret("create deploy -s read_registry");
    let own = register(&bench, &secret, "").secret();
    bench.ok("revoke 1 --yes");
    for bad in [&secret, &deploy, &own] {
        register(&bench, bad, "").is(1, "", "error: denied\n");
    }
    bench.run_with(&["runner", "register"], b"nonsense").is(1, "", "error: denied\n");
    bench.run_with(&["runner", "register"], b"").code(2);
    assert_eq!(bench.ok("runner list -q").ids(), [1]);
    let fresh = Bench::new();
    register(&fresh, &secret, "").code(7).stdout("");
    assert!(!fresh.data().exists());
}

#[test]
fn a_limit_of_uses_is_kept() {
    let (bench, secret) = with_registration("--uses 2");
    register(&bench, &secret, "--dry-run").is(
        0,
        "",
        "would make runner token 2 `runner-token-2` for the project grp/app\n  expires   never\nnothing was made\n",
    );
    for _ in 0..2 {
        register(&bench, &secret, "").code(0);
    }
    register(&bench, &secret, "").is(1, "", "error: denied\n");
    bench.verdict(&secret, "--access runner:register", "used_up");
    let shown = &bench.ok("show 1 --json").json()["tokens"][0];
    assert_eq!((&shown["uses"], &shown["use_limit"]), (&2.into(), &2.into()));
    bench.refuses(5, &[("rotate 1", "error: token `1` was used as often as it may be")]);
    bench.refuses(2, &[("create runner-registration --uses 0", "invalid value")]);
}

#[test]
fn a_rotation_keeps_the_uses_that_are_left_and_an_overlap_shares_them() {
    let (bench, secret) = with_registration("--uses 3");
    register(&bench, &secret, "").code(0);
    let next = bench.secret("rotate 1 --overlap 1d");
    register(&bench, &secret, "").code(0);
    register(&bench, &next, "").code(0);
    for spent in [&secret, &next] {
        register(&bench, spent, "").is(1, "", "error: denied\n");
    }
    assert_eq!(bench.ok("runner list -q").ids(), [1, 2, 3]);
}

#[test]
fn runners_work_on_when_their_registration_token_is_rotated_or_revoked() {
    let (bench, secret) = with_registration("");
    let own = register(&bench, &secret, "").secret();
    let next = bench.secret("rotate 1");
    register(&bench, &secret, "").is(1, "", "error: denied\n");
    bench.verdict(&secret, "", "rotated_out");
    bench.verdict(&own, "--access runner:jobs", "allow");
    register(&bench, &next, "").code(0);
    bench.ok("revoke 3 --yes").says("  runner 2, which it registered, stays; `tokctl runner delete 2` removes it\n");
    bench.verdict(&own, "--access runner:jobs", "allow");
}

#[test]
fn sixty_four_registrations_at_once_with_five_uses_make_five_runners() {
    let bench = Bench::new();
    let script = "tokctl create runner-registration --instance --uses 5 --to reg -q; chmod 600 reg; \
        for n in $(seq 64); do (tokctl runner register -q --secret-file reg >out.$n 2>err.$n || echo $? >code.$n) & done; \
        wait; cat code.* | sort | uniq -c | tr -d '\\n'; echo; cat out.* | wc -l; tokctl runner list -q | wc -l";
    let told = Child::script(bench.home(), script).piped(b"");
    let words: Vec<String> = told.out().split_whitespace().map(str::to_owned).collect();
    assert_eq!(words, ["59", "1", "5", "5"], "{told}");
}

#[test]
fn settings_that_make_no_sense_are_refused() {
    let (bench, secret) = with_registration("");
    let tags = (0..51).map(|at| format!("t{at}")).collect::<Vec<_>>().join(",");
    let many = format!("--tag {tags}");
    let cases = [
        ("--run-untagged=false", "error: a runner that takes no job without tags needs tags of its own"),
        ("--maximum-timeout 599", "invalid value"),
        ("--access-level secret", "invalid value"),
        ("--tag ' x'", "error: this tag cannot be used"),
        ("--description ''", "error: a runner's description cannot be empty"),
        (many.as_str(), "error: a runner has 50 tags at most"),
    ];
    for (options, words) in cases {
        register(&bench, &secret, options).code(2).stdout("").says(words);
    }
    let good = "--run-untagged=false --tag x --maximum-timeout 600 --access-level ref-protected";
    register(&bench, &secret, good).code(0);
    let shown = runner(&bench, 1);
    assert_eq!((&shown["access_level"], &shown["maximum_timeout"]), (&"ref-protected".into(), &600.into()));
}

#[test]
fn a_paused_runner_asks_for_jobs_in_vain() {
    let (bench, secret) = with_registration("");
    let own = register(&bench, &secret, "").secret();
    bench.run("runner pause 1").is(0, "", "runner 1 takes no jobs until `tokctl runner resume 1`\n");
    bench.run("runner pause 1").is(0, "", "runner 1 was paused before\n");
    bench.verdict(&own, "--access runner:jobs", "paused");
    bench.verdict(&own, "", "allow");
    bench.run("runner resume 1").is(0, "", "runner 1 takes jobs again\n");
    bench.run("runner resume 1").is(0, "", "runner 1 was not paused\n");
    bench.verdict(&own, "--access runner:jobs", "allow");
    bench.run("runner rename 1 'the small one'").is(0, "", "runner 1 is now `the small one`\n");
    assert_eq!(runner(&bench, 1)["description"], "the small one");
}

#[test]
fn a_deleted_runner_takes_its_token_and_its_jobs_along() {
    let bench = Bench::after(&["project add grp/app", "create runner-registration --project grp/app --to ~/reg"]);
    bench.ok("runner register --secret-file ~/reg --to ~/runner");
    let job = bench.secret("job start --project grp/app --runner-secret-file ~/runner");
    bench.verdict(&job, "", "allow");
    bench.run("runner delete 1 --yes").is(
        0,
        "",
        "removed runner 1 `runner-1`\nended with it: job 1\nrevoked with it: runner token 2\n\
         revoked with it: job token 3\n",
    );
    bench.verdict(&job, "", "revoked");
    bench.run("runner delete 1 --yes").code(3).says("it was removed");
    assert_eq!(bench.ok("runner list -q").ids(), [0; 0]);
    assert_eq!(runner(&bench, 1)["status"], "removed");
    assert_eq!(bench.ok("job show 1 --json").json()["jobs"][0]["status"], "lost");
    let actions: Vec<String> = bench.ok("log list --json").json()["events"]
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .take(4)
        .map(|event| event["action"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(actions, ["token.revoke", "job.end", "token.revoke", "runner.delete"]);
}

#[test]
fn a_runner_removes_itself_with_its_own_secret() {
    let (bench, secret) = with_registration("");
    let [own, other] = [register(&bench, &secret, "").secret(), register(&bench, &secret, "").secret()];
    bench.ok("user add eve");
    let leave =
        |secret: &Kept| bench.run_with(&bench.words("runner delete --yes --secret-file - --as eve"), secret.expose());
    leave(&secret).is(1, "", "error: denied\n");
    bench.ok("runner pause 1");
    leave(&own).is(0, "", "removed runner 1 `runner-1`\nrevoked with it: runner token 2\n");
    leave(&own).is(1, "", "error: denied\n");
    bench.verdict(&other, "--access runner:jobs", "allow");
    bench.run("runner delete").code(2);
    bench.run("runner delete 2 --secret-file -").code(2);
}

#[test]
fn revoking_a_runners_last_secret_ends_the_tokens_of_its_jobs() {
    let bench = Bench::after(&["project add grp/app", "create runner-registration --project grp/app --to ~/reg"]);
    bench.ok("runner register --secret-file ~/reg --to ~/runner");
    let job = bench.secret("job start --project grp/app --runner-secret-file ~/runner");
    // A rotation is no end: the runner has its successor.
    bench.ok("rotate 2 --overlap 1d --to ~/next");
    bench.ok("revoke 2 --yes");
    bench.verdict(&job, "", "allow");
    assert_eq!(bench.ok("show 4 --json").json()["tokens"][0]["takes_along"], serde_json::json!([3]));
    bench.run("revoke 4 --yes").is(
        0,
        "",
        "revoked: runner token 4 `runner-token-2` for the project grp/app\n  \
         runner 1 stays, without a secret; `tokctl runner delete 1` removes it\n\
         revoked with it: job token 3 `job-token-3` for the project grp/app\nended with it: job 1, lost\n",
    );
    bench.verdict(&job, "", "revoked");
    assert_eq!(bench.ok("job show 1 --json").json()["jobs"][0]["status"], "lost");
}

#[test]
fn only_admins_make_a_runner_without_a_registration_secret() {
    let bench = Bench::after(&["project add grp/app", "user add mia", "member add mia --project grp/app --role owner"]);
    bench.refuses(4, &[("create runner --project grp/app --as mia", "may not make or bring back runner tokens there")]);
    let own = bench.secret("create runner --instance --name big --tag a");
    bench.verdict(&own, "--access runner:jobs --project grp/app", "allow");
    bench.refuses(5, &[("create runner --instance --name big", "error: a live runner token is called `big` there")]);
    assert_eq!(runner(&bench, 1)["boundary"], "instance");
    bench.refuses(2, &[("create runner --instance --project grp/app", "cannot be used with")]);
}

#[test]
fn who_may_is_as_for_the_registration() {
    let bench = Bench::after(&[
        "project add grp/app",
        "user add mia",
        "user add dev",
        "member add mia --project grp/app --role maintainer",
        "member add dev --project grp/app --role developer",
    ]);
    bench.refuses(
        4,
        &[
            ("create runner-registration --instance --as mia", "only an admin may"),
            ("create runner-registration --group grp --as mia", "it takes the role owner there"),
            ("create runner-registration --project grp/app --as dev", "it takes the role maintainer there"),
        ],
    );
    let secret = bench.secret("create runner-registration --project grp/app --as mia");
    register(&bench, &secret, "").code(0);
    bench.ok("create runner --group grp -q");
    assert_eq!(bench.ok("runner list -q --as mia").ids(), [1]);
    assert_eq!(bench.ok("runner list -q").ids(), [1, 2]);
    assert_eq!(bench.ok("runner list -q --group grp").ids(), [2]);
    assert_eq!(bench.ok("runner list -q --project grp/app").ids(), [1]);
    for line in ["show 2", "pause 2", "resume 2", "rename 2 x", "delete 2 --yes", "show 9"] {
        bench.run(&format!("runner {line} --as mia")).code(3).says("error: there is no runner");
    }
    for line in ["show 1", "pause 1", "resume 1", "rename 1 x", "delete 1 --yes"] {
        bench.run(&format!("runner {line} --as dev")).code(3).says("error: there is no runner `1`");
        bench.ok(&format!("runner {line} --as mia"));
    }
}
