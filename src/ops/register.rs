//! New runners: registered by a registration secret, or made by an admin.

use serde_json::json;

use super::grant::Grant;
use super::mint::{Minted, describe, draw, with_names};
use super::present::Presented;
use super::runner::{event, no_runner};
use super::verify::Request;
use super::{Authority, Changed, Delivery, find};
use crate::domain::access::Access;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::runner::Settings;
use crate::domain::secret::Form;
use crate::domain::token::Belonging;
use crate::domain::user::User;
use crate::store::{Listed, NewToken, Writing};

/// A registration secret that is presented, and what it is to register.
pub struct Registration<'s> {
    /// The secret.
    pub secret: &'s [u8],
    /// The runner.
    pub settings: &'s Settings,
}

impl Authority<'_> {
    /// Registers a runner on the authority of a registration secret; whoever presents it needs no role.
    ///
    /// # Errors
    /// `Denied` where the secret does not open `runner:register`, `Delivery` where the runner's secret did not reach its
    /// reader, `Store` and `Clock`. Nothing is used up then.
    pub fn register_runner(
        &self,
        registration: &Registration<'_>,
        delivery: &mut Delivery<'_, Minted>,
    ) -> Result<Minted> {
        self.on_authority_of(registration.secret, |secret| {
            self.deliver(delivery, |writing, actor| register(writing, actor, secret, registration.settings))
        })
    }

    /// Says what [`Self::register_runner`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::register_runner`], but for those of the delivery.
    pub fn rehearse_register_runner(&self, registration: &Registration<'_>) -> Result<Listed> {
        self.on_authority_of(registration.secret, |secret| {
            self.try_out(|writing, actor| {
                Self::check_clock(writing)?;
                register(writing, actor, secret, registration.settings)
            })
            .map(|minted| minted.listed)
        })
    }

    /// Makes a runner without a registration secret.
    ///
    /// # Errors
    /// `NotFound`, `Refused` for whoever is no admin, `Conflict` for a name that is taken; `Delivery`, `Store`, `Clock`.
    pub fn create_runner(
        &self,
        grant: &Grant,
        settings: &Settings,
        delivery: &mut Delivery<'_, Minted>,
    ) -> Result<Minted> {
        grant.check(self.now())?;
        self.deliver(delivery, |writing, actor| create(writing, actor, grant, settings))
    }

    /// Says what [`Self::create_runner`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::create_runner`], but for those of the delivery.
    pub fn rehearse_create_runner(&self, grant: &Grant, settings: &Settings) -> Result<Listed> {
        grant.check(self.now())?;
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            create(writing, actor, grant, settings)
        })
        .map(|minted| minted.listed)
    }
}

fn register(
    writing: &Writing<'_>,
    actor: &User,
    secret: Presented<'_>,
    settings: &Settings,
) -> Result<Changed<Minted>> {
    let request = Request { access: Some(Access::RunnerRegister), ..Request::default() };
    let token = secret.allowed(writing, &request)?;
    // The limit is checked once more where it is counted, in the same statement.
    if !writing.use_up(token.id)? {
        return Err(Error::denied());
    }
    add(writing, actor, token.boundary, settings, &New { registered_by: Some(token.id), name: None, note: None })
}

/// Makes a runner without a registration secret.
pub(super) fn create(
    writing: &Writing<'_>,
    actor: &User,
    grant: &Grant,
    settings: &Settings,
) -> Result<Changed<Minted>> {
    let boundary = find::boundary(writing, actor, &grant.place)?;
    grant.check_given(writing, actor, boundary)?;
    let new = New { registered_by: None, name: grant.name.as_deref(), note: grant.note.as_deref() };
    add(writing, actor, boundary, settings, &new)
}

/// What is said of a runner's token.
struct New<'n> {
    registered_by: Option<TokenId>,
    name: Option<&'n str>,
    note: Option<&'n str>,
}

fn add(
    writing: &Writing<'_>,
    actor: &User,
    boundary: Boundary,
    settings: &Settings,
    new: &New<'_>,
) -> Result<Changed<Minted>> {
    let id = writing.insert_runner(boundary, settings, new.registered_by)?;
    let runner = writing.runner(id)?.ok_or_else(|| no_runner(id))?;
    let secret = draw(Form::Runner)?;
    let token = NewToken {
        name: new.name,
        note: new.note,
        of: Belonging::Runner(id),
        ..NewToken::new(Kind::Runner, secret.digest(), boundary)
    };
    let token = writing.insert_token(&token, actor.id)?;
    let action = if new.registered_by.is_some() { "runner.register" } else { "runner.add" };
    let told = json!({
        "tags": runner.tags,
        "run_untagged": runner.run_untagged,
        "locked": runner.locked,
        "access_level": runner.access_level.word(),
        "maximum_timeout": runner.maximum_timeout,
        "registered_by": new.registered_by.map(|id| id.0),
    });
    let listed = with_names(writing, token)?;
    let token = &listed.token;
    let changes = vec![
        event(action, &runner).after(told.to_string()),
        Change::of("token.create", "token", token.id.0, &token.name).within(boundary).after(describe(&listed)),
    ];
    Ok((Minted { listed, secret, further: None }, changes))
}
