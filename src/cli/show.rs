//! `tokctl show`: everything about one token but its secret.

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::choose;
use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::values::{self, Named};
use crate::domain::error::{Error, Result};
use crate::domain::id::TokenId;
use crate::ops::candidates::Purpose;
use crate::ops::grant::Where;
use crate::ops::list::Which;
use crate::render::portrait;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "show", about: "Show everything about one token but its secret", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Show::augment_args(command.after_help(
        "Of uses, and of denials for the same reason, one in ten minutes is noted, if the store can be written at once. \
         Of a registration token each use counts that registered a runner.\n\n\
         Examples:\n  tokctl show 3\n  tokctl show ci --project grp/app",
    ))
}

/// Options that name one token.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct One {
    /// The token, by its id; or by its name with --project, --group or --user; without it, you are asked
    #[arg(value_name = "TOKEN", value_parser = values::token)]
    token: Option<Named>,

    #[command(flatten)]
    place: Boundary,
}

/// Options that say in which boundary names are meant.
#[derive(Clone, Debug, clap::Args)]
#[group(required = false, multiple = false)]
pub(super) struct Boundary {
    /// The token of this name in this project
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,

    /// The token of this name in this group
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    group: Option<String>,

    /// The token of this name of this user
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,
}

impl One {
    /// Returns the token that is named, or the one that is chosen where none is and somebody can be asked.
    pub(super) fn which(&self, desk: &Desk<'_>, purpose: Purpose) -> Result<Which> {
        let [project, group, user] = [&self.place.project, &self.place.group, &self.place.user].map(Option::as_ref);
        let place = place(project, group, user);
        match (&self.token, place) {
            (Some(Named::Id(id)), Some(_)) => Err(placed(*id)),
            (Some(token), _) => which(token, project, group, user),
            (None, place) if desk.may_ask() => choose::token(desk, purpose, place.as_ref()).map(Which::Id),
            (None, _) => Err(Error::usage("no token is named")
                .hint("name it by the id that `tokctl list` shows, or by its name and place")),
        }
    }
}

/// The error for an id with a boundary.
pub(super) fn placed(id: TokenId) -> Error {
    Error::usage(format!("`{id}` is an id, and an id is meant in no boundary"))
        .hint("leave `--project`, `--group` and `--user` out; they go with a name")
}

/// Returns the boundary that is named; of several options one at most is given.
fn place(project: Option<&String>, group: Option<&String>, user: Option<&String>) -> Option<Where> {
    let project = project.cloned().map(Where::Project);
    project.or_else(|| group.cloned().map(Where::Group)).or_else(|| user.cloned().map(Where::User))
}

/// Returns the token that is named, in the boundary that is named with it.
pub(super) fn which(
    token: &Named,
    project: Option<&String>,
    group: Option<&String>,
    user: Option<&String>,
) -> Result<Which> {
    let name = match token {
        Named::Id(id) => return Ok(Which::Id(*id)),
        Named::Name(name) => name,
    };
    let Some(place) = place(project, group, user) else {
        return Err(Error::usage(format!("`{name}` is no id, and a name needs the boundary it is meant in"))
            .hint("add `--project PATH`, `--group PATH` or `--user USER`, or give the id that `tokctl list` shows"));
    };
    Ok(Which::Name(name.clone(), place))
}

#[derive(Clone, Debug, clap::Args)]
struct Show {
    #[command(flatten)]
    one: One,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let show = Show::from_arg_matches(matches)?;
    let which = show.one.which(desk, Purpose::Show)?;
    let authority = desk.authority()?;
    let shown = authority.show(&which);
    desk.pass_on(&authority);
    let shown = shown?;
    let page = desk.page(Some(shown.now));
    portrait::write(&page, &shown, &mut &desk.world.stdout)?;
    let kind = shown.entry.listed.token.kind;
    if kind.opens_under(&authority.policies_in_force()?).is_empty() {
        desk.note(&format!("a policy stops {kind} tokens, so it opens nothing now; `tokctl policy list` shows it"));
    }
    Ok(Exit::Done)
}
