//! Verifying: one secret, whatever the size of the store.

use anyhow::Result;

use super::report::{count, line};
use super::runner::paired;
use super::stores::{Bench, Store};
use super::tools::{instructions, is_there, system_calls};

const SHELL: &str = "SELECT kind, scopes, project_id, expires_at, revoked_at FROM tokens \
    WHERE digest = (SELECT digest FROM tokens WHERE id = 1)";

pub(super) fn measure(bench: &Bench) -> Result<()> {
    for (rows, pages) in [(1_000, 0), (1_000, 56), (100_000, 0), (bench.rows, 56), (bench.rows, 0)] {
        let store = bench.store(rows)?;
        store.note_use()?;
        store.make_log(pages)?;
        // What a store of five tables may cost, and 52,000 for each of the five tables with an index beyond them.
        let budget = if pages == 0 { "at most 1010000 static" } else { "at most 1210000 static" };
        let aim = if pages == 0 { "at most 120 static" } else { "at most 180 static" };
        count(&format!("verify in {rows}, log of {pages} pages: instructions"), instructions(&store.verify())?, budget);
        count(
            &format!("verify in {rows}, log of {pages} pages: system calls"),
            system_calls(&store.verify(), None)?,
            aim,
        );
        let synced = system_calls(&store.verify(), Some("fsync,fdatasync"))?;
        count(&format!("verify in {rows}, log of {pages} pages: syncs"), synced, "0");
    }
    let (small, large) = (bench.store(1_000)?, bench.store(bench.rows)?);
    small.note_use()?;
    large.note_use()?;
    small.make_log(0)?;
    let ratios = paired(200, &[small.verify(), large.verify()])?;
    line(&format!("verify in {} / in 1000", bench.rows), &ratios[1].text(), "at most 1.05");
    noting(&small)?;
    if is_there("sqlite3") {
        let ratios = paired(200, &[large.shell(&["-readonly", SHELL]), large.verify()])?;
        line(&format!("verify in {} / sqlite3", bench.rows), &ratios[1].text(), "at most 0.70");
    } else {
        line(&format!("verify in {} / sqlite3", bench.rows), "no sqlite3 here", "");
    }
    Ok(())
}

/// Counts what a verification takes that notes the use, as one in ten minutes does; beside it one that need not.
fn noting(store: &Store) -> Result<()> {
    count("verify that has nothing to note: instructions", instructions(&store.verify())?, "");
    store.forget_use()?;
    count("verify that notes its use: instructions", instructions(&store.verify())?, "at most twice as many");
    store.forget_use()?;
    count("verify that notes its use: syncs", system_calls(&store.verify(), Some("fsync,fdatasync"))?, "0");
    Ok(())
}
