//! Compacting: the store without the room of what was deleted, and without its traces.
//!
//! The engine would do it by itself with a second store in memory. So the smaller store is written beside this one first,
//! and then put in its place in one transaction.

use std::time::Duration;

use super::engine::{self, Purpose};
use super::exchange;
use super::lock::Lock;
use super::place::Place;
use super::private;
use super::schema::{self, STEPS};
use super::soundness;
use super::{Clock, Medium, Reading, Store, copying, doubt, read_in, reserve};
use crate::domain::error::{Error, Result};
use crate::domain::progress::{STORING, Step, Watch};

/// How long compacting stands in the queue of the lock file.
const QUEUE: Duration = Duration::from_secs(20);

/// How large a store is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The store itself, in bytes.
    pub store: u64,
    /// Its log, in bytes.
    pub log: u64,
}

/// What compacting did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compacted {
    /// How large the store was.
    pub before: Size,
    /// How large it is.
    pub after: Size,
    /// Whether the log was emptied; somebody who reads for long keeps it.
    pub is_log_empty: bool,
}

impl Store {
    /// Makes the store as small as what it holds. `may` is asked first, of the state that the store is in.
    ///
    /// # Errors
    /// Those of `may`; [`Code::Store`](crate::domain::error::Code::Store) where the store is not sound, or there is no
    /// room for a second one beside it: it is as it was then.
    pub fn compact(
        &self,
        clock: Clock<'_>,
        watch: Watch<'_>,
        may: impl FnOnce(&Reading<'_>) -> Result<()>,
    ) -> Result<Compacted> {
        let Medium::File(place) = &self.medium else {
            return Err(Error::failed("a store in memory is as small as it can be"));
        };
        let _queue = Lock::take(place, QUEUE)?;
        exchange::clear(place);
        let before = size(place);
        let compacted = squeeze(place, clock, watch, may).map_err(|error| doubt::understood(place, error));
        exchange::clear(place);
        let is_log_empty = compacted?;
        reserve::make(place).ok();
        Ok(Compacted { before, after: size(place), is_log_empty })
    }
}

fn squeeze(
    place: &Place,
    clock: Clock<'_>,
    watch: Watch<'_>,
    may: impl FnOnce(&Reading<'_>) -> Result<()>,
) -> Result<bool> {
    let building = place.building();
    drop(private::open(&building)?);
    let store = engine::open(place, Purpose::Read)?;
    read_in(&store, clock, may)?;
    // Without a log whoever writes shuts out whoever reads, and this does both.
    engine::open(place, Purpose::Write)?.execute_batch("PRAGMA journal_mode = WAL;")?;
    let version = || store.query_row("PRAGMA data_version", [], |row| row.get::<_, i64>(0));
    let before = version()?;
    watch(Step::Now("copying the store"));
    copying::write(&store, &building)?;
    watch(Step::Now("checking the copy"));
    let content = engine::open_apart(&building, Purpose::Write)?;
    soundness::examine(&content, schema::version(&content, STEPS)?, STEPS, "the store")
        .map_err(|error| error.hint("`tokctl store check` says what mends it"))?;
    watch(Step::Now(STORING));
    exchange::overwrite(place, &content, || Ok(version()? == before))
}

/// Returns how large a store is.
pub(super) fn size(place: &Place) -> Size {
    let bytes = |path: &std::path::Path| std::fs::symlink_metadata(path).map_or(0, |found| found.len());
    Size { store: bytes(place.database()), log: bytes(&place.log()) }
}
