//! `tokctl store compact`: the store as small as what it holds.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::render::counts::bytes;
use crate::render::stores;

pub(super) const HELP: &str = "\
Needs as much room on the disk as the store and its log will have, twice over. Others go on reading meanwhile; who writes \
waits. What was deleted before is not to be found in the files afterwards.

Example:
  tokctl store compact";

pub(super) fn run(desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let compacted = authority.compact();
    desk.pass_on(&authority);
    let done = compacted?;
    let told = |before, after| format!("{} before, {} now", bytes(before), bytes(after));
    let store = told(done.before.store, done.after.store);
    let log = told(done.before.log, done.after.log);
    desk.note(&format!("compacted the store: {store}; its log: {log}"));
    if !done.is_log_empty {
        desk.note("somebody reads the store for long, so that its log stays; compact it again later, or leave it");
    }
    let path = authority.place().database().display().to_string();
    desk.answer(&stores::COMPACTED, &stores::compacted(&path, &done))?;
    Ok(Exit::Done)
}
