//! Many at once: made into a file and into a directory, rotated, and revoked, each in one transaction.

use anyhow::Result;

use super::report::{count, line};
use super::stores::{Bench, Store};
use super::tools::{Call, system_calls, timed};

/// How many at once: the most there can be.
const MANY: u32 = 100_000;

pub(super) fn measure(bench: &Bench) -> Result<()> {
    for rows in [1_000, bench.rows] {
        let store = bench.copy(rows, "bulk")?;
        let within = |name: &str| store.database.with_file_name(name).display().to_string();
        let number = MANY.to_string();
        let create = |name: &str, option: &str, place: &str| -> Call {
            let words =
                ["create", "deploy", "--scope", "read_registry", "--quiet", "--number", &number, "--name", name];
            store.call(&[&words[..], &[option, place]].concat())
        };
        report(&format!("create {MANY} into {rows}"), &create("file", "--to", &within("secrets")))?;
        report(&format!("create {MANY} into {rows}, a file each"), &create("apart", "--to-dir", &within("apart")))?;
        let rotate = ["rotate", "--name", "file-*", "--yes", "--quiet", "--to-dir"];
        report(&format!("rotate {MANY} of {rows}"), &store.call(&[&rotate[..], &[&within("rotated")]].concat()))?;
        let revoke = |name: &str| store.call(&["revoke", "--name", name, "--yes", "--quiet"]);
        report(&format!("revoke {MANY} of {rows}"), &revoke("apart-*"))?;
    }
    synced(&bench.copy(1_000, "bulk-synced")?)
}

/// Counts the syncs of one batch with its file, and of one with its directory.
fn synced(store: &Store) -> Result<()> {
    // The first change to a copy makes its reserve.
    timed(&store.call(&["create", "deploy", "--scope", "read_registry", "--quiet"]))?;
    for (option, place, aim) in [("--to", "secrets", "at most 7"), ("--to-dir", "apart", "at most 8")] {
        let place = store.database.with_file_name(place).display().to_string();
        let words = ["create", "deploy", "--scope", "read_registry", "--quiet", "--number", "1000", option, &place];
        let syncs = system_calls(&store.call(&words), Some("fsync,fdatasync,syncfs"))?;
        count(&format!("create 1000 {option}: syncs"), syncs, aim);
    }
    Ok(())
}

/// Runs a call once, and prints how long it took, what memory it held, and how many tokens that is in a second.
fn report(what: &str, call: &Call) -> Result<()> {
    let run = timed(call)?;
    line(&format!("{what}: seconds"), &format!("{:.2}", run.seconds), "");
    line(&format!("{what}: tokens in a second"), &format!("{:.0}", f64::from(MANY) / run.seconds), "");
    let peak = run.peak.map_or_else(|| "no tool for it here".to_owned(), |peak| peak.to_string());
    line(&format!("{what}: kB at most"), &peak, "");
    Ok(())
}
