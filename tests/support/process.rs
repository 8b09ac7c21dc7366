//! tokctl as a process of its own, in an environment of nothing but a home.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Told;

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

    /// Runs it to its end, both streams kept.
    pub(crate) fn piped(self, input: &[u8]) -> Told {
        self.stdout_to(Stdio::piped()).run(input)
    }
}
