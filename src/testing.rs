//! Runs a test once more in a process of its own, for what belongs to a whole process: limits, umask, death; and what the
//! environment says to a test run.
#![expect(
    clippy::disallowed_methods,
    reason = "a test tells the process it starts that it is the second, and is told what to regenerate"
)]

use std::env;
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};

const MARK: &str = "TOKCTL_TEST_AGAIN";

static STARTING: Mutex<()> = Mutex::new(());

/// Lets no test start a process meanwhile: a new one has copies of all descriptors for a moment, and a reader that was
/// closed here would live on there.
pub(crate) fn unforked() -> MutexGuard<'static, ()> {
    STARTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says whether this is the process that [`again`] started.
pub(crate) fn is_again() -> bool {
    env::var_os(MARK).is_some()
}

/// Runs one test again in a new process, with redirections as a shell writes them.
pub(crate) fn again(test: &str, redirections: &str) -> Output {
    let _starting = unforked();
    Command::new("sh")
        .args(["-c", &format!("exec \"$0\" \"$@\" {redirections}")])
        .arg(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(MARK, "1")
        .output()
        .unwrap()
}

/// Says whether a program is there; where `CI` is set it has to be.
pub(crate) fn has(program: &str) -> bool {
    let found = Command::new(program).arg("-V").output().is_ok();
    assert!(found || env::var_os("CI").is_none(), "`{program}` is not installed: CI has to have it");
    found
}

/// Returns the store that a test names to the process it starts.
pub(crate) fn named_store() -> Option<std::ffi::OsString> {
    env::var_os("TOKCTL_TEST_STORE")
}

/// Says whether what is generated is to be written anew.
pub(crate) fn regenerates() -> bool {
    env::var_os("TOKCTL_REGENERATE").is_some_and(|value| value == "1")
}
