//! tokctl as a process of its own, in an environment of nothing but a home.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Running, Told};

/// A process that is about to be started.
pub(crate) struct Child {
    home: PathBuf,
    line: String,
    command: Command,
}

impl Child {
    pub(super) fn new(home: &Path, words: &[String]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tokctl"));
        command.args(words);
        Self::of(home, words.join(" "), command)
    }

    /// A shell script in which `tokctl` is the program under test.
    pub(crate) fn script(home: &Path, script: &str) -> Self {
        let mut command = Command::new("sh");
        let program = env!("CARGO_BIN_EXE_tokctl");
        command.args(["-euc", &format!("tokctl() {{ \"{program}\" \"$@\"; }}; TOKCTL={program}; {script}")]);
        Self::of(home, script.to_owned(), command)
    }

    fn of(home: &Path, line: String, mut command: Command) -> Self {
        command.env_clear().env("HOME", home).env("PATH", "/usr/local/bin:/usr/bin:/bin").current_dir(home);
        Self { home: home.to_owned(), line, command }
    }

    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Puts something else in the place of standard output.
    pub(crate) fn stdout_to(mut self, stdout: impl Into<Stdio>) -> Self {
        self.command.stdout(stdout);
        self
    }

    /// Runs it to its end with this standard input.
    pub(crate) fn run(mut self, input: &[u8]) -> Told {
        let mut child = self.command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // One that does not read it may be gone before it is written.
        child.stdin.take().unwrap().write_all(input).ok();
        let output = child.wait_with_output().unwrap();
        let code = output.status.code().unwrap_or(-1);
        Told::new(&self.line, &self.home, output.stdout, output.stderr, code)
    }

    /// Runs it on a terminal of its own, where this is typed with a return behind it. Returns how it ended and what was
    /// shown, without the codes that colour it.
    pub(crate) fn on_terminal(self, answer: &str) -> (i32, String) {
        let (code, shown) = self.raw_on_terminal(answer);
        (code, console::strip_ansi_codes(&String::from_utf8_lossy(&shown)).into_owned())
    }

    /// Does the same, and returns what was shown as it came.
    pub(crate) fn raw_on_terminal(mut self, answer: &str) -> (i32, Vec<u8>) {
        let pair = nix::pty::openpty(None, None).unwrap();
        let end = || Stdio::from(pair.slave.try_clone().unwrap());
        let mut child = self.command.env("TERM", "xterm").stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
        // The copies of the terminal's end must go, so that its other end sees the last of them closed.
        drop(self.command);
        drop(pair.slave);
        let mut terminal = File::from(pair.master);
        terminal.write_all(format!("{answer}\r").as_bytes()).unwrap();
        let mut shown = Vec::new();
        let mut piece = [0; 4096];
        // A terminal that nobody holds any more is an error to read.
        while let Ok(count @ 1..) = terminal.read(&mut piece) {
            shown.extend_from_slice(&piece[..count]);
        }
        (child.wait().unwrap().code().unwrap_or(-1), shown)
    }

    /// Starts it, to be talked with, where its standard output went elsewhere.
    pub(crate) fn start_on_stderr(mut self) -> Running {
        let child = self.command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        Running::new(self.home, self.line, child)
    }

    /// Starts it, to be talked with.
    pub(crate) fn start(self) -> Running {
        self.stdout_to(Stdio::piped()).start_on_stderr()
    }

    /// Runs it to its end, both streams kept.
    pub(crate) fn piped(self, input: &[u8]) -> Told {
        self.stdout_to(Stdio::piped()).run(input)
    }
}
