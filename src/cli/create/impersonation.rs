//! `tokctl create impersonation`: a token with which an admin acts as another user.

use clap::builder::NonEmptyStringValueParser;

use super::asking::{Purpose, Special};
use crate::cli::choose;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::error::Error;
use crate::domain::kind::Kind;
use crate::ops::candidates::People;
use crate::ops::grant::Where;

#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Impersonation<P: clap::Args> {
    /// The user it acts as; without it, you are asked where that can be
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    user: Option<String>,

    #[command(flatten)]
    purpose: P,
}

impl<P: Purpose> Impersonation<P> {
    pub(in crate::cli) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let place =
            || match &self.user {
                Some(user) => Ok(Where::User(user.clone())),
                None if P::ASKS && desk.may_ask() => {
                    choose::user(desk, "As whom is it to act?", People::Impersonable).map(Where::User)
                }
                None => Err(Error::usage("no user is named, and an impersonation token acts as somebody")
                    .hint("add `--user USER`")),
            };
        self.purpose.run(desk, Special::new(Kind::Impersonation, &place))
    }
}
