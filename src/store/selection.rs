//! Selections: which tokens a listing shows and a revocation by filter ends.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::refresh::RENEWABLE;
use super::tokens::{COLUMNS, Listed, WIDTH, token};
use super::{Reading, sight};
use crate::domain::access::Access;
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, TokenId, UserId};
use crate::domain::kind::Kind;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;

/// Says which states are selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lives {
    /// Active and suspended ones, and OAuth tokens whose refresh secret can still be used.
    #[default]
    Live,
    /// All there are and were.
    All,
    /// Those whose end has come, that were not revoked, and that cannot be renewed by a refresh secret.
    Expired,
    /// Live ones whose end comes before an instant, and that cannot be renewed by a refresh secret.
    ExpiringBefore(Timestamp),
    /// Those that were revoked.
    Revoked,
}

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
}

/// Says which tokens are meant. Empty lists and `None` leave nothing out.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// In which states.
    pub lives: Lives,
    /// Of which kinds.
    pub kinds: Vec<Kind>,
    /// Carrying every one of these scopes.
    pub scopes: Vec<Scope>,
    /// Opening this access, by kind and scopes.
    pub access: Option<Access>,
    /// Whose boundary is this project.
    pub project: Option<ProjectId>,
    /// Whose boundary is this group.
    pub group: Option<GroupId>,
    /// Valid in this project: its own, and those of the groups it lies in.
    pub valid_in: Option<(ProjectId, Vec<GroupId>)>,
    /// Acting as this user.
    pub user: Option<UserId>,
    /// Made by this user.
    pub created_by: Option<UserId>,
    /// Made before this instant.
    pub created_before: Option<Timestamp>,
    /// Made at this instant or after it.
    pub created_after: Option<Timestamp>,
    /// With a name that matches.
    pub name: Option<glob::Pattern>,
    /// With this text in their note.
    pub note: Option<String>,
    /// That this user may see; `None`: an admin, who sees all.
    pub seen_by: Option<UserId>,
}

/// The end has come, as SQL: [`is_over`](crate::domain::expiry::is_over), so that an index can serve it. A test holds
/// the two together.
const IS_OVER: &str = "(tokens.expires_at IS NOT NULL AND tokens.expires_at <= ?)";

/// Collects conditions and what is bound in them.
struct Conditions {
    sql: Vec<String>,
    bound: Vec<Value>,
}

impl Conditions {
    fn add(&mut self, sql: impl Into<String>, bound: impl IntoIterator<Item = Value>) {
        self.sql.push(sql.into());
        self.bound.extend(bound);
    }

    fn equals(&mut self, column: &str, id: Option<i64>) {
        if let Some(id) = id {
            self.add(format!("tokens.{column} = ?"), [Value::Integer(id)]);
        }
    }
}

impl Selection {
    fn conditions(&self, now: Timestamp) -> Conditions {
        let mut all = Conditions { sql: Vec::new(), bound: Vec::new() };
        let now = Value::Integer(now.seconds());
        match self.lives {
            Lives::All => {}
            Lives::Live => all.add(format!("tokens.revoked_at IS NULL AND (NOT {IS_OVER} OR {RENEWABLE})"), [now]),
            Lives::Expired => all.add(format!("tokens.revoked_at IS NULL AND {IS_OVER} AND NOT {RENEWABLE}"), [now]),
            Lives::ExpiringBefore(end) => {
                let end = Value::Integer(end.seconds());
                let sql = format!("tokens.revoked_at IS NULL AND NOT {IS_OVER} AND {IS_OVER} AND NOT {RENEWABLE}");
                all.add(sql, [now, end]);
            }
            Lives::Revoked => all.add("tokens.revoked_at IS NOT NULL", []),
        }
        if !self.kinds.is_empty() {
            all.add(format!("tokens.kind IN ({})", list(self.kinds.iter().map(|kind| *kind as i64))), []);
        }
        for scope in &self.scopes {
            all.add("tokens.scopes & ? <> 0", [Value::Integer(*scope as i64)]);
        }
        if let Some(access) = self.access {
            all.add(opening(access), []);
        }
        all.equals("project_id", self.project.map(|id| id.0));
        all.equals("group_id", self.group.map(|id| id.0));
        all.equals("user_id", self.user.map(|id| id.0));
        all.equals("created_by", self.created_by.map(|id| id.0));
        if let Some((project, groups)) = &self.valid_in {
            all.add(valid_in(*project, groups), []);
        }
        if let Some(instant) = self.created_before {
            all.add("tokens.created_at < ?", [Value::Integer(instant.seconds())]);
        }
        if let Some(instant) = self.created_after {
            all.add("tokens.created_at >= ?", [Value::Integer(instant.seconds())]);
        }
        if let Some(user) = self.seen_by {
            let (sql, bound) = sight::of(user);
            all.add(sql, bound);
        }
        all
    }

    /// Says whether a row that the conditions let through is meant; here is what SQL engines do not agree on.
    fn takes(&self, name: &str, note: Option<&str>) -> bool {
        self.name.as_ref().is_none_or(|pattern| pattern.matches(name))
            && self.note.as_ref().is_none_or(|text| note.is_some_and(|note| note.contains(text.as_str())))
    }

    fn is_counted_by_sql(&self) -> bool {
        self.name.is_none() && self.note.is_none()
    }
}

pub(super) fn list(numbers: impl Iterator<Item = i64>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(", ")
}

/// The kinds that open an access by themselves, or with one of the scopes that do.
fn opening(access: Access) -> String {
    let scopes = Scope::all().filter(|scope| scope.opens().contains(access)).fold(0, |bits, scope| bits | scope as i64);
    let kinds = |scoped: bool| {
        list(
            Kind::all()
                .filter(|kind| kind.opens().contains(access) && kind.scopes().is_empty() != scoped)
                .map(|kind| kind as i64),
        )
    };
    format!(
        "(tokens.kind IN ({}) OR (tokens.kind IN ({}) AND tokens.scopes & {scopes} <> 0))",
        kinds(false),
        kinds(true)
    )
}

fn valid_in(project: ProjectId, groups: &[GroupId]) -> String {
    format!(
        "(tokens.project_id = {project} OR tokens.group_id IN ({}) \
         OR (tokens.project_id IS NULL AND tokens.group_id IS NULL AND tokens.user_id IS NULL AND tokens.kind <> {}) \
         OR EXISTS (SELECT 1 FROM deploy_key_projects AS enabled \
                    WHERE enabled.token_id = tokens.id AND enabled.project_id = {project}))",
        list(groups.iter().map(|id| id.0)),
        Kind::DeployKey as u8
    )
}

impl Reading<'_> {
    /// Hands the selected tokens to `visit`, one by one, until it says that it has enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn select(
        &self,
        selection: &Selection,
        order: Order,
        mut visit: impl FnMut(Listed) -> Result<bool>,
    ) -> Result<()> {
        let conditions = selection.conditions(self.now);
        let order = match order {
            Order::Id => "tokens.id",
            Order::Name => "tokens.name, tokens.id",
            Order::Kind => "tokens.kind, tokens.id",
            Order::Expires => "tokens.expires_at IS NULL, tokens.expires_at, tokens.id",
            Order::Newest => "tokens.created_at DESC, tokens.id DESC",
        };
        let sql =
            format!("SELECT {COLUMNS}, {NAMES} FROM tokens {JOINS} {} ORDER BY {order}", where_clause(&conditions.sql));
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(conditions.bound))?;
        while let Some(row) = rows.next()? {
            let listed = listed(row)?;
            if selection.takes(&listed.token.name, listed.token.note.as_deref()) && !visit(listed)? {
                break;
            }
        }
        Ok(())
    }

    /// Counts the selected tokens.
    ///
    /// # Errors
    /// Those of the store.
    pub fn count(&self, selection: &Selection) -> Result<u64> {
        let conditions = selection.conditions(self.now);
        if selection.is_counted_by_sql() {
            let sql = format!("SELECT count(*) FROM tokens {}", where_clause(&conditions.sql));
            let count: i64 = self.connection.query_row(&sql, params_from_iter(conditions.bound), |row| row.get(0))?;
            return Ok(count.unsigned_abs());
        }
        let sql = format!("SELECT tokens.name, tokens.note FROM tokens {}", where_clause(&conditions.sql));
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(conditions.bound))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            let (name, note): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            count += u64::from(selection.takes(&name, note.as_deref()));
        }
        Ok(count)
    }

    /// Returns a token with its names.
    ///
    /// # Errors
    /// Those of the store.
    pub fn listed(&self, id: TokenId) -> Result<Option<Listed>> {
        let sql = format!("SELECT {COLUMNS}, {NAMES} FROM tokens {JOINS} WHERE tokens.id = ?1");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([id.0])?;
        rows.next()?.map(listed).transpose().map_err(Into::into)
    }
}

fn where_clause(conditions: &[String]) -> String {
    if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) }
}

/// The names behind the numbers, living or departed.
const NAMES: &str = "coalesce(holder.username, (SELECT name FROM departed WHERE what = 'user' AND id = tokens.user_id)), \
    coalesce(projects.path, groups.path, \
             (SELECT name FROM departed WHERE what = 'project' AND id = tokens.project_id), \
             (SELECT name FROM departed WHERE what = 'group' AND id = tokens.group_id)), \
    coalesce(creator.username, (SELECT name FROM departed WHERE what = 'user' AND id = tokens.created_by), '?')";

const JOINS: &str = "LEFT JOIN users AS holder ON holder.id = tokens.user_id \
    LEFT JOIN users AS creator ON creator.id = tokens.created_by \
    LEFT JOIN projects ON projects.id = tokens.project_id \
    LEFT JOIN groups ON groups.id = tokens.group_id";

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed { token: token(row)?, holder: row.get(WIDTH)?, path: row.get(WIDTH + 1)?, creator: row.get(WIDTH + 2)? })
}
