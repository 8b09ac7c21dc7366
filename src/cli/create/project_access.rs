//! `tokctl create project-access`: a token of a bot user that is made with it, in one project.

use super::{Scoped, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::OneProject;
use crate::domain::kind::Kind;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct ProjectAccess {
    #[command(flatten)]
    place: OneProject,

    #[command(flatten)]
    scoped: Scoped,
}

impl ProjectAccess {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || self.place.or_default(desk);
        self.scoped.run(desk, Special::new(Kind::ProjectAccess, &place))
    }
}
