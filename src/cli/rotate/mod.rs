//! `tokctl rotate`: a new secret for the same grant, of one token or of many at once.

mod many;
mod one;

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::choose;
use super::desk::Desk;
use super::entry;
use super::exit::Exit;
use super::handover::many::{Apart, one_at_a_time};
use super::handover::{HANDING, Handing};
use super::select::Selecting;
use super::values::{self, Named};
use crate::domain::expiry;
use crate::ops::candidates::Purpose;
use crate::ops::list::Which;
use crate::ops::rotate::{Rotation, Rotations, Terms};
use crate::ops::target::Target;

/// The command.
pub(super) const ENTRY: entry::Entry = entry::Entry {
    name: "rotate",
    about: "Give tokens new secrets: same grant, same username, same end",
    declare,
    run,
};

fn declare(command: clap::Command) -> clap::Command {
    Rotate::augment_args(command.after_help(
        "Examples:\n  tokctl rotate 3\n  tokctl rotate 3 --overlap 10m --to ./token.new\n  \
         tokctl rotate 3 --to ./ci.secret --replace\n  \
         tokctl rotate ci --project grp/app --expires 90d\n  \
         tokctl rotate 3 7 12 --to-dir ./new\n  \
         tokctl rotate --expiring 14d --expires 90d --overlap 7d --to-dir ./new --yes",
    ))
}

#[derive(Clone, Debug, clap::Args)]
struct Rotate {
    /// The tokens, by id; or by name with --project, --group or --user
    #[arg(value_name = "TOKEN", value_parser = values::token)]
    tokens: Vec<Named>,

    /// A new end, as in `tokctl create`; without it a token ends as before
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    /// Let the old secret go on working for so long, as in `10m` or `7d`; without it, it is dead at once
    #[arg(long, value_name = "LIFE")]
    overlap: Option<String>,

    /// Go ahead with a selection without asking
    #[arg(short, long)]
    yes: bool,

    #[command(flatten)]
    handing: Handing,

    /// Let FILE, which holds the old secret, hold the new one; a rotation that was killed on the way is finished first
    #[arg(long, requires = "to", help_heading = HANDING)]
    replace: bool,

    #[command(flatten)]
    apart: Apart,

    #[command(flatten)]
    selecting: Selecting,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let rotate = Rotate::from_arg_matches(matches)?;
    let overlap = rotate.overlap.as_deref().map(expiry::parse_life).transpose()?;
    let terms = Terms { expires: rotate.expires.clone(), overlap };
    let target = if rotate.tokens.is_empty() && rotate.selecting.is_untouched() && desk.may_ask() {
        Target::Named(vec![Which::Id(choose::token(desk, Purpose::Rotate, None)?)])
    } else {
        rotate.selecting.target(&rotate.tokens, "`--expiring 14d`")?
    };
    match target {
        Target::Named(named) if named.len() == 1 && rotate.apart.to_dir.is_none() => {
            one::run(desk, &rotate, &Rotation { which: named[0].clone(), terms })
        }
        _ if rotate.replace => Err(one_at_a_time("--replace").into()),
        target => many::run(desk, &rotate, Rotations { target, terms }),
    }
}
