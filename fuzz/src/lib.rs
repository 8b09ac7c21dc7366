//! What every input is held to, one file a target. The files are compiled once more into the tests of the program, which go
//! through the seeds: a target that no longer fits the program fails there.

pub mod desk;
pub mod imports;
pub mod keys;
pub mod secrets;
pub mod stores;
pub mod times;
pub mod words;
