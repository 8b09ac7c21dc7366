//! `tokctl store prune`: what was dead before a date, deleted for good.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::{prompt, report, values};
use crate::domain::error::{Error, Result};
use crate::domain::time::Timestamp;
use crate::ops::keeping::prune::Pruned;
use crate::render::counts::count;
use crate::render::stores;

pub(super) const HELP: &str = "\
Nothing else ever deletes a token or an event. A token goes if it was revoked or had expired before then, with its further \
secrets, its alarms and its job; never one that is live, nor one whose place a token that stays has taken. The trail keeps \
a checkpoint, so that what is left of it still hangs together. Backups are not pruned.

Examples:
  tokctl store prune --before 2025-01-01 --dry-run
  tokctl store prune --before \"$(date -d '2 years ago' +%F)\" --yes
  tokctl store compact";

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Prune {
    /// A date, for its 00:00:00 UTC, or an instant with its zone
    #[arg(long, value_name = "WHEN", value_parser = values::instant)]
    before: Timestamp,

    /// Go ahead without asking
    #[arg(short, long)]
    yes: bool,

    /// Say what would be deleted, and delete nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl Prune {
    pub(super) fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let authority = desk.authority()?;
        if self.dry_run || !self.yes {
            let plan = authority.rehearse_prune(self.before)?;
            if self.dry_run {
                desk.pass_on(&authority);
                self.tell(desk, &plan, "would be deleted")?;
                return Ok(Exit::Done);
            }
            if !plan.is_nothing() && !self.is_confirmed(desk, &plan)? {
                desk.note("nothing was deleted");
                return Ok(Exit::Interrupted);
            }
        }
        let pruned = authority.prune(self.before);
        desk.pass_on(&authority);
        let pruned = pruned?;
        self.tell(desk, &pruned, "deleted")?;
        if !pruned.is_nothing() {
            desk.note("the room is free inside the store; `tokctl store compact` gives it back to the disk");
        }
        Ok(Exit::Done)
    }

    fn tell(&self, desk: &Desk<'_>, pruned: &Pruned, what: &str) -> anyhow::Result<()> {
        if pruned.is_nothing() {
            desk.note("there is nothing to prune");
        } else {
            desk.note(&format!("{what}: {}", parts(pruned).join(", ")));
        }
        for line in staying(pruned) {
            desk.note(&line);
        }
        desk.answer(&stores::PRUNED, &stores::pruned(&self.before.to_string(), pruned))?;
        Ok(())
    }

    /// Says what would go, and asks.
    fn is_confirmed(&self, desk: &Desk<'_>, plan: &Pruned) -> Result<bool> {
        let parts = parts(plan).join(", ");
        if !desk.may_ask() {
            return Err(Error::usage("pruning cannot be undone, and nobody is there to be asked")
                .because(format!("these would be deleted: {parts}"))
                .hint("add `--yes`, or look first with `--dry-run`"));
        }
        report::say(desk.world, &format!("  {parts}"));
        for line in staying(plan) {
            report::say(desk.world, &format!("  {line}"));
        }
        prompt::confirm(desk, &format!("Delete for good what was dead before {}?", self.before))
    }
}

/// Returns what goes, sort by sort.
fn parts(pruned: &Pruned) -> Vec<String> {
    let sorts = [
        (pruned.tokens, "token", "tokens"),
        (pruned.secrets, "further secret", "further secrets"),
        (pruned.alarms, "alarm", "alarms"),
        (pruned.jobs, "job", "jobs"),
        (pruned.runners, "removed runner", "removed runners"),
        (pruned.names, "name of what is gone", "names of what is gone"),
        (pruned.events, "event", "events"),
    ];
    sorts.into_iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(number, one, many)).collect()
}

/// Returns what stays though it is dead, and why.
fn staying(pruned: &Pruned) -> Vec<String> {
    let reasons = [
        (pruned.kept_for_lineage, "a token that stays took the place of each"),
        (pruned.kept_for_bots, "their bot users were not swept yet; `tokctl store sweep` does it"),
        (pruned.kept_for_runners, "runners that they registered are there"),
    ];
    let kept = reasons.into_iter().filter(|(number, _)| *number > 0);
    kept.map(|(number, why)| format!("kept: {}, since {why}", count(number, "dead token", "dead tokens"))).collect()
}
