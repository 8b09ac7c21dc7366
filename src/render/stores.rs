//! The store on a sheet.

use super::{Column, Sheet, Value};

/// The sheet of the store.
pub const SHEET: Sheet = Sheet { name: "stores", columns: &[Column::text("path", "PATH")] };

/// Returns the row of [`SHEET`].
#[must_use]
pub fn row(path: &str) -> Vec<Value<'_>> {
    vec![path.into()]
}
