//! Questions that are not answered: interrupted, hung up on, left. Nothing is done, and the terminal is as it was.

#![cfg(test)]

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};

use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::termios::{LocalFlags, Termios, tcgetattr};

use crate::faults::{has, until};
use crate::support::Bench;

/// A terminal of its own, and tokctl on it, as a shell would have started it there.
struct Session {
    terminal: File,
    child: Child,
    before: Termios,
    shown: String,
}

/// A store of this very account, with a bot, a deploy token and a user.
fn bench() -> Bench {
    let bench = Bench::new();
    for line in [
        "user add ann",
        "project add grp/app",
        "create project-access --project grp/app -s api -q --to bot",
        "create deploy --project grp/app -s read_registry -q --to deploy",
        "app add his --scope api",
    ] {
        bench.process(line).piped(b"").code(0);
    }
    bench
}

impl Session {
    /// Starts it, and waits for its question.
    fn start(bench: &Bench, line: &str, question: &str) -> Self {
        let pair = nix::pty::openpty(None, None).unwrap();
        for end in [&pair.master, &pair.slave] {
            // The terminal hangs up when its other end is closed, and that must be nobody else's.
            fcntl(end, FcntlArg::F_SETFD(FdFlag::FD_CLOEXEC)).unwrap();
        }
        let terminal = File::from(pair.master);
        let before = tcgetattr(&terminal).unwrap();
        let end = || Stdio::from(pair.slave.try_clone().unwrap());
        // Without a session of its own it would have no terminal that could interrupt it.
        let mut command = Command::new("setsid");
        command.args(["--ctty", env!("CARGO_BIN_EXE_tokctl")]).args(line.split(' '));
        command.env_clear().env("HOME", bench.home()).env("TERM", "xterm").env("PATH", "/usr/bin:/bin");
        let child = command.current_dir(bench.home()).stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
        drop(command);
        drop(pair.slave);
        let mut session = Self { terminal, child, before, shown: String::new() };
        session.wait_for(question);
        session.wait_for_its_ear();
        session
    }

    /// Waits until it takes single keys.
    fn wait_for_its_ear(&self) {
        let takes_keys = || !tcgetattr(&self.terminal).unwrap().local_flags.contains(LocalFlags::ICANON);
        until("its ear", takes_keys);
    }

    /// Reads until something is shown.
    fn wait_for(&mut self, words: &str) {
        let mut piece = [0; 4096];
        while !self.shown.contains(words) {
            let mut polled = [PollFd::new(self.terminal.as_fd(), PollFlags::POLLIN)];
            let ready = poll(&mut polled, PollTimeout::from(10_000_u16)).unwrap();
            assert!(ready > 0, "`{words}` was not shown: {}", self.shown);
            let count = self.terminal.read(&mut piece).unwrap();
            self.shown.push_str(&console::strip_ansi_codes(&String::from_utf8_lossy(&piece[..count])));
        }
    }

    fn press(&mut self, keys: &[u8]) {
        self.terminal.write_all(keys).unwrap();
    }

    /// Waits for its end; returns how it ended, and what was shown.
    fn ended(mut self) -> (ExitStatus, String) {
        let mut piece = [0; 4096];
        // A terminal that nobody holds any more is an error to read.
        while let Ok(count @ 1..) = self.terminal.read(&mut piece) {
            self.shown.push_str(&String::from_utf8_lossy(&piece[..count]));
        }
        let status = self.child.wait().unwrap();
        assert_eq!(tcgetattr(&self.terminal).unwrap(), self.before, "the terminal is not as it was");
        (status, self.shown)
    }
}

/// The commands that ask, and what they ask.
const QUESTIONS: [(&str, &str); 7] = [
    ("create deploy", "Which scopes?"),
    ("revoke 2", "Revoke 1 token for ever?"),
    ("revoke 1", "Type its name"),
    ("user delete ann", "Type the user's name"),
    ("project delete grp/app", "Type the path"),
    ("app delete his", "Delete the application"),
    ("verify", "Secret"),
];

/// Returns all that a command could have changed.
fn trail(bench: &Bench) -> String {
    bench.process("log list --json").piped(b"").code(0).out()
}

#[test]
fn an_interrupt_at_any_question_ends_the_command_and_changes_nothing() {
    if !has("setsid") {
        return;
    }
    let bench = bench();
    let before = trail(&bench);
    for (line, question) in QUESTIONS {
        let mut session = Session::start(&bench, line, question);
        session.press(b"\x03");
        let (status, shown) = session.ended();
        assert!(status.signal() == Some(2) || status.code() == Some(130), "{line}: {status}: {shown}");
        // Whoever hid the cursor shows it again.
        assert!(shown.rfind("\u{1b}[?25l") <= shown.rfind("\u{1b}[?25h"), "{line}: the cursor is hidden");
    }
    assert_eq!(trail(&bench), before);
}

#[test]
fn a_terminal_that_hangs_up_at_a_question_ends_the_command_and_changes_nothing() {
    if !has("setsid") {
        return;
    }
    let bench = bench();
    let before = trail(&bench);
    for (line, question) in QUESTIONS {
        let Session { terminal, mut child, .. } = Session::start(&bench, line, question);
        drop(terminal);
        let status = child.wait().unwrap();
        assert!(!status.success(), "{line}: {status}");
    }
    assert_eq!(trail(&bench), before);
}

#[test]
fn a_secret_that_is_typed_is_not_shown_and_its_line_can_be_mended() {
    if !has("setsid") {
        return;
    }
    let bench = bench();
    let secret = std::fs::read_to_string(bench.path("deploy")).unwrap();
    let secret = secret.trim();
    let cases: [(&str, i32); 4] = [
        (&format!("{secret}\r"), 0),
        (&format!("{secret}x\u{7f}\r"), 0),
        (&format!("wrong\u{15}{secret}\n"), 0),
        (&format!("{secret}x\r"), 1),
    ];
    for (typed, code) in cases {
        let mut session = Session::start(&bench, "verify", "Secret");
        session.press(typed.as_bytes());
        let (status, shown) = session.ended();
        assert_eq!(status.code(), Some(code), "{}", shown.len());
        assert!(!shown.contains(&secret[..12]), "it was shown");
    }
}

#[test]
fn a_hidden_question_takes_no_empty_answer_and_ends_with_its_terminal() {
    if !has("setsid") {
        return;
    }
    let bench = bench();
    let mut session = Session::start(&bench, "verify", "Secret");
    session.press(b"\r");
    session.shown.clear();
    session.wait_for("Secret");
    session.wait_for_its_ear();
    session.press(b"\x04");
    let (status, shown) = session.ended();
    assert!(status.code() == Some(10) && shown.contains("the question was not answered"), "{status}: {shown}");
    let mut session = Session::start(&bench, "verify", "Secret");
    session.press(b"\x1c");
    assert_eq!(session.ended().0.signal(), Some(3));
}
