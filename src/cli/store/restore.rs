//! `tokctl store restore`: a backup in the place of the store.

use std::path::PathBuf;

use super::backup::place_of;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::{prompt, report};
use crate::domain::error::{Error, Result};
use crate::ops::keeping::restore::Restoration;
use crate::render::restored;

pub(super) const HELP: &str = "\
The backup is copied and looked at from its schema to the last row before anything is done. What was taken away since it \
was made is taken away from it first, as the store that is there tells: tokens that were revoked, rotated, stopped or \
given an earlier end, jobs that ended, runners that were removed, users who were blocked, deleted or made no admin, and \
policies that were made stricter. Memberships and roles are those of the backup. Tokens made since are gone. The store \
that was there is kept beside it.

The same holds where another backup was restored in between. What that one did not hold stays dead: numbers are never \
given twice, and nobody can say what was revoked of it. To undo a restore, move the store away with all that lies beside \
it, and restore the copy that was kept.

Where no store is there, or none that can be read, nobody can say what was revoked since: it is alive again then. Of a \
damaged store all is asked that can be read. A restore that was cut off is run again: it asks the store that it kept.

Examples:
  tokctl store restore ~/tokctl-2026-11-22.db --dry-run
  tokctl store restore ~/tokctl-2026-11-22.db --yes";

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Restore {
    /// The backup, as `store backup` made it
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Go ahead without asking
    #[arg(short, long)]
    yes: bool,

    /// Say what would be done, and do nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl Restore {
    pub(super) fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let authority = desk.authority()?;
        let backup = place_of(&self.file)?;
        let store = authority.place().database().display().to_string();
        if self.dry_run || !self.yes {
            let plan = authority.rehearse_restore(&backup)?;
            if self.dry_run {
                desk.pass_on(&authority);
                tell(desk, &restored::lines(&plan));
                desk.note("nothing was restored");
                desk.answer(&restored::SHEET, &restored::row(&store, &plan))?;
                return Ok(Exit::Done);
            }
            if !is_confirmed(desk, &plan)? {
                desk.note("nothing was restored");
                return Ok(Exit::Interrupted);
            }
        }
        let restoration = authority.restore(&backup);
        desk.pass_on(&authority);
        let restoration = restoration?;
        tell(desk, &restored::lines(&restoration));
        desk.note(&format!("restored {store} from {}", backup.database().display()));
        desk.answer(&restored::SHEET, &restored::row(&store, &restoration))?;
        Ok(Exit::Done)
    }
}

/// Says the lines of an account; warnings even where quiet was asked for.
fn tell(desk: &Desk<'_>, lines: &[String]) {
    for line in lines {
        if line.starts_with("warning: ") {
            report::say(desk.world, line);
        } else {
            desk.note_lines(line);
        }
    }
}

/// Shows what would be done, and asks.
fn is_confirmed(desk: &Desk<'_>, plan: &Restoration) -> Result<bool> {
    let lines = restored::lines(plan);
    if !desk.may_ask() {
        return Err(Error::usage("a restore replaces the whole store, and nobody is there to be asked")
            .because(lines.join("; "))
            .hint("add `--yes`, or look first with `--dry-run`"));
    }
    for line in &lines {
        report::say(desk.world, &format!("  {line}"));
    }
    prompt::confirm(desk, "Put the backup in the place of the store?")
}
