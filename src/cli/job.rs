//! `tokctl job`: a token for as long as something runs.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::handover::{Handing, Handover};
use super::minting::mint;
use super::place::ProjectOrGroup;
use super::{secret_input, values};
use crate::domain::expiry::parse_life;
use crate::domain::id::JobId;
use crate::domain::job::Outcome;
use crate::domain::secret::Form;
use crate::domain::token::Belonging;
use crate::ops::job::Start;
use crate::render::{self, Format, Writer, jobs};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "job", about: "Start jobs, each with a token of its own, and end, list and show them", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  TOKEN=$(tokctl job start --project grp/app)\n  \
         tokctl job start --life 10m --runner-secret-file ./runner --json\n  \
         tokctl job end 3 --outcome failed",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, clap::Args)]
struct Starting {
    /// The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store's default one
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,

    /// The user for whom it runs; without it, you (another: admins only)
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    /// How long it runs at most, as in `90s`, `15m` or `2h`; its runner may say less
    #[arg(long, value_name = "LIFE", default_value = "1h")]
    life: String,

    /// Read the secret of the runner that runs it from this file, which only you may read; `-` is standard input
    #[arg(long, value_name = "FILE")]
    runner_secret_file: Option<PathBuf>,

    /// A tag that its runner must have; several by commas or by repeating the option
    #[arg(long = "tag", value_name = "TAG", value_delimiter = ',', requires = "runner_secret_file", value_parser = NonEmptyStringValueParser::new())]
    tags: Vec<String>,

    #[command(flatten)]
    handing: Handing,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Ending {
    /// It did what it was to do.
    #[default]
    Success,
    /// It did not.
    Failed,
    /// Somebody stopped it.
    Canceled,
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Start a job: its secret goes to standard output, once, and is dead when the job ends
    Start(Box<Starting>),
    /// End a job: its token is dead at once
    End {
        /// The job
        #[arg(value_name = "ID", value_parser = values::job)]
        id: JobId,

        /// How it ended
        #[arg(long, value_name = "OUTCOME", value_enum, default_value = "success")]
        outcome: Ending,
    },
    /// List the running jobs that you may see: your own, and those of projects that you maintain
    #[command(after_help = "Examples:\n  tokctl job list\n  tokctl job list --project grp/app --all")]
    List {
        /// Of this project
        #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
        project: Option<String>,

        /// Those that have ended too
        #[arg(short, long)]
        all: bool,
    },
    /// Show one job
    #[command(after_help = "Example:\n  tokctl job show 3")]
    Show {
        /// The job
        #[arg(value_name = "ID", value_parser = values::job)]
        id: JobId,
    },
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Verb::from_arg_matches(matches)? {
        Verb::Start(starting) => return starting.run(desk),
        Verb::End { id, outcome } => {
            let authority = desk.authority()?;
            let ended = authority.end_job(id, outcome.into());
            desk.pass_on(&authority);
            let (portrait, now) = ended?;
            let status = portrait.listed.job.status(portrait.now);
            desk.note(&if now {
                format!("ended job {id}: {status}; its token is dead")
            } else {
                format!("job {id} had ended before: {status}")
            });
            desk.answer(&jobs::SHEET, &jobs::row(&portrait))?;
        }
        Verb::List { project, all } => list(desk, project.as_deref(), all)?,
        Verb::Show { id } => {
            let authority = desk.authority()?;
            let portrait = authority.job(id);
            desk.pass_on(&authority);
            let portrait = portrait?;
            render::card(&desk.page(Some(portrait.now)), &jobs::SHEET, &jobs::row(&portrait), &mut &desk.world.stdout)?;
        }
    }
    Ok(Exit::Done)
}

impl From<Ending> for Outcome {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Success => Self::Success,
            Ending::Failed => Self::Failed,
            Ending::Canceled => Self::Canceled,
        }
    }
}

impl Starting {
    fn run(&self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let life = parse_life(&self.life)?;
        let file = self.runner_secret_file.as_deref();
        let secret = file.map(|file| secret_input::read(Some(file), &mut &desk.world.stdin)).transpose()?;
        let start = Start {
            place: ProjectOrGroup { project: self.project.clone(), group: None }.or_default(desk)?,
            user: self.user.clone(),
            life,
            tags: self.tags.clone(),
            runner_secret: secret.as_ref().map(|secret| secret.as_slice()),
        };
        let listed = mint(
            desk,
            &self.handing,
            Form::Job,
            |authority| authority.rehearse_start_job(&start),
            |authority, delivery| authority.start_job(&start, delivery),
        )?;
        if let Some(listed) = listed
            && let Belonging::Job(id) = listed.token.of
        {
            desk.note_lines(&format!(
                "started job {id} with {}\n{}; `tokctl job end {id}` ends it",
                render::tokens::account(&listed),
                Handover::whereabouts(&self.handing),
            ));
        }
        Ok(Exit::Done)
    }
}

fn list(desk: &Desk<'_>, project: Option<&str>, all: bool) -> anyhow::Result<()> {
    let authority = desk.authority()?;
    let page = desk.page(None);
    let mut out = &desk.world.stdout;
    let mut writer = Writer::new(&page, &jobs::SHEET, &mut out);
    let mut broken = None;
    let listed = authority.jobs(project, all, |portrait| {
        broken = broken.take().or(writer.row(&jobs::row(&portrait)).err());
        Ok(())
    });
    desk.pass_on(&authority);
    listed?;
    if let Some(broken) = broken {
        return Err(broken.into());
    }
    if writer.finish()? == 0 && page.format == Format::Table {
        desk.note(if all { "there are no jobs" } else { "no job is running; `--all` shows those that have ended too" });
    }
    Ok(())
}
