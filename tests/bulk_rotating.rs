//! Rotating many tokens at once: by id into a directory, or by the options of `list`; all of them or none.

#![cfg(test)]

use std::fs;

use crate::bulk_creating::{all_of, open, secrets};
use crate::support::{Bench, Kept};

/// A store with five deploy tokens of one project, and their secrets.
fn bench() -> (Bench, Vec<Kept>) {
    let bench = Bench::after(&[
        "project add grp/app",
        "create deploy --project grp/app -s read_registry --number 5 --name ci --expires 30d --to ~/old",
    ]);
    let old = secrets(&fs::read(bench.path("old")).unwrap());
    (bench, old)
}

fn in_directory(bench: &Bench, directory: &str, id: i64) -> Vec<Kept> {
    secrets(&fs::read(bench.path(&format!("{directory}/token-{id}"))).unwrap())
}

#[test]
fn several_that_are_named_go_to_a_directory_or_in_their_order() {
    let (bench, old) = bench();
    bench.run("rotate 4 ci-2 --project grp/app --to-dir ~/new").is(
        0,
        "",
        "rotated: deploy token 4 `ci-4` for the project grp/app; token 6 takes its place\n\
         rotated: deploy token 2 `ci-2` for the project grp/app; token 7 takes its place\n\
         2 tokens rotated: their secrets are in ~/new, each in its own file, token-6 to token-7, and nothing can show \
         them again; the old ones are dead\n",
    );
    bench.verdict(&old[3], "", "rotated_out");
    bench.verdict(&old[1], "", "rotated_out");
    bench.verdict(&old[0], "", "allow");
    open(&bench, &in_directory(&bench, "new", 6), 6..=6);
    open(&bench, &in_directory(&bench, "new", 7), 7..=7);
    let told = bench.ok("rotate 5 1 -q");
    open(&bench, &secrets(&told.stdout_bytes()), 8..=9);
    let tokens = bench.ok("list --all --json").json();
    let predecessor = |at: usize| tokens["tokens"][at]["predecessor"].as_i64().unwrap();
    assert_eq!([5, 6, 7, 8].map(predecessor), [4, 2, 5, 1]);
    bench.ok("rotate 6 --to-dir ~/new").says("1 token rotated: its secret is in ~/new/token-10, and nothing");
    bench.ok("rotate 7 8 --to ~/file");
    open(&bench, &secrets(&fs::read(bench.path("file")).unwrap()), 11..=12);
    assert_eq!(
        bench.actions(5),
        [
            "token.rotate ci-2",
            "token.replaced ci-2",
            "token.rotate ci-5",
            "token.replaced ci-5",
            "token.rotate_many 2 tokens"
        ]
    );
}

#[test]
fn one_that_cannot_be_rotated_stops_all_that_are_named() {
    let (bench, _) = bench();
    bench.all(&[
        "suspend 3",
        "revoke 4 --yes",
        "job start --project grp/app -q --to ~/job",
        "rotate 5 --overlap 1d -q --to ~/5",
    ]);
    let before = all_of(&bench);
    let cases = [
        (3, "1 99", "there is no token `99`"),
        (5, "1 3", "token `3` is suspended and cannot be rotated"),
        (5, "1 4", "token `4` is revoked and cannot be rotated"),
        (2, "1 6", "job tokens do not rotate\n  it is about token 6\n"),
        (5, "1 5", "token `5` has been rotated already"),
        (5, "1 7", "token `7` was rotated a short while ago"),
        (2, "1 2 1", "token `1` is named twice"),
        (2, "1 ci-2", "`ci-2` is no id"),
    ];
    for (code, ids, words) in cases {
        for place in ["--to-dir ~/new", "--to ~/new", "--to-dir ~/new --dry-run", "--json"] {
            bench.run(&format!("rotate {ids} {place}")).code(code).stdout("");
        }
        bench.run(&format!("rotate {ids} --to-dir ~/new")).says(words);
    }
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("new").exists());
}

#[test]
fn of_a_selection_what_cannot_be_rotated_is_left_out_and_counted() {
    let (mut bench, old) = bench();
    bench.all(&[
        "suspend 3",
        "job start --project grp/app -q --to ~/job",
        "rotate 5 --overlap 1d -q --to ~/5",
        "create project-access --project grp/app -s api --name bot -q --to ~/bot",
    ]);
    let rest = "left out: 1 token (job tokens do not rotate)\n\
                left out: 1 token (made by a rotation whose overlap lasts)\n\
                left out: 1 token (rotated already)\n\
                left out: 1 token (suspended)\n";
    let before = all_of(&bench);
    let told = bench.run("rotate --project grp/app --to-dir ~/new --dry-run");
    told.is(
        0,
        "",
        &format!(
            "{rest}would be rotated: deploy token 1 `ci-1` for the project grp/app\n\
             would be rotated: deploy token 2 `ci-2` for the project grp/app\n\
             would be rotated: deploy token 4 `ci-4` for the project grp/app\n\
             would be rotated: project-access token 8 `bot` for the project grp/app\n\
             4 tokens would be rotated; nothing was changed\n"
        ),
    );
    bench.run("rotate --project grp/app --to-dir ~/new --dry-run --format ids").stdout("1\n2\n4\n8\n");
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("new").exists());
    let told = bench.ok("rotate --project grp/app --to-dir ~/new --yes --expires 90d --overlap 1h");
    assert!(told.err().starts_with(rest), "{told}");
    told.says(
        "4 tokens rotated: their secrets are in ~/new, each in its own file, token-9 to token-12, and nothing can \
               show them again; the old ones go on working for 1h at most\n",
    );
    for (id, end) in [(9, "2026-09-13T00:00:00Z"), (12, "2026-09-13T00:00:00Z")] {
        open(&bench, &in_directory(&bench, "new", id), id..=id);
        assert_eq!(bench.ok(&format!("show {id} --json")).json()["tokens"][0]["expires_at"], end);
    }
    bench.verdict(&old[0], "", "allow");
    bench.later(3600).verdict(&old[0], "", "rotated_out");
    // The bot passed to the successor.
    assert_eq!(bench.ok("user list --json").json()["users"].as_array().unwrap().len(), 2);
    bench.run("rotate --kind deploy-key --to-dir ~/none --yes").is(
        0,
        "",
        "no token matches that can be rotated, so none was\n",
    );
    bench.run("rotate --kind deploy-key --to-dir ~/none").is(
        0,
        "",
        "no token matches that can be rotated, so none was\n",
    );
    assert!(!bench.path("none").exists());
}

#[test]
fn the_counts_of_list_of_the_rehearsal_and_of_the_deed_agree() {
    let bench = Bench::after(&[
        "project add grp/app",
        "create deploy --project grp/app -s read_registry --number 1500 --name ci --to ~/old",
        "create project-access --project grp/app -s api --number 50 --name bot --to ~/bots",
    ]);
    let count = |line: &str| bench.ok(line).out();
    assert_eq!(count("list --project grp/app --count"), "1550\n");
    bench.ok("rotate --project grp/app --to-dir ~/new -n").says("1550 tokens would be rotated; nothing was changed\n");
    bench.ok("rotate --project grp/app --to-dir ~/new -y").says("1550 tokens rotated: ");
    assert_eq!(fs::read_dir(bench.path("new")).unwrap().count(), 1550);
    assert_eq!(
        (count("list --project grp/app --count"), count("list --revoked --count")),
        ("1550\n".into(), "1550\n".into())
    );
    open(&bench, &in_directory(&bench, "new", 1551), 1551..=1551);
    open(&bench, &in_directory(&bench, "new", 3100), 3100..=3100);
}

#[test]
fn a_selection_says_where_its_secrets_go_and_that_it_is_meant() {
    let (bench, _) = bench();
    let before = all_of(&bench);
    bench.run("rotate --project grp/app --to-dir ~/new").is(
        2,
        "",
        "error: the old secrets would die, and nobody is there to be asked\n  5 tokens would be rotated\n\
         hint: add `--yes`, or look first with `--dry-run`\n",
    );
    bench.refuses(
        2,
        &[
            ("rotate --to-dir ~/new --yes", "error: nothing is selected"),
            ("rotate --all --to-dir ~/new --yes", "error: nothing is selected"),
            ("rotate 1 --expired --to-dir ~/new", "error: tokens are named and selected at once"),
            ("rotate 1 2 --project grp/app", "error: `1` is an id, and an id is meant in no boundary"),
            ("rotate --project grp/app --yes", "error: bare secrets do not say whose they are"),
            ("rotate --project grp/app --yes --to ~/new", "error: bare secrets do not say whose they are"),
            ("rotate --project grp/app --yes --emit env", "error: `--emit env` holds one secret, and here are many"),
            ("rotate 1 2 --emit env", "error: `--emit env` holds one secret, and here are many"),
            ("rotate 1 2 --to ~/old --replace", "error: `--replace` is for one token"),
            ("rotate 1 2 --replace", "--to <FILE>"),
        ],
    );
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("new").exists());
    let told = bench.ok("rotate --project grp/app --yes --json");
    let json: serde_json::Value = serde_json::from_slice(&told.stdout_bytes()).unwrap();
    assert_eq!(json["tokens"].as_array().unwrap().len(), 5);
}

#[test]
fn a_policy_or_a_role_that_stops_one_stops_all() {
    let (bench, _) = bench();
    bench.all(&[
        "create deploy --group grp -s read_registry --name group -q --to ~/g",
        "create deploy -s read_registry --name mine -q --to ~/m",
        "user add ann",
        "member add ann --group grp --role maintainer",
    ]);
    let before = all_of(&bench);
    bench.run("rotate --scope read_registry --to-dir ~/new --yes --as ann").is(
        4,
        "",
        "error: 1 of these 6 tokens may not be rotated by you\n  nothing was changed; it is about 6\n\
         hint: narrow the selection, or let somebody do it who may\n",
    );
    bench
        .run("rotate 1 6 --to-dir ~/new --as ann")
        .code(4)
        .says("`ann` may not make or bring back deploy tokens there");
    bench.run("rotate 1 7 --to-dir ~/new --as ann").code(3).says("there is no token `7`");
    assert_eq!(all_of(&bench), before);
    bench.ok("policy set max-life 60d");
    let before = all_of(&bench);
    bench
        .run("rotate --scope read_registry --to-dir ~/new --yes")
        .code(4)
        .says("the policy `max-life` demands an earlier end");
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("new").exists());
    bench.ok("rotate --scope read_registry --to-dir ~/new --yes --expires 60d").says("7 tokens rotated");
}

#[test]
fn what_its_user_can_have_no_more_is_left_out() {
    let bench = Bench::after(&[
        "user add ann",
        "user add bob",
        "create personal --user ann -s read_api -q --to ~/1",
        "create personal --user bob -s read_api -q --to ~/2",
        "create impersonation --user bob -s read_api -q --to ~/3",
        "user block bob",
    ]);
    let told = bench.ok("rotate --created-by op --to-dir ~/new --yes");
    told.says("left out: 2 tokens (`bob` is blocked and can be given no token)\n").says("1 token rotated: ");
    bench.ok("user unblock bob");
    bench
        .ok("rotate --user bob --to-dir ~/new --yes --as bob")
        .says("left out: 1 token (impersonation tokens are an admin's to rotate)\n")
        .says("rotated: personal token 2 ");
}

#[test]
fn somebody_at_a_terminal_is_asked() {
    let ask = |answer: &str| {
        let mut bench = Bench::new();
        bench.process("create deploy -s read_registry --number 25 --name ci --to old -q").piped(b"").code(0);
        let (code, shown) = bench.process("rotate --name 'ci-*' --to-dir new").on_terminal(answer);
        bench.as_myself();
        (bench, code, shown)
    };
    let (bench, code, shown) = ask("n");
    assert_eq!(code, 130, "{shown}");
    assert!(
        shown.contains("and 5 more") && shown.contains("Rotate 25 tokens, so that their old secrets die at once?"),
        "{shown}"
    );
    assert!(shown.contains("nothing was changed") && !bench.path("new").exists(), "{shown}");
    let (bench, code, shown) = ask("y");
    assert_eq!(code, 0, "{shown}");
    assert!(shown.contains("25 tokens rotated: "), "{shown}");
    assert_eq!(fs::read_dir(bench.path("new")).unwrap().count(), 25);
}
