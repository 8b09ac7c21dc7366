//! The events of a bulk, written some at a time before all of them fill the memory.

use super::Authority;
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::store::Writing;

/// How many events are kept before they are written: enough that writing them costs little, few enough to be no burden.
const MOST: usize = 1_000;

/// Gathers events, and writes those that are too many to keep.
pub(super) struct Gathered<'t, 'c> {
    authority: &'t Authority<'t>,
    writing: &'t Writing<'c>,
    changes: Vec<Change>,
}

impl<'t, 'c> Gathered<'t, 'c> {
    pub(super) fn new(authority: &'t Authority<'t>, writing: &'t Writing<'c>) -> Self {
        Self { authority, writing, changes: Vec::new() }
    }

    /// Adds what one step of the bulk changed.
    ///
    /// One stays here always: by the last event of all a transaction is known again whose commit failed.
    pub(super) fn add(&mut self, changes: impl IntoIterator<Item = Change>) -> Result<()> {
        self.changes.extend(changes);
        if self.changes.len() <= MOST {
            return Ok(());
        }
        let last = self.changes.pop();
        let doer = self.authority.doer(self.authority.actor(self.writing)?);
        self.writing.append(&doer, std::mem::take(&mut self.changes))?;
        self.changes.extend(last);
        Ok(())
    }

    /// Returns those that are not written yet, to be written with the rest of the transaction.
    pub(super) fn rest(self) -> Vec<Change> {
        self.changes
    }
}
