//! Carrying over what happened to people: whoever was blocked, deleted or made no admin does not come back as they were.

use serde_json::json;

use super::{Carrier, WHY};
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::user::{User, UserKind};

/// What somebody lost since the backup.
struct Lost {
    user: User,
    /// They were blocked, or deleted, which nothing but a block can stand for here.
    is_stopped: bool,
    /// They were made no admin.
    is_demoted: bool,
}

impl Carrier<'_, '_> {
    /// Blocks whoever was blocked or deleted since, and takes the admin's rights from whoever lost them; but leaves
    /// somebody who can manage the store.
    pub(super) fn people(&mut self) -> Result<()> {
        let mut losses = Vec::new();
        for user in self.new.users()?.into_iter().filter(|user| user.kind == UserKind::Human) {
            losses.extend(self.lost(user)?);
        }
        let acting = |user: &User| user.admin && !user.blocked;
        let leaving = losses.iter().filter(|lost| acting(&lost.user)).count() as u64;
        let is_last = leaving > 0 && self.new.acting_admins()? == leaving;
        for lost in losses {
            if is_last && acting(&lost.user) {
                self.report.spared.push(lost.user.username);
                continue;
            }
            self.take(lost)?;
        }
        Ok(())
    }

    fn lost(&mut self, user: User) -> Result<Option<Lost>> {
        let there = self.heard(|old| old.user(user.id))?;
        let (is_stopped, is_demoted) = if let Some(there) = &there {
            // Where another backup was restored in between nobody knows which came first: the less counts.
            (there.blocked && !user.blocked, user.admin && !there.admin)
        } else {
            let is_gone = self.heard(|old| old.departure(user.id))?.is_some() || self.was_given("users", user.id.0)?;
            (is_gone && !user.blocked, false)
        };
        Ok((is_stopped || is_demoted).then_some(Lost { user, is_stopped, is_demoted }))
    }

    fn take(&mut self, Lost { user, is_stopped, is_demoted }: Lost) -> Result<()> {
        let change = |action: &str| Change::of(action, "user", user.id.0, &user.username).reason(Some(WHY.to_owned()));
        if is_stopped {
            self.new.block_user(user.id)?;
            let change = change("user.block").before(json!({ "blocked": false }).to_string());
            self.changes.push(change.after(json!({ "blocked": true }).to_string()));
            self.report.blocked.push(user.username.clone());
        }
        if is_demoted {
            self.new.set_admin(user.id, false)?;
            let change = change("user.admin").before(json!({ "admin": true }).to_string());
            self.changes.push(change.after(json!({ "admin": false }).to_string()));
            self.report.demoted.push(user.username.clone());
        }
        Ok(())
    }
}
