//! `tokctl rotate`: a new secret for the same grant.

use std::path::Path;

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry;
use super::exit::Exit;
use super::handover::{HANDING, Handing, Handover, Replacing, explain_existing, rehearsed, say_made};
use super::show::One;
use crate::domain::expiry;
use crate::domain::secret::Form;
use crate::ops::candidates::Purpose;
use crate::ops::list::Entry;
use crate::ops::rotate::Rotation;

/// The command.
pub(super) const ENTRY: entry::Entry = entry::Entry {
    name: "rotate",
    about: "Give a token a new secret: same grant, same username, same end",
    declare,
    run,
};

fn declare(command: clap::Command) -> clap::Command {
    Rotate::augment_args(command.after_help(
        "Examples:\n  tokctl rotate 3\n  tokctl rotate 3 --overlap 10m --to ./token.new\n  \
         tokctl rotate 3 --to ./ci.secret --replace\n  \
         tokctl rotate ci --project grp/app --expires 90d",
    ))
}

#[derive(Clone, Debug, clap::Args)]
struct Rotate {
    #[command(flatten)]
    one: One,

    /// A new end, as in `tokctl create`; without it the token ends as before
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    /// Let the old secret go on working for so long, as in `10m` or `7d`; without it, it is dead at once
    #[arg(long, value_name = "LIFE")]
    overlap: Option<String>,

    /// Let FILE, which holds the old secret, hold the new one; a rotation that was killed on the way is finished first
    #[arg(long, requires = "to", help_heading = HANDING)]
    replace: bool,

    #[command(flatten)]
    handing: Handing,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let rotate = Rotate::from_arg_matches(matches)?;
    let handing = &rotate.handing;
    let rotation = Rotation {
        which: rotate.one.which(desk, Purpose::Rotate)?,
        expires: rotate.expires.clone(),
        overlap: rotate.overlap.as_deref().map(expiry::parse_life).transpose()?,
    };
    let authority = desk.authority()?;
    if handing.dry_run {
        if let Some(path) = handing.to.as_deref().filter(|_| rotate.replace) {
            Replacing::check(&authority, path)?;
        }
        let listed = authority.rehearse_rotate(&rotation)?;
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
    let minted = handover.carry_out(|delivery| authority.rotate(&rotation, delivery));
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
