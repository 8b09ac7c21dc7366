//! Whole copies of a store, made while it is in use: consistent, without what was deleted, in a file of their own.
//!
//! A copy is written under a name that nobody takes for a copy, and gets its own when it is whole, checked and on the disk.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use nix::fcntl::OFlag;
use nix::unistd::Uid;
use rusqlite::Connection;
use tempfile::TempPath;

use super::guard::{check_directory, check_file, check_file_system, look};
use super::place::{Origin, Place};
use super::private::{self, fault};
use super::shell::quoted;
use crate::domain::error::{Error, Result};
use crate::domain::time::Timestamp;

/// A copy that is under way. Dropped before it was published, it is removed.
#[derive(Debug)]
pub(super) struct Draft {
    path: PathBuf,
    /// Held and locked while the copy is under way. Closed last: that drops every lock of the engine's on it.
    file: File,
    is_published: bool,
}

impl Draft {
    /// Begins a copy that is to get a name at which nothing lies yet. What a killed command left of one is taken over.
    pub(super) fn begin(target: &Place, allow_network: bool) -> Result<(Self, Option<String>)> {
        let directory = target.directory();
        let found = look(directory)?.ok_or_else(|| {
            Error::usage(format!("there is no directory `{}`", directory.display()))
                .hint(format!("mkdir -m 700 {}", quoted(directory)))
        })?;
        let warning = check_directory(directory, &found, Uid::effective()).map_err(|error| match &error.hint {
            Some(hint) if hint.contains("--store") => error.hint("name a file in a directory of your own"),
            _ => error,
        })?;
        if !allow_network {
            check_file_system(directory)?;
        }
        refuse_taken(target)?;
        let path = partial(target.database());
        loop {
            let file = private::open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::conflict(format!("`{}` is being written", target.database().display()))
                        .because("another command makes a backup of that name"));
                }
                Err(TryLockError::Error(error)) => return Err(fault("lock", &path, &error)),
            }
            // Whoever had it before may have given it its name, or removed it, while it was being opened here.
            let held = file.metadata().map_err(|error| fault("look at", &path, &error))?;
            let is_there = look(&path)?.is_some_and(|there| (there.dev(), there.ino()) == (held.dev(), held.ino()));
            if !is_there {
                continue;
            }
            // Some file systems leave every file open to all.
            check_file(&path, &held, Uid::effective())?;
            let draft = Self { path, file, is_published: false };
            draft.empty()?;
            return Ok((draft, warning));
        }
    }

    /// Takes away what was written before, and what the engine may have left beside it.
    fn empty(&self) -> Result<()> {
        remove(&journal_of(&self.path))?;
        self.file.set_len(0).map_err(|error| fault("write", &self.path, &error))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Brings the copy to the disk; says how many bytes it has.
    pub(super) fn sync(&self) -> Result<u64> {
        let size = self.file.sync_all().and_then(|()| self.file.metadata());
        size.map(|size| size.len()).map_err(|error| fault("write", &self.path, &error))
    }

    /// Gives the copy its name, where nothing has that name yet. It must have been synced.
    pub(super) fn publish(&mut self, target: &Place) -> Result<()> {
        let failed = |error| fault("write", target.database(), &error);
        let temporary = TempPath::try_from_path(&self.path).map_err(failed)?;
        temporary.persist_noclobber(target.database()).map_err(|failure| match failure.error.kind() {
            ErrorKind::AlreadyExists => taken(target),
            _ => failed(failure.error),
        })?;
        self.is_published = true;
        File::open(target.directory()).and_then(|directory| directory.sync_all()).map_err(failed)
    }

    /// Takes a published copy away again.
    pub(super) fn withdraw(&self, target: &Place) {
        if self.is_published {
            fs::remove_file(target.database()).ok();
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_published {
            fs::remove_file(&self.path).ok();
            remove(&journal_of(&self.path)).ok();
        }
    }
}

/// Writes the whole content of a store, as it is at one instant, into an empty file.
pub(super) fn write(connection: &Connection, path: &Path) -> Result<()> {
    // By bytes, since a path need not be text; it is absolute, so that the engine takes it for nothing but a path.
    connection.execute("VACUUM INTO CAST(?1 AS TEXT)", [path.as_os_str().as_bytes()])?;
    Ok(())
}

/// What the name of a file ends with that is not whole yet.
const PARTIAL: &str = ".tokctl-partial";

/// Returns the name under which a file is written that is to get another when it is whole.
pub(super) fn partial(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(PARTIAL);
    path.with_file_name(name)
}

/// Returns what killed commands left of copies of a store that were to be kept beside it.
pub(super) fn partials(place: &Place) -> Result<Vec<PathBuf>> {
    let mut start = OsString::from(".");
    start.push(place.database().file_name().unwrap_or_default());
    start.push(".");
    let is_left = |name: &OsString| {
        let (name, end) = (name.as_bytes(), PARTIAL.as_bytes());
        name.starts_with(start.as_bytes()) && (name.ends_with(end) || name.ends_with(&[end, b"-journal"].concat()))
    };
    let directory = place.directory();
    let entries = fs::read_dir(directory).map_err(|error| fault("look into", directory, &error))?;
    let names = entries.filter_map(|entry| entry.ok().map(|entry| entry.file_name())).filter(is_left);
    Ok(names.map(|name| directory.join(name)).collect())
}

/// Returns a name beside a store at which nothing lies, for a copy of it that is kept: what it is, and when. The lock is
/// held, so that nobody writes one of these, and what was left of them goes.
pub(super) fn aside(place: &Place, what: &str, now: Timestamp) -> Result<Place> {
    for path in partials(place)? {
        remove_unless_held(&path);
    }
    let stamp = now.to_string().replace(['-', ':'], "");
    let mut name = format!(".{what}-{stamp}");
    let mut further = 2;
    loop {
        let target = Place::new(&place.beside(&name), Origin::Argument)?;
        if !target.exists()? && look(&target.log())?.is_none() {
            return Ok(target);
        }
        name = format!(".{what}-{stamp}-{further}");
        further += 1;
    }
}

/// Removes what a killed command left; a backup that somebody makes here right now is held by who makes it.
fn remove_unless_held(path: &Path) {
    let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK;
    let opened = File::options().read(true).custom_flags(flags.bits()).open(path);
    if opened.is_ok_and(|file| file.try_lock().is_ok()) {
        fs::remove_file(path).ok();
    }
}

fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}

/// Removes a file, if it is there.
pub(super) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(fault("remove", path, &error)),
    }
}

/// Refuses a name at which something lies, and one whose journal or log would be taken for the copy's.
fn refuse_taken(target: &Place) -> Result<()> {
    if target.exists()? {
        return Err(taken(target));
    }
    target.refuse_leftovers()
}

fn taken(target: &Place) -> Error {
    Error::conflict(format!("`{}` is already there", target.database().display()))
        .because("a backup is a new file; nothing is ever overwritten")
        .hint("name another file, for example with the date in its name")
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::domain::error::Code;
    use crate::store::engine;

    fn target(directory: &tempfile::TempDir) -> Place {
        Place::new(&directory.path().join("b'a?k up.db".replace('?', "%")), Origin::Argument).unwrap()
    }

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_draft_is_private_and_gets_its_name_only_when_it_is_published() {
        let directory = tempfile::tempdir().unwrap();
        let target = target(&directory);
        let connection = engine::open_in_memory().unwrap();
        let (mut draft, _) = Draft::begin(&target, false).unwrap();
        assert_eq!(mode(draft.path()), 0o600);
        write(&connection, draft.path()).unwrap();
        assert!(!target.exists().unwrap());
        assert!(draft.sync().unwrap() > 4096);
        draft.publish(&target).unwrap();
        assert_eq!((mode(target.database()), fs::read_dir(directory.path()).unwrap().count()), (0o600, 1));
        assert_eq!(Draft::begin(&target, false).unwrap_err().code, Code::Conflict);
    }

    #[test]
    fn a_draft_that_is_given_up_leaves_nothing_and_what_a_killed_one_left_is_taken_over() {
        let directory = tempfile::tempdir().unwrap();
        let target = target(&directory);
        let (draft, _) = Draft::begin(&target, false).unwrap();
        let path = draft.path().to_owned();
        assert_eq!(Draft::begin(&target, false).unwrap_err().code, Code::Conflict, "two at once");
        drop(draft);
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
        fs::write(&path, "half").unwrap();
        fs::write(journal_of(&path), "half").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        let (mut draft, _) = Draft::begin(&target, false).unwrap();
        write(&engine::open_in_memory().unwrap(), draft.path()).unwrap();
        draft.publish(&target).unwrap();
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_draft_is_never_published_over_another_file_nor_written_through_a_link() {
        let directory = tempfile::tempdir().unwrap();
        let target = target(&directory);
        let (mut draft, _) = Draft::begin(&target, false).unwrap();
        fs::write(target.database(), "another's").unwrap();
        assert_eq!(draft.publish(&target).unwrap_err().code, Code::Conflict);
        drop(draft);
        assert_eq!(fs::read_to_string(target.database()).unwrap(), "another's");
        fs::remove_file(target.database()).unwrap();
        let elsewhere = directory.path().join("elsewhere");
        fs::write(&elsewhere, "untouched").unwrap();
        let (draft, _) = Draft::begin(&target, false).unwrap();
        let path = draft.path().to_owned();
        drop(draft);
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
        assert_eq!(Draft::begin(&target, false).unwrap_err().code, Code::Store);
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "untouched");
    }
}
