//! Importing records: many in one transaction, read as they come, all of them or none.

use serde_json::{Map, Value, json};

use super::filing::{Draft, Filing};
use super::{Authority, Changed};
use crate::domain::error::{Error, Result};
use crate::domain::event::{Change, Doer};
use crate::domain::record::Tally;
use crate::domain::user::User;
use crate::store::Writing;

/// How many events are kept before they are written: enough that writing them costs little, few enough to be no burden.
const BATCH: usize = 1_000;

/// A record that was read, and where.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line that it begins in, from 1 on.
    pub line: u64,
    /// The record.
    pub draft: Draft,
}

/// Records that are read one after the other, what they are read from, and who is told how far it went.
pub struct Batch<'r> {
    /// What they are read from, for the trail.
    pub source: &'r str,
    /// The records. What cannot be read ends the import.
    pub rows: &'r mut dyn Iterator<Item = Result<Row>>,
}

impl Authority<'_> {
    /// Adds every record of a batch, or none; returns how many of each kind. Each has its event, and the import one more.
    ///
    /// # Errors
    /// Those of the rows, and those of [`Self::add_record`] with the line in front.
    pub fn import_records(&self, batch: &mut Batch<'_>) -> Result<Tally> {
        self.write(|writing, actor| import(writing, actor, &self.doer(self.actor(writing)?), batch))
    }

    /// Says what [`Self::import_records`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::import_records`].
    pub fn rehearse_import(&self, batch: &mut Batch<'_>) -> Result<Tally> {
        self.try_out(|writing, actor| import(writing, actor, &self.doer(self.actor(writing)?), batch))
    }
}

fn import(writing: &Writing<'_>, actor: &User, doer: &Doer, batch: &mut Batch<'_>) -> Result<Changed<Tally>> {
    let mut filing = Filing::new(writing, actor);
    let (mut tally, mut changes) = (Tally::default(), Vec::with_capacity(BATCH));
    for row in &mut *batch.rows {
        let Row { line, draft } = row?;
        let added = draft.check().and_then(|()| filing.add(&draft));
        let (_, change) = added.map_err(|error| in_line(line, error))?;
        tally.add(draft.kind, 1);
        changes.push(change);
        if changes.len() == BATCH {
            writing.append(doer, std::mem::replace(&mut changes, Vec::with_capacity(BATCH)))?;
        }
    }
    if tally.total() > 0 {
        let kinds: Map<String, Value> = tally.kinds().map(|(kind, count)| (kind.word().into(), count.into())).collect();
        let after = json!({ "records": tally.total(), "kinds": kinds }).to_string();
        changes.push(Change::about("record.import", "record", batch.source).after(after));
    }
    Ok((tally, changes))
}

/// Says in which line something went wrong. What is wrong with the store is wrong in no line.
fn in_line(line: u64, error: Error) -> Error {
    if error.code == crate::domain::error::Code::Store {
        return error;
    }
    Error { what: format!("line {line}: {}", error.what), ..error }
}
