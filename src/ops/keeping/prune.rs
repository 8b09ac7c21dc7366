//! Pruning a store: what is dead since long goes for good, and the trail begins later.

use serde_json::json;

use crate::domain::checkpoint;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::ops::people::admins_only;
use crate::ops::{Authority, Changed};
pub use crate::store::Pruned;
use crate::store::Writing;

impl Authority<'_> {
    /// Deletes what was dead before an instant, with what hangs on it, and the events of that time.
    ///
    /// # Errors
    /// `Usage` for an instant that has not come, `Refused` for whoever is no admin, `Store`.
    pub fn prune(&self, before: Timestamp) -> Result<Pruned> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(Pruned::default()))?.unwrap_or_default());
        }
        self.write(|writing, actor| prune(writing, actor, before))
    }

    /// Says what [`Self::prune`] would delete, by deleting it and taking that back.
    ///
    /// # Errors
    /// Those of [`Self::prune`].
    pub fn rehearse_prune(&self, before: Timestamp) -> Result<Pruned> {
        if !self.has_store()? {
            return Ok(self.read(|_, _| Ok(Pruned::default()))?.unwrap_or_default());
        }
        self.try_out(|writing, actor| prune(writing, actor, before))
    }
}

fn prune(writing: &Writing<'_>, actor: &User, before: Timestamp) -> Result<Changed<Pruned>> {
    admins_only(actor, "prune the store")?;
    if before > writing.now {
        return Err(Error::usage(format!("`{before}` has not come yet"))
            .because(format!("it is {}, and only what is over is pruned", writing.now))
            .hint("give an instant of the past, for example a date of last year"));
    }
    let (pruned, behind) = writing.prune(before)?;
    if pruned.is_nothing() {
        return Ok((pruned, Vec::new()));
    }
    let told = json!({
        "before": before.to_string(),
        "tokens": pruned.tokens,
        "secrets": pruned.secrets,
        "alarms": pruned.alarms,
        "jobs": pruned.jobs,
        "runners": pruned.runners,
        "names": pruned.names,
        "events": pruned.events,
    });
    let change =
        Change::about(checkpoint::ACTION, "store", format!("before {before}")).after(checkpoint::write(told, behind));
    Ok((pruned, vec![change]))
}
