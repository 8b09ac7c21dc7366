//! `create KIND --number N`: many at once, in one transaction, all of them or none.

#![cfg(test)]

use std::fs::{self, File};

use crate::support::{Bench, Kept, Told};

/// Returns the secrets of a text, a line each.
pub(crate) fn secrets(text: &[u8]) -> Vec<Kept> {
    let lines = text.strip_suffix(b"\n").expect("a line end").split(|byte| *byte == b'\n');
    lines.map(|line| Kept::parse(line).expect("a secret")).collect()
}

/// Asserts that each of these secrets opens the token of its place in a row of ids.
#[track_caller]
pub(crate) fn open(bench: &Bench, secrets: &[Kept], ids: impl Iterator<Item = i64>) {
    let ids: Vec<i64> = ids.collect();
    assert_eq!(secrets.len(), ids.len());
    for (secret, id) in secrets.iter().zip(ids) {
        let told = bench.verify(secret, "--json");
        told.code(0);
        assert_eq!(told.json()["verdicts"][0]["id"], id);
    }
}

/// Returns everything that is in a store, as its listings show it.
pub(crate) fn all_of(bench: &Bench) -> String {
    let told = ["list --all --json", "user list --json", "log list --json"].map(|line| bench.ok(line).out());
    told.concat()
}

fn names(bench: &Bench) -> Vec<String> {
    let json = bench.ok("list --json").json();
    json["tokens"].as_array().unwrap().iter().map(|token| token["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn secrets_come_a_line_each_in_the_order_of_the_ids() {
    let bench = Bench::founded();
    let told = bench.run("create deploy -s read_registry --number 3 --name ci --expires 30d");
    told.is(
        0,
        "deploy…\ndeploy…\ndeploy…\n",
        "made 3 deploy tokens, 1 to 3 for the project op/default\n  \
           names     ci-1 to ci-3\n  \
           scopes    read_registry\n  \
           expires   2026-07-15T00:00:00Z\n\
         their secrets were shown once, in the order of the ids, and nothing can show them again; \
         `tokctl revoke $(seq 1 3)` takes them back\n",
    );
    open(&bench, &secrets(&told.stdout_bytes()), 1..=3);
    assert_eq!(names(&bench), ["ci-1", "ci-2", "ci-3"]);
    bench.run("create deploy -s read_registry --number 1 --name one -q --to ~/one").is(0, "", "");
    open(&bench, &secrets(&fs::read(bench.path("one")).unwrap()), 4..=4);
    bench.run("create deploy -s read_registry --number 2 -q --to ~/two").is(0, "", "");
    assert_eq!(names(&bench)[3..], ["one-1", "deploy-token-5", "deploy-token-6"]);
}

#[test]
fn one_document_of_json_holds_them_all() {
    let bench = Bench::founded();
    let told = bench.ok("create deploy -s read_registry --number 2 --json");
    let json: serde_json::Value = serde_json::from_slice(&told.stdout_bytes()).unwrap();
    let tokens = json["tokens"].as_array().unwrap();
    let kept = |token: &serde_json::Value| Kept::parse(token["secret"].as_str().unwrap().as_bytes()).unwrap();
    open(&bench, &tokens.iter().map(kept).collect::<Vec<_>>(), 1..=2);
    // Beside a file the records come without the secrets.
    let told = bench.ok("create deploy -s read_registry --number 2 --json --to ~/out");
    let ids: Vec<i64> =
        told.json()["tokens"].as_array().unwrap().iter().map(|token| token["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, [3, 4]);
    assert!(!String::from_utf8_lossy(&told.raw()).contains("secret\""));
    open(&bench, &secrets(&fs::read(bench.path("out")).unwrap()), 3..=4);
}

#[test]
fn every_kind_with_common_options_is_made_by_the_number() {
    let bench = Bench::after(&["project add grp/app", "user add ann"]);
    bench.all(&[
        "create personal -s read_api --number 2 --to ~/1",
        "create impersonation --user ann -s read_api --number 2 --name as --to ~/2",
        "create project-access --project grp/app -s api --number 3 --name bot --to ~/3",
        "create deploy --group grp -s read_registry --username robot --number 2 --to ~/4",
        "create runner-registration --instance --uses 3 --number 2 --name reg --to ~/5",
    ]);
    for (file, ids) in [("1", 1..=2), ("2", 3..=4), ("3", 5..=7), ("4", 8..=9), ("5", 10..=11)] {
        open(&bench, &secrets(&fs::read(bench.path(file)).unwrap()), ids);
    }
    let users = bench.ok("user list --json").json();
    let bots: Vec<(&str, &str)> = users["users"].as_array().unwrap()[2..]
        .iter()
        .map(|user| (user["username"].as_str().unwrap(), user["name"].as_str().unwrap()))
        .collect();
    assert_eq!(bots, [("project_2_bot", "bot-1"), ("project_2_bot1", "bot-2"), ("project_2_bot2", "bot-3")]);
    assert_eq!(bench.ok("show 11 --json").json()["tokens"][0]["use_limit"], 3);
    assert_eq!(bench.ok("show 9 --json").json()["tokens"][0]["username"], "robot");
    bench.all(&[
        "app add dash --scope read_api",
        "create oauth --app dash --number 2 --name pair --to ~/6",
        "create runner --instance --tag docker --number 2 --name rack --to ~/7",
    ]);
    // Of a pair both are handed over, the access secret first.
    let pairs = secrets(&fs::read(bench.path("6")).unwrap());
    assert_eq!(pairs.len(), 4);
    open(&bench, &[0, 2].map(|at: usize| Kept::parse(pairs[at].expose()).unwrap()), 12..=13);
    open(&bench, &secrets(&fs::read(bench.path("7")).unwrap()), 14..=15);
    assert_eq!(bench.ok("show 15 --json").json()["tokens"][0]["name"], "rack-2");
    // Each key is of a pair of its own.
    bench.refuses(2, &[("create deploy-key --key ~/x --number 2", "--number")]);
}

#[test]
fn bots_step_aside_for_those_that_are_there() {
    let bench = Bench::after(&["project add grp/app", "create project-access --project grp/app -s api -q --to ~/0"]);
    bench.all(&[
        "create project-access --project grp/app -s api --number 2 --to ~/1",
        "revoke 2 --yes",
        "create project-access --project grp/app -s api --number 2 --to ~/2",
    ]);
    let users = bench.ok("user list --json").json();
    let name = |user: &serde_json::Value| user["username"].as_str().unwrap().to_owned();
    let names: Vec<String> = users["users"].as_array().unwrap()[1..].iter().map(name).collect();
    assert_eq!(names, ["project_2_bot", "project_2_bot2", "project_2_bot1", "project_2_bot3"]);
}

#[test]
fn each_has_its_event_and_all_of_them_one_more() {
    let bench = Bench::founded();
    bench.ok("create deploy -s read_registry --number 1200 --name ci --to ~/out");
    let told = bench.actions(1201);
    assert_eq!((told[0].as_str(), told[1199].as_str()), ("token.create ci-1", "token.create ci-1200"));
    assert_eq!(told[1200], "token.create_many 1200 tokens");
    let event = &bench.ok("log list --limit 1 --json").json()["events"][0];
    assert_eq!(event["after"].to_string(), r#"{"count":1200,"first":1,"from":null,"kind":"deploy","last":1200}"#);
    assert_eq!(secrets(&fs::read(bench.path("out")).unwrap()).len(), 1200);
    assert_eq!(bench.ok("list --count").out(), "1200\n");
}

#[test]
fn a_name_that_is_taken_stops_all_of_them() {
    let bench = Bench::after(&["create deploy -s read_registry --name ci-3 -q --to ~/0"]);
    let before = all_of(&bench);
    bench.run("create deploy -s read_registry --number 5 --name ci --to ~/out").is(
        5,
        "",
        "error: a live deploy token is called `ci-3` there already\n  it is token 1\n\
         hint: choose another `--name`, or give it a new secret with `tokctl rotate 1`\n",
    );
    bench.run("create deploy -s read_registry --number 5 --name ci").code(5).stdout("");
    let long = "x".repeat(254);
    bench.run(&format!("create deploy -s read_registry --number 2 --name {long} --to ~/out")).code(2);
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("out").exists());
    // A name that is made up steps aside, for one that is there and for one of these.
    bench.ok("create deploy -s read_registry --name deploy-token-4 -q --to ~/1");
    bench.ok("create deploy -s read_registry --number 3 --to ~/2");
    assert_eq!(names(&bench), ["ci-3", "deploy-token-4", "deploy-token-3", "deploy-token-4-2", "deploy-token-5"]);
}

#[test]
fn a_rehearsal_says_the_same_and_changes_nothing() {
    let bench = Bench::founded();
    let before = all_of(&bench);
    let told = bench.run("create deploy -s read_registry --number 40 --name ci --to ~/out --dry-run --json");
    told.code(0).says("would make 40 deploy tokens, 1 to 40 for the project op/default\n");
    assert_eq!(told.json()["tokens"].as_array().unwrap().len(), 40);
    assert_eq!(all_of(&bench), before);
    assert!(!bench.path("out").exists());
    fs::write(bench.path("out"), "mine").unwrap();
    bench.run("create deploy -s read_registry --number 40 --to ~/out --dry-run").code(5);
    // Where there is no store, a rehearsal makes none.
    let bench = Bench::new();
    bench.ok("create deploy -s read_registry --number 3 --dry-run").says("would make 3 deploy tokens, 1 to 3");
    assert!(!bench.data().exists());
}

#[test]
fn a_pipe_takes_what_fits_at_once_and_no_more() {
    let mut bench = Bench::new();
    bench.process("store init -q").piped(b"").code(0);
    bench.as_myself();
    let create = |number: u32, more: &str| format!("create deploy -s read_registry --number {number} {more}");
    let told = bench.process(&create(89, "-q")).piped(b"");
    open(&bench, &secrets(&told.code(0).stdout_bytes()), 1..=89);
    let before = all_of(&bench);
    for (number, more) in [(90, ""), (9, "--json"), (100_000, "")] {
        let told = bench.process(&create(number, more)).piped(b"");
        told.code(2)
            .stdout("")
            .says("bytes are too many for this standard output, so no token was made")
            .says("--to FILE");
    }
    assert_eq!(all_of(&bench), before);
    // A file that standard output was sent to takes any number.
    let out = File::create(bench.path("out")).unwrap();
    bench.process(&create(500, "-q")).stdout_to(out).run(b"").code(0);
    open(&bench, &secrets(&fs::read(bench.path("out")).unwrap()), 90..=589);
}

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_made() {
    let bench = Bench::founded();
    let before = all_of(&bench);
    bench.refuses(
        2,
        &[
            ("create deploy -s read_registry --number 0", "it takes a whole number, 1 to 100000"),
            ("create deploy -s read_registry --number 100001", "it takes a whole number, 1 to 100000"),
            ("create deploy -s read_registry --number x", "invalid value"),
            ("create deploy -s read_registry --number 2 --from ~/x", "cannot be used with"),
            (
                "create deploy -s read_registry --number 2 --emit env",
                "`--emit env` holds one secret, and here are many",
            ),
            ("create deploy -s read_registry --number 1 --emit netrc", "`--emit netrc` holds one secret"),
            ("create deploy -s read_registry --number 2 --format csv", "a secret is not handed over as csv"),
            ("create deploy -s read_registry --number 2 --to ~/x --to-dir ~/y", "cannot be used with"),
            ("create deploy --number 2", "no scope is named"),
        ],
    );
    assert_eq!(all_of(&bench), before);
}

#[test]
fn the_same_grants_are_made_only_once() {
    let bench = Bench::founded();
    for form in ["secret", "json"] {
        let line = format!(
            "create deploy -s read_registry --name {form} --number 3 --if-not-exists --emit {form} --to ~/{form}"
        );
        bench.ok(&line).says("made 3 deploy tokens");
        bench.run(&line).is(0, "", &format!("nothing to do: ~/{form} holds the live secrets of these 3 tokens\n"));
        let count = |told: &Told| told.json()["tokens"].as_array().unwrap().len();
        assert_eq!(count(&bench.ok(&format!("{line} --json"))), 3);
        for other in [line.replace("--number 3", "--number 2"), line.replace("-s read_registry", "-s write_registry")] {
            bench.run(&other).code(5).stdout("").says("does not hold the live secrets of just these grants");
        }
        bench.ok(&format!("revoke {form}-2 --project op/default --yes"));
        bench.run(&line).code(5).stdout("").says("does not hold the live secrets of just these grants");
    }
    bench.refuses(2, &[("create deploy -s read_registry --number 2 --if-not-exists", "--to")]);
}

#[test]
fn a_store_that_is_not_there_yet_is_made_with_them() {
    let bench = Bench::new();
    let told = bench.ok("create deploy -s read_registry --number 2");
    told.says("made the store ").says("made 2 deploy tokens, 1 to 2 for the project op/default\n");
    let bench = Bench::new();
    bench.run("create deploy -s read_registry --number 2 --project no/where").code(3);
    assert!(!bench.data().exists());
}
