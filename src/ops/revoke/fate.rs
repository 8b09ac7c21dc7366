//! What became of each token that was to be revoked, and of what hung on it.

use crate::domain::error::Error;
use crate::domain::id::{JobId, RunnerId, TokenId};
use crate::domain::job::Outcome;
use crate::ops::farewell::Toll;
use crate::ops::list::Entry;
use crate::store::Listed;

/// Says what became of one token.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It was revoked now.
    Revoked(Listed),
    /// It was revoked now, since it hangs on the one before.
    Along(Listed),
    /// The job of the one before ended with it.
    Ended(JobId, Outcome),
    /// The passwords that these running jobs had of the one before ended with it.
    Passwords(Vec<JobId>),
    /// The runners that the one before registered stay.
    Stay(Vec<RunnerId>),
    /// The bot user of the one before left with it.
    Left(Box<Left>),
    /// It had been revoked before; nothing was changed.
    Already(Listed),
    /// This one took the place of the one before, and lives on.
    Lives(Listed),
    /// So many that were meant are not the caller's to end, and were left out.
    LeftOut(usize),
    /// It was meant since it was not used, and was used meanwhile; nothing was changed.
    Used(Listed),
    /// It was not revoked.
    Failed(Error),
}

/// Says which bot user left with its token, and what went with it.
#[derive(Clone, Debug)]
pub struct Left {
    /// The bot's username.
    pub bot: String,
    /// The path of its project.
    pub project: String,
    /// What went with it.
    pub toll: Toll,
}

impl Fate {
    /// Returns the token in the state it is in now, where there is one.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        match self {
            Self::Revoked(listed) | Self::Along(listed) | Self::Already(listed) => Some(Entry::ended(listed.clone())),
            Self::Ended(..)
            | Self::Passwords(_)
            | Self::Stay(_)
            | Self::Left(_)
            | Self::Lives(_)
            | Self::LeftOut(_)
            | Self::Used(_)
            | Self::Failed(_) => None,
        }
    }

    /// Returns the token as it was before, for who only looks at what would happen.
    #[must_use]
    pub fn entry_before(&self) -> Option<Entry> {
        match self {
            Self::Revoked(listed) | Self::Along(listed) => Some(Entry::before_its_end(listed.clone())),
            _ => self.entry(),
        }
    }

    /// Returns the number of the token that was meant, where it was revoked now.
    #[must_use]
    pub fn chosen(&self) -> Option<TokenId> {
        if let Self::Revoked(listed) = self { Some(listed.token.id) } else { None }
    }
}
