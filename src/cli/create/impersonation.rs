//! `tokctl create impersonation`: a token with which an admin acts as another user.

use clap::builder::NonEmptyStringValueParser;

use super::{Scoped, Special};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::error::Error;
use crate::domain::kind::Kind;
use crate::ops::grant::Where;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Impersonation {
    /// The user it acts as
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    #[command(flatten)]
    scoped: Scoped,
}

impl Impersonation {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place = || {
            self.user.clone().map(Where::User).ok_or_else(|| {
                Error::usage("no user is named, and an impersonation token acts as somebody").hint("add `--user USER`")
            })
        };
        self.scoped.run(desk, Special::new(Kind::Impersonation, &place))
    }
}
