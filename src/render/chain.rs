//! Heads of the trail, and what is wrong with it, on sheets.

use super::{Column, Sheet, Value};
use crate::domain::head::{Head, hex};
use crate::domain::id::Sequence;
use crate::ops::chain::Fault;

/// The sheet of heads.
pub const HEADS: Sheet =
    Sheet { name: "heads", columns: &[Column::number("sequence", "SEQ"), Column::text("hash", "HASH")] };

/// Returns a head's row of [`HEADS`].
#[must_use]
pub fn head(head: &Head) -> Vec<Value<'static>> {
    vec![head.sequence.0.into(), hex(&head.hash).into()]
}

/// The sheet of findings in the trail.
pub const FINDINGS: Sheet = Sheet {
    name: "findings",
    columns: &[
        Column::number("sequence", "SEQ"),
        Column::text("finding", "FINDING"),
        Column::text("explanation", "EXPLANATION"),
    ],
};

/// Returns a finding's row of [`FINDINGS`].
#[must_use]
pub fn finding((sequence, fault): &(Sequence, Fault)) -> Vec<Value<'static>> {
    vec![sequence.0.into(), fault.word().into(), fault.text().into()]
}
