//! Running commands with tokens that die with them: real processes, and nothing alive when they have ended.

#![cfg(test)]

mod clients;
mod codes;
mod ends;
mod files;
mod jobs;
mod masking;
mod signals;
mod terminal;

use std::fs;
use std::path::PathBuf;

use crate::support::{Bench, Child, Kept};

/// Hands a deploy token to a command; what is behind `--` follows.
pub(super) const DEPLOY: &str = "exec deploy --project grp/app -s read_registry";

/// A machine with a project, and a place of its own for temporary files.
pub(super) struct Site {
    pub(super) bench: Bench,
}

impl Site {
    pub(super) fn new() -> Self {
        let bench = Bench::new();
        fs::create_dir(bench.path("tmp")).unwrap();
        let site = Self { bench };
        site.ok("project add grp/app -q");
        site
    }

    /// Prepares tokctl.
    pub(super) fn tokctl(&self, line: &str) -> Child {
        self.bench.process(line).env("TMPDIR", self.temporary().to_str().unwrap())
    }

    /// Prepares tokctl to run lines of the shell, which lie in a file of their own: `sh` has no arguments then.
    pub(super) fn script(&self, options: &str, script: &str) -> Child {
        fs::write(self.bench.path("script"), script).unwrap();
        self.tokctl(&format!("{options} -- sh script"))
    }

    /// Runs tokctl, which must go well, and returns standard output.
    pub(super) fn ok(&self, line: &str) -> String {
        let told = self.tokctl(line).piped(b"");
        told.code(0);
        told.out()
    }

    /// Asks whether a secret is alive.
    pub(super) fn is_alive(&self, secret: &Kept) -> bool {
        self.tokctl("verify -q").piped(secret.expose()).exit() == 0
    }

    pub(super) fn temporary(&self) -> PathBuf {
        self.bench.path("tmp")
    }

    /// Asserts that nothing is alive, and that no file is left.
    #[track_caller]
    pub(super) fn nothing_is_left(&self) {
        assert_eq!(self.ok("list"), "", "a token is alive");
        assert_eq!(self.ok("job list"), "", "a job runs");
        assert_eq!(fs::read_dir(self.temporary()).unwrap().count(), 0, "a private directory is left");
    }

    /// Returns how many tokens were ever made.
    pub(super) fn made(&self) -> usize {
        self.ok("list --all -q").lines().count()
    }
}
