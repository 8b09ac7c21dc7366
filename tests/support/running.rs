//! A process that is talked with while it runs.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::process::ChildStdin;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::Told;

/// A process that runs, and tells lines on standard output, or on standard error where that went elsewhere.
pub(crate) struct Running {
    home: PathBuf,
    line: String,
    child: std::process::Child,
    stdin: Option<ChildStdin>,
    lines: BufReader<Box<dyn Read>>,
}

impl Running {
    /// Takes a process whose streams are pipes, but for standard output perhaps.
    pub(super) fn new(home: PathBuf, line: String, mut child: std::process::Child) -> Self {
        let stdin = child.stdin.take();
        let lines: Box<dyn Read> = match child.stdout.take() {
            Some(stdout) => Box::new(stdout),
            None => Box::new(child.stderr.take().unwrap()),
        };
        Self { home, line, child, stdin, lines: BufReader::new(lines) }
    }

    /// Returns the next line that it tells, without its end; an empty one at the end of all.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// Writes a line to its standard input.
    pub(crate) fn say(&mut self, line: &str) {
        writeln!(self.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Returns its number.
    pub(crate) fn id(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.id()).unwrap())
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        // Until it is waited for, the number is its own.
        kill(self.id(), signal).unwrap();
    }

    /// Waits for its end, and returns the rest of what it told. A signal that ended it is the negative of its number.
    pub(crate) fn end(mut self) -> Told {
        drop(self.stdin.take());
        let (mut out, mut err) = (Vec::new(), Vec::new());
        self.lines.read_to_end(&mut out).unwrap();
        if let Some(mut stderr) = self.child.stderr.take() {
            stderr.read_to_end(&mut err).unwrap();
        }
        let status = self.child.wait().unwrap();
        let code = status.code().unwrap_or_else(|| -status.signal().unwrap());
        Told::new(&self.line, &self.home, out, err, code)
    }
}

/// Waits until something is so, at most ten seconds.
pub(crate) fn until(what: &str, is_so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !is_so() {
        assert!(Instant::now() < end, "{what} did not happen");
        std::thread::sleep(Duration::from_millis(2));
    }
}
