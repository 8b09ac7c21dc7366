//! Restoring over a store that is damaged where what was taken away is found: its rows are asked, and not its indexes.

#![cfg(test)]

use std::fs;

use crate::support::{Bench, Kept};

/// Where a page begins that is the root of something in a store, all of which stands in its file.
fn page(bench: &Bench, name: &str) -> usize {
    let connection = crate::atomic::open(bench);
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: i64 = connection.query_row(sql, [name], |row| row.get(0)).unwrap();
    (usize::try_from(page).unwrap() - 1) * 4096
}

/// Flips one bit of what the index of the digests has of a token, so that it is not found by its secret.
fn rot(bench: &Bench, id: i64) {
    let sql = "SELECT digest FROM tokens WHERE id = ?1";
    let digest: Vec<u8> = crate::atomic::open(bench).query_row(sql, [id], |row| row.get(0)).unwrap();
    let start = page(bench, "tokens_digest");
    let store = bench.data().join("store.db");
    let mut bytes = fs::read(&store).unwrap();
    let at = bytes[start..start + 4096].windows(32).position(|window| window == digest).unwrap();
    bytes[start + at + 31] ^= 1;
    fs::write(&store, bytes).unwrap();
}

/// A store whose first token was revoked after the backup was made; nothing of it stands in its log.
fn bench() -> (Bench, Kept) {
    let bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry -q");
    bench.all(&["store backup ~/b.db -q", "revoke 1 --yes -q"]);
    (bench, secret)
}

#[test]
fn a_rotten_index_revives_no_token_whose_row_can_be_read() {
    let (bench, secret) = bench();
    bench.all(&["create deploy -s read_registry -q --to ~/2", "user add ann -q"]);
    rot(&bench, 1);
    bench.verify(&secret, "").code(1);
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("warning: the store that is there is damaged (");
    told.says("revoked since, and so it stays: deploy token 1");
    bench.verdict(&secret, "", "revoked");
    // Nor is a number given twice.
    bench.all(&["create deploy -s read_registry -q --to ~/3", "user add bob -q"]);
    assert_eq!(bench.ok("list -q").ids(), [3]);
    assert_eq!(bench.ok("user list --json").json()["users"][1]["id"], 3);
    bench.ok("store check").says("nothing is wrong");
}

#[test]
fn a_token_that_a_damaged_store_gave_and_knows_no_more_is_said_to_be_unknown() {
    let (bench, _) = bench();
    bench.ok("create deploy -s read_registry -q --to ~/2");
    rot(&bench, 2);
    let connection = crate::atomic::open(&bench);
    connection.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM tokens WHERE id = 1").unwrap();
    drop(connection);
    let told = bench.ok("store restore ~/b.db --dry-run");
    told.says("warning: nothing tells whether token 1 of the backup was revoked since");
    assert_eq!(bench.ok("store restore ~/b.db --dry-run --json").json()["restorations"][0]["tokens_unknown"], 1);
}
