//! The one decision: facts about a token and a question go in, a verdict comes out.
//!
//! Three gates, in this order: is the credential live and presented rightly; do its kind and its scopes open what is
//! asked; may its actor have it, there and now. Nothing else in the program compares a state, a scope or a role with a
//! question.

use std::fmt;

use super::access::{Access, Area};
use super::endpoint::Endpoint;
use super::kind::{ActsAs, Footnote, Kind, Transport};
use super::place::Visibility;
use super::policy::Policies;
use super::role::Role;
use super::scope::ScopeSet;
use super::token::State;

pub use super::reason::Reason;

/// What is asked of a presented token.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What is to be opened; `None`: only whether the token is active.
    pub access: Option<Access>,
    /// Whether a project was named.
    pub names_project: bool,
    /// The username presented with the secret, where the protocol carried one.
    pub username: Option<&'a str>,
    /// The way on which it came; `None`: the one that its kind travels on.
    pub via: Option<Transport>,
    /// The endpoint through which, where one was named; the access is its own then.
    pub endpoint: Option<&'a Endpoint>,
}

/// What is known of the user that a token acts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The token acts as itself.
    Itself,
    /// The user is gone.
    Gone,
    /// The user is there, blocked or not.
    User {
        /// Whether everything of theirs is stopped.
        blocked: bool,
    },
}

/// What is known of the project that was named.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Whether the token's boundary covers it.
    pub covered: bool,
    /// The highest role that the token's user has there now.
    pub role: Option<Role>,
    /// Who sees it without being a member.
    pub visibility: Visibility,
    /// Whether a deploy key is enabled there for pulling only.
    pub read_only: bool,
}

/// What is known of the token and of where it is to be used.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The token's kind.
    pub kind: Kind,
    /// The token's state now.
    pub state: State,
    /// Whether another token took its place.
    pub rotated_out: bool,
    /// The scopes it carries.
    pub scopes: ScopeSet,
    /// The username it has of its own.
    pub username: Option<&'a str>,
    /// The user it acts as.
    pub holder: Holder,
    /// The project that was named; `None`: none was, or there is none of that path.
    pub target: Option<Target>,
    /// What else stops it, whoever holds it: a pause, a limit, a policy.
    pub hindrance: Option<Reason>,
    /// The policies of the store.
    pub policies: &'a Policies,
}

/// The answer to a presented secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It opens what was asked.
    Allow,
    /// It does not.
    Deny(Reason),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Allow => "allow",
            Self::Deny(_) => "deny",
        })
    }
}

/// Decides.
#[must_use]
pub fn decide(facts: &Facts<'_>, question: &Question<'_>) -> Verdict {
    let late = facts.hindrance.filter(|reason| comes_after_scopes(*reason));
    let gates = [credential(facts, question), scopes(facts, question), late, actor(facts, question)];
    gates.into_iter().flatten().next().map_or(Verdict::Allow, Verdict::Deny)
}

/// The first gate: a live token of somebody who may act, presented with its own username, on its own way.
fn credential(facts: &Facts<'_>, question: &Question<'_>) -> Option<Reason> {
    let wrong_name = matches!((question.username, own_username(facts)), (Some(given), Some(own)) if given != own);
    match (facts.state, facts.holder) {
        (State::Revoked | State::Expired, _) if facts.rotated_out => Some(Reason::RotatedOut),
        (State::Revoked, _) => Some(Reason::Revoked),
        (State::Expired, _) => Some(Reason::Expired),
        (State::Suspended, _) => Some(Reason::Suspended),
        (State::Active, Holder::Gone) => Some(Reason::HolderGone),
        (State::Active, Holder::User { blocked: true }) => Some(Reason::HolderBlocked),
        (State::Active, _) if facts.hindrance.is_some_and(|reason| !comes_after_scopes(reason)) => facts.hindrance,
        (State::Active, _) if wrong_name => Some(Reason::Username),
        (State::Active, _) if question.via.is_some_and(|via| via != facts.kind.transport()) => Some(Reason::Transport),
        (State::Active, _) => None,
    }
}

/// Says whether a reason is looked at once the scopes have been: it is no fault of the token's own.
///
/// Source: GitLab's order of checks: expired, revoked, insufficient scope, impersonation disabled.
fn comes_after_scopes(reason: Reason) -> bool {
    matches!(reason, Reason::Policy | Reason::HolderAdmin)
}

/// Returns the username that must come with the secret, where a protocol carries one.
///
/// Source: GitLab 13 docs: a deploy token demands its own, a job token `gitlab-ci-token`; all others take any.
fn own_username<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    if facts.kind == Kind::Job { Some("gitlab-ci-token") } else { facts.username }
}

/// The second gate: both the kind and, where it has scopes, one of the scopes open what is asked.
fn scopes(facts: &Facts<'_>, question: &Question<'_>) -> Option<Reason> {
    let access = question.access?;
    if let (Kind::Job, Some(endpoint)) = (facts.kind, question.endpoint) {
        return (!endpoint.is_open_to_jobs()).then_some(Reason::Endpoint);
    }
    let own_scope = question.endpoint.and_then(Endpoint::scope);
    if !facts.kind.opens().or(facts.kind.opens_under(facts.policies)).contains(access) {
        Some(Reason::Kind)
    } else if own_scope.is_some_and(|scope| facts.scopes.contains(scope)) {
        None
    } else if !facts.kind.scopes().is_empty() && !facts.scopes.opens().contains(access) {
        Some(Reason::Scope)
    } else {
        None
    }
}

/// The third gate: the boundary covers the project, and whoever acts through the token has the role there now.
fn actor(facts: &Facts<'_>, question: &Question<'_>) -> Option<Reason> {
    let target = match facts.target {
        Some(target) => target,
        None if question.names_project => return Some(Reason::NoProject),
        None if is_of_one_project(facts.kind) && asks_for_more_than_himself(question) => {
            return Some(Reason::UnnamedProject);
        }
        None => return None,
    };
    if !target.covered {
        return Some(Reason::Boundary);
    }
    if target.read_only && question.access == Some(Access::RepositoryWrite) {
        return Some(Reason::ReadOnlyKey);
    }
    if facts.kind.acts_as() == ActsAs::Itself {
        return None;
    }
    let enough = match question.access {
        Some(access) => least_role(access, target.visibility) <= target.role,
        None => target.role.is_some() || target.visibility != Visibility::Private,
    };
    (!enough).then_some(Reason::Role)
}

/// Says whether tokens of a kind are limited to their one project.
fn is_of_one_project(kind: Kind) -> bool {
    kind.limit() == Some(Footnote::OneProject)
}

/// Says whether something is to be opened that is not the token's own user.
fn asks_for_more_than_himself(question: &Question<'_>) -> bool {
    question.access.is_some() && question.endpoint.and_then(Endpoint::scope).is_none()
}

/// Returns the least role that a user needs in a project for an access; `None`: none, since the project is there for
/// everybody, or the access is none of a user's.
#[must_use]
pub const fn least_role(access: Access, visibility: Visibility) -> Option<Role> {
    match (access.area(), access, visibility) {
        (Area::Runner, _, _) => None,
        (_, Access::RegistryDelete, _) => Some(Role::Maintainer),
        (_, Access::ApiWrite | Access::RepositoryWrite | Access::RegistryWrite | Access::PackagesWrite, _) => {
            Some(Role::Developer)
        }
        (_, _, Visibility::Internal | Visibility::Public) => None,
        (Area::Api, _, Visibility::Private) => Some(Role::Guest),
        (_, _, Visibility::Private) => Some(Role::Reporter),
    }
}

#[cfg(test)]
mod tests;
