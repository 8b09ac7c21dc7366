//! Records on a sheet.

use super::{Column, Sheet, Value};
use crate::store::Filed;

/// The sheet of records.
pub const SHEET: Sheet = Sheet {
    name: "records",
    columns: &[
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("project", "PROJECT"),
        Column::text("reference", "REFERENCE"),
        Column::text("title", "TITLE"),
        Column::text("author", "AUTHOR"),
        Column::text("formerly_by", "FORMERLY BY"),
        Column::text("editor", "EDITOR").hidden(),
        Column::text("assignee", "ASSIGNEE"),
        Column::text("created_at", "CREATED").hidden(),
        Column::number("former_author_id", "FORMER AUTHOR ID").hidden(),
    ],
};

/// Returns a record's row of [`SHEET`].
#[must_use]
pub fn row(filed: &Filed) -> Vec<Value<'_>> {
    let record = &filed.record;
    vec![
        record.id.0.into(),
        record.kind.word().into(),
        filed.path.as_deref().into(),
        record.reference.as_str().into(),
        record.title.as_str().into(),
        filed.author.as_str().into(),
        filed.former_author.as_deref().into(),
        filed.editor.as_deref().into(),
        filed.assignee.as_deref().into(),
        record.created_at.into(),
        record.former_author.map(|id| id.0).into(),
    ]
}
