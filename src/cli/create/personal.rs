//! `tokctl create personal`: a token that acts as its user.

use clap::builder::NonEmptyStringValueParser;

use super::asking::Purpose;
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
        let place = self.user.map_or(Where::Myself, Where::User);
        let grant = self.purpose.grant(desk, Kind::Personal, place)?;
        self.purpose.fulfil(desk, &grant)
    }
}
