//! `tokctl policy`: what is demanded of tokens beyond their kinds.

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::values;
use crate::domain::policy::Policy;
use crate::render::policies;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "policy", about: "Show and set what is demanded of tokens beyond their kinds", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help("Examples:\n  tokctl policy list\n  tokctl policy set max-life 90d"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// List the policies with their values
    List,
    /// Set a policy (admins only)
    Set {
        /// The policy
        #[arg(value_name = "POLICY", value_parser = values::policies())]
        policy: Policy,

        /// Its value: `on` or `off`, a life, a number, or `none`, as `policy list` says
        #[arg(value_name = "VALUE")]
        value: String,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    match Verb::from_arg_matches(matches)? {
        Verb::List => {
            let settings = authority.policies()?;
            desk.pass_on(&authority);
            desk.list(&policies::SHEET, settings.iter().map(policies::row), "there are no policies")?;
        }
        Verb::Set { policy, value } => {
            let set = authority.set_policy(policy, &value);
            desk.pass_on(&authority);
            let setting = set?;
            desk.note(&format!("the policy `{}` is {value}", policy.word()));
            desk.answer(&policies::SHEET, &policies::row(&setting))?;
        }
    }
    Ok(Exit::Done)
}
