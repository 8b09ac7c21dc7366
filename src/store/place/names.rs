//! The names of a store and of the files that belong to it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::Place;

impl Place {
    /// Returns the directory of the store and of every file beside it.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Returns the path of the database itself.
    #[must_use]
    pub fn database(&self) -> &Path {
        &self.database
    }

    /// Returns the path of the file on which writers queue.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.beside(".lock")
    }

    /// Returns the path of the file that keeps room on the disk.
    #[must_use]
    pub fn reserve(&self) -> PathBuf {
        self.beside(".reserve")
    }

    /// Returns the paths of the files that the engine keeps beside the database.
    #[must_use]
    pub fn sidecars(&self) -> [PathBuf; 3] {
        ["-wal", "-shm", "-journal"].map(|suffix| self.beside(suffix))
    }

    /// Returns the path of the engine's log.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.beside("-wal")
    }

    /// Says whether a path is that of the database or of a file that belongs to it, be it there or not.
    #[must_use]
    pub fn is_own(&self, path: &Path) -> bool {
        let names = ["", "-wal", "-shm", "-journal", ".lock", ".reserve", ".new"];
        names.iter().any(|suffix| self.beside(suffix) == path)
    }

    /// Returns the path under which a new store is built before it is put in its place whole.
    #[must_use]
    pub fn building(&self) -> PathBuf {
        self.beside(".new")
    }

    /// Returns the path of a file beside the database, whose name is the database's with something behind it.
    #[must_use]
    pub fn beside(&self, suffix: &str) -> PathBuf {
        let mut path = OsString::from(&self.database);
        path.push(suffix);
        PathBuf::from(path)
    }
}
