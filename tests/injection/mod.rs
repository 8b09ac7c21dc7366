//! Names that are chosen to be obeyed: whatever is accepted comes out of every sink as the very name that went in.
//!
//! Each sink is parsed by what reads it in real life. `PROPTEST_CASES=500 cargo test injection` tries more of them.

#![cfg(test)]

mod names;
mod parsed;
mod terminal;

use proptest::prelude::*;
use proptest::test_runner::Config;

use self::names::{Batch, batch};
use self::parsed::{csv_column, in_shell, json_column, jsonl_column, python};
use crate::support::{Bench, Told};

/// A store with a thing of every sort for each name of a batch; the files of the forms are `0.env`, `0.yaml` and so on.
fn filled(batch: &Batch) -> Bench {
    let bench = Bench::after(&["project add grp/app", "create runner-registration -q --to ~/registration"]);
    for (at, name) in batch.names.iter().enumerate() {
        let note = &batch.names[batch.names.len() - 1 - at];
        let username = &format!("--username={}", batch.usernames[at]);
        let to = |ending: &str| bench.path(&format!("{at}.{ending}")).display().to_string();
        let run = |words: &[&str], input: &[u8]| bench.run_with(words, input).code(0).is_one_thing_said(name);
        let app = ["--project", "grp/app", "--scope", "read_registry"];
        let (env, yaml, pull, docker, netrc, git, json, toml) =
            (to("env"), to("yaml"), to("pull"), to("docker"), to("netrc"), to("git"), to("json"), to("toml"));
        let deploy = |form: &str, to: &str, name: &str, more: &[&str]| {
            let named =
                ["create", "deploy", &format!("--name={name}"), &format!("--note={note}"), "--emit", form, "--to", to];
            run(&[&named[..], &app, more].concat(), b"");
        };
        deploy("env", &env, name, &[username]);
        let other = |what: &str| format!("{what}{}", name.chars().take(240).collect::<String>());
        deploy("docker-config", &docker, &other("d"), &[username, "--host", "registry.example:5000"]);
        deploy("netrc", &netrc, &other("n"), &[username, "--host", "git.example"]);
        deploy("git-credential", &git, &other("g"), &[username]);
        deploy("json", &json, &other("j"), &[]);
        deploy("k8s-secret", &pull, &other("p"), &["--host", "registry.example"]);
        run(&["create", "personal", "--name", name, "-s", "api", "--emit", "k8s-secret", "--to", &yaml], b"");
        let file = bench.path("registration").display().to_string();
        let register = ["runner", "register", "--secret-file", &file, "--emit", "runner-toml", "--to", &toml];
        run(&[&register[..], &["--description", name, &format!("--tag={}", batch.tags[at])]].concat(), b"");
        run(&["user", "add", &format!("u{at}"), "--name", name], b"");
        run(&["app", "add", name, "--scope", "api"], b"");
        run(&["record", "add", "snippet", "--title", name], b"");
    }
    bench
}

impl Told {
    /// Asserts that what was said in words is what would have been said of a plain name: no line more, nothing unseen.
    fn is_one_thing_said(&self, name: &str) {
        let said = self.err();
        assert!(!said.chars().any(|c| c != '\n' && c.is_control()), "{self}");
        let begun = ["warning:", "error:", "hint:", "would "].iter().filter(|word| said.contains(&format!("\n{word}")));
        assert!(begun.count() == 0 || said.lines().all(|line| !line.starts_with(name)), "{self}");
    }
}

/// Asserts that one column of a listing holds these texts, in every format that a program reads.
fn listed(bench: &Bench, line: &str, array: &str, column: &str, expected: &[String]) {
    let told = |format: &str| bench.ok(&format!("{line} --format {format}"));
    let holds = |found: Vec<String>, format: &str| {
        let missing: Vec<&String> = expected.iter().filter(|text| !found.contains(text)).collect();
        assert!(missing.is_empty(), "{line} as {format}: {missing:?} is not in {found:?}");
    };
    holds(json_column(&told("json"), array, column), "json");
    holds(jsonl_column(&told("jsonl"), column), "jsonl");
    holds(csv_column(&told("csv"), column), "csv");
}

proptest! {
    #![proptest_config(Config { cases: cases(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_sink_gives_back_the_very_names_that_went_in(batch in batch()) {
        let bench = filled(&batch);
        let names = &batch.names;
        listed(&bench, "list", "tokens", "name", names);
        listed(&bench, "list --kind deploy", "tokens", "note", names);
        listed(&bench, "user list", "users", "name", names);
        listed(&bench, "app list", "apps", "name", names);
        listed(&bench, "record list", "records", "title", names);
        listed(&bench, "runner list", "runners", "description", names);
        let plain = bench.ok("list").out();
        for (at, name) in names.iter().enumerate() {
            prop_assert!(plain.lines().any(|line| line.contains(name.as_str())), "{name:?} is not in the table");
            let card = bench.ok(&format!("user show u{at}")).out();
            prop_assert!(card.lines().any(|line| line.ends_with(name.as_str())), "{name:?} is not on the card: {card}");
        }
        prop_assert_eq!(&in_shell(&bench, names.len()), names);
        python(&bench, &batch);
    }
}

/// Returns how many batches are tried: six, or as many as the environment says.
fn cases() -> u32 {
    crate::faults::variable("PROPTEST_CASES").and_then(|text| text.parse().ok()).unwrap_or(6)
}
