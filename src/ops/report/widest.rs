//! The widest grants: what a token opens, times how far it reaches.

use super::Entry;
use crate::domain::access::{Access, AccessSet};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::policy::Policies;
use crate::domain::token::Token;
use crate::domain::user::User;

/// Says how far a token reaches, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// To one project.
    Project = 1,
    /// To the projects that it is enabled in.
    Projects = 2,
    /// As far as its user may.
    User = 3,
    /// To a group and its subgroups.
    Group = 4,
    /// Everywhere, since its user is an admin.
    Admin = 6,
    /// Everywhere.
    Instance = 7,
}

impl Reach {
    /// Returns the reach in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Project => "one project",
            Self::Projects => "its projects",
            Self::User => "what its user may",
            Self::Group => "a group",
            Self::Admin => "what an admin may",
            Self::Instance => "the instance",
        }
    }
}

/// A live token, and what it may.
#[derive(Clone, Debug)]
pub struct Grant {
    /// The token.
    pub entry: Entry,
    /// How far it reaches.
    pub reach: Reach,
    /// What it opens there.
    pub opens: AccessSet,
}

impl Grant {
    pub(super) fn of(entry: Entry, holder: Option<&User>, pushes: bool, policies: &Policies) -> Self {
        let token = &entry.listed.token;
        let reach = match token.boundary {
            Boundary::Instance => Reach::Instance,
            Boundary::Group(_) => Reach::Group,
            Boundary::Project(_) => Reach::Project,
            Boundary::Projects => Reach::Projects,
            Boundary::User(_) if holder.is_some_and(|holder| holder.admin) => Reach::Admin,
            Boundary::User(_) => Reach::User,
        };
        Self { opens: opens(token, pushes, policies), reach, entry }
    }

    /// Returns how wide it is: only good for telling which of two is wider.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.reach as u32 * self.opens.len()
    }
}

fn opens(token: &Token, pushes: bool, policies: &Policies) -> AccessSet {
    let kind = token.kind.opens_under(policies);
    if token.kind == Kind::DeployKey && !pushes {
        return AccessSet::NONE.with(Access::RepositoryRead);
    }
    if token.kind.scopes().is_empty() { kind } else { kind.and(token.scopes.opens()) }
}
