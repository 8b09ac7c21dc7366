//! Selections: which tokens a listing shows and a revocation by filter ends.

mod lives;

use rusqlite::types::Value;

use super::reach::{Reach, list};
use super::sight;
use super::then::Tables;
use crate::domain::access::Access;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::Kind;
use crate::domain::policy::Policies;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::domain::usage::Idle;

pub use self::lives::{Lives, Stopped};

/// Says in which order tokens come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By number, so oldest first.
    #[default]
    Id,
    /// By name.
    Name,
    /// By kind.
    Kind,
    /// By end, never last.
    Expires,
    /// By the instant of their making, newest first.
    Newest,
    /// By their last use, never first, then the longest ago.
    Used,
}

/// Says which tokens are meant. Empty lists and `None` leave nothing out.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The policies of the store, which say what some kinds open.
    pub policies: Policies,
    /// In which states.
    pub lives: Lives,
    /// Whether what is stopped counts.
    pub stopped: Stopped,
    /// Of which kinds.
    pub kinds: Vec<Kind>,
    /// Carrying every one of these scopes.
    pub scopes: Vec<Scope>,
    /// Opening this access, by kind and scopes.
    pub access: Option<Access>,
    /// Whose boundary is this project, and deploy keys that are enabled in it.
    pub project: Option<ProjectId>,
    /// Whose boundary is this group.
    pub group: Option<GroupId>,
    /// Valid in this project.
    pub valid_in: Option<Reach>,
    /// Acting as one of these users.
    pub user: Option<Vec<UserId>>,
    /// Made by one of these users.
    pub created_by: Option<Vec<UserId>>,
    /// Made before this instant.
    pub created_before: Option<Timestamp>,
    /// Made at this instant or after it.
    pub created_after: Option<Timestamp>,
    /// With a name that matches.
    pub name: Option<glob::Pattern>,
    /// With this text in their note.
    pub note: Option<String>,
    /// Not used for so long, or never.
    pub idle: Idle,
    /// That this user may see; `None`: an admin, who sees all.
    pub seen_by: Option<UserId>,
    /// As everything was at this instant, whose past is kept; `None`: as it is.
    pub past: Option<Timestamp>,
}

/// The end has come, as SQL: [`is_over`](crate::domain::expiry::is_over), so that an index can serve it. A test holds
/// the two together.
pub(super) const IS_OVER: &str = "(tokens.expires_at IS NOT NULL AND tokens.expires_at <= ?)";

/// A token is suspended, as SQL: [`Token::is_stopped`](crate::domain::token::Token::is_stopped).
const IS_STOPPED: &str =
    "(tokens.suspended_at IS NOT NULL AND (tokens.suspended_until IS NULL OR tokens.suspended_until > ?))";

/// The end came after one instant, and by another: a range of the index of ends.
pub(super) const ENDED_SINCE: &str = "(tokens.expires_at > ? AND tokens.expires_at <= ?)";

/// Collects conditions and what is bound in them.
pub(super) struct Conditions {
    sql: Vec<String>,
    pub(super) bound: Vec<Value>,
}

impl Conditions {
    /// Returns them as one condition, which may be none.
    pub(super) fn clause(&self) -> String {
        let conditions = self.sql.join(" AND ");
        if conditions.is_empty() { conditions } else { format!("WHERE {conditions}") }
    }

    fn add(&mut self, sql: impl Into<String>, bound: impl IntoIterator<Item = Value>) {
        self.sql.push(sql.into());
        self.bound.extend(bound);
    }

    fn equals(&mut self, column: &str, id: Option<i64>) {
        if let Some(id) = id {
            self.add(format!("tokens.{column} = ?"), [Value::Integer(id)]);
        }
    }

    fn is_one_of(&mut self, column: &str, users: Option<&[UserId]>) {
        match users {
            None => {}
            Some([only]) => self.equals(column, Some(only.0)),
            Some(users) => self.add(format!("tokens.{column} IN ({})", list(users.iter().map(|id| id.0))), []),
        }
    }
}

impl Selection {
    pub(super) fn conditions(&self, now: Timestamp) -> Conditions {
        let mut all = Conditions { sql: Vec::new(), bound: Vec::new() };
        let now = Value::Integer(self.past.unwrap_or(now).seconds());
        let Tables { renewable, keys, .. } = Tables::of(self.past);
        let expired = format!("tokens.revoked_at IS NULL AND {IS_OVER} AND NOT {renewable}");
        let suspended = format!("tokens.revoked_at IS NULL AND (NOT {IS_OVER} OR {renewable}) AND {IS_STOPPED}");
        let revoked = "tokens.revoked_at IS NOT NULL";
        match self.lives {
            Lives::All => {}
            Lives::Live => {
                all.add(format!("tokens.revoked_at IS NULL AND (NOT {IS_OVER} OR {renewable})"), [now.clone()]);
            }
            Lives::Expired => all.add(expired, [now.clone()]),
            Lives::ExpiringBefore(end) => {
                let end = Value::Integer(end.seconds());
                // Not over now, and over then: written as a range, so that the index skips what is over.
                let ends = "tokens.revoked_at IS NULL AND tokens.expires_at > ? AND tokens.expires_at <= ?";
                all.add(format!("{ends} AND NOT {renewable}"), [now.clone(), end]);
            }
            Lives::Suspended => all.add(suspended, [now.clone(), now.clone()]),
            Lives::Revoked => all.add(revoked, []),
            Lives::Any { expired: over, suspended: stops, revoked: dead } => {
                let (mut states, mut bound) = (Vec::new(), Vec::new());
                for (is_meant, sql) in [(over, expired.as_str()), (stops, &suspended), (dead, revoked)] {
                    if is_meant {
                        states.push(format!("({sql})"));
                        bound.extend(sql.matches('?').map(|_| now.clone()));
                    }
                }
                all.add(format!("({})", states.join(" OR ")), bound);
            }
        }
        let stopped = || {
            let Tables { users, .. } = Tables::of(self.past);
            format!(
                "({IS_STOPPED} OR coalesce(tokens.user_id, 0) IN (SELECT id FROM {users} WHERE blocked_at IS NOT NULL))"
            )
        };
        match self.stopped {
            Stopped::Too => {}
            Stopped::Not => all.add(format!("NOT {}", stopped()), [now]),
            Stopped::Only => all.add(stopped(), [now]),
        }
        if !self.kinds.is_empty() {
            all.add(format!("tokens.kind IN ({})", list(self.kinds.iter().map(|kind| *kind as i64))), []);
        }
        for scope in &self.scopes {
            all.add("tokens.scopes & ? <> 0", [Value::Integer(*scope as i64)]);
        }
        if let Some(access) = self.access {
            let project = self.project.or(self.valid_in.as_ref().map(|reach| reach.project));
            all.add(opening(access, &self.policies, project, keys), []);
        }
        if let Some(id) = self.project {
            all.add(self.of_project(id), []);
        }
        all.equals("group_id", self.group.map(|id| id.0));
        all.is_one_of("user_id", self.user.as_deref());
        all.is_one_of("created_by", self.created_by.as_deref());
        if let Some(reach) = &self.valid_in {
            all.add(reach.condition(&self.of_project(reach.project), self.past), []);
        }
        if let Some(instant) = self.created_before {
            all.add("tokens.created_at < ?", [Value::Integer(instant.seconds())]);
        }
        if let Some(instant) = self.created_after {
            all.add("tokens.created_at >= ?", [Value::Integer(instant.seconds())]);
        }
        if let Some(since) = self.idle.since {
            let since = Value::Integer(since.seconds());
            let idle = "tokens.created_at <= ? AND (tokens.used_at IS NULL OR tokens.used_at <= ?)";
            all.add(idle, [since.clone(), since]);
        }
        if self.idle.never {
            all.add("tokens.used_at IS NULL", []);
        }
        if let Some(user) = self.seen_by {
            let (sql, bound) = sight::of(user, !self.asks_behind_the_veil());
            all.add(sql, bound);
        }
        all
    }

    /// Says whether it asks for what is veiled of a token that its user may only glimpse: who asks often enough whether a
    /// token matches learns what it says.
    fn asks_behind_the_veil(&self) -> bool {
        matches!(self.lives, Lives::ExpiringBefore(_))
            || !self.scopes.is_empty()
            || self.access.is_some()
            || self.created_by.is_some()
            || self.created_before.is_some()
            || self.created_after.is_some()
            || self.idle.is_asked()
            || !self.is_counted_by_sql()
    }

    /// Says whether a row that the conditions let through is meant; here is what SQL engines do not agree on.
    pub(super) fn takes(&self, name: &str, note: Option<&str>) -> bool {
        self.name.as_ref().is_none_or(|pattern| pattern.matches(name))
            && self.note.as_ref().is_none_or(|text| note.is_some_and(|note| note.contains(text.as_str())))
    }

    pub(super) fn is_counted_by_sql(&self) -> bool {
        self.name.is_none() && self.note.is_none()
    }

    /// The tokens of a project, and the deploy keys that are enabled in it.
    fn of_project(&self, project: ProjectId) -> String {
        let Tables { keys, .. } = Tables::of(self.past);
        // Said once more here, since in one side of an OR an index of what was not revoked is not used without.
        let own = match self.lives {
            Lives::All | Lives::Revoked | Lives::Any { .. } => format!("tokens.project_id = {project}"),
            _ => format!("(tokens.project_id = {project} AND tokens.revoked_at IS NULL)"),
        };
        format!(
            "({own} \
             OR tokens.id IN (SELECT token_id FROM {keys} WHERE project_id = {project}))"
        )
    }

    /// Says whether only tokens with an end are meant.
    pub(super) fn has_ends(&self) -> bool {
        matches!(self.lives, Lives::Expired | Lives::ExpiringBefore(_))
    }

    /// Says whether an index leads to the tokens that are meant.
    pub(super) fn is_narrow(&self) -> bool {
        let narrows = self.has_ends() || self.project.is_some() || self.group.is_some() || self.user.is_some();
        // The indexes know the tokens as they are.
        narrows && self.past.is_none()
    }
}

/// The kinds that open an access by themselves, or with one of the scopes that do.
///
/// A deploy key pushes where it was enabled so: in the project that is meant, or in any.
fn opening(access: Access, policies: &Policies, project: Option<ProjectId>, keys: &str) -> String {
    let scopes = Scope::all().filter(|scope| scope.opens().contains(access)).fold(0, |bits, scope| bits | scope as i64);
    let kinds = |scoped: bool| {
        list(
            Kind::all()
                .filter(|kind| kind.opens_under(policies).contains(access) && kind.scopes().is_empty() != scoped)
                .map(|kind| kind as i64),
        )
    };
    let opening = format!(
        "(tokens.kind IN ({}) OR (tokens.kind IN ({}) AND tokens.scopes & {scopes} <> 0))",
        kinds(false),
        kinds(true)
    );
    if access != Access::RepositoryWrite {
        return opening;
    }
    let pushing = match project {
        Some(project) => {
            format!("SELECT token_id FROM {keys} WHERE can_push = 1 AND project_id = {project}")
        }
        None => format!("SELECT token_id FROM {keys} WHERE can_push = 1"),
    };
    format!("({opening} AND (tokens.kind <> {} OR tokens.id IN ({pushing})))", Kind::DeployKey as u8)
}
