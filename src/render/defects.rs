//! Defects of a store on a sheet.

use super::{Column, Sheet, Value};
use crate::domain::defect::Defect;

/// The sheet of defects.
pub const SHEET: Sheet = Sheet {
    name: "findings",
    columns: &[
        Column::text("id", "ID"),
        Column::text("severity", "SEVERITY"),
        Column::text("about", "ABOUT"),
        Column::text("what", "WHAT"),
        Column::text("mend", "MEND"),
    ],
};

/// Returns a defect's row of [`SHEET`].
#[must_use]
pub fn row(defect: &Defect) -> Vec<Value<'_>> {
    vec![
        defect.sort.word().into(),
        Value::State(defect.sort.severity().word()),
        defect.about.as_str().into(),
        defect.what.as_str().into(),
        defect.mend.as_str().into(),
    ]
}
