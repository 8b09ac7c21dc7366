//! `tokctl store path`: where the store lies, there or not.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::render::{Format, stores};

pub(super) fn run(desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let path = authority.place().database().display().to_string();
    match desk.format() {
        Format::Table | Format::Ids => desk.print(&format!("{path}\n"))?,
        Format::Json | Format::Jsonl | Format::Csv => desk.card(&stores::SHEET, &stores::row(&path))?,
    }
    Ok(Exit::Done)
}
