//! What makes a command: each file of commands says it of its own, and the tree puts them together.

use clap::ArgMatches;

use super::desk::Desk;
use super::exit::Exit;

/// A command: its word, how its arguments are declared, and what it does.
pub(super) struct Entry {
    /// The word it is called by.
    pub(super) name: &'static str,
    /// What it does, in a line.
    pub(super) about: &'static str,
    /// Adds its arguments and its examples.
    pub(super) declare: fn(clap::Command) -> clap::Command,
    /// Carries it out.
    pub(super) run: fn(&ArgMatches, &Desk<'_>) -> anyhow::Result<Exit>,
}
