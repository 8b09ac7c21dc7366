//! Findings as a log of SARIF 2.1.0, which scanners write and viewers read.
//!
//! Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". Tokens lie in no file, so that a
//! finding has a logical place only. Results are written as they come; memory does not grow with their number.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::pieces::Pieces;
use super::{escape, tokens};
use crate::domain::audit::{Finding, Rule, Ruleset, Severity};
use crate::domain::time::Timestamp;
use crate::ops::list::Entry;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one run of the audit.
#[must_use = "a log is whole only once `finish` was called"]
pub struct Sarif<'w> {
    out: Pieces<'w>,
    /// The rules that are asked, in the order in which results number them.
    rules: Vec<Rule>,
    is_first: bool,
}

impl<'w> Sarif<'w> {
    /// Begins a log of what these rules find.
    ///
    /// # Errors
    /// Whatever the stream reports.
    pub fn new(ruleset: &Ruleset, version: &str, out: &'w mut dyn Write) -> io::Result<Self> {
        let rules: Vec<Rule> = Rule::all().filter(|rule| ruleset.asks(*rule, None)).collect();
        let described: Value = rules.iter().map(|rule| describe(*rule, ruleset.setting(*rule).severity)).collect();
        let driver = json!({ "name": "tokctl", "semanticVersion": version, "rules": described });
        let mut out = Pieces::new(out);
        let head = format!(
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\"results\":["
        );
        out.push(&head)?;
        Ok(Self { out, rules, is_first: true })
    }

    /// Adds a finding.
    ///
    /// # Errors
    /// Whatever the stream reports.
    pub fn result(&mut self, entry: &Entry, finding: &Finding) -> io::Result<()> {
        let token = &entry.listed.token;
        let what = tokens::line(&entry.listed);
        let index = self.rules.iter().position(|rule| *rule == finding.rule);
        let result = json!({
            "ruleId": finding.rule.id(),
            "ruleIndex": index,
            "level": level(finding.severity),
            "message": { "text": plain(&format!("{what}: {}; {}", finding.words, finding.hint)) },
            "locations": [{ "logicalLocations": [{
                "name": token.name,
                "fullyQualifiedName": format!("token/{}", token.id),
                "kind": "resource",
            }] }],
            "partialFingerprints": { "tokctl/v1": format!("{}/{}/{}", finding.rule, token.id, token.digest.fingerprint()) },
            "properties": {
                "severity": finding.severity.word(),
                "token": token.id.0,
                "kind": token.kind.word(),
                "name": token.name,
                "boundary": token.boundary.word(),
                "where": tokens::place(&entry.listed),
                "finding": finding.words,
                "hint": finding.hint,
            },
        });
        let between = if std::mem::take(&mut self.is_first) { "\n" } else { ",\n" };
        self.out.push(between)?;
        // Names in it have been typed by anybody.
        self.out.push(&escape::json(&result.to_string()))
    }

    /// Ends the log and writes what is left of it.
    ///
    /// # Errors
    /// Whatever the stream reports.
    pub fn finish(mut self, now: Timestamp) -> io::Result<()> {
        let invocation = json!({ "executionSuccessful": true, "endTimeUtc": now.to_string() });
        let end = if self.is_first { "" } else { "\n" };
        self.out.push(&format!("{end}],\"columnKind\":\"unicodeCodePoints\",\"invocations\":[{invocation}]}}]}}\n"))?;
        self.out.finish()
    }
}

fn describe(rule: Rule, severity: Severity) -> Value {
    json!({
        "id": rule.id(),
        "shortDescription": { "text": plain(rule.about()) },
        "help": { "text": plain(rule.help()) },
        "defaultConfiguration": { "level": level(severity) },
        "properties": { "severity": severity.word(), "security-severity": score(severity), "tags": ["security"] },
    })
}

/// Returns the level of a severity: SARIF has three that are findings.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

/// Returns the number by which viewers tell severities apart that have one level: from 9.0 on critical, from 7.0 on high,
/// from 4.0 on medium.
fn score(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
    }
}

/// Returns a text as a message says it: in messages, brackets make links and braces hold places for arguments.
///
/// Source: SARIF 2.1.0, 3.11.5 and 3.11.6.
fn plain(text: &str) -> String {
    let mut message = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '[' | ']' => message.extend(['\\', character]),
            '{' | '}' => message.extend([character, character]),
            _ => message.push(character),
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_no_links_and_no_places() {
        let cases = [
            ("plain `text`", "plain `text`"),
            ("[here](https://example.com)", r"\[here\](https://example.com)"),
            ("{0} of {x}", "{{0}} of {{x}}"),
            (r"a\b", r"a\\b"),
        ];
        for (text, message) in cases {
            assert_eq!(plain(text), message);
        }
    }
}
