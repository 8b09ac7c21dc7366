//! `tokctl store sweep`: bot users whose tokens have expired leave.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::render::{Format, leaving};

pub(super) const HELP: &str = "\
A bot whose token has expired can do nothing from that instant on. A day later it leaves by itself, after any change of \
the store, with nine others at most. One with more than 10,000 records waits for this command.

Examples:
  tokctl store sweep --dry-run
  tokctl store sweep";

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Sweep {
    /// Say who would go, and delete nobody
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl Sweep {
    pub(super) fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let authority = desk.authority()?;
        let swept = if self.dry_run { authority.rehearse_sweep() } else { authority.sweep() };
        desk.pass_on(&authority);
        let swept = swept?;
        let gone = if self.dry_run { "would leave" } else { "left" };
        for left in &swept {
            desk.note_lines(&format!("{gone}: {}", leaving::bot(left)));
        }
        if swept.is_empty() {
            desk.note("there is nothing to sweep");
        }
        if desk.globals.format().is_some_and(|format| format != Format::Table) {
            desk.list(&leaving::BOTS, swept.iter().map(leaving::row), "")?;
        }
        Ok(Exit::Done)
    }
}
