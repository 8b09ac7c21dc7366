//! Selections from the trail: which events are read, and in which direction.
//!
//! No index but the place in the chain: events come in the order of their times, so that a range of times is a range of
//! places, and the rest is met on the way through it.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row, params_from_iter};

use super::Reading;
use super::events::{COLUMNS, Recorded, instant, recorded};
use super::reach::list;
use crate::domain::error::Result;
use crate::domain::id::{Sequence, TokenId, UserId};
use crate::domain::time::Timestamp;

/// Says which events are meant. Empty lists and `None` leave nothing out.
#[derive(Clone, Debug, Default)]
pub struct EventSelection {
    /// At this instant or after it.
    pub since: Option<Timestamp>,
    /// Before this instant.
    pub until: Option<Timestamp>,
    /// By this user, or by this admin in another's place.
    pub actor: Option<Acting>,
    /// Of an action that matches one of these.
    pub actions: Vec<glob::Pattern>,
    /// About this sort of things, or one of them.
    pub object: Option<(String, Option<i64>)>,
    /// About these tokens.
    pub tokens: Option<Vec<TokenId>>,
    /// In this place.
    pub place: Option<Within>,
    /// Only so many, the newest.
    pub newest: Option<u64>,
    /// The newest first.
    pub backwards: bool,
}

/// Says who acted: by the number behind a name, and by what stood there.
#[derive(Clone, Debug)]
pub struct Acting {
    /// The users of this name, living and departed.
    pub users: Vec<UserId>,
    /// The name.
    pub name: String,
}

/// Says in which boundary something happened, by the path of what is there or was.
#[derive(Clone, Debug)]
pub enum Within {
    /// In a project.
    Project(String),
    /// In a group, and in the groups and projects below it.
    Group(String),
}

/// The project of a path, bound twice.
const OF_PROJECT: &str = "project_id IN (SELECT id FROM projects WHERE path = ? \
    UNION ALL SELECT id FROM departed WHERE what = 'project' AND name = ?)";

/// The group of a path and what lies below it, bound seven times. What is gone lies where its last path says.
const OF_GROUP: &str = "(group_id IN (\
      WITH RECURSIVE below (id) AS (SELECT id FROM groups WHERE path = ? \
        UNION SELECT groups.id FROM groups JOIN below ON groups.parent_id = below.id) \
      SELECT id FROM below \
      UNION ALL SELECT id FROM departed WHERE what = 'group' AND (name = ? OR substr(name, 1, length(?)) = ?)) \
    OR project_id IN (\
      WITH RECURSIVE below (id) AS (SELECT id FROM groups WHERE path = ? \
        UNION SELECT groups.id FROM groups JOIN below ON groups.parent_id = below.id) \
      SELECT projects.id FROM projects JOIN below ON projects.group_id = below.id \
      UNION ALL SELECT id FROM departed WHERE what = 'project' AND substr(name, 1, length(?)) = ?))";

/// Conditions on `events`, and what is bound in them.
struct Conditions {
    sql: Vec<String>,
    bound: Vec<Value>,
}

impl Conditions {
    fn add(&mut self, sql: impl Into<String>, bound: impl IntoIterator<Item = Value>) {
        self.sql.push(sql.into());
        self.bound.extend(bound);
    }

    fn clause(&self) -> String {
        let conditions = self.sql.join(" AND ");
        if conditions.is_empty() { conditions } else { format!("WHERE {conditions}") }
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

impl EventSelection {
    /// Returns the actions that are meant, where all of them are spelt out.
    fn spelt_out(&self) -> Option<impl Iterator<Item = &str>> {
        let is_plain = |pattern: &glob::Pattern| glob::Pattern::escape(pattern.as_str()) == pattern.as_str();
        let words = self.actions.iter().map(glob::Pattern::as_str);
        (!self.actions.is_empty() && self.actions.iter().all(is_plain)).then_some(words)
    }

    /// Says whether a row that the conditions let through is meant; here is what SQL engines do not agree on.
    fn takes(&self, action: &str) -> bool {
        self.actions.is_empty() || self.actions.iter().any(|pattern| pattern.matches(action))
    }

    fn is_counted_by_sql(&self) -> bool {
        self.actions.is_empty() || self.spelt_out().is_some()
    }
}

impl Reading<'_> {
    /// Hands the selected events to `visit`, one by one, until it says that it has enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn events(&self, selection: &EventSelection, mut visit: impl FnMut(Recorded) -> Result<bool>) -> Result<()> {
        let mut conditions = self.conditions(selection)?;
        let mut left = if selection.backwards { selection.newest.unwrap_or(u64::MAX) } else { u64::MAX };
        if let (Some(count), false) = (selection.newest, selection.backwards) {
            let Some(first) = self.newest(selection, &conditions, count)? else { return Ok(()) };
            conditions.add("sequence >= ?", [Value::Integer(first.0)]);
        }
        let (clause, order) = (conditions.clause(), if selection.backwards { "DESC" } else { "ASC" });
        let sql = format!("SELECT {COLUMNS} FROM events {clause} ORDER BY sequence {order}");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(conditions.bound))?;
        while let Some(row) = rows.next()? {
            if selection.takes(action(row, 2)?) {
                left -= 1;
                if !visit(recorded(row)?)? || left == 0 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Counts the selected events.
    ///
    /// # Errors
    /// Those of the store.
    pub fn count_events(&self, selection: &EventSelection) -> Result<u64> {
        let conditions = self.conditions(selection)?;
        let clause = conditions.clause();
        if selection.is_counted_by_sql() {
            let sql = format!("SELECT count(*) FROM events {clause}");
            let count: i64 = self.connection.query_row(&sql, params_from_iter(conditions.bound), |row| row.get(0))?;
            return Ok(count.unsigned_abs());
        }
        let mut statement = self.connection.prepare(&format!("SELECT action FROM events {clause}"))?;
        let mut rows = statement.query(params_from_iter(conditions.bound))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            count += u64::from(selection.takes(action(row, 0)?));
        }
        Ok(count)
    }

    /// Returns the first of the newest so many; `None`: there is none at all.
    fn newest(&self, selection: &EventSelection, conditions: &Conditions, count: u64) -> Result<Option<Sequence>> {
        let clause = conditions.clause();
        let sql = format!("SELECT sequence, action FROM events {clause} ORDER BY sequence DESC");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(&conditions.bound))?;
        let (mut first, mut met) = (None, 0);
        while met < count {
            let Some(row) = rows.next()? else { break };
            if selection.takes(action(row, 1)?) {
                first = Some(Sequence(row.get(0)?));
                met += 1;
            }
        }
        Ok(first)
    }

    fn conditions(&self, selection: &EventSelection) -> Result<Conditions> {
        let mut all = Conditions { sql: Vec::new(), bound: Vec::new() };
        let integer = Value::Integer;
        // The place is what makes it quick; the time is what was asked for, also of a trail that somebody edited.
        if let Some(instant) = selection.since {
            let first = self.first_since(instant)?;
            all.add("sequence >= ? AND at >= ?", [integer(first.0), integer(instant.seconds())]);
        }
        if let Some(instant) = selection.until {
            let first = self.first_since(instant)?;
            all.add("sequence < ? AND at < ?", [integer(first.0), integer(instant.seconds())]);
        }
        if let Some(actor) = &selection.actor {
            let users = list(actor.users.iter().map(|id| id.0));
            let condition = format!("(actor_id IN ({users}) OR actor = ? OR operator = ?)");
            all.add(condition, [text(&actor.name), text(&actor.name)]);
        }
        if let Some(words) = selection.spelt_out() {
            let places = vec!["?"; selection.actions.len()].join(", ");
            all.add(format!("action IN ({places})"), words.map(text));
        }
        if let Some((word, id)) = &selection.object {
            all.add("object = ?", [text(word)]);
            if let Some(id) = id {
                all.add("object_id = ?", [integer(*id)]);
            }
        }
        if let Some(tokens) = &selection.tokens {
            let ids = list(tokens.iter().map(|id| id.0));
            all.add(format!("object = 'token' AND object_id IN ({ids})"), []);
        }
        match &selection.place {
            None => {}
            Some(Within::Project(path)) => all.add(OF_PROJECT, [text(path), text(path)]),
            Some(Within::Group(path)) => {
                let below = format!("{path}/");
                let bound = [path, path, &below, &below, path, &below, &below];
                all.add(OF_GROUP, bound.map(|path| text(path)));
            }
        }
        Ok(all)
    }

    /// Returns the place of the first event at an instant or after it; behind the last, where there is none.
    pub(super) fn first_since(&self, instant: Timestamp) -> Result<Sequence> {
        // In two, since only the one is read off an end of the table.
        let sql = "SELECT coalesce((SELECT min(sequence) FROM events), 1), coalesce((SELECT max(sequence) FROM events), 0) + 1";
        let (mut low, mut high): (i64, i64) =
            self.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let sql = "SELECT sequence, at FROM events WHERE sequence >= ?1 ORDER BY sequence LIMIT 1";
        let mut statement = self.connection.prepare(sql)?;
        while low < high {
            let middle = low + (high - low) / 2;
            let (sequence, at): (i64, i64) = statement.query_row([middle], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if at >= instant.seconds() {
                high = middle;
            } else {
                low = sequence + 1;
            }
        }
        Ok(Sequence(low))
    }

    /// Returns from when on the past is known, where it is not known from the beginning: since the first event that is
    /// there, and since what was over was pruned, which may be later.
    ///
    /// # Errors
    /// Those of the store.
    pub fn past_begins(&self) -> Result<Option<Timestamp>> {
        let sql = "SELECT at FROM events WHERE sequence = (SELECT min(sequence) FROM events) AND sequence > 1";
        let first = self.connection.query_row(sql, [], |row| instant(row, 0)).optional()?;
        Ok(first.max(self.pruned_before()?))
    }

    /// Returns an event.
    ///
    /// # Errors
    /// Those of the store.
    pub fn event(&self, sequence: Sequence) -> Result<Option<Recorded>> {
        let mut statement = self.connection.prepare(&format!("SELECT {COLUMNS} FROM events WHERE sequence = ?1"))?;
        let mut rows = statement.query([sequence.0])?;
        rows.next()?.map(recorded).transpose().map_err(Into::into)
    }

    /// Returns a token with those whose place it took and those that took its place, and when the first of them was made.
    /// Nothing, where there is no such token.
    ///
    /// # Errors
    /// Those of the store.
    pub fn lineage_of_token(&self, id: TokenId) -> Result<(Vec<TokenId>, Option<Timestamp>)> {
        let sql = "WITH RECURSIVE older (id) AS (SELECT ?1 UNION \
                     SELECT tokens.predecessor_id FROM tokens JOIN older ON tokens.id = older.id \
                     WHERE tokens.predecessor_id IS NOT NULL), \
                   newer (id) AS (SELECT ?1 UNION \
                     SELECT tokens.id FROM tokens JOIN newer ON tokens.predecessor_id = newer.id) \
                   SELECT id, created_at FROM tokens \
                   WHERE id IN (SELECT id FROM older UNION SELECT id FROM newer) ORDER BY id";
        let mut statement = self.connection.prepare(sql)?;
        let token = |row: &Row<'_>| Ok((TokenId(row.get(0)?), instant(row, 1)?));
        let lineage = statement.query_map([id.0], token)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let begin = lineage.first().map(|(_, at)| *at);
        Ok((lineage.into_iter().map(|(id, _)| id).collect(), begin))
    }

    /// Says whether the trail names somebody as who acted, or as the admin who did so in another's place.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_acted(&self, name: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM events WHERE actor = ?1 OR operator = ?1)";
        Ok(self.connection.query_row(sql, [name], |row| row.get(0))?)
    }
}

/// Reads the action of a row without copying it.
fn action<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    Ok(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)
}
