//! `tokctl create project-access`: a token of a bot user that is made with it, in one project.

use super::Common;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::OneProject;
use crate::domain::kind::Kind;
use crate::domain::secret::Form;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ProjectAccess {
    #[command(flatten)]
    place: OneProject,

    #[command(flatten)]
    common: Common,
}

impl ProjectAccess {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = self.place.or_default(desk)?;
        let grant = self.common.grant(desk, Kind::ProjectAccess, place, None)?;
        self.common.mint(desk, &grant, Form::ProjectAccess)
    }
}
