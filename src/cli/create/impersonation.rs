//! `tokctl create impersonation`: a token with which an admin acts as another user.

use clap::builder::NonEmptyStringValueParser;

use super::asking::Purpose;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::error::Error;
use crate::domain::kind::Kind;
use crate::ops::grant::Where;

#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Impersonation<P: clap::Args> {
    /// The user it acts as
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    #[command(flatten)]
    purpose: P,
}

impl<P: Purpose> Impersonation<P> {
    pub(in crate::cli) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let user = self.user.ok_or_else(|| {
            Error::usage("no user is named, and an impersonation token acts as somebody").hint("add `--user USER`")
        })?;
        let grant = self.purpose.grant(desk, Kind::Impersonation, Where::User(user))?;
        self.purpose.fulfil(desk, &grant)
    }
}
