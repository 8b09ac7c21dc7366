//! The queue of writers: one lock on a file beside the store, held by at most one process at a time.
//!
//! The kernel keeps the queue and frees the lock when its holder dies, however they do. The file stays for ever: whoever
//! removed it would let two writers in.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::guard::look;
use super::place::Place;
use super::private;
use super::shell::quoted;
use super::signals::Held;
use crate::domain::error::{Error, Result};

/// Holds the writers' lock of a store until it is dropped.
#[derive(Debug)]
#[must_use = "the lock is given back when this is dropped"]
pub struct Lock {
    file: File,
    /// Given back after the lock.
    _stops: Held,
}

impl Lock {
    /// Takes the lock, and waits for it at most so long.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) if others hold it all the time, or its file cannot be used.
    pub fn take(place: &Place, wait: Duration) -> Result<Self> {
        let path = place.lock();
        let file = private::open(&path)?;
        // Before the lock: else a stop could come between the two.
        let stops = Held::hold_stops()?;
        let file = match file.try_lock() {
            Ok(()) => file,
            Err(TryLockError::WouldBlock) => queue(file, &path, wait)?,
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => queue(file, &path, wait)?,
            Err(TryLockError::Error(error)) => return Err(private::fault("lock", &path, &error)),
        };
        let lock = Self { file, _stops: stops };
        lock.refuse_stray(&path)?;
        Ok(lock)
    }

    /// Refuses a lock on a file that meanwhile is no longer the one beside the store: others would queue at the new one.
    fn refuse_stray(&self, path: &Path) -> Result<()> {
        let held = self.file.metadata().map_err(|error| private::fault("look at", path, &error))?;
        match look(path)? {
            Some(there) if (there.dev(), there.ino()) == (held.dev(), held.ino()) => Ok(()),
            Some(_) | None => Err(Error::store(format!("`{}` was exchanged while it was waited for", path.display()))
                .because("without it two writers could run at once; nothing ever needs to remove it")
                .hint("run it again")),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Where that fails, closing the file gives it back all the same.
        self.file.unlock().ok();
    }
}

/// Waits in the kernel's queue. Asking again and again would lose the place in it.
///
/// A blocking call has no bound of its own, so it stands in a thread that is left behind when the bound is over. What it
/// gets then nobody receives, and is dropped: the lock with it.
fn queue(file: File, path: &Path, wait: Duration) -> Result<File> {
    let locked = || {
        Error::store("the store is locked")
            .because(format!("other writers held `{}` for {wait:?}", path.display()))
            .hint(format!("run it again; `fuser -v {}` shows who holds it", quoted(path)))
    };
    if wait.is_zero() {
        return Err(locked());
    }
    let (sender, receiver) = mpsc::sync_channel::<io::Result<File>>(1);
    let waiting = move || {
        // A signal that this thread took while the other is between a secret and its commit would end both.
        let _held = Held::hold();
        let got = loop {
            match file.lock() {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                got => break got,
            }
        };
        drop(sender.send(got.map(|()| file)));
    };
    thread::Builder::new()
        .name("lock".to_owned())
        .spawn(waiting)
        .map_err(|error| private::fault("wait for", path, &error))?;
    match receiver.recv_timeout(wait) {
        Ok(Ok(held)) => Ok(held),
        Ok(Err(error)) => Err(private::fault("lock", path, &error)),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Err(locked()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{BufRead, BufReader, Read};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::{Child, Command, Stdio};

    use super::*;
    use crate::domain::error::Code;
    use crate::store::place::Origin;

    const LONG: Duration = Duration::from_secs(60);

    fn place(directory: &tempfile::TempDir) -> Place {
        Place::new(&directory.path().join("store.db"), Origin::Option).unwrap()
    }

    /// No test by itself, and nothing without the variable: the process that holds the lock in [`holder`].
    #[test]
    fn other_process() {
        let Some(store) = crate::testing::named_store() else { return };
        let _lock = Lock::take(&Place::new(Path::new(&store), Origin::Option).unwrap(), LONG).unwrap();
        // Not by a macro: the harness would keep it.
        io::Write::write_all(&mut io::stdout(), b"\nheld\n").unwrap();
        io::stdin().read_to_end(&mut Vec::new()).unwrap();
    }

    /// Starts another process that holds the lock until its standard input closes.
    fn holder(place: &Place, umask: &str) -> Child {
        let mut child = Command::new("sh")
            .args(["-c", "umask \"$0\"; exec \"$@\"", umask])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "store::lock::tests::other_process", "--nocapture"])
            .env("TOKCTL_TEST_STORE", place.database())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
        assert!(lines.map_while(io::Result::ok).any(|line| line == "held"));
        child
    }

    #[test]
    fn past_the_bound_a_held_lock_is_refused_and_leaves_nobody_in_the_queue() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        let held = Lock::take(&place, Duration::ZERO).unwrap();
        for wait in [Duration::ZERO, Duration::from_millis(20)] {
            let error = Lock::take(&place, wait).unwrap_err();
            assert_eq!((error.code, error.what.as_str()), (Code::Store, "the store is locked"));
            assert!(error.hint.is_some());
        }
        drop(held);
        drop(Lock::take(&place, LONG).unwrap());
    }

    #[test]
    fn threads_write_one_after_the_other() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        let counter = directory.path().join("counter");
        fs::write(&counter, "0").unwrap();
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        let _lock = Lock::take(&place, LONG).unwrap();
                        let count: u32 = fs::read_to_string(&counter).unwrap().parse().unwrap();
                        fs::write(&counter, (count + 1).to_string()).unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&counter).unwrap(), "200");
    }

    #[test]
    fn another_process_keeps_the_lock_until_it_ends_or_is_killed() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        for is_killed in [false, true] {
            let mut other = holder(&place, "022");
            assert_eq!(Lock::take(&place, Duration::from_millis(20)).unwrap_err().code, Code::Store);
            thread::scope(|scope| {
                let waiting = scope.spawn(|| Lock::take(&place, LONG).map(drop));
                if is_killed {
                    other.kill().unwrap();
                } else {
                    drop(other.stdin.take());
                }
                waiting.join().unwrap().unwrap();
            });
            other.wait().unwrap();
        }
    }

    #[test]
    fn the_file_is_made_for_its_owner_whatever_the_umask() {
        for umask in ["000", "022", "777"] {
            let directory = tempfile::tempdir().unwrap();
            let place = place(&directory);
            let mut other = holder(&place, umask);
            assert_eq!(fs::metadata(place.lock()).unwrap().permissions().mode() & 0o7777, 0o600, "{umask}");
            drop(other.stdin.take());
            other.wait().unwrap();
        }
    }

    #[test]
    fn a_file_that_others_planted_is_not_locked() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        let elsewhere = directory.path().join("elsewhere");
        symlink(&elsewhere, place.lock()).unwrap();
        assert_eq!(Lock::take(&place, LONG).unwrap_err().code, Code::Store);
        assert!(!elsewhere.exists());
        fs::remove_file(place.lock()).unwrap();
        nix::unistd::mkfifo(&place.lock(), nix::sys::stat::Mode::S_IRWXU).unwrap();
        assert_eq!(Lock::take(&place, LONG).unwrap_err().code, Code::Store);
        fs::remove_file(place.lock()).unwrap();
        fs::write(place.lock(), "").unwrap();
        fs::set_permissions(place.lock(), fs::Permissions::from_mode(0o666)).unwrap();
        assert!(Lock::take(&place, LONG).unwrap_err().hint.unwrap().starts_with("chmod 600 "));
    }

    #[test]
    fn a_lock_on_a_file_that_is_gone_is_worth_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        let held = Lock::take(&place, LONG).unwrap();
        fs::remove_file(place.lock()).unwrap();
        assert_eq!(held.refuse_stray(&place.lock()).unwrap_err().code, Code::Store);
        let other = Lock::take(&place, LONG).unwrap();
        assert_eq!(held.refuse_stray(&place.lock()).unwrap_err().code, Code::Store);
        other.refuse_stray(&place.lock()).unwrap();
    }
}
