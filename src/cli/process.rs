//! What a process that will hold secrets does before anything else.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::panic::{self, PanicHookInfo};
use std::sync::OnceLock;

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::sys::resource::{Resource, getrlimit, rlim_t, setrlimit};
use nix::sys::signal::{SigSet, SigmaskHow, Signal};
use nix::unistd::{Gid, Uid, getegid, geteuid, getgid, getuid};

use crate::domain::error::{Error, Result};
use crate::store::{fire_no_trigger, leave_by_exit};

/// Makes the process careful: no setuid, no core file, no debugger of the same user, a panic that tells no secret, and a
/// file limit that is an error and not a death. It ends after one command, which the store is told, and fires no trigger.
///
/// To be called once, before the first thread, which then has the same signals blocked. `SIGPIPE` is ignored already
/// by Rust's start-up. The hard limit of core files stays, so that a command started later may be given its own back.
///
/// # Errors
///
/// `Refused` in a setuid or setgid process, `Failed` if the kernel refuses one of the others.
pub fn guard() -> Result<()> {
    panic::set_hook(Box::new(report));
    leave_by_exit();
    fire_no_trigger();
    one_user((getuid(), getgid()), (geteuid(), getegid()))?;
    let core = no_core().map_err(|errno| Error::failed("cannot switch core files off").because(errno.desc()))?;
    let mut too_large = SigSet::empty();
    too_large.add(Signal::SIGXFSZ);
    let mask = too_large.thread_swap_mask(SigmaskHow::SIG_BLOCK);
    let mask = mask.map_err(|errno| Error::failed("cannot block a signal").because(errno.desc()))?;
    BEFORE.get_or_init(|| Before { core, mask });
    Ok(())
}

/// What [`guard`] found, which is a command's own.
#[derive(Debug)]
struct Before {
    /// The limit of core files.
    core: rlim_t,
    /// The signals that were blocked.
    mask: SigSet,
}

static BEFORE: OnceLock<Before> = OnceLock::new();

/// Does something as this process was before [`guard`], for what it starts: its own limit of core files, its own signals.
///
/// On Linux this process leaves no core file meanwhile either, since it cannot be dumped.
///
/// # Errors
///
/// Those of the kernel, before anything is done.
pub(super) fn as_before<T>(start: impl FnOnce() -> T) -> io::Result<T> {
    let Some(before) = BEFORE.get() else { return Ok(start()) };
    let (soft, hard) = getrlimit(Resource::RLIMIT_CORE)?;
    setrlimit(Resource::RLIMIT_CORE, before.core, hard)?;
    let mask = before.mask.thread_swap_mask(SigmaskHow::SIG_SETMASK)?;
    let started = start();
    // What was set once can be set again; what was started must not be lost if it could not.
    mask.thread_set_mask().ok();
    setrlimit(Resource::RLIMIT_CORE, soft, hard).ok();
    Ok(started)
}

/// Leaves all signals to the thread that works on the store, which holds them back where it must not be stopped.
pub(super) fn hold_signals_back() {
    // It fails only for a mask that is none.
    SigSet::all().thread_block().ok();
}

/// Returns the signals that this process was started to ignore, a bit each, the first for signal 1. Where the kernel does
/// not tell, there are none.
pub(super) fn ignored_signals() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let bits = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    bits.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok()).unwrap_or_default()
}

/// Returns standard output as it was given; where it was closed, one that takes nothing, so that what cannot be written is a
/// failure and not lost in silence.
///
/// Rust's start-up puts `/dev/null`, open both ways, where a stream was closed; `>/dev/null` only writes.
///
/// # Errors
///
/// Those of the kernel.
pub fn unless_closed(stdout: File) -> io::Result<File> {
    match opened_null(&stdout)? {
        Some(opened) if opened & OFlag::O_ACCMODE == OFlag::O_RDWR => {
            OpenOptions::new().read(true).custom_flags(CLOSED.bits()).open("/dev/null")
        }
        _ => Ok(stdout),
    }
}

/// What tells the stream that stands for a closed one from others that are not for writing.
const CLOSED: OFlag = OFlag::O_NONBLOCK;

/// Says whether a stream is closed, or was found so by [`unless_closed`].
pub(super) fn was_closed(stream: &File) -> io::Result<bool> {
    Ok(opened_null(stream)?.is_some_and(|opened| match opened & OFlag::O_ACCMODE {
        OFlag::O_RDWR => true,
        OFlag::O_RDONLY => opened.contains(CLOSED),
        _ => false,
    }))
}

/// Returns how a stream was opened, where it is the device `/dev/null`, under whatever name.
fn opened_null(stream: &File) -> io::Result<Option<OFlag>> {
    let found = stream.metadata()?;
    let is_null = found.file_type().is_char_device()
        && fs::metadata("/dev/null").is_ok_and(|null| null.file_type().is_char_device() && null.rdev() == found.rdev());
    if !is_null {
        return Ok(None);
    }
    Ok(Some(OFlag::from_bits_retain(fcntl(stream, FcntlArg::F_GETFL)?)))
}

/// Refuses where the caller is another than the owner of the rights: environment, files and directory are the owner's.
fn one_user(caller: (Uid, Gid), owner: (Uid, Gid)) -> Result<()> {
    if caller == owner {
        return Ok(());
    }
    Err(Error::refused("`tokctl` does not run setuid or setgid")
        .because(format!("{}:{} started it with the rights of {}:{}", caller.0, caller.1, owner.0, owner.1))
        .hint("take the bits off the program with `chmod ug-s`, and use `sudo -u`"))
}

/// Keeps memory out of core files, and on Linux out of the reach of `ptrace` too; returns the limit that there was.
fn no_core() -> std::result::Result<rlim_t, Errno> {
    let (soft, hard) = getrlimit(Resource::RLIMIT_CORE)?;
    setrlimit(Resource::RLIMIT_CORE, 0, hard)?;
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_dumpable(false)?;
    Ok(soft)
}

/// Says where a panic happened and nothing of what it said, since that may quote a secret.
fn report(info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(|| "a place unknown".to_owned(), ToString::to_string);
    let text = format!(
        "error: `tokctl` failed at {place}; what it said is left out, since it may hold a secret\n\
         hint: `tokctl list` shows which tokens are alive; please report the place\n"
    );
    // Nowhere is left to report that standard error is gone.
    let _: io::Result<()> = io::stderr().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{again, is_again};

    #[test]
    fn a_write_past_the_file_limit_is_an_error_and_not_a_death() {
        if is_again() {
            guard().unwrap();
            let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
            setrlimit(Resource::RLIMIT_FSIZE, 10, hard).unwrap();
            let mut file = tempfile::tempfile().unwrap();
            assert_eq!(file.write(b"more than ten bytes").unwrap(), 10);
            assert_eq!(file.write(b"!").unwrap_err().raw_os_error(), Some(Errno::EFBIG as i32));
            return;
        }
        let output = again("cli::process::tests::a_write_past_the_file_limit_is_an_error_and_not_a_death", "");
        assert!(output.status.success(), "{output:?}");
    }

    #[test]
    fn a_careful_process_leaves_no_core_and_cannot_be_looked_into() {
        if is_again() {
            guard().unwrap();
            assert_eq!(getrlimit(Resource::RLIMIT_CORE).unwrap().0, 0);
            #[cfg(target_os = "linux")]
            assert!(!nix::sys::prctl::get_dumpable().unwrap());
            return;
        }
        let output = again("cli::process::tests::a_careful_process_leaves_no_core_and_cannot_be_looked_into", "");
        assert!(output.status.success(), "{output:?}");
    }

    #[test]
    fn a_panic_tells_its_place_and_not_its_words() {
        if is_again() {
            guard().unwrap();
            File::open("/nowhere").expect("glpat-words-of-the-panic");
        }
        let output = again("cli::process::tests::a_panic_tells_its_place_and_not_its_words", "");
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!output.status.success());
        assert!(said.contains("error: `tokctl` failed at src/cli/process.rs:"), "{said}");
        assert!(!said.contains("glpat-") && !said.contains("No such file"), "{said}");
    }

    #[test]
    fn setuid_and_setgid_are_refused() {
        let [ann, root, staff] =
            [(1000, 100), (0, 100), (1000, 50)].map(|(uid, gid)| (Uid::from_raw(uid), Gid::from_raw(gid)));
        assert!(one_user(ann, ann).is_ok());
        assert_eq!(one_user(ann, root).unwrap_err().why.unwrap(), "1000:100 started it with the rights of 0:100");
        assert!(one_user(root, ann).is_err());
        assert!(one_user(ann, staff).is_err());
    }
}
