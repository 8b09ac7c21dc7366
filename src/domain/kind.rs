//! The nine kinds of credential, as one table. The printed scope table, the decision and the tests read it here.
//!
//! Source: GitLab 13 docs, "GitLab Token overview", "Available scopes"; the columns after the third are tokctl's contract.

mod cell;

use std::fmt;

pub use cell::{Cell, Footnote};

use super::access::{Access, AccessSet, Area};
use super::policy::Policies;
use super::scope::{Scope, ScopeSet};

/// Names a kind of credential. The number is what the store keeps: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// Acts as the user who made it.
    Personal = 1,
    /// Acts as a user for an application they consented to.
    Oauth = 2,
    /// Acts as a user, made by an admin.
    Impersonation = 3,
    /// Acts as a bot user, in one project.
    ProjectAccess = 4,
    /// Acts as itself, in one project or one group.
    Deploy = 5,
    /// An SSH key that acts as itself, in the projects it is enabled in.
    DeployKey = 6,
    /// Registers runners.
    RunnerRegistration = 7,
    /// Acts as a runner.
    Runner = 8,
    /// Acts as the user who started a job, while the job runs.
    Job = 9,
}

/// Names the way on which a credential travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// HTTP and HTTPS.
    Http,
    /// SSH.
    Ssh,
}

/// Says with which username clients present a token by HTTP Basic.
///
/// Source: GitLab docs, "Git over HTTPS" of each kind of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Login {
    /// With its own, and no other.
    Own,
    /// With any; its holder's is the plainest.
    Any,
    /// With this one by custom.
    Fixed(&'static str),
    /// They do not present it so.
    Nobody,
}

/// Says as whom a token of a kind acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActsAs {
    /// A user or a bot user, with the roles they have now.
    User,
    /// Itself: what its boundary covers, whoever made it.
    Itself,
}

/// Holds one row of the table of kinds.
struct Row {
    kind: Kind,
    word: &'static str,
    alias: Option<&'static str>,
    title: &'static str,
    opens: AccessSet,
    limit: Option<Footnote>,
    via: Transport,
    login: Login,
    acts_as: ActsAs,
    scopes: ScopeSet,
    rotates: bool,
    dated: bool,
}

const API: AccessSet = AccessSet::API;
const REGISTRY: AccessSet = AccessSet::REGISTRY;
const REPOSITORY: AccessSet = AccessSet::REPOSITORY;
const PACKAGES: AccessSet = AccessSet::PACKAGES;
const USER: AccessSet = API.or(REGISTRY).or(REPOSITORY).or(PACKAGES);
const CLIENT: AccessSet = API.or(REPOSITORY).or(PACKAGES);
const DEPLOY: AccessSet = REGISTRY.or(REPOSITORY).or(PACKAGES);
const REGISTER: AccessSet = AccessSet::NONE.with(Access::RunnerRegister);
const JOBS: AccessSet = AccessSet::NONE.with(Access::RunnerJobs);

const PROJECT_SCOPES: [Scope; 6] = [
    Scope::Api,
    Scope::ReadApi,
    Scope::ReadRepository,
    Scope::WriteRepository,
    Scope::ReadRegistry,
    Scope::WriteRegistry,
];
const OF_PROJECT: ScopeSet = ScopeSet::of(&PROJECT_SCOPES);
const OF_USER: ScopeSet = ScopeSet::of(&[
    Scope::Api,
    Scope::ReadUser,
    Scope::ReadApi,
    Scope::ReadRepository,
    Scope::WriteRepository,
    Scope::ReadRegistry,
    Scope::WriteRegistry,
    Scope::Sudo,
]);
const OF_CLIENT: ScopeSet = ScopeSet::of(&[
    Scope::Api,
    Scope::ReadApi,
    Scope::ReadUser,
    Scope::Sudo,
    Scope::ReadRepository,
    Scope::WriteRepository,
    Scope::Openid,
    Scope::Profile,
    Scope::Email,
]);
const OF_DEPLOY: ScopeSet = ScopeSet::of(&[
    Scope::ReadRepository,
    Scope::ReadRegistry,
    Scope::WriteRegistry,
    Scope::ReadPackageRegistry,
    Scope::WritePackageRegistry,
]);
const NO_SCOPES: ScopeSet = ScopeSet::NONE;
const ONE_PROJECT: Option<Footnote> = Some(Footnote::OneProject);
const ENDPOINTS: Option<Footnote> = Some(Footnote::Endpoints);

use ActsAs::{Itself, User};
use Login::{Any, Fixed, Nobody, Own};
use Transport::{Http, Ssh};

/// The nine rows, in the order of the scope table.
#[rustfmt::skip]
const TABLE: [Row; 9] = [
    Row { kind: Kind::Personal,           word: "personal",            alias: Some("pat"), title: "Personal Access Token",       opens: USER,       limit: None,        via: Http, login: Any,                      acts_as: User,   scopes: OF_USER,    rotates: true,  dated: true  },
    Row { kind: Kind::Oauth,              word: "oauth",               alias: None,        title: "OAuth2 Token",                opens: CLIENT,     limit: None,        via: Http, login: Fixed("oauth2"),          acts_as: User,   scopes: OF_CLIENT,  rotates: false, dated: false },
    Row { kind: Kind::Impersonation,      word: "impersonation",       alias: None,        title: "Impersonation Token",         opens: USER,       limit: None,        via: Http, login: Any,                      acts_as: User,   scopes: OF_USER,    rotates: true,  dated: true  },
    Row { kind: Kind::ProjectAccess,      word: "project-access",      alias: None,        title: "Project Access Token",        opens: USER,       limit: ONE_PROJECT, via: Http, login: Any,                      acts_as: User,   scopes: OF_PROJECT, rotates: true,  dated: true  },
    Row { kind: Kind::Deploy,             word: "deploy",              alias: None,        title: "Deploy Token",                opens: DEPLOY,     limit: None,        via: Http, login: Own,                      acts_as: Itself, scopes: OF_DEPLOY,  rotates: true,  dated: true  },
    Row { kind: Kind::DeployKey,          word: "deploy-key",          alias: None,        title: "Deploy Key",                  opens: REPOSITORY, limit: None,        via: Ssh,  login: Nobody,                   acts_as: Itself, scopes: NO_SCOPES,  rotates: false, dated: true  },
    Row { kind: Kind::RunnerRegistration, word: "runner-registration", alias: None,        title: "Runner Registration Token",   opens: REGISTER,   limit: None,        via: Http, login: Nobody,                   acts_as: Itself, scopes: NO_SCOPES,  rotates: true,  dated: true  },
    Row { kind: Kind::Runner,             word: "runner",              alias: None,        title: "Runner Authentication Token", opens: JOBS,       limit: None,        via: Http, login: Nobody,                   acts_as: Itself, scopes: NO_SCOPES,  rotates: true,  dated: false },
    Row { kind: Kind::Job,                word: "job",                 alias: None,        title: "Job Token",                   opens: PACKAGES,   limit: ENDPOINTS,   via: Http, login: Fixed("gitlab-ci-token"), acts_as: User,   scopes: NO_SCOPES,  rotates: false, dated: false },
];

impl Kind {
    /// Every kind, in the order of the scope table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.kind)
    }

    fn row(self) -> &'static Row {
        &TABLE[self as usize - 1]
    }

    /// Returns the kind as it is typed after `create`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// Returns the kind's second name on the command line.
    #[must_use]
    pub fn alias(self) -> Option<&'static str> {
        self.row().alias
    }

    /// Returns the kind's name in the scope table.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// Returns what tokens of the kind can open at most, whatever their scopes.
    #[must_use]
    pub fn opens(self) -> AccessSet {
        self.row().opens
    }

    /// Returns the only way on which tokens of the kind may travel.
    #[must_use]
    pub fn transport(self) -> Transport {
        self.row().via
    }

    /// Returns with which username clients present tokens of the kind.
    #[must_use]
    pub fn login(self) -> Login {
        self.row().login
    }

    /// Returns as whom tokens of the kind act.
    #[must_use]
    pub fn acts_as(self) -> ActsAs {
        self.row().acts_as
    }

    /// Returns the scopes that a token of the kind may carry; none means that the kind has no scopes.
    #[must_use]
    pub fn scopes(self) -> ScopeSet {
        self.row().scopes
    }

    /// Says whether tokens of the kind can be rotated.
    #[must_use]
    pub fn can_rotate(self) -> bool {
        self.row().rotates
    }

    /// Says whether tokens of the kind can be given a date on which they end; the policies about ends are about these.
    #[must_use]
    pub fn is_dated(self) -> bool {
        self.row().dated
    }

    /// Returns what limits tokens of the kind, whatever they open.
    #[must_use]
    pub fn limit(self) -> Option<Footnote> {
        self.row().limit
    }

    /// Returns what tokens of the kind can open at most under the policies of a store.
    #[must_use]
    pub fn opens_under(self, policies: &Policies) -> AccessSet {
        match self {
            Self::Job if policies.job_token_pull => self.opens().with(Access::RepositoryRead),
            Self::Impersonation if !policies.impersonation => AccessSet::NONE,
            _ => self.opens(),
        }
    }

    /// Returns the least that a token of the kind opens, of those that open an access: a deploy key pulls, and pushes only
    /// where it was said so.
    #[must_use]
    pub fn least_with(self, access: Access, policies: &Policies) -> AccessSet {
        match (self, access) {
            (Self::DeployKey, Access::RepositoryRead) => AccessSet::NONE.with(access),
            _ => self.opens_under(policies),
        }
    }

    /// Returns what the scope table shows for the kind and an area under the policies of a store.
    #[must_use]
    pub fn cell(self, area: Area, policies: &Policies) -> Cell {
        let row = self.row();
        match row.limit {
            _ if row.opens.touches(area) && self.opens_under(policies).is_empty() => {
                Cell::Limited(Footnote::ImpersonationOff)
            }
            Some(Footnote::Endpoints) if area == Area::Repository && policies.job_token_pull => {
                Cell::Limited(Footnote::JobTokenPull)
            }
            // A job reaches the API through its own list of endpoints only, packages among them.
            Some(limit @ Footnote::Endpoints) if area == Area::Api => Cell::Limited(limit),
            Some(limit @ Footnote::OneProject) if row.opens.touches(area) => Cell::Limited(limit),
            _ if row.opens.touches(area) => Cell::Open,
            _ => Cell::Shut,
        }
    }

    /// Reads a kind's word or its second name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|kind| kind.word() == text || kind.alias() == Some(text))
    }

    /// Reads the number that the store keeps.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::all().find(|kind| i64::from(*kind as u8) == number)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests;
