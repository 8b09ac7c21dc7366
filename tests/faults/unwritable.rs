//! Files and disks that take nothing: a store that cannot be changed is still read, or says why not.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::bench::{Bench, CREATE, Run};
use super::ledger::{Ledger, must_be_sound};
use super::mounted::Mounted;

/// A path that nobody can change, not even root.
struct Immutable(PathBuf);

impl Immutable {
    /// Makes it so; `None` where the kernel or the file system does not let it.
    fn make(path: &Path) -> Option<Self> {
        let made = Command::new("chattr").arg("+i").arg(path).stderr(Stdio::null()).status();
        made.is_ok_and(|status| status.success()).then(|| Self(path.to_owned()))
    }
}

impl Drop for Immutable {
    fn drop(&mut self) {
        Command::new("chattr").arg("-i").arg(&self.0).status().ok();
    }
}

/// A store with a living token and a revoked one, and their secrets.
fn furnished(bench: &Bench) -> (Ledger, Vec<u8>, Vec<u8>) {
    let mut ledger = Ledger::default();
    let [living, dead] = [(); 2].map(|()| bench.run(&CREATE));
    ledger.enter(living.must_be(0));
    ledger.enter(dead.must_be(0));
    bench.run(&["revoke", "2", "--yes"]).must_be(0);
    ledger.bury(&dead.secrets()[0]);
    (ledger, living.out, dead.out)
}

/// Asserts that verdicts are right or none, and listings there or refused.
fn must_be_read(bench: &Bench, living: &[u8], dead: &[u8], story: &str) -> [Run; 2] {
    for (secret, code) in [(living, 0), (dead, 1)] {
        let run = bench.verify(secret);
        let is_right = run.code == Some(code) || run.code == Some(7) && run.err.contains("error: ");
        assert!(is_right && run.out.is_empty(), "{story}: {}", run.told());
    }
    [&["list"][..], &["show", "1"]].map(|arguments| {
        let run = bench.run(arguments);
        assert!(matches!(run.code, Some(0 | 7)), "{story}: {}", run.told());
        run
    })
}

#[test]
fn with_an_immutable_file_a_change_is_made_whole_or_refused_with_the_reason() {
    for ending in ["", "-wal", "-shm", ".lock", ".reserve", "/"] {
        let bench = Bench::founded();
        let (mut ledger, living, dead) = furnished(&bench);
        let path = if ending == "/" { bench.directory() } else { bench.store(ending) };
        // No right or no such file system: nothing to be tried.
        let Some(immutable) = Immutable::make(&path) else { return };
        let made = bench.run(&CREATE);
        assert!(matches!(made.code, Some(0 | 7)), "{ending}: {}", made.told());
        assert!(made.code == Some(0) || made.err.contains("  "), "{ending}: no reason: {}", made.told());
        ledger.enter(&made);
        must_be_read(&bench, &living, &dead, ending);
        let revoked = bench.run(&["revoke", "1", "--yes"]);
        assert!(matches!(revoked.code, Some(0 | 7)), "{ending}: {}", revoked.told());
        if revoked.code == Some(0) {
            ledger.bury(std::str::from_utf8(living.trim_ascii()).unwrap());
        }
        assert!(
            !ending.is_empty() || made.code == Some(7) && revoked.code == Some(7),
            "an immutable store was changed"
        );
        drop(immutable);
        ledger.enter(bench.run(&CREATE).must_be(0));
        ledger.must_hold(&bench, &format!("store.db{ending} was immutable"));
    }
}

#[test]
fn on_a_disk_that_became_read_only_a_store_is_read_and_every_change_refused_with_the_reason() {
    let Some(disk) = Mounted::of_size("4m") else { return };
    let bench = Bench::at(disk.path());
    let (ledger, living, dead) = furnished(&bench);
    disk.remount("ro");
    for arguments in
        [&CREATE[..], &["revoke", "1", "--yes"], &["rotate", "1"], &["user", "add", "ann"], &["suspend", "1"]]
    {
        bench.run(arguments).must_be(7).must_say(&["ead-only file system"]);
    }
    let read = must_be_read(&bench, &living, &dead, "read-only");
    assert!(read.iter().all(|run| run.code == Some(0)), "{}", read[0].told());
    bench.verify(&living).must_be(0);
    disk.remount("rw");
    ledger.must_hold(&bench, "it was read-only");
    bench.run(&["revoke", "1", "--yes"]).must_be(0);
    bench.verify(&living).must_be(1);
    must_be_sound(&bench, "writable again");
}

#[test]
fn a_read_only_disk_without_a_store_gets_none() {
    let Some(disk) = Mounted::of_size("4m") else { return };
    let bench = Bench::at(disk.path());
    disk.remount("ro");
    bench.run(&CREATE).must_be(7).must_say(&["ead-only file system"]);
    bench.run(&["list"]).must_be(0);
    bench.verify(b"gldt-not-one-of-ours").must_be(1);
}
