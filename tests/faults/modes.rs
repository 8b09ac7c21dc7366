//! Who may read and write what: modes, owners and links, seen and set from outside.

use std::fs;
use std::os::unix::fs::symlink;

use super::bench::{Bench, CREATE, Run, has, mode, set_mode, skip};
use super::ledger::Ledger;

#[test]
fn whatever_the_umask_the_store_is_its_owners_alone() {
    for umask in ["000", "022", "077", "177", "777"] {
        let bench = Bench::new();
        let mut ledger = Ledger::default();
        ledger.enter(bench.shell(&format!("umask {umask}; tokctl {}", CREATE.join(" "))).must_be(0));
        ledger.enter(bench.shell(&format!("umask {umask}; tokctl {} --name other", CREATE.join(" "))).must_be(0));
        assert_eq!(mode(&bench.directory()), 0o700, "{umask}");
        for ending in ["", "-wal", "-shm", ".lock", ".reserve"] {
            assert_eq!(mode(&bench.store(ending)), 0o600, "umask {umask}, store.db{ending}");
        }
        ledger.must_hold(&bench, umask);
    }
}

/// Returns the command of the hint.
fn hint(run: &Run) -> String {
    run.err.lines().find_map(|line| line.strip_prefix("hint: ")).unwrap_or_else(|| panic!("{}", run.told())).to_owned()
}

#[test]
fn a_file_that_others_may_read_stops_every_command_until_the_command_of_the_hint_has_run() {
    for ending in ["", "-wal", "-shm", ".lock", ".reserve"] {
        for open in [0o640, 0o604, 0o660, 0o602] {
            let bench = Bench::founded();
            let mut ledger = Ledger::default();
            ledger.enter(bench.run(&CREATE).must_be(0));
            set_mode(&bench.store(ending), open);
            for arguments in [&CREATE[..], &["list"], &["revoke", "1", "--yes"], &["log", "list"]] {
                let run = bench.run(arguments);
                run.must_be(7).must_say(&["is open to other users"]);
                assert!(run.out.is_empty());
            }
            let run = bench.verify(b"gldt-not-one-of-ours");
            assert!(matches!(run.code, Some(1 | 7)), "{}", run.told());
            let hint = hint(&bench.run(&CREATE));
            assert!(hint.starts_with("chmod 600 "), "{hint}");
            assert_eq!(bench.shell(&hint).code, Some(0));
            ledger.enter(bench.run(&CREATE).must_be(0));
            ledger.must_hold(&bench, "after the chmod");
        }
    }
}

#[test]
fn a_directory_that_others_may_write_is_refused_until_it_is_shut() {
    let bench = Bench::founded();
    set_mode(&bench.directory(), 0o777);
    let run = bench.run(&CREATE);
    run.must_be(7).must_say(&["can be written by every user"]);
    assert_eq!(bench.shell(&hint(&run)).code, Some(0));
    bench.run(&CREATE).must_be(0);
    for allowed in [0o1777, 0o770] {
        set_mode(&bench.directory(), allowed);
        bench.run(&CREATE).must_be(0).must_say(&["warning: ", "can be written by"]);
    }
    let bench = Bench::new();
    set_mode(bench.home(), 0o777);
    bench.run(&CREATE).must_be(7);
    assert!(!bench.directory().exists(), "something was made in a directory that is everybody's");
}

#[test]
fn a_store_under_a_second_name_is_refused() {
    let bench = Bench::founded();
    let elsewhere = bench.home().join("elsewhere.db");
    fs::rename(bench.store(""), &elsewhere).unwrap();
    symlink(&elsewhere, bench.store("")).unwrap();
    bench.run(&CREATE).must_be(7).must_say(&["is a symbolic link"]);
    bench.run(&["list"]).must_be(7);
    fs::remove_file(bench.store("")).unwrap();
    fs::hard_link(&elsewhere, bench.store("")).unwrap();
    bench.run(&CREATE).must_be(7).must_say(&["has 2 names"]);
    fs::remove_file(&elsewhere).unwrap();
    bench.run(&CREATE).must_be(0);
    // A link to nowhere is no free place.
    let bench = Bench::founded();
    fs::remove_file(bench.store("")).unwrap();
    symlink(&elsewhere, bench.store("")).unwrap();
    bench.run(&CREATE).must_be(7);
    assert!(!elsewhere.exists());
}

#[test]
fn another_user_can_neither_read_nor_write_nor_take_over_a_store() {
    if !nix::unistd::Uid::effective().is_root() {
        return skip("only root can act as another user");
    }
    if !has("setpriv") {
        return;
    }
    let bench = Bench::founded();
    let mut ledger = Ledger::default();
    ledger.enter(bench.run(&CREATE).must_be(0));
    let other = |arguments: &[&str]| as_nobody(&bench, arguments);
    set_mode(bench.home(), 0o755);
    let store = bench.store("").to_str().unwrap().to_owned();
    for directory_mode in [0o700, 0o755] {
        for directory in [".local", ".local/share", ".local/share/tokctl"] {
            set_mode(&bench.home().join(directory), directory_mode);
        }
        for arguments in [&CREATE[..], &["list"], &["show", "1"], &["revoke", "1", "--yes"]] {
            let run = other(&[&["--store", &store], arguments].concat());
            assert!(run.out.is_empty() && matches!(run.code, Some(7)), "{arguments:?}: {}", run.told());
        }
    }
    set_mode(&bench.directory(), 0o700);
    ledger.must_hold(&bench, "others were here");
    // Root meets a store of somebody else.
    for ending in ["", ".lock", "-wal", "-shm", ".reserve"] {
        nix::unistd::chown(&bench.store(ending), Some(65534.into()), None).unwrap();
    }
    bench.run(&CREATE).must_be(7).must_say(&["belongs to another user", "sudo -u "]);
    bench.run(&["list"]).must_be(7);
}

#[test]
fn in_a_directory_that_cannot_be_written_a_store_is_still_read() {
    if !nix::unistd::Uid::effective().is_root() {
        return skip("root prepares the directory of another user");
    }
    if !has("setpriv") {
        return;
    }
    let bench = Bench::new();
    bench.shell("chown 65534:65534 .; chmod 755 .").must_be(0);
    let other = |arguments: &[&str]| as_nobody(&bench, arguments);
    other(&CREATE).must_be(0);
    bench.shell("chmod 500 .local/share/tokctl").must_be(0);
    other(&["list"]).must_be(0);
    // The files are its owner's to write: only what is new beside them cannot be made.
    other(&CREATE).must_be(0);
    bench.shell("chmod 400 .local/share/tokctl/store.db").must_be(0);
    let run = other(&CREATE);
    run.must_be(7);
    assert!(run.out.is_empty());
    let listed = other(&["list"]);
    assert!(matches!(listed.code, Some(0 | 7)), "{}", listed.told());
    bench.shell("chmod 600 .local/share/tokctl/store.db").must_be(0);
    assert_eq!(String::from_utf8(other(&["list", "-q"]).out).unwrap(), "1\n2\n");
}

/// Runs tokctl as a user without rights, from a place where he can reach it.
fn as_nobody(bench: &Bench, arguments: &[&str]) -> Run {
    let directory = tempfile::TempDir::new().unwrap();
    set_mode(directory.path(), 0o755);
    let program = directory.path().join("tokctl");
    // By another process: a program that is still open for writing, in whatever child, cannot be run.
    Run::of(bench.program("cp").arg(super::bench::TOKCTL).arg(&program).output().unwrap()).must_be(0);
    let mut setpriv = bench.program("setpriv");
    setpriv.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program).args(arguments);
    Run::of(setpriv.output().unwrap())
}
