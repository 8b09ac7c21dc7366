//! Minting: one durable token with its event.

use anyhow::Result;

use super::report::{count, line};
use super::runner::paired;
use super::stores::{Bench, Store};
use super::tools::{Call, instructions, is_there, system_calls};

/// The system calls that wait for the disk.
const SYNCS: &str = "fsync,fdatasync";

/// The same two rows, as durably, by the engine's own shell.
const SHELL: &str = "PRAGMA synchronous = FULL; BEGIN IMMEDIATE; \
    INSERT INTO tokens (kind, name, digest, scopes, project_id, created_at, created_by) \
    VALUES (5, 'shell-' || hex(randomblob(8)), randomblob(32), 32, 1, 1700000000, 1); \
    INSERT INTO events (sequence, at, action, actor_id, actor, uid, host, command, object, object_id, name, \
    project_id, after, hash) \
    SELECT max(sequence) + 1, max(at), 'token.create', 1, 'ann', 1000, 'host', 'create deploy', 'token', \
    last_insert_rowid(), 'shell', 1, '{\"kind\":\"deploy\"}', randomblob(32) FROM events; COMMIT;";

fn create(store: &Store) -> Call {
    store.call(&["create", "deploy", "--scope", "read_registry", "--quiet"])
}

pub(super) fn measure(bench: &Bench) -> Result<()> {
    for rows in [1_000, 100_000] {
        let own = bench.copy(rows, "create")?;
        count(&format!("create into {rows}: instructions"), instructions(&create(&own))?, "");
        count(&format!("create into {rows}: system calls"), system_calls(&create(&own), None)?, "");
        let synced =
            (0..100).map(|_| system_calls(&create(&own), Some(SYNCS))).collect::<Result<Option<Vec<u64>>>>()?;
        let most = synced.iter().flatten().copied().max();
        count(&format!("create into {rows}: syncs in 100 of them"), synced.map(|all| all.iter().sum()), "at most 250");
        count(&format!("create into {rows}: syncs of one, at most"), most, "at most 5");
        if !is_there("sqlite3") {
            line(&format!("create into {rows} / sqlite3"), "no sqlite3 here", "");
            continue;
        }
        let shell = bench.copy(rows, "shell")?.shell(&[SHELL]);
        let ratios = paired(100, &[shell, create(&own)])?;
        line(&format!("create into {rows} / sqlite3"), &ratios[1].text(), "at most 0.70 static, 0.80 dynamic");
    }
    Ok(())
}
