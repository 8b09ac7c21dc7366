//! What the files of the kinds share: the options of `create`, the grant they make, and its minting.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::{HANDING, Handing, Handover, digest_in, explain_existing, record, rehearsed, unwritten};
use crate::cli::{prompt, values};
use crate::domain::error::{Error, Result};
use crate::domain::expiry::parse_end;
use crate::domain::kind::Kind;
use crate::domain::policy::Policy;
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::secret::Form;
use crate::domain::token::State;
use crate::ops::grant::{Grant, Where, wrong_scopes};
use crate::ops::list;
use crate::render::{self, Format};

/// The options of every kind with scopes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Scoped {
    /// What the token may do; several by commas or by repeating the option
    #[arg(short, long = "scope", value_name = "SCOPE", value_delimiter = ',', value_parser = values::scopes())]
    scopes: Vec<Scope>,

    #[command(flatten)]
    common: Common,
}

/// The options of every kind.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Common {
    /// Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    /// What the token is called; without it, a name is made up
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with the token
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Do nothing if the FILE of `--to` holds the live secret of just this grant already
    #[arg(long, requires = "to", help_heading = HANDING, display_order = 91)]
    if_not_exists: bool,

    #[command(flatten)]
    handing: Handing,
}

impl Scoped {
    /// Makes the grant of these options, asking for the scopes where they are missing and somebody is there.
    pub(super) fn grant(&self, desk: &Desk<'_>, kind: Kind, place: Where) -> Result<Grant> {
        let named = ScopeSet::of(&self.scopes);
        let grant = self.common.grant(kind, place);
        if !named.is_within(kind.scopes()) {
            return Err(wrong_scopes(kind, named));
        }
        if !named.is_empty() {
            return Ok(Grant { scopes: named, ..grant });
        }
        if !desk.may_ask() {
            return Err(Error::usage("no scope is named, and a token without scopes opens nothing")
                .hint(format!("add `--scope SCOPE`, one or more of {}", kind.scopes().words().join(", "))));
        }
        let scopes = prompt::scopes(desk, kind.scopes())?;
        // Whoever answers one question can answer a second; without any, a token has no end.
        let expires = match grant.expires {
            None if kind.is_dated() => Some(ask_end(desk)?),
            named => named,
        };
        Ok(Grant { scopes, expires, ..grant })
    }

    /// Mints what is granted, or says what would be minted.
    pub(super) fn mint(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit> {
        self.common.mint(desk, grant)
    }
}

/// The end that is offered, where no policy demands an earlier one.
const USUAL_LIFE: &str = "90d";

/// Asks for the end of a token.
pub(super) fn ask_end(desk: &Desk<'_>) -> Result<String> {
    let now = (desk.world.clock)();
    let end_of = |life: &str| parse_end(life, now).ok().flatten();
    let policies = desk.authority()?.policies()?;
    let longest = policies.into_iter().find(|setting| setting.policy == Policy::MaxLife).map(|setting| setting.value);
    let offered = longest.filter(|life| end_of(life).is_some_and(|end| Some(end) < end_of(USUAL_LIFE)));
    let offered = offered.as_deref().unwrap_or(USUAL_LIFE);
    prompt::text(desk, "When does it end? A date, a life as in 30d, or never", Some(offered), |text| {
        parse_end(text, now)
    })
}

impl Common {
    /// Makes the grant of these options, without a scope.
    pub(super) fn grant(&self, kind: Kind, place: Where) -> Grant {
        Grant {
            kind,
            place,
            name: self.name.clone(),
            note: self.note.clone(),
            scopes: ScopeSet::NONE,
            expires: self.expires.clone(),
            username: None,
            use_limit: None,
        }
    }

    /// Mints what is granted, or says what would be minted.
    pub(super) fn mint(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit> {
        let handing = &self.handing;
        if self.if_not_exists && self.finds(desk, grant)? {
            return Ok(Exit::Done);
        }
        if handing.dry_run {
            let authority = desk.authority()?;
            let listed = authority.rehearse_mint(grant)?;
            desk.pass_on(&authority);
            rehearsed(desk, handing, listed, "nothing was made")?;
            return Ok(Exit::Done);
        }
        let handover = Handover::prepare(desk, handing, Form::longest(grant.kind));
        let handover = match handover {
            Ok(handover) => handover,
            Err(error) => return Err(explain_existing(&desk.authority()?, handing, error).into()),
        };
        let authority = desk.authority()?;
        let minted = handover.carry_out(|delivery| authority.mint(grant, delivery));
        desk.pass_on(&authority);
        let listed = minted?.listed;
        desk.note_lines(&format!(
            "made {}\n{}; `tokctl revoke {}` takes it back",
            render::tokens::account(&listed),
            Handover::whereabouts(handing),
            listed.token.id
        ));
        Ok(Exit::Done)
    }

    /// Says whether the file of `--to` holds the live secret of just this grant already.
    fn finds(&self, desk: &Desk<'_>, grant: &Grant) -> Result<bool> {
        let Some(path) = self.handing.to.as_ref().filter(|path| path.symlink_metadata().is_ok()) else {
            return Ok(false);
        };
        let authority = desk.authority()?;
        let found = digest_in(path).map(|digest| authority.find_grant(grant, &digest)).transpose()?.flatten();
        match found {
            Some(listed) => {
                desk.note(&format!(
                    "nothing to do: {} holds the live secret of token {}",
                    path.display(),
                    listed.token.id
                ));
                if desk.globals.format() == Some(Format::Json) {
                    let entry = list::Entry { state: State::Active, listed, veiled: false };
                    desk.print(&record(&entry)?).map_err(|error| unwritten(&error))?;
                }
                Ok(true)
            }
            None => Err(explain_existing(
                &authority,
                &self.handing,
                Error::conflict(format!(
                    "{} is there, and does not hold the live secret of just this grant",
                    path.display()
                ))
                .hint("name another file, or move that one away"),
            )),
        }
    }
}
