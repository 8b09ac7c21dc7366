//! Errors: in words or as JSON, with what helps, and never with a secret.

#![cfg(test)]

use serde_json::json;

use crate::support::Bench;

#[test]
fn errors_are_json_on_standard_error_where_json_was_asked_for() {
    let bench = Bench::founded();
    let cases = [
        ("show 9 --json", 3, "not_found", "there is no token `9`"),
        ("show 9 --format json", 3, "not_found", "there is no token `9`"),
        ("show 9 --format=json", 3, "not_found", "there is no token `9`"),
        ("--json show ci", 2, "usage", "`ci` is no id, and a name needs the boundary it is meant in"),
        ("create deploy --json", 2, "usage", "no scope is named, and a token without scopes opens nothing"),
        ("user add ghost --json", 4, "refused", "this username is reserved"),
        ("user add op --json", 5, "conflict", "the name `op` is taken"),
        ("list --store ~/no.db --json", 7, "store", "there is no store at `~/no.db`"),
        ("list --nonsense --json", 2, "usage", "unexpected argument '--nonsense' found"),
        ("nonsense --json", 2, "usage", "unrecognized subcommand 'nonsense'"),
    ];
    for (line, code, word, message) in cases {
        let told = bench.run(line);
        let error = told.code(code).stdout("").json_error();
        assert_eq!((&error["error"]["code"], &error["error"]["message"]), (&json!(word), &json!(message)), "{told}");
        let keys: Vec<&String> = error["error"].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["code", "hint", "message", "why"], "{told}");
    }
    let told = bench.run("show 9 --json");
    assert_eq!(told.json_error()["error"]["hint"], "`tokctl list --all` shows the tokens there are");
}

#[test]
fn a_part_that_failed_is_an_error_of_its_own_in_json_too() {
    let bench = Bench::after(&["create deploy -s read_registry"]);
    let told = bench.run("revoke 1 9 --yes --json -q");
    told.code(1);
    assert_eq!(told.json()["tokens"].as_array().unwrap().len(), 1);
    assert_eq!(told.json_error()["error"]["code"], "not_found");
}

#[test]
fn a_secret_in_the_arguments_is_refused_and_not_shown() {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry").text();
    let cut = &secret[..15];
    let lines: [&[&str]; 12] = [
        &["verify", &secret],
        &["verify", "--secret", &secret],
        &["show", &secret],
        &["revoke", &secret, "--yes"],
        &["rotate", cut],
        &["list", "--name", &secret],
        &["create", "deploy", "-s", "read_registry", &format!("--name={secret}")],
        &["create", "deploy", "-s", "read_registry", "--note", &format!("see https://u:{secret}@host/x.git")],
        &["create", "deploy", "--scope", cut],
        &["--as", &secret, "list"],
        &[&secret],
        &["list", "--", &secret],
    ];
    for line in lines {
        for json in [false, true] {
            let words = [line, if json { &["--json"][..] } else { &[] }].concat();
            let told = bench.run_with(&words, b"");
            told.code(2).stdout("").says("one of the arguments begins like a secret, so nothing was done");
            told.says("that secret is leaked: revoke its token");
            assert!(!told.raw().windows(cut.len()).any(|window| window == cut.as_bytes()), "it is shown: {told}");
        }
    }
    bench.run("list -q").is(0, "1\n", "");
}

#[test]
fn words_that_are_no_commands_are_refused_with_the_near_one() {
    let bench = Bench::founded();
    bench.refuses(
        2,
        &[
            ("lst", "did you mean `list`?"),
            ("list --expird", "did you mean `--expired`?"),
            ("", "Usage: tokctl"),
            ("user", "Usage: tokctl user"),
            ("show 1 2", "unexpected argument '2' found"),
        ],
    );
    let told = bench.run("--help");
    told.code(0).stderr("");
    for words in ["create", "list", "Exit codes:", "130  interrupted"] {
        assert!(told.out().contains(words), "{words}: {told}");
    }
    assert!(bench.run("--version").code(0).out().starts_with("tokctl "));
}

#[test]
fn quiet_keeps_words_back_and_no_error() {
    let bench = Bench::new();
    let told = bench.run("create deploy -s read_registry -q");
    told.is(0, "deploy…\n", "");
    bench.run("project add grp/app -q").is(0, "", "");
    bench.run("rotate 1 -q --to ~/new").is(0, "", "");
    bench.run("list -q").is(0, "2\n", "");
    bench.run("revoke 2 --yes -q").is(0, "", "");
    bench.run("list --expired -q").is(0, "", "");
    bench.run("show 9 -q").code(3).says("error: there is no token `9`");
}

#[test]
fn nothing_is_asked_where_no_person_is() {
    let mut bench = Bench::after(&["create deploy -s read_registry"]);
    for line in ["create deploy", "create deploy --no-input", "revoke 1", "revoke 1 --no-input"] {
        bench.run(line).code(2).stdout("");
    }
    bench.environment.ci = true;
    bench.run("create deploy").code(2).says("add `--scope SCOPE`");
    bench.run("revoke 1").code(2).says("add `--yes`");
    bench.run("list -q").is(0, "1\n", "");
}

#[test]
fn characters_that_a_terminal_obeys_never_reach_it() {
    let bench = Bench::founded();
    for word in ["a\u{7}b", "a\u{1b}[31mb", "a\rb", "a\u{202e}b", "a\u{9b}b", "a\nb"] {
        let lines = [
            vec!["show", word, "--project", "op/default"],
            vec!["list", "--kind", word],
            vec!["list", "--project", word],
            vec!["list", "--user", word],
            vec!["list", "--columns", word],
            vec!["list", "--expiring", word],
            vec![word],
            vec!["project", "add", word],
            vec!["create", "deploy", "-s", "read_registry", "--expires", word],
        ];
        for line in lines {
            for json in [false, true] {
                let words = [line.as_slice(), if json { &["--json"] } else { &[] }].concat();
                let told = bench.run_with(&words, b"");
                let obeyed = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
                assert!(!told.err().contains(obeyed) && !told.out().contains(obeyed), "{line:?}: {told:?}");
            }
        }
    }
}

#[test]
fn what_was_typed_wrongly_is_told_with_the_help_of_its_own_command() {
    let bench = Bench::founded();
    let of = |command: &str| format!("hint: `tokctl {command} --help` tells how it is used\n");
    for (line, what, command) in [
        ("list --limit x", "invalid value 'x' for '--limit <N>': it takes a whole number, 1 or more", "list"),
        ("list --limit 0", "invalid value '0' for '--limit <N>': it takes a whole number, 1 or more", "list"),
        (
            "list --created-before 30d",
            "it takes a date as in `2027-01-31`, for its 00:00:00 UTC, or an instant",
            "list",
        ),
        ("list --created-after 2026-1-1", "it takes a date as in `2027-01-31`", "list"),
        ("list --created-after 31-12-2026", "it takes a date as in `2027-01-31`", "list"),
        ("list --created-after 2026-02-30", "there is no `2026-02-30` in the calendar", "list"),
        ("list --created-after 1969-12-31", "it lies outside the years 1970 to 9999 of UTC", "list"),
        ("list --as-of -3d", "so long ago is written without a sign, as in `3d`", "list"),
        ("log list --since -24h", "so long ago is written without a sign, as in `24h`", "log list"),
        ("create deploy --zzz", "unexpected argument '--zzz' found", "create deploy"),
        ("create deploy -s read_registry --expires", "a value is required", "create deploy"),
        ("user zzz", "unrecognized subcommand 'zzz'", "user"),
    ] {
        let told = bench.run(line);
        let first = told.code(2).stdout("").err().lines().next().unwrap_or_default().to_owned();
        assert!(first.contains(what), "{told}");
        let last = told.err().lines().last().map(|line| format!("{line}\n")).unwrap_or_default();
        assert_eq!(last, of(command), "{told}");
    }
    bench
        .run("list --scope nope")
        .code(2)
        .says("invalid value 'nope' for '--scope <SCOPE>'\n  there are api, read_user");
    assert!(!bench.run("list --scope nope").err().contains("did you mean"));
    assert!(bench.run("list --access repo:write").code(2).err().contains("did you mean `repository:write`?"));
    assert!(bench.run("zzz").code(2).err().contains("`tokctl --help` lists the commands"));
}
