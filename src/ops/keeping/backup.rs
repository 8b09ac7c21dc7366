//! Backing a store up: a whole copy of it, and an event that says so.

use serde_json::json;

use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::progress::{Busy, WAITING};
use crate::ops::Authority;
use crate::ops::people::admins_only;
pub use crate::store::BackUp as Made;
use crate::store::place::Place;
use crate::store::{Done, Holding, Writing};

impl Authority<'_> {
    /// Writes a backup into a new file, and looks at it from its schema to the last row before it gets its name.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Conflict` where something has that name, `Usage`, `Store`; nothing is left of
    /// it then.
    pub fn back_up(&self, target: &Place) -> Result<Made> {
        if !self.has_store()? {
            return Err(self.place().missing());
        }
        let _busy = Busy::begin(self.watch, WAITING);
        self.upgrade_if_due()?;
        self.read(|_, actor| may(actor))?;
        let record = |writing: &Writing<'_>, holding: &Holding| {
            let actor = self.actor(writing)?;
            may(&actor.user)?;
            writing.note_backed_up()?;
            let change = Change::about("store.backup", "store", target.database().to_string_lossy())
                .after(json!({ "head": holding.head.to_string(), "tokens": holding.tokens }).to_string());
            Ok(Done { result: (), doer: self.doer(actor), changes: vec![change] })
        };
        let made = self.store()?.back_up(target, self.allow_network, self.clock, self.watch, record)?;
        self.notices.borrow_mut().warnings.extend(made.warning.clone());
        Ok(made)
    }
}

fn may(actor: &crate::domain::user::User) -> Result<()> {
    admins_only(actor, "back the store up")
}
