//! `tokctl create runner-registration`: a token that registers runners, and nothing else.

use super::asking::{Purpose, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::place::Anywhere;
use crate::domain::kind::Kind;

#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct RunnerRegistration<P: clap::Args> {
    #[command(flatten)]
    place: Anywhere,

    /// How many runners it registers at most; without it, any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    uses: Option<u32>,

    #[command(flatten)]
    purpose: P,
}

impl<P: Purpose> RunnerRegistration<P> {
    pub(in crate::cli) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || self.place.or_default(desk);
        let special = Special { use_limit: self.uses, ..Special::new(Kind::RunnerRegistration, &place) };
        self.purpose.run(desk, special)
    }
}
