//! Heads of the trail, and what is wrong with it, on sheets.

use serde_json::json;

use super::{Column, Sheet, Value};
use crate::domain::head::{Head, hex};
use crate::domain::id::Sequence;
use crate::ops::chain::{Fault, Inspection};

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

/// Returns all that verifying found as JSON: what the listing of findings has, and what was verified and compared. `heads` is
/// how many heads were given, if any.
#[must_use]
pub fn inspection(inspection: &Inspection, heads: Option<usize>) -> String {
    let told = |(sequence, fault): &(Sequence, Fault)| json!({ "sequence": sequence.0, "finding": fault.word(), "explanation": fault.text() });
    let head = |head: &Head| json!({ "sequence": head.sequence.0, "hash": hex(&head.hash) });
    let verified = (inspection.events > 0).then_some(&inspection.end);
    let findings: Vec<_> = inspection.findings.iter().map(told).collect();
    let is_of_head = |fault: &Fault| matches!(fault, Fault::CutOff | Fault::Rewritten);
    let agree =
        inspection.unknown + inspection.too_old == 0 && !inspection.findings.iter().any(|(_, fault)| is_of_head(fault));
    let fields = [
        ("version", json!(1)),
        ("findings", json!(findings)),
        ("events", json!(inspection.events)),
        ("first", json!(verified.map(|_| inspection.start.sequence.0 + 1))),
        ("last", json!(verified.map(|end| end.sequence.0))),
        ("head", json!(verified.map(head))),
        ("breaks_at", json!(inspection.broken.map(|at| at.0))),
        (
            "kept_heads",
            json!(heads.map(|given| json!({
                "given": given,
                "agree": agree,
                "newest_that_agrees": inspection.vouched.as_ref().map(head),
                "too_old": inspection.too_old,
                "behind_the_break": inspection.unknown,
            }))),
        ),
    ];
    let fields = fields.map(|(key, value)| format!("\"{key}\":{value}"));
    format!("{{{}}}\n", fields.join(","))
}
