//! Lending a token to a command: made, handed over, and ended with it.

use std::cell::{OnceCell, RefCell};
use std::ffi::OsString;

use super::ending::Lent;
use super::hand::{FORMS, Hand};
use super::loan::Loan;
use super::outputs::Pipes;
use super::program::Program;
use super::watch::Watch;
use crate::cli::create::asking::{Naming, Purpose, Scopes, Special, named_or_asked};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::handover::{HANDING, host};
use crate::cli::world::World;
use crate::cli::{report, values};
use crate::domain::error::{Error, Result};
use crate::domain::exec::parse_command_life;
use crate::domain::expiry::Life;
use crate::domain::host::Host;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::ops::grant::{Grant, Where};
use crate::ops::mint::Minted;
use crate::ops::{Authority, Delivery};
use crate::render::emit::Emit;
use crate::store::leave_by_closing;

/// The options of every kind.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Lending {
    /// How long it lives at most, from 10s to 24h, should tokctl be killed and not revoke it
    #[arg(long, value_name = "LIFE", default_value = "1h")]
    life: String,

    /// The form in which the command gets the secret; all but `env` are a private file, which a variable names
    #[arg(long, value_name = "FORM", default_value = "env", value_parser = values::emits_of(&FORMS), help_heading = HANDING)]
    emit: Emit,

    /// The host that the secret is for, where the form names one, as in registry.example.com:5050; without it,
    /// TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost
    #[arg(long, value_name = "HOST", value_parser = values::host, help_heading = HANDING)]
    host: Option<Host>,

    /// The command, and its arguments
    #[arg(value_name = "COMMAND", required = true, last = true, num_args = 1..)]
    command: Vec<OsString>,
}

/// The options of every kind that has no scopes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Plain {
    #[command(flatten)]
    naming: Naming,

    #[command(flatten)]
    lending: Lending,
}

/// The options of every kind with scopes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Scoped {
    #[command(flatten)]
    scopes: Scopes,

    #[command(flatten)]
    plain: Plain,
}

impl Purpose for Scoped {
    const ASKS: bool = false;

    fn run(&self, desk: &Desk<'_>, special: Special<'_>) -> anyhow::Result<Exit> {
        let place = (special.place)()?;
        let scopes = named_or_asked(desk, special.kind, self.scopes.named())?;
        self.plain.lend(desk, &Grant { scopes, ..self.plain.grant(special, place)? })
    }
}

impl Purpose for Plain {
    const ASKS: bool = false;

    fn run(&self, desk: &Desk<'_>, special: Special<'_>) -> anyhow::Result<Exit> {
        let place = (special.place)()?;
        self.lend(desk, &self.grant(special, place)?)
    }
}

impl Plain {
    fn grant(&self, special: Special<'_>, place: Where) -> Result<Grant> {
        let Special { kind, username, use_limit, .. } = special;
        Ok(Grant { life: Some(self.lending.life()?), username, use_limit, ..self.naming.grant(kind, place) })
    }

    fn lend(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit> {
        self.lending.lend(desk, grant.kind, grant.scopes, |authority, delivery| authority.mint(grant, delivery))
    }
}

impl Lending {
    /// Returns the longest life.
    pub(super) fn life(&self) -> Result<Life> {
        parse_command_life(&self.life)
    }

    /// Runs the command with what `mint` makes, which is dead when it has ended.
    pub(super) fn lend(
        &self,
        desk: &Desk<'_>,
        kind: Kind,
        scopes: ScopeSet,
        mint: impl FnOnce(&Authority<'_>, &mut Delivery<'_, Minted>) -> Result<Minted>,
    ) -> anyhow::Result<Exit> {
        let world = desk.world;
        Hand::check(self.emit, kind, scopes)?;
        let program = match Program::find(&self.command, world.environment.path.as_deref()) {
            Ok(program) => program,
            Err(unfit) => {
                report::tell(world, &unfit.error);
                return Ok(unfit.exit);
            }
        };
        let host = host::chosen(desk, self.host.as_ref(), self.emit)?;
        let hand = RefCell::new(Hand::new(self.emit, host, &world.environment)?);
        // Nothing of the store is open while the command runs.
        leave_by_closing();
        let authority = desk.authority()?;
        let ready = OnceCell::new();
        let minted = mint(
            &authority,
            &mut Delivery {
                hand_over: &mut |minted| {
                    // A token may be alive from here on, so no signal ends this process any more before the token is dead.
                    // What the command needs is opened beside the store, so that there is room for the store at the end.
                    ready.set((Watch::begin()?, lay_pipes(world)?)).ok();
                    hand.borrow_mut().take(minted)
                },
                wait: &mut || Ok(()),
            },
        );
        desk.pass_on(&authority);
        let minted = minted?;
        let lent = Lent::of(&minted.listed.token);
        let loan = Loan { desk, authority, program, hand: hand.into_inner(), lent };
        Ok(loan.carry_out(minted, ready.into_inner())?)
    }
}

fn lay_pipes(world: &World<'_>) -> Result<Pipes> {
    Pipes::lay(world).map_err(|error| {
        Error::failed("there are no pipes for the command, so no token was made").because(error.to_string())
    })
}
