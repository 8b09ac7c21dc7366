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

/// The table of exit codes as help and manual print it.
pub(super) const TABLE: &str = "\
Exit codes:
  0  done, allowed, nothing found
  1  denied, or a part of several failed
  2  used wrongly
  3  not found
  4  refused by a role or a policy
  5  clashes with what is there
  6  findings
  7  the store cannot be used: missing, locked, corrupt, newer, full, permissions, clock
  8  the secret was not delivered, the token is not alive
  9  the outcome of the commit is unknown
 10  any other failure
125  `exec` itself failed; else it ends as its command does, with 128 and the number for a signal
126  `exec`: the command cannot be executed
127  `exec`: there is no such command
130  interrupted";
