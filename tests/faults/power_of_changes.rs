//! The power goes in and behind every command that changes something: what exit 0 said is on every disk that could be left,
//! and what was under way is there whole or not at all.

use std::collections::BTreeMap;
use std::fs;

use super::bench::{Bench, Random, has, times};
use super::changes::{FILES, LIFE};
use super::disk::{Disk, Op};
use super::ledger::must_be_sound;
use super::power::{laid_out, recorded};
use super::state::state;

/// Commands whose place is not one store: what they leave is held by tests of their own.
const APART: [&str; 2] = ["store init", "store restore"];

/// A command, as the disk saw it, and what the store was before and behind it.
struct Passage {
    line: &'static str,
    disk: Disk,
    ops: Vec<Op>,
    before: Vec<String>,
    after: Vec<String>,
}

/// Lives the whole life, and records it.
fn passages() -> Vec<Passage> {
    let bench = Bench::new();
    for (name, text) in FILES {
        fs::write(bench.home().join(name), text).unwrap();
    }
    let mut passages = Vec::new();
    for line in LIFE {
        let words: Vec<&str> = line.split(' ').collect();
        if APART.iter().any(|apart| line.starts_with(apart)) {
            bench.run(&words).must_be(0);
            continue;
        }
        let (before, disk) = (state(&bench), Disk::read(&bench.directory()));
        let (run, ops) = recorded(&bench, &words);
        assert_eq!(run.code, Some(0), "{line}: {}", run.told());
        passages.push(Passage { line, disk, ops, before, after: state(&bench) });
    }
    passages
}

impl Passage {
    fn must_hold(&self, cut: usize, files: &BTreeMap<String, Vec<u8>>, is_checked_whole: bool, story: &str) {
        super::tally::faults(1);
        let (_home, bench) = laid_out(files);
        let found = state(&bench);
        let is_over = cut == self.ops.len();
        assert!(found == self.after || !is_over, "{story}: exit 0 said that it was done, and it is not");
        assert!(found == self.after || found == self.before, "{story}: half done");
        if is_checked_whole {
            must_be_sound(&bench, story);
        }
    }
}

#[test]
fn whatever_the_power_leaves_of_a_change_is_all_of_it_or_nothing_and_all_once_it_was_said() {
    if !has("strace") {
        return;
    }
    let mut random = Random::new(13);
    let (mut disks, mut unfinished) = (0, 0);
    for passage in passages() {
        let whole = passage.ops.len();
        // In a short run its end, and some place on the way.
        let on_the_way = if whole > 0 { random.index(whole) } else { whole };
        for cut in (0..=whole).filter(|cut| times(1) > 1 || *cut == whole || *cut == on_the_way) {
            for files in passage.disk.left_behind(&passage.ops[..cut], &mut random, times(2)) {
                disks += 1;
                unfinished += usize::from(cut < whole);
                let story = format!("{}: seed {}, cut {cut} of {whole}", passage.line, random.seed);
                passage.must_hold(cut, &files, disks % 50 == 0, &story);
            }
        }
    }
    assert!(disks > 100 && unfinished > 20, "only {disks} disks, {unfinished} of them on the way");
}
