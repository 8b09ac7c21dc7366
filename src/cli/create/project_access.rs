//! `tokctl create project-access`: a token of a bot user that is made with it, in one project.

use super::asking::{Purpose, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::OneProject;
use crate::domain::kind::Kind;

#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct ProjectAccess<P: clap::Args> {
    #[command(flatten)]
    place: OneProject,

    #[command(flatten)]
    purpose: P,
}

impl<P: Purpose> ProjectAccess<P> {
    pub(in crate::cli) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || self.place.or_default(desk);
        self.purpose.run(desk, Special::new(Kind::ProjectAccess, &place))
    }
}
