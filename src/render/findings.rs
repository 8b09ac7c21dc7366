//! Findings and rules of the audit on sheets.

use super::{Column, Sheet, Value, tokens};
use crate::domain::audit::{Finding, Rule, Setting, Threshold};
use crate::ops::list::Entry;

/// The sheet of findings.
pub const SHEET: Sheet = Sheet {
    name: "findings",
    columns: &[
        Column::number("id", "ID"),
        Column::text("severity", "SEVERITY"),
        Column::text("rule", "RULE"),
        Column::text("kind", "KIND"),
        Column::text("name", "NAME"),
        Column::text("boundary", "BOUNDARY").hidden(),
        Column::text("where", "WHERE"),
        Column::text("finding", "FINDING"),
        Column::text("hint", "WHAT HELPS"),
    ],
};

/// Returns a finding's row of [`SHEET`], with the token it is about.
#[must_use]
pub fn row<'a>(entry: &'a Entry, finding: &'a Finding) -> Vec<Value<'a>> {
    let token = &entry.listed.token;
    vec![
        token.id.0.into(),
        Value::State(finding.severity.word()),
        finding.rule.id().into(),
        token.kind.word().into(),
        token.name.as_str().into(),
        token.boundary.word().into(),
        tokens::place(&entry.listed).into(),
        finding.words.as_str().into(),
        finding.hint.as_str().into(),
    ]
}

/// The sheet of the rules.
pub const RULES: Sheet = Sheet {
    name: "rules",
    columns: &[
        Column::text("rule", "RULE"),
        Column::text("severity", "SEVERITY"),
        Column::text("enabled", "ASKED"),
        Column::text("key", "KEY"),
        Column::text("threshold", "THRESHOLD"),
        Column::text("about", "FINDS THAT"),
        Column::text("help", "WHAT HELPS").hidden(),
    ],
};

/// Returns a rule's row of [`RULES`], as it is set. A list of names is long, so that a table only says how many there are.
#[must_use]
pub fn rule(rule: Rule, setting: &Setting, is_table: bool) -> Vec<Value<'_>> {
    let threshold = match &setting.threshold {
        Threshold::None => Value::Nothing,
        Threshold::Life(_, text) => text.as_str().into(),
        Threshold::Bits(bits) => i64::from(*bits).into(),
        Threshold::Names(names) if is_table && names.len() == 1 => "1 name".into(),
        Threshold::Names(names) if is_table => format!("{} names", names.len()).into(),
        Threshold::Names(names) => Value::Words(names.iter().map(String::as_str).collect()),
    };
    vec![
        rule.id().into(),
        Value::State(setting.severity.word()),
        setting.enabled.into(),
        rule.measured_by().into(),
        threshold,
        rule.about().into(),
        rule.help().into(),
    ]
}
