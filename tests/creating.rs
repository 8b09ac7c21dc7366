//! Creating a deploy token: what it is called, where it is valid, and what is refused.

#![cfg(test)]

use crate::support::Bench;

#[test]
fn a_live_name_is_a_conflict_and_a_dead_one_is_free() {
    let bench = Bench::after(&["project add grp/app", "create deploy -s read_registry --name ci"]);
    bench.run("create deploy -s write_registry --name ci").is(
        5,
        "",
        "error: a live deploy token is called `ci` there already\n  it is token 1\n\
         hint: choose another `--name`, or give it a new secret with `tokctl rotate 1`\n",
    );
    // Elsewhere, or of another kind, it is another name.
    bench.all(&[
        "create deploy -s read_registry --name ci --project grp/app",
        "create deploy -s read_registry --name ci --group grp",
        "create personal -s api --name ci",
        "create deploy -s read_registry --name CI",
        "revoke 1 --yes",
        "create deploy -s read_registry --name ci",
    ]);
    bench.run("list -q").is(0, "2\n3\n4\n5\n6\n", "");
}

#[test]
fn a_name_is_free_again_once_its_token_has_expired() {
    let mut bench = Bench::after(&["create deploy -s read_registry --name ci --expires 1d"]);
    bench.at("2026-06-15T23:59:59Z").run("create deploy -s read_registry --name ci").code(5);
    bench.later(1).ok("create deploy -s read_registry --name ci");
}

#[test]
fn a_made_up_name_steps_aside_for_one_that_was_chosen() {
    let bench = Bench::after(&["create deploy -s read_registry --name deploy-token-2"]);
    bench.ok("create deploy -s read_registry");
    let names: Vec<String> = bench.ok("list --format jsonl --columns name").out().lines().map(str::to_owned).collect();
    assert_eq!(names.len(), 2);
    assert_ne!(names[0].split_once("name"), names[1].split_once("name"));
}

#[test]
fn a_token_without_scopes_or_with_ones_it_cannot_carry_is_refused() {
    let bench = Bench::founded();
    bench.run("create deploy").is(
        2,
        "",
        "error: no scope is named, and a token without scopes opens nothing\nhint: add `--scope SCOPE`, one or more of \
         read_repository, read_registry, write_registry, read_package_registry, write_package_registry\n",
    );
    bench.run("create deploy -s api,read_registry").is(
        2,
        "",
        "error: a deploy token cannot carry the scope `api`\nhint: it can carry read_repository, read_registry, \
         write_registry, read_package_registry, write_package_registry\n",
    );
    bench.refuses(
        2,
        &[
            ("create deploy -s read_registri", "did you mean `read_registry`?"),
            ("create deploy -s READ_REGISTRY", "did you mean `read_registry`?"),
            ("create deploy -s ''", "error: a value is required for '--scope <SCOPE>'"),
            ("create deploy --scope", "a value is required"),
            ("create", ""),
            ("create deplot -s read_registry", "unrecognized subcommand"),
        ],
    );
    bench.run("list --all -q").is(0, "", "");
}

#[test]
fn usernames_are_plain_and_are_checked_when_presented() {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry --username A.b_c-d+e");
    bench.verdict(&secret, "--username A.b_c-d+e", "allow");
    bench.verdict(&secret, "--username a.b_c-d+e", "username");
    let long = "x".repeat(255);
    bench.ok(&format!("create deploy -s read_registry --username {long}"));
    for username in ["", "a b", "a:b", "a/b", "ä", &format!("{long}x")] {
        let words = ["create", "deploy", "-s", "read_registry", "--username", username];
        bench.run_with(&words, b"").code(2).stdout("").says("error: this username cannot be used");
    }
}

#[test]
fn names_that_mislead_are_refused() {
    let bench = Bench::founded();
    let long = "x".repeat(255);
    for name in [long.as_str(), "nightly build", "'); DROP TABLE tokens;--", "=1+1", "%_", "$(id)", "déjà vu", "👩‍👩‍👧"]
    {
        let words = ["create", "deploy", "-s", "read_registry", "--name", name];
        bench.run_with(&words, b"").code(0).secret();
        let found = bench.run_with(&["list", "--json", "--name", &glob::Pattern::escape(name)], b"").json();
        assert_eq!(found["tokens"][0]["name"], name);
    }
    let longer = "x".repeat(256);
    let wide = "x".repeat(65_536);
    let cases = [
        ("", "it needs 1 to 255 characters"),
        (&longer, "it needs 1 to 255 characters"),
        (&wide, "it needs 1 to 255 characters"),
        ("12", "it is a number, which would read as an id"),
        (" ", "it begins or ends with a blank"),
        ("a ", "it begins or ends with a blank"),
        ("a\nb", "it has control or other invisible characters in it"),
        ("a\u{1b}[31m", "it has control or other invisible characters in it"),
        ("a\u{202e}b", "it has control or other invisible characters in it"),
        ("a\0b", "it has control or other invisible characters in it"),
        ("\u{feff}a", "it has control or other invisible characters in it"),
    ];
    for (name, why) in cases {
        let words = ["create", "deploy", "-s", "read_registry", "--name", name];
        bench.run_with(&words, b"").is(2, "", &format!("error: this name cannot be used\n  {why}\n"));
    }
    bench.run("create deploy -s read_registry --name=-x").code(2).says("it begins with `-`, like an option");
    bench.run("create deploy -s read_registry --name glpat-x").code(2).says("begins like a secret");
    bench.run("list --count").is(0, "8\n", "");
}

#[test]
fn a_note_is_free_text_within_reason() {
    let bench = Bench::founded();
    bench.ok("create deploy -s read_registry --note 'for the build, see wiki'");
    let long = "x".repeat(1001);
    for note in [long.as_str(), "a\tb", "a\u{1b}b"] {
        let words = ["create", "deploy", "-s", "read_registry", "--note", note];
        bench.run_with(&words, b"").code(2).stdout("").says("error: this text cannot be used");
    }
}

#[test]
fn an_unknown_place_is_not_found_and_the_command_that_adds_it_is_named() {
    let bench = Bench::after(&["project add grp/app", "group add grp/sub"]);
    bench.run("create deploy -s read_registry --project grp/ap").is(
        3,
        "",
        "error: there is no project `grp/ap`\nhint: did you mean `grp/app`? `tokctl project add grp/ap` adds it\n",
    );
    bench.run("create deploy -s read_registry --project zzz/y").is(
        3,
        "",
        "error: there is no project `zzz/y`\nhint: `tokctl project add zzz/y` adds it\n",
    );
    bench.run("create deploy -s read_registry --group grp/sup").is(
        3,
        "",
        "error: there is no group `grp/sup`\nhint: did you mean `grp/sub` or `grp`? `tokctl group add grp/sup` adds it\n",
    );
    bench.refuses(2, &[("create deploy -s read_registry --project grp/app --group grp", "cannot be used with")]);
}

#[test]
fn the_project_that_a_variable_chose_is_said() {
    let mut bench = Bench::after(&["project add grp/app", "project add grp/ci"]);
    bench.environment.ci_project = Some("grp/ci".into());
    bench.ok("create deploy -s read_registry").says("CI_PROJECT_PATH names the project `grp/ci`\n");
    bench.environment.project = Some("grp/app".into());
    bench.ok("create deploy -s read_registry").says("TOKCTL_PROJECT names the project `grp/app`\n");
    let told = bench.ok("create deploy -s read_registry --project op/default");
    assert!(!told.err().contains("names the project"), "{told}");
    bench.environment.project = Some("".into());
    bench.ok("create deploy -s read_registry").says("CI_PROJECT_PATH names the project `grp/ci`\n");
    bench.environment.project = Some("grp/gone".into());
    bench.run("create deploy -s read_registry").code(3).stdout("").says("error: there is no project `grp/gone`");
    let places: Vec<String> = ["grp/ci", "grp/app", "op/default", "grp/ci"].map(str::to_owned).to_vec();
    let found = bench.ok("list --json").json();
    let found: Vec<&str> =
        found["tokens"].as_array().unwrap().iter().map(|token| token["where"].as_str().unwrap()).collect();
    assert_eq!(found, places);
}

#[test]
fn a_rehearsal_makes_nothing_and_no_store_either() {
    let bench = Bench::new();
    bench.run("create deploy -s read_registry --dry-run").is(
        0,
        "",
        "would make deploy token 1 `deploy-token-1` for the project op/default\n  \
           username  gitlab+deploy-token-1\n  \
           scopes    read_registry\n  \
           expires   never\n\
         nothing was made\n",
    );
    assert!(!bench.path(".local").exists());
    bench.ok("create deploy -s read_registry --name ci");
    bench.ok("create deploy -s read_registry --dry-run --to ~/secret").stdout("");
    bench.run("create deploy -s read_registry --dry-run --name ci").code(5);
    bench.run("create deploy -s read_registry --dry-run --expires 0d").code(2);
    bench.run("list --all -q").is(0, "1\n", "");
    assert!(!bench.path("secret").exists());
}
