//! Rotating one token: its new secret goes to standard output, to a new file, or in the place of the old one.

use std::path::Path;

use super::Rotate;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::{Handing, Handover, Replacing, explain_existing, rehearsed, say_made};
use crate::domain::secret::Form;
use crate::ops::list::Entry;
use crate::ops::rotate::Rotation;

pub(super) fn run(desk: &Desk<'_>, rotate: &Rotate, rotation: &Rotation) -> anyhow::Result<Exit> {
    let handing = &rotate.handing;
    let authority = desk.authority()?;
    if handing.dry_run {
        if let Some(path) = handing.to.as_deref().filter(|_| rotate.replace) {
            Replacing::check(&authority, path)?;
        }
        let listed = authority.rehearse_rotate(rotation)?;
        desk.pass_on(&authority);
        let handing = &Handing { to: handing.to.clone().filter(|_| !rotate.replace), ..handing.clone() };
        rehearsed(desk, handing, listed, "nothing was changed")?;
        return Ok(Exit::Done);
    }
    let longest = Form::all().map(Form::length).max().unwrap_or_default();
    let handover = match handing.to.as_deref().filter(|_| rotate.replace) {
        None => {
            Handover::prepare(desk, handing, longest).map_err(|error| explain_existing(&authority, handing, error))?
        }
        Some(path) => match Replacing::of(&authority, path, &rotation.which)? {
            Replacing::Begin(sink) => Handover::into_sink(desk, handing, sink, longest)?,
            Replacing::Finished(entry) => return finished(desk, path, &entry),
        },
    };
    let minted = handover.carry_out(|delivery| authority.rotate(rotation, delivery));
    desk.pass_on(&authority);
    let listed = minted?.listed;
    let old = listed.token.predecessor.map(|id| id.to_string()).unwrap_or_default();
    let fate = match &rotate.overlap {
        Some(life) => format!("token {old} goes on working for {life} at most, or until `tokctl revoke {old}`"),
        None => format!("token {old} is dead"),
    };
    say_made(desk, handing, &listed, "made ", &fate);
    Ok(Exit::Done)
}

/// Says that a rotation which somebody began is done now.
fn finished(desk: &Desk<'_>, path: &Path, entry: &Entry) -> anyhow::Result<Exit> {
    let token = &entry.listed.token;
    let old = token.predecessor.map_or_else(String::new, |id| format!(", in the place of token {id}'s"));
    desk.note(&format!(
        "finished the rotation that was interrupted: {} holds the live secret of token {}{old}",
        path.display(),
        token.id
    ));
    desk.tokens(std::iter::once(entry.clone()))?;
    Ok(Exit::Done)
}
