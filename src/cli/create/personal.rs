//! `tokctl create personal`: a token that acts as its user.

use clap::builder::NonEmptyStringValueParser;

use super::{Scoped, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::kind::Kind;
use crate::ops::grant::Where;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Personal {
    #[command(flatten)]
    scoped: Scoped,

    /// The user it acts as; without it, you
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,
}

impl Personal {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || Ok(self.user.clone().map_or(Where::Myself, Where::User));
        self.scoped.run(desk, Special::new(Kind::Personal, &place))
    }
}
