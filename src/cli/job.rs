//! `tokctl job`: a token for as long as something runs.

use std::cell::Cell;
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::handover::{Handing, say_made};
use super::minting::mint;
use super::place::ProjectOrGroup;
use super::{secret_input, values};
use crate::domain::expiry::parse_life;
use crate::domain::id::JobId;
use crate::domain::job::Outcome;
use crate::domain::secret::Form;
use crate::domain::token::Belonging;
use crate::ops::job::{Lending, Start};
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

const START_EXAMPLES: &str = "\
Where the project has a deploy token of the name `gitlab-deploy-token`, the job gets a secret of that token for itself \
as well, with the token's username and scopes, dead with the job or the token. `--emit env` hands both over, as \
CI_DEPLOY_USER and CI_DEPLOY_PASSWORD, and `--emit json` as `deploy_user` and `deploy_password`. In other forms the job \
has its own secret alone.

Examples:
  TOKEN=$(tokctl job start --project grp/app)
  tokctl job start --life 10m --runner-secret-file ./runner --json";

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
    #[command(after_help = START_EXAMPLES)]
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
            let dead = match portrait.listed.job.deploy_token {
                None => "its token is dead".to_owned(),
                Some(token) => format!("its token and its password of deploy token {token} are dead"),
            };
            desk.note(&if now {
                format!("ended job {id}: {status}; {dead}")
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
            takes_password: self.handing.form(desk)?.takes_password(),
        };
        let lending = Cell::new(None);
        let listed = mint(
            desk,
            &self.handing,
            Form::Job,
            |authority| {
                let (listed, found) = authority.rehearse_start_job(&start)?;
                lending.set(found);
                Ok(listed)
            },
            |authority, delivery| {
                let started = authority.start_job(&start, delivery)?;
                lending.set(started.lending);
                Ok(started.minted)
            },
        )?;
        let is_rehearsed = listed.is_none();
        if let Some(listed) = listed
            && let Belonging::Job(id) = listed.token.of
        {
            let made = format!("started job {id} with ");
            say_made(desk, &self.handing, &listed, &made, &format!("`tokctl job end {id}` ends it"));
        }
        if let Some(lending) = lending.get() {
            desk.note(&pair(lending, is_rehearsed));
        }
        Ok(Exit::Done)
    }
}

/// Says what becomes of the pair that the project's `gitlab-deploy-token` has for its jobs.
fn pair(lending: Lending, is_rehearsed: bool) -> String {
    let Lending { token, handed_over } = lending;
    if !handed_over {
        return format!(
            "the job gets no password of deploy token {token}, the project's `gitlab-deploy-token`: in this form there is room \
             for one secret; with `--emit env` or `--emit json` it is handed over too"
        );
    }
    let verb = if is_rehearsed { "would go" } else { "went" };
    format!(
        "CI_DEPLOY_USER and CI_DEPLOY_PASSWORD {verb} with it: a password of deploy token {token}, dead with the job or the token"
    )
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
