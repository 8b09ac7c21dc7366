//! `tokctl log`: the trail.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use crate::domain::error::Error;
use crate::render::{Format, Writer, events};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "log", about: "Read the trail: who did what to what, when", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help("Examples:\n  tokctl log list --limit 20\n  tokctl log list --json"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// List the events, oldest first
    List {
        /// Only the newest N
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        limit: Option<u32>,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let Verb::List { limit } = Verb::from_arg_matches(matches)?;
    let authority = desk.authority()?;
    let page = desk.page(Some((desk.world.clock)()));
    let mut out = &desk.world.stdout;
    let mut writer = Writer::new(&page, &events::SHEET, &mut out);
    let mut broken = None;
    let read = authority.log(limit, |recorded| {
        writer.row(&events::row(&recorded)).map_err(|error| {
            broken = Some(error);
            Error::failed("the listing could not be written")
        })
    });
    if let Some(broken) = broken {
        return Err(broken.into());
    }
    read?;
    let found = writer.finish()?;
    desk.pass_on(&authority);
    if found == 0 && desk.format() == Format::Table {
        desk.note("the trail is empty");
    }
    Ok(Exit::Done)
}
