//! `tokctl group`: places for projects and further groups.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::removal::{self, Removing};
use crate::domain::place::Group;
use crate::domain::upkeep::Sort;
use crate::ops::relocate::Moved;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "group", about: "Add, list, move and delete groups", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help("Examples:\n  tokctl group add grp/sub\n  tokctl group list\n  tokctl group transfer grp/sub --to far\n  tokctl group delete grp --dry-run"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Add a group, and the groups above it where they are missing; you become its Owner
    Add {
        /// Its path, as in `grp/sub`
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// List the groups that you may see
    List,
    /// Show one group
    #[command(after_help = "Example:\n  tokctl group show grp/sub")]
    Show {
        /// Its path
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// Give a group another name; the paths below it follow, and all tokens go on
    #[command(after_help = "Example:\n  tokctl group rename grp/sub team")]
    Rename {
        /// The path
        #[arg(value_name = "PATH")]
        path: String,

        /// The new name, without the groups above
        #[arg(value_name = "NEW")]
        new: String,
    },
    /// Put a group into another, or at the top; the paths below it follow, and all tokens go on
    Transfer {
        /// The path
        #[arg(value_name = "PATH")]
        path: String,

        /// The group to put it into
        #[arg(long, value_name = "PARENT", required_unless_present = "to_top")]
        to: Option<String>,

        /// Put it at the top
        #[arg(long, conflicts_with = "to")]
        to_top: bool,
    },
    /// Delete a group with everything in it; all tokens that are valid only there end
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
        Verb::Add { path } => {
            let authority = desk.authority()?;
            let added = authority.add_group(&path);
            desk.pass_on(&authority);
            let added = added?;
            for parent in &added.parents {
                desk.note(&format!("added the group `{parent}`, which was not there"));
            }
            desk.note(&format!("added the group `{}`", added.place.path));
            desk.answer(&people::GROUPS, &people::group(&added.place))?;
        }
        Verb::List => {
            let authority = desk.authority()?;
            let groups = authority.groups()?.unwrap_or_default();
            desk.pass_on(&authority);
            desk.list(&people::GROUPS, groups.iter().map(people::group), "there are no groups that you may see")?;
        }
        Verb::Show { path } => {
            let authority = desk.authority()?;
            let group = authority.group(&path)?;
            desk.pass_on(&authority);
            desk.card(&people::GROUPS, &people::group(&group))?;
        }
        Verb::Rename { path, new } => {
            let authority = desk.authority()?;
            let moved = authority.rename_group(&path, &new);
            desk.pass_on(&authority);
            tell(desk, &moved?)?;
        }
        Verb::Transfer { path, to, .. } => {
            let authority = desk.authority()?;
            let moved = authority.transfer_group(&path, to.as_deref());
            desk.pass_on(&authority);
            tell(desk, &moved?)?;
        }
        Verb::Delete { path, removing } => return removal::run(desk, Sort::Group, path, &removing),
    }
    Ok(Exit::Done)
}

/// Says where a group is now.
fn tell(desk: &Desk<'_>, moved: &Moved<Group>) -> anyhow::Result<()> {
    desk.note(&format!("the group `{}` is `{}` now; its tokens go on", moved.from, moved.place.path));
    match moved.followed.len() {
        0 => {}
        1 => desk.note("the path of the one group or project below it followed"),
        several => desk.note(&format!("the paths of the {several} groups and projects below it followed")),
    }
    if moved.taken {
        desk.note("nobody owned it there, so you are its Owner now");
    }
    Ok(desk.answer(&people::GROUPS, &people::group(&moved.place))?)
}
