//! SARIF: a log that its schema takes, whatever the tokens are called.

#![cfg(test)]

use std::fs;

use crate::faults::has;
use crate::support::{Bench, Child};

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sarif/sarif-schema-2.1.0.json");

/// Names that mean something to somebody else.
const NAMES: [&str; 5] = ["[press](https://example.com)", "{0} and {}", "a\"b'c<script>", "שלום עולם", "back\\slash"];

fn bench() -> Bench {
    let bench = Bench::founded();
    for (at, name) in NAMES.iter().enumerate() {
        let to = bench.path(&at.to_string()).display().to_string();
        bench.run_with(&["create", "deploy", "-s", "read_registry", "--name", name, "--to", &to], b"").code(0);
    }
    bench
}

/// Asserts that the schema takes a log.
fn assert_valid(bench: &Bench, log: &str) {
    fs::write(bench.path("log.sarif"), log).unwrap();
    let told = Child::script(bench.home(), &format!("jsonschema -i log.sarif '{SCHEMA}'")).piped(b"");
    told.code(0);
}

#[test]
fn a_log_is_what_its_schema_says() {
    if !has("jsonschema") {
        return;
    }
    let bench = bench();
    for options in ["", "--rule expired", "--except no-expiry", "--project op/default"] {
        assert_valid(&bench, &bench.ok(&format!("audit --format sarif {options}")).out());
    }
    assert_valid(&Bench::new(), &Bench::new().ok("audit --format sarif").out());
    fs::write(bench.path("bad.sarif"), r#"{"version":"2.1.0","runs":[{"tool":{}}]}"#).unwrap();
    let told = Child::script(bench.home(), &format!("jsonschema -i bad.sarif '{SCHEMA}'")).piped(b"");
    assert!(told.err().contains("'driver' is a required property"), "the schema takes anything: {told}");
}

#[test]
fn results_name_their_rule_their_token_and_what_helps() {
    let bench = bench();
    let log = bench.ok("audit --format sarif --rule no-expiry,expired").json();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules: Vec<&str> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(rules, ["no-expiry", "expired"]);
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), NAMES.len());
    for (at, (result, name)) in results.iter().zip(NAMES).enumerate() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(
            (rules[index], &result["ruleId"], &result["level"]),
            ("no-expiry", &"no-expiry".into(), &"warning".into())
        );
        assert_eq!((&result["properties"]["name"], &result["properties"]["token"]), (&name.into(), &(at + 1).into()));
        assert_eq!(result["properties"]["severity"], "medium");
        let fingerprint = result["partialFingerprints"]["tokctl/v1"].as_str().unwrap();
        assert!(fingerprint.starts_with(&format!("no-expiry/{}/", at + 1)), "{fingerprint}");
    }
    let text = |at: usize| results[at]["message"]["text"].as_str().unwrap();
    assert!(
        text(0)
            .starts_with(r"deploy token 1 `\[press\](https://example.com)` for the project op/default: it has no end;")
    );
    assert!(text(1).starts_with("deploy token 2 `{{0}} and {{}}` for"), "{}", text(1));
    assert!(text(0).contains("`tokctl shorten 1 --expires 90d`"));
}

#[test]
fn what_finds_nothing_writes_no_sarif() {
    let bench = bench();
    for line in ["list", "show 1", "log list", "user list", "create deploy -s read_registry", "report", "store path"] {
        let told = bench.run(&format!("{line} --format sarif"));
        let command = line.split(' ').next().unwrap();
        told.code(2).stdout("").says(&format!("error: `{command}` writes no SARIF"));
        told.says("hint: `tokctl audit --format sarif` writes one; every command writes `--format json`");
    }
    bench.run("audit --format sarif --json").code(2).stdout("");
}

#[test]
fn rules_are_no_findings_and_counts_have_a_heading() {
    let bench = Bench::founded();
    bench.run("audit --list-rules --format sarif").is(
        2,
        "",
        "error: the rules are no findings, and are not written as SARIF\n\
         hint: `tokctl audit --list-rules --json` lists them for programs\n",
    );
    bench.run("list --count --format csv").is(0, "count\r\n0\r\n", "");
}
