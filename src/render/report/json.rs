//! The report for programs: one object, each section an array of its own.

use std::io::{self, Write};

use serde_json::{Map, Value};

use super::sections::sections;
use crate::ops::report::{COUNTED, Report};
use crate::render::{Format, Page, Writer, escape};

/// Writes a report as JSON: in the object that all listings have, or bare in one line.
///
/// # Errors
/// Whatever the stream reports.
pub fn write(report: &Report, is_bare: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut object = Map::new();
    object.insert("at".into(), report.now.to_string().into());
    object.insert("viewer".into(), report.viewer.as_ref().map(|viewer| viewer.username.clone()).into());
    object.insert("store".into(), report.store.clone().into());
    let states = COUNTED.iter().zip(report.all.0).map(|(word, count)| ((*word).to_owned(), count.into()));
    object.insert("states".into(), Value::Object(states.collect()));
    for section in sections(report) {
        let mut lines = Vec::new();
        let page = Page::new(Format::Jsonl);
        let mut writer = Writer::new(&page, section.sheet, &mut lines);
        for row in &section.rows {
            writer.row(row)?;
        }
        writer.finish()?;
        let rows: Result<Vec<Value>, _> = serde_json::Deserializer::from_slice(&lines).into_iter().collect();
        object.insert(section.sheet.name.into(), rows?.into());
    }
    object.insert("later".into(), report.ends.later.into());
    object.insert("never".into(), report.ends.never.into());
    let text = Value::Object(object).to_string();
    let report = escape::json(&text);
    if is_bare {
        writeln!(out, "{report}")?;
    } else {
        writeln!(out, "{{\"version\":1,\"reports\":[\n{report}\n]}}")?;
    }
    out.flush()
}
