//! What lies at the store's place and is none, or none of ours, or not to be touched; and a store that others hold.

use std::fs;
use std::os::unix::fs::OpenOptionsExt;
use std::process::Stdio;

use sha2::{Digest as _, Sha256};

use super::bench::{Bench, CREATE, Run, until_it_waits};
use super::ledger::{Ledger, fingerprints, opened};

/// Commands that read, write and judge.
const COMMANDS: [&[&str]; 5] = [&CREATE, &["list"], &["show", "1"], &["revoke", "1", "--yes"], &["log", "list"]];

/// Runs every command, which must all find the store unusable and print nothing.
fn all_refuse(bench: &Bench, secret: &[u8]) -> Run {
    for arguments in COMMANDS {
        let run = bench.run(arguments);
        assert!(run.code == Some(7) && run.out.is_empty(), "{arguments:?}: {}", run.told());
    }
    let run = bench.verify(secret);
    assert!(run.code == Some(7) && run.out.is_empty() && !run.err.is_empty(), "{}", run.told());
    run
}

/// A store with one token, and its secret.
fn with_one() -> (Bench, Vec<u8>) {
    let bench = Bench::founded();
    let run = bench.run(&CREATE);
    run.must_be(0);
    (bench, run.out)
}

/// Hashes the files of the store, but for the lock.
fn hashed(bench: &Bench) -> Vec<(String, [u8; 32])> {
    let mut files: Vec<_> = fs::read_dir(bench.directory())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.display().to_string(), Sha256::digest(fs::read(&path).unwrap()).into()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_path_that_the_engine_could_read_as_anything_but_a_file_is_a_wrong_use() {
    let bench = Bench::new();
    let paths =
        ["", ":memory:", "file:x", "FILE:x?mode=memory", "file:x?vfs=unix-none", "x?cache=shared", "./", "..", "/"];
    for path in paths {
        for arguments in COMMANDS.iter().chain([&["store", "init"][..], &["store", "path"]].iter()) {
            let run = bench.run(&[&["--store", path], *arguments].concat());
            assert!(run.code == Some(2) && run.out.is_empty(), "`{path}` {arguments:?}: {}", run.told());
            let run = Run::of(bench.tokctl(arguments).env("TOKCTL_STORE", path).output().unwrap());
            assert!(run.code == Some(2) && run.out.is_empty(), "TOKCTL_STORE `{path}` {arguments:?}: {}", run.told());
            run.must_say(&["TOKCTL_STORE"]);
        }
    }
    assert_eq!(fs::read_dir(bench.home()).unwrap().count(), 0, "something was made");
}

#[test]
fn what_is_no_store_is_refused_and_left_as_it_is() {
    let (_, secret) = with_one();
    let (whole, _) = with_one();
    let bytes = fs::read(whole.store("")).unwrap();
    let foreign = {
        let mut foreign = bytes.clone();
        foreign[68..72].copy_from_slice(b"else");
        foreign
    };
    let contents: [(&str, Vec<u8>); 6] = [
        ("zero bytes", Vec::new()),
        ("one byte", vec![b'x']),
        ("garbage", b"not a database at all, only text\n".repeat(500)),
        ("a cut store", bytes[..5000].to_vec()),
        ("only the first page", bytes[..4096].to_vec()),
        ("another program's database", foreign),
    ];
    for (what, content) in contents {
        let bench = Bench::new();
        fs::create_dir_all(bench.directory()).unwrap();
        bench.shell("chmod 700 .local/share/tokctl").must_be(0);
        let mut options = fs::OpenOptions::new();
        let mut file = options.write(true).create_new(true).mode(0o600).open(bench.store("")).unwrap();
        std::io::Write::write_all(&mut file, &content).unwrap();
        drop(file);
        all_refuse(&bench, &secret);
        assert!(fs::read(bench.store("")).unwrap() == content, "{what} was changed");
    }
}

#[test]
fn a_store_of_a_newer_tokctl_is_left_as_it_is_to_the_byte() {
    let (bench, secret) = with_one();
    let connection = opened(&bench);
    connection.execute_batch("PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
    drop(connection);
    let before = hashed(&bench);
    all_refuse(&bench, &secret);
    bench.run(&CREATE).must_say(&["newer"]);
    assert!(hashed(&bench) == before, "something was changed");
}

#[test]
fn a_place_without_a_store_is_an_error_for_a_verdict_and_empty_for_a_listing() {
    let (_, secret) = with_one();
    let bench = Bench::new();
    let run = bench.verify(&secret);
    run.must_be(7);
    assert!(run.out.is_empty());
    let run = bench.run(&["list", "--json"]);
    run.must_be(0);
    bench.run(&["--store", "there.db", "list"]).must_be(7);
    assert_eq!(fs::read_dir(bench.home()).unwrap().count(), 0, "something was made");
}

#[test]
fn a_log_that_lies_where_a_new_store_is_to_be_made_is_not_read_into_it() {
    let (other, _) = with_one();
    for ending in ["-wal", "-shm", "-journal"] {
        let bench = Bench::new();
        bench.shell("mkdir -p -m 700 .local .local/share .local/share/tokctl").must_be(0);
        fs::copy(other.store("-wal"), bench.store(ending)).unwrap();
        let run = bench.run(&CREATE);
        run.must_be(7).must_say(&["lies where a new store is to be made"]);
        assert!(!bench.store("").exists());
        let hint = run.err.lines().find_map(|line| line.strip_prefix("hint: ")).unwrap();
        assert_eq!(bench.shell(hint).code, Some(0));
        bench.run(&CREATE).must_be(0);
        assert_eq!(fingerprints(&bench).len(), 1);
    }
}

#[test]
fn a_writer_that_is_no_tokctl_is_waited_for() {
    let (bench, secret) = with_one();
    let other = opened(&bench);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = bench.tokctl(&CREATE).spawn().unwrap();
    until_it_waits(&waiting);
    // Those who read and judge do not wait.
    assert_eq!(bench.run(&["list"]).code, Some(0));
    bench.verify(&secret).must_be(0);
    other.execute_batch("ROLLBACK").unwrap();
    Run::of(waiting.wait_with_output().unwrap()).must_be(0);
    assert_eq!(fingerprints(&bench).len(), 2);
}

#[test]
fn an_exclusive_lock_of_another_program_is_waited_for_and_never_read_past() {
    let (bench, secret) = with_one();
    let mut ledger = Ledger::default();
    ledger.enter_bytes(bench.run(&["list"]).must_be(0), &secret);
    let other = opened(&bench);
    other.execute_batch("BEGIN EXCLUSIVE; DELETE FROM tokens;").unwrap();
    bench.verify(&secret).must_be(0);
    let mut creating = bench.tokctl(&CREATE);
    let creating = creating.stdout(Stdio::piped()).spawn().unwrap();
    until_it_waits(&creating);
    drop(other);
    ledger.enter(Run::of(creating.wait_with_output().unwrap()).must_be(0));
    assert_eq!(ledger.must_hold(&bench, "another program gave up"), 2);
}
