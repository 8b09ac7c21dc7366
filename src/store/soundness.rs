//! Whether a file is sound: what the engine finds wrong with it, and how its schema differs from the one it should have.

use rusqlite::{Connection, Row};

use super::schema::{self, Steps};
use super::{Reading, engine};
use crate::domain::error::{Error, Result};
use crate::domain::head::Head;
use crate::domain::time::Timestamp;

/// How many faults of one sort are told; a file that is broken all over has as many as it has rows.
const MOST: usize = 20;

/// What a whole copy of a store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The newest event.
    pub head: Head,
    /// How many events there are.
    pub events: u64,
    /// How many tokens there are, dead ones too.
    pub tokens: u64,
    /// How many users there are, bots too.
    pub users: u64,
}

/// Looks at a copy of a store of a version, from its schema to the last row, before anything in it is believed.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) with what is wrong.
pub(super) fn examine(connection: &Connection, version: usize, steps: Steps<'_>, called: &str) -> Result<()> {
    let unsound = |lines: &[String]| Error::store(format!("{called} is not sound")).because(lines.join("; "));
    for look in [&|| differences(connection, version, steps), &|| damage(connection), &|| dangling(connection)]
        as [&dyn Fn() -> Result<Vec<String>>; 3]
    {
        let found = look().map_err(|error| unsound(&[error.why.unwrap_or(error.what)]))?;
        if !found.is_empty() {
            return Err(unsound(&found));
        }
    }
    Ok(())
}

/// Walks along the trail of a copy that has been examined, and counts what it holds.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) where the chain is broken.
pub(super) fn holding(connection: &Connection, called: &str) -> Result<Holding> {
    let reading = Reading { connection, now: Timestamp::MIN, behind: 0 };
    let walk = reading.walk(|_| ())?;
    if let Some(broken) = walk.broken {
        return Err(Error::store(format!("{called} is not sound"))
            .because(format!("its trail is broken at event {}", broken.sequence())));
    }
    let sql = "SELECT (SELECT count(*) FROM tokens), (SELECT count(*) FROM users)";
    let (tokens, users): (i64, i64) = connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Holding { head: walk.end, events: walk.events, tokens: tokens.unsigned_abs(), users: users.unsigned_abs() })
}

/// A part of a schema: what it is, its name, the table it belongs to, and how it was declared.
type Part = (String, String, String, Option<String>);

/// Says how the schema of a file differs from that of a version, in lines; nothing where it is the same.
pub(super) fn differences(connection: &Connection, version: usize, steps: Steps<'_>) -> Result<Vec<String>> {
    let blank = engine::open_blank()?;
    schema::advance(&blank, 0, steps.get(..version).unwrap_or(steps))?;
    let (meant, found) = (parts(&blank)?, parts(connection)?);
    let named = |(what, name, ..): &Part| format!("the {what} `{name}`");
    let is_same = |part: &Part, other: &Part| part.0 == other.0 && part.1 == other.1;
    let mut differences = Vec::new();
    for part in &found {
        match meant.iter().find(|other| is_same(part, other)) {
            None => differences.push(format!("{} is none of tokctl's", named(part))),
            Some(other) if other != part => differences.push(format!("{} was altered", named(part))),
            Some(_) => {}
        }
    }
    let missing = meant.iter().filter(|part| !found.iter().any(|other| is_same(part, other)));
    differences.extend(missing.map(|part| format!("{} is missing", named(part))));
    Ok(differences)
}

fn parts(connection: &Connection) -> Result<Vec<Part>> {
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    let part = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    all(connection, sql, part)
}

/// Lets the engine look at every page, row, index and condition; returns what is wrong, in lines.
///
/// The conditions that rows must meet are known to connections that may write only.
pub(super) fn damage(connection: &Connection) -> Result<Vec<String>> {
    let mut lines = all(connection, &format!("PRAGMA integrity_check({MOST})"), |row| row.get::<_, String>(0))?;
    lines.retain(|line| line != "ok");
    Ok(lines)
}

/// Returns which rows name another that is not there, in lines.
pub(super) fn dangling(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    let (mut lines, mut further) = (Vec::new(), 0_u64);
    while let Some(row) = rows.next()? {
        if lines.len() == MOST {
            further += 1;
            continue;
        }
        let (table, id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let which = id.map_or_else(|| "a row".to_owned(), |id| format!("row {id}"));
        lines.push(format!("{which} of `{table}` names a row of `{parent}` that is not there"));
    }
    if further > 0 {
        lines.push(format!("{further} further rows name others that are not there"));
    }
    Ok(lines)
}

fn all<T>(connection: &Connection, sql: &str, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_added_to_a_schema_altered_in_it_or_taken_out_is_told() {
        let cases = [
            ("", None),
            ("CREATE TRIGGER trap AFTER INSERT ON tokens BEGIN SELECT 1; END", Some("the trigger `trap` is none of")),
            ("CREATE VIEW spy AS SELECT digest FROM tokens", Some("the view `spy` is none of tokctl's")),
            ("CREATE TABLE more (id INTEGER)", Some("the table `more` is none of tokctl's")),
            ("DROP INDEX tokens_digest", Some("the index `tokens_digest` is missing")),
            ("DROP INDEX tokens_digest; CREATE INDEX tokens_digest ON tokens (digest)", Some("was altered")),
            ("ALTER TABLE tokens ADD COLUMN more TEXT", Some("the table `tokens` was altered")),
        ];
        for (change, told) in cases {
            let connection = engine::open_in_memory().unwrap();
            connection.execute_batch(change).unwrap();
            let found = differences(&connection, 1, schema::STEPS).unwrap();
            match told {
                None => assert!(found.is_empty(), "{found:?}"),
                Some(told) => assert!(found.len() == 1 && found[0].contains(told), "{change}: {found:?}"),
            }
        }
    }

    #[test]
    fn rows_that_name_others_in_vain_are_told_and_many_of_them_counted() {
        let connection = engine::open_in_memory().unwrap();
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let row = "INSERT INTO apps (name, scopes, owner_id, created_at) VALUES (?1, 0, 9, 0)";
        for number in 0..25 {
            connection.execute(row, [number.to_string()]).unwrap();
        }
        let found = dangling(&connection).unwrap();
        assert_eq!(found.len(), 21);
        assert_eq!(found[0], "row 1 of `apps` names a row of `users` that is not there");
        assert_eq!(found[20], "5 further rows name others that are not there");
        assert_eq!(damage(&connection).unwrap(), Vec::<String>::new());
        let ignoring = "PRAGMA ignore_check_constraints = ON; INSERT INTO users (kind, username, name, created_at) VALUES (9, 'x', 'x', 0); \
            PRAGMA ignore_check_constraints = OFF";
        connection.execute_batch(ignoring).unwrap();
        assert_eq!(damage(&connection).unwrap(), ["CHECK constraint failed in users"]);
    }
}
