//! On a terminal: the command has it for itself, keys that send signals reach it once, and it can be stopped.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::process::{Child, Stdio};

use nix::poll::{PollFd, PollFlags, poll};

use super::{DEPLOY, Site};
use crate::faults::has;
use crate::support::redacted;

/// A terminal, and a process that has it for its own.
struct Terminal {
    screen: File,
    shown: String,
    child: Child,
}

impl Terminal {
    /// Runs a shell script in a session of its own.
    fn run(site: &Site, shell: &[&str]) -> Self {
        let pair = nix::pty::openpty(None, None).unwrap();
        let end = || Stdio::from(pair.slave.try_clone().unwrap());
        let mut command = std::process::Command::new("setsid");
        command.args(["--ctty", "--wait"]).args(shell).env_clear().env("HOME", site.bench.home());
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin").env("TERM", "dumb").env("PS1", "prompt: ");
        command.env("TOKCTL", env!("CARGO_BIN_EXE_tokctl")).env("TMPDIR", site.temporary());
        command.current_dir(site.bench.home()).stdin(end()).stdout(end()).stderr(end());
        let child = command.spawn().unwrap();
        Self { screen: File::from(pair.master), shown: String::new(), child }
    }

    /// Reads until these words are shown behind what was waited for before.
    fn wait_for(&mut self, words: &str) {
        let mut piece = [0; 4096];
        loop {
            if let Some(at) = self.shown.find(words) {
                self.shown.drain(..at + words.len());
                return;
            }
            let mut polled = [PollFd::new(self.screen.as_fd(), PollFlags::POLLIN)];
            let is_there = poll(&mut polled, 10_000_u16).unwrap() > 0;
            let count = if is_there { self.screen.read(&mut piece).unwrap_or_default() } else { 0 };
            assert!(count > 0, "`{words}` was not shown: {}", redacted(&self.shown));
            self.shown.push_str(&String::from_utf8_lossy(&piece[..count]));
        }
    }

    fn types(&mut self, keys: &str) {
        self.screen.write_all(keys.as_bytes()).unwrap();
    }

    /// Reads the rest, and returns the exit code.
    fn end(mut self) -> (i32, String) {
        let mut piece = [0; 4096];
        while let Ok(count @ 1..) = self.screen.read(&mut piece) {
            self.shown.push_str(&String::from_utf8_lossy(&piece[..count]));
        }
        (self.child.wait().unwrap().code().unwrap(), std::mem::take(&mut self.shown))
    }
}

impl Drop for Terminal {
    /// Leaves nothing running where a test has failed: its session ends with its leader.
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn can_run() -> bool {
    has("setsid") && has("bash")
}

#[test]
fn ctrl_c_ends_the_command_and_its_token() {
    if !can_run() {
        return;
    }
    let site = Site::new();
    let script = format!("$TOKCTL {DEPLOY} -- sh -c 'echo rea''dy; exec sleep 1000'; echo code $?");
    let mut terminal = Terminal::run(&site, &["bash", "-c", &format!("trap : INT; {script}")]);
    terminal.wait_for("ready");
    terminal.types("\x03");
    terminal.wait_for("code 130");
    terminal.end();
    site.nothing_is_left();
}

#[test]
fn ctrl_c_reaches_a_command_once_that_goes_on() {
    if !can_run() {
        return;
    }
    let site = Site::new();
    let counting =
        "n=0; trap \"n=\\$((n+1)); echo c''aught\" INT; echo rea''dy; until read line; do :; done; echo n=$n; exit 5";
    let script = format!("trap : INT; $TOKCTL {DEPLOY} -- sh -c '{}'; echo code $?", counting.replace('\'', "'\\''"));
    let mut terminal = Terminal::run(&site, &["bash", "-c", &script]);
    terminal.wait_for("ready");
    // One that came twice may be taken for one, if both come at once; so often it is seen.
    for _ in 0..40 {
        terminal.types("\x03");
        terminal.wait_for("caught");
    }
    terminal.types("end\n");
    terminal.wait_for("n=40");
    terminal.wait_for("code 5");
    terminal.end();
    site.nothing_is_left();
}

#[test]
fn ctrl_z_stops_both_and_both_go_on() {
    if !can_run() {
        return;
    }
    let site = Site::new();
    // What is typed is shown too, so the words that are waited for are put together by the shell only.
    let script = "trap 'echo con''tinued' CONT; echo rea''dy; until read line; do :; done; echo got \"$line\"; exit 3";
    std::fs::write(site.bench.path("script"), script).unwrap();
    let mut terminal = Terminal::run(&site, &["bash", "--norc", "--noediting", "-i"]);
    terminal.wait_for("prompt: ");
    terminal.types(&format!("$TOKCTL {DEPLOY} -- sh script; echo co''de $?\n"));
    terminal.wait_for("ready");
    terminal.types("\x1a");
    terminal.wait_for("Stopped");
    terminal.wait_for("prompt: ");
    terminal.types("fg; echo co''de $?\n");
    terminal.wait_for("continued");
    terminal.types("words\n");
    terminal.wait_for("got words");
    terminal.wait_for("code 3");
    terminal.wait_for("prompt: ");
    terminal.types("exit\n");
    terminal.end();
    site.nothing_is_left();
}

#[test]
fn a_terminal_is_the_commands_own_and_nothing_is_masked_there() {
    if !can_run() {
        return;
    }
    let site = Site::new();
    let script = format!(
        "$TOKCTL {DEPLOY} -- sh -c 'test -t 0 && test -t 1 && test -t 2 && echo ${{TOKCTL_TOKEN%%-*}}-${{#TOKCTL_TOKEN}}'; \
         $TOKCTL {DEPLOY} -- sh -c 'test -t 1 || echo $TOKCTL_TOKEN' >file; cat file"
    );
    let (code, shown) = Terminal::run(&site, &["bash", "-c", &script]).end();
    assert_eq!((code, shown.as_str()), (0, "gldt-45\r\n[masked]\r\n"));
    site.nothing_is_left();
}
