//! Exit codes: what a script reads.

use crate::domain::error::Code;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done, allowed, nothing found.
    Done,
    /// Denied, or a part of several failed.
    Denied,
    /// Used wrongly.
    Usage,
    /// Not found.
    NotFound,
    /// Refused by a role or a policy.
    Refused,
    /// Clashed with what is there.
    Conflict,
    /// Something was found that was looked for.
    Findings,
    /// The store cannot be used, or the clock is behind it.
    Store,
    /// The secret was not delivered; the token is not alive.
    Delivery,
    /// Nobody can say what became of the commit.
    Uncertain,
    /// Failed in another way.
    Failed,
    /// `exec` failed itself: its command did not run, or its token is not revoked.
    OwnFault,
    /// The command of `exec` cannot be executed.
    NotExecutable,
    /// There is no such command.
    NoCommand,
    /// Interrupted by the person at the terminal.
    Interrupted,
    /// What the command of `exec` ended with.
    OfCommand(u8),
}

impl Exit {
    /// Returns the code that the process ends with.
    pub(super) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Denied => 1,
            Self::Usage => 2,
            Self::NotFound => 3,
            Self::Refused => 4,
            Self::Conflict => 5,
            Self::Findings => 6,
            Self::Store => 7,
            Self::Delivery => 8,
            Self::Uncertain => 9,
            Self::Failed => 10,
            Self::OwnFault => 125,
            Self::NotExecutable => 126,
            Self::NoCommand => 127,
            Self::Interrupted => 130,
            Self::OfCommand(code) => code,
        }
    }

    /// Returns what a failure is where the lower codes are those of a command that was run.
    pub(super) const fn beside_command(self) -> Self {
        match self {
            Self::Done | Self::NotExecutable | Self::NoCommand | Self::Interrupted | Self::OfCommand(_) => self,
            _ => Self::OwnFault,
        }
    }
}

impl From<Code> for Exit {
    fn from(code: Code) -> Self {
        match code {
            Code::Usage => Self::Usage,
            Code::NotFound => Self::NotFound,
            Code::Denied => Self::Denied,
            Code::Refused => Self::Refused,
            Code::Conflict => Self::Conflict,
            Code::Store | Code::Clock => Self::Store,
            Code::Delivery => Self::Delivery,
            Code::Uncertain => Self::Uncertain,
            Code::Failed => Self::Failed,
        }
    }
}

/// What each exit code means, for help and manual.
const TABLE: [(Exit, &str); 15] = [
    (Exit::Done, "done, allowed, nothing found"),
    (Exit::Denied, "denied, or a part of several failed"),
    (Exit::Usage, "used wrongly"),
    (Exit::NotFound, "not found"),
    (Exit::Refused, "refused by a role or a policy"),
    (Exit::Conflict, "clashes with what is there"),
    (Exit::Findings, "findings"),
    (Exit::Store, "the store cannot be used: missing, locked, corrupt, newer, full, permissions, clock"),
    (Exit::Delivery, "the secret was not delivered, the token is not alive"),
    (Exit::Uncertain, "the outcome of the commit is unknown"),
    (Exit::Failed, "any other failure"),
    (Exit::OwnFault, "`exec` itself failed; else it ends as its command does, with 128 and the number for a signal"),
    (Exit::NotExecutable, "`exec`: the command cannot be executed"),
    (Exit::NoCommand, "`exec`: there is no such command"),
    (Exit::Interrupted, "interrupted"),
];

/// Returns each exit code with what it means.
pub(super) fn table() -> impl Iterator<Item = (u8, &'static str)> {
    TABLE.iter().map(|(exit, meaning)| (exit.code(), *meaning))
}

/// What some exit codes mean to some commands beyond the table: of a command, or of a group of commands.
const SPECIAL: [(&str, &[(Exit, &str)]); 13] = [
    (
        "create",
        &[
            (Exit::Refused, "a role or a policy does not allow such a token"),
            (Exit::Conflict, "a live token of the kind has this name there, or the file of `--to` exists"),
            (Exit::Delivery, "the secret was not delivered, and no token was made"),
        ],
    ),
    (
        "list",
        &[
            (Exit::Done, "whether there are any or not"),
            (Exit::Findings, "with `--fail-if-any`: at least one token is listed"),
        ],
    ),
    (
        "rotate",
        &[
            (Exit::Conflict, "an overlap is not over yet, or the file of `--to` exists"),
            (Exit::Delivery, "the new secret was not delivered, and the old one is as it was"),
        ],
    ),
    (
        "revoke",
        &[
            (Exit::Done, "revoked, or revoked before"),
            (Exit::Denied, "of several tokens, some could not be revoked"),
            (Exit::Usage, "nothing is selected, or nobody is there to be asked and `--yes` is missing"),
            (Exit::NotFound, "there is no such token"),
            (Exit::Interrupted, "not confirmed: nothing was revoked"),
        ],
    ),
    (
        "verify",
        &[
            (Exit::Done, "allowed"),
            (Exit::Denied, "denied"),
            (Exit::Usage, "the question makes no sense"),
            (Exit::Store, "the store did not answer, which is no permission"),
        ],
    ),
    (
        "exec",
        &[
            (Exit::OwnFault, "tokctl itself failed: the command did not run, or its token is not revoked"),
            (Exit::NotExecutable, "the command cannot be executed"),
            (Exit::NoCommand, "there is no command of this name"),
        ],
    ),
    (
        "audit",
        &[
            (Exit::Done, "asked, whatever was found"),
            (Exit::Findings, "with `--fail-on`: something is at least so bad"),
        ],
    ),
    (
        "log verify",
        &[
            (Exit::Done, "the chain holds, and so does every head"),
            (Exit::Findings, "an event was changed, or the trail was cut off or rewritten since a head was kept"),
        ],
    ),
    (
        "store check",
        &[
            (Exit::Done, "nothing is wrong with the store"),
            (Exit::Findings, "something is wrong"),
            (Exit::Store, "the store cannot be opened at all"),
        ],
    ),
    (
        "app refresh",
        &[
            (Exit::Denied, "the refresh secret does not work, or was used before"),
            (Exit::Delivery, "the new pair was not delivered, and the old one is as it was"),
        ],
    ),
    (
        "runner register",
        &[
            (Exit::Denied, "the registration secret does not work"),
            (Exit::Delivery, "the runner's secret was not delivered, and no runner was made"),
        ],
    ),
    (
        "job start",
        &[
            (Exit::Denied, "the runner's secret does not open the project's jobs"),
            (Exit::Refused, "the user may start no jobs there, or the runner does not take this one"),
            (Exit::Delivery, "the secret was not delivered, and no job was started"),
        ],
    ),
    ("user delete", &[(Exit::Refused, "a role forbids it, or a group would be left without an Owner")]),
];

/// Returns what exit codes mean to a command in particular, for its page in the manual.
#[must_use]
pub fn special_exits(path: &[&str]) -> Vec<(u8, &'static str)> {
    let is_of = |words: &str| words == path.join(" ") || words == path[0] && ["create", "exec"].contains(&words);
    let found = SPECIAL.iter().find(|(words, _)| is_of(words)).map_or(&[][..], |(_, exits)| *exits);
    found.iter().map(|(exit, meaning)| (exit.code(), *meaning)).collect()
}
