//! What the README shows is what the program says.
//!
//! Every `$ ` line of its `console` blocks runs, in order, in one shell with a fresh home; what stands below each must
//! be what came out. Secrets are redacted, after their form was checked; dates, fingerprints, the login, the home and
//! the width of columns differ from day to day and from machine to machine, and are made alike. An `sh` block that begins
//! with `# NAME.sh` lies in the home as a file of that name.

#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "whether to write the README anew is said by the environment")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use regex::{Captures, Regex};
use tokctl::domain::kind::Kind;
use tokctl::domain::secret::Secret;

const README: &str = include_str!("../README.md");
const CI: &str = include_str!("../.ci/run");

/// The person of the README, and where she lives.
const ANN: &str = "ann";
const HOME: &str = "/home/ann";

/// A command of the README, and what it says that comes out.
struct Step {
    command: String,
    shown: String,
}

fn steps() -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for block in README.split("```console\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            match (line.strip_prefix("$ "), steps.last_mut()) {
                (Some(command), _) => steps.push(Step { command: command.to_owned(), shown: String::new() }),
                (None, Some(step)) => step.shown.extend([line, "\n"]),
                (None, None) => panic!("a console block begins without a command: {line}"),
            }
        }
    }
    steps
}

/// Returns the scripts of the README, each with its name.
fn scripts() -> Vec<(&'static str, &'static str)> {
    let blocks = README.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.filter_map(|block| Some((block.lines().next()?.strip_prefix("# ")?, block))).collect()
}

fn lay_out_scripts(home: &Path) {
    for (name, script) in scripts() {
        fs::write(home.join(name), script).unwrap();
    }
}

/// Runs all commands in one shell, and returns what each put out on both streams.
fn run(steps: &[Step], home: &Path) -> Vec<String> {
    const END: &str = "@end of a step@";
    // The marker is not seen by the next command: `$?` is what it was.
    let line = |step: &Step| format!("{}\nstatus=$?; echo '{END}'; (exit $status)\n", step.command);
    let script: String = steps.iter().map(line).collect();
    let (mut reader, writer) = io::pipe().unwrap();
    let mut shell = fresh("sh", home);
    shell.arg("-c").arg(script).stdout(writer.try_clone().unwrap()).stderr(writer);
    let mut child = shell.spawn().unwrap();
    drop(shell);
    let mut said = String::new();
    reader.read_to_string(&mut said).unwrap();
    child.wait().unwrap();
    let parts: Vec<String> = said.split(&format!("{END}\n")).map(str::to_owned).collect();
    assert_eq!(parts.len(), steps.len() + 1, "the shell went away before the end: {}", redacted(&said));
    parts
}

/// Returns a program that starts in a fresh home, with the `tokctl` of this build first in its path.
fn fresh(program: &str, home: &Path) -> Command {
    let built = Path::new(env!("CARGO_BIN_EXE_tokctl")).parent().unwrap();
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("HOME", home)
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", built.display()))
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

fn login(home: &Path) -> String {
    let output = fresh("tokctl", home).args(["whoami", "--json"]).output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let known = document.as_object().unwrap().values().find_map(|list| list.as_array()?.first()?["login"].as_str());
    known.unwrap().to_owned()
}

/// Puts `gldt-…` in the place of each secret. What only looks like one stays, and will be seen.
fn redacted(text: &str) -> String {
    let secret = Regex::new(r"\b(gl[a-z]+-)[\w.-]+").unwrap();
    let redact = |found: &Captures<'_>| match Secret::parse(found[0].as_bytes()) {
        Ok(_) => format!("{}…", &found[1]),
        Err(_) => found[0].to_owned(),
    };
    secret.replace_all(text, redact).into_owned()
}

fn at_home_of_ann(text: &str, home: &Path, login: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(home.to_str().unwrap(), HOME)
        .replace("Library/Application Support", ".local/share");
    Regex::new(&format!(r"\b{}\b", regex::escape(login))).unwrap().replace_all(&text, ANN).into_owned()
}

/// Makes alike what differs from run to run.
fn alike(text: &str) -> String {
    let rules = [
        (r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", "DATE"),
        (r"\d{8}T\d{6}Z", "DATE"),
        (r"\d+\.\d [KM]iB", "SIZE"),
        (r"fp:[0-9a-f]{10}", "fp:"),
        (r"  +", "  "),
        (r"(?m) +$", ""),
    ];
    rules.iter().fold(text.to_owned(), |text, (pattern, word)| {
        Regex::new(pattern).unwrap().replace_all(&text, *word).into_owned()
    })
}

#[test]
fn the_readme_shows_what_the_program_says() {
    let home = tempfile::tempdir().unwrap();
    let real = fs::canonicalize(home.path()).unwrap();
    lay_out_scripts(&real);
    let login = login(&real);
    let steps = steps();
    assert!(steps.len() > 10, "the tour is gone");
    let said = run(&steps, &real);
    let (mut fresh, mut rest) = (String::new(), README);
    let mut stale = 0;
    for (step, said) in steps.iter().zip(&said) {
        let said = at_home_of_ann(&redacted(said), &real, &login);
        let is_stale = alike(&said) != alike(&step.shown);
        let [shown, said] = [&step.shown, &said].map(|output| format!("$ {}\n{output}", step.command));
        let (before, after) = rest.split_once(&shown).unwrap();
        fresh.extend([before, if is_stale { &said } else { &shown }]);
        rest = after;
        if is_stale {
            stale += 1;
            writeln!(io::stderr(), "the README shows\n{shown}but what comes out is\n{said}").unwrap();
        }
    }
    fresh.push_str(rest);
    if std::env::var_os("TOKCTL_REGENERATE").is_some_and(|value| value == "1") {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), &fresh).unwrap();
    } else {
        assert!(stale == 0, "`TOKCTL_REGENERATE=1 cargo test readme` shows in the README what the program says");
    }
}

#[test]
fn one_script_makes_all_nine_kinds_and_tries_each() {
    let home = tempfile::tempdir().unwrap();
    lay_out_scripts(home.path());
    let output = fresh("sh", home.path()).arg("nine.sh").env("TMPDIR", home.path()).output().unwrap();
    let said = redacted(&String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    let told = String::from_utf8(output.stdout).unwrap();
    let tried: BTreeSet<&str> = told.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(tried, Kind::all().map(Kind::word).collect());
    let left: Vec<_> = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["nine.sh"], "it cleans up behind itself");
}

/// The script ends where an answer is not the one that it names.
#[test]
fn the_script_of_the_nine_kinds_does_not_take_a_wrong_answer() {
    let (_, script) = scripts()[0];
    for (right, wrong) in [
        ("try personal api:read api:write", "try personal api:write api:read"),
        ("registry:delete", "api:read"),
        ("runner:jobs <registration", "unknown:access <registration"),
    ] {
        assert!(script.contains(right), "{right}");
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("wrong.sh"), script.replacen(right, wrong, 1)).unwrap();
        let output = fresh("sh", home.path()).arg("wrong.sh").env("TMPDIR", home.path()).output().unwrap();
        assert!(!output.status.success(), "{wrong}");
    }
}

#[test]
fn the_readme_holds_no_whole_secret() {
    assert_eq!(redacted(README), README);
}

#[test]
fn the_readme_names_the_commands_that_are_run_in_ci() {
    for command in ["cargo test", "cargo run --release -- create deploy --scope read_registry"] {
        assert!(README.lines().any(|line| line == command), "{command}");
        assert!(CI.lines().any(|line| line == command), "{command}");
    }
}
