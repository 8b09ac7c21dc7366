//! Where the store cannot be written a secret is judged as ever, and nothing is said of the note that was not made.

use super::bench::{Bench, CREATE};
use super::ledger::must_be_sound;
use super::mounted::Mounted;

/// A store with one token on a disk of its own, and the token's secret.
fn on_a_disk() -> Option<(Mounted, Bench, Vec<u8>)> {
    let disk = Mounted::of_size("2m")?;
    let bench = Bench::at(disk.path());
    let run = bench.run(&CREATE);
    run.must_be(0);
    Some((disk, bench, run.out))
}

/// Asserts how many uses were noted.
fn must_have(bench: &Bench, uses: u8) {
    let shown = bench.run(&["show", "1", "--json"]);
    let shown = String::from_utf8_lossy(&shown.must_be(0).out).into_owned();
    assert!(shown.contains(&format!("\"uses\":{uses},")), "not {uses} uses: {shown}");
}

#[test]
fn on_a_disk_that_is_read_only_a_secret_is_judged() {
    let Some((disk, bench, secret)) = on_a_disk() else { return };
    disk.remount("ro");
    let run = bench.verify(&secret);
    assert_eq!((run.must_be(0).err.as_str(), run.out.len()), ("allowed\n", 0));
    must_have(&bench, 0);
    disk.remount("rw");
    bench.verify(&secret).must_be(0);
    must_have(&bench, 1);
    must_be_sound(&bench, "after the note");
}

#[test]
fn on_a_full_disk_a_secret_is_judged_whether_or_not_its_use_is_noted() {
    let Some((disk, bench, secret)) = on_a_disk() else { return };
    disk.fill();
    for _ in 0..3 {
        let run = bench.verify(&secret);
        assert_eq!((run.must_be(0).err.as_str(), run.out.len()), ("allowed\n", 0));
    }
    must_be_sound(&bench, "on the full disk");
    disk.empty();
    bench.verify(&secret).must_be(0);
    must_have(&bench, 1);
    must_be_sound(&bench, "after the note");
}
