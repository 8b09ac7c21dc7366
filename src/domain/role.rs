//! Roles: what a member may do in a project or a group, and who else has them.

use std::fmt;

/// Ranks what a member may do; the number is GitLab's access level, and what the store keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Role {
    /// Sees that the project is there.
    Guest = 10,
    /// Reads.
    Reporter = 20,
    /// Reads and writes.
    Developer = 30,
    /// Manages the project's credentials.
    Maintainer = 40,
    /// May do everything, the group's deletion included.
    Owner = 50,
}

impl Role {
    /// Every role, lowest first.
    pub const ALL: [Self; 5] = [Self::Guest, Self::Reporter, Self::Developer, Self::Maintainer, Self::Owner];

    /// Returns the role as it is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Reporter => "reporter",
            Self::Developer => "developer",
            Self::Maintainer => "maintainer",
            Self::Owner => "owner",
        }
    }

    /// Reads a role's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == text)
    }

    /// Reads the access level that the store keeps.
    #[must_use]
    pub fn from_level(level: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|role| i64::from(*role as u8) == level)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
