//! A verdict on a sheet, for whoever may know the reason.

use super::tokens;
use super::{Column, Sheet, Value};
use crate::domain::decision::{Reason, Verdict};
use crate::ops::verify::Answer;

/// The sheet of `verify --explain`.
pub const SHEET: Sheet = Sheet {
    name: "verdicts",
    columns: &[
        Column::text("verdict", "VERDICT"),
        Column::text("reason", "REASON"),
        Column::text("explanation", "EXPLANATION"),
        Column::number("id", "ID"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("state", "STATE"),
        Column::text("boundary", "BOUNDARY"),
        Column::text("where", "WHERE"),
        Column::text("scopes", "SCOPES"),
        Column::text("expires_at", "EXPIRES"),
        Column::text("username", "USERNAME"),
        Column::text("holder", "HOLDER"),
        Column::number("job", "JOB"),
        Column::text("suspended_until", "SUSPENDED UNTIL"),
    ],
};

/// Returns the verdict's row of [`SHEET`].
#[must_use]
pub fn row(answer: &Answer) -> Vec<Value<'_>> {
    let (word, reason) = match answer.verdict {
        Verdict::Allow => ("allow", None),
        Verdict::Deny(reason) => ("deny", Some(reason)),
    };
    let mut row: Vec<Value<'_>> =
        vec![Value::State(word), reason.map(Reason::word).into(), reason.map(Reason::text).into()];
    match &answer.token {
        None => row.extend((row.len()..SHEET.columns.len()).map(|_| Value::Nothing)),
        Some((listed, state)) => {
            let token = &listed.token;
            row.extend([
                token.id.0.into(),
                token.kind.word().into(),
                token.name.as_str().into(),
                Value::State(state.word()),
                token.boundary.word().into(),
                tokens::place(listed).into(),
                token.scopes.words().into(),
                Value::End(token.expires_at),
                token.username().into(),
                listed.holder.as_deref().into(),
                answer.job.or(token.of.job()).map(|id| id.0).into(),
                tokens::until(token, *state).into(),
            ]);
        }
    }
    row
}
