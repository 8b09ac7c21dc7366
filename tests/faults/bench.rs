//! A home of its own for every test, and tokctl run in it as a real process.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use base64ct::{Base64, Encoding as _};
use regex::Regex;
use tempfile::TempDir;

use crate::support::Kept;

/// Makes a token in the default project.
pub(super) const CREATE: [&str; 4] = ["create", "deploy", "--scope", "read_registry"];

/// A home directory, in which the store lies at its default place.
pub(super) struct Bench {
    home: PathBuf,
    _temporary: Option<TempDir>,
}

/// What one process left: its end, and what it wrote.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) code: Option<i32>,
    pub(super) signal: Option<i32>,
    /// Never printed: it holds secrets.
    pub(super) out: Vec<u8>,
    pub(super) err: String,
}

impl Bench {
    /// Makes an empty home.
    pub(super) fn new() -> Self {
        let temporary = TempDir::new().unwrap();
        Self { home: temporary.path().to_owned(), _temporary: Some(temporary) }
    }

    /// Makes a home with a store in it, and no token.
    pub(super) fn founded() -> Self {
        let bench = Self::new();
        bench.run(&["store", "init"]).must_be(0);
        bench
    }

    /// Takes a directory that is there as the home.
    pub(super) fn at(home: &Path) -> Self {
        Self { home: home.to_owned(), _temporary: None }
    }

    pub(super) fn home(&self) -> &Path {
        &self.home
    }

    /// Returns the directory of the store.
    pub(super) fn directory(&self) -> PathBuf {
        self.home.join(".local/share/tokctl")
    }

    /// Returns the path of the store, or with an ending that of a file beside it.
    pub(super) fn store(&self, ending: &str) -> PathBuf {
        self.directory().join(format!("store.db{ending}"))
    }

    /// Prepares any program to run in this home, with nothing of the environment but the path.
    pub(super) fn program(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", variable("PATH").unwrap_or_default()).env("HOME", &self.home);
        command.current_dir(&self.home).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Prepares tokctl.
    pub(super) fn tokctl(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(TOKCTL);
        command.args(arguments);
        command
    }

    /// Runs tokctl.
    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.tokctl(arguments).output().unwrap())
    }

    /// Runs lines of the shell, in which `tokctl` is the one under test.
    pub(super) fn shell(&self, script: &str) -> Run {
        let script = format!("tokctl() {{ '{TOKCTL}' \"$@\"; }}\n{script}");
        Run::of(self.program("sh").args(["-c", &script]).output().unwrap())
    }

    /// Asks tokctl about a secret.
    pub(super) fn verify(&self, secret: &[u8]) -> Run {
        let mut child = self.tokctl(&["verify"]).stdin(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), secret).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }
}

/// The program under test.
pub(super) const TOKCTL: &str = env!("CARGO_BIN_EXE_tokctl");

impl Run {
    pub(super) fn of(output: Output) -> Self {
        super::tally::run();
        let (code, signal) = (output.status.code(), output.status.signal());
        let run = Self { code, signal, out: output.stdout, err: String::from_utf8_lossy(&output.stderr).into_owned() };
        run.must_be_calm();
        run
    }

    /// Asserts what holds whatever happens: no panic, no abort, no fault of memory, no secret among the words.
    fn must_be_calm(&self) {
        let calm =
            !matches!(self.code, Some(101 | 134 | 135 | 137 | 139)) && !matches!(self.signal, Some(4 | 6 | 7 | 8 | 11));
        let quiet = !["panicked", "failed at src/", "backtrace"].iter().any(|word| self.err.contains(word));
        assert!(calm && quiet, "{}", self.told());
        for secret in self.secrets() {
            assert!(!self.err.contains(&secret), "a secret is among the words on standard error");
        }
    }

    /// Asserts the exit code.
    pub(super) fn must_be(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{}", self.told());
        self
    }

    /// Asserts that the words on standard error hold each of these.
    pub(super) fn must_say(&self, parts: &[&str]) -> &Self {
        for part in parts {
            assert!(self.err.contains(part), "`{part}` is missing: {}", self.told());
        }
        self
    }

    /// Returns the whole secrets among what was written to standard output.
    pub(super) fn secrets(&self) -> Vec<String> {
        secrets(&self.out)
    }

    /// Describes the run, without standard output.
    pub(super) fn told(&self) -> String {
        let (code, signal, bytes) = (self.code, self.signal, self.out.len());
        format!("code {code:?}, signal {signal:?}, {bytes} bytes on standard output, and said:\n{}", self.err)
    }
}

/// Returns the whole secrets in a text of any form, those in base64 too.
pub(super) fn secrets(bytes: &[u8]) -> Vec<String> {
    static RUN: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[0-9A-Za-z._-]{45,}").unwrap());
    static BASE64: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[0-9A-Za-z+/]{40,}={0,2}").unwrap());
    let in_text = |text: &str| -> Vec<String> {
        let whole = RUN.find_iter(text).filter_map(|run| Kept::parse(run.as_str().as_bytes()));
        whole.map(|secret| secret.text()).collect()
    };
    let text = String::from_utf8_lossy(bytes);
    let mut found = in_text(&text);
    for run in BASE64.find_iter(&text) {
        let plain = Base64::decode_vec(run.as_str()).unwrap_or_default();
        found.extend(in_text(&String::from_utf8_lossy(&plain)));
    }
    found
}

/// Reads a variable of the test run's own environment.
#[expect(clippy::disallowed_methods, reason = "a test run has no main.rs that could hand its settings down")]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Says whether this is a long run.
pub(super) fn is_long() -> bool {
    variable("TOKCTL_FAULTS").as_deref() == Some("long")
}

/// Returns how often something is to be done: so often, or ten times as often in a long run.
pub(super) fn times(count: usize) -> usize {
    if is_long() { count * 10 } else { count }
}

/// Says that something cannot be tried here. Where `CI` is set everything has to be.
pub(super) fn skip(what: &str) {
    assert!(variable("CI").is_none(), "{what}: CI has to have it");
    // Not by a macro: the harness would keep it.
    std::io::Write::write_all(&mut std::io::stderr(), format!("skipped: {what}\n").as_bytes()).unwrap();
}

/// Says whether a program is there; prints that its test is skipped where it is not.
pub(crate) fn has(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", "command -v \"$0\" >/dev/null", program]).status().unwrap().success();
    if !found {
        skip(&format!("`{program}` is not installed"));
    }
    found
}

/// Waits until something is so, at most ten seconds.
pub(crate) fn until(what: &str, is_so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !is_so() {
        assert!(Instant::now() < end, "{what} did not happen");
        thread::sleep(Duration::from_millis(2));
    }
}

/// Waits until a process sleeps, and goes on sleeping.
pub(super) fn until_it_waits(child: &Child) {
    let sleeps = || {
        let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
        stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('S'))
    };
    until("its waiting", || {
        (0..5).all(|_| {
            thread::sleep(Duration::from_millis(2));
            sleeps()
        })
    });
}

/// Returns the permission bits of a path.
pub(super) fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
}

pub(super) fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Numbers that look random and are the same in every run (`SplitMix64`).
pub(super) struct Random {
    state: u64,
    pub(super) seed: u64,
}

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        let seed = variable("TOKCTL_FAULTS_SEED").and_then(|text| text.parse().ok()).unwrap_or(seed);
        Self { state: seed, seed }
    }

    /// The numbers of one of many who work at once.
    pub(super) fn worker(seed: u64, number: u64) -> Self {
        let mut random = Self { state: seed, seed };
        random.state = random.below(u64::MAX).wrapping_add(number << 32);
        random
    }

    /// Returns a number below a bound.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// Returns a place in something of a length.
    pub(super) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }

    /// Returns a time between none and somewhat more than what a run takes.
    pub(super) fn delay(&mut self, run: Duration) -> Duration {
        let bound = u64::try_from(run.as_nanos()).unwrap() * 13 / 10;
        Duration::from_nanos(self.below(bound))
    }
}
