//! What the files of the kinds share under `create`: its options, the grant they make, and its minting.

use super::asking::{Naming, Purpose, Scopes, Special};
use super::many::{self, Many, Way};
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::held::digest_in;
use crate::cli::handover::many::Apart;
use crate::cli::handover::{HANDING, Handing, Handover, explain_existing, record, rehearsed, say_made, unwritten};
use crate::domain::error::{Error, Result};
use crate::domain::scope::ScopeSet;
use crate::domain::secret::Form;
use crate::domain::token::State;
use crate::ops::grant::Grant;
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
    many: Many,

    #[command(flatten)]
    handing: Handing,

    #[command(flatten)]
    apart: Apart,
}

impl Purpose for Scoped {
    const ASKS: bool = true;

    fn run(&self, desk: &Desk<'_>, special: Special<'_>) -> anyhow::Result<Exit> {
        self.common.mint_with(desk, self.scopes.named(), special)
    }
}

impl Purpose for Common {
    const ASKS: bool = true;

    fn run(&self, desk: &Desk<'_>, special: Special<'_>) -> anyhow::Result<Exit> {
        self.mint_with(desk, ScopeSet::NONE, special)
    }
}

impl Common {
    fn mint_with(&self, desk: &Desk<'_>, scopes: ScopeSet, special: Special<'_>) -> anyhow::Result<Exit> {
        let mut template = Template::new(desk, special, scopes, &self.naming, self.expires.as_deref());
        match self.many.batch(desk, &self.apart, &mut template)? {
            Some(batch) => {
                let way = Way { handing: &self.handing, apart: &self.apart, if_not_exists: self.if_not_exists };
                many::mint(desk, &way, &batch)
            }
            None => self.mint(desk, &template.grant()?),
        }
    }

    /// Mints what is granted, or says what would be minted.
    fn mint(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit> {
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
                let state = listed.token.state((desk.world.clock)());
                if state == State::Suspended {
                    let id = listed.token.id;
                    desk.note(&format!(
                        "token {id} is suspended and opens nothing; `tokctl resume {id}` brings it back"
                    ));
                }
                if desk.globals.format() == Some(Format::Json) {
                    let entry = list::Entry { state, ..list::Entry::active(listed) };
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
