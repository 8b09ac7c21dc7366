//! `tokctl store`: the file that everything lies in.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::exit::Exit;
use super::tree::Entry;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "store", about: "Find the store, or make it", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command).subcommand_required(true).arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Print the path of the store, there or not
    Path,
    /// Make the store; the first command that writes does it too
    Init,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Path => {
            let authority = desk.authority()?;
            desk.print(&format!("{}\n", authority.place().database().display()))?;
        }
        Verb::Init => {
            let authority = desk.authority()?;
            let is_new = authority.found_if_missing()?;
            desk.pass_on(&authority);
            if !is_new {
                desk.note(&format!("the store {} is there already", authority.place().database().display()));
            }
        }
    }
    Ok(Exit::Done)
}
