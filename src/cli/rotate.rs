//! `tokctl rotate`: a new secret for the same grant.

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::handover::{Handing, Handover, explain_existing, rehearsed};
use super::show::One;
use crate::domain::expiry;
use crate::domain::secret::Form;
use crate::ops::candidates::Purpose;
use crate::ops::rotate::Rotation;
use crate::render;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "rotate", about: "Give a token a new secret: same grant, same username, same end", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Rotate::augment_args(command.after_help(
        "Examples:\n  tokctl rotate 3\n  tokctl rotate 3 --overlap 10m --to ./token.new\n  \
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
        let listed = authority.rehearse_rotate(&rotation)?;
        desk.pass_on(&authority);
        rehearsed(desk, handing, listed, "nothing was changed")?;
        return Ok(Exit::Done);
    }
    let longest = Form::all().map(Form::length).max().unwrap_or_default();
    let handover =
        Handover::prepare(desk, handing, longest).map_err(|error| explain_existing(&authority, handing, error))?;
    let minted = handover.carry_out(|delivery| authority.rotate(&rotation, delivery));
    desk.pass_on(&authority);
    let listed = minted?.listed;
    let old = listed.token.predecessor.map(|id| id.to_string()).unwrap_or_default();
    let fate = match &rotate.overlap {
        Some(life) => format!("token {old} goes on working for {life} at most, or until `tokctl revoke {old}`"),
        None => format!("token {old} is dead"),
    };
    desk.note_lines(&format!("made {}\n{}; {fate}", render::tokens::account(&listed), Handover::whereabouts(handing)));
    Ok(Exit::Done)
}
