//! What tokctl does while things break: real processes that are killed, cut off, starved or shut out.
//!
//! Deterministic by seed, but for the scheduler. `TOKCTL_FAULTS=long` does all of it ten times as often, and fails every call
//! of every command in every way, which takes hours; `TOKCTL_FAULTS_PART=2/30` is the second of thirty parts of that.
//! `TOKCTL_FAULTS_SEED=N` starts from another seed, `TOKCTL_FAULTS_TALLY=FILE` counts what was broken. What cannot run on a
//! machine (no `strace`, no right to mount) says so and is skipped; where `CI` is set that is a failure.

#![cfg(test)]

mod bench;
mod bulk;
mod changes;
mod choosing;
mod damaged;
mod disk;
mod drawing;
mod forms;
mod full_disk;
mod hostile;
mod jobs;
mod keeping;
mod kills;
mod leaving;
mod ledger;
mod lending;
mod limits;
mod mixed;
mod modes;
mod mounted;
mod oracles;
mod places;
mod power;
mod power_of_changes;
mod readers;
mod recovering;
mod sinks;
mod state;
mod stopped;
mod tally;
mod traced;
mod trial;
mod unwritable;
mod uses;
mod verdicts;
mod writers;

pub(crate) use bench::{has, variable};
