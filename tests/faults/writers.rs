//! Many writers at once.

use std::collections::BTreeSet;

use super::bench::{Bench, CREATE, Run};
use super::ledger::{Ledger, listed};

/// Starts so many shells at once, each of which runs the command so many times; returns what they printed together.
fn at_once(bench: &Bench, shells: usize, runs: usize) -> Vec<Run> {
    let line = format!("tokctl {} || echo failed", CREATE.join(" "));
    let script = format!("n=0; while [ $n -lt {runs} ]; do {line}; n=$((n+1)); done");
    let bench = &bench;
    std::thread::scope(|scope| {
        let shells: Vec<_> = (0..shells).map(|_| scope.spawn(|| bench.shell(&script))).collect();
        shells.into_iter().map(|shell| shell.join().unwrap()).collect()
    })
}

/// Asserts that every one of them worked, without a word of trouble, and that all is in the store.
fn all_alive(bench: &Bench, runs: &[Run], count: usize) {
    let mut ledger = Ledger::default();
    let mut secrets = BTreeSet::new();
    for run in runs {
        let trouble = ["error", "warning", "locked", "busy", "hint"].iter().any(|word| run.err.contains(word));
        assert!(!trouble && run.code == Some(0), "{}", run.told());
        for secret in run.secrets() {
            let one = Run { code: Some(0), signal: None, out: format!("{secret}\n").into_bytes(), err: String::new() };
            ledger.enter(&one);
            assert!(secrets.insert(secret), "one secret was printed twice");
        }
    }
    assert_eq!(secrets.len(), count);
    assert_eq!(ledger.must_hold(bench, "many writers"), count);
    let names: BTreeSet<String> =
        listed(bench, &["list", "--json"], "tokens").iter().map(|token| token["name"].to_string()).collect();
    assert_eq!(names.len(), count, "two live tokens have one name");
}

#[test]
fn sixty_four_writers_with_ten_tokens_each_make_640_tokens() {
    let bench = Bench::founded();
    let runs = at_once(&bench, 64, 10);
    all_alive(&bench, &runs, 640);
}

#[test]
fn sixty_four_first_commands_at_once_make_one_store_with_one_admin() {
    let bench = Bench::new();
    let runs = at_once(&bench, 64, 1);
    all_alive(&bench, &runs, 64);
    let founders = runs.iter().filter(|run| run.err.contains("made the store")).count();
    assert_eq!(founders, 1, "so many said that they made the store");
    let users = listed(&bench, &["user", "list", "--json"], "users");
    assert_eq!(users.len(), 1);
    let left: Vec<_> = std::fs::read_dir(bench.directory()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains(".new")), "{left:?}");
}
