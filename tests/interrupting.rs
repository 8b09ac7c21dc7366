//! Terminals that go away while somebody is asked. Nothing is done, and nothing goes on.

#![cfg(test)]

use std::fs::File;
use std::io::Read as _;
use std::os::fd::AsFd as _;
use std::process::{Child, Command, Stdio};

use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

use crate::faults::has;
use crate::support::Bench;

/// The other end of a terminal, and tokctl on it, as a shell would have started it there.
struct Session {
    terminal: File,
    child: Child,
}

/// A store of this very account, with a bot, a deploy token and a user.
fn bench() -> Bench {
    let bench = Bench::new();
    for line in [
        "user add ann",
        "project add grp/app",
        "create project-access --project grp/app -s api -q --to bot",
        "create deploy --project grp/app -s read_registry -q --to deploy",
        "app add dashboard --scope api",
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
        let end = || Stdio::from(pair.slave.try_clone().unwrap());
        // Without a session of its own it would have no terminal that could hang up on it.
        let mut command = Command::new("setsid");
        command.args(["--ctty", env!("CARGO_BIN_EXE_tokctl")]).args(line.split(' '));
        command.env_clear().env("HOME", bench.home()).env("TERM", "xterm").env("PATH", "/usr/bin:/bin");
        let child = command.current_dir(bench.home()).stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
        let mut session = Self { terminal: File::from(pair.master), child };
        session.wait_for(question);
        session
    }

    /// Reads until something is shown.
    fn wait_for(&mut self, words: &str) {
        let (mut piece, mut shown) = ([0; 4096], String::new());
        while !shown.contains(words) {
            let mut polled = [PollFd::new(self.terminal.as_fd(), PollFlags::POLLIN)];
            let ready = poll(&mut polled, PollTimeout::from(20_000_u16)).unwrap();
            assert!(ready > 0, "`{words}` was not shown: {shown}");
            let count = self.terminal.read(&mut piece).unwrap();
            shown.push_str(&console::strip_ansi_codes(&String::from_utf8_lossy(&piece[..count])));
        }
    }
}

/// The commands that ask, and what they ask.
const QUESTIONS: [(&str, &str); 7] = [
    ("create deploy", "Which scopes?"),
    ("revoke 2", "Revoke 1 token for ever?"),
    ("revoke 1", "Type its name"),
    ("user delete ann", "Type the username"),
    ("project delete grp/app", "Type the path"),
    ("app delete dashboard", "Delete the application"),
    ("verify", "Secret"),
];

/// Returns all that a command could have changed.
fn trail(bench: &Bench) -> String {
    bench.process("log list --json").piped(b"").code(0).out()
}

#[test]
fn a_terminal_that_hangs_up_at_a_question_ends_the_command_and_changes_nothing() {
    if !has("setsid") {
        return;
    }
    let bench = bench();
    let before = trail(&bench);
    for (line, question) in QUESTIONS {
        let Session { terminal, mut child } = Session::start(&bench, line, question);
        drop(terminal);
        let status = child.wait().unwrap();
        assert!(!status.success(), "{line}: {status}");
    }
    assert_eq!(trail(&bench), before);
}
