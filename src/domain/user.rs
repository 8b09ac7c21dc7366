//! Users: people, bot users and the Ghost User.

use super::id::UserId;

/// Says what a user is. It comes from a column of the store, never from his name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum UserKind {
    /// A person.
    Human = 1,
    /// The user made for one project access token.
    Bot = 2,
    /// The one user that inherits the records of deleted users.
    Ghost = 3,
}

impl UserKind {
    /// Returns the word for this sort of user.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Bot => "bot",
            Self::Ghost => "ghost",
        }
    }

    /// Reads the number that the store keeps.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        [Self::Human, Self::Bot, Self::Ghost].into_iter().find(|kind| i64::from(*kind as u8) == number)
    }
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The user's number.
    pub id: UserId,
    /// What he is.
    pub kind: UserKind,
    /// The name he is called by on the command line.
    pub username: String,
    /// The name he is shown by.
    pub name: String,
    /// Whether he may do everything.
    pub admin: bool,
    /// Whether everything of his is stopped.
    pub blocked: bool,
}

impl User {
    /// Says whether the user may act at all: people who are not blocked. Bots act through their token only, the ghost never.
    #[must_use]
    pub fn can_act(&self) -> bool {
        self.kind == UserKind::Human && !self.blocked
    }
}
