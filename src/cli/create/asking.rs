//! What is asked for of a token on the command line, whatever becomes of it: `create` hands its secret over, `exec` lends it
//! to a command.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::{prompt, values};
use crate::domain::error::{Error, Result};
use crate::domain::expiry::parse_end;
use crate::domain::kind::Kind;
use crate::domain::policy::Policy;
use crate::domain::scope::{Scope, ScopeSet};
use crate::ops::grant::{Grant, Where, wrong_scopes};

/// What is special to a kind: where its tokens go, which is found out only if it is asked for, and what else they have.
pub(in crate::cli) struct Special<'o> {
    /// The kind.
    pub(in crate::cli) kind: Kind,
    /// The place that the options name.
    pub(in crate::cli) place: &'o dyn Fn() -> Result<Where>,
    /// The username of a deploy token.
    pub(in crate::cli) username: Option<String>,
    /// The use limit of a registration token.
    pub(in crate::cli) use_limit: Option<u32>,
}

impl<'o> Special<'o> {
    pub(in crate::cli) fn new(kind: Kind, place: &'o dyn Fn() -> Result<Where>) -> Self {
        Self { kind, place, username: None, use_limit: None }
    }
}

/// What becomes of a token, with the options that go with it.
pub(in crate::cli) trait Purpose: clap::Args {
    /// Whether more is asked for than scopes, where it is missing and somebody is there.
    const ASKS: bool;

    /// Makes what these options and the kind's own ask for, and does with it what it is for.
    fn run(&self, desk: &Desk<'_>, special: Special<'_>) -> anyhow::Result<Exit>;
}

/// The option of every kind with scopes.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Scopes {
    /// What the token may do; several by commas or by repeating the option
    #[arg(short, long = "scope", value_name = "SCOPE", value_delimiter = ',', value_parser = values::scopes())]
    scopes: Vec<Scope>,
}

/// The options by which a token is known again.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::cli) struct Naming {
    /// What the token is called; without it, a name is made up
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,

    /// A free text kept with the token
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Option<String>,
}

impl Scopes {
    /// Returns the scopes that are named, whether they fit a kind or not.
    pub(in crate::cli) fn named(&self) -> ScopeSet {
        ScopeSet::of(&self.scopes)
    }
}

/// Returns the scopes that are named; asks for them where they are missing and somebody is there.
///
/// # Errors
/// As [`named_scopes`].
pub(in crate::cli) fn named_or_asked(desk: &Desk<'_>, kind: Kind, named: ScopeSet) -> Result<ScopeSet> {
    if named.is_empty() && !kind.scopes().is_empty() && desk.may_ask() {
        return prompt::scopes(desk, kind.scopes());
    }
    named_scopes(kind, named)
}

/// Checks the scopes that are named for a kind.
///
/// # Errors
/// `Usage` where there is none, and the kind has some, or where one is no scope of the kind.
pub(super) fn named_scopes(kind: Kind, named: ScopeSet) -> Result<ScopeSet> {
    if !named.is_within(kind.scopes()) {
        return Err(wrong_scopes(kind, named));
    }
    if named.is_empty() && !kind.scopes().is_empty() {
        return Err(Error::usage("no scope is named, and a token without scopes opens nothing")
            .hint(format!("add `--scope SCOPE`, one or more of {}", kind.scopes().words().join(", "))));
    }
    Ok(named)
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

impl Naming {
    /// Makes a grant under this name, without a scope and without an end.
    pub(in crate::cli) fn grant(&self, kind: Kind, place: Where) -> Grant {
        Grant {
            kind,
            place,
            name: self.name.clone(),
            note: self.note.clone(),
            scopes: ScopeSet::NONE,
            expires: None,
            life: None,
            username: None,
            use_limit: None,
        }
    }
}
