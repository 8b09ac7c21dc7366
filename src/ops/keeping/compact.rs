//! Compacting a store.

use crate::domain::error::Result;
use crate::domain::progress::{Busy, WAITING};
use crate::ops::Authority;
use crate::ops::people::admins_only;
pub use crate::store::{Compacted, Size};

impl Authority<'_> {
    /// Makes the store as small as what it holds, and empties its log.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Store`: it is as it was then.
    pub fn compact(&self) -> Result<Compacted> {
        if !self.has_store()? {
            return Err(self.place().missing());
        }
        let _busy = Busy::begin(self.watch, WAITING);
        self.upgrade_if_due()?;
        self.store()?
            .compact(self.clock, self.watch, |reading| admins_only(&self.actor(reading)?.user, "compact the store"))
    }
}
