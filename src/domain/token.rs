//! A token as the store knows it, and the state it is in.

use std::fmt;

use super::digest::Digest;
use super::expiry::is_over;
use super::id::{AppId, JobId, RunnerId, TokenId, UserId};
use super::kind::Kind;
use super::place::Boundary;
use super::scope::ScopeSet;
use super::time::Timestamp;
use super::used::Used;

/// The name of the deploy token of which each job of its project gets a password. Elsewhere it is a name like any other.
///
/// Source: GitLab 13.0 docs, "GitLab deploy token".
pub const FOR_JOBS: &str = "gitlab-deploy-token";

/// Says in which state a token is: revoked, else expired, else suspended, else active.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It opens what it opens.
    Active,
    /// It is stopped and may come back.
    Suspended,
    /// Its end has come.
    Expired,
    /// It was taken away for ever.
    Revoked,
}

impl State {
    /// Every state, the liveliest first.
    pub const ALL: [Self; 4] = [Self::Active, Self::Suspended, Self::Expired, Self::Revoked];

    /// Returns the state's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }

    /// Says whether the token may still come to open something: active or suspended.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Active | Self::Suspended)
    }
}

/// What a state does not say by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Whether a refresh secret can bring it back, which only OAuth tokens have.
    pub renewable: bool,
    /// Whether it is stopped, its end come or not.
    pub stopped: bool,
    /// Whether the user it acts as is blocked, by which everything of theirs is stopped.
    pub holder_blocked: bool,
}

impl State {
    /// Says whether the token is live, or can be renewed though its own end has come.
    #[must_use]
    pub const fn lives(self, beside: Beside) -> bool {
        self.is_live() || (matches!(self, Self::Expired) && beside.renewable)
    }

    /// Returns the word that people are told: the state's, unless that alone would mislead them.
    #[must_use]
    pub const fn told(self, beside: Beside) -> &'static str {
        match (self, beside) {
            (Self::Active, Beside { holder_blocked: true, .. })
            | (Self::Expired, Beside { renewable: true, holder_blocked: true, .. }) => "user blocked",
            (Self::Expired, Beside { renewable: true, stopped: true, .. }) => "suspended",
            (Self::Expired, Beside { renewable: true, .. }) => "renewable",
            _ => self.word(),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Says that a token was stopped, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// Since when.
    pub at: Timestamp,
    /// Until when; `None`: until it is resumed.
    pub until: Option<Timestamp>,
}

/// Says that a token was taken away, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// When.
    pub at: Timestamp,
    /// By whom, living or departed.
    pub by: UserId,
    /// The reason given.
    pub why: Option<String>,
}

/// One credential of one of the nine kinds; of its secret nothing but the digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token's number.
    pub id: TokenId,
    /// Which of the nine kinds it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// The digest of its secret.
    pub digest: Digest,
    /// What it may open, as far as its kind opens it.
    pub scopes: ScopeSet,
    /// Where it is valid.
    pub boundary: Boundary,
    /// The user it acts as, living or departed; `None` where the kind acts as itself.
    pub holder: Option<UserId>,
    /// The username it must be presented with, where it is not the default.
    pub custom_username: Option<String>,
    /// A free text of its maker.
    pub note: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it, living or departed.
    pub created_by: UserId,
    /// The instant from which it is dead; `None`: never.
    pub expires_at: Option<Timestamp>,
    /// Whether it is stopped.
    pub suspension: Option<Suspension>,
    /// Whether it was taken away.
    pub revocation: Option<Revocation>,
    /// The token that this one took the place of.
    pub predecessor: Option<TokenId>,
    /// When another token took the place of this one.
    pub rotated_at: Option<Timestamp>,
    /// How often a use of it was noted, which is at most once in ten minutes; of a registration token every runner counts.
    pub uses: u32,
    /// How often it may be used; `None`: as often as one likes.
    pub use_limit: Option<u32>,
    /// The thing that it belongs to.
    pub of: Belonging,
    /// The last use that was noted, which may lag behind.
    pub used_at: Option<Timestamp>,
    /// Where that use came from.
    pub used_from: Option<String>,
    /// What it was used for so far, as far as it was noted; a successor begins with its predecessor's.
    pub used: Used,
}

/// Names the thing that a token belongs to beside its boundary and its user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Belonging {
    /// None.
    #[default]
    Nothing,
    /// An OAuth token: the application that its user consented to.
    App(AppId),
    /// A runner's token: the runner.
    Runner(RunnerId),
    /// A job's token: the job.
    Job(JobId),
}

impl Belonging {
    /// Returns the runner, where it is one.
    #[must_use]
    pub const fn runner(self) -> Option<RunnerId> {
        if let Self::Runner(id) = self { Some(id) } else { None }
    }

    /// Returns the job, where it is one.
    #[must_use]
    pub const fn job(self) -> Option<JobId> {
        if let Self::Job(id) = self { Some(id) } else { None }
    }
}

impl Token {
    /// Returns the token's state at an instant.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> State {
        if self.revocation.is_some() {
            State::Revoked
        } else if is_over(self.expires_at, now) {
            State::Expired
        } else if self.is_stopped(now) {
            State::Suspended
        } else {
            State::Active
        }
    }

    /// Says whether the token is stopped for the time being, whether or not its end has come meanwhile.
    #[must_use]
    pub fn is_stopped(&self, now: Timestamp) -> bool {
        self.suspension.is_some_and(|stop| stop.until.is_none() || !is_over(stop.until, now))
    }

    /// Says whether it was used as often as it may be.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        self.use_limit.is_some_and(|limit| self.uses >= limit)
    }

    /// Returns the username that a deploy token must be presented with; other kinds have none of their own.
    ///
    /// Source: GitLab 13.0 docs, "Deploy token custom username".
    #[must_use]
    pub fn username(&self) -> Option<String> {
        (self.kind == Kind::Deploy)
            .then(|| self.custom_username.clone().unwrap_or_else(|| format!("gitlab+deploy-token-{}", self.id)))
    }

    /// Says whether each job of its project gets a password of it, as long as it is active.
    #[must_use]
    pub fn is_for_jobs(&self) -> bool {
        self.kind == Kind::Deploy && matches!(self.boundary, Boundary::Project(_)) && self.name == FOR_JOBS
    }
}

#[cfg(test)]
impl Token {
    /// A deploy token of the first project, made by the first user, of which nothing else is to be said; for tests, which say
    /// what theirs has beyond that.
    pub(crate) fn plain(created_at: Timestamp) -> Self {
        Self {
            id: TokenId(1),
            kind: Kind::Deploy,
            name: "ci".into(),
            digest: Digest::of(b"x"),
            scopes: ScopeSet::NONE,
            boundary: Boundary::Project(super::id::ProjectId(1)),
            holder: None,
            custom_username: None,
            note: None,
            created_at,
            created_by: UserId(1),
            expires_at: None,
            suspension: None,
            revocation: None,
            predecessor: None,
            rotated_at: None,
            uses: 0,
            use_limit: None,
            of: Belonging::Nothing,
            used_at: None,
            used_from: None,
            used: Used::default(),
        }
    }
}

#[cfg(test)]
mod tests;
