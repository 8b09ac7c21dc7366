//! Where a secret goes: standard output, or the new file of `--to`; and where many go that are to have a file each.
//!
//! A token comes alive only if its secret arrived, so the secret is handed over inside the store's transaction, and
//! nothing here waits for a reader but [`Sink::wait`], which is called outside it. Knows bytes and not what they mean.

mod directory;
mod fault;
mod file;
mod fresh;
mod stdout;

use std::fs::File;
use std::path::Path;

use crate::domain::error::Result;
use crate::store::HandOver;

pub use directory::{DirectorySink, Parcel};
pub use file::{FileSink, beside, read_file_of, read_secret_file};
pub use stdout::{AT_ONCE, StdoutSink};

/// Takes the secrets of one command.
#[derive(Debug)]
pub enum Sink {
    /// Standard output.
    Stdout(StdoutSink),
    /// A file that does not exist yet.
    File(FileSink),
}

impl Sink {
    /// Makes the sink of standard output, given as a duplicate of its descriptor.
    ///
    /// # Errors
    ///
    /// `Failed` if the descriptor cannot be looked at.
    pub fn stdout(stdout: &File) -> Result<Self> {
        StdoutSink::new(stdout).map(Self::Stdout)
    }

    /// Makes the sink of `--to FILE`; the file is not made yet.
    #[must_use]
    pub fn to_file(path: &Path) -> Self {
        Self::File(FileSink::new(path))
    }

    /// Makes the sink of a file that takes the place of another once its secret is alive.
    #[must_use]
    pub fn replacing(path: &Path) -> Self {
        Self::File(FileSink::replacing(path))
    }

    /// Does what is left to do once the secret is alive.
    ///
    /// # Errors
    ///
    /// `Failed` if it cannot be done; the secret is alive all the same.
    pub fn finish(&mut self) -> Result<()> {
        match self {
            Self::Stdout(_) => Ok(()),
            Self::File(sink) => sink.finish(),
        }
    }

    /// Refuses, before anything is minted, a sink that will not take so many bytes; returns a warning where there is one.
    ///
    /// # Errors
    ///
    /// `Delivery` where nothing can arrive, `Usage` for too many bytes or a directory that is not there, `Conflict`
    /// for a file that is.
    pub fn check(&self, bytes: usize) -> Result<Option<&'static str>> {
        match self {
            Self::Stdout(sink) => sink.check(bytes),
            Self::File(sink) => sink.check().map(|()| None),
        }
    }

    /// Writes the bytes whole, newline included, and makes sure of them, without waiting for a reader.
    ///
    /// For the time between flush and `COMMIT`. The caller wipes the bytes.
    ///
    /// # Errors
    ///
    /// `Delivery` if they did not arrive: part of them or all may be out, so the caller rolls back and they are dead.
    /// `Conflict` for a file that appeared since the check.
    pub fn hand_over(&mut self, bytes: &[u8]) -> Result<HandOver> {
        match self {
            Self::Stdout(sink) => sink.hand_over(bytes),
            Self::File(sink) => sink.hand_over(bytes).map(|()| HandOver::Delivered),
        }
    }

    /// Waits until a sink that was not ready may be, or a signal has been handled. Not to be called with a lock held.
    ///
    /// # Errors
    ///
    /// `Delivery` if the reader goes away.
    pub fn wait(&self) -> Result<()> {
        match self {
            Self::Stdout(sink) => sink.wait(),
            Self::File(_) => Ok(()),
        }
    }

    /// Takes back, after a commit that failed for certain, what can be taken back; returns what stays behind, in words.
    ///
    /// Never to be called while the outcome of the commit is unknown: the secret may be alive.
    pub fn withdraw(&mut self) -> Option<String> {
        match self {
            Self::Stdout(sink) => sink.withdraw(),
            Self::File(sink) => sink.withdraw(),
        }
    }
}
