//! What happens while a command runs: signals, and streams that have come to their end, one after the other.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use nix::libc::c_int;
use nix::sys::signal::Signal;
use signal_hook::iterator::SignalsInfo;
use signal_hook::iterator::exfiltrator::WithOrigin;
use signal_hook::low_level::siginfo::{Cause, Origin};

use crate::cli::process::{hold_signals_back, ignored_signals};
use crate::domain::error::{Error, Result};

/// The signals that are a command's as much as ours: all that would end us and leave the token behind.
const PASSED_ON: [Signal; 11] = [
    Signal::SIGHUP,
    Signal::SIGINT,
    Signal::SIGQUIT,
    Signal::SIGTERM,
    Signal::SIGUSR1,
    Signal::SIGUSR2,
    Signal::SIGALRM,
    Signal::SIGVTALRM,
    Signal::SIGPROF,
    Signal::SIGXCPU,
    Signal::SIGIO,
];

/// Something that happened.
pub(super) enum Event {
    /// A signal came.
    Signal(Heard),
    /// A stream of the command has come to its end, or what it said could not be written.
    Drained(io::Result<()>),
}

/// A signal, and where it came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heard {
    /// Which.
    pub(super) signal: Signal,
    /// Whether a process sent it. Else it is the terminal's, which sends it to everybody in its foreground at once.
    pub(super) is_sent: bool,
}

/// Hears signals in place of what they would do: from now on they end nobody.
pub(super) struct Watch {
    events: Receiver<Event>,
    sender: Sender<Event>,
}

impl Watch {
    /// Begins to hear. A signal that is ignored stays so, here and in the command, as `nohup` wants it.
    ///
    /// # Errors
    /// `Failed` if the kernel gives no handler or no thread.
    pub(super) fn begin() -> Result<Self> {
        let failed = |error: io::Error| Error::failed("signals cannot be heard").because(error.to_string());
        let ignored = ignored_signals();
        let heard = PASSED_ON.into_iter().filter(|signal| ignored & (1 << (*signal as u64 - 1)) == 0);
        let signals = heard.chain([Signal::SIGCHLD]).map(|signal| signal as c_int);
        let mut signals = SignalsInfo::<WithOrigin>::new(signals).map_err(failed)?;
        let (sender, events) = channel();
        let teller = sender.clone();
        let tell = move || {
            hold_signals_back();
            for origin in signals.forever() {
                let Some(heard) = Heard::of(&origin) else { continue };
                if teller.send(Event::Signal(heard)).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().spawn(tell).map_err(failed)?;
        Ok(Self { events, sender })
    }

    /// Waits for the next event. `None`: nobody tells any more.
    pub(super) fn next(&self) -> Option<Event> {
        self.events.recv().ok()
    }

    /// Returns a signal that came already and would have ended this process.
    pub(super) fn signal_so_far(&self) -> Option<Signal> {
        self.events.try_iter().find_map(|event| match event {
            Event::Signal(heard) if heard.signal != Signal::SIGCHLD => Some(heard.signal),
            _ => None,
        })
    }

    /// Returns what a stream tells its end with.
    pub(super) fn teller(&self) -> Sender<Event> {
        self.sender.clone()
    }
}

impl Heard {
    fn of(origin: &Origin) -> Option<Self> {
        let signal = Signal::try_from(origin.signal).ok()?;
        // macOS names no cause, but a sender where there is one.
        let is_sent = matches!(origin.cause, Cause::Sent(_)) || origin.process.is_some();
        Some(Self { signal, is_sent })
    }
}
