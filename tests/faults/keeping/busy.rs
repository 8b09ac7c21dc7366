//! Among many who read and write.

use std::fs;

use super::COMPACT;
use crate::faults::bench::{Bench, CREATE, Run};
use crate::faults::ledger::{fingerprints, must_be_sound};

#[test]
fn a_backup_among_many_writers_is_what_the_store_was_at_one_instant() {
    let bench = Bench::founded();
    let create = CREATE.join(" ");
    let script = format!("n=0; while [ $n -lt {} ]; do tokctl {create} -q >>secrets.$$; n=$((n+1)); done", 25);
    std::thread::scope(|scope| {
        let bench = &bench;
        let writers: Vec<_> = (0..6).map(|_| scope.spawn(|| bench.shell(&script))).collect();
        for number in 0..8 {
            bench.run(&["store", "backup", &format!("{number}.db")]).must_be(0);
        }
        for writer in writers {
            let run: Run = writer.join().unwrap();
            assert_eq!(run.code, Some(0), "{}", run.told());
        }
    });
    let mut last = 0;
    for number in 0..8 {
        let other = Bench::new();
        let file = format!("{number}.db");
        fs::copy(bench.home().join(&file), other.home().join(&file)).unwrap();
        other.run(&["store", "restore", &file, "--yes"]).must_be(0);
        must_be_sound(&other, &file);
        let tokens = fingerprints(&other).len();
        assert!(tokens >= last, "{file} is older than the one before");
        last = tokens;
    }
    assert_eq!(fingerprints(&bench).len(), 150);
    must_be_sound(&bench, "backed up");
}

#[test]
fn compacting_and_restoring_among_readers_and_writers_loses_nothing() {
    let bench = Bench::founded();
    let create = CREATE.join(" ");
    let writing = format!("n=0; while [ $n -lt 20 ]; do tokctl {create} -q >>secrets.$$; n=$((n+1)); done");
    let reading = "n=0; while [ $n -lt 40 ]; do tokctl list -q >/dev/null; n=$((n+1)); done";
    std::thread::scope(|scope| {
        let bench = &bench;
        let others: Vec<_> = [writing.as_str(), &writing, &writing, reading, reading]
            .into_iter()
            .map(|script| scope.spawn(move || bench.shell(&format!("set -e; {script}"))))
            .collect();
        for _ in 0..6 {
            bench.run(&COMPACT).must_be(0);
        }
        for other in others {
            let run = other.join().unwrap();
            assert_eq!(run.code, Some(0), "{}", run.told());
        }
    });
    assert_eq!(fingerprints(&bench).len(), 60);
    must_be_sound(&bench, "compacted among writers");
}
