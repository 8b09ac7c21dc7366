//! `tokctl create runner-registration`: a token that registers runners, and nothing else.

use super::Common;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::Handing;
use crate::cli::place::Anywhere;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::domain::secret::Form;
use crate::ops::grant::Grant;

#[derive(Clone, Debug, clap::Args)]
pub(super) struct RunnerRegistration {
    #[command(flatten)]
    place: Anywhere,

    /// How many runners it registers at most; else as many as one likes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    uses: Option<u32>,

    /// What the token is called; made up where it is missing
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with the token
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// The date on which it is dead from 00:00 UTC on, or a life: 2027-01-31, 30d, 2w, 6mo, 1y, never
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    /// If FILE of `--to` holds the live secret of just this grant, do nothing
    #[arg(long, requires = "to")]
    if_not_exists: bool,

    #[command(flatten)]
    handing: Handing,
}

impl RunnerRegistration {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let grant = Grant {
            kind: Kind::RunnerRegistration,
            place: self.place.or_default(desk)?,
            name: self.name.clone(),
            note: self.note.clone(),
            scopes: ScopeSet::NONE,
            expires: self.expires.clone(),
            username: None,
            use_limit: self.uses,
        };
        let common = Common {
            name: self.name,
            note: self.note,
            scopes: Vec::new(),
            expires: self.expires,
            if_not_exists: self.if_not_exists,
            handing: self.handing,
        };
        common.mint(desk, &grant, Form::RunnerRegistration)
    }
}
