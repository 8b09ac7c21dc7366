//! `tokctl create personal`: a token that acts as its user.

use clap::builder::NonEmptyStringValueParser;

use super::asking::{Purpose, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::kind::Kind;
use crate::ops::grant::Where;

#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Personal<P: clap::Args> {
    #[command(flatten)]
    purpose: P,

    /// The user it acts as; without it, you
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,
}

impl<P: Purpose> Personal<P> {
    pub(in crate::cli) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || Ok(self.user.clone().map_or(Where::Myself, Where::User));
        self.purpose.run(desk, Special::new(Kind::Personal, &place))
    }
}
