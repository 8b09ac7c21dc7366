//! One change: rows and events written, flushed, the secret handed over, then `COMMIT`.

use std::time::Duration;

use rusqlite::Connection;

use super::engine::{self, Purpose};
use super::gate::{self, Gate};
use super::lock::Lock;
use super::place::Place;
use super::signals::Held;
use super::{Clock, Medium, Reading, Store, Writing, doubt, events, reserve};
use crate::domain::error::{Code, Error, Result};
use crate::domain::event::{Change, Doer};
use crate::domain::id::Sequence;

/// How long a writer stands in the queue of the lock file.
const QUEUE: Duration = Duration::from_secs(20);

/// What an operation did: its result, and one change for each thing whose state changed.
pub struct Done<T> {
    /// What the operation returns.
    pub result: T,
    /// Who did it.
    pub doer: Doer,
    /// What is written into the trail. Nothing, where nothing changed.
    pub changes: Vec<Change>,
}

/// Says what came of handing over a secret inside the transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// There was nothing to hand over.
    Nothing,
    /// The whole secret was taken, while its reader was there.
    Delivered,
    /// It would have had to wait for its reader; nothing was written.
    NotReady,
}

/// Says whether a change may use up the reserve when the disk is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// It fails when the disk is full.
    Ordinary,
    /// It takes something away that must not go on: it frees the reserve and tries once more.
    Ending,
}

impl Store {
    /// Changes the store in one transaction.
    ///
    /// `make` writes the rows and says what it did; it is called anew when the transaction has to be. `hand_over` gets its
    /// result when everything but the commit is done, and must not wait for anybody. Returns `None` where it was not
    /// ready: nothing is left of the change then, and no lock is held.
    ///
    /// # Errors
    /// Those of `make` and `hand_over`, after which nothing is changed. [`Code::Store`] where the store cannot be
    /// written, [`Code::Delivery`] where the commit failed behind a secret that was handed over and is dead,
    /// [`Code::Uncertain`] where nobody can say what became of the commit.
    pub fn write<T>(
        &self,
        clock: Clock<'_>,
        urgency: Urgency,
        mut make: impl FnMut(&Writing<'_>) -> Result<Done<T>>,
        mut hand_over: impl FnMut(&T) -> Result<HandOver>,
    ) -> Result<Option<T>> {
        let place = match &self.medium {
            Medium::Memory(connection) => {
                let gate = Gate::shut(&mut connection.borrow_mut())?;
                let attempted = attempt(&connection.borrow(), &gate, clock, &mut make, &mut hand_over);
                return attempted.map_err(Failure::into_error);
            }
            Medium::File(place) => place,
        };
        let _queue = Lock::take(place, QUEUE)?;
        let mut reserve_is_left = urgency == Urgency::Ending;
        let end = loop {
            match on_file(place, clock, urgency, &mut make, &mut hand_over) {
                Ok(end) => break end,
                Err(failed) if reserve_is_left && engine::may_be_full(&failed) => {
                    reserve_is_left = false;
                    reserve::free(place)?;
                }
                Err(failed) => return Err(failed),
            }
        };
        // Made again as soon as it can be, by whoever writes next; until then `store check` reports it missing.
        reserve::make(place).ok();
        Ok(end)
    }

    /// Carries a change out up to its commit, and leaves nothing of it.
    ///
    /// # Errors
    /// Those of [`Store::write`].
    pub fn try_out<T>(&self, clock: Clock<'_>, make: impl FnOnce(&Writing<'_>) -> Result<Done<T>>) -> Result<T> {
        let rehearse = |connection: &Connection| {
            connection.execute_batch("BEGIN IMMEDIATE")?;
            let done = Reading::begin(connection, clock).and_then(|reading| make(&Writing(reading)));
            // First what went wrong there: behind it the engine may have rolled back by itself.
            let done = done.and_then(|done| gate::check_whole(connection).map(|()| done));
            let rolled_back = connection.execute_batch("ROLLBACK");
            let done = done?;
            rolled_back?;
            Ok(done.result)
        };
        match &self.medium {
            Medium::Memory(connection) => {
                let _shut = Gate::shut(&mut connection.borrow_mut())?;
                rehearse(&connection.borrow())
            }
            Medium::File(place) => {
                let _queue = Lock::take(place, QUEUE)?;
                let rehearsed = engine::open(place, Purpose::Write).and_then(|mut connection| {
                    let _shut = Gate::shut(&mut connection)?;
                    rehearse(&connection)
                });
                rehearsed.map_err(|error| doubt::understood(place, error))
            }
        }
    }
}

/// Carries out one transaction on a connection of its own, and finds out what became of a commit that failed.
fn on_file<T>(
    place: &Place,
    clock: Clock<'_>,
    urgency: Urgency,
    make: &mut impl FnMut(&Writing<'_>) -> Result<Done<T>>,
    hand_over: &mut impl FnMut(&T) -> Result<HandOver>,
) -> Result<Option<T>> {
    let mut connection = engine::open(place, Purpose::Write).map_err(|error| doubt::understood(place, error))?;
    let gate = Gate::shut(&mut connection)?;
    match attempt(&connection, &gate, clock, make, hand_over) {
        Ok(end) => {
            match urgency {
                Urgency::Ordinary => engine::checkpoint_if_long(&connection, place),
                // A log that is lost or damaged later must not bring back what was taken away.
                Urgency::Ending => engine::checkpoint_at_once(&connection),
            }
            engine::leave(connection);
            Ok(end)
        }
        Err(Failure::Before(error)) => {
            drop(connection);
            Err(doubt::understood(place, *error))
        }
        Err(Failure::Commit(failed, result)) => {
            drop(connection);
            if is_committed(place, clock, &failed)? { Ok(Some(result)) } else { Err(failed.into_error()) }
        }
    }
}

/// Where a change failed.
enum Failure<T> {
    /// Before the commit: nothing is left of it.
    Before(Box<Error>),
    /// In the commit: it may be there or not.
    Commit(Box<FailedCommit>, T),
}

impl<T> Failure<T> {
    fn into_error(self) -> Error {
        match self {
            Self::Before(error) => *error,
            Self::Commit(failed, _) => failed.into_error(),
        }
    }
}

/// What is needed to find out whether a commit that failed is there, and what to say of it.
struct FailedCommit {
    error: Error,
    handed_over: bool,
    last: (Sequence, [u8; 32]),
    token: Option<i64>,
}

impl FailedCommit {
    /// The error of a commit that is known not to be there.
    fn into_error(self) -> Error {
        if self.handed_over {
            Error::delivery("the secret was handed over, but its token could not be stored: it is dead")
                .because(self.error.what)
                .hint("throw that secret away and run the command again")
        } else {
            self.error
        }
    }

    /// The error of a commit of which nobody knows.
    fn unknown(&self) -> Error {
        let show = self.token.map_or_else(|| "tokctl log list".to_owned(), |id| format!("tokctl show {id}"));
        Error::new(Code::Uncertain, "the commit failed, and the store does not say whether it took place")
            .because(self.error.what.clone())
            .hint(format!("`{show}` tells, once the store can be read again"))
    }
}

/// Carries out one transaction. `None`: the sink was not ready, and nothing is left.
fn attempt<T>(
    connection: &Connection,
    gate: &Gate,
    clock: Clock<'_>,
    make: &mut impl FnMut(&Writing<'_>) -> Result<Done<T>>,
    hand_over: &mut impl FnMut(&T) -> Result<HandOver>,
) -> std::result::Result<Option<T>, Failure<T>> {
    connection.execute_batch("BEGIN IMMEDIATE").map_err(|error| Failure::Before(Box::new(error.into())))?;
    // Held from the flush to the commit: nothing may end or stop this process while a secret is out and its fate open.
    let mut held = None;
    let mut prepare = || -> Result<Prepared<T>> {
        let writing = Writing(Reading::begin(connection, clock)?);
        let done = make(&writing)?;
        let token = done.changes.iter().find(|change| change.object == "token").and_then(|change| change.object_id);
        let last = events::append(&writing, &done.doer, done.changes)?;
        held = Some(Held::hold()?);
        // A full disk shows now, and not behind the secret.
        connection.cache_flush()?;
        gate.open(connection)?;
        let handed = hand_over(&done.result)?;
        Ok(Prepared { result: done.result, token, last, handed })
    };
    let roll_back = || {
        // Fails only where the engine has rolled back by itself.
        connection.execute_batch("ROLLBACK").ok();
    };
    let prepared = prepare().map_err(|error| {
        roll_back();
        Failure::Before(Box::new(error))
    })?;
    if prepared.handed == HandOver::NotReady {
        roll_back();
        return Ok(None);
    }
    match (connection.execute_batch("COMMIT"), prepared.last) {
        (Ok(()), _) => Ok(Some(prepared.result)),
        (Err(error), None) => {
            roll_back();
            Err(Failure::Before(Box::new(error.into())))
        }
        (Err(error), Some(last)) => {
            roll_back();
            let handed_over = prepared.handed == HandOver::Delivered;
            let failed = FailedCommit { error: error.into(), handed_over, last, token: prepared.token };
            Err(Failure::Commit(Box::new(failed), prepared.result))
        }
    }
}

/// Carries out the first transaction of a store that is being built.
pub(super) fn once<T>(
    connection: &Connection,
    clock: Clock<'_>,
    make: &mut impl FnMut(&Writing<'_>) -> Result<Done<T>>,
) -> Result<T> {
    let gate = Gate::of_a_file_apart();
    let made = attempt(connection, &gate, clock, make, &mut |_| Ok(HandOver::Nothing)).map_err(Failure::into_error)?;
    made.ok_or_else(|| Error::failed("the store was not furnished"))
}

/// A transaction that wants nothing but its commit.
struct Prepared<T> {
    result: T,
    token: Option<i64>,
    last: Option<(Sequence, [u8; 32])>,
    handed: HandOver,
}

/// Reads the store again after a commit that failed: the return code alone proves nothing.
///
/// # Errors
/// [`Code::Uncertain`] where the store does not answer, or can neither sync the commit nor rule it out.
fn is_committed(place: &Place, clock: Clock<'_>, failed: &FailedCommit) -> Result<bool> {
    is_there_after(place, clock, failed.last, &failed.error).ok_or_else(|| failed.unknown())
}

/// Says whether an event is in the store, after a commit that would have brought it there failed. `None`: the store does
/// not answer, or can neither sync the commit nor rule it out.
pub(super) fn is_there_after(
    place: &Place,
    clock: Clock<'_>,
    last: (Sequence, [u8; 32]),
    error: &Error,
) -> Option<bool> {
    // A fresh connection recovers the log as the next process would.
    let connection = engine::open(place, Purpose::Write).ok()?;
    let there = super::read_in(&connection, clock, |reading| events::is_there(reading, last)).ok()?;
    // A commit that could not be synced stays in the log, unseen as long as anybody has the store open; the next to
    // recover the log would find it. Emptying the log ends that. On a full disk the commit was never written whole.
    let is_open = there || !engine::is_full(error);
    if is_open && !engine::checkpoint(&connection).ok()? { None } else { Some(there) }
}
