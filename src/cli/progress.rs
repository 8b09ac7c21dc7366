//! How far something long has come: a bar on standard error, for people only.

use std::cell::RefCell;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::desk::Desk;

/// A bar that is drawn from the first time on that it is told of something long.
pub(super) struct Progress {
    what: &'static str,
    template: &'static str,
    /// How much there must be to do before a bar is worth it.
    least: u64,
    /// Nobody looks where this is not set.
    is_seen: bool,
    bar: RefCell<Option<ProgressBar>>,
}

/// Drawn for things that are counted.
const COUNTED: &str = "{msg} {wide_bar} {human_pos} of {human_len}, {eta} left";

/// Drawn for bytes.
const MEASURED: &str = "{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left";

impl Progress {
    /// Makes a bar for records that change hands; fewer than 50,000 of them take no second.
    pub(super) fn moved(desk: &Desk<'_>) -> Self {
        Self::new(desk, "to the Ghost User", COUNTED, 50_000)
    }

    /// Makes a bar for tokens that are counted; fewer than 50,000 of them take no second.
    pub(super) fn counted(desk: &Desk<'_>, what: &'static str) -> Self {
        Self::new(desk, what, COUNTED, 50_000)
    }

    /// Makes a bar for bytes that are read; fewer than 4 MiB of them take no second.
    pub(super) fn measured(desk: &Desk<'_>, what: &'static str) -> Self {
        Self::new(desk, what, MEASURED, 4 << 20)
    }

    fn new(desk: &Desk<'_>, what: &'static str, template: &'static str, least: u64) -> Self {
        Self { what, template, least, is_seen: desk.is_watched(), bar: RefCell::new(None) }
    }

    /// Tells how much of how much is done. The bar goes away when it is all.
    pub(super) fn at(&self, done: u64, total: u64) {
        if !self.is_seen || total < self.least {
            return;
        }
        if done >= total {
            return self.end();
        }
        let mut shown = self.bar.borrow_mut();
        let bar = shown.get_or_insert_with(|| {
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr()).with_message(self.what);
            let style = ProgressStyle::with_template(self.template);
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_length(total);
        bar.set_position(done);
    }

    /// Takes the bar away again.
    pub(super) fn end(&self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}
