//! Leaving: one author of a million records, all of which change hands in one transaction; and as many imported.

use std::fmt::Write as _;
use std::fs;

use anyhow::Result;

use super::report::line;
use super::stores::Bench;
use super::tools::{Call, timed};

/// How many rows are imported at once.
const IMPORTED: u32 = 100_000;

pub(super) fn measure(bench: &Bench) -> Result<()> {
    let store = bench.copy(1_000, "farewell")?;
    let quiet = |words: &[&str]| -> Result<()> { timed(&store.call(words)).map(|_| ()) };
    quiet(&["project", "add", "grp/app", "--quiet"])?;
    quiet(&["create", "project-access", "--project", "grp/app", "--scope", "api", "--name", "leaver", "--quiet"])?;

    let mut rows = "kind,project,reference,title,author,editor,assignee,created_at\n".to_owned();
    for number in 0..IMPORTED {
        writeln!(rows, "issue,grp/app,,about the number {number},,,,2026-01-31T12:00:00Z")?;
    }
    let file = store.database.with_file_name("rows.csv");
    fs::write(&file, rows)?;
    report(
        &format!("import {IMPORTED} records"),
        &store.call(&["record", "import", "--quiet"]).reading(&file),
        IMPORTED,
    )?;

    store.fill_records("leaver", bench.rows)?;
    let revoke = ["revoke", "leaver", "--project", "grp/app", "--yes", "--quiet"];
    report(&format!("revoke, {} records to the Ghost User", bench.rows), &store.call(&revoke), bench.rows)
}

/// Runs a call once, and prints how long it took, what memory it held, and how many records that is in a second.
fn report(what: &str, call: &Call, records: u32) -> Result<()> {
    let run = timed(call)?;
    line(&format!("{what}: seconds"), &format!("{:.2}", run.seconds), "");
    line(&format!("{what}: records in a second"), &format!("{:.0}", f64::from(records) / run.seconds), "");
    let peak = run.peak.map_or_else(|| "no tool for it here".to_owned(), |peak| peak.to_string());
    line(&format!("{what}: kB at most"), &peak, "at most 16384");
    Ok(())
}
