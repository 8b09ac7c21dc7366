//! Importing records: many in one transaction, read as they come, all of them or none.

use serde_json::{Map, Value, json};

use super::filing::{Draft, Filing};
use super::gathered::Gathered;
use super::{Authority, Changed};
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::record::Tally;
use crate::domain::user::User;
use crate::store::Writing;

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
        self.write(|writing, actor| self.import(writing, actor, batch))
    }

    /// Says what [`Self::import_records`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::import_records`].
    pub fn rehearse_import(&self, batch: &mut Batch<'_>) -> Result<Tally> {
        self.try_out(|writing, actor| self.import(writing, actor, batch))
    }

    fn import(&self, writing: &Writing<'_>, actor: &User, batch: &mut Batch<'_>) -> Result<Changed<Tally>> {
        let mut filing = Filing::new(writing, actor);
        let (mut tally, mut gathered) = (Tally::default(), Gathered::new(self, writing));
        for row in &mut *batch.rows {
            let Row { line, draft } = row?;
            let added = draft.check().and_then(|()| filing.add(&draft));
            let (_, change) = added.map_err(|error| error.in_line(line))?;
            tally.add(draft.kind, 1);
            gathered.add([change])?;
        }
        if tally.total() > 0 {
            let kinds: Map<String, Value> =
                tally.kinds().map(|(kind, count)| (kind.word().into(), count.into())).collect();
            let after = json!({ "records": tally.total(), "kinds": kinds }).to_string();
            gathered.add([Change::about("record.import", "record", batch.source).after(after)])?;
        }
        Ok((tally, gathered.rest()))
    }
}
