//! `tokctl log`: the trail.

mod heads;
mod list;
mod show;
mod verify;

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::values;
use crate::domain::id::Sequence;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "log", about: "Read the trail: who did what to what, when; and verify it", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  tokctl log list --limit 20\n  tokctl log list --token 3\n  tokctl log show 17\n  \
         tokctl log head >>heads.txt\n  tokctl log verify --head heads.txt",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// List the events, oldest first: all, or those that the options select
    List(Box<list::List>),
    /// Show everything about one event, with what it changed
    Show {
        /// The event, by its number
        #[arg(value_name = "SEQ", value_parser = values::event)]
        event: Sequence,
    },
    /// Print the number and the hash of the newest event, in a line to keep elsewhere
    Head,
    /// Verify that no event was edited, taken out, put in or moved; with a head kept elsewhere, that none is missing at the end
    Verify(verify::Verify),
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::List(list) => list.run(desk),
        Verb::Show { event } => show::event(desk, event),
        Verb::Head => show::head(desk),
        Verb::Verify(verify) => verify.run(desk),
    }
}
