//! `tokctl log show` and `head`: one event, and the end of the trail.

use std::io::Write as _;

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::id::Sequence;
use crate::render::{self, Format, Page, Writer, chain, events};

pub(super) fn event(desk: &Desk<'_>, sequence: Sequence) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let told = authority.event(sequence);
    desk.pass_on(&authority);
    let told = told?;
    let page = desk.page(Some((desk.world.clock)()));
    let mut out = &desk.world.stdout;
    if page.format != Format::Table {
        render::card(&page, &events::STORY, &events::story(&told), &mut out)?;
        return Ok(Exit::Done);
    }
    render::card(&page, &events::STORY, &events::story_without_fields(&told), &mut out)?;
    let (columns, rows) = events::fields(&told.recorded);
    if !rows.is_empty() {
        out.write_all(b"\n")?;
        let page = Page { columns, ..page };
        let mut writer = Writer::new(&page, &events::FIELDS, &mut out);
        for row in &rows {
            writer.row(row)?;
        }
        writer.finish()?;
    }
    Ok(Exit::Done)
}

pub(super) fn head(desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let head = authority.head();
    desk.pass_on(&authority);
    let head = head?;
    let page = desk.page(None);
    let mut out = &desk.world.stdout;
    match &head {
        // The very line that `log verify --head` reads.
        Some(head) if page.format == Format::Table => desk.print(&format!("{head}\n"))?,
        None if page.format == Format::Table => desk.note("the trail is empty"),
        _ => {
            let mut writer = Writer::new(&page, &chain::HEADS, &mut out);
            if let Some(head) = &head {
                writer.row(&chain::head(head))?;
            }
            writer.finish()?;
        }
    }
    Ok(Exit::Done)
}
