//! Commands, and the tools that count what they do. A tool that is missing counts nothing: `None`.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

/// A command line that can be run again and again.
#[derive(Clone, Debug)]
pub(super) struct Call {
    words: Vec<OsString>,
    input: Option<PathBuf>,
}

impl Call {
    /// Makes a call of a program and its arguments.
    pub(super) fn new<W: Into<OsString>>(words: impl IntoIterator<Item = W>) -> Self {
        Self { words: words.into_iter().map(Into::into).collect(), input: None }
    }

    /// Gives it a file as its standard input.
    pub(super) fn reading(mut self, input: &Path) -> Self {
        self.input = Some(input.to_owned());
        self
    }

    /// Returns the command; its output goes into a pipe, its words to nobody.
    pub(super) fn command(&self) -> Result<Command> {
        self.below(&[])
    }

    /// Returns the command as another program's arguments.
    fn below(&self, tool: &[OsString]) -> Result<Command> {
        let words: Vec<&OsString> = tool.iter().chain(&self.words).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).stdout(Stdio::piped()).stderr(Stdio::null());
        // What `cargo` sets for libraries would make every program search for them.
        command.env_clear().envs(["PATH", "HOME"].map(|name| (name, std::env::var_os(name).unwrap_or_default())));
        match &self.input {
            Some(path) => command.stdin(File::open(path).with_context(|| format!("cannot open {}", path.display()))?),
            None => command.stdin(Stdio::null()),
        };
        Ok(command)
    }
}

/// Says whether a program is installed.
pub(super) fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Counts the instructions that a call executes outside the kernel.
pub(super) fn instructions(call: &Call) -> Result<Option<u64>> {
    if !is_there("valgrind") {
        return Ok(None);
    }
    let tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"].map(OsString::from);
    let output = call.below(&tool)?.stderr(Stdio::piped()).output()?;
    ensure!(output.status.success(), "{call:?} ended with {}", output.status);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let collected = said.lines().find_map(|line| line.split("Collected : ").nth(1));
    Ok(collected.and_then(|count| count.trim().parse().ok()))
}

/// Counts the system calls of a call: all of them, or those of the names given.
pub(super) fn system_calls(call: &Call, names: Option<&str>) -> Result<Option<u64>> {
    if !is_there("strace") {
        return Ok(None);
    }
    let log = tempfile::NamedTempFile::new()?;
    let mut tool: Vec<OsString> = ["strace", "-f", "-o"].map(OsString::from).into();
    tool.push(log.path().into());
    if let Some(names) = names {
        tool.extend(["-e".into(), format!("trace={names}").into()]);
    }
    let output = call.below(&tool)?.output()?;
    ensure!(output.status.success(), "{call:?} ended with {}", output.status);
    let log = fs::read_to_string(log.path())?;
    Ok(Some(log.lines().filter(|line| line.contains('(') && !line.contains(" resumed>")).count() as u64))
}

/// What one run of a call took.
pub(super) struct Run {
    pub(super) seconds: f64,
    /// The most memory that it held, in kilobytes; `None` where the kernel does not tell.
    pub(super) peak: Option<u64>,
}

/// Runs a call that writes next to nothing, once.
pub(super) fn timed(call: &Call) -> Result<Run> {
    let begin = Instant::now();
    let mut child = call.command()?.spawn()?;
    let mut peak = None;
    let status = loop {
        peak = peak.max(memory_of(child.id()));
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(1)),
        }
    };
    ensure!(status.success(), "{call:?} ended with {status}");
    Ok(Run { seconds: begin.elapsed().as_secs_f64(), peak })
}

/// Returns the most memory in kilobytes that a running process has held so far.
fn memory_of(process: u32) -> Option<u64> {
    let told = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}

/// Returns the most memory in kilobytes that a call held while it wrote its output; `None` where the kernel does not tell.
pub(super) fn peak_memory(call: &Call) -> Result<Option<u64>> {
    let mut child = call.command()?.spawn()?;
    let mut output = child.stdout.take().context("the output is no pipe")?;
    let (mut piece, mut peak) = (vec![0; 64 * 1024], None);
    while output.read(&mut piece)? > 0 {
        peak = peak.max(memory_of(child.id()));
    }
    ensure!(child.wait()?.success(), "{call:?} failed");
    Ok(peak)
}
