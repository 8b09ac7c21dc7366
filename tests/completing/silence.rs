//! Where nothing is to be said: whatever goes wrong, a question does no harm and disturbs nobody.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use super::{asked, bench, offers};
use crate::support::Bench;

#[test]
fn the_store_of_the_line_is_asked_before_that_of_the_variable() {
    let mut bench = Bench::founded();
    for (store, user) in [("one", "uno"), ("two", "dos")] {
        bench.ok(&format!("user add {user} --store ~/{store}.db"));
    }
    bench.environment.store = Some(bench.path("one.db").into());
    offers(
        &bench,
        &[
            ("user show u", "uno"),
            ("--store ~/two.db user show d", "dos"),
            ("user show --store ~/two.db d", "dos"),
            ("user show d", ""),
        ],
    );
}

#[test]
fn a_store_that_cannot_be_read_at_once_is_passed_over_in_silence() {
    let bench = bench();
    let store = bench.data().join("store.db");
    let held = crate::atomic::open(&bench);
    held.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; UPDATE users SET name = name").unwrap();
    offers(&bench, &[("user show a", ""), ("create dep", "deploy deploy-key")]);
    drop(held);
    offers(&bench, &[("user show a", "ann")]);
    fs::set_permissions(&store, Permissions::from_mode(0o644)).unwrap();
    offers(&bench, &[("user show a", "")]);
    fs::set_permissions(&store, Permissions::from_mode(0o600)).unwrap();
    fs::write(&store, [0x55; 8192]).unwrap();
    offers(&bench, &[("user show a", ""), ("show 1", "")]);
    for line in [
        "--store ~ user show a",
        "--store '' user show a",
        "--store file:x user show a",
        "--store ~/none/x user show a",
    ] {
        offers(&bench, &[(line, "")]);
    }
}

#[test]
fn a_question_writes_nothing() {
    let bench = bench();
    let state = || {
        let files = fs::read_dir(bench.data()).unwrap().map(|file| file.unwrap());
        let state =
            |file: fs::DirEntry| (file.file_name(), file.metadata().unwrap().len(), fs::read(file.path()).unwrap());
        let mut files: Vec<_> =
            files.map(state).filter(|(name, ..)| !name.to_string_lossy().ends_with("-shm")).collect();
        files.sort();
        files
    };
    let before = state();
    for line in ["show ", "user show ", "list --project ", "policy set ", "job end ", "create oauth --app "] {
        asked(&bench, line);
    }
    assert_eq!(before, state());
}

#[test]
fn a_secret_is_never_offered_and_gets_no_answer() {
    let bench = bench();
    let secret = bench.secret("create deploy --project grp/app -s read_registry --name ci -q").text();
    for line in [format!("revoke {secret}"), format!("show {secret} "), secret[..8].to_owned()] {
        asked(&bench, &line).stdout("");
    }
    for line in ["show ", "revoke --project grp/app ", "log ", "list "] {
        assert!(!asked(&bench, line).out().contains("gldt-"), "{line}");
    }
}
