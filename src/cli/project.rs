//! `tokctl project`: where repositories, images and packages belong.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::exit::Exit;
use super::tree::Entry;
use super::values;
use crate::domain::place::Visibility;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "project", about: "Add, list and show projects", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(
        command
            .after_help("Examples:\n  tokctl project add grp/app\n  tokctl project add grp/site --visibility public"),
    )
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Add a project, and the groups above it where they are missing
    Add {
        /// Its path, as in `grp/app`, or `USER/app` for a project of your own
        #[arg(value_name = "PATH")]
        path: String,

        /// Who can see it without being a member
        #[arg(long, value_name = "VISIBILITY", default_value = "private", value_parser = values::visibilities())]
        visibility: Visibility,
    },
    /// List the projects that you may see
    List,
    /// Show one project
    Show {
        /// Its path
        #[arg(value_name = "PATH")]
        path: String,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Add { path, visibility } => {
            let authority = desk.authority()?;
            let added = authority.add_project(&path, visibility);
            desk.pass_on(&authority);
            let added = added?;
            for parent in &added.parents {
                desk.note(&format!("added the group `{parent}`, which was not there"));
            }
            desk.note(&format!("added the {visibility} project `{}`", added.place.path));
            desk.answer(&people::PROJECTS, &people::project(&added.place))?;
        }
        Verb::List => {
            let authority = desk.authority()?;
            let projects = authority.projects()?.unwrap_or_default();
            desk.pass_on(&authority);
            desk.list(&people::PROJECTS, projects.iter().map(people::project), "there are no projects yet")?;
        }
        Verb::Show { path } => {
            let authority = desk.authority()?;
            let project = authority.project(&path)?;
            desk.pass_on(&authority);
            desk.card(&people::PROJECTS, &people::project(&project))?;
        }
    }
    Ok(Exit::Done)
}
