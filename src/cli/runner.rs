//! `tokctl runner`: the machines that run jobs.

use std::path::PathBuf;

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::handover::{self, Handing};
use super::minting::mint;
use super::place::ProjectOrGroup;
use super::removal::Removing;
use super::runner_options::RunnerOptions;
use super::{prompt, report, secret_input, values};
use crate::domain::error::Error;
use crate::domain::id::RunnerId;
use crate::domain::secret::Form;
use crate::domain::token::Belonging;
use crate::ops::register::Registration;
use crate::ops::runner::{Doomed, Removed};
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
    /// Read the registration secret from this file, which only you may read; `-` is standard input
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    #[command(flatten)]
    handing: Handing,

    #[command(flatten)]
    options: RunnerOptions,
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
    /// Show one runner, with the alarms about its secret
    #[command(after_help = "Example:\n  tokctl runner show 1")]
    Show {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,
    },
    /// Stop a runner from taking jobs; the running ones go on
    #[command(after_help = "Example:\n  tokctl runner pause 1")]
    Pause {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,
    },
    /// Let a paused runner take jobs again
    #[command(after_help = "Example:\n  tokctl runner resume 1")]
    Resume {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,
    },
    /// Give a runner another description
    #[command(after_help = "Example:\n  tokctl runner rename 1 'in the cellar'")]
    Rename {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner)]
        id: RunnerId,

        /// The new description
        #[arg(value_name = "TEXT")]
        description: String,
    },
    /// Remove a runner: its token, its jobs and their tokens end with it
    #[command(after_help = "Examples:\n  tokctl runner delete 1\n  tokctl runner delete --secret-file ./runner --yes")]
    Delete {
        /// The runner
        #[arg(value_name = "ID", value_parser = values::runner, required_unless_present = "secret_file")]
        id: Option<RunnerId>,

        /// The runner whose own secret is in this file, which only you may read; `-` is standard input
        #[arg(long, value_name = "FILE", conflicts_with = "id")]
        secret_file: Option<PathBuf>,

        #[command(flatten)]
        removing: Removing,
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
        Verb::Delete { id, secret_file, removing } => {
            if let Some(id) = id {
                return delete(desk, &Doomed::Named(id), &removing);
            }
            let secret = secret_input::read(secret_file.as_deref(), &mut &desk.world.stdin)?;
            return delete(desk, &Doomed::Presented(&secret), &removing);
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
    let made = format!("made runner {id} with ");
    handover::say_made(desk, handing, listed, &made, &format!("`tokctl runner delete {id}` removes it"));
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

/// Removes a runner, or says what would go with it.
fn delete(desk: &Desk<'_>, doomed: &Doomed<'_>, removing: &Removing) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    if removing.dry_run || !removing.yes {
        let plan = authority.rehearse_delete_runner(doomed)?;
        let lines = account(&plan, "would be removed: runner", "would end", "would be revoked").join("\n");
        if removing.dry_run {
            desk.pass_on(&authority);
            desk.note_lines(&format!("{lines}\nnothing was removed"));
            return Ok(Exit::Done);
        }
        if !desk.may_ask() {
            return Err(Error::usage("removing a runner cannot be undone, and nobody is there to be asked")
                .because(lines.replace('\n', "; "))
                .hint("add `--yes`, or look first with `--dry-run`")
                .into());
        }
        report::say(desk.world, &lines);
        if !prompt::confirm(desk, &format!("Remove runner {} for ever?", plan.runner.id))? {
            desk.note("nothing was removed");
            return Ok(Exit::Interrupted);
        }
    }
    let removed = authority.delete_runner(doomed);
    desk.pass_on(&authority);
    desk.note_lines(&account(&removed?, "removed runner", "ended", "revoked").join("\n"));
    Ok(Exit::Done)
}

/// Returns what goes with a runner, in lines.
fn account(removed: &Removed, gone: &str, over: &str, revoked: &str) -> Vec<String> {
    let Removed { runner, tokens, jobs } = removed;
    let mut lines = vec![format!("{gone} {} `{}`", runner.id, escape::line(&runner.description))];
    lines.extend(jobs.iter().map(|id| format!("{over} with it: job {id}")));
    lines.extend(tokens.iter().map(|token| format!("{revoked} with it: {} token {}", token.kind, token.id)));
    lines
}
