//! What there is to say of a store as a whole.

use crate::domain::error::Result;
use crate::domain::head::Head;
use crate::domain::id::Sequence;
use crate::domain::time::Timestamp;
use crate::ops::Authority;
use crate::ops::people::admins_only;
use crate::store::{Lives, Population, Selection, Size, Store, engine_version, schema_version};

/// A store as a whole.
#[derive(Clone, Debug)]
pub struct Info {
    /// Where it lies.
    pub path: String,
    /// What tells it from all others.
    pub identity: Option<String>,
    /// How large it is.
    pub size: Size,
    /// The version of its schema.
    pub schema_version: usize,
    /// The version of the engine.
    pub engine_version: &'static str,
    /// When it was made.
    pub founded_at: Option<Timestamp>,
    /// How many tokens are live, and can be used or are stopped.
    pub live: u64,
    /// How many of the live ones are stopped.
    pub suspended: u64,
    /// How many tokens have come to their ends.
    pub expired: u64,
    /// How many tokens were revoked.
    pub revoked: u64,
    /// How much of all else there is.
    pub population: Population,
    /// How many events the trail keeps.
    pub events: u64,
    /// The first of them.
    pub first_event: Option<Sequence>,
    /// The newest of them.
    pub head: Option<Head>,
    /// When the newest event was.
    pub changed_at: Option<Timestamp>,
    /// Whether room is kept for revoking on a full disk.
    pub has_reserve: bool,
    /// When the last backup was made.
    pub backed_up_at: Option<Timestamp>,
}

impl Authority<'_> {
    /// Returns what there is to say of the store. `None`: there is none yet at the default place.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Store`.
    pub fn info(&self) -> Result<Option<Info>> {
        self.read(|reading, actor| {
            admins_only(actor, "see the store as a whole")?;
            let count = |lives| reading.count(&Selection { lives, ..Selection::default() });
            let (first_event, events) = reading.span_of_trail()?;
            Ok(Info {
                path: self.place().database().display().to_string(),
                identity: reading.identity()?,
                size: Store::size(self.place()),
                schema_version: schema_version(),
                engine_version: engine_version(),
                founded_at: reading.founded_at()?,
                live: count(Lives::Live)?,
                suspended: count(Lives::Suspended)?,
                expired: count(Lives::Expired)?,
                revoked: count(Lives::Revoked)?,
                population: reading.population()?,
                events,
                first_event,
                head: reading.head()?,
                changed_at: reading.newest_event_at()?,
                has_reserve: Store::has_reserve(self.place())?,
                backed_up_at: reading.backed_up_at()?,
            })
        })
    }
}
