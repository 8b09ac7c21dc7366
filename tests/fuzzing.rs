//! What fuzzing is asked to hold, on the seeds that are kept: also on what it once found. `fuzz/` looks for more.

#![cfg(test)]
#![expect(unreachable_pub, reason = "what is held is public to the targets that fuzz it")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use tokctl::domain::secret::first_secret;

#[path = "../fuzz/src/desk.rs"]
mod desk;
#[path = "../fuzz/src/imports.rs"]
mod imports;
#[path = "../fuzz/src/keys.rs"]
mod keys;
#[path = "../fuzz/src/secrets.rs"]
mod secrets;
#[path = "../fuzz/src/stores.rs"]
mod stores;
#[path = "../fuzz/src/times.rs"]
mod times;
#[path = "../fuzz/src/words.rs"]
mod words;

/// Goes through the seeds of a target.
fn replay(target: &str, check: fn(&[u8])) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut count = 0;
    for seed in fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()) {
        let data = fs::read(&seed).unwrap();
        assert!(catch_unwind(|| check(&data)).is_ok(), "{} does not hold", seed.display());
        assert!(first_secret(&data).is_none(), "a secret is kept in it");
        count += 1;
    }
    assert!(count > 5, "the seeds are somewhere else");
}

#[test]
fn secrets_hold_on_the_seeds() {
    replay("secrets", secrets::check);
}

#[test]
fn times_hold_on_the_seeds() {
    replay("times", times::check);
}

#[test]
fn words_hold_on_the_seeds() {
    replay("words", words::check);
}

#[test]
fn keys_hold_on_the_seeds() {
    replay("keys", keys::check);
}

#[test]
fn imports_hold_on_the_seeds() {
    replay("imports", imports::check);
}

#[test]
fn stores_hold_on_the_seeds() {
    replay("stores", stores::check);
}

#[test]
fn every_target_is_replayed_and_has_seeds() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let names = |directory: &str| {
        let entries = fs::read_dir(fuzz.join(directory)).unwrap().map(|entry| entry.unwrap().path());
        let mut names: Vec<String> =
            entries.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let targets = ["imports", "keys", "secrets", "stores", "times", "words"];
    assert_eq!(names("fuzz_targets"), targets);
    assert_eq!(names("seeds"), targets);
}
