//! Sweeping: bot users whose tokens have expired leave. They were powerless from that instant on.

use serde_json::json;

use super::farewell::{Farewell, Legacy};
use super::people::admins_only;
use super::revoke::Left;
use super::{Authority, Changed};
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::id::UserId;
use crate::domain::place::Boundary;
use crate::domain::progress::Watch;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::Writing;

/// How long a bot's token has been expired before the bot is swept without being asked for, in seconds.
///
/// Source: the contract, "after a write when a bot has been expired for over 24 h".
const PATIENCE: i64 = 86_400;

/// How many bots leave in one sweep that nobody asked for.
const MOST_BOTS: u32 = 10;

/// How many records may hang on each of them, so that nobody waits for such a sweep. A bot with more is left to
/// `store sweep`.
const MOST_RECORDS: u32 = 10_000;

impl Authority<'_> {
    /// Lets the bots of expired project access tokens go; returns who left.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Store`.
    pub fn sweep(&self) -> Result<Vec<Left>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(Vec::new()))?.unwrap_or_default());
        }
        self.write(|writing, actor| sweep_all(writing, actor, self.watch))
    }

    /// Says what [`Self::sweep`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::sweep`].
    pub fn rehearse_sweep(&self) -> Result<Vec<Left>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(Vec::new()))?.unwrap_or_default());
        }
        self.try_out(|writing, actor| sweep_all(writing, actor, self.watch))
    }

    /// Says whether it is time to look for bots to sweep after the change at hand. What cannot be understood there is no
    /// fault of that change; where it cannot even be read, the engine has taken the change back, and its events are not
    /// written.
    pub(super) fn is_sweep_due(writing: &Writing<'_>) -> bool {
        writing.now.plus(-PATIENCE).is_some_and(|by| writing.is_sweep_due(by).unwrap_or(false))
    }

    /// Sweeps a few bots in passing: in a transaction of its own, behind nobody and not if somebody else is writing. What
    /// cannot be done now is done after another change.
    pub(super) fn sweep_in_passing(&self) {
        let Ok(store) = self.store() else { return };
        let mut gone = Vec::new();
        let is_swept = store.try_write(self.clock, |writing| {
            let actor = self.actor(writing)?;
            let by = writing.now.plus(-PATIENCE).unwrap_or(Timestamp::MIN);
            let bots = writing.bots_to_sweep(by, MOST_BOTS, MOST_RECORDS)?;
            if bots.len() < MOST_BOTS as usize {
                writing.note_swept(by)?;
            }
            let (left, changes) = sweep(writing, &actor.user, bots, &|_| ())?;
            gone = left;
            Ok((self.doer(actor), changes))
        });
        if is_swept {
            self.notices.borrow_mut().swept.append(&mut gone);
        }
    }
}

fn sweep_all(writing: &Writing<'_>, actor: &User, watch: Watch<'_>) -> Result<Changed<Vec<Left>>> {
    admins_only(actor, "sweep the store")?;
    let (gone, mut changes) = sweep(writing, actor, writing.expired_bots(writing.now)?, watch)?;
    if !gone.is_empty() {
        let told = json!({ "count": gone.len() }).to_string();
        changes.push(Change::about("store.sweep", "bots", format!("{} bot users", gone.len())).after(told));
    }
    Ok((gone, changes))
}

/// Sweeps in the transaction at hand. Their tokens stay expired, and are not revoked.
fn sweep(writing: &Writing<'_>, actor: &User, bots: Vec<UserId>, watch: Watch<'_>) -> Result<Changed<Vec<Left>>> {
    let (mut gone, mut changes) = (Vec::new(), Vec::new());
    for id in bots {
        let Some(bot) = writing.user(id)? else { continue };
        let mut farewell = Farewell::new(writing, actor, Some("its token expired"), watch);
        let home = farewell.user(&bot, Legacy::ToGhost)?;
        let project = match home {
            Some(Boundary::Project(id)) => writing.project_path(id)?.unwrap_or_default(),
            _ => String::new(),
        };
        changes.append(&mut farewell.changes);
        gone.push(Left { bot: bot.username, project, toll: farewell.toll });
    }
    Ok((gone, changes))
}
