//! The engine: how a connection to `SQLite` is opened, what is asked of it, and what its errors mean.
#![expect(clippy::disallowed_methods, reason = "this is the room in which the database is opened")]

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::place::Place;
use super::private::FULL;
use crate::domain::error::{Code, Error, Result};

/// Marks a `SQLite` file as a tokctl store: `tokc`.
const APPLICATION_ID: i32 = 0x746f_6b63;

/// The oldest `SQLite` that may touch a store: those before it can corrupt it (the WAL-reset bug).
const OLDEST_SQLITE: i32 = 3_051_003;

const _: () = assert!(rusqlite::ffi::SQLITE_VERSION_NUMBER >= OLDEST_SQLITE, "this SQLite can corrupt a store");

/// How long a writer waits for another that is no tokctl, after the queue of the lock file.
const FOREIGN_WRITER: Duration = Duration::from_secs(20);

/// The schema, step by step. A step is added, never edited.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001_initial.sql")];

/// The schema's version that this program writes and reads.
const VERSION: u8 = 1;

const _: () = assert!(VERSION as usize == MIGRATIONS.len(), "each migration is a version");

/// Says what a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Reading only.
    Read,
    /// Reading and writing.
    Write,
}

/// Opens a store that is there. The place has been checked before.
pub(super) fn open(place: &Place, purpose: Purpose) -> Result<Connection> {
    open_waiting(place, purpose, FOREIGN_WRITER)
}

/// Opens a store that is there for reading what can be read without waiting for anybody.
pub(super) fn open_at_once(place: &Place) -> Result<Connection> {
    open_waiting(place, Purpose::Read, Duration::ZERO)
}

/// Opens a store for a change that nobody waits for, and that may be lost when the power fails.
pub(super) fn open_in_passing(place: &Place) -> Result<Connection> {
    let connection = open_waiting(place, Purpose::Write, Duration::ZERO)?;
    connection.execute_batch("PRAGMA synchronous = NORMAL;")?;
    Ok(connection)
}

fn open_waiting(place: &Place, purpose: Purpose, wait: Duration) -> Result<Connection> {
    check_library()?;
    let mode = match purpose {
        Purpose::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Purpose::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let rest = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(place.database(), mode | rest)?;
    connection.busy_timeout(wait)?;
    guard(&connection)?;
    if purpose == Purpose::Write {
        prepare_to_write(&connection)?;
    }
    Ok(connection)
}

/// Whether connections are left to the end of the process.
static LEFT_TO_EXIT: AtomicBool = AtomicBool::new(false);

/// Says that this process ends after one command: its connections end with it, which is quicker than closing them.
pub fn leave_by_exit() {
    LEFT_TO_EXIT.store(true, Ordering::Relaxed);
}

/// Ends the use of a connection whose transactions have all ended.
///
/// Nothing hangs on closing it: the commit has synced what it must, the log is not to be emptied then, and the kernel
/// takes back descriptors and locks.
pub(super) fn leave(connection: Connection) {
    if LEFT_TO_EXIT.load(Ordering::Relaxed) {
        std::mem::forget(connection);
    }
}

/// Opens a store that lives as long as the process, for trying things out.
pub(super) fn open_in_memory() -> Result<Connection> {
    check_library()?;
    let mut connection = Connection::open_in_memory()?;
    guard(&connection)?;
    create_schema(&mut connection)?;
    Ok(connection)
}

/// Opens a new file under a temporary name, to build a store in it.
pub(super) fn open_to_build(path: &std::path::Path) -> Result<Connection> {
    check_library()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch("PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
    guard(&connection)?;
    create_schema(&mut connection)?;
    Ok(connection)
}

/// Puts a built store into the mode in which it is used. The file must be synced afterwards.
pub(super) fn finish_building(connection: Connection) -> Result<()> {
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;")?;
    connection.close().map_err(|(_, error)| error.into())
}

fn check_library() -> Result<()> {
    if rusqlite::version_number() >= OLDEST_SQLITE {
        return Ok(());
    }
    Err(Error::store(format!("this program is linked with SQLite {}, which can corrupt a store", rusqlite::version()))
        .hint("build tokctl with its own SQLite: `cargo install --locked --path .`"))
}

/// Trusts nothing that the file says of itself.
fn guard(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")?;
    Ok(())
}

/// Asks for what a commit must mean: exit 0 survives a power cut, and what is deleted is gone.
fn prepare_to_write(connection: &Connection) -> Result<()> {
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON;")?;
    Ok(())
}

fn create_schema(connection: &mut Connection) -> Result<()> {
    let transaction = connection.transaction()?;
    for step in MIGRATIONS {
        transaction.execute_batch(&bare(step))?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
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
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if pragma("application_id")? != i64::from(APPLICATION_ID) {
        return Err(Error::store("this file is not a tokctl store")
            .because("it does not bear tokctl's mark")
            .hint("name another file with `--store PATH`"));
    }
    let version = pragma("user_version")?;
    if version == i64::from(VERSION) {
        return Ok(());
    }
    if version < i64::from(VERSION) {
        return Err(Error::store("this store was never finished")
            .because(format!("it has version {version} of the schema, and the first that ever was is 1")));
    }
    Err(Error::store("this store was made by a newer tokctl")
        .because(format!("it has version {version} of the schema, this program knows version {VERSION}"))
        .hint("use that newer tokctl; this one has not touched the store"))
}

/// Empties the log into the database when it is long, without waiting for anybody. Its outcome changes nothing.
pub(super) fn checkpoint_if_long(connection: &Connection, place: &Place) {
    /// 64 pages of 4096 bytes, each with a head of 24, after a head of 32.
    const LONG: u64 = 32 + 64 * (4096 + 24);
    let length = std::fs::symlink_metadata(place.log()).map_or(0, |log| log.len());
    if length > LONG && connection.busy_timeout(Duration::ZERO).is_ok() {
        checkpoint(connection).ok();
    }
}

/// Empties the log into the database and syncs it; says whether all of it went.
pub(super) fn checkpoint(connection: &Connection) -> Result<bool> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}

/// Says whether an error means that the disk is full, and nothing of what did not fit was written whole.
pub(super) fn is_full(error: &Error) -> bool {
    error.code == Code::Store && error.what == FULL
}

/// Says whether an error may mean that there is no room: over a quota, or for the log's shared index, the engine does not
/// tell that from other faults.
pub(super) fn may_be_full(error: &Error) -> bool {
    is_full(error) || error.code == Code::Store && error.what == UNWRITTEN
}

const UNWRITTEN: &str = "the store could not be written";

const NO_ROOM: [Option<i32>; 2] = [Some(rusqlite::ffi::SQLITE_IOERR_WRITE), Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE)];

impl From<rusqlite::Error> for Error {
    /// Sorts the engine's errors by what the caller can do about them.
    fn from(error: rusqlite::Error) -> Self {
        let told = error.to_string();
        let Some(code) = error.sqlite_error_code() else {
            return Self::store("the store holds something that this program does not understand").because(told);
        };
        match code {
            ErrorCode::SystemIoFailure if NO_ROOM.contains(&error.sqlite_extended_error_code()) => {
                Self::store(UNWRITTEN).because(told).hint("see whether the disk, or your quota on it, is full")
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
                Self::store("the store is locked").hint("another program holds it; try again when it is done")
            }
            ErrorCode::DiskFull => Self::store(FULL).hint("free some room where the store lies, then run it again"),
            ErrorCode::ReadOnly => Self::store("the store cannot be written").because(told),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::store("the store is damaged")
                .because(told)
                .hint("put a backup in its place; do not write to it any more"),
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::store("the store cannot be opened").because(told)
            }
            _ => Self::store("the store could not carry this out").because(told),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_keeps_neither_comments_nor_indentation() {
        let connection = open_in_memory().unwrap();
        let wide =
            "SELECT count(*) FROM sqlite_schema WHERE instr(sql, '--') OR instr(sql, '  ') OR instr(sql, char(10))";
        assert_eq!(connection.query_row(wide, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        // What is taken for a comment would be cut off within a text, too.
        let texts = |line: &str| line.split("--").next().unwrap_or_default().matches('\'').count();
        assert!(MIGRATIONS.iter().flat_map(|step| step.lines()).all(|line| texts(line) % 2 == 0));
    }
}
