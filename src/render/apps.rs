//! Applications on a sheet.

use super::{Column, Sheet, Value};
use crate::store::ListedApp;

/// The sheet of applications.
pub const SHEET: Sheet = Sheet {
    name: "apps",
    columns: &[
        Column::number("id", "ID"),
        Column::text("name", "NAME"),
        Column::text("scopes", "SCOPES"),
        Column::text("owner", "OWNER"),
        Column::text("created_at", "CREATED").hidden(),
    ],
};

/// Returns an application's row of [`SHEET`].
#[must_use]
pub fn row(listed: &ListedApp) -> Vec<Value<'_>> {
    let app = &listed.app;
    vec![
        app.id.0.into(),
        app.name.as_str().into(),
        app.scopes.words().into(),
        listed.owner.as_str().into(),
        app.created_at.into(),
    ]
}
