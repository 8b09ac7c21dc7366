//! `tokctl store info`: the store as a whole.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::render::stores;

pub(super) fn run(desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let info = authority.info();
    desk.pass_on(&authority);
    match info? {
        Some(info) => desk.card(&stores::INFO, &stores::info(&info))?,
        None => desk.list(
            &stores::INFO,
            std::iter::empty(),
            "there is no store yet; `tokctl store init`, or the first command that writes, makes it",
        )?,
    }
    Ok(Exit::Done)
}
