//! What is said helps as it stands: paths that need quotes, kinds that have no date, files that are not there.

#![cfg(test)]

use crate::support::Bench;

#[test]
fn a_directory_that_is_missing_is_made_by_the_command_that_the_hint_offers() {
    let bench = Bench::founded();
    let told = bench.run("create deploy -s read_registry --to '~/no dir/x'");
    let told = if told.exit() == 2 {
        told
    } else {
        bench.run(&format!("create deploy -s read_registry --to '{}/no dir/x'", bench.home().display()))
    };
    told.code(2).says("hint: `mkdir -m 700 '").says("no dir'` makes it");
    for option in ["--ics", "--html"] {
        let told = bench.run(&format!("report {option} ~/nodir/x"));
        told.code(2).says("hint: `mkdir ").says("nodir` makes its directory");
    }
}

#[test]
fn a_token_without_a_date_is_offered_what_ends_it() {
    let bench = Bench::after(&["job start -q --project op/default --to ~/job"]);
    for end in ["2027-01-31", "2h", "nonsense"] {
        bench.run(&format!("shorten 1 --expires {end}")).is(
            2,
            "",
            "error: job tokens have no date on which they end\nhint: `tokctl job end 1` ends it now, with its job\n",
        );
    }
}

#[test]
fn a_calendar_offers_commands_that_are_of_use_and_name_the_store() {
    let bench = Bench::new();
    let store = format!("--store {}", bench.path("store.db").display());
    bench.all(&[
        &format!("create deploy -s read_registry --expires 90d --to ~/1 -q {store}"),
        &format!("rotate 1 --overlap 7d --to ~/2 -q {store}"),
    ]);
    let told = bench.ok(&format!("report --ics - {store}")).out().replace("\r\n ", "");
    assert!(told.contains("`tokctl --store ~/store.db rotate 2 --expires WHEN` makes its successor"), "{told}");
    assert!(!told.contains("rotate 1 ") && told.contains("It was rotated: its successor goes on"), "{told}");
}

#[test]
fn whoever_rotates_what_was_rotated_is_told_what_goes_on() {
    let bench = Bench::after(&["create deploy -s read_registry --to ~/1 -q", "rotate 1 --to ~/2 -q"]);
    bench.run("rotate 1").is(
        5,
        "",
        "error: token `1` has been rotated already\n  token 2 took its place, and whoever rotated it has the secret of \
         2\nhint: `tokctl rotate 2` rotates that one; `tokctl show 2` says who made it\n",
    );
}

#[test]
fn a_rehearsed_rotation_says_what_becomes_of_the_old_secret_and_looks_at_the_paths() {
    let bench = Bench::after(&["create deploy -s read_registry --to ~/1 -q"]);
    bench.run("rotate 1 --dry-run").code(0).says("token 1 would be dead\nnothing was changed");
    bench.run("rotate 1 --dry-run --overlap 10m").code(0).says("token 1 would go on working for 10m at most\n");
    let json = bench.ok("rotate 1 --dry-run --json").json();
    assert!(json["tokens"][0]["fingerprint"].is_null(), "{json}");
    let json = bench.ok("create deploy -s read_registry --dry-run --json").json();
    assert!(json["tokens"][0]["fingerprint"].is_null(), "{json}");
    bench.run("rotate 1 --dry-run --replace --to ~/nodir/1").code(2).says("there is no directory `");
    bench.run("rotate 1 --dry-run --replace --to ~/mistyped").code(0).says("to replace: it would be a new one");
    bench.run("rotate 1 --replace --to ~/mistyped").code(0).says("to replace: it is a new one");
    assert!(bench.path("mistyped").exists());
    bench.run("rotate 2 --replace --to ~/mistyped").code(0);
}

#[test]
fn a_suspended_token_is_said_to_be_so() {
    let bench = Bench::after(&[
        "create deploy --project op/default -s read_registry --name gitlab-deploy-token --to ~/1 -q",
        "suspend 1 -q",
    ]);
    let again =
        "create deploy --project op/default -s read_registry --name gitlab-deploy-token --to ~/1 --if-not-exists";
    bench.run(again).code(0).says("token 1 is suspended and opens nothing; `tokctl resume 1` brings it back");
    let json = bench.ok(&format!("{again} --json")).json();
    assert_eq!(json["tokens"][0]["state"], "suspended");
    let warning = "warning: token 1 `gitlab-deploy-token` is suspended, so the job has no password of it";
    bench.run("job start --project op/default --json").code(0).says(warning);
    bench.ok("resume 1 -q");
    let told = bench.ok("job start --project op/default --json");
    assert!(!told.err().contains("suspended"), "{told}");
}

#[test]
fn kinds_that_no_command_is_run_with_say_why() {
    let bench = Bench::founded();
    for (kind, why) in [
        ("oauth", "its application renews the pair"),
        ("runner", "a runner stays until it is removed"),
        ("deploy-key", "it has no secret to hand over"),
    ] {
        let told = bench.run(&format!("exec {kind} -- true"));
        told.code(125).says(&format!("error: there is no `exec {kind}`\n  {why}")).says("hint: `tokctl create ");
    }
    let words = "error: a job token is made with its job\nhint: `tokctl job start --project PATH` starts one\n";
    bench.run("create job").is(2, "", words);
    bench.run("exec nonsense -- true").code(125).says("unrecognized subcommand");
}

#[test]
fn a_host_without_tls_and_one_that_a_variable_names_reach_the_tools() {
    let mut bench = Bench::founded();
    let told =
        bench.run("create deploy -s read_registry --emit docker-config --host http://localhost:5000 --to ~/auth");
    told.code(0).says("next: skopeo list-tags --tls-verify=false --authfile ");
    let line = "create deploy -s read_registry --emit k8s-secret --to";
    bench.ok(&format!("{line} ~/plain.yaml -q"));
    bench.environment.host = Some("registry.example.com".into());
    bench.run(&format!("{line} ~/named.yaml")).code(0).says("for registry.example.com, as TOKCTL_HOST says");
    let read = |name: &str| std::fs::read_to_string(bench.path(name)).unwrap();
    assert!(read("plain.yaml").contains("type: kubernetes.io/basic-auth"));
    assert!(read("named.yaml").contains("type: kubernetes.io/dockerconfigjson"));
}

#[test]
fn whoever_cannot_add_a_place_is_not_told_to() {
    let bench = Bench::after(&["user add bob", "group add secret", "project add secret/app"]);
    for (line, sort) in [
        ("list --project secret/app", "project"),
        ("list --project no/app", "project"),
        ("list --group secret", "group"),
    ] {
        let told = bench.run(&format!("{line} --as bob"));
        told.code(3).says(&format!("hint: `tokctl {sort} list` shows those that you may see\n"));
    }
    bench.run("list --project no/app").code(3).says("`tokctl project add no/app` adds it");
    bench.run("list --project app").code(3).says("`tokctl project list` shows those that you may see");
    bench.run("list --project bob/app --as bob").code(3).says("`tokctl project add bob/app` adds it");
}
