//! Keeps signals away between the flush and `COMMIT`, where a stop or an end would leave a printed secret in doubt.

use std::marker::PhantomData;

use nix::errno::Errno;
use nix::sys::signal::{SigSet, SigmaskHow, Signal};

use crate::domain::error::{Error, Result};

/// The signals by which a fault reports itself: held back, the fault would run on.
const FAULTS: [Signal; 7] =
    [Signal::SIGABRT, Signal::SIGBUS, Signal::SIGFPE, Signal::SIGILL, Signal::SIGSEGV, Signal::SIGSYS, Signal::SIGTRAP];

/// The signals by which a terminal stops a process.
const STOPS: [Signal; 3] = [Signal::SIGTSTP, Signal::SIGTTIN, Signal::SIGTTOU];

/// Holds back every signal that can wait, for the calling thread, while it lives; what came meanwhile acts afterwards.
///
/// `SIGKILL`, `SIGSTOP` and the signals of a fault go through. A signal meant for the process is taken by any thread
/// that does not hold it back: where there are several, each has to.
#[derive(Debug)]
#[must_use = "the signals are let through again as soon as it is dropped"]
pub struct Held {
    before: SigSet,
    /// The mask belongs to the thread, so this must not leave it.
    stays: PhantomData<*const ()>,
}

impl Held {
    /// Holds the signals back from now on.
    ///
    /// # Errors
    ///
    /// `Failed` if the kernel refuses.
    pub fn hold() -> Result<Self> {
        let mut signals = SigSet::all();
        for fault in FAULTS {
            signals.remove(fault);
        }
        Self::back(signals)
    }

    /// Holds back only what a terminal stops a process with, as at Ctrl-Z: whoever is stopped with a lock in hand keeps all
    /// others waiting until somebody remembers.
    ///
    /// # Errors
    ///
    /// As [`Self::hold`].
    pub fn hold_stops() -> Result<Self> {
        Self::back(STOPS.into_iter().collect())
    }

    fn back(signals: SigSet) -> Result<Self> {
        let before = signals
            .thread_swap_mask(SigmaskHow::SIG_BLOCK)
            .map_err(|errno| Error::failed("cannot hold signals back").because(errno.desc()))?;
        Ok(Self { before, stays: PhantomData })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // It fails only for a mask that is none, and this one came from the kernel.
        let _: std::result::Result<(), Errno> = self.before.thread_set_mask();
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use nix::sys::signal::raise;

    use super::*;
    use crate::testing::{again, is_again};

    const ENDING_OR_STOPPING: [Signal; 14] = [
        Signal::SIGHUP,
        Signal::SIGINT,
        Signal::SIGQUIT,
        Signal::SIGTERM,
        Signal::SIGALRM,
        Signal::SIGUSR1,
        Signal::SIGUSR2,
        Signal::SIGTSTP,
        Signal::SIGTTIN,
        Signal::SIGTTOU,
        Signal::SIGVTALRM,
        Signal::SIGPROF,
        Signal::SIGXCPU,
        Signal::SIGXFSZ,
    ];

    #[test]
    fn nothing_ends_or_stops_the_thread_while_signals_are_held() {
        let held = Held::hold().unwrap();
        for signal in ENDING_OR_STOPPING {
            raise(signal).unwrap();
            let mut only = SigSet::empty();
            only.add(signal);
            assert_eq!(only.wait().unwrap(), signal, "it was kept for later");
        }
        drop(held);
    }

    #[test]
    fn only_stops_are_held_back_where_no_more_is_asked_for() {
        let before = SigSet::thread_get_mask().unwrap();
        let held = Held::hold_stops().unwrap();
        let mask = SigSet::thread_get_mask().unwrap();
        assert!(STOPS.iter().all(|stop| mask.contains(*stop)));
        assert!(!mask.contains(Signal::SIGINT) && !mask.contains(Signal::SIGTERM));
        drop(held);
        assert_eq!(SigSet::thread_get_mask().unwrap(), before);
    }

    #[test]
    fn the_mask_of_before_comes_back_even_from_the_inside_out() {
        let before = SigSet::thread_get_mask().unwrap();
        let outer = Held::hold().unwrap();
        let held = SigSet::thread_get_mask().unwrap();
        drop(Held::hold().unwrap());
        assert_eq!(SigSet::thread_get_mask().unwrap(), held);
        drop(outer);
        assert_eq!(SigSet::thread_get_mask().unwrap(), before);
    }

    #[test]
    fn a_fault_is_never_held_back() {
        let held = Held::hold().unwrap();
        let mask = SigSet::thread_get_mask().unwrap();
        assert!(FAULTS.iter().all(|fault| !mask.contains(*fault)));
        drop(held);
    }

    #[test]
    fn a_signal_that_came_meanwhile_acts_afterwards() {
        if is_again() {
            let held = Held::hold().unwrap();
            raise(Signal::SIGTERM).unwrap();
            std::fs::write("/dev/stderr", "committed").unwrap();
            drop(held);
            std::fs::write("/dev/stderr", "went on").unwrap();
            return;
        }
        let output = again("store::signals::tests::a_signal_that_came_meanwhile_acts_afterwards", "");
        assert_eq!(output.status.signal(), Some(Signal::SIGTERM as i32));
        assert_eq!(output.stderr, b"committed");
    }
}
