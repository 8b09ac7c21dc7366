//! Reading the trail.

use super::Authority;
use super::people::admins_only;
use crate::domain::error::Result;
use crate::store::Recorded;

impl Authority<'_> {
    /// Hands the events to `visit`, oldest first; of the newest `limit` only, where there is a limit. `false`: there is no
    /// store yet at the default place.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin; those of `visit`, and `Store`.
    pub fn log(&self, limit: Option<u32>, visit: impl FnMut(Recorded) -> Result<()>) -> Result<bool> {
        let read = self.read(|reading, actor| {
            admins_only(actor, "read the trail")?;
            reading.events(limit, visit)
        })?;
        Ok(read.is_some())
    }
}
