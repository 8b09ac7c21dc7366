//! `tokctl member`: who has which role where.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::place::ProjectOrGroup;
use super::values;
use crate::domain::role::Role;
use crate::render::people;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "member", about: "Give users roles in projects and groups, and take them away", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Roles, lowest first: guest, reporter, developer, maintainer, owner. A role in a group counts in everything below it; \
         the highest counts.\n\n\
         Example:\n  tokctl member add ann --project grp/app --role maintainer",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Give a user a role, in place of the one they had there
    Add {
        /// The user
        #[arg(value_name = "USER")]
        user: String,

        /// The role
        #[arg(long, value_name = "ROLE", value_parser = values::roles())]
        role: Role,

        #[command(flatten)]
        place: ProjectOrGroup,
    },
    /// Take a user's role away
    #[command(after_help = "Example:\n  tokctl member remove ann --project grp/app")]
    Remove {
        /// The user
        #[arg(value_name = "USER")]
        user: String,

        #[command(flatten)]
        place: ProjectOrGroup,
    },
    /// List the members, with those of the groups above
    #[command(
        after_help = "Examples:\n  tokctl member list --group grp\n  tokctl member list --project grp/app --json"
    )]
    List {
        #[command(flatten)]
        place: ProjectOrGroup,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Add { user, role, place } => {
            let place = place.required()?;
            let authority = desk.authority()?;
            let put = authority.put_member(&user, &place, role);
            desk.pass_on(&authority);
            let (member, made) = put?;
            desk.note(&format!("`{user}` has the role {role} in {}", place.words()));
            desk.name_living(&made);
            desk.answer(&people::MEMBERS, &people::member(&member))?;
        }
        Verb::Remove { user, place } => {
            let place = place.required()?;
            let authority = desk.authority()?;
            let removed = authority.remove_member(&user, &place);
            desk.pass_on(&authority);
            let left = removed?;
            desk.note(&format!("`{user}` has no role of their own in {} any more", place.words()));
            desk.lives_on(left)?;
        }
        Verb::List { place } => {
            let place = place.required()?;
            let authority = desk.authority()?;
            let members = authority.members(&place)?.unwrap_or_default();
            desk.pass_on(&authority);
            desk.list(&people::MEMBERS, members.iter().map(people::member), "there are no members yet")?;
        }
    }
    Ok(Exit::Done)
}
