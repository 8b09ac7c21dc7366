//! Rules that are about every kind there is: a new kind has no test here until it has a line.

#![cfg(test)]

use std::fs;

use regex::Regex;
use tokctl::domain::kind::Kind;

use crate::support::{Bench, Kept};

/// Returns the command that makes one; those of jobs and applications have their ends from what they are of.
fn line(kind: Kind) -> &'static str {
    match kind {
        Kind::Personal => "create personal --user bob -s api",
        Kind::Impersonation => "create impersonation --user bob -s api",
        Kind::Oauth => "create oauth --app site --user bob -s api",
        Kind::ProjectAccess => "create project-access --project grp/app -s api",
        Kind::Deploy => "create deploy --project grp/app -s read_registry",
        Kind::DeployKey => "create deploy-key --project grp/app --key ~/key.pub",
        Kind::RunnerRegistration => "create runner-registration --project grp/app",
        Kind::Runner => "create runner --project grp/app",
        Kind::Job => "job start --project grp/app --user bob",
    }
}

fn bench() -> Bench {
    let bench = Bench::after(&[
        "project add grp/app",
        "user add bob",
        "member add bob --project grp/app --role maintainer",
        "app add site --scope api --owner bob",
    ]);
    fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    bench
}

/// Makes one of a kind; a deploy key has no secret, and its public half is asked about.
fn made(bench: &Bench, kind: Kind) -> Vec<u8> {
    let told = bench.ok(&format!("{} -q", line(kind)));
    if kind == Kind::DeployKey {
        return crate::keys::ONE.as_bytes().to_vec();
    }
    let first = told.stdout_bytes().split(|byte| *byte == b'\n').next().unwrap().to_vec();
    Kept::parse(&first).unwrap().expose().to_vec()
}

#[test]
fn a_policy_about_ends_is_about_every_kind_that_has_a_date() {
    for kind in Kind::all() {
        let bench = bench();
        bench.all(&["policy set require-expiry on", "policy set max-life 30d"]);
        let line = line(kind);
        if !kind.is_dated() {
            bench.run(&format!("{line} --expires 60d")).code(2);
            // Its life is that of its job, its consent or its runner.
            bench.ok(&format!("{line} -q"));
            continue;
        }
        bench.run(line).code(4).stdout("").says("the policy `require-expiry` is on");
        bench.run(&format!("{line} --expires never")).code(4).stdout("");
        bench
            .run(&format!("{line} --expires 31d"))
            .code(4)
            .stdout("")
            .says("the policy `max-life` demands an earlier end");
        bench.ok(&format!("{line} --expires 30d -q"));
    }
}

#[test]
fn a_user_who_is_blocked_stops_every_kind_that_acts_as_a_user() {
    for kind in Kind::all() {
        let bench = bench();
        let secret = made(&bench, kind);
        let verdict = || bench.run_with(&["verify"], &secret).exit();
        assert_eq!(verdict(), 0, "{kind}");
        bench.ok("user block bob");
        let is_his = matches!(kind, Kind::Personal | Kind::Impersonation | Kind::Oauth | Kind::Job);
        assert_eq!(verdict(), i32::from(is_his), "{kind}");
        bench.ok("user unblock bob");
        assert_eq!(verdict(), 0, "{kind}");
        bench.ok("user delete bob --yes");
        assert_eq!(verdict(), i32::from(is_his), "{kind} is left");
    }
}

#[test]
fn every_kind_that_is_revoked_is_dead_whatever_comes_after() {
    for kind in Kind::all() {
        let bench = bench();
        let secret = made(&bench, kind);
        bench.ok("revoke 1 --yes");
        for line in [
            "resume 1",
            "shorten 1 --expires 2d",
            "rotate 1",
            "suspend 1",
            "user block bob",
            "user unblock bob",
            "store compact",
        ] {
            bench.run(line);
            bench.run_with(&["verify"], &secret).code(1);
        }
    }
}

#[test]
fn no_form_of_any_kind_holds_an_address_with_the_secret_in_it() {
    let address = Regex::new(r"[a-z+]+://\S*").unwrap();
    for kind in Kind::all() {
        for form in ["secret", "json", "env", "docker-config", "netrc", "git-credential", "runner-toml", "k8s-secret"] {
            let bench = bench();
            let told = bench.run(&format!("{} --emit {form}", line(kind)));
            if told.exit() != 0 {
                continue;
            }
            let text = String::from_utf8(told.raw()).unwrap();
            for found in address.find_iter(&text) {
                let is_bare = !found.as_str().contains('@')
                    && !found.as_str().split(['/', '=', ':']).any(|word| Kept::parse(word.as_bytes()).is_some());
                assert!(is_bare, "{kind} as {form}: an address holds the secret");
            }
        }
    }
}

#[test]
fn bots_that_come_and_go_leave_no_users_behind() {
    let bench = bench();
    let count = |sql: &str| crate::atomic::open(&bench).query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let members = count("SELECT count(*) FROM members");
    for round in 0..30 {
        bench.ok("create project-access --project grp/app -s api --name ci -q --to ~/out");
        fs::remove_file(bench.path("out")).unwrap();
        bench.ok("revoke ci --project grp/app --yes");
        // The admin, bob, and the Ghost User once there was something for him.
        let users = count("SELECT count(*) FROM users");
        assert!(users <= 3, "round {round}: {users} users");
    }
    assert_eq!(count("SELECT count(*) FROM members"), members);
}
