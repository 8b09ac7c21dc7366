//! `tokctl store backup`: a whole copy of the store in a new file.

use std::path::{Path, PathBuf};

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::error::{Error, Result};
use crate::render::{counts, stores};
use crate::store::place::{Origin, Place};

pub(super) const HELP: &str = "\
The copy is what the store was at one instant, whoever writes meanwhile. It is looked at from its schema to the last row \
before it gets its name, is only yours to read (0600), and never overwrites anything. It holds digests and no secret. A \
file copied with `cp` while the store is in use is no backup.

Examples:
  tokctl store backup ~/tokctl-2026-11-22.db
  tokctl store backup \"/mnt/backups/tokctl-$(date +%F).db\" --quiet";

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Backup {
    /// The file to make
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Backup {
    pub(super) fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let authority = desk.authority()?;
        let target = place_of(&self.file)?;
        let made = authority.back_up(&target);
        desk.pass_on(&authority);
        let made = made?;
        let path = target.database().display().to_string();
        let holding = &made.holding;
        desk.note(&format!(
            "backed up to {path}: {}, {}, {}; {}",
            counts::count(holding.tokens, "token", "tokens"),
            counts::count(holding.users, "user", "users"),
            counts::count(holding.events, "event", "events"),
            counts::bytes(made.bytes),
        ));
        desk.answer(&stores::BACKUP, &stores::backup(&path, &made))?;
        Ok(Exit::Done)
    }
}

/// Takes the path of a backup as that of a plain file.
pub(super) fn place_of(file: &Path) -> Result<Place> {
    if file == Path::new("-") {
        return Err(Error::usage("a backup is a file, never a stream").hint("a file of that name is `./-`"));
    }
    Place::new(file, Origin::Argument)
}
