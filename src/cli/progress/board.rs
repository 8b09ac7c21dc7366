//! What is shown: a line that comes up after half a second, is drawn ten times a second, and leaves no trace.

use std::io;
use std::os::fd::AsFd as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

use super::View;
use super::interrupt::Interrupts;

/// What takes no longer shows nothing.
const DELAY: Duration = Duration::from_millis(500);

/// How long a line stays before it is drawn anew.
const PAUSE: Duration = Duration::from_millis(100);

/// How much there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Nobody knows.
    Unknown,
    /// Nobody knows, but what is done is counted.
    Counted,
    /// So many.
    Of(u64),
    /// So many bytes.
    Bytes(u64),
}

impl Amount {
    const fn template(self, colour: bool) -> &'static str {
        match (self, colour) {
            (Self::Unknown, false) => "{spinner} {msg}, {elapsed}",
            (Self::Unknown, true) => "{spinner:.cyan} {msg}, {elapsed}",
            (Self::Counted, false) => "{spinner} {msg}: {human_pos}, {elapsed}",
            (Self::Counted, true) => "{spinner:.cyan} {msg}: {human_pos}, {elapsed}",
            (Self::Of(_), false) => "{msg} {wide_bar} {human_pos} of {human_len}, {eta} left",
            (Self::Of(_), true) => "{msg} {wide_bar:.cyan} {human_pos} of {human_len}, {eta} left",
            (Self::Bytes(_), false) => "{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left",
            (Self::Bytes(_), true) => "{msg} {wide_bar:.cyan} {bytes} of {total_bytes}, {eta} left",
        }
    }

    const fn total(self) -> Option<u64> {
        match self {
            Self::Unknown | Self::Counted => None,
            Self::Of(total) | Self::Bytes(total) => Some(total),
        }
    }

    fn style(self, colour: bool) -> ProgressStyle {
        let (bar, spinner) =
            if colour { ("█▉▊▋▌▍▎▏ ", "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏") } else { ("##-", "|/-\\") };
        let style = ProgressStyle::with_template(self.template(colour));
        style.unwrap_or_else(|_| ProgressStyle::default_spinner()).progress_chars(bar).tick_chars(spinner)
    }
}

/// What is drawn on.
pub(super) struct Screen {
    /// Makes the target of a line.
    pub(super) target: Box<dyn Fn() -> ProgressDrawTarget + Send>,
    /// Says whether it takes a line without letting its writer wait.
    pub(super) is_ready: fn() -> bool,
    /// Whether there may be colour.
    pub(super) colour: bool,
    /// Whether an interrupt is to be heard while something is shown.
    pub(super) hears: bool,
}

impl Screen {
    /// Returns standard error.
    pub(super) fn stderr(view: View) -> Self {
        Self {
            target: Box::new(ProgressDrawTarget::stderr),
            is_ready: is_stderr_ready,
            colour: view.colour,
            hears: view.ends_at_interrupt,
        }
    }
}

/// A terminal that was stopped by a key takes nothing, and the store must not be locked for as long as that lasts.
fn is_stderr_ready() -> bool {
    let stderr = io::stderr();
    let mut polled = [PollFd::new(stderr.as_fd(), PollFlags::POLLOUT)];
    poll(&mut polled, PollTimeout::ZERO) == Ok(1) && polled[0].revents() == Some(PollFlags::POLLOUT)
}

/// What goes on, and the line that shows it.
pub(super) struct Board {
    screen: Screen,
    /// When the operation began that is under way.
    since: Option<Instant>,
    doing: &'static str,
    amount: Amount,
    is_paused: bool,
    is_mute: bool,
    /// Whether the line shows what was done before.
    is_stale: bool,
    line: Option<ProgressBar>,
    interrupts: Option<Interrupts>,
}

impl Board {
    pub(super) fn new(screen: Screen) -> Self {
        Self {
            screen,
            since: None,
            doing: "",
            amount: Amount::Unknown,
            is_paused: false,
            is_mute: false,
            is_stale: false,
            line: None,
            interrupts: None,
        }
    }

    /// An operation begins.
    pub(super) fn begin(&mut self, now: Instant) {
        (self.since, self.is_mute) = (Some(now), false);
    }

    /// Something else is done from now on.
    pub(super) fn doing(&mut self, doing: &'static str, amount: Amount) {
        (self.doing, self.amount, self.is_paused, self.is_stale) = (doing, amount, false, true);
    }

    pub(super) fn is_mute(&self) -> bool {
        self.is_mute
    }

    /// Takes the line away, until something else is done or to the end of the operation.
    pub(super) fn hush(&mut self, to_the_end: bool) {
        self.is_paused = true;
        self.is_mute |= to_the_end;
        self.clear();
    }

    /// The operation is over.
    pub(super) fn end(&mut self) {
        self.since = None;
        self.clear();
    }

    /// Draws what there is to be seen; returns in how long to look again. `None`: when something is told.
    pub(super) fn look(&mut self, now: Instant, done: u64) -> Option<Duration> {
        let begun = self.since.filter(|_| !self.is_paused && !self.is_mute)?;
        let left = DELAY.saturating_sub(now.saturating_duration_since(begun));
        if !left.is_zero() {
            return Some(left);
        }
        if self.interrupts.as_ref().is_some_and(Interrupts::has_come) {
            // It ends the program as soon as it may be ended.
            self.is_mute = true;
            self.clear();
            return None;
        }
        if (self.screen.is_ready)() {
            self.draw(done, now.saturating_duration_since(begun));
        }
        Some(PAUSE)
    }

    fn draw(&mut self, done: u64, elapsed: Duration) {
        if self.screen.hears {
            self.interrupts.get_or_insert_with(Interrupts::begin).wait();
        }
        if std::mem::take(&mut self.is_stale)
            && let Some(line) = self.line.take()
        {
            line.finish_and_clear();
        }
        let line = self.line.get_or_insert_with(|| {
            // Drawn as soon as it can be, and so furnished first.
            let line = ProgressBar::with_draw_target(self.amount.total(), ProgressDrawTarget::hidden())
                .with_style(self.amount.style(self.screen.colour))
                .with_message(self.doing)
                .with_elapsed(elapsed);
            line.set_draw_target((self.screen.target)());
            line
        });
        line.set_position(done);
        line.tick();
    }

    /// Takes the line away. An interrupt that came while it was there takes effect now.
    fn clear(&mut self) {
        if let Some(line) = self.line.take() {
            if (self.screen.is_ready)() {
                line.finish_and_clear();
            } else {
                line.set_draw_target(ProgressDrawTarget::hidden());
            }
            if let Some(interrupts) = &self.interrupts {
                interrupts.let_through();
            }
        }
    }
}

#[cfg(test)]
mod tests;
