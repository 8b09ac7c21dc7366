//! `tokctl create deploy`: a token that acts as itself in one project, or a group and its subgroups.

use super::asking::{Purpose, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::ProjectOrGroup;
use crate::domain::kind::Kind;

#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Deploy<P: clap::Args> {
    #[command(flatten)]
    purpose: P,

    #[command(flatten)]
    place: ProjectOrGroup,

    /// The username it must be presented with; without it, `gitlab+deploy-token-ID`
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
}

/// Says of `--project` what is taken without it: here alone, and not where `ProjectOrGroup` is asked for.
pub(super) fn finish(command: clap::Command) -> clap::Command {
    command.mut_arg("project", |project| {
        project.help(
            "The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store's default one",
        )
    })
}

impl<P: Purpose> Deploy<P> {
    pub(in crate::cli) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || self.place.or_default(desk);
        let special = Special { username: self.username.clone(), ..Special::new(Kind::Deploy, &place) };
        self.purpose.run(desk, special)
    }
}
