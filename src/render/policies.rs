//! Policies on a sheet.

use super::{Column, Sheet, Value};
use crate::ops::policy::Setting;

/// The sheet of policies.
pub const SHEET: Sheet = Sheet {
    name: "policies",
    columns: &[
        Column::text("policy", "POLICY"),
        Column::text("value", "VALUE"),
        Column::text("default", "DEFAULT").hidden(),
        Column::text("about", "FOR"),
    ],
};

/// Returns a policy's row of [`SHEET`].
#[must_use]
pub fn row(setting: &Setting) -> Vec<Value<'_>> {
    let policy = setting.policy;
    vec![policy.word().into(), setting.value.as_str().into(), policy.default_value().into(), policy.about().into()]
}
