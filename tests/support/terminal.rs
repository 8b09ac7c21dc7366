//! A terminal of its own, in front of which somebody reads before typing on.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::pty::Winsize;

/// Past this nothing more is to be expected, in milliseconds: a program that waits for a key has been waited for in vain.
const PATIENCE: u16 = 60_000;

/// A program on a terminal that is its own: keys send it signals, as at a desk.
pub(crate) struct Terminal {
    child: Child,
    keyboard: File,
    shown: Vec<u8>,
    /// How much of what was shown, without codes, was waited for.
    read: usize,
}

impl Terminal {
    /// Starts a program in an environment of nothing but a home, in which `tokctl` is the one under test. `None`: a machine
    /// need not have that program.
    pub(crate) fn start(home: &Path, words: &[&str]) -> Option<Self> {
        Self::of_width(home, 100, words)
    }

    /// Starts a program on a terminal of so many columns.
    pub(crate) fn of_width(home: &Path, columns: u16, words: &[&str]) -> Option<Self> {
        let size = Winsize { ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let pair = nix::pty::openpty(&size, None).unwrap();
        let end = || Stdio::from(pair.slave.try_clone().unwrap());
        let program = Path::new(env!("CARGO_BIN_EXE_tokctl")).parent().unwrap();
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", program.display());
        let mut command = Command::new("setsid");
        command.args(["--ctty", "--wait"]).args(words).env_clear().current_dir(home);
        command.env("HOME", home).env("PATH", path).env("TERM", "xterm");
        let child = command.stdin(end()).stdout(end()).stderr(end()).spawn().ok()?;
        Some(Self { child, keyboard: File::from(pair.master), shown: Vec::new(), read: 0 })
    }

    /// Starts tokctl, and says at the end what a shell makes of how it ended.
    pub(crate) fn tokctl(home: &Path, line: &str) -> Self {
        let script = format!("trap : INT; tokctl {line}; echo \"[$?]\"");
        Self::start(home, &["sh", "-c", &script]).unwrap()
    }

    /// Types keys.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Reads until words are shown that were not yet read.
    #[track_caller]
    pub(crate) fn until(&mut self, words: &str) -> &mut Self {
        loop {
            let shown = plain(&self.shown);
            if let Some(at) = shown.get(self.read..).and_then(|unread| unread.find(words)) {
                self.read += at + words.len();
                return self;
            }
            assert!(self.more(), "no `{words}` in:\n{shown}");
        }
    }

    /// Reads to the end, and returns all that was shown, as it came and without the codes that colour it.
    pub(crate) fn end(mut self) -> (String, String) {
        while self.more() {}
        self.child.wait().unwrap();
        (String::from_utf8_lossy(&self.shown).into_owned(), plain(&self.shown))
    }

    fn more(&mut self) -> bool {
        let mut ready = [PollFd::new(self.keyboard.as_fd(), PollFlags::POLLIN)];
        let is_ready = poll(&mut ready, PollTimeout::from(PATIENCE)) == Ok(1);
        assert!(is_ready, "nothing more came after:\n{}", plain(&self.shown));
        let mut piece = [0; 4096];
        // A terminal that nobody holds any more is an error to read.
        let count = self.keyboard.read(&mut piece).unwrap_or_default();
        self.shown.extend_from_slice(&piece[..count]);
        count > 0
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // One that has ended cannot be killed.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn plain(shown: &[u8]) -> String {
    console::strip_ansi_codes(&String::from_utf8_lossy(shown)).into_owned()
}
