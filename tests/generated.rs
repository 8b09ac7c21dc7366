//! What is made from the declared command line: the manual pages. They are committed, and must be fresh.
//!
//! `TOKCTL_REGENERATE=1 cargo test generated` writes them anew.

#![cfg(test)]
#![expect(
    clippy::disallowed_methods,
    reason = "what to regenerate, and whether this is CI, is said by the environment"
)]

mod man;
mod polish;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tokctl::cli::whole_tree;

/// Files by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// Compares a directory with what it should hold; with `TOKCTL_REGENERATE=1`, makes it so first.
fn assert_fresh(directory: &str, fresh: &Files) {
    let directory = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(directory);
    if std::env::var_os("TOKCTL_REGENERATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(&directory).unwrap();
        for (name, _) in committed(&directory).iter().filter(|(name, _)| !fresh.contains_key(*name)) {
            fs::remove_file(directory.join(name)).unwrap();
        }
        for (name, content) in fresh {
            fs::write(directory.join(name), content).unwrap();
        }
    }
    let committed = committed(&directory);
    let names: BTreeSet<&String> = committed.keys().chain(fresh.keys()).collect();
    let stale: Vec<&&String> = names.iter().filter(|name| committed.get(**name) != fresh.get(**name)).collect();
    assert!(
        stale.is_empty(),
        "{stale:?} in {} are not what the command line says now: `TOKCTL_REGENERATE=1 cargo test generated` makes them so",
        directory.display()
    );
}

fn committed(directory: &PathBuf) -> Files {
    let Ok(entries) = fs::read_dir(directory) else { return Files::new() };
    let file = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

/// Lays files out in a directory of their own, where nobody writes them anew meanwhile.
fn laid_out(files: &Files) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(directory.path().join(name), content).unwrap();
    }
    directory
}

/// Runs a program that a machine need not have. A missing one is said, and is a failure in CI.
pub(crate) fn run_if_there(command: &mut Command) -> Option<std::process::Output> {
    let name = command.get_program().to_owned();
    match command.stdin(Stdio::null()).output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            assert!(std::env::var_os("CI").is_none(), "{name:?} is missing, which is a failure in CI");
            writeln!(std::io::stderr(), "skipped: {name:?} is not installed").unwrap();
            None
        }
        Err(error) => panic!("{name:?} could not be started: {error}"),
    }
}

fn every_command(command: &clap::Command, visit: &mut impl FnMut(&clap::Command)) {
    visit(command);
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        every_command(below, visit);
    }
}

#[test]
fn the_committed_manual_is_fresh() {
    assert_fresh("man", &man::pages());
}

#[test]
fn every_command_says_in_its_own_words_what_it_does() {
    let mut said = BTreeMap::new();
    every_command(&whole_tree(), &mut |command| {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(
            !about.is_empty() && !about.ends_with('.') && !about.contains("options that"),
            "{}: {about}",
            command.get_name()
        );
        if let Some(other) = said.insert(about.clone(), command.get_name().to_owned()) {
            panic!("`{other}` and `{}` both say: {about}", command.get_name());
        }
    });
}

#[test]
fn every_option_has_a_word_of_help() {
    every_command(&whole_tree(), &mut |command| {
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
        }
    });
}

#[test]
fn no_paragraph_of_help_is_broken_before_its_terminal_breaks_it() {
    every_command(&whole_tree(), &mut |command| {
        let texts = [command.get_after_help(), command.get_after_long_help()];
        for text in texts.into_iter().flatten().map(ToString::to_string) {
            let is_list = |part: &str| part.lines().nth(1).is_none_or(|line| line.starts_with("  "));
            let broken: Vec<&str> = text.split("\n\n").filter(|part| !is_list(part)).collect();
            assert!(broken.is_empty(), "{}: {broken:#?}", command.get_name());
        }
    });
}

/// Returns the examples of a command, line by line.
fn examples(command: &clap::Command) -> Vec<String> {
    let text = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    text.lines().skip(1).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_command_has_an_example_and_none_is_broken_by_a_narrow_terminal() {
    let (mut without, mut broken) = (Vec::new(), Vec::new());
    let mut tree = whole_tree();
    tree.build();
    every_command(&tree, &mut |command| {
        let examples = examples(command);
        if examples.is_empty() {
            without.push(command.get_bin_name().unwrap().to_owned());
        }
        broken.extend(examples.into_iter().filter(|example| example.len() > 78));
    });
    assert!(without.is_empty(), "without an example, and none of those above is about them: {without:#?}");
    assert!(broken.is_empty(), "longer than 78 characters: {broken:#?}");
}

#[test]
fn every_example_is_understood() {
    let mut count = 0;
    let today = regex::Regex::new(r"\$\(date [^)]*\)").unwrap();
    every_command(&whole_tree(), &mut |command| {
        for example in examples(command) {
            let example = today.replace_all(&example, "2026-01-01").replace('"', "");
            // What is between a `tokctl` and the end of its command, as a shell would part it.
            for call in example.split("tokctl ").skip(1) {
                let call = call.split([')', '|', '<', '>', '&']).next().unwrap();
                let bench = crate::support::Bench::new();
                let words = std::iter::once("tokctl".to_owned()).chain(bench.words(call.trim()));
                if let Err(error) = whole_tree().try_get_matches_from(words) {
                    panic!("{example}\n{error}");
                }
                count += 1;
            }
        }
    });
    assert!(count > 60, "the examples are somewhere else");
}

#[test]
fn nothing_generated_knows_the_machine_it_was_made_on() {
    for (name, content) in &man::pages() {
        let text = String::from_utf8_lossy(content);
        for trace in [env!("CARGO_MANIFEST_DIR"), "/root/", "/tmp/", "/home/"] {
            assert!(!text.contains(trace), "{name} has {trace}");
        }
    }
}

#[test]
fn mandoc_has_no_word_against_the_manual() {
    let pages = man::pages();
    let directory = laid_out(&pages);
    let mut mandoc = Command::new("mandoc");
    mandoc.args(["-T", "lint", "-W", "style"]).args(pages.keys().map(|page| directory.path().join(page)));
    let Some(output) = run_if_there(&mut mandoc) else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
