//! The completions in real shells: bash, zsh, fish and elvish, at a terminal, with names that mean to get out of their quotes.

#![expect(clippy::disallowed_methods, reason = "whether this is CI is said by the environment")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crate::support::{Bench, Terminal};

/// A name with everything that a shell could obey.
const HOSTILE: &str = "my $(touch pwned) `touch pwned` \"x\" ;touch pwned; :colon *";

fn bench() -> Bench {
    let bench = Bench::new();
    for line in [
        "project add grp/app".to_owned(),
        "user add ann --name 'Ann Lee'".to_owned(),
        format!("create deploy --project grp/app -s read_registry -q --to one --name '{HOSTILE}'"),
        "create deploy --project grp/app -s read_registry -q --to two --name plain".to_owned(),
    ] {
        bench.process(&line).piped(b"").code(0);
    }
    let [script, functions] = ["completions", "functions"].map(|name| bench.path(name));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    for directory in [&script, &functions] {
        fs::create_dir(directory).unwrap();
    }
    for file in fs::read_dir(source).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), script.join(file.file_name())).unwrap();
    }
    fs::copy(script.join("_tokctl"), functions.join("_tokctl")).unwrap();
    bench
}

/// Says whether a machine has a shell. A missing one is said, and is a failure in CI.
fn has(shell: &str) -> bool {
    let there = Command::new(shell).args(["-c", ""]).status().is_ok();
    if !there {
        assert!(std::env::var_os("CI").is_none(), "{shell:?} is missing, which is a failure in CI");
        writeln!(std::io::stderr(), "skipped: {shell:?} is not installed").unwrap();
    }
    there
}

/// Starts a shell, and waits until it has read what it is set up with.
fn begun(bench: &Bench, shell: &[&str], set_up: &str) -> Terminal {
    let mut terminal = Terminal::start(bench.home(), shell).unwrap();
    // What is looked for is not in what is typed.
    terminal.keys(&format!("{set_up}\r")).keys("echo ready'-'0\r").until("ready-0");
    terminal
}

/// Types a line in a shell, where `\t` asks for candidates, and lets the shell carry it out. Returns what was shown.
fn typed(bench: &Bench, shell: &[&str], set_up: &str, line: &str) -> String {
    let mut terminal = begun(bench, shell, set_up);
    terminal.keys(&format!("{line}\r")).keys("exit\r");
    let (_, shown) = terminal.end();
    assert!(!bench.path("pwned").exists(), "{shown}");
    shown
}

/// What every shell has to make of these lines: the words that the command then shows.
const LINES: [(&str, &str); 6] = [
    ("tokctl user show an\t", "Ann Lee"),
    ("tokctl show --project grp/app pl\t", "plain"),
    ("tokctl show --project grp/app my\t", ";touch pwned; :colon *"),
    ("tokctl show --project grp/app 'my\t", ";touch pwned; :colon *"),
    ("tokctl scopes --access registry:de\t", "OPENS TOO"),
    ("tokctl list --format=cs\t", "id,kind,name"),
];

fn completes(shell: &[&str], set_up: &str, accept: &str) {
    if !has(shell[0]) {
        return;
    }
    let bench = bench();
    for (line, words) in LINES {
        let shown = typed(&bench, shell, set_up, &format!("{line}{accept}"));
        assert!(shown.contains(words) && !shown.contains("error:"), "{line}\n{shown}");
    }
    // What can be meant is listed with what it is.
    let mut terminal = begun(&bench, shell, set_up);
    terminal.keys("tokctl show \t\t").until("deploy plain, grp/app");
    drop(terminal);
    // Files are the shell's own.
    fs::write(bench.path("key file.pub"), "no key").unwrap();
    let shown = typed(&bench, shell, set_up, &format!("tokctl create deploy-key --key key\t{accept}"));
    assert!(shown.contains("it is damaged, or no key at all"), "{shown}");
}

#[test]
fn bash_completes() {
    completes(&["bash", "--norc", "--noprofile", "-i"], "source completions/tokctl.bash", "");
}

#[test]
fn zsh_completes() {
    completes(
        &["zsh", "-f", "-i"],
        "fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D; PROMPT='$ '; unsetopt beep",
        "",
    );
}

#[test]
fn zsh_completes_from_a_script_that_was_read_by_hand() {
    if has("zsh") {
        let bench = bench();
        let set_up = "autoload -U compinit; compinit -u -D; source completions/_tokctl; PROMPT='$ '";
        let shown = typed(&bench, &["zsh", "-f", "-i"], set_up, "tokctl user show an\t");
        assert!(shown.contains("Ann Lee"), "{shown}");
    }
}

#[test]
fn fish_completes() {
    completes(&["fish", "--no-config", "-i"], "source completions/tokctl.fish", "");
}

#[test]
fn elvish_completes() {
    // It shows what it is about to insert, and a return accepts that.
    completes(&["elvish", "-norc"], "eval (slurp < completions/tokctl.elv)", "\r");
}
