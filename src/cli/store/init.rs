//! `tokctl store init`: the store made, or brought up to date.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::render::stores;

pub(super) fn run(desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let is_new = authority.found_if_missing()?;
    if !is_new {
        authority.bring_up()?;
    }
    desk.pass_on(&authority);
    if !is_new {
        desk.note(&format!("the store {} is there already", authority.place().database().display()));
    }
    desk.answer(&stores::SHEET, &stores::row(&authority.place().database().display().to_string()))?;
    Ok(Exit::Done)
}
