//! `tokctl exec job`: a command that is a job, with the variables of CI.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;

use super::lending::Lending;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::OneProject;
use crate::cli::secret_input;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::ops::job::Start;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Job {
    #[command(flatten)]
    place: OneProject,

    /// The user for whom it runs; without it, you (another: admins only)
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    /// Read the secret of the runner that runs it from this file, which only you may read
    #[arg(long, value_name = "FILE")]
    runner_secret_file: Option<PathBuf>,

    /// A tag that its runner must have; several by commas or by repeating the option
    #[arg(long = "tag", value_name = "TAG", value_delimiter = ',', requires = "runner_secret_file", value_parser = NonEmptyStringValueParser::new())]
    tags: Vec<String>,

    #[command(flatten)]
    lending: Lending,
}

impl Job {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let file = self.runner_secret_file.as_deref();
        let secret = file.map(|file| secret_input::read(Some(file), &mut &desk.world.stdin)).transpose()?;
        let start = Start {
            place: self.place.or_default(desk)?,
            user: self.user,
            life: self.lending.life()?,
            tags: self.tags,
            runner_secret: secret.as_ref().map(|secret| secret.as_slice()),
            takes_password: true,
        };
        let lending = &self.lending;
        lending.lend(desk, Kind::Job, ScopeSet::NONE, |authority, delivery| {
            authority.start_job(&start, delivery).map(|started| started.minted)
        })
    }
}
