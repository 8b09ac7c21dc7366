//! Rotating one token: its new secret goes to standard output, to a new file, or in the place of the old one.

use std::path::Path;

use super::Rotate;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::{Handing, Handover, Outlook, Replacing, explain_existing, rehearsed, say_made};
use crate::domain::id::TokenId;
use crate::domain::secret::Form;
use crate::ops::list::Entry;
use crate::ops::rotate::Rotation;
use crate::render::emit::shell;

pub(super) fn run(desk: &Desk<'_>, rotate: &Rotate, rotation: &Rotation) -> anyhow::Result<Exit> {
    let mut handing = &rotate.handing;
    let like;
    let authority = desk.authority()?;
    if handing.dry_run {
        let path = handing.to.as_deref().filter(|_| rotate.replace);
        let handing = match path.map(|path| Replacing::check(&authority, path, &rotation.which)).transpose()? {
            None => handing.clone(),
            Some(Outlook::Begin(written)) => {
                if let (None, Some(path)) = (&written, path) {
                    say_new(desk, path, "would be");
                }
                handing.like(desk, written.as_ref())?
            }
            Some(Outlook::Finish(id)) => {
                desk.note(&format!(
                    "would finish the rotation that was interrupted: token {id} took its place already"
                ));
                say_unapplied(desk, rotate, id);
                desk.note("nothing was changed");
                return Ok(Exit::Done);
            }
        };
        let listed = authority.rehearse_rotate(rotation)?;
        desk.pass_on(&authority);
        let old = listed.token.predecessor.map(|id| id.to_string()).unwrap_or_default();
        let handing = &Handing { to: handing.to.clone().filter(|_| !rotate.replace), ..handing };
        let fate = match &rotate.overlap {
            Some(life) => format!("token {old} would go on working for {life} at most"),
            None => format!("token {old} would be dead"),
        };
        rehearsed(desk, handing, listed, &format!("{fate}\nnothing was changed"))?;
        return Ok(Exit::Done);
    }
    let longest = Form::all().map(Form::length).max().unwrap_or_default();
    let handover = match handing.to.as_deref().filter(|_| rotate.replace) {
        None => {
            Handover::prepare(desk, handing, longest).map_err(|error| explain_existing(&authority, handing, error))?
        }
        Some(path) => match Replacing::of(&authority, path, &rotation.which)? {
            Replacing::Begin(sink, written) => {
                if written.is_none() {
                    say_new(desk, path, "is");
                }
                like = handing.like(desk, written.as_ref())?;
                handing = &like;
                Handover::into_sink(desk, handing, *sink, longest)?
            }
            Replacing::Finished(entry) => return finished(desk, rotate, path, &entry),
        },
    };
    let minted = handover.carry_out(|delivery| authority.rotate(rotation, delivery));
    desk.pass_on(&authority);
    let listed = minted?.listed;
    let old = listed.token.predecessor.map(|id| id.to_string()).unwrap_or_default();
    let of_jobs = if listed.token.is_for_jobs() { ", and with it the passwords of it that jobs run with" } else { "" };
    let fate = match &rotate.overlap {
        Some(life) => {
            format!("token {old} goes on working for {life} at most, or until `tokctl revoke {old}`{of_jobs}")
        }
        None => format!("token {old} is dead{of_jobs}"),
    };
    say_made(desk, handing, &listed, "made ", &fate);
    Ok(Exit::Done)
}

/// Says that there is nothing to be replaced: the path may be mistyped.
fn say_new(desk: &Desk<'_>, path: &Path, is: &str) {
    desk.note(&format!("there was no file `{}` to replace: it {is} a new one", path.display()));
}

/// Says that a rotation which somebody began is done now.
fn finished(desk: &Desk<'_>, rotate: &Rotate, path: &Path, entry: &Entry) -> anyhow::Result<Exit> {
    let token = &entry.listed.token;
    let old = token.predecessor.map_or_else(String::new, |id| format!(", in the place of token {id}'s"));
    desk.note(&format!(
        "finished the rotation that was interrupted: {} holds the live secret of token {}{old}",
        path.display(),
        token.id
    ));
    say_unapplied(desk, rotate, token.id);
    desk.tokens(std::iter::once(entry.clone()))?;
    Ok(Exit::Done)
}

/// Says that what was asked for does not hold for a rotation which somebody else began, and what helps.
fn say_unapplied(desk: &Desk<'_>, rotate: &Rotate, id: TokenId) {
    if let Some(end) = &rotate.expires {
        let end = shell(end);
        desk.note_lines(&format!(
            "`--expires` was not applied to it: `tokctl shorten {id} --expires {end}` gives an earlier end, and another rotation any"
        ));
    }
    if rotate.overlap.is_some() {
        desk.note("`--overlap` was not applied to it: another rotation has its own");
    }
}
