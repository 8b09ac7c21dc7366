//! Sweeping: bot users whose tokens have expired leave. They were powerless from that instant on.

use super::farewell::{Farewell, Legacy};
use super::people::admins_only;
use super::revoke::Left;
use super::{Authority, Changed};
use crate::domain::error::Result;
use crate::domain::place::Boundary;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::Writing;

/// Says which bots are swept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sweep {
    /// Those whose last token had expired by then.
    pub(super) expired_by: Timestamp,
    /// So many at most.
    pub(super) limit: u32,
}

impl Authority<'_> {
    /// Lets the bots of expired project access tokens go; returns who left.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Store`.
    pub fn sweep(&self) -> Result<Vec<Left>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(Vec::new()))?.unwrap_or_default());
        }
        self.write(sweep_all)
    }

    /// Says what [`Self::sweep`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::sweep`].
    pub fn rehearse_sweep(&self) -> Result<Vec<Left>> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(Vec::new()))?.unwrap_or_default());
        }
        self.try_out(sweep_all)
    }
}

fn sweep_all(writing: &Writing<'_>, actor: &User) -> Result<Changed<Vec<Left>>> {
    admins_only(actor, "sweep the store")?;
    sweep(writing, actor, Sweep { expired_by: writing.now, limit: u32::MAX })
}

/// Sweeps in the transaction at hand. Their tokens stay expired, and are not revoked.
pub(super) fn sweep(writing: &Writing<'_>, actor: &User, sweep: Sweep) -> Result<Changed<Vec<Left>>> {
    let (mut gone, mut changes) = (Vec::new(), Vec::new());
    for id in writing.expired_bots(sweep.expired_by, sweep.limit)? {
        let Some(bot) = writing.user(id)? else { continue };
        let mut farewell = Farewell::new(writing, actor, Some("its token expired"));
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
