//! `tokctl deploy-key`: the projects that deploy keys are enabled in.

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use crate::domain::id::TokenId;
use crate::ops::keys::{Disabling, Enabling};
use crate::render::{Format, Writer, keys};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "deploy-key", about: "Enable deploy keys in projects, take them out, and list them", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  tokctl create deploy-key --key ./id_ed25519.pub --project grp/app\n  \
         tokctl deploy-key enable 3 --project grp/lib --write\n  tokctl deploy-key disable 3 --project grp/app\n  \
         tokctl deploy-key list --project grp/lib",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Enable a key in one more project, or say anew whether it pushes to one
    Enable {
        #[command(flatten)]
        there: There,

        /// Let it push to the project as well; without it, it only pulls
        #[arg(long)]
        write: bool,
    },
    /// Take a key out of a project; out of its last one, it is revoked
    Disable {
        #[command(flatten)]
        there: There,
    },
    /// List the live keys of the projects that you maintain
    List {
        /// Those that are enabled in this project
        #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
        project: Option<String>,

        /// The dead ones too
        #[arg(short, long)]
        all: bool,
    },
}

/// Options that name a key and a project.
#[derive(Clone, Debug, clap::Args)]
struct There {
    /// The key, by its id
    #[arg(value_name = "ID", value_parser = clap::value_parser!(i64).range(1..))]
    id: i64,

    /// The project, by its path
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: String,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Enable { there, write } => enable(desk, &there, write)?,
        Verb::Disable { there } => disable(desk, &there)?,
        Verb::List { project, all } => list(desk, project.as_deref(), all)?,
    }
    Ok(Exit::Done)
}

fn enable(desk: &Desk<'_>, there: &There, write: bool) -> anyhow::Result<()> {
    let authority = desk.authority()?;
    let enabled = authority.enable_key(TokenId(there.id), &there.project, write);
    desk.pass_on(&authority);
    let (shown, enabling) = enabled?;
    let may = if write { "pulls from and pushes to" } else { "only pulls from" };
    let when = match enabling {
        Enabling::New => "now",
        Enabling::Changed => "from now on",
        Enabling::Nothing => "already",
    };
    desk.note(&format!("deploy key {} {may} `{}` {when}", there.id, there.project));
    desk.answer(&keys::SHEET, &keys::row(&shown))?;
    Ok(())
}

fn disable(desk: &Desk<'_>, there: &There) -> anyhow::Result<()> {
    let authority = desk.authority()?;
    let disabled = authority.disable_key(TokenId(there.id), &there.project);
    desk.pass_on(&authority);
    let (shown, disabling) = disabled?;
    let There { id, project } = there;
    desk.note(&match disabling {
        Disabling::Left => format!("deploy key {id} is not enabled in `{project}` any more"),
        Disabling::Revoked => format!("deploy key {id} is revoked: `{project}` was the last project it was enabled in"),
        Disabling::Dead => format!("nothing to do: deploy key {id} was revoked before"),
    });
    desk.answer(&keys::SHEET, &keys::row(&shown))?;
    Ok(())
}

fn list(desk: &Desk<'_>, project: Option<&str>, all: bool) -> anyhow::Result<()> {
    let authority = desk.authority()?;
    let page = desk.page(Some((desk.world.clock)()));
    let mut out = &desk.world.stdout;
    let mut writer = Writer::new(&page, &keys::SHEET, &mut out);
    let mut broken = None;
    authority.list_keys(project, all, |shown| {
        broken = writer.row(&keys::row(&shown)).err();
        Ok(broken.is_none())
    })?;
    if let Some(broken) = broken {
        return Err(broken.into());
    }
    let found = writer.finish()?;
    desk.pass_on(&authority);
    if found == 0 && page.format == Format::Table {
        desk.note("there are no such deploy keys; `tokctl create deploy-key --key FILE` adds one");
    }
    Ok(())
}
