//! Help: of commands, with examples first, and on topics that the manual tells too.

#![cfg(test)]

use crate::support::Bench;

#[test]
fn a_topic_is_named_alone() {
    Bench::new().run("help exit-codes formats").is(
        2,
        "",
        "error: `exit-codes` is a topic, and `formats` stands behind it\nhint: `tokctl help exit-codes` prints the topic\n",
    );
}

#[test]
fn every_topic_is_listed_and_printed() {
    let bench = Bench::new();
    let listed = bench.ok("help").out();
    let topics: Vec<&str> = listed.split("Topics, for `tokctl help TOPIC`:\n").nth(1).unwrap().lines().collect();
    let names: Vec<&str> =
        topics.iter().take_while(|line| !line.is_empty()).map(|line| line.split_whitespace().next().unwrap()).collect();
    assert_eq!(names, ["exit-codes", "formats", "times", "events", "kinds", "environment", "files", "security"]);
    for name in names {
        let told = bench.ok(&format!("help {name}"));
        assert!(told.out().starts_with(&format!("{name}: ")) && told.out().lines().count() > 8, "{told}");
        told.stderr("");
    }
    assert!(!bench.data().exists(), "help makes no store");
}

#[test]
fn topics_tell_what_the_program_knows() {
    let bench = Bench::new();
    let kinds = bench.ok("help kinds").out();
    for kind in bench.ok("scopes --format ids").out().lines() {
        assert!(kinds.contains(&format!("\n  {kind}")), "{kind}\n{kinds}");
    }
    let codes = bench.ok("help exit-codes").out();
    for line in ["  0    done", "  7    the store cannot be used", "  130  interrupted"] {
        assert!(codes.contains(line), "{codes}");
    }
    let variables = bench.ok("help environment").out();
    for name in ["TOKCTL_STORE", "TOKCTL_PROJECT", "CI_PROJECT_PATH", "NO_COLOR", "CLICOLOR_FORCE", "XDG_DATA_HOME"] {
        assert!(variables.contains(name), "{name}");
    }
    assert!(bench.ok("help security").out().contains("Whoever can write the store can act as anyone in it"));
}

#[test]
fn help_of_a_command_is_had_in_several_ways() {
    let bench = Bench::new();
    let asked = bench.ok("user add --help").out();
    for line in ["help user add", "user help add", "user add --name x --help"] {
        bench.ok(line).stdout(&asked).stderr("");
    }
    let short = bench.ok("user add -h").out();
    assert!(short.len() < asked.len() && !short.contains("--no-input"), "{short}");
    bench.ok("help").stdout(&bench.ok("--help").out());
}

#[test]
fn help_has_examples_before_options_and_the_global_options_last() {
    let bench = Bench::new();
    for line in ["create deploy --help", "list -h", "user delete --help", "verify -h", "--help"] {
        let text = bench.ok(line).out();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("no `{words}` in {text}"));
        assert!(at("Usage:") < at("\nExample") && at("\nExample") < at("Options:\n"), "{text}");
        assert!(at("Options:\n") <= at("Global options:") && at("-h, --help") > at("Global options:"), "{text}");
    }
    // A command without examples of its own has those of the group that are about it.
    assert!(bench.ok("group transfer -h").out().contains("tokctl group transfer grp/sub --to far"));
}

#[test]
fn what_is_neither_a_command_nor_a_topic_is_refused() {
    let bench = Bench::new();
    bench.run("help exitcodes").is(
        2,
        "",
        "error: there is no command or topic `exitcodes`\nhint: did you mean `exit-codes`?\n",
    );
    bench.run("help nonsense").code(2).says("`tokctl help` lists the commands and the topics");
    bench.run("help user nonsense").code(2).stdout("");
    bench.run("help user ad").code(2).says("did you mean `add`?");
    bench.run("user help nonsense").code(2).says("there is no command or topic `nonsense`");
    bench.run("help times kinds").code(2).stdout("");
}

#[test]
fn the_examples_of_what_only_looks_can_be_carried_out() {
    let mut bench = Bench::after(&[
        "project add grp/app",
        "user add ann",
        "create deploy --project grp/app -s read_registry --name ci --to ~/1",
    ]);
    bench.later(40 * 86_400);
    let mut count = 0;
    for command in
        ["list", "show", "log list", "scopes", "audit", "report", "policy", "user", "whoami", "member", "group"]
    {
        for line in bench.ok(&format!("{command} --help")).out().lines() {
            let Some(call) = line.trim().strip_prefix("tokctl ") else { continue };
            let only_looks =
                ["list", "show", "scopes", "audit", "report", "whoami", "log list", "policy list", "user list"];
            let is_plain = !call.contains(['|', '>', '<', '$']) && !call.contains("--html") && !call.contains("--ics");
            if is_plain && !call.contains("--rules ") && only_looks.iter().any(|word| call.starts_with(word)) {
                let told = bench.run(call);
                assert!([0, 3, 6].contains(&told.exit()), "{told}");
                assert!(told.exit() != 3 || told.err().starts_with("error: there is no"), "{told}");
                count += 1;
            }
        }
    }
    assert!(count > 20, "only {count}");
}
