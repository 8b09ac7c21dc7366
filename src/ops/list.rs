//! Listing: which tokens there are, as far as the caller may see them.

mod entry;

use super::world::World;
use super::{Authority, Key, enabled, find, lineage, passwords};
use crate::domain::access::Access;
use crate::domain::alarm::Alarm;
use crate::domain::decision::least_role;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::{self, Life};
use crate::domain::id::{JobId, TokenId};
use crate::domain::kind::Kind;
use crate::domain::moment::Moment;
use crate::domain::permission::Deed;
use crate::domain::place::Home;
use crate::domain::record::Tally;
use crate::domain::refresh::RefreshState;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, Token};
use crate::domain::usage::{Denial, Idle};
use crate::domain::user::{User, UserKind};
use crate::store::{Authored, Lives, Order, Reach, Reading, Selection};

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
    /// Live ones whose end comes within this life.
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

/// Everything there is to say of one token.
#[derive(Clone, Debug)]
pub struct Portrait {
    /// The token.
    pub entry: Entry,
    /// The token that took its place.
    pub successor: Option<TokenId>,
    /// Who took it away.
    pub revoked_by: Option<String>,
    /// What only a deploy key has.
    pub key: Option<Key>,
    /// The bot user that revoking it deletes.
    pub bot: Option<Bot>,
    /// The live tokens that revoking it would end too.
    pub takes_along: Vec<TokenId>,
    /// The name of the application that it was given to.
    pub app: Option<String>,
    /// How it is with its refresh secret, where it has one.
    pub refresh: Option<RefreshState>,
    /// What was seen of it and should not have been.
    pub alarms: Vec<Alarm>,
    /// For which reasons uses of it were denied.
    pub denials: Vec<Denial>,
    /// The running jobs that have a password of it.
    pub jobs: Vec<JobId>,
    /// The present, as the store counts it.
    pub now: Timestamp,
}

/// A bot user that leaves with the last token of his, and what of his goes to the Ghost User.
#[derive(Clone, Debug)]
pub struct Bot {
    /// His username.
    pub username: String,
    /// What he authored.
    pub records: Tally,
}

/// Returns the bot user of a project access token, where no other token of his lives on when this one is revoked.
fn bot_of(reading: &Reading<'_>, token: &Token) -> Result<Option<Bot>> {
    let (Kind::ProjectAccess, Some(holder)) = (token.kind, token.holder) else { return Ok(None) };
    let Some(bot) = reading.user(holder)?.filter(|user| user.kind == UserKind::Bot) else { return Ok(None) };
    let falling = lineage::falls_with(reading, token)?;
    let stays = |other: &Token| other.id != token.id && !falling.contains(&other.id);
    if token.revocation.is_some() || reading.live_tokens_acting_as(bot.id)?.iter().any(stays) {
        return Ok(None);
    }
    Ok(Some(Bot { username: bot.username, records: reading.authored_by(bot.id, Authored::Everything)? }))
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
            States::Expiring(within) => {
                let end = expiry::parse_life(within)?.end_from(world.now())?;
                Lives::ExpiringBefore(end.unwrap_or(Timestamp::MAX))
            }
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
        let listed = self.read(|reading, actor| {
            let selection = filter.resolve(reading, actor)?;
            let now = selection.past.unwrap_or(reading.now);
            reading.select(&selection, order, |listed| {
                let placed = match selection.past {
                    Some(_) => enabled::placed_then(reading, actor, listed)?,
                    None => enabled::placed(reading, Some(actor), listed)?,
                };
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

    /// Shows one token.
    ///
    /// # Errors
    /// `NotFound` where it is not there or out of sight, `Conflict` where its name is not unique, `Store`.
    pub fn show(&self, which: &Which) -> Result<Portrait> {
        let shown = self.read(|reading, actor| {
            let id = find::id(reading, actor, which)?;
            find::token(reading, actor, id, Deed::See)?;
            let listed = reading.listed(id)?.ok_or_else(|| Error::no_token(id))?;
            let entry = Entry::of(enabled::placed(reading, Some(actor), listed)?, actor, reading.now);
            let revoked_by = match &entry.listed.token.revocation {
                Some(revocation) => reading.username(revocation.by)?,
                None => None,
            };
            let token = &entry.listed.token;
            let (app, refresh) = match token.of {
                Belonging::App(id) => (reading.app_name(id)?, reading.refresh_state(token)?),
                _ => (None, None),
            };
            Ok(Portrait {
                app,
                refresh,
                successor: reading.successor(id)?.map(|token| token.id),
                revoked_by,
                key: enabled::key(reading, Some(actor), id)?,
                bot: bot_of(reading, token)?,
                takes_along: lineage::falls_with(reading, &entry.listed.token)?,
                alarms: reading.alarms_of(id)?,
                denials: reading.denials_of(id)?,
                jobs: passwords::holders(reading, token)?,
                now: reading.now,
                entry,
            })
        })?;
        shown.ok_or_else(|| match which {
            Which::Id(id) => Error::no_token(*id),
            Which::Name(name, _) => Error::not_found(format!("there is no token `{name}`")),
        })
    }
}
