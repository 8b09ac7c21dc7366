//! What one of many is to be: a token of any kind, with what its kind needs.

use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::job::hard_end;
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::runner::Settings;
use crate::domain::scope::ScopeSet;
use crate::domain::ssh_key::PublicKey;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::ops::grant::{Grant, Where, namesake};
use crate::ops::job::{Start, begin};
use crate::ops::mint::{Giving, Minted, made_by, with_names};
use crate::ops::oauth::{self, Consent};
use crate::ops::{Changed, add_key, enabled, find, keys, register};
use crate::store::Listed;

/// Says what one of many is to be.
#[derive(Clone)]
pub enum Wanted {
    /// A token that is its grant and no more.
    Token(Grant),
    /// A pair for an application.
    Pair(Consent),
    /// A deploy key.
    Key(NewKey),
    /// A runner with its token, made without a registration secret.
    Runner(Grant, Settings),
    /// A job with its token, which an operator starts.
    Job(Box<Start<'static>>),
}

/// Says which deploy key is to be added, and where.
#[derive(Clone)]
pub struct NewKey {
    /// The public half.
    pub key: PublicKey,
    /// Its name, its end, and its first project.
    pub grant: Grant,
    /// The paths of the other projects it is enabled in.
    pub further: Vec<String>,
    /// Whether it pushes to them too.
    pub can_push: bool,
}

/// One that was made.
pub(super) enum Made {
    /// With a secret.
    Minted(Minted),
    /// A deploy key, which has none.
    Key(Listed),
}

impl Wanted {
    /// Returns the kind of its token.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Token(grant) => grant.kind,
            Self::Pair(_) => Kind::Oauth,
            Self::Key(_) => Kind::DeployKey,
            Self::Runner(..) => Kind::Runner,
            Self::Job(_) => Kind::Job,
        }
    }

    /// Returns the scopes that its token opens things by, as far as they are known beforehand.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet {
        match self {
            Self::Token(grant) => grant.scopes,
            Self::Pair(_) => Kind::Oauth.scopes(),
            Self::Key(_) | Self::Runner(..) | Self::Job(_) => ScopeSet::NONE,
        }
    }

    /// Returns the same under another name.
    #[must_use]
    pub fn called(&self, name: Option<String>) -> Self {
        let mut wanted = self.clone();
        match &mut wanted {
            Self::Token(grant) | Self::Runner(grant, _) | Self::Key(NewKey { grant, .. }) => grant.name = name,
            Self::Pair(consent) => consent.name = name,
            // A job has a number, and no name.
            Self::Job(_) => {}
        }
        wanted
    }

    /// Checks what can be checked without the store.
    pub(super) fn check(&self, now: Timestamp) -> Result<()> {
        match self {
            Self::Token(grant) | Self::Runner(grant, _) | Self::Key(NewKey { grant, .. }) => grant.check(now),
            Self::Job(start) => hard_end(start.life, None, None, now).map(|_| ()),
            // Its scopes are those of its application, which the store knows.
            Self::Pair(_) => Ok(()),
        }
    }

    /// Makes it as one of many; the line is where it was read, if it was.
    pub(super) fn make(&self, giving: &mut Giving<'_, '_>, line: Option<u64>) -> Result<(Made, Vec<Change>)> {
        let (writing, actor) = giving.parties();
        if let Some(error) = self.in_its_way(giving)? {
            return Err(error);
        }
        let (minted, changes) = match self {
            Self::Token(grant) => {
                let (minted, changes) = giving.give(grant, line)?;
                return Ok((Made::Minted(minted), changes));
            }
            Self::Key(new) => {
                let (listed, changes) = add(new, giving)?;
                giving.made(listed.token.id, line);
                return Ok((Made::Key(listed), changes));
            }
            Self::Pair(consent) => oauth::mint(writing, actor, consent)?,
            Self::Runner(grant, settings) => register::create(writing, actor, grant, settings)?,
            Self::Job(start) => {
                let (started, changes) = begin(writing, actor, start, None)?;
                (started.minted, changes)
            }
        };
        giving.made(minted.listed.token.id, line);
        Ok((Made::Minted(minted), changes))
    }

    /// Returns the error for another of the many that has its name there, or is the same key.
    fn in_its_way(&self, giving: &Giving<'_, '_>) -> Result<Option<Error>> {
        let (writing, actor) = giving.parties();
        let myself = Where::Myself;
        let (place, name) = match self {
            Self::Token(_) | Self::Job(_) => return Ok(None),
            Self::Pair(Consent { user, name, .. }) => (&user.clone().map_or(myself, Where::User), name),
            Self::Runner(grant, _) => (&grant.place, &grant.name),
            Self::Key(NewKey { key, grant, .. }) => {
                let known = writing.presented(&key.digest)?;
                if let Some(maker) = known.and_then(|known| giving.maker(known.token.id)) {
                    return Ok(Some(Error::conflict(format!("{maker} adds this key already"))));
                }
                (&grant.place, &grant.name)
            }
        };
        let Some(name) = name else { return Ok(None) };
        let boundary = find::boundary(writing, actor, place)?;
        let is_live = |token: &Token| token.state(writing.now).is_live();
        let other = match (self, boundary) {
            (Self::Key(_), Boundary::Project(project)) => writing.keys_named(project, name)?.into_iter().find(is_live),
            _ => namesake(writing, self.kind(), boundary, name)?,
        };
        Ok(other.and_then(|other| giving.maker(other.id).map(|maker| made_by(&maker, &other))))
    }
}

/// Adds a deploy key to each of its projects.
fn add(new: &NewKey, giving: &Giving<'_, '_>) -> Result<Changed<Listed>> {
    let (writing, actor) = giving.parties();
    let (token, mut changes) = add_key::insert(writing, actor, &new.key, &new.grant, new.can_push)?;
    for path in &new.further {
        changes.extend(keys::enable(writing, actor, token.id, path, new.can_push)?.1);
    }
    Ok((enabled::placed(writing, Some(actor), with_names(writing, token)?)?, changes))
}
