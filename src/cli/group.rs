//! `tokctl group`: places for projects and further groups.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::exit::Exit;
use super::tree::Entry;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "group", about: "Add, list and show groups", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help("Examples:\n  tokctl group add grp/sub\n  tokctl group list"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Add a group, and the groups above it where they are missing; you become its Owner
    Add {
        /// Its path, as in `grp/sub`
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// List the groups that you may see
    List,
    /// Show one group
    Show {
        /// Its path
        #[arg(value_name = "PATH")]
        path: String,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Add { path } => {
            let authority = desk.authority()?;
            let added = authority.add_group(&path);
            desk.pass_on(&authority);
            let added = added?;
            for parent in &added.parents {
                desk.note(&format!("added the group `{parent}`, which was not there"));
            }
            desk.note(&format!("added the group `{}`", added.place.path));
            desk.answer(&people::GROUPS, &people::group(&added.place))?;
        }
        Verb::List => {
            let authority = desk.authority()?;
            let groups = authority.groups()?.unwrap_or_default();
            desk.pass_on(&authority);
            desk.list(&people::GROUPS, groups.iter().map(people::group), "there are no groups yet")?;
        }
        Verb::Show { path } => {
            let authority = desk.authority()?;
            let group = authority.group(&path)?;
            desk.pass_on(&authority);
            desk.card(&people::GROUPS, &people::group(&group))?;
        }
    }
    Ok(Exit::Done)
}
