//! The environment: what is listened to, what is not, and what is never shown.

#![cfg(test)]

use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::support::{Bench, Child};

#[test]
fn help_shows_no_value_of_the_environment() {
    let bench = Bench::new();
    for line in [
        "--help",
        "create --help",
        "create deploy --help",
        "list --help",
        "verify --help",
        "store --help",
        "exec --help",
        "exec deploy --help",
        "help environment",
        "help files",
    ] {
        let told = bench.process(line).env("TOKCTL_STORE", "sentinel").env("TOKCTL_PROJECT", "sentinel");
        let told = told.env("CI_PROJECT_PATH", "sentinel").piped(b"");
        assert!(!told.code(0).out().contains("sentinel"), "{told}");
    }
}

#[test]
fn a_secret_in_a_variable_that_names_a_project_is_not_shown() {
    let mut bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry -q").text();
    bench.environment.project = Some(secret.clone().into());
    let told = bench.run("create deploy -s read_registry");
    told.is(
        2,
        "",
        "error: TOKCTL_PROJECT begins like a secret, and names no project\n  every process that is started with it can \
         read it\nhint: name the project with `--project PATH`\n",
    );
    assert!(!told.raw().windows(15).any(|window| window == &secret.as_bytes()[..15]));
    bench.environment.project = None;
    bench.environment.ci_project = Some(secret.into());
    bench.run("create deploy -s read_registry").code(2).says("error: CI_PROJECT_PATH begins like a secret");
}

#[test]
fn zone_language_and_hostile_variables_change_nothing() {
    let mut bench = Bench::new();
    bench.as_myself().at("2020-01-01T23:30:00Z").all(&[
        "create deploy -s read_registry --name ı --expires 2020-01-02",
        "create deploy -s read_registry --name i",
    ]);
    let expected = bench.process("list --all --json").piped(b"").code(0).out();
    let variables = [
        ("TZ", "Pacific/Kiritimati"),
        ("TZ", "America/Los_Angeles"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "invalid"),
        ("LANG", "C"),
        ("RUST_LOG", "trace"),
        ("RUST_BACKTRACE", "full"),
        ("TMPDIR", "/nonexistent"),
        ("SQLITE_TMPDIR", "/nonexistent"),
        ("SOURCE_DATE_EPOCH", "0"),
        ("FAKETIME", "2019-01-01"),
        ("USER", "mallory"),
    ];
    for (name, value) in variables {
        bench.process("list --all --json").env(name, value).piped(b"").is(0, &expected, "");
    }
}

#[test]
fn words_that_are_no_text_are_refused() {
    let bench = Bench::founded();
    for line in ["show", "list --name", "create deploy -s read_registry --name", "user add"] {
        let script = format!("tokctl {line} \"$(printf 'a\\377b')\"");
        Child::script(bench.home(), &script).piped(b"").code(2).stdout("").says("invalid UTF-8");
    }
}

#[test]
fn a_store_is_a_plain_private_file() {
    let bench = Bench::after(&["create deploy -s read_registry"]);
    bench.refuses(
        2,
        &[
            ("list --store ''", "error: `--store` is empty"),
            ("list --store :memory:", "error: `--store` is no plain path"),
            ("list --store file:x.db", "error: `--store` is no plain path"),
            ("list --store '~/x.db?mode=ro'", "error: `--store` has a `?` or a NUL in it"),
            ("list --store ~/", "error: `--store` names a directory"),
        ],
    );
    let store = bench.data().join("store.db");
    symlink(&store, bench.path("link.db")).unwrap();
    bench.refuses(7, &[("list --store ~/link.db", "error: the store `~/link.db` is a symbolic link")]);
    std::fs::write(bench.path("empty.db"), "").unwrap();
    std::fs::set_permissions(bench.path("empty.db"), std::fs::Permissions::from_mode(0o600)).unwrap();
    bench.refuses(7, &[("list --store ~/empty.db", "error: the store `~/empty.db` has zero bytes")]);
    std::fs::set_permissions(&store, std::fs::Permissions::from_mode(0o640)).unwrap();
    for line in ["list", "create deploy -s read_registry", "revoke 1 --yes"] {
        bench.run(line).code(7).stdout("").says("chmod");
    }
    std::fs::set_permissions(&store, std::fs::Permissions::from_mode(0o600)).unwrap();
    bench.run("list -q").is(0, "1\n", "");
}
