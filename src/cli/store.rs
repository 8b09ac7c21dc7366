//! `tokctl store`: the file that everything lies in.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::progress::Progress;
use crate::render::{Format, leaving, stores};

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "store", about: "Find the store, make it, or sweep it", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help("Examples:\n  tokctl store path\n  tokctl store sweep --dry-run"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

const SWEEP_HELP: &str = "\
A bot whose token has expired can do nothing from that instant on. A day later it leaves by itself, after any change of \
the store, with nine others at most. One with more than 10,000 records waits for this command.

Examples:
  tokctl store sweep --dry-run
  tokctl store sweep";

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Print the path of the store, there or not
    #[command(after_help = "Example:\n  tokctl store path")]
    Path,
    /// Make the store; the first command that writes does it too
    #[command(after_help = "Examples:\n  tokctl store init\n  tokctl store init --store ./tokctl.db")]
    Init,
    /// Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)
    #[command(after_help = SWEEP_HELP)]
    Sweep {
        /// Say who would go, and delete nobody
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Path => {
            let authority = desk.authority()?;
            let path = authority.place().database().display().to_string();
            match desk.format() {
                Format::Table | Format::Ids => desk.print(&format!("{path}\n"))?,
                Format::Json | Format::Jsonl | Format::Csv => desk.card(&stores::SHEET, &stores::row(&path))?,
            }
        }
        Verb::Init => {
            let authority = desk.authority()?;
            let is_new = authority.found_if_missing()?;
            desk.pass_on(&authority);
            if !is_new {
                desk.note(&format!("the store {} is there already", authority.place().database().display()));
            }
            desk.answer(&stores::SHEET, &stores::row(&authority.place().database().display().to_string()))?;
        }
        Verb::Sweep { dry_run } => {
            let progress = Progress::moved(desk);
            let watch = |done, total| progress.at(done, total);
            let authority = desk.authority()?.watched(&watch);
            let swept = if dry_run { authority.rehearse_sweep() } else { authority.sweep() };
            desk.pass_on(&authority);
            let swept = swept?;
            let gone = if dry_run { "would leave" } else { "left" };
            for left in &swept {
                desk.note_lines(&format!("{gone}: {}", leaving::bot(left)));
            }
            if swept.is_empty() {
                desk.note("there is nothing to sweep");
            }
            if desk.globals.format().is_some_and(|format| format != Format::Table) {
                desk.list(&leaving::BOTS, swept.iter().map(leaving::row), "")?;
            }
        }
    }
    Ok(Exit::Done)
}
