//! `tokctl whoami`: who acts, and on which store.

use clap::ArgMatches;

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "whoami", about: "Show who acts, and on which store", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    command.after_help("Examples:\n  tokctl whoami\n  tokctl whoami --as ann --json")
}

fn run(_: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let identity = authority.whoami()?;
    desk.pass_on(&authority);
    let store = authority.place().database().display().to_string();
    desk.card(&people::IDENTITY, &people::identity(&identity, &store))?;
    if identity.user.is_none() {
        desk.note("there is no store yet; the first command that writes makes it, with you as its admin");
    }
    Ok(Exit::Done)
}
