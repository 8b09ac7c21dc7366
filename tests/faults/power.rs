//! The power goes: every disk that could be left is rebuilt from a record of the system calls, and opened.
//!
//! The model is a strict one. What was written to a file counts as kept only behind a sync of that file; until then each
//! write may be kept or lost by itself. Names come and go in order, and are kept behind a sync of their directory; until
//! then any beginning of them may be. Memory-mapped writes are not seen: the index of the log is taken away, as it may be.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use regex::Regex;
use tempfile::TempDir;

use super::bench::{Bench, CREATE, Random, Run, TOKCTL, has, secrets, set_mode, times};
use super::disk::{Disk, Op};
use super::ledger::{Ledger, fingerprints, must_be_sound};

/// What is recorded.
const CALLS: &str =
    "openat,write,pwrite64,fsync,fdatasync,unlink,unlinkat,ftruncate,fallocate,rename,renameat,renameat2,link,linkat";

/// Runs tokctl and records what it does to the directory of the store.
pub(super) fn recorded(bench: &Bench, arguments: &[&str]) -> (Run, Vec<Op>) {
    let log = bench.home().join("trace");
    let mut strace = bench.program("strace");
    strace.args(["-f", "-qq", "-xx", "-y", "-s", "10000000", "-e", &format!("trace={CALLS}"), "-o"]).arg(&log);
    let run = Run::of(strace.arg(TOKCTL).args(arguments).output().unwrap());
    let ops = ops(&fs::read_to_string(&log).unwrap(), &bench.directory());
    fs::remove_file(log).unwrap();
    (run, ops)
}

/// Reads the record; what is not about the directory is left out, but for standard output.
fn ops(trace: &str, directory: &Path) -> Vec<Op> {
    let call = Regex::new(r"^\d+ +(\w+)\((.*)\) = (\d+)").unwrap();
    let part = Regex::new(r#"(?:\d+|AT_FDCWD)<([^>]*)>|"([^"]*)"|([^,\s"<>][^,]*)"#).unwrap();
    let (mut ops, mut ends) = (Vec::new(), BTreeMap::new());
    for line in trace.lines() {
        let Some(found) = call.captures(line) else { continue };
        let parts: Vec<Vec<u8>> = part
            .captures_iter(&found[2])
            .map(|part| (1..=3).find_map(|at| part.get(at)).unwrap().as_str().trim())
            .filter(|part| !part.is_empty())
            .map(unhex)
            .collect();
        let text = |at: usize| String::from_utf8_lossy(&parts[at]).into_owned();
        let name = |at: usize| {
            let path = text(at);
            let path = Path::new(&path);
            let is_relative = path.parent() == Some(Path::new("")) && !path.to_str().unwrap().contains(':');
            (is_relative || path.parent() == Some(directory))
                .then(|| path.file_name().unwrap().to_str().unwrap().to_owned())
        };
        let is_directory = |at: usize| Path::new(&text(at)) == directory;
        let number = |at: usize| text(at).parse::<usize>().unwrap();
        match &found[1] {
            "openat" if text(2).contains("O_CREAT") => ops.extend(name(1).map(Op::Create)),
            "pwrite64" => {
                let (data, at) = (parts[1].clone(), number(3));
                ops.extend(name(0).map(|file| Op::Write { file, at, data }));
            }
            "write" => match name(0) {
                None => ops.push(Op::Said(parts[1].clone())),
                // One after the other from the beginning on: what is written so is written once.
                Some(file) => {
                    let at: &mut usize = ends.entry(file.clone()).or_default();
                    let data = parts[1].clone();
                    *at += data.len();
                    ops.push(Op::Write { file, at: *at - data.len(), data });
                }
            },
            "ftruncate" => ops.extend(name(0).map(|file| Op::Resize { file, length: number(1) })),
            "fallocate" => ops.extend(name(0).map(|file| Op::Grow { file, length: number(2) + number(3) })),
            "fsync" | "fdatasync" if is_directory(0) => ops.push(Op::SyncNames),
            "fsync" | "fdatasync" => ops.extend(name(0).map(Op::Sync)),
            "unlink" => ops.extend(name(0).map(Op::Remove)),
            "unlinkat" => ops.extend(name(1).map(Op::Remove)),
            "rename" | "link" => ops.extend(name(0).zip(name(1)).map(|(from, to)| Op::Rename { from, to })),
            "renameat" | "renameat2" => ops.extend(name(1).zip(name(3)).map(|(from, to)| Op::Rename { from, to })),
            _ => {}
        }
    }
    ops
}

/// Turns what strace writes in hexadecimal back into bytes.
fn unhex(text: &str) -> Vec<u8> {
    let mut pieces = text.split("\\x");
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).unwrap());
        bytes.extend_from_slice(rest.as_bytes());
    }
    bytes
}

/// Writes a disk that was left into a home of its own.
pub(super) fn laid_out(files: &BTreeMap<String, Vec<u8>>) -> (TempDir, Bench) {
    let home = TempDir::new().unwrap();
    let bench = Bench::at(home.path());
    fs::create_dir_all(bench.directory()).unwrap();
    set_mode(&bench.directory(), 0o700);
    for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with("-shm")) {
        let path = bench.directory().join(name);
        fs::write(&path, bytes).unwrap();
        set_mode(&path, 0o600);
    }
    (home, bench)
}

/// A history on one store, as the disk saw it, and what its commands handed over and promised.
struct History {
    disk: Disk,
    ops: Vec<Op>,
    /// Behind which operation each command had ended, the secret that it promised, and the one that it ended.
    ended: Vec<(usize, Option<String>, Option<String>)>,
}

impl History {
    fn of(bench: &Bench) -> Self {
        Self { disk: Disk::read(&bench.directory()), ops: Vec::new(), ended: Vec::new() }
    }

    fn record(&mut self, bench: &Bench, arguments: &[&str], ends: Option<String>) -> Option<String> {
        let (run, ops) = recorded(bench, arguments);
        run.must_be(0);
        self.ops.extend(ops);
        let made = run.secrets().pop();
        self.ended.push((self.ops.len(), made.clone(), ends));
        made
    }

    /// Opens a disk that the power could have left behind so many operations, and asserts what must hold of it.
    fn must_hold(&self, cut: usize, files: &BTreeMap<String, Vec<u8>>, is_checked_whole: bool, story: &str) {
        super::tally::faults(1);
        let (_home, bench) = laid_out(files);
        let mut ledger = Ledger::default();
        for op in &self.ops[..cut] {
            if let Op::Said(bytes) = op {
                for secret in secrets(bytes) {
                    ledger.receive(secret);
                }
            }
        }
        let mut over = Vec::new();
        for (_, made, ends) in self.ended.iter().filter(|(at, ..)| *at <= cut) {
            if let Some(secret) = made {
                ledger.promise(secret);
            }
            over.extend(ends.clone());
        }
        // Whoever is being ended right now may be alive or not.
        let ending = self.ended.iter().find(|(at, ..)| *at > cut).and_then(|(.., ends)| ends.as_ref());
        over.iter().chain(ending).for_each(|secret| ledger.forget(secret));
        ledger.must_agree(&bench, story);
        for secret in &over {
            bench.verify(secret.as_bytes()).must_be(1);
        }
        if is_checked_whole {
            must_be_sound(&bench, story);
        }
    }
}

#[test]
fn what_was_said_to_be_done_is_there_when_the_power_goes_and_what_lives_was_handed_over() {
    if !has("strace") {
        return;
    }
    let bench = Bench::founded();
    let mut random = Random::new(9);
    let mut history = History::of(&bench);
    let mut live = Vec::new();
    // Long enough that the log is emptied on the way.
    for number in 0..14 {
        match number % 7 {
            5 => {
                let (id, secret): (String, String) = live.remove(0);
                history.record(&bench, &["revoke", &id, "--yes"], Some(secret));
            }
            6 => {
                let (id, secret) = live.remove(0);
                let made = history.record(&bench, &["rotate", &id], Some(secret)).unwrap();
                live.push((newest(&bench), made));
            }
            _ => {
                let made = history.record(&bench, &CREATE, None).unwrap();
                live.push((newest(&bench), made));
            }
        }
    }
    assert!(history.ops.iter().any(|op| matches!(op, Op::Resize { .. })), "the log was never emptied");
    let mut disks = 0;
    let is_end = |cut: usize| history.ended.iter().any(|(end, ..)| *end == cut);
    // In a short run a few of the many: every end of a command, and of the rest some.
    for cut in (0..=history.ops.len()).filter(|cut| times(1) > 1 || is_end(*cut) || cut % 7 == 0) {
        let left = history.disk.left_behind(&history.ops[..cut], &mut random, times(3));
        for (at, files) in left.iter().enumerate() {
            disks += 1;
            let story = format!("seed {}, cut {cut} of {}, disk {at}", random.seed, history.ops.len());
            history.must_hold(cut, files, disks % 40 == 0, &story);
        }
    }
    assert!(disks > 100, "only {disks} disks");
}

/// Returns the number of the token that was made last.
fn newest(bench: &Bench) -> String {
    let run = bench.run(&["list", "--all", "--sort", "newest", "--limit", "1", "-q"]);
    String::from_utf8(run.must_be(0).out.clone()).unwrap().trim().to_owned()
}

#[test]
fn a_store_that_was_being_founded_when_the_power_went_is_whole_or_not_there() {
    if !has("strace") {
        return;
    }
    let bench = Bench::new();
    fs::create_dir_all(bench.directory()).unwrap();
    set_mode(&bench.directory(), 0o700);
    let mut random = Random::new(10);
    let mut history = History::of(&bench);
    history.record(&bench, &CREATE, None);
    for cut in 0..=history.ops.len() {
        let left = history.disk.left_behind(&history.ops[..cut], &mut random, times(2));
        for (at, files) in
            left.iter().enumerate().filter(|(at, _)| times(1) > 1 || cut == history.ops.len() || (cut + at) % 3 == 0)
        {
            let story = format!("seed {}, cut {cut} of {}, disk {at}", random.seed, history.ops.len());
            super::tally::faults(1);
            let (_home, after) = laid_out(files);
            let is_done = cut == history.ops.len();
            if is_done {
                history.must_hold(cut, files, true, &story);
            } else {
                // The next command makes a store, or works with the one that is there.
                let run = after.run(&CREATE);
                assert!(run.code == Some(0), "{story}: {}", run.told());
                assert!(fingerprints(&after).len() <= 2, "{story}");
            }
        }
    }
}
