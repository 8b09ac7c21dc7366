//! The bench that every test works at: a home directory of its own, a clock that stands still, and two ways to run tokctl.

#![cfg(test)]

mod peer;
mod process;
mod redact;
mod running;
mod terminal;
mod told;

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use nix::unistd::Uid;
use tempfile::TempDir;
use tokctl::cli::world::Account;
use tokctl::cli::{self, Environment, World};
use tokctl::domain::expiry::parse_moment;
use tokctl::domain::time::Timestamp;

pub(crate) use peer::Peer;
pub(crate) use process::Child;
pub(crate) use redact::redacted;
pub(crate) use running::{Running, until};
pub(crate) use terminal::Terminal;
pub(crate) use told::{Kept, Pair, Told};

/// When every test begins, unless it says otherwise.
pub(crate) const START: &str = "2026-06-15T12:00:00Z";

/// One machine with one account, and an empty home.
pub(crate) struct Bench {
    home: TempDir,
    pub(crate) environment: Environment,
    /// The name of the account that runs the commands; its number is always the real one.
    pub(crate) login: String,
    pub(crate) now: Timestamp,
}

impl Bench {
    /// A machine on which nothing was done yet.
    pub(crate) fn new() -> Self {
        let home = TempDir::new().unwrap();
        let data_directory = Some(home.path().join(".local/share/tokctl"));
        let environment = Environment { data_directory, ..Environment::default() };
        Self { home, environment, login: "op".into(), now: parse_moment(START).unwrap() }
    }

    /// A machine with a store, whose admin is `op`.
    pub(crate) fn founded() -> Self {
        let bench = Self::new();
        bench.ok("store init -q");
        bench
    }

    /// A machine with a store, on which all these commands went well.
    pub(crate) fn after(lines: &[&str]) -> Self {
        let bench = Self::founded();
        bench.all(lines);
        bench
    }

    /// Names the account as the kernel does, so that both ways of running tokctl are the same person.
    pub(crate) fn as_myself(&mut self) -> &mut Self {
        let identity = self.process("whoami --json").piped(b"").json();
        self.login = identity["identities"][0]["login"].as_str().unwrap().to_owned();
        self
    }

    /// Sets the clock.
    pub(crate) fn at(&mut self, moment: &str) -> &mut Self {
        self.now = parse_moment(moment).unwrap();
        self
    }

    /// Moves the clock on.
    pub(crate) fn later(&mut self, seconds: i64) -> &mut Self {
        self.now = self.now.plus(seconds).unwrap();
        self
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Returns a path in the home directory.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home().join(name)
    }

    /// Returns the directory in which a store lies by default.
    pub(crate) fn data(&self) -> PathBuf {
        self.path(".local/share/tokctl")
    }

    /// Runs a command in this process, its words as a shell would split them; `~` at a word's beginning is the home.
    pub(crate) fn run(&self, line: &str) -> Told {
        self.run_with(&self.words(line), b"")
    }

    /// Runs a command in this process, with these arguments and this standard input.
    pub(crate) fn run_with<S: AsRef<str>>(&self, arguments: &[S], input: &[u8]) -> Told {
        let words: Vec<String> = arguments.iter().map(|word| word.as_ref().to_owned()).collect();
        let [stdin, stdout, stderr] = [input, b"", b""].map(file_of);
        let arguments = std::iter::once("tokctl").chain(words.iter().map(String::as_str)).map(OsString::from).collect();
        let code = cli::run(&World {
            arguments,
            environment: self.environment.clone(),
            account: Account { uid: Uid::current().as_raw(), login: self.login.clone(), host: "bench".into() },
            clock: &|| self.now,
            stdin,
            stdout: stdout.try_clone().unwrap(),
            stderr: stderr.try_clone().unwrap(),
        });
        Told::new(&words.join(" "), self.home(), read_back(stdout), read_back(stderr), i32::from(code))
    }

    /// Runs a command that must go well.
    pub(crate) fn ok(&self, line: &str) -> Told {
        let told = self.run(line);
        told.code(0);
        told
    }

    /// Runs commands that must all go well.
    pub(crate) fn all(&self, lines: &[&str]) {
        for line in lines {
            self.ok(line);
        }
    }

    /// Runs commands that must all end with a code and with these words in the first line of standard error.
    pub(crate) fn refuses(&self, code: i32, cases: &[(&str, &str)]) {
        for (line, words) in cases {
            self.run(line).code(code).stdout("").says(words);
        }
    }

    /// Runs a command that must go well, and keeps the secret it printed.
    pub(crate) fn secret(&self, line: &str) -> Kept {
        self.ok(line).secret()
    }

    /// Presents a secret on standard input to `verify` with these options.
    pub(crate) fn verify(&self, secret: &Kept, options: &str) -> Told {
        self.run_with(&self.words(&format!("verify {options}")), secret.expose())
    }

    /// Presents a secret, and asserts the verdict: `allow`, or the reason of the denial.
    pub(crate) fn verdict(&self, secret: &Kept, options: &str, verdict: &str) {
        let told = self.verify(secret, &format!("{options} --json"));
        let json = told.json();
        let found = &json["verdicts"][0];
        let word = found["reason"].as_str().or_else(|| found["verdict"].as_str()).unwrap_or("nothing");
        assert_eq!(word, verdict, "{told}");
        told.code(i32::from(verdict != "allow"));
    }

    /// Returns the newest events, oldest first: of each the action and the name of what it was done to.
    pub(crate) fn actions(&self, last: usize) -> Vec<String> {
        let json = self.ok("log list --json").json();
        let events = json["events"].as_array().unwrap();
        let text = |event: &serde_json::Value, key: &str| event[key].as_str().unwrap().to_owned();
        let lines = events.iter().map(|event| format!("{} {}", text(event, "action"), text(event, "name")));
        lines.skip(events.len() - last).collect()
    }

    /// Starts tokctl as a process of its own, to be given its streams.
    pub(crate) fn process(&self, line: &str) -> Child {
        self.process_with(&self.words(line))
    }

    /// Starts it with these words.
    pub(crate) fn process_with(&self, words: &[String]) -> Child {
        Child::new(self.home(), words)
    }

    /// Splits words as a shell does: blanks part them, single quotes keep them together.
    pub(crate) fn words(&self, line: &str) -> Vec<String> {
        let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
        for character in line.chars() {
            match character {
                '\'' => {
                    quoted = !quoted;
                    word.get_or_insert_default();
                }
                ' ' if !quoted => words.extend(word.take()),
                '~' if !quoted && word.is_none() => word = Some(self.home().display().to_string()),
                other => word.get_or_insert_default().push(other),
            }
        }
        words.extend(word);
        words
    }
}

/// Makes a file without a name that holds these bytes.
fn file_of(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

fn read_back(mut file: File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// Makes a pipe, the end to read from first.
pub(crate) fn pipe() -> (File, OwnedFd) {
    let (reader, writer) = nix::unistd::pipe().unwrap();
    (reader.into(), writer)
}
