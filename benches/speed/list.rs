//! Listing: rows as they come, in little memory however many.

use anyhow::Result;

use super::report::{count, line};
use super::runner::paired;
use super::stores::{Bench, Store};
use super::tools::{Call, is_there, peak_memory};

/// What the listing shows, as the engine's own shell would show it.
const SHELL: &str = "SELECT tokens.id, tokens.kind, tokens.name, CASE WHEN revoked_at IS NULL THEN 'expired' END, \
    coalesce(projects.path, ''), scopes, strftime('%Y-%m-%dT%H:%M:%SZ', expires_at, 'unixepoch'), \
    strftime('%Y-%m-%dT%H:%M:%SZ', tokens.created_at, 'unixepoch'), users.username, note, \
    lower(hex(substr(digest, 1, 6))) FROM tokens LEFT JOIN projects ON projects.id = tokens.project_id \
    LEFT JOIN users ON users.id = tokens.created_by \
    WHERE revoked_at IS NULL AND expires_at IS NOT NULL AND expires_at <= 1800000000";

/// A listing in a format.
fn list(store: &Store, format: &str) -> Call {
    store.call(&["list", "--expired", "--format", format])
}

pub(super) fn measure(bench: &Bench) -> Result<()> {
    let (middle, large) = (bench.store(100_000)?, bench.store(bench.rows)?);
    let formats = ["table", "json", "csv"];
    for format in formats {
        let peak = peak_memory(&list(&large, format))?;
        count(&format!("list {} of {} as {format}: kB at most", bench.rows / 10, bench.rows), peak, "at most 8192");
    }
    let all = large.call(&["list", "--all"]);
    count(&format!("list {0} of {0} as table: kB at most", bench.rows), peak_memory(&all)?, "at most 8192");
    if is_there("sqlite3") {
        let mut contenders = vec![large.shell(&["-readonly", "-csv", SHELL])];
        contenders.extend(formats.map(|format| list(&large, format)));
        let rounds = if bench.rows > 1_000_000 { 10 } else { 30 };
        let ratios = paired(rounds, &contenders)?;
        for ((format, ratio), aim) in formats.iter().zip(&ratios[1..]).zip(["1.0", "1.15", "1.15"]) {
            let what = format!("list {} of {} as {format} / sqlite3 -csv", bench.rows / 10, bench.rows);
            line(&what, &ratio.text(), &format!("at most {aim}"));
        }
    } else {
        line("list / sqlite3 -csv", "no sqlite3 here", "");
    }
    let none = ["list", "--expiring", "1d", "--quiet"];
    let ratios = paired(100, &[large.verify(), large.call(&none), large.call(&["list", "--expired", "--count"])])?;
    line(&format!("list 0 of {} / verify", bench.rows), &ratios[1].text(), "at most 1.2");
    line(&format!("count {} of {} / verify", bench.rows / 10, bench.rows), &ratios[2].text(), "");
    let ratios = paired(100, &[middle.call(&none), large.call(&none)])?;
    line(&format!("list 0 of {} / 0 of 100000", bench.rows), &ratios[1].text(), "at most 1.5");
    line(
        "bytes per token, its three index entries included",
        &large.bytes_per_token(bench.rows)?.to_string(),
        "at most 160",
    );
    Ok(())
}
