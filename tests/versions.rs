//! Stores of other versions: a newer one is not touched, whatever is done to it; one that was never finished neither.

#![cfg(test)]

use std::fs;

use crate::support::Bench;

const VERBS: [&str; 8] = [
    "store init",
    "store info",
    "store check",
    "store backup ~/c.db",
    "store restore ~/b.db --yes",
    "store sweep",
    "store prune --before 2026-01-01 --yes",
    "store compact",
];

#[test]
fn a_store_of_another_version_is_refused_by_every_verb_and_left_as_it_is_to_the_byte() {
    for (version, words) in [(2, "was made by a newer tokctl"), (0, "was never finished")] {
        let bench = Bench::after(&["create deploy -s read_registry -q --to ~/1", "store backup ~/b.db -q"]);
        let connection = crate::atomic::open(&bench);
        connection.execute_batch(&format!("PRAGMA user_version = {version}; PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        drop(connection);
        let before = fs::read(bench.data().join("store.db")).unwrap();
        for verb in VERBS {
            bench.run(verb).code(7).stdout("").says(words);
            assert!(fs::read(bench.data().join("store.db")).unwrap() == before, "{verb}");
            assert_eq!(fs::metadata(bench.data().join("store.db-wal")).map_or(0, |log| log.len()), 0, "{verb}");
        }
        assert!(!bench.path("c.db").exists());
        assert_eq!(bench.run("store path").code(0).out(), "~/.local/share/tokctl/store.db\n");
    }
}
