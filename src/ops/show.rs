//! Showing one token: its life on a page.

mod trail;

use super::list::Entry;
use super::{Authority, Key, enabled, find, lineage, passwords, verify};
use crate::domain::alarm::Alarm;
use crate::domain::error::{Error, Result};
use crate::domain::id::{JobId, TokenId};
use crate::domain::kind::Kind;
use crate::domain::permission::Deed;
use crate::domain::reason::Reason;
use crate::domain::record::Tally;
use crate::domain::refresh::RefreshState;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, State, Token};
use crate::domain::usage::Denial;
use crate::domain::used::UsedIn;
use crate::domain::user::UserKind;
use crate::store::{Authored, Reading, Recorded};

pub use super::find::Which;

/// Everything there is to say of one token.
#[derive(Clone, Debug)]
pub struct Portrait {
    /// The token.
    pub entry: Entry,
    /// What stops it, whatever is asked of it: its state, its holder, a policy.
    pub stop: Option<Reason>,
    /// It with those whose place it took and those that took its place, the oldest first.
    pub lineage: Vec<Kin>,
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
    /// The path of the one project that it was used in, as far as its uses were noted.
    pub used_in: Option<String>,
    /// The last that happened to it, the oldest first; `None` for whoever may not read the trail.
    pub trail: Option<Vec<Recorded>>,
    /// The present, as the store counts it.
    pub now: Timestamp,
}

/// A token in the lineage of another.
#[derive(Clone, Debug)]
pub struct Kin {
    /// Its number.
    pub id: TokenId,
    /// Its state.
    pub state: State,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: String,
    /// The token that it took the place of.
    pub predecessor: Option<TokenId>,
    /// When another took its place.
    pub rotated_at: Option<Timestamp>,
    /// When it was taken away.
    pub revoked_at: Option<Timestamp>,
}

/// A bot user that leaves with its last token, and what of it goes to the Ghost User.
#[derive(Clone, Debug)]
pub struct Bot {
    /// Its username.
    pub username: String,
    /// What it authored.
    pub records: Tally,
}

/// Returns the bot user of a project access token, where no other token of its lives on when this one is revoked.
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

/// Returns a token with those whose place it took and those that took its place, the oldest first.
fn kin(reading: &Reading<'_>, id: TokenId) -> Result<Vec<Kin>> {
    let (ids, _) = reading.lineage_of_token(id)?;
    let mut kin = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(token) = reading.token(id)? else { continue };
        kin.push(Kin {
            id,
            state: token.state(reading.now),
            created_at: token.created_at,
            created_by: reading.username(token.created_by)?.unwrap_or_else(|| "?".into()),
            predecessor: token.predecessor,
            rotated_at: token.rotated_at,
            revoked_at: token.revocation.map(|revocation| revocation.at),
        });
    }
    Ok(kin)
}

impl Portrait {
    /// Returns the token that took its place.
    #[must_use]
    pub fn successor(&self) -> Option<&Kin> {
        self.successor_of(self.entry.listed.token.id)
    }

    /// Returns the one of its lineage that took the place of another.
    #[must_use]
    pub fn successor_of(&self, id: TokenId) -> Option<&Kin> {
        self.lineage.iter().find(|kin| kin.predecessor == Some(id))
    }
}

impl Authority<'_> {
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
                stop: verify::stop(reading, token)?,
                lineage: kin(reading, id)?,
                revoked_by,
                key: enabled::key(reading, Some(actor), id)?,
                bot: bot_of(reading, token)?,
                takes_along: lineage::falls_with(reading, &entry.listed.token)?,
                alarms: reading.alarms_of(id)?,
                denials: reading.denials_of(id)?,
                jobs: passwords::holders(reading, token)?,
                used_in: match token.used.place {
                    UsedIn::One(project) => reading.project_path(project)?,
                    UsedIn::Nowhere | UsedIn::Several => None,
                },
                trail: if actor.admin { Some(trail::last(reading, token)?) } else { None },
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
