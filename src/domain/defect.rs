//! Defects: what checking a store can find, how bad each is, and by which word it is known.

/// Says how bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something does not hold that must, or stands open that must not.
    Error,
    /// It works, and should be mended.
    Warning,
}

impl Severity {
    /// Returns the severity's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Names what can be wrong with a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A file of the store, or its directory, is not as it must be.
    Files,
    /// The directory can be written by others, which is allowed.
    Directory,
    /// Something lies beside the store that a killed command left.
    Leftover,
    /// The room kept for revoking on a full disk is missing.
    Reserve,
    /// The engine finds the file damaged.
    Damage,
    /// A row names another that is not there.
    Dangling,
    /// The schema is not the one that tokctl makes.
    Schema,
    /// The file is not in the mode in which tokctl keeps it.
    Journal,
    /// A part of the store cannot be read, so that nothing is known of it.
    Unreadable,
    /// The chain of the trail is broken.
    Trail,
    /// The clock is behind the newest event.
    Clock,
    /// A setting has a value that it cannot have, or none that it must have.
    Setting,
    /// There is no project that is taken where none is named.
    DefaultProject,
    /// No admin can act.
    Admin,
    /// A token is of a kind, or has a boundary, a holder or scopes, that it cannot have.
    Token,
    /// A live token's project, group or user is gone.
    Orphan,
    /// Two live tokens of a kind have one name in one boundary.
    Name,
    /// A bot user has no token, or is not where its token says.
    Bot,
    /// A bot user's token has expired, and it has not been swept.
    Sweep,
    /// A job runs without a token that works.
    Job,
    /// A runner that was removed has a token that works.
    Runner,
    /// A deploy key is enabled nowhere, or nothing is kept of its public half.
    Key,
}

impl Sort {
    /// Returns the word by which it is known. Once released it stays.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.row().0
    }

    /// Returns how bad it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.row().1
    }

    const fn row(self) -> (&'static str, Severity) {
        use Severity::{Error, Warning};
        match self {
            Self::Files => ("files", Error),
            Self::Directory => ("directory", Warning),
            Self::Leftover => ("leftover", Warning),
            Self::Reserve => ("reserve", Warning),
            Self::Damage => ("damage", Error),
            Self::Dangling => ("dangling", Error),
            Self::Schema => ("schema", Error),
            Self::Journal => ("journal", Error),
            Self::Unreadable => ("unreadable", Error),
            Self::Trail => ("trail", Error),
            Self::Clock => ("clock", Warning),
            Self::Setting => ("setting", Error),
            Self::DefaultProject => ("default-project", Warning),
            Self::Admin => ("admin", Error),
            Self::Token => ("token", Error),
            Self::Orphan => ("orphan", Error),
            Self::Name => ("name", Warning),
            Self::Bot => ("bot", Error),
            Self::Sweep => ("sweep", Warning),
            Self::Job => ("job", Error),
            Self::Runner => ("runner", Error),
            Self::Key => ("key", Error),
        }
    }
}

/// One thing that is wrong with a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// What sort of thing.
    pub sort: Sort,
    /// What it is about: a path, a token, an event.
    pub about: String,
    /// What is wrong.
    pub what: String,
    /// What mends it: a command, or what is to be done.
    pub mend: String,
}

impl Defect {
    /// Makes a defect.
    pub fn new(sort: Sort, about: impl Into<String>, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { sort, about: about.into(), what: what.into(), mend: mend.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sort of defect, the word that machines know it by, and whether something does not hold.
    #[rustfmt::skip]
    const SORTS: [(Sort, &str, bool); 22] = [
        (Sort::Files, "files", true), (Sort::Directory, "directory", false), (Sort::Leftover, "leftover", false),
        (Sort::Reserve, "reserve", false), (Sort::Damage, "damage", true), (Sort::Dangling, "dangling", true),
        (Sort::Schema, "schema", true), (Sort::Journal, "journal", true), (Sort::Unreadable, "unreadable", true),
        (Sort::Trail, "trail", true), (Sort::Clock, "clock", false), (Sort::Setting, "setting", true),
        (Sort::DefaultProject, "default-project", false), (Sort::Admin, "admin", true), (Sort::Token, "token", true),
        (Sort::Orphan, "orphan", true), (Sort::Name, "name", false), (Sort::Bot, "bot", true),
        (Sort::Sweep, "sweep", false), (Sort::Job, "job", true), (Sort::Runner, "runner", true),
        (Sort::Key, "key", true),
    ];

    #[test]
    fn a_defect_keeps_its_word_and_says_how_bad_it_is() {
        for (sort, word, is_error) in SORTS {
            assert_eq!((sort.word(), sort.severity() == Severity::Error), (word, is_error), "{sort:?}");
        }
    }
}
