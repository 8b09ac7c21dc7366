//! What it means that the engine calls a store damaged: that it is, that its disk does not give what lies on it, which the
//! engine does not tell apart, or that a restore was cut off there.
//!
//! Asked when no transaction of this process goes on: closing another descriptor of the store drops the locks of the engine.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use super::engine::{self, Purpose};
use super::exchange::marker;
use super::place::Place;
use super::soundness;
use crate::domain::error::{Error, Result};

/// Looks again at a store that the engine calls damaged; every other error stays what it is.
pub(super) fn understood(place: &Place, error: Error) -> Error {
    if engine::is_damage(&error) { cause(place).unwrap_or(error) } else { error }
}

/// Returns why the engine took a store for damaged that is not, as far as anybody can know; `None`: it is damaged.
pub(super) fn cause(place: &Place) -> Option<Error> {
    if marker::is_there(place) {
        return Some(Error::store("a restore of this store was cut off").because("what is there in its place is no store").hint(
            "`tokctl store restore FILE` once more puts the backup in its place, and asks the store that was kept what was \
             revoked",
        ));
    }
    let found = disk(place);
    // What was not given, and is given now, was no damage either.
    let is_sound = || is_sound(place).unwrap_or(false);
    found.or_else(|| is_sound().then(|| not_given("it gives them now".to_owned())))
}

/// Reads every byte of a store; returns the error of the disk where it does not give them.
pub(super) fn disk(place: &Place) -> Option<Error> {
    let read = [place.database(), &place.log()].into_iter().try_for_each(read_whole);
    read.err().map(|error| not_given(error.to_string()))
}

fn not_given(why: String) -> Error {
    Error::store("the disk does not give the store's pages")
        .because(why)
        .hint("`dmesg` says what is wrong with the disk; `tokctl store check` looks again")
}

fn read_whole(path: &Path) -> io::Result<()> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        file => file?,
    };
    let (mut bytes, mut at) = (vec![0; 1 << 16], 0);
    loop {
        match file.read_at(&mut bytes, at) {
            Ok(0) => return Ok(()),
            Ok(count) => at += count as u64,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn is_sound(place: &Place) -> Result<bool> {
    // The engine looks at more where it may write.
    let store = engine::open(place, Purpose::Write).or_else(|_| engine::open(place, Purpose::Read))?;
    Ok(soundness::damage(&store)?.is_empty())
}
