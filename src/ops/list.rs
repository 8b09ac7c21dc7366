//! Listing: which tokens there are, as far as the caller may see them.

mod entry;

use super::world::World;
use super::{Authority, enabled};
use crate::domain::access::Access;
use crate::domain::decision::least_role;
use crate::domain::error::Result;
use crate::domain::expiry::Life;
use crate::domain::horizon::horizon;
use crate::domain::kind::Kind;
use crate::domain::moment::Moment;
use crate::domain::place::Home;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::domain::usage::Idle;
use crate::domain::user::User;
use crate::store::{Lives, Order, Reach, Reading, Selection};

pub use self::entry::Entry;
pub use super::find::Which;
pub use crate::store::{Order as By, Stopped};

/// Says which states are asked for, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum States {
    /// Active and suspended ones, and OAuth tokens whose refresh secret can still be used.
    #[default]
    Live,
    /// All there are and were.
    All,
    /// Those whose end has come, that were not revoked, and that cannot be renewed by a refresh secret.
    Expired,
    /// Live ones whose end comes within this life, or until then.
    Expiring(String),
    /// Live ones that are stopped.
    Suspended,
    /// Those that were revoked.
    Revoked,
    /// Those in any of several states.
    Any {
        /// Those of [`Self::Expired`].
        expired: bool,
        /// Those of [`Self::Suspended`].
        suspended: bool,
        /// Those of [`Self::Revoked`].
        revoked: bool,
    },
}

/// Says which tokens are meant, by the names of things.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In which states.
    pub states: States,
    /// Whether what is stopped for the time being counts.
    pub stopped: Stopped,
    /// Of which kinds.
    pub kinds: Vec<Kind>,
    /// Carrying every one of these scopes.
    pub scopes: Vec<Scope>,
    /// Opening this access, by kind and scopes.
    pub access: Option<Access>,
    /// Whose boundary is the project of this path, and deploy keys that are enabled in it.
    pub project: Option<String>,
    /// Whose boundary is the group of this path.
    pub group: Option<String>,
    /// Valid in the project of this path.
    pub valid_in: Option<String>,
    /// Acting as the user of this name.
    pub user: Option<String>,
    /// Made by the user of this name.
    pub created_by: Option<String>,
    /// Made before this instant.
    pub created_before: Option<Timestamp>,
    /// Made at this instant or after it.
    pub created_after: Option<Timestamp>,
    /// With a name that matches.
    pub name: Option<glob::Pattern>,
    /// With this text in their note.
    pub note: Option<String>,
    /// As everything was at this moment.
    pub as_of: Option<Moment>,
    /// Made this long ago or longer, and not used since.
    pub unused: Option<Life>,
    /// Never used.
    pub never_used: bool,
}

impl Filter {
    /// Returns which tokens are meant by their last use.
    pub(super) fn idle(&self, now: Timestamp) -> Idle {
        Idle { since: self.unused.and_then(|life| life.begin_before(now)), never: self.never_used }
    }

    /// Turns names into numbers, for whoever asks.
    pub(super) fn resolve(&self, reading: &Reading<'_>, actor: &User) -> Result<Selection> {
        let world = World::of(reading, actor, self.as_of)?;
        let lives = match &self.states {
            States::Live => Lives::Live,
            States::All => Lives::All,
            States::Expired => Lives::Expired,
            States::Suspended => Lives::Suspended,
            States::Revoked => Lives::Revoked,
            States::Any { expired, suspended, revoked } => {
                Lives::Any { expired: *expired, suspended: *suspended, revoked: *revoked }
            }
            States::Expiring(within) => Lives::ExpiringBefore(horizon(within, world.now())?),
        };
        let users = |name: &Option<String>| name.as_ref().map(|name| world.users(name)).transpose();
        let project = |path: &Option<String>| path.as_ref().map(|path| world.project(path)).transpose();
        let valid_in = match project(&self.valid_in)? {
            None => None,
            Some(project) => {
                let (groups, owner) = match project.home {
                    Home::Group(group) => (world.lineage(group)?, None),
                    Home::User(owner) => (Vec::new(), Some(owner)),
                };
                // Without an access: what a verdict asks for that is about none.
                let access = self.access.unwrap_or(Access::ApiRead);
                let least = least_role(access, project.visibility);
                Some(Reach { project: project.id, groups, owner, least })
            }
        };
        Ok(Selection {
            policies: world.policies()?,
            lives,
            stopped: self.stopped,
            kinds: self.kinds.clone(),
            scopes: self.scopes.clone(),
            access: self.access,
            project: project(&self.project)?.map(|project| project.id),
            group: self.group.as_ref().map(|path| world.group(path)).transpose()?,
            valid_in,
            user: users(&self.user)?,
            created_by: users(&self.created_by)?,
            created_before: self.created_before,
            created_after: self.created_after,
            name: self.name.clone(),
            note: self.note.clone(),
            idle: self.idle(reading.now),
            seen_by: (!actor.admin).then_some(actor.id),
            past: world.past(),
        })
    }
}

impl Authority<'_> {
    /// Hands the tokens that are meant to `visit`, one by one, until it says that it has enough. `false`: there is no store
    /// yet at the default place.
    ///
    /// # Errors
    /// `Usage` and `NotFound` where the filter names what is not there, those of `visit`, and `Store`.
    pub fn list(
        &self,
        filter: &Filter,
        order: Order,
        mut visit: impl FnMut(Entry, Timestamp) -> Result<bool>,
    ) -> Result<bool> {
        let mut found = 0;
        let listed = self.read(|reading, actor| {
            let selection = filter.resolve(reading, actor)?;
            let now = selection.past.unwrap_or(reading.now);
            reading.select(&selection, order, |listed| {
                let placed = match selection.past {
                    Some(_) => enabled::placed_then(reading, actor, listed)?,
                    None => enabled::placed(reading, Some(actor), listed)?,
                };
                self.tell_row(&mut found);
                visit(Entry::of(placed, actor, now), now)
            })
        })?;
        Ok(listed.is_some())
    }

    /// Counts the tokens that are meant. `None`: there is no store yet at the default place.
    ///
    /// # Errors
    /// As [`Self::list`].
    pub fn count(&self, filter: &Filter) -> Result<Option<u64>> {
        self.read(|reading, actor| reading.count(&filter.resolve(reading, actor)?))
    }

    /// Returns since when uses are noted. `None`: there is no store yet at the default place.
    ///
    /// # Errors
    /// `Store`.
    pub fn uses_noted_since(&self) -> Result<Option<Timestamp>> {
        Ok(self.read(|reading, _| reading.uses_noted_since())?.flatten())
    }
}
