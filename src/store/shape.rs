//! Whether the schema of a store is the one that tokctl made, word for word: else what is read and written there means
//! something else than it says, as with a view in a table's place or a check that was taken away.

use rusqlite::Connection;

use crate::domain::error::{Error, Result};

/// Every definition that the migrations leave in a store, one a line, sorted; kept by a test.
const DEFINITIONS: &str = include_str!("migrations/definitions.txt");

/// Refuses a schema that is not ours. Triggers are no part of it: none is ever fired by the program.
pub(super) fn check(connection: &Connection) -> Result<()> {
    if is_ours(connection)? {
        return Ok(());
    }
    Err(Error::store("the schema of this store is not the one that tokctl made")
        .because("another program has changed what its tables are, or a fault of the disk")
        .hint("`tokctl store check` says how it differs; `tokctl store restore FILE` puts a backup in its place"))
}

fn is_ours(connection: &Connection) -> Result<bool> {
    let ours: Vec<&[u8]> = DEFINITIONS.lines().map(str::as_bytes).collect();
    let mut statement = connection.prepare("SELECT sql FROM sqlite_schema")?;
    let mut rows = statement.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        match row.get_ref(0)?.as_bytes_or_null() {
            // What the engine makes for itself has no text; its statistics are nobody's schema.
            Ok(None) => {}
            Ok(Some(text)) if text.starts_with(b"CREATE TRIGGER ") || text.starts_with(b"CREATE TABLE sqlite_stat") => {
            }
            // No two can be the same: the engine has read them all, and refuses a name that is given twice.
            Ok(Some(text)) if ours.binary_search(&text).is_ok() => found += 1,
            Ok(Some(_)) | Err(_) => return Ok(false),
        }
    }
    Ok(found == ours.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::engine;

    /// `TOKCTL_REGENERATE=1 cargo test generated` writes the file anew, behind a migration that was added.
    #[test]
    fn the_generated_definitions_are_those_that_the_migrations_leave() {
        let connection = engine::open_in_memory().unwrap();
        let mut statement = connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").unwrap();
        let mut found: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(|sql| sql.unwrap()).collect();
        found.sort();
        let found = format!("{}\n", found.join("\n"));
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/migrations/definitions.txt");
        if crate::testing::regenerates() {
            std::fs::write(path, &found).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), found);
    }

    #[test]
    fn whatever_is_added_taken_away_or_changed_is_seen() {
        let changes = [
            "CREATE TABLE more (x)",
            "CREATE INDEX more ON users (name)",
            "CREATE VIEW more AS SELECT 1",
            "DROP INDEX users_ghost",
            "ALTER TABLE users ADD COLUMN more TEXT",
            "ALTER TABLE users RENAME TO people",
            "ALTER TABLE apps RENAME name TO title",
            "DROP TABLE alarms",
        ];
        for change in changes {
            let connection = engine::open_in_memory().unwrap();
            assert!(is_ours(&connection).unwrap());
            connection.execute_batch(change).unwrap();
            assert!(!is_ours(&connection).unwrap(), "{change}");
        }
        let connection = engine::open_in_memory().unwrap();
        connection.execute_batch("ANALYZE; CREATE TRIGGER t AFTER DELETE ON users BEGIN SELECT 1; END").unwrap();
        assert!(is_ours(&connection).unwrap());
    }
}
