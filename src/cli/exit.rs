//! Exit codes: what a script reads.

use crate::domain::error::Code;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Exit {
    /// Done, allowed, nothing found.
    Done = 0,
    /// Denied, or a part of several failed.
    Denied = 1,
    /// Used wrongly.
    Usage = 2,
    /// Not found.
    NotFound = 3,
    /// Refused by a role or a policy.
    Refused = 4,
    /// Clashed with what is there.
    Conflict = 5,
    /// Something was found that was looked for.
    Findings = 6,
    /// The store cannot be used, or the clock is behind it.
    Store = 7,
    /// The secret was not delivered; the token is not alive.
    Delivery = 8,
    /// Nobody can say what became of the commit.
    Uncertain = 9,
    /// Failed in another way.
    Failed = 10,
    /// Interrupted by the person at the terminal.
    Interrupted = 130,
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
130  interrupted";
