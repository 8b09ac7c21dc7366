//! `tokctl create runner`: a runner without a registration secret, for admins.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::Handing;
use crate::cli::minting::mint;
use crate::cli::place::Anywhere;
use crate::cli::runner::say_made;
use crate::cli::runner_options::RunnerOptions;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::domain::secret::Form;
use crate::ops::grant::Grant;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Runner {
    #[command(flatten)]
    place: Anywhere,

    /// What its token is called; without it, a name is made up
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with its token
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    #[command(flatten)]
    handing: Handing,

    #[command(flatten)]
    options: RunnerOptions,
}

impl Runner {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let settings = self.options.settings()?;
        let grant = Grant {
            kind: Kind::Runner,
            place: self.place.or_default(desk)?,
            name: self.name,
            note: self.note,
            scopes: ScopeSet::NONE,
            expires: None,
            life: None,
            username: None,
            use_limit: None,
        };
        let listed = mint(
            desk,
            &self.handing,
            Form::Runner,
            |authority| authority.rehearse_create_runner(&grant, &settings),
            |authority, delivery| authority.create_runner(&grant, &settings, delivery),
        )?;
        if let Some(listed) = listed {
            say_made(desk, &listed, &self.handing);
        }
        Ok(Exit::Done)
    }
}
