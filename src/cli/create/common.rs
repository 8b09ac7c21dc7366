//! What the files of the kinds share under `create`: its options, the grant they make, and its minting.

use super::asking::{Naming, Purpose, Scopes};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::held::digest_in;
use crate::cli::handover::{HANDING, Handing, Handover, explain_existing, record, rehearsed, say_made, unwritten};
use crate::cli::prompt;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::parse_end;
use crate::domain::kind::Kind;
use crate::domain::policy::Policy;
use crate::domain::secret::Form;
use crate::domain::token::State;
use crate::ops::grant::{Grant, Where};
use crate::ops::list;
use crate::render::Format;

/// The options of every kind with scopes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Scoped {
    #[command(flatten)]
    scopes: Scopes,

    #[command(flatten)]
    common: Common,
}

/// The options of every kind.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Common {
    /// Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    #[command(flatten)]
    naming: Naming,

    /// Do nothing if the FILE of `--to` holds the live secret of just this grant already
    #[arg(long, requires = "to", help_heading = HANDING, display_order = 91)]
    if_not_exists: bool,

    #[command(flatten)]
    handing: Handing,
}

impl Purpose for Scoped {
    const ASKS: bool = true;

    fn grant(&self, desk: &Desk<'_>, kind: Kind, place: Where) -> Result<Grant> {
        let scopes = self.scopes.named_or_asked(desk, kind)?;
        let grant = self.common.grant(desk, kind, place)?;
        // Whoever answers one question can answer a second; without any, a token has no end.
        let expires = match grant.expires {
            None if self.scopes.are_missing() && kind.is_dated() => Some(ask_end(desk)?),
            named => named,
        };
        Ok(Grant { scopes, expires, ..grant })
    }

    fn fulfil(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit> {
        self.common.fulfil(desk, grant)
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

impl Purpose for Common {
    const ASKS: bool = true;

    fn grant(&self, _: &Desk<'_>, kind: Kind, place: Where) -> Result<Grant> {
        Ok(Grant { expires: self.expires.clone(), ..self.naming.grant(kind, place) })
    }

    /// Mints what is granted, or says what would be minted.
    fn fulfil(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit> {
        let handing = &self.handing;
        handing.check(desk, grant.kind, grant.scopes)?;
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
        let end = format!("`tokctl revoke {}` takes it back", listed.token.id);
        say_made(desk, handing, &listed, "made ", &end);
        Ok(Exit::Done)
    }
}

impl Common {
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
