//! An interrupt while a line is shown: the line goes first, then the program ends as it would have.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nix::libc::c_int;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use signal_hook::flag;

use crate::cli::process::ignored_signals;

/// The signals that a person, or who stops a program, ends it with.
const ENDING: [Signal; 2] = [Signal::SIGINT, Signal::SIGTERM];

/// Hears the signals that end a program.
///
/// Only the thread that works takes them, where it may be ended: at once while nothing is shown; else when they are sent
/// once more, after the line has gone.
pub(super) struct Interrupts {
    /// Whether they end the program at once.
    ends: Arc<AtomicBool>,
    come: [Arc<AtomicBool>; 2],
}

impl Interrupts {
    /// Begins to hear. A signal that is ignored stays so.
    pub(super) fn begin() -> Self {
        let this = Self { ends: Arc::new(AtomicBool::new(true)), come: Default::default() };
        let ignored = ignored_signals();
        for (signal, come) in ENDING.into_iter().zip(&this.come) {
            let number = signal as c_int;
            if ignored & (1 << (number - 1)) == 0
                && flag::register_conditional_default(number, Arc::clone(&this.ends)).is_ok()
            {
                // One that could not be noted would be lost, but a handler that was taken once is never refused.
                flag::register(number, Arc::clone(come)).ok();
            }
        }
        this
    }

    /// Lets them wait from now on, for a line that is shown.
    pub(super) fn wait(&self) {
        self.ends.store(false, Ordering::SeqCst);
    }

    /// Says whether one has come and waits.
    pub(super) fn has_come(&self) -> bool {
        self.come.iter().any(|come| come.load(Ordering::SeqCst))
    }

    /// Lets them end the program again, and sends those that have waited.
    pub(super) fn let_through(&self) {
        self.ends.store(true, Ordering::SeqCst);
        for (signal, come) in ENDING.into_iter().zip(&self.come) {
            if come.swap(false, Ordering::SeqCst) {
                // A process may always send signals to itself.
                kill(Pid::this(), signal).ok();
            }
        }
    }
}
