//! `tokctl create impersonation`: a token with which an admin acts as another user.

use clap::builder::NonEmptyStringValueParser;

use super::Scoped;
use crate::cli::choose;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::error::Error;
use crate::domain::kind::Kind;
use crate::ops::candidates::People;
use crate::ops::grant::Where;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Impersonation {
    /// The user it acts as; without it, you are asked
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    #[command(flatten)]
    scoped: Scoped,
}

impl Impersonation {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let user = match self.user {
            Some(user) => user,
            None if desk.may_ask() => choose::user(desk, "As whom is it to act?", People::Unblocked)?,
            None => {
                let error = Error::usage("no user is named, and an impersonation token acts as somebody");
                return Err(error.hint("add `--user USER`").into());
            }
        };
        let grant = self.scoped.grant(desk, Kind::Impersonation, Where::User(user))?;
        self.scoped.mint(desk, &grant)
    }
}
