//! The engine: how a connection to `SQLite` is opened, what is asked of it, and what its errors mean.
#![expect(clippy::disallowed_methods, reason = "this is the room in which the database is opened")]

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::gate;
use super::place::Place;
use super::private::FULL;
use super::schema;
use crate::domain::error::{Code, Error, Result};

/// The oldest `SQLite` that may touch a store: those before it can corrupt it (the WAL-reset bug).
const OLDEST_SQLITE: i32 = 3_051_003;

const _: () = assert!(rusqlite::ffi::SQLITE_VERSION_NUMBER >= OLDEST_SQLITE, "this SQLite can corrupt a store");

/// How long a writer waits for another that is no tokctl, after the queue of the lock file.
const FOREIGN_WRITER: Duration = Duration::from_secs(20);

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
    let connection = connect(place.database(), purpose)?;
    connection.busy_timeout(wait)?;
    guard(&connection)?;
    if purpose == Purpose::Write {
        prepare_to_write(&connection)?;
    }
    Ok(connection)
}

fn connect(path: &Path, purpose: Purpose) -> Result<Connection> {
    check_library()?;
    let mode = match purpose {
        Purpose::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Purpose::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let rest = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_EXRESCODE;
    Ok(Connection::open_with_flags(path, mode | rest)?)
}

/// Opens a file that is no store in use: a backup, or what is to become a store. Nothing that it brings along is carried
/// out. What is written to it is lost when the power fails, until it is synced.
pub(super) fn open_apart(path: &Path, purpose: Purpose) -> Result<Connection> {
    let connection = connect(path, purpose)?;
    guard(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    if purpose == Purpose::Write {
        // A copy of a store in use says of itself that it has a log; here it is a file by itself.
        connection
            .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
        connection.execute_batch("PRAGMA secure_delete = ON;")?;
    }
    Ok(connection)
}

/// Whether a trigger that stands in a store is fired.
static FIRES: AtomicBool = AtomicBool::new(true);

/// Says that no trigger is ever fired in this process. tokctl makes none; one that somebody else put into a store could
/// undo what a command says that it did.
pub fn fire_no_trigger() {
    FIRES.store(false, Ordering::Relaxed);
}

/// Whether connections are left to the end of the process.
static LEFT_TO_EXIT: AtomicBool = AtomicBool::new(false);

/// Says that this process ends after one command: its connections end with it, which is quicker than closing them.
pub fn leave_by_exit() {
    LEFT_TO_EXIT.store(true, Ordering::Relaxed);
}

/// Takes that back: this process goes on for long after its first transaction, and keeps the store open no longer than it
/// works on it.
pub fn leave_by_closing() {
    LEFT_TO_EXIT.store(false, Ordering::Relaxed);
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
    let mut connection = open_blank()?;
    schema::create(&mut connection, schema::STEPS)?;
    Ok(connection)
}

/// Opens nothing at all, in memory.
pub(super) fn open_blank() -> Result<Connection> {
    check_library()?;
    let connection = Connection::open_in_memory()?;
    guard(&connection)?;
    Ok(connection)
}

/// Opens a new file under a temporary name, to build a store in it.
pub(super) fn open_to_build(path: &Path) -> Result<Connection> {
    let mut connection = connect(path, Purpose::Write)?;
    connection.execute_batch("PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
    guard(&connection)?;
    schema::create(&mut connection, schema::STEPS)?;
    Ok(connection)
}

/// Puts a built store into the mode in which it is used. The file must be synced afterwards.
pub(super) fn finish_building(connection: Connection) -> Result<()> {
    connection.execute_batch("PRAGMA synchronous = FULL;")?;
    {
        let mut statement = connection.prepare("PRAGMA journal_mode = WAL")?;
        let mut rows = statement.query([])?;
        // The answer comes before the page is written that makes it true; that this failed is said behind it.
        while let Some(row) = rows.next()? {
            let mode: String = row.get(0)?;
            if mode != "wal" {
                return Err(
                    Error::store(UNWRITTEN).because(format!("its journal is `{mode}` and cannot be made `wal`"))
                );
            }
        }
    }
    connection.close().map_err(|(_, error)| error.into())
}

fn check_library() -> Result<()> {
    if rusqlite::version_number() >= OLDEST_SQLITE {
        return Ok(());
    }
    Err(Error::store(format!("this program is linked with SQLite {}, which can corrupt a store", rusqlite::version()))
        .hint("build tokctl with its own SQLite: `cargo install --locked --path .`"))
}

/// The most bytes that a value or a row has, many times over what tokctl writes: a larger one would fill the memory.
const LONGEST_VALUE: i32 = 1 << 20;

/// Trusts nothing that the file says of itself.
fn guard(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, FIRES.load(Ordering::Relaxed))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    // A plan hangs on the text of a statement alone; else one that is carried out often is planned anew for each value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")?;
    Ok(())
}

/// Asks for what a commit must mean: exit 0 survives a power cut, and what is deleted is gone.
fn prepare_to_write(connection: &Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON;")?;
    Ok(())
}

/// Gives a connection a cache of 64 MiB, for one transaction of many rows.
pub(super) fn widen(connection: &Connection) -> Result<()> {
    connection.execute_batch("PRAGMA cache_size = -65536;")?;
    Ok(())
}

/// Empties the log into the database when it is long, without waiting for anybody. Its outcome changes nothing.
pub(super) fn checkpoint_if_long(connection: &Connection, place: &Place) {
    /// 64 pages of 4096 bytes, each with a head of 24, after a head of 32.
    const LONG: u64 = 32 + 64 * (4096 + 24);
    let length = std::fs::symlink_metadata(place.log()).map_or(0, |log| log.len());
    if length > LONG {
        checkpoint_at_once(connection);
    }
}

/// Empties the log into the database without waiting for anybody. Its outcome changes nothing.
pub(super) fn checkpoint_at_once(connection: &Connection) {
    if connection.busy_timeout(Duration::ZERO).is_ok() {
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

/// Says whether an error means that the file is broken, or none of the engine's at all.
pub(super) fn is_damage(error: &Error) -> bool {
    error.code == Code::Store && error.what == DAMAGED
}

/// Says whether an error tells nothing of what a store holds, and may be another one the next time.
#[must_use]
pub fn is_passing(error: &Error) -> bool {
    error.code == Code::Store && [LOCKED, FULL, UNWRITTEN, UNREAD, UNOPENED].contains(&error.what.as_str())
}

/// Makes the error for a store that does not agree with itself.
pub(super) fn damaged(why: &str) -> Error {
    Error::store(DAMAGED).because(why).hint("`tokctl store restore FILE` puts a backup in its place")
}

const DAMAGED: &str = "the store is damaged";

const LOCKED: &str = "the store is locked";

const UNREAD: &str = "the store could not be read or written";

const UNOPENED: &str = "the store cannot be opened";

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
                Self::store(LOCKED).hint("another program holds it; try again when it is done")
            }
            ErrorCode::DiskFull => Self::store(FULL).hint("free some room where the store lies, then run it again"),
            ErrorCode::ReadOnly => Self::store("the store cannot be written").because(told).hint(
                "`ls -l` shows the mode of its files, `lsattr` whether one is immutable, `findmnt` whether its disk is \
                 read-only",
            ),
            ErrorCode::FileLockingProtocolFailed => Self::store("the locks of the store do not work")
                .because(told)
                .hint("see whether the file system it lies on has locks: a local one has"),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => damaged(&told),
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::store(UNOPENED).because(told),
            ErrorCode::SystemIoFailure | ErrorCode::OutOfMemory => {
                Self::store(UNREAD).because(told).hint("`dmesg` says whether something is wrong with the disk")
            }
            ErrorCode::ConstraintViolation
                if error.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_CONSTRAINT_COMMITHOOK) =>
            {
                gate::taken_back()
            }
            _ => Self::store("the store could not carry this out").because(told),
        }
    }
}
