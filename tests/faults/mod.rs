//! What tokctl does while things break: real processes that are killed, cut off, starved or shut out.
//!
//! Deterministic by seed, but for the scheduler. Two variables widen or repeat a run: `TOKCTL_FAULTS=long` does all of it
//! ten times as often, `TOKCTL_FAULTS_SEED=N` starts from another seed. What cannot run on a machine (no `strace`, no right
//! to mount) says so and is skipped; where `CI` is set that is a failure.

#![cfg(test)]

pub(crate) mod bench;
mod bulk;
mod forms;
mod full_disk;
mod kills;
mod leaving;
mod ledger;
mod modes;
mod mounted;
mod places;
mod sinks;
mod traced;
mod writers;

pub(crate) use bench::has;
