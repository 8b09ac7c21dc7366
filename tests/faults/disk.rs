//! A disk as far as a power cut is concerned: what was synced, what was not, and what may be left of that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::bench::Random;

/// What a program did to the files of one directory, or said.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Create(String),
    Write { file: String, at: usize, data: Vec<u8> },
    Resize { file: String, length: usize },
    Grow { file: String, length: usize },
    Rename { from: String, to: String },
    Remove(String),
    Sync(String),
    SyncNames,
    Said(Vec<u8>),
}

/// The files of a directory, all of them safe.
pub(super) struct Disk(BTreeMap<String, Vec<u8>>);

/// A file, whatever it is called: what is safe of it, and what was done since.
#[derive(Clone, Default)]
struct File {
    safe: Vec<u8>,
    pending: Vec<Op>,
}

/// A change of names.
#[derive(Clone)]
enum Naming {
    Is(String, usize),
    Gone(String),
}

impl Disk {
    /// Reads a directory.
    pub(super) fn read(directory: &Path) -> Self {
        let files = fs::read_dir(directory).unwrap().map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
        });
        Self(files.collect())
    }

    /// Returns disks that may be left if the power goes behind these operations: the one that kept most and the one that
    /// kept least, and so many of the others.
    pub(super) fn left_behind(&self, ops: &[Op], random: &mut Random, most: usize) -> Vec<BTreeMap<String, Vec<u8>>> {
        let mut files: Vec<File> = Vec::new();
        let mut safe_names = BTreeMap::new();
        for (name, bytes) in &self.0 {
            safe_names.insert(name.clone(), files.len());
            files.push(File { safe: bytes.clone(), pending: Vec::new() });
        }
        let mut names = safe_names.clone();
        let mut namings: Vec<Naming> = Vec::new();
        for op in ops {
            match op {
                Op::Create(name) => {
                    if !names.contains_key(name) {
                        names.insert(name.clone(), files.len());
                        namings.push(Naming::Is(name.clone(), files.len()));
                        files.push(File::default());
                    }
                }
                Op::Write { file, .. } | Op::Resize { file, .. } | Op::Grow { file, .. } => {
                    if let Some(at) = names.get(file) {
                        files[*at].pending.push(op.clone());
                    }
                }
                Op::Rename { from, to } => {
                    if let Some(at) = names.remove(from) {
                        names.insert(to.clone(), at);
                        namings.extend([Naming::Is(to.clone(), at), Naming::Gone(from.clone())]);
                    }
                }
                Op::Remove(name) => {
                    names.remove(name);
                    namings.push(Naming::Gone(name.clone()));
                }
                Op::Sync(name) => {
                    if let Some(at) = names.get(name) {
                        let file = &mut files[*at];
                        let pending = std::mem::take(&mut file.pending);
                        file.safe = applied(&file.safe, pending.iter());
                    }
                }
                Op::SyncNames => {
                    safe_names.clone_from(&names);
                    namings.clear();
                }
                Op::Said(_) => {}
            }
        }
        let mut left = Vec::new();
        for kept_names in BTreeSet::from([0, namings.len(), namings.len() / 2]) {
            let names = named(&safe_names, &namings[..kept_names]);
            let mut choices = choices(&files, random);
            while choices.len() > most {
                // The first two are all and none.
                let _ = choices.swap_remove(2 + usize::try_from(random.below(choices.len() as u64 - 2)).unwrap());
            }
            for choice in choices {
                let disk = names.iter().map(|(name, at)| {
                    let file = &files[*at];
                    let kept = file.pending.iter().enumerate().filter(|(op, _)| choice(*at, *op)).map(|(_, op)| op);
                    (name.clone(), applied(&file.safe, kept))
                });
                left.push(disk.collect());
            }
        }
        left
    }
}

/// Says which of the pending operations of which file are kept.
type Choice = Box<dyn Fn(usize, usize) -> bool>;

/// All, none, each alone, all but each, and a few at random.
fn choices(files: &[File], random: &mut Random) -> Vec<Choice> {
    let pending: Vec<(usize, usize)> =
        files.iter().enumerate().flat_map(|(at, file)| (0..file.pending.len()).map(move |op| (at, op))).collect();
    let mut choices: Vec<Choice> = vec![Box::new(|_, _| true), Box::new(|_, _| false)];
    for one in pending.clone() {
        choices.push(Box::new(move |at, op| (at, op) == one));
        choices.push(Box::new(move |at, op| (at, op) != one));
    }
    for _ in 0..4 {
        let kept: Vec<_> = pending.iter().copied().filter(|_| random.below(2) == 0).collect();
        choices.push(Box::new(move |at, op| kept.contains(&(at, op))));
    }
    choices
}

fn named(safe: &BTreeMap<String, usize>, namings: &[Naming]) -> BTreeMap<String, usize> {
    let mut names = safe.clone();
    for naming in namings {
        match naming {
            Naming::Is(name, at) => names.insert(name.clone(), *at),
            Naming::Gone(name) => names.remove(name),
        };
    }
    names
}

fn applied<'o>(safe: &[u8], ops: impl Iterator<Item = &'o Op>) -> Vec<u8> {
    let mut bytes = safe.to_vec();
    for op in ops {
        match op {
            Op::Write { at, data, .. } => {
                if bytes.len() < at + data.len() {
                    bytes.resize(at + data.len(), 0);
                }
                bytes[*at..at + data.len()].copy_from_slice(data);
            }
            Op::Resize { length, .. } => bytes.resize(*length, 0),
            Op::Grow { length, .. } if bytes.len() < *length => bytes.resize(*length, 0),
            _ => {}
        }
    }
    bytes
}
