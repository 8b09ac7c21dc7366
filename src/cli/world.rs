//! The outside world as one command sees it: read once in `main`, handed down.

use std::ffi::OsString;
use std::fs::File;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use crate::store::Clock;

/// What the environment says that tokctl listens to. No variable sets the clock, names who acts, or carries a secret.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `TOKCTL_STORE`: the store's path.
    pub store: Option<OsString>,
    /// `TOKCTL_PROJECT`: the project taken where none is named.
    pub project: Option<OsString>,
    /// `CI_PROJECT_PATH`: the same, after `TOKCTL_PROJECT`.
    pub ci_project: Option<OsString>,
    /// `TOKCTL_HOST`: the host that secrets are for, in the forms that name one.
    pub host: Option<OsString>,
    /// `CI_REGISTRY`: the same for registries, after `TOKCTL_HOST`.
    pub ci_registry: Option<OsString>,
    /// `CI_SERVER_URL`: the same for all else, after `TOKCTL_HOST`.
    pub ci_server: Option<OsString>,
    /// Whether `CI` is set: nothing is asked then.
    pub ci: bool,
    /// Whether `NO_COLOR` is set and not empty, or `TERM` is `dumb`.
    pub no_color: bool,
    /// Whether `TERM` is `dumb` or not set: nothing that was shown can be taken back.
    pub dumb: bool,
    /// Whether `CLICOLOR_FORCE` is set and not `0`.
    pub force_color: bool,
    /// `PATH`: where commands are looked for that `exec` runs.
    pub path: Option<OsString>,
    /// `XDG_RUNTIME_DIR`: where `exec` puts the private file of a secret.
    pub runtime_directory: Option<PathBuf>,
    /// `TMPDIR`: the same, where there is no such directory.
    pub temporary_directory: Option<PathBuf>,
    /// `GIT_CONFIG_COUNT`: how many settings the environment has for git already, to which `exec` adds.
    pub git_config_count: Option<OsString>,
    /// `HOME`: what `~` stands for where a shell has not said so.
    pub home: Option<PathBuf>,
    /// The platform's directory for a user's data.
    pub data_directory: Option<PathBuf>,
}

/// The account that runs the command, and the machine it runs on, as the kernel tells them.
#[derive(Clone, Debug)]
pub struct Account {
    /// The account's number.
    pub uid: u32,
    /// The account's name.
    pub login: String,
    /// The machine's name.
    pub host: String,
}

/// Everything a command gets from outside.
pub struct World<'w> {
    /// The arguments, the program's own name first.
    pub arguments: Vec<OsString>,
    /// The environment.
    pub environment: Environment,
    /// Who runs it, and where.
    pub account: Account,
    /// The clock.
    pub clock: Clock<'w>,
    /// Standard input, or what stands for it.
    pub stdin: File,
    /// Standard output, or what stands for it.
    pub stdout: File,
    /// Standard error, or what stands for it.
    pub stderr: File,
}

impl World<'_> {
    /// Says whether a person is there to be asked: all three streams are terminals.
    #[must_use]
    pub fn is_attended(&self) -> bool {
        self.stdin.is_terminal() && self.stdout.is_terminal() && self.stderr.is_terminal()
    }
}
