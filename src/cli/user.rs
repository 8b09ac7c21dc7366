//! `tokctl user`: people, and the bots and the ghost beside them.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::exit::Exit;
use super::tree::Entry;
use crate::domain::user::User;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "user", about: "Add, list and show users", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(
        command.after_help("Examples:\n  tokctl user add ann --name 'Ann Lee'\n  tokctl user list"),
    )
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Add a person (admins only)
    Add {
        /// The username
        #[arg(value_name = "USER")]
        username: String,

        /// The name to show; without it, the username
        #[arg(long, value_name = "NAME")]
        name: Option<String>,

        /// Make an admin, who may do everything
        #[arg(long)]
        admin: bool,
    },
    /// List the users
    List,
    /// Show one user
    Show {
        /// The username
        #[arg(value_name = "USER")]
        username: String,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Add { username, name, admin } => {
            let authority = desk.authority()?;
            let user = authority.add_user(&username, name.as_deref(), admin);
            desk.pass_on(&authority);
            let user = user?;
            desk.note(&format!("added the user `{}`{}", user.username, if user.admin { ", an admin" } else { "" }));
            desk.answer(&people::USERS, &people::user(&user))?;
        }
        Verb::List => {
            let authority = desk.authority()?;
            let users: Vec<User> = authority.users()?.unwrap_or_default();
            desk.pass_on(&authority);
            desk.list(&people::USERS, users.iter().map(people::user), "there are no users yet")?;
        }
        Verb::Show { username } => {
            let authority = desk.authority()?;
            let user = authority.user(&username)?;
            desk.pass_on(&authority);
            desk.card(&people::USERS, &people::user(&user))?;
        }
    }
    Ok(Exit::Done)
}
