//! The rules file of the audit: it chooses and tunes, and what it does not say right is refused with its line.

#![cfg(test)]

use std::fs;

use crate::support::Bench;

/// Two tokens with what a few rules find fault with.
fn bench() -> Bench {
    let mut bench = Bench::after(&[
        "create deploy -s read_registry --name test --to ~/1",
        "create deploy -s read_registry --name nightly --expires 200d --to ~/2",
    ]);
    bench.later(40 * 86_400);
    bench
}

fn found(bench: &Bench, rules: &str, options: &str) -> String {
    fs::write(bench.path("rules.toml"), rules).unwrap();
    let told = bench.ok(&format!("audit --rules ~/rules.toml --json {options}")).json();
    let findings = told["findings"].as_array().unwrap().iter();
    let line = |found: &serde_json::Value| {
        format!("{} {} {}", found["severity"].as_str().unwrap(), found["rule"].as_str().unwrap(), found["id"])
    };
    findings.map(line).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_file_chooses_rules_and_tunes_them() {
    let bench = bench();
    let usual = "medium no-expiry 1, low never-used 1, low generic-name 1, low never-used 2";
    let cases = [
        ("", usual),
        ("# nothing\n", usual),
        (
            "[no-expiry]\nseverity = \"critical\"\n",
            "critical no-expiry 1, low never-used 1, low generic-name 1, low never-used 2",
        ),
        ("[never-used]\nenabled = false\n", "medium no-expiry 1, low generic-name 1"),
        ("[never-used]\nafter = \"41d\"\n[generic-name]\nnames = []\n", "medium no-expiry 1"),
        (
            "[never-used]\nafter = \"never\"\n[generic-name]\nnames = [\"nightly\"]\n",
            "medium no-expiry 1, low generic-name 2",
        ),
        (
            "never-used.enabled = false\nlong-life = { max = \"100d\", severity = \"high\" }\n",
            "high long-life 2, medium no-expiry 1, low generic-name 1",
        ),
    ];
    for (rules, expected) in cases {
        assert_eq!(found(&bench, rules, ""), expected, "{rules}");
    }
    let narrowed =
        found(&bench, "[no-expiry]\nenabled = false\n", "--rule no-expiry,generic-name --except generic-name");
    assert_eq!(narrowed, "medium no-expiry 1", "what is typed outweighs what stands in the file");
    let told = bench.run_with(&["audit", "--rules", "-", "-q"], b"[never-used]\nenabled = false\n");
    told.is(0, "1\n", "");
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_line() {
    let bench = bench();
    let cases = [
        ("[no-expiri]\n", "line 1 of `~/rules.toml`: there is no rule `no-expiri`", "did you mean `no-expiry`?"),
        (
            "\n\n[zebra]\n",
            "line 3 of `~/rules.toml`: there is no rule `zebra`",
            "`tokctl audit --list-rules` shows the rules there are",
        ),
        (
            "[unused]\nafetr = \"1d\"\n",
            "line 2 of `~/rules.toml`: the rule `unused` has no key `afetr`",
            "did you mean `after`?",
        ),
        (
            "[no-expiry]\n\nthreshold = 1\n",
            "line 3 of `~/rules.toml`: the rule `no-expiry` has no key `threshold`",
            "it has `enabled`, `severity`",
        ),
        ("[unused]\nafter = \"soon\"\n", "line 2 of `~/rules.toml`: `soon` is no life", "lives are written"),
        ("[unused]\nafter = 90\n", "line 2 of `~/rules.toml`: `after` is a life in quotes", ""),
        (
            "[unused]\nseverity = \"dire\"\n",
            "line 2 of `~/rules.toml`: `severity` is \"low\", \"medium\", \"high\" or \"critical\"",
            "",
        ),
        ("unused = false\n", "line 1 of `~/rules.toml`: `unused` is a table", "write `[unused]` in a line of its own"),
        ("[weak-key]\nrsa-bits = 1_024\n", "line 2 of `~/rules.toml`: `rsa-bits` is a number from 2048 to 16384", ""),
        ("[generic-name]\nnames = [\"a\", 1]\n", "line 2 of `~/rules.toml`: `names` is a list of texts", ""),
        ("[unused]\nafter = \"1d\"\nafter = \"2d\"\n", "line 3 of `~/rules.toml`: this is no TOML", ""),
        ("[unused\n", "line 1 of `~/rules.toml`: this is no TOML", ""),
        // The first that is wrong is the one that is told.
        ("[unused]\nx = 1\n[expired]\ny = 1\n", "line 2 of `~/rules.toml`: the rule `unused` has no key `x`", ""),
    ];
    for (rules, what, hint) in cases {
        fs::write(bench.path("rules.toml"), rules).unwrap();
        bench.run("audit --rules ~/rules.toml").code(2).stdout("").says(&format!("error: {what}")).says(hint);
    }
    bench.run("audit --rules ~/none.toml").code(2).stdout("").says("cannot read `~/none.toml`");
    fs::write(bench.path("rules.toml"), [0xff, b'\n']).unwrap();
    bench.run("audit --rules ~/rules.toml").code(2).stdout("").says("`~/rules.toml` is no text");
    fs::write(bench.path("rules.toml"), "#".repeat(2 << 20)).unwrap();
    bench.run("audit --rules ~/rules.toml").code(2).stdout("").says("is longer than 1 MiB");
    bench.run("audit --rule expired --except expired").code(2).stdout("").says("no rule is left to be asked");
}

#[test]
fn a_secret_in_the_place_of_a_file_is_not_shown() {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry").text();
    for rules in [
        secret.clone(),
        format!("{} = 1\n", secret.replace('.', "")),
        format!("[{}]\n", secret.replace('.', "")),
        format!("[unused]\n{} = 1\n", secret.replace('.', "")),
        format!("[unused]\nafter = \"{secret}\"\n"),
        format!("[generic-name]\nnames = \"{secret}\"\n"),
    ] {
        fs::write(bench.path("rules.toml"), &rules).unwrap();
        let told = bench.run("audit --rules ~/rules.toml");
        told.code(2).stdout("");
        let beginning = &secret.as_bytes()[..12];
        assert!(!told.raw().windows(12).any(|window| window == beginning), "it is shown: {told}");
    }
}

#[test]
fn the_rules_are_listed_as_they_are_set() {
    let bench = bench();
    let rules = "[unused]\nafter = \"7d\"\nseverity = \"high\"\n[expired]\nenabled = false\n";
    fs::write(bench.path("rules.toml"), rules).unwrap();
    let told = bench.ok("audit --rules ~/rules.toml --list-rules --json").json();
    let of = |id: &str| told["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == id).unwrap().clone();
    assert_eq!((&of("unused")["threshold"], &of("unused")["severity"]), (&"7d".into(), &"high".into()));
    assert_eq!((&of("expired")["enabled"], &of("expired")["threshold"]), (&false.into(), &serde_json::Value::Null));
    assert_eq!((&of("long-life")["key"], &of("long-life")["threshold"]), (&"max".into(), &"1y".into()));
    assert!(of("generic-name")["threshold"].as_array().unwrap().contains(&"test".into()));
    let ids = bench.ok("audit --list-rules --format ids").out();
    assert_eq!((ids.lines().next(), ids.lines().count()), (Some("clone-alarm"), 16));
    bench.ok("policy set max-life 90d");
    let told = bench.ok("audit --list-rules --json").json();
    assert_eq!(told["rules"][7]["threshold"], "the policy `max-life`");
    assert!(bench.ok("audit --list-rules").out().contains("22 names"));
}

#[test]
fn what_is_no_short_text_is_no_rules_file() {
    let bench = Bench::founded();
    bench.run("audit --rules /dev/zero").is(2, "", "error: `/dev/zero` is longer than 1 MiB\n");
    fs::write(bench.path("binary"), [0xff, 0xfe, 0]).unwrap();
    bench
        .run("audit --rules ~/binary")
        .code(2)
        .stdout("")
        .says("error: `~/binary` is no text\n  there are bytes in it that are not UTF-8\n");
    bench.run("audit --rules ~").code(2).says("is a directory");
}
