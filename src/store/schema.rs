//! The schema: the steps that make it, its version, and whether that of a file is the one which they make.

use rusqlite::Connection;

use crate::domain::error::{Error, Result};

/// The steps of a schema, the oldest first: each brings a store from one version to the next.
pub(super) type Steps<'s> = &'s [&'s str];

/// The schema, step by step. A step is added, never edited.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001_initial.sql")];

/// The schema's version that this program writes and reads.
const VERSION: u8 = 1;

const _: () = assert!(VERSION as usize == MIGRATIONS.len(), "each migration is a version");

/// The steps to the version that this program writes and reads.
pub(super) const STEPS: Steps<'static> = &MIGRATIONS;

/// Marks a `SQLite` file as a tokctl store: `tokc`.
const APPLICATION_ID: i32 = 0x746f_6b63;

/// What is said of a store that an older program made.
const OLDER: &str = "this store was made by an older tokctl";

/// Makes the schema in an empty file.
pub(super) fn create(connection: &mut Connection, steps: Steps<'_>) -> Result<()> {
    let transaction = connection.transaction()?;
    advance(&transaction, 0, steps)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.commit()?;
    Ok(())
}

/// Brings a schema from a version to the last, in the transaction at hand.
pub(super) fn advance(connection: &Connection, from: usize, steps: Steps<'_>) -> Result<()> {
    for step in steps.iter().skip(from) {
        connection.execute_batch(&bare(step))?;
    }
    connection.pragma_update(None, "user_version", i64::try_from(steps.len()).unwrap_or(i64::MAX))?;
    Ok(())
}

/// Takes comments and indentation out of a migration. The engine keeps a schema's text as it was written, and reads it
/// again at every open.
fn bare(step: &str) -> String {
    let lines = step.lines().map(|line| line.split("--").next().unwrap_or_default());
    lines.flat_map(str::split_ascii_whitespace).collect::<Vec<_>>().join(" ")
}

/// Checks, inside the transaction at hand, that the store is one of ours and of our version.
pub(super) fn check_version(connection: &Connection) -> Result<()> {
    let version = version(connection, STEPS)?;
    if version == STEPS.len() {
        return Ok(());
    }
    Err(Error::store(OLDER)
        .because(format!("it has version {version} of the schema, this program works with version {VERSION}"))
        .hint("`tokctl store init` brings it up to date, and keeps a backup of it as it is; so does any change"))
}

/// Says whether an error means that the store is to be brought up to date first.
#[must_use]
pub fn is_older(error: &Error) -> bool {
    error.what == OLDER
}

/// Says whether an error means that a file is no store of this program's: another program made it, or a newer tokctl.
pub(super) fn is_of_another(error: &Error) -> bool {
    [FOREIGN, NEWER, UNFINISHED].contains(&error.what.as_str())
}

const FOREIGN: &str = "this file is not a tokctl store";
const NEWER: &str = "this store was made by a newer tokctl";
const UNFINISHED: &str = "this store was never finished";

/// Returns the schema's version of a store that is one of ours, and not newer than what these steps make.
pub(super) fn version(connection: &Connection, steps: Steps<'_>) -> Result<usize> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if pragma("application_id")? != i64::from(APPLICATION_ID) {
        return Err(foreign());
    }
    let version = pragma("user_version")?;
    match usize::try_from(version) {
        Ok(known) if (1..=steps.len()).contains(&known) => Ok(known),
        Ok(newer) if newer > steps.len() => Err(Error::store(NEWER)
            .because(format!("it has version {version} of the schema, this program knows version {}", steps.len()))
            .hint("use that newer tokctl; this one has not touched the store")),
        _ => Err(Error::store(UNFINISHED)
            .because(format!("it has version {version} of the schema, and the first that ever was is 1"))),
    }
}

/// The error for a file that another program made.
fn foreign() -> Error {
    Error::store(FOREIGN).because("it does not bear tokctl's mark").hint("name another file with `--store PATH`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::engine;

    #[test]
    fn the_schema_keeps_neither_comments_nor_indentation() {
        let connection = engine::open_in_memory().unwrap();
        let wide =
            "SELECT count(*) FROM sqlite_schema WHERE instr(sql, '--') OR instr(sql, '  ') OR instr(sql, char(10))";
        assert_eq!(connection.query_row(wide, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        // What is taken for a comment would be cut off within a text, too.
        let texts = |line: &str| line.split("--").next().unwrap_or_default().matches('\'').count();
        assert!(MIGRATIONS.iter().flat_map(|step| step.lines()).all(|line| texts(line) % 2 == 0));
    }

    #[test]
    fn a_file_is_of_a_version_that_these_steps_know_or_refused() {
        let connection = engine::open_in_memory().unwrap();
        for (number, code) in [(1, "known"), (0, "never finished"), (-1, "never finished"), (2, "newer")] {
            connection.pragma_update(None, "user_version", number).unwrap();
            let found = version(&connection, STEPS);
            let told = found.map_or_else(|error| error.what, |version| format!("known {version}"));
            assert!(told.contains(code), "{number}: {told}");
        }
        connection.pragma_update(None, "application_id", 7).unwrap();
        assert!(version(&connection, STEPS).unwrap_err().what.contains("not a tokctl store"));
    }
}
