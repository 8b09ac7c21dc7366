//! What is asked for of a token on the command line, whatever becomes of it: `create` hands its secret over, `exec` lends it
//! to a command.

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::{prompt, values};
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::scope::{Scope, ScopeSet};
use crate::ops::grant::{Grant, Where, wrong_scopes};

/// What becomes of a grant, with the options that go with it.
pub(in crate::cli) trait Purpose: clap::Args {
    /// Whether more is asked for than scopes, where it is missing and somebody is there.
    const ASKS: bool;

    /// Makes the grant of these options.
    fn grant(&self, desk: &Desk<'_>, kind: Kind, place: Where) -> Result<Grant>;

    /// Carries out what the token is for.
    fn fulfil(&self, desk: &Desk<'_>, grant: &Grant) -> anyhow::Result<Exit>;
}

/// The option of every kind with scopes.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Scopes {
    /// What the token may do; several by commas or by repeating the option
    #[arg(short, long = "scope", value_name = "SCOPE", value_delimiter = ',', value_parser = values::scopes())]
    scopes: Vec<Scope>,
}

/// The options by which a token is known again.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Naming {
    /// What the token is called; without it, a name is made up
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with the token
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Scopes {
    /// Says whether none is named, so that they are asked for.
    pub(super) fn are_missing(&self) -> bool {
        self.scopes.is_empty()
    }

    /// Returns the scopes that are named; asks for them where they are missing and somebody is there.
    ///
    /// # Errors
    /// `Usage` for a scope that the kind does not have, and for none.
    pub(in crate::cli) fn named_or_asked(&self, desk: &Desk<'_>, kind: Kind) -> Result<ScopeSet> {
        let named = ScopeSet::of(&self.scopes);
        if !named.is_within(kind.scopes()) {
            Err(wrong_scopes(kind, named))
        } else if !named.is_empty() {
            Ok(named)
        } else if desk.may_ask() {
            prompt::scopes(desk, kind.scopes())
        } else {
            Err(Error::usage("no scope is named, and a token without scopes opens nothing")
                .hint(format!("add `--scope SCOPE`, one or more of {}", kind.scopes().words().join(", "))))
        }
    }
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
