//! Checking a store.

use crate::domain::defect::Defect;
use crate::domain::error::Result;
use crate::domain::progress::{Busy, WAITING};
use crate::ops::Authority;
use crate::ops::people::admins_only;
use crate::store::Store;
use crate::store::place::Origin;

impl Authority<'_> {
    /// Looks for everything that can be wrong with the store; nothing of it is changed. `None`: there is none yet at the
    /// default place.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, where the store can still say so; `Store` where it cannot be opened at all.
    pub fn check(&self) -> Result<Option<Vec<Defect>>> {
        if self.place().origin() == Origin::Default && !self.has_store()? {
            return Ok(None);
        }
        let _busy = Busy::begin(self.watch, WAITING);
        let may = |reading: &crate::store::Reading<'_>| admins_only(&self.actor(reading)?.user, "check the store");
        Store::check(self.place(), self.allow_network, self.clock, self.watch, may).map(Some)
    }
}
