//! `tokctl project`: where repositories, images and packages belong.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::removal::{self, Removing};
use super::values;
use crate::domain::place::{Project, Visibility};
use crate::domain::upkeep::Sort;
use crate::ops::relocate::Moved;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "project", about: "Add, list, move and delete projects", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(
        command
            .after_help("Examples:\n  tokctl project add grp/app\n  tokctl project add grp/site --visibility public\n  tokctl project transfer grp/app --to far\n  tokctl project delete grp/app --dry-run"),
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
    #[command(after_help = "Examples:\n  tokctl project list\n  tokctl project list --format ids")]
    List,
    /// Show one project
    #[command(after_help = "Example:\n  tokctl project show grp/app")]
    Show {
        /// Its path
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// Give a project another name; its tokens go on
    #[command(after_help = "Example:\n  tokctl project rename grp/app api")]
    Rename {
        /// The path
        #[arg(value_name = "PATH")]
        path: String,

        /// The new name, without the groups above
        #[arg(value_name = "NEW")]
        new: String,
    },
    /// Put a project into another group, whose tokens cover it from then on; its own go on
    Transfer {
        /// The path
        #[arg(value_name = "PATH")]
        path: String,

        /// The group to put it into, or your own username
        #[arg(long, value_name = "GROUP")]
        to: String,
    },
    /// Say who sees a project without being a member
    #[command(after_help = "Example:\n  tokctl project visibility grp/site public")]
    Visibility {
        /// The path
        #[arg(value_name = "PATH")]
        path: String,

        /// Who: members, everybody who is signed in, everybody
        #[arg(value_name = "VISIBILITY", value_parser = values::visibilities())]
        visibility: Visibility,
    },
    /// Delete a project; all tokens that are valid only there end
    Delete {
        /// The path
        #[arg(value_name = "PATH")]
        path: String,

        #[command(flatten)]
        removing: Removing,
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
            desk.list(
                &people::PROJECTS,
                projects.iter().map(people::project),
                "there are no projects that you may see",
            )?;
        }
        Verb::Show { path } => {
            let authority = desk.authority()?;
            let project = authority.project(&path)?;
            desk.pass_on(&authority);
            desk.card(&people::PROJECTS, &people::project(&project))?;
        }
        Verb::Rename { path, new } => {
            let authority = desk.authority()?;
            let moved = authority.rename_project(&path, &new);
            desk.pass_on(&authority);
            tell(desk, &moved?)?;
        }
        Verb::Transfer { path, to } => {
            let authority = desk.authority()?;
            let moved = authority.transfer_project(&path, &to);
            desk.pass_on(&authority);
            tell(desk, &moved?)?;
        }
        Verb::Visibility { path, visibility } => {
            let authority = desk.authority()?;
            let project = authority.set_visibility(&path, visibility);
            desk.pass_on(&authority);
            let project = project?;
            desk.note(&format!("the project `{}` is {visibility} now", project.path));
            desk.answer(&people::PROJECTS, &people::project(&project))?;
        }
        Verb::Delete { path, removing } => return removal::run(desk, Sort::Project, path, &removing),
    }
    Ok(Exit::Done)
}

/// Says where a project is now.
fn tell(desk: &Desk<'_>, moved: &Moved<Project>) -> anyhow::Result<()> {
    desk.note(&format!("the project `{}` is `{}` now; its tokens go on", moved.from, moved.place.path));
    Ok(desk.answer(&people::PROJECTS, &people::project(&moved.place))?)
}
