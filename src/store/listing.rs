//! Listings: the selected tokens one by one, with the names behind their numbers, or how many they are.
//!
//! Memory does not grow with the number of tokens where they come by number, or by their end where all have one.

use rusqlite::{Row, params_from_iter};

use super::selection::{Conditions, Order, Selection};
use super::then::Tables;
use super::tokens::{COLUMNS, Listed, WIDTH, token};
use super::{Reading, sight};
use crate::domain::error::Result;
use crate::domain::id::TokenId;
use crate::domain::time::Timestamp;

/// So many numbers are not sorted in memory any more: 12 bytes each.
const MANY: i64 = 65_536;

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
        let clause = if order == Order::Id { self.by_number(selection, &conditions)? } else { conditions.clause() };
        let sql = listing(&clause, selection, order);
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

    /// Returns the condition under which tokens come by number without being sorted: what the engine sorts, it holds in
    /// memory, row by row.
    ///
    /// Few are found by their index, and only their numbers sorted. Many are met on the way through all tokens.
    pub(super) fn by_number(&self, selection: &Selection, conditions: &Conditions) -> Result<String> {
        let clause = conditions.clause();
        if selection.is_narrow() {
            let sql = format!("SELECT count(*) FROM (SELECT 1 FROM tokens {clause} LIMIT {MANY}) AS found");
            let found: i64 = self.connection.query_row(&sql, params_from_iter(&conditions.bound), |row| row.get(0))?;
            if found < MANY {
                return Ok(format!("WHERE tokens.id IN (SELECT tokens.id FROM tokens {clause})"));
            }
        }
        Ok(unindexed(&clause))
    }

    /// Counts the selected tokens.
    ///
    /// # Errors
    /// Those of the store.
    pub fn count(&self, selection: &Selection) -> Result<u64> {
        let conditions = selection.conditions(self.now);
        let Tables { tokens, .. } = Tables::of(selection.past);
        if selection.is_counted_by_sql() {
            let clause = conditions.clause();
            let sql = format!("SELECT count(*) FROM {tokens} {clause}");
            let count: i64 = self.connection.query_row(&sql, params_from_iter(conditions.bound), |row| row.get(0))?;
            return Ok(count.unsigned_abs());
        }
        let clause = conditions.clause();
        let sql = format!("SELECT tokens.name, tokens.note FROM {tokens} {clause}");
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
        let names = names(None);
        let sql = format!("SELECT {COLUMNS}, {names} FROM tokens {JOINS} WHERE tokens.id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id.0])?;
        rows.next()?.map(listed).transpose().map_err(Into::into)
    }
}

/// Returns the statement of a listing.
pub(super) fn listing(clause: &str, selection: &Selection, order: Order) -> String {
    // The order tells nothing of a token that is veiled; who sees all of all tokens has an order that an index serves.
    let seen = |column: &str| match selection.seen_by {
        None => column.to_owned(),
        Some(_) => format!("CASE WHEN tokens.kind IN ({}) THEN NULL ELSE {column} END", sight::veiled()),
    };
    let order = match order {
        Order::Id => "tokens.id".to_owned(),
        Order::Name => format!("{}, tokens.id", seen("tokens.name")),
        Order::Kind => "tokens.kind, tokens.id".to_owned(),
        Order::Expires if selection.has_ends() => format!("{}, tokens.id", seen("tokens.expires_at")),
        Order::Expires => format!("{0} IS NULL, {0}, tokens.id", seen("tokens.expires_at")),
        Order::Used => format!("{0} IS NOT NULL, {0}, tokens.id", seen("tokens.used_at")),
        Order::Newest => "tokens.created_at DESC, tokens.id DESC".to_owned(),
    };
    let Tables { tokens, .. } = Tables::of(selection.past);
    let names = names(selection.past);
    format!("SELECT {COLUMNS}, {names} FROM {tokens} {JOINS} {clause} ORDER BY {order}")
}

/// Keeps indexes out of a condition: a column with a plus in front is a value like another to every planner.
pub(super) fn unindexed(clause: &str) -> String {
    clause.replace("tokens.", "+tokens.")
}

/// What [`listed`] reads behind the token, as it is or was: the names behind the numbers, living or departed, the alarms,
/// whether its user is blocked, and whether it can be renewed.
pub(super) fn names(past: Option<Timestamp>) -> String {
    let Tables { holder_blocked, renewable, .. } = Tables::of(past);
    format!("{NAMES}, {holder_blocked}, {renewable}")
}

/// How many columns these are.
pub(super) const NAMES_WIDTH: usize = 6;

const NAMES: &str = "coalesce(holder.username, (SELECT name FROM departed WHERE what = 'user' AND id = tokens.user_id)), \
    coalesce(projects.path, groups.path, \
             (SELECT name FROM departed WHERE what = 'project' AND id = tokens.project_id), \
             (SELECT name FROM departed WHERE what = 'group' AND id = tokens.group_id)), \
    coalesce(creator.username, (SELECT name FROM departed WHERE what = 'user' AND id = tokens.created_by), '?'), \
    tokens.alarms";

pub(super) const JOINS: &str = "LEFT JOIN users AS holder ON holder.id = tokens.user_id \
    LEFT JOIN users AS creator ON creator.id = tokens.created_by \
    LEFT JOIN projects ON projects.id = tokens.project_id \
    LEFT JOIN groups ON groups.id = tokens.group_id";

pub(super) fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        token: token(row)?,
        holder: row.get(WIDTH)?,
        path: row.get(WIDTH + 1)?,
        creator: row.get(WIDTH + 2)?,
        alarms: row.get(WIDTH + 3)?,
        holder_blocked: row.get(WIDTH + 4)?,
        renewable: row.get(WIDTH + 5)?,
    })
}
