//! What a person may be about to type: the first of many things, by how their ids, names or paths begin.
//!
//! Asked at every press of a key: it waits for nobody, reads by indexes, and ends after a bounded effort with what it has.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::engine;
use super::events::understood;
use super::jobs::{LISTED, listed as listed_job};
use super::listing::{JOINS, listed, names};
use super::places::{PROJECT, project};
use super::runners::{COLUMNS as RUNNER, runner};
use super::selection::Selection;
use super::sight::{GROUPS, PLACES};
use super::tokens::{COLUMNS, Listed};
use super::users::{COLUMNS as USER, user};
use super::{Clock, ListedJob, Medium, Reading, Store, read_in};
use crate::domain::error::Result;
use crate::domain::id::UserId;
use crate::domain::place::Project;
use crate::domain::runner::Runner;
use crate::domain::scope::ScopeSet;
use crate::domain::user::User;

/// How many candidates are looked for at most.
pub const MOST_CANDIDATES: usize = 200;

/// How many numbers are looked through at most, the newest first: some milliseconds.
const MOST_NUMBERS: i64 = 50_000;

impl Store {
    /// Reads what can be read at once, and waits for no lock.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn glance<T>(&self, clock: Clock<'_>, look: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let Medium::File(place) = &self.medium else { return self.read(clock, look) };
        let connection = engine::open_at_once(place)?;
        let found = read_in(&connection, clock, look);
        engine::leave(connection);
        found
    }
}

/// Hands rows to `visit` until it has enough; says whether it ever had.
fn gather(
    connection: &Connection,
    sql: &str,
    bound: Vec<Value>,
    mut visit: impl FnMut(&Row<'_>) -> Result<bool>,
) -> Result<bool> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query(params_from_iter(bound))?;
    while let Some(row) = rows.next()? {
        if !visit(row)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The first and the last of some numbers.
type Range = (i64, i64);

/// Returns the ranges of numbers up to the last that begin with some digits: 12, 120 to 129, 1200 to 1299 and so on; of the
/// widest its upper end.
fn ranges(digits: &str, last: i64) -> Vec<Range> {
    let mut left = MOST_NUMBERS;
    let bounded = |(from, to): Range| {
        let to = to.min(last);
        let from = from.max(to.saturating_sub(left - 1));
        left -= (to - from).saturating_add(1).max(0);
        (from <= to).then_some((from, to))
    };
    beginning_with(digits).into_iter().filter_map(bounded).collect()
}

fn beginning_with(digits: &str) -> Vec<Range> {
    if digits.is_empty() {
        return vec![(1, i64::MAX)];
    }
    let is_number = !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    let Some(first) = digits.parse::<i64>().ok().filter(|_| is_number) else { return Vec::new() };
    let wider = |(from, to): &Range| {
        Some((from.checked_mul(10)?, to.checked_mul(10).and_then(|to| to.checked_add(9)).unwrap_or(i64::MAX)))
    };
    std::iter::successors(Some((first, first)), wider).collect()
}

/// Returns the bounds between which texts begin with another, and what both are bound as.
fn between(begin: &str) -> [Value; 2] {
    [Value::Text(begin.to_owned()), Value::Text(format!("{begin}{}", char::MAX))]
}

impl Reading<'_> {
    /// Hands the selected tokens whose numbers begin with some digits to `visit`, newest first.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn tokens_beginning(
        &self,
        selection: &Selection,
        digits: &str,
        mut visit: impl FnMut(Listed) -> Result<bool>,
    ) -> Result<()> {
        let conditions = selection.conditions(self.now);
        let clause = conditions.clause();
        let names = names(None);
        let sql = format!(
            "SELECT {COLUMNS}, {names} FROM tokens {JOINS} {clause} AND tokens.id BETWEEN ? AND ? ORDER BY tokens.id DESC"
        );
        self.by_digits("tokens", &sql, &conditions.bound, digits, |row| visit(listed(row)?))
    }

    /// Hands the selected tokens whose names begin with a text to `visit`.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn tokens_named_beginning(
        &self,
        selection: &Selection,
        begin: &str,
        mut visit: impl FnMut(Listed) -> Result<bool>,
    ) -> Result<()> {
        let mut conditions = selection.conditions(self.now);
        let clause = conditions.clause();
        conditions.bound.extend(between(begin));
        let names = names(None);
        let sql =
            format!("SELECT {COLUMNS}, {names} FROM tokens {JOINS} {clause} AND tokens.name >= ? AND tokens.name < ?");
        gather(self.connection, &sql, conditions.bound, |row| visit(listed(row)?)).map(|_| ())
    }

    /// Returns projects whose paths begin with a text, and that a user may see; `None`: an admin, who sees all.
    ///
    /// # Errors
    /// Those of the store.
    pub fn projects_beginning(&self, begin: &str, seen_by: Option<UserId>) -> Result<Vec<Project>> {
        let condition =
            format!("(visibility > 0 OR id IN ({PLACES} SELECT project_id FROM places WHERE project_id IS NOT NULL))");
        self.beginning([PROJECT, "projects", "path"], begin, seen_by.map(|user| (condition, user)), project)
    }

    /// Returns the paths of groups that begin with a text, and that a user may see; `None`: an admin, who sees all.
    ///
    /// # Errors
    /// Those of the store.
    pub fn groups_beginning(&self, begin: &str, seen_by: Option<UserId>) -> Result<Vec<String>> {
        let condition = format!("id IN ({GROUPS})");
        self.beginning(["path", "groups", "path"], begin, seen_by.map(|user| (condition, user)), |row| row.get(0))
    }

    /// Returns users whose usernames begin with a text.
    ///
    /// # Errors
    /// Those of the store.
    pub fn users_beginning(&self, begin: &str) -> Result<Vec<User>> {
        self.beginning([USER, "users", "username"], begin, None, user)
    }

    /// Returns the names of applications that begin with a text, and their scopes.
    ///
    /// # Errors
    /// Those of the store.
    pub fn apps_beginning(&self, begin: &str) -> Result<Vec<(String, ScopeSet)>> {
        let app = |row: &Row<'_>| Ok((row.get(0)?, understood(1, ScopeSet::from_bits(row.get(1)?))?));
        self.beginning(["name, scopes", "apps", "name"], begin, None, app)
    }

    /// Hands the runners that are there and whose numbers begin with some digits to `visit`, newest first.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn runners_beginning(&self, digits: &str, mut visit: impl FnMut(Runner) -> Result<bool>) -> Result<()> {
        let sql =
            format!("SELECT {RUNNER} FROM runners WHERE removed_at IS NULL AND id BETWEEN ? AND ? ORDER BY id DESC");
        self.by_digits("runners", &sql, &[], digits, |row| visit(runner(row)?))
    }

    /// Hands the jobs whose numbers begin with some digits to `visit`, newest first: those that have not ended, or all.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn jobs_beginning(
        &self,
        digits: &str,
        ended_too: bool,
        mut visit: impl FnMut(ListedJob) -> Result<bool>,
    ) -> Result<()> {
        let ended = if ended_too { "" } else { "AND jobs.ended_at IS NULL" };
        let sql = format!("{LISTED} WHERE jobs.id BETWEEN ? AND ? {ended} ORDER BY jobs.id DESC");
        self.by_digits("jobs", &sql, &[], digits, |row| visit(listed_job(row)?))
    }

    /// Asks for one range of numbers after the other, until there is enough.
    fn by_digits(
        &self,
        table: &str,
        sql: &str,
        bound: &[Value],
        digits: &str,
        mut visit: impl FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        let last = format!("SELECT coalesce(max(id), 0) FROM {table}");
        let last = self.connection.query_row(&last, [], |row| row.get(0))?;
        for (from, to) in ranges(digits, last) {
            let bound = bound.iter().cloned().chain([from.into(), to.into()]).collect();
            if gather(self.connection, sql, bound, &mut visit)? {
                break;
            }
        }
        Ok(())
    }

    /// Returns columns of the first rows of a table of which one column begins with a text, letter by letter.
    fn beginning<T>(
        &self,
        [columns, table, column]: [&str; 3],
        begin: &str,
        seen: Option<(String, UserId)>,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut bound: Vec<Value> = between(&begin.to_ascii_lowercase()).into();
        bound.extend(between(begin));
        let condition = match seen {
            None => "1".to_owned(),
            Some((condition, user)) => {
                bound.extend([user.0.into(), user.0.into()]);
                condition
            }
        };
        let sql = first_rows([columns, table, column], &condition);
        let mut found = Vec::new();
        gather(self.connection, &sql, bound, |row| {
            found.push(read(row)?);
            Ok(true)
        })?;
        Ok(found)
    }
}

/// Returns the statement for the first rows whose column begins with a text, by the index of it in lower case.
pub(super) fn first_rows([columns, table, column]: [&str; 3], condition: &str) -> String {
    format!(
        "SELECT {columns} FROM {table} WHERE lower({column}) >= ? AND lower({column}) < ? AND {column} >= ? AND {column} < ? \
         AND {condition} ORDER BY lower({column}) LIMIT {MOST_CANDIDATES}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_begin_with_digits_lie_in_ranges() {
        let cases: [(&str, i64, &[Range]); 8] = [
            ("", 7, &[(1, 7)]),
            ("", 0, &[]),
            ("12", 1249, &[(12, 12), (120, 129), (1200, 1249)]),
            ("12", 11, &[]),
            ("", 1_000_000, &[(950_001, 1_000_000)]),
            ("1", 1_999_999, &[(1, 1), (10, 19), (100, 199), (1000, 1999), (10_000, 19_999), (161_111, 199_999)]),
            ("9223372036854775807", i64::MAX, &[(i64::MAX, i64::MAX)]),
            (
                "922337203685477580",
                i64::MAX,
                &[(922_337_203_685_477_580, 922_337_203_685_477_580), (9_223_372_036_854_775_800, i64::MAX)],
            ),
        ];
        for (digits, last, expected) in cases {
            assert_eq!(ranges(digits, last), expected, "{digits} {last}");
        }
        for none in ["0", "01", "x", "1x", "-1", "9223372036854775808", "١"] {
            assert!(ranges(none, i64::MAX).is_empty(), "{none}");
        }
    }
}
