//! `tokctl runner`: the machines that run jobs.

use std::path::PathBuf;

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::handover::{Handing, Handover};
use super::minting::mint;
use super::place::ProjectOrGroup;
use super::runner_options::RunnerOptions;
use super::{prompt, secret_input, values};
use crate::domain::id::RunnerId;
use crate::domain::secret::Form;
use crate::domain::token::Belonging;
use crate::ops::register::Registration;
use crate::ops::runner::Removed;
use crate::render::{self, escape, runners};
use crate::store::Listed;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "runner", about: "Register runners, and list, pause, rename and delete them", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  tokctl create runner-registration --project grp/app --to ./registration\n  \
         tokctl runner register <registration --tag docker,linux --to ./runner\n  \
         tokctl runner list --project grp/app",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, clap::Args)]
struct Register {
    #[command(flatten)]
    options: RunnerOptions,

    /// Read the registration secret from this file, which only you may read; `-` is standard input
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    #[command(flatten)]
    handing: Handing,
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Register a runner with a registration secret, read from standard input: the runner's own goes to standard output
    Register(Box<Register>),
    /// List the runners that you may see
    List {
        #[command(flatten)]
        place: ProjectOrGroup,
    },
    /// Show one runner, with what was seen of its secret and should not have been
    Show {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,
    },
    /// Stop a runner from taking jobs; the running ones go on
    Pause {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,
    },
    /// Let a paused runner take jobs again
    Resume {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,
    },
    /// Describe a runner anew
    Rename {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,

        /// The new description
        #[arg(value_name = "TEXT")]
        description: String,
    },
    /// Remove a runner: its token, its jobs and their tokens end with it
    Delete {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner, required_unless_present = "secret_file")]
        id: Option<RunnerId>,

        /// The runner whose own secret is in this file, which only you may read; `-` is standard input
        #[arg(long, value_name = "FILE", conflicts_with = "id")]
        secret_file: Option<PathBuf>,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Register(register) => return register.run(desk),
        Verb::List { place } => list(desk, &place)?,
        Verb::Show { id } => {
            let authority = desk.authority()?;
            let portrait = authority.runner(id);
            desk.pass_on(&authority);
            let portrait = portrait?;
            let page = desk.page(Some(portrait.now));
            render::card(&page, &runners::PORTRAIT, &runners::portrait(&portrait), &mut &desk.world.stdout)?;
        }
        Verb::Pause { id } => pause(desk, id, true)?,
        Verb::Resume { id } => pause(desk, id, false)?,
        Verb::Rename { id, description } => {
            let authority = desk.authority()?;
            let renamed = authority.rename_runner(id, &description);
            desk.pass_on(&authority);
            let (listed, changed) = renamed?;
            let verb = if changed { "is now" } else { "was already" };
            desk.note(&format!("runner {id} {verb} `{}`", listed.runner.description));
            desk.answer(&runners::SHEET, &runners::row(&listed, (desk.world.clock)()))?;
        }
        Verb::Delete { id, secret_file } => {
            let authority = desk.authority()?;
            let removed = if let Some(id) = id {
                authority.delete_runner(id)
            } else {
                let secret = secret_input::read(secret_file.as_deref(), &mut &desk.world.stdin)?;
                authority.delete_presented_runner(&secret)
            };
            desk.pass_on(&authority);
            say_removed(desk, &removed?);
        }
    }
    Ok(Exit::Done)
}

impl Register {
    fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let settings = self.options.settings()?;
        let secret = if self.secret_file.is_none() && desk.may_ask() {
            prompt::secret(desk)?
        } else {
            secret_input::read(self.secret_file.as_deref(), &mut &desk.world.stdin)?
        };
        let registration = Registration { secret: &secret, settings: &settings };
        let listed = mint(
            desk,
            &self.handing,
            Form::Runner,
            |authority| authority.rehearse_register_runner(&registration),
            |authority, delivery| authority.register_runner(&registration, delivery),
        )?;
        if let Some(listed) = listed {
            say_made(desk, &listed, &self.handing);
        }
        Ok(Exit::Done)
    }
}

/// Says that a runner was made, and where its secret went.
pub(super) fn say_made(desk: &Desk<'_>, listed: &Listed, handing: &Handing) {
    let Belonging::Runner(id) = listed.token.of else { return };
    desk.note_lines(&format!(
        "made runner {id} with {}\n{}; `tokctl runner delete {id}` removes it",
        render::tokens::account(listed),
        Handover::whereabouts(handing),
    ));
}

fn list(desk: &Desk<'_>, place: &ProjectOrGroup) -> anyhow::Result<()> {
    let authority = desk.authority()?;
    let listed = authority.runners(place.named().as_ref());
    desk.pass_on(&authority);
    let (seen, now) = listed?.unwrap_or_else(|| (Vec::new(), (desk.world.clock)()));
    let none = "there are no runners; `tokctl create runner-registration` makes a secret that registers one";
    desk.list(&runners::SHEET, seen.iter().map(|listed| runners::row(listed, now)), none)?;
    Ok(())
}

fn pause(desk: &Desk<'_>, id: RunnerId, paused: bool) -> anyhow::Result<()> {
    let authority = desk.authority()?;
    let changed = authority.pause_runner(id, paused);
    desk.pass_on(&authority);
    let (listed, changed) = changed?;
    desk.note(&match (paused, changed) {
        (true, true) => format!("runner {id} takes no jobs until `tokctl runner resume {id}`"),
        (true, false) => format!("runner {id} was paused before"),
        (false, true) => format!("runner {id} takes jobs again"),
        (false, false) => format!("runner {id} was not paused"),
    });
    desk.answer(&runners::SHEET, &runners::row(&listed, (desk.world.clock)()))?;
    Ok(())
}

fn say_removed(desk: &Desk<'_>, removed: &Removed) {
    let mut lines =
        vec![format!("removed runner {} `{}`", removed.runner.id, escape::line(&removed.runner.description))];
    lines.extend(removed.jobs.iter().map(|id| format!("ended with it: job {id}")));
    let token = |token: &crate::domain::token::Token| format!("revoked with it: {} token {}", token.kind, token.id);
    lines.extend(removed.tokens.iter().map(token));
    desk.note_lines(&lines.join("\n"));
}
