//! `tokctl store`: the file that everything lies in. One verb a file.

mod backup;
mod check;
mod compact;
mod info;
mod init;
mod path;
mod prune;
mod restore;
mod sweep;

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "store", about: "Keep the store: look at it, back it up, and make it small", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  tokctl store info\n  tokctl store backup ~/tokctl-2026-11-22.db\n  tokctl store check\n  \
         tokctl store restore ~/tokctl-2026-11-22.db --dry-run\n  tokctl store prune --before 2025-01-01 --dry-run",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Print the path of the store, there or not
    #[command(after_help = "Example:\n  tokctl store path")]
    Path,

    /// Make the store; the first command that writes does it too. One of an older tokctl is brought up to date
    #[command(after_help = "Examples:\n  tokctl store init\n  tokctl store init --store ./tokctl.db")]
    Init,

    /// Say how large the store is, what it holds, and how its trail ends (admins only)
    #[command(after_help = "Examples:\n  tokctl store info\n  tokctl store info --json")]
    Info,

    /// Look for everything that can be wrong with the store, and say what mends it (admins only)
    #[command(after_help = check::HELP)]
    Check,

    /// Write a whole copy of the store into a new file, while others use the store (admins only)
    #[command(after_help = backup::HELP)]
    Backup(backup::Backup),

    /// Put a backup in the place of the store; what was revoked since stays so (admins only)
    #[command(after_help = restore::HELP)]
    Restore(restore::Restore),

    /// Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)
    #[command(after_help = sweep::HELP)]
    Sweep(sweep::Sweep),

    /// Delete for good what was dead before a date, and the events of that time (admins only)
    #[command(after_help = prune::HELP)]
    Prune(prune::Prune),

    /// Make the store as small as what it holds, and empty its log (admins only)
    #[command(after_help = compact::HELP)]
    Compact,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Path => path::run(desk),
        Verb::Init => init::run(desk),
        Verb::Info => info::run(desk),
        Verb::Check => check::run(desk),
        Verb::Backup(backup) => backup.run(desk),
        Verb::Restore(restore) => restore.run(desk),
        Verb::Sweep(sweep) => sweep.run(desk),
        Verb::Prune(prune) => prune.run(desk),
        Verb::Compact => compact::run(desk),
    }
}
