//! `tokctl create runner`: a runner without a registration secret, for admins.

use super::asking::{Naming, Special};
use super::many::{self, Many, Way};
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::Handing;
use crate::cli::handover::many::Apart;
use crate::cli::minting::mint;
use crate::cli::place::Anywhere;
use crate::cli::runner::say_made;
use crate::cli::runner_options::RunnerOptions;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::domain::secret::Form;

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
    many: Many,

    #[command(flatten)]
    handing: Handing,

    #[command(flatten)]
    apart: Apart,

    #[command(flatten)]
    options: RunnerOptions,
}

impl Runner {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || self.place.or_default(desk);
        let naming = Naming { name: self.name.clone(), note: self.note.clone() };
        let mut template = Template::new(desk, Special::new(Kind::Runner, &place), ScopeSet::NONE, &naming, None);
        template.beside.settings = self.options.named();
        if let Some(batch) = self.many.batch(desk, &self.apart, &mut template)? {
            let way = Way { handing: &self.handing, apart: &self.apart, if_not_exists: false };
            return many::mint(desk, &way, &batch);
        }
        let (settings, grant) = (self.options.settings()?, template.grant()?);
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
