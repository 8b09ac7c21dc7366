//! What can go wrong, sorted by what the caller can do about it.
//!
//! A verdict is no error: a denied secret is an answer. An error says that something was not carried out.

use super::id::TokenId;

/// Sorts errors; each code has one exit status on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// What was asked makes no sense as it was put.
    Usage,
    /// There is no such thing, or none that the caller may see.
    NotFound,
    /// A secret that was presented does not open it; nobody is told why.
    Denied,
    /// A role or a policy forbids it.
    Refused,
    /// It clashes with what is there.
    Conflict,
    /// The store cannot be used: missing, locked, corrupt, newer, full, permissions.
    Store,
    /// The clock is behind the store.
    Clock,
    /// The secret did not reach its reader; the token is not alive.
    Delivery,
    /// The commit failed and nobody can say whether it is in the store.
    Uncertain,
    /// Whatever else failed.
    Failed,
}

impl Code {
    /// Returns the code as machine-readable output names it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::NotFound => "not_found",
            Self::Denied => "denied",
            Self::Refused => "refused",
            Self::Conflict => "conflict",
            Self::Store => "store",
            Self::Clock => "clock",
            Self::Delivery => "delivery",
            Self::Uncertain => "uncertain",
            Self::Failed => "failed",
        }
    }
}

/// Says what went wrong, why, and what helps.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{what}")]
pub struct Error {
    /// What the caller can do about it.
    pub code: Code,
    /// What went wrong, in one line.
    pub what: String,
    /// Why, where there is more to say.
    pub why: Option<String>,
    /// What helps: a command, where there is one.
    pub hint: Option<String>,
}

/// Ends every operation that can fail.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Makes an error of any code.
    pub fn new(code: Code, what: impl Into<String>) -> Self {
        Self { code, what: what.into(), why: None, hint: None }
    }

    /// Makes an error of [`Code::Usage`].
    pub fn usage(what: impl Into<String>) -> Self {
        Self::new(Code::Usage, what)
    }

    /// Makes an error of [`Code::NotFound`].
    pub fn not_found(what: impl Into<String>) -> Self {
        Self::new(Code::NotFound, what)
    }

    /// Makes the error for a token that is not there or out of sight: both look the same.
    #[must_use]
    pub fn no_token(id: TokenId) -> Self {
        Self::not_found(format!("there is no token `{id}`")).hint("`tokctl list --all` shows the tokens there are")
    }

    /// Makes an error of [`Code::Denied`]: one word for every reason, so that who presents a bad secret learns nothing.
    #[must_use]
    pub fn denied() -> Self {
        Self::new(Code::Denied, "denied")
    }

    /// Makes an error of [`Code::Refused`].
    pub fn refused(what: impl Into<String>) -> Self {
        Self::new(Code::Refused, what)
    }

    /// Makes an error of [`Code::Conflict`].
    pub fn conflict(what: impl Into<String>) -> Self {
        Self::new(Code::Conflict, what)
    }

    /// Makes an error of [`Code::Store`].
    pub fn store(what: impl Into<String>) -> Self {
        Self::new(Code::Store, what)
    }

    /// Makes an error of [`Code::Delivery`].
    pub fn delivery(what: impl Into<String>) -> Self {
        Self::new(Code::Delivery, what)
    }

    /// Makes an error of [`Code::Failed`].
    pub fn failed(what: impl Into<String>) -> Self {
        Self::new(Code::Failed, what)
    }

    /// Adds why it happened.
    #[must_use]
    pub fn because(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// Says in which line of what was read it went wrong. What is wrong with the store, or on the way out, is wrong in no
    /// line.
    #[must_use]
    pub fn in_line(mut self, line: u64) -> Self {
        if matches!(self.code, Code::Usage | Code::NotFound | Code::Refused | Code::Conflict) {
            self.what = format!("line {line}: {}", self.what);
        }
        self
    }

    /// Adds what helps.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
