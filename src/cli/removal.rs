//! Deleting a group or a project: what goes is shown first, and the path is asked for.

use super::desk::Desk;
use super::exit::Exit;
use super::{prompt, report};
use crate::domain::error::{Error, Result};
use crate::domain::upkeep::Sort;
use crate::ops::remove::{Doomed, Removed};
use crate::render::{escape, leaving, tokens};

/// The options of every deletion.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Removing {
    /// Do not ask
    #[arg(short, long)]
    pub(super) yes: bool,

    /// Say what would go, and delete nothing
    #[arg(short = 'n', long)]
    pub(super) dry_run: bool,
}

/// Deletes, or says what would go.
pub(super) fn run(desk: &Desk<'_>, sort: Sort, path: String, removing: &Removing) -> anyhow::Result<Exit> {
    let doomed = Doomed { sort, path };
    let authority = desk.authority()?;
    if removing.dry_run || !removing.yes {
        let plan = authority.rehearse_delete_place(&doomed)?;
        if removing.dry_run {
            desk.pass_on(&authority);
            desk.note_lines(&account(&doomed, &plan, "would be deleted, with").join("\n"));
            desk.note("nothing was deleted");
            desk.would_end(&plan.tokens)?;
            return Ok(Exit::Done);
        }
        if !is_confirmed(desk, &doomed, &plan)? {
            desk.note("nothing was deleted");
            return Ok(Exit::Interrupted);
        }
    }
    let removed = authority.delete_place(&doomed);
    desk.pass_on(&authority);
    let removed = removed?;
    desk.note_lines(&account(&doomed, &removed, "was deleted, with").join("\n"));
    if removed.was_default {
        desk.note("it was the default project: `tokctl create` wants a place named from now on");
    }
    desk.ended(&removed.tokens)?;
    Ok(Exit::Done)
}

/// Shows what would go, and asks for the path.
fn is_confirmed(desk: &Desk<'_>, doomed: &Doomed, plan: &Removed) -> Result<bool> {
    if !desk.may_ask() {
        return Err(Error::usage("deleting cannot be undone, and nobody is there to be asked")
            .because(leaving::toll(&plan.toll).join("; "))
            .hint("add `--yes`, or look first with `--dry-run`"));
    }
    for line in account(doomed, plan, "would be deleted, with") {
        report::say(desk.world, &line);
    }
    prompt::typed(desk, "This cannot be undone. Type the path to delete it", &doomed.path)
}

/// Returns what goes, in lines: each token, and how much of all else.
fn account(doomed: &Doomed, removed: &Removed, what: &str) -> Vec<String> {
    let mut lines = vec![format!("the {} `{}` {what}", doomed.sort.word(), escape::line(&doomed.path))];
    lines.extend(leaving::toll(&removed.toll).into_iter().map(|line| format!("  {line}")));
    lines.extend(removed.tokens.iter().map(|listed| format!("  {}", tokens::ended(listed))));
    lines
}
