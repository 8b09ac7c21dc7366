//! `tokctl user`: people, and the bots and the ghost beside them.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::{choose, prompt, report};
use crate::domain::error::{Error, Result};
use crate::domain::user::User;
use crate::ops::Authority;
use crate::ops::candidates::People;
use crate::ops::farewell::{Legacy, Toll};
use crate::ops::users::Deletion;
use crate::render::{Format, leaving, people};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "user", about: "Add, list, show, block, rename and delete users", declare, run };

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
    List {
        /// Print how many take a seat, and nothing else: active people, never bots or the Ghost User
        #[arg(long)]
        seats: bool,
    },
    /// Show one user
    #[command(after_help = "Example:\n  tokctl user show ann")]
    Show {
        /// The username
        #[arg(value_name = "USER")]
        username: String,
    },
    /// Stop everything of a user; their tokens stay and open nothing (admins only)
    #[command(after_help = "Example:\n  tokctl user block ann")]
    Block {
        /// The username
        #[arg(value_name = "USER")]
        username: String,
    },
    /// Give back to a user what their block had stopped (admins only)
    #[command(after_help = "Example:\n  tokctl user unblock ann")]
    Unblock {
        /// The username
        #[arg(value_name = "USER")]
        username: String,
    },
    /// Rename a user; the paths of their own projects follow (admins only)
    #[command(after_help = "Example:\n  tokctl user rename ann anna")]
    Rename {
        /// The username
        #[arg(value_name = "USER")]
        username: String,

        /// The new username
        #[arg(value_name = "NEW")]
        to: String,
    },
    /// Make a user an admin, who may do everything, or take that away (admins only)
    #[command(after_help = "Examples:\n  tokctl user admin ann on\n  tokctl user admin ann off")]
    Admin {
        /// The username
        #[arg(value_name = "USER")]
        username: String,

        /// Whether they are to be one
        #[arg(value_name = "on|off", value_parser = ["on", "off"], hide_possible_values = true)]
        switch: String,
    },
    /// Delete a user with their tokens and their own projects; their records go to the Ghost User
    #[command(after_help = "Examples:\n  tokctl user delete ann --dry-run\n  tokctl user delete ann --with-groups")]
    Delete(Delete),
}

#[derive(Clone, Debug, clap::Args)]
struct Delete {
    /// The username; without it, you are asked
    #[arg(value_name = "USER")]
    username: Option<String>,

    /// Delete the records that they authored, too
    #[arg(long)]
    hard: bool,

    /// Delete the groups that nobody else owns, too, with everything in them
    #[arg(long)]
    with_groups: bool,

    /// Do not ask
    #[arg(short, long)]
    yes: bool,

    /// Say what would go, and delete nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    match Verb::from_arg_matches(matches)? {
        Verb::Add { username, name, admin } => {
            let user = authority.add_user(&username, name.as_deref(), admin);
            desk.pass_on(&authority);
            let user = user?;
            desk.note(&format!("added the user `{}`{}", user.username, if user.admin { ", an admin" } else { "" }));
            desk.answer(&people::USERS, &people::user(&user))?;
        }
        Verb::List { seats: true } => seats(desk, &authority)?,
        Verb::List { seats: false } => {
            let users: Vec<User> = authority.users()?.unwrap_or_default();
            desk.pass_on(&authority);
            desk.list(&people::USERS, users.iter().map(people::user), "there are no users yet")?;
        }
        Verb::Show { username } => {
            let user = authority.user(&username)?;
            desk.pass_on(&authority);
            desk.card(&people::USERS, &people::user(&user))?;
        }
        Verb::Block { username } => {
            let changed = authority.block_user(&username, true);
            say(desk, &authority, changed, &format!("`{username}` is blocked: everything of theirs is stopped"))?;
        }
        Verb::Unblock { username } => {
            let changed = authority.block_user(&username, false);
            say(desk, &authority, changed, &format!("`{username}` is not blocked"))?;
        }
        Verb::Rename { username, to } => {
            let paths = authority.rename_user(&username, &to);
            desk.pass_on(&authority);
            let (user, paths) = paths?;
            desk.note(&format!("`{username}` is called `{to}` now"));
            for path in paths {
                desk.note(&format!("their project is `{path}` now"));
            }
            desk.answer(&people::USERS, &people::user(&user))?;
        }
        Verb::Admin { username, switch } => {
            let admin = switch == "on";
            let changed = authority.set_admin(&username, admin);
            let what = if admin { "an admin" } else { "no admin" };
            say(desk, &authority, changed, &format!("`{username}` is {what}"))?;
        }
        Verb::Delete(delete) => return delete.run(desk, &authority),
    }
    Ok(Exit::Done)
}

/// Says that something is so now, or was so already.
fn say(desk: &Desk<'_>, authority: &Authority<'_>, changed: Result<(User, bool)>, so: &str) -> anyhow::Result<()> {
    desk.pass_on(authority);
    let (user, changed) = changed?;
    if changed {
        desk.note(&format!("{so} now"));
    } else {
        desk.note(&format!("{so} already; nothing was changed"));
    }
    desk.answer(&people::USERS, &people::user(&user))?;
    Ok(())
}

fn seats(desk: &Desk<'_>, authority: &Authority<'_>) -> anyhow::Result<()> {
    let seats = authority.seats()?.unwrap_or_default();
    desk.pass_on(authority);
    let text = match desk.format() {
        Format::Json | Format::Jsonl => format!("{{\"version\":1,\"seats\":{seats}}}\n"),
        Format::Table | Format::Csv | Format::Ids => format!("{seats}\n"),
    };
    desk.print(&text)?;
    Ok(())
}

impl Delete {
    fn run(&self, desk: &Desk<'_>, authority: &Authority<'_>) -> anyhow::Result<Exit> {
        let username = self.username(desk)?;
        let legacy = if self.hard { Legacy::Deleted } else { Legacy::ToGhost };
        let deletion = Deletion { legacy, with_groups: self.with_groups };
        if self.dry_run || !self.yes {
            let toll = authority.rehearse_delete_user(&username, deletion)?;
            if self.dry_run {
                desk.pass_on(authority);
                desk.note_lines(&format!("would go:\n{}\nnothing was deleted", lines(&toll)));
                answer(desk, &toll)?;
                return Ok(Exit::Done);
            }
            if !is_confirmed(desk, &username, &toll)? {
                desk.note("nothing was deleted");
                return Ok(Exit::Interrupted);
            }
        }
        let toll = authority.delete_user(&username, deletion);
        desk.pass_on(authority);
        let toll = toll?;
        desk.note_lines(&format!("gone:\n{}", lines(&toll)));
        answer(desk, &toll)?;
        Ok(Exit::Done)
    }

    /// Returns the user that is named, or the one that is chosen where none is and somebody can be asked.
    fn username(&self, desk: &Desk<'_>) -> Result<String> {
        match &self.username {
            Some(username) => Ok(username.clone()),
            None if desk.may_ask() => choose::user(desk, "Who is to be deleted?", People::Human),
            None => Err(Error::usage("no user is named").hint("`tokctl user list` shows who there is")),
        }
    }
}

/// Names the tokens that live on, and writes the account of what went where a format was asked for.
fn answer(desk: &Desk<'_>, toll: &Toll) -> std::io::Result<()> {
    desk.name_living(&toll.made);
    desk.answer(&leaving::DELETION, &leaving::deletion(toll))
}

fn is_confirmed(desk: &Desk<'_>, username: &str, toll: &Toll) -> Result<bool> {
    if !desk.may_ask() {
        return Err(Error::usage("deleting cannot be undone, and nobody is there to be asked")
            .hint("add `--yes`, or look first with `--dry-run`"));
    }
    report::say(desk.world, &format!("this would go for ever:\n{}", lines(toll)));
    prompt::typed(desk, "Type the username to delete all this", username)
}

fn lines(toll: &Toll) -> String {
    leaving::toll(toll).iter().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
