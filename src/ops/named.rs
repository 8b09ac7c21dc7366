//! Things as they were named: places and tokens, before anybody has looked for them.

use crate::domain::id::TokenId;

/// Says where a token is to be valid, as it was named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// In the project of this path.
    Project(String),
    /// In the group of this path and its subgroups.
    Group(String),
    /// What the user of this name may.
    User(String),
    /// What whoever acts may.
    Myself,
    /// In the store's default project.
    DefaultProject,
    /// Everywhere.
    Instance,
}

impl Where {
    /// Returns the place as an option names it on the command line.
    #[must_use]
    pub fn option(&self) -> String {
        match self {
            Self::Project(path) => format!("--project {path}"),
            Self::Group(path) => format!("--group {path}"),
            Self::User(name) => format!("--user {name}"),
            Self::Instance => "--instance".into(),
            Self::Myself | Self::DefaultProject => String::new(),
        }
    }

    /// Returns the place in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Project(path) => format!("the project `{path}`"),
            Self::Group(path) => format!("the group `{path}`"),
            Self::User(name) => format!("what `{name}` may"),
            Self::Myself => "what you may".into(),
            Self::DefaultProject => "the default project".into(),
            Self::Instance => "the whole instance".into(),
        }
    }
}

/// Names one token: by its number, or by its name in a boundary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// By its number.
    Id(TokenId),
    /// By its name, live and the only one of it there.
    Name(String, Where),
}
