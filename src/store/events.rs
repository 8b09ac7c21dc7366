//! The trail: appended in the transaction of the change, chained, never edited.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Reading, Writing, gate};
use crate::domain::error::Result;
use crate::domain::event::{Change, Doer, Event};
use crate::domain::head::Head;
use crate::domain::id::{GroupId, ProjectId, Sequence, UserId};
use crate::domain::time::Timestamp;

/// The columns of an event, in the order in which [`recorded`] reads them.
pub(super) const COLUMNS: &str = "sequence, at, action, actor_id, actor, operator, uid, host, command, object, \
    object_id, name, project_id, group_id, before, after, reason, hash";

/// An event, with the hash that stands beside it.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The event.
    pub event: Event,
    /// Its hash as stored.
    pub hash: [u8; 32],
}

/// Returns when the newest event was committed.
pub(super) fn newest_at(connection: &Connection) -> Result<Option<Timestamp>> {
    let mut statement = connection.prepare("SELECT at FROM events ORDER BY sequence DESC LIMIT 1")?;
    let at: Option<i64> = statement.query_row([], |row| row.get(0)).optional()?;
    Ok(at.and_then(Timestamp::from_seconds))
}

/// Appends changes as events; returns the last one's place and hash.
///
/// # Errors
/// [`Code::Store`](crate::domain::error::Code::Store) where the engine has taken the whole transaction back, as it does when a page cannot be read, even if
/// whoever read passed that over: an event written now would stand there for good, without its change.
pub(super) fn append(writing: &Writing<'_>, doer: &Doer, changes: Vec<Change>) -> Result<Option<(Sequence, [u8; 32])>> {
    let connection = writing.connection;
    gate::check_whole(connection)?;
    let newest = "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1";
    let mut last: Option<(Sequence, [u8; 32])> =
        connection.query_row(newest, [], |row| Ok((Sequence(row.get(0)?), row.get(1)?))).optional()?;
    let had = last;
    let mut insert = connection.prepare_cached(
        "INSERT INTO events (sequence, at, action, actor_id, actor, operator, uid, host, command, object, object_id, \
         name, project_id, group_id, before, after, reason, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?;
    for change in changes {
        let (previous, sequence) = last.map_or(([0; 32], 1), |(sequence, hash)| (hash, sequence.0 + 1));
        let event = Event { sequence: Sequence(sequence), at: writing.now, doer: doer.clone(), change };
        let hash = event.hash(&previous);
        let change = &event.change;
        insert.execute(params![
            sequence,
            event.at.seconds(),
            change.action,
            doer.id.0,
            doer.username,
            doer.operator,
            doer.uid,
            doer.host,
            doer.command,
            change.object,
            change.object_id,
            change.name,
            change.project.map(|id| id.0),
            change.group.map(|id| id.0),
            change.before,
            change.after,
            change.reason,
            hash,
        ])?;
        last = Some((event.sequence, hash));
    }
    Ok(if last == had { None } else { last })
}

/// Says whether an event is there.
pub(super) fn is_there(reading: &Reading<'_>, (sequence, hash): (Sequence, [u8; 32])) -> Result<bool> {
    let found: Option<[u8; 32]> = reading
        .connection
        .query_row("SELECT hash FROM events WHERE sequence = ?1", [sequence.0], |row| row.get(0))
        .optional()?;
    Ok(found == Some(hash))
}

impl Writing<'_> {
    /// Writes some of a bulk's events before all of them fill the memory. The others, and the summary, come with what the
    /// operation returns.
    ///
    /// # Errors
    /// Those of the store.
    pub fn append(&self, doer: &Doer, changes: Vec<Change>) -> Result<()> {
        append(self, doer, changes).map(|_| ())
    }
}

impl Reading<'_> {
    /// Says whether an event with this hash stands in this place.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_event(&self, head: Head) -> Result<bool> {
        is_there(self, (head.sequence, head.hash))
    }

    /// Returns when the newest event was committed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn newest_event_at(&self) -> Result<Option<Timestamp>> {
        newest_at(self.connection)
    }
}

/// Reads an event; what makes no sense in it is a fault.
pub(super) fn recorded(row: &Row<'_>) -> rusqlite::Result<Recorded> {
    let doer = Doer {
        id: UserId(row.get(3)?),
        username: row.get(4)?,
        operator: row.get(5)?,
        uid: row.get(6)?,
        host: row.get(7)?,
        command: row.get(8)?,
    };
    let change = Change {
        action: row.get(2)?,
        object: row.get(9)?,
        object_id: row.get(10)?,
        name: row.get(11)?,
        project: row.get::<_, Option<i64>>(12)?.map(ProjectId),
        group: row.get::<_, Option<i64>>(13)?.map(GroupId),
        before: row.get(14)?,
        after: row.get(15)?,
        reason: row.get(16)?,
    };
    let at = instant(row, 1)?;
    Ok(Recorded { event: Event { sequence: Sequence(row.get(0)?), at, doer, change }, hash: row.get(17)? })
}

/// Reads an instant; one outside the years 1970 to 9999 is a fault of the store.
pub(super) fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    understood(column, Timestamp::from_seconds(row.get(column)?))
}

/// Reads an instant that may be absent.
pub(super) fn optional_instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    row.get::<_, Option<i64>>(column)?.map(|seconds| understood(column, Timestamp::from_seconds(seconds))).transpose()
}

/// Turns a number that stands for nothing into a fault: never into a default.
pub(super) fn understood<T>(column: usize, value: Option<T>) -> rusqlite::Result<T> {
    value.ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Integer, "a number that stands for nothing".into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::error::Code;
    use crate::store::engine;

    /// As the engine does when a page cannot be read, even for a mere question whose answer nobody needs.
    #[test]
    fn behind_a_transaction_that_the_engine_took_back_nothing_is_written() {
        let connection = engine::open_in_memory().unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let writing = Writing(Reading::begin(&connection, &|| Timestamp::from_seconds(0).unwrap()).unwrap());
        connection.execute_batch("ROLLBACK").unwrap();
        let doer = Doer {
            id: UserId(1),
            username: "ann".to_owned(),
            operator: None,
            uid: 0,
            host: "vm".to_owned(),
            command: "user block".to_owned(),
        };
        let changes = vec![Change::of("user.block", "user", 2, "bob")];
        assert_eq!(append(&writing, &doer, changes).map_err(|error| error.code), Err(Code::Store));
        let events: i64 = connection.query_row("SELECT count(*) FROM events", [], |row| row.get(0)).unwrap();
        assert_eq!(events, 0);
    }
}
