//! Runners: the machines that run jobs, and what is asked of one.
//!
//! Source: GitLab 13 docs, "Configuring runners".

use super::error::{Error, Result};
use super::id::{RunnerId, TokenId};
use super::name;
use super::place::Boundary;
use super::time::Timestamp;

/// How many tags a runner has at most. Source: GitLab's limit.
pub const MOST_TAGS: usize = 50;

/// The shortest timeout that can be set, in seconds. Source: GitLab's limit.
pub const LEAST_TIMEOUT: u32 = 600;

/// How long after its last contact a runner counts as online, in seconds.
const ONLINE: i64 = 2 * 3600;

/// Says on which branches and tags a runner takes jobs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccessLevel {
    /// On all.
    #[default]
    NotProtected,
    /// On protected ones only.
    RefProtected,
}

impl AccessLevel {
    /// Reads a level's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::NotProtected, Self::RefProtected].into_iter().find(|level| level.word() == text)
    }

    /// Returns the level as it is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotProtected => "not-protected",
            Self::RefProtected => "ref-protected",
        }
    }
}

/// What is said of a runner when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// A text to know it by; `None`: its kind and its number.
    pub description: Option<String>,
    /// What jobs ask for it by.
    pub tags: Vec<String>,
    /// Whether it takes jobs that ask for no tag.
    pub run_untagged: bool,
    /// Whether it serves no other project than its own.
    pub locked: bool,
    /// On which branches and tags it takes jobs.
    pub access_level: AccessLevel,
    /// How long a job of its may take, in seconds; `None`: as long as the job says.
    pub maximum_timeout: Option<u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            description: None,
            tags: Vec::new(),
            run_untagged: true,
            locked: false,
            access_level: AccessLevel::NotProtected,
            maximum_timeout: None,
        }
    }
}

impl Settings {
    /// Checks what can be checked without the store, and takes tags that are named twice once.
    ///
    /// # Errors
    /// [`Code::Usage`](super::error::Code::Usage) where a text or a tag cannot be used, the timeout is too short, or the
    /// runner could never take a job.
    pub fn checked(mut self) -> Result<Self> {
        if let Some(description) = &self.description {
            check_description(description)?;
        }
        let mut tags: Vec<String> = Vec::new();
        for tag in self.tags {
            check_tag(&tag)?;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        self.tags = tags;
        if self.tags.len() > MOST_TAGS {
            return Err(Error::usage(format!("a runner has {MOST_TAGS} tags at most"))
                .because(format!("{} are named", self.tags.len())));
        }
        if !self.run_untagged && self.tags.is_empty() {
            return Err(Error::usage("a runner that takes no job without tags needs tags of its own")
                .hint("add `--tag TAG`, or leave `--run-untagged=false` out"));
        }
        if self.maximum_timeout.is_some_and(|seconds| seconds < LEAST_TIMEOUT) {
            return Err(Error::usage(format!("a runner's maximum timeout is {LEAST_TIMEOUT} seconds at least")));
        }
        Ok(self)
    }
}

/// Checks a runner's description: what a note may be, and not empty.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) otherwise.
pub fn check_description(text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::usage("a runner's description cannot be empty"));
    }
    name::check_note(text)
}

fn check_tag(tag: &str) -> Result<()> {
    name::check_note(tag)?;
    if tag.is_empty() || tag.trim() != tag || tag.contains(',') || tag.chars().count() > name::LONGEST {
        return Err(Error::usage("this tag cannot be used")
            .because("a tag has 1 to 255 characters, no comma, and no blank at its ends"));
    }
    Ok(())
}

/// Says whether a runner takes a job that asks for tags: it needs all of them, and leave for a job that asks for none.
///
/// Source: GitLab 13 docs, "Configuring runners", "Use tags to limit the number of jobs using the runner".
#[must_use]
pub fn takes(tags: &[String], run_untagged: bool, asked: &[String]) -> bool {
    if asked.is_empty() { run_untagged } else { asked.iter().all(|tag| tags.contains(tag)) }
}

/// Checks the name that a runner's machine gives itself.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where it is not 1 to 64 of `A-Z a-z 0-9 . _ -`.
pub fn check_system_id(text: &str) -> Result<()> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    if (1..=64).contains(&text.len()) && text.bytes().all(plain) && !super::secret::looks_like_secret(text) {
        Ok(())
    } else {
        Err(Error::usage("this system id cannot be used")
            .because("a system id has 1 to 64 of the characters A-Z a-z 0-9 . _ -"))
    }
}

/// A runner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runner {
    /// The runner's number.
    pub id: RunnerId,
    /// Where it takes jobs: that of its registration.
    pub boundary: Boundary,
    /// A text to know it by.
    pub description: String,
    /// What jobs ask for it by.
    pub tags: Vec<String>,
    /// Whether it takes jobs that ask for no tag.
    pub run_untagged: bool,
    /// Whether it serves no other project than its own.
    pub locked: bool,
    /// On which branches and tags it takes jobs.
    pub access_level: AccessLevel,
    /// How long a job of its may take, in seconds.
    pub maximum_timeout: Option<u32>,
    /// Since when it takes no jobs.
    pub paused_at: Option<Timestamp>,
    /// When it was last heard of, to some ten minutes.
    pub contacted_at: Option<Timestamp>,
    /// The first machine that showed its secret and named itself.
    pub system_id: Option<String>,
    /// The registration token; `None`: an admin made it.
    pub registered_by: Option<TokenId>,
    /// Since when it is gone.
    pub removed_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Runner {
    /// Returns in a word how it is: `removed`, else `no_secret` where none of its is live, else `paused`, else how it was
    /// last heard of.
    #[must_use]
    pub fn status(&self, has_secret: bool, now: Timestamp) -> &'static str {
        match self.contacted_at {
            _ if self.removed_at.is_some() => "removed",
            _ if !has_secret => "no_secret",
            _ if self.paused_at.is_some() => "paused",
            None => "never_contacted",
            Some(at) if now.since(at) < ONLINE => "online",
            Some(_) => "offline",
        }
    }
}

#[cfg(test)]
mod tests;
