//! The store as it was at an instant: tables under their own names, made of the rows as they are and of what has changed
//! since.
//!
//! What has changed since then first changed from what it was then. So of each thing the first change after the instant is
//! kept, with what was before it; a thing of which there is none is as it was. What is kept lies in temporary tables, in the
//! memory of this process.

use rusqlite::{Row, params};

use super::Reading;
use super::keys::Enabled;
use super::places::{PROJECT, project};
use super::refresh::RENEWABLE;
use super::tokens::COLUMNS;
use crate::domain::error::Result;
use crate::domain::id::{ProjectId, TokenId, UserId};
use crate::domain::place::Boundary;
use crate::domain::role::Role;
use crate::domain::time::Timestamp;
use crate::domain::token::Suspension;

/// What was before the first change after an instant, thing by thing; 0 is no group, no project, and no role.
const KEPT: &str = "
    CREATE TEMP TABLE IF NOT EXISTS past_ends (token_id INTEGER PRIMARY KEY, expires_at INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS past_stops (
        token_id INTEGER PRIMARY KEY, suspended_at INTEGER, suspended_until INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS past_users (id INTEGER PRIMARY KEY, admin INTEGER, blocked INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS past_members (
        user_id INTEGER NOT NULL, group_id INTEGER NOT NULL, project_id INTEGER NOT NULL, role INTEGER NOT NULL,
        PRIMARY KEY (user_id, group_id, project_id));
    CREATE TEMP TABLE IF NOT EXISTS past_keys (
        token_id INTEGER NOT NULL, project_id INTEGER NOT NULL, can_push INTEGER, PRIMARY KEY (token_id, project_id));
    DELETE FROM past_ends; DELETE FROM past_stops; DELETE FROM past_users; DELETE FROM past_members;
    DELETE FROM past_keys;";

/// The users as they were, those included who are gone since.
const USERS: &str = "(SELECT users.id, coalesce(past_users.admin, users.admin) AS admin, \
      CASE coalesce(past_users.blocked, users.blocked_at IS NOT NULL) WHEN 1 THEN 1 END AS blocked_at FROM users \
    LEFT JOIN past_users ON past_users.id = users.id \
    UNION ALL SELECT id, admin, CASE blocked WHEN 1 THEN 1 END FROM past_users \
      WHERE id NOT IN (SELECT id FROM users)) AS users";

/// The members as they were.
const MEMBERS: &str = "(SELECT user_id, group_id, project_id, role FROM members WHERE NOT EXISTS (\
      SELECT 1 FROM past_members WHERE past_members.user_id = members.user_id \
      AND past_members.group_id = coalesce(members.group_id, 0) \
      AND past_members.project_id = coalesce(members.project_id, 0)) \
    UNION ALL SELECT user_id, group_id, project_id, role FROM past_members WHERE role > 0) AS members";

/// Where deploy keys were enabled.
const KEYS: &str = "(SELECT token_id, project_id, can_push FROM deploy_key_projects WHERE NOT EXISTS (\
      SELECT 1 FROM past_keys WHERE past_keys.token_id = deploy_key_projects.token_id \
      AND past_keys.project_id = deploy_key_projects.project_id) \
    UNION ALL SELECT token_id, project_id, can_push FROM past_keys WHERE can_push IS NOT NULL) AS deploy_key_projects";

/// What stands behind `FROM`, under the name that the rest of a statement knows: a table, or what it was at an instant.
pub(super) struct Tables {
    pub(super) tokens: String,
    pub(super) users: &'static str,
    pub(super) members: &'static str,
    pub(super) keys: &'static str,
    /// The condition for an OAuth token that could be renewed by its refresh secret.
    pub(super) renewable: String,
    /// Whether the user who was joined as `holder` is or was blocked.
    pub(super) holder_blocked: &'static str,
}

impl Tables {
    /// Returns the tables as they are, or as they were at an instant that [`Reading::keep_past`] was told of.
    pub(super) fn of(at: Option<Timestamp>) -> Self {
        let Some(at) = at else {
            let [users, members, keys] = ["users", "members", "deploy_key_projects"];
            let holder_blocked = "holder.blocked_at IS NOT NULL";
            return Self { tokens: "tokens".into(), users, members, keys, renewable: RENEWABLE.into(), holder_blocked };
        };
        let at = at.seconds();
        let renewable = format!(
            "(tokens.kind = 2 AND EXISTS (SELECT 1 FROM secrets WHERE secrets.token_id = tokens.id \
             AND secrets.job_id IS NULL AND secrets.created_at <= {at} \
             AND (secrets.spent_at IS NULL OR secrets.spent_at > {at})))"
        );
        let holder_blocked = "coalesce((SELECT blocked FROM past_users WHERE past_users.id = tokens.user_id), \
                              holder.blocked_at IS NOT NULL)";
        Self { tokens: tokens(at), users: USERS, members: MEMBERS, keys: KEYS, renewable, holder_blocked }
    }
}

/// The tokens as they were: those that had been made, without what has been done to them since. Of their uses only the last
/// is known, so that is of today.
fn tokens(at: i64) -> String {
    let column = |column: &str| {
        let name = column.trim().trim_start_matches("tokens.");
        let value = match name {
            "expires_at" => kept("past_ends", name),
            "suspended_at" | "suspended_until" => kept("past_stops", name),
            "revoked_at" | "revoked_by" | "revoked_why" => {
                format!("CASE WHEN here.revoked_at <= {at} THEN here.{name} END")
            }
            "rotated_at" => format!("CASE WHEN here.{name} <= {at} THEN here.{name} END"),
            _ => return format!("here.{name}"),
        };
        format!("{value} AS {name}")
    };
    let columns: Vec<String> = COLUMNS.split(',').chain(["alarms"]).map(column).collect();
    let columns = columns.join(", ");
    format!(
        "(SELECT {columns} FROM tokens AS here LEFT JOIN past_ends ON past_ends.token_id = here.id \
         LEFT JOIN past_stops ON past_stops.token_id = here.id WHERE here.created_at <= {at}) AS tokens"
    )
}

fn kept(table: &str, column: &str) -> String {
    format!("CASE WHEN {table}.token_id IS NULL THEN here.{column} ELSE {table}.{column} END")
}

impl Reading<'_> {
    /// Begins to keep what was before the changes after an instant. What is told of a thing again changes nothing.
    ///
    /// # Errors
    /// Those of the store.
    pub fn keep_past(&self) -> Result<Keeping<'_>> {
        self.connection.execute_batch(KEPT)?;
        Ok(Keeping(self))
    }

    /// Returns the projects in which a deploy key was enabled and that are there still, by path, and how many more there
    /// were, at the instant whose past is kept.
    ///
    /// # Errors
    /// Those of the store.
    pub fn key_projects_then(&self, id: TokenId) -> Result<(Vec<Enabled>, usize)> {
        let sql = format!(
            "SELECT {PROJECT}, can_push FROM {KEYS} JOIN projects ON id = project_id WHERE token_id = ?1 ORDER BY path"
        );
        let mut statement = self.connection.prepare(&sql)?;
        let enabled = |row: &Row<'_>| Ok(Enabled { project: project(row)?, can_push: row.get("can_push")? });
        let there = statement.query_map([id.0], enabled)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let sql = format!("SELECT count(*) FROM {KEYS} WHERE token_id = ?1");
        let all: u32 = self.connection.query_row(&sql, [id.0], |row| row.get(0))?;
        let gone = (all as usize).saturating_sub(there.len());
        Ok((there, gone))
    }
}

/// Keeps what was before the first change of each thing.
pub struct Keeping<'r>(&'r Reading<'r>);

impl Keeping<'_> {
    fn keep(&self, sql: &str, bound: impl rusqlite::Params) -> Result<()> {
        self.0.connection.prepare_cached(sql)?.execute(bound)?;
        Ok(())
    }

    /// Keeps the end of a token.
    ///
    /// # Errors
    /// Those of the store.
    pub fn end(&self, token: TokenId, end: Option<Timestamp>) -> Result<()> {
        let sql = "INSERT INTO past_ends (token_id, expires_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.keep(sql, params![token.0, end.map(Timestamp::seconds)])
    }

    /// Keeps whether a token was stopped.
    ///
    /// # Errors
    /// Those of the store.
    pub fn stop(&self, token: TokenId, stop: Option<Suspension>) -> Result<()> {
        let sql = "INSERT INTO past_stops (token_id, suspended_at, suspended_until) VALUES (?1, ?2, ?3) \
                   ON CONFLICT DO NOTHING";
        let until = stop.and_then(|stop| stop.until).map(Timestamp::seconds);
        self.keep(sql, params![token.0, stop.map(|stop| stop.at.seconds()), until])
    }

    /// Keeps that a user was there, and whether as an admin and whether blocked; `None`: the change says nothing of it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn user(&self, user: UserId, admin: Option<bool>, blocked: Option<bool>) -> Result<()> {
        let sql = "INSERT INTO past_users (id, admin, blocked) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET \
                   admin = coalesce(admin, excluded.admin), blocked = coalesce(blocked, excluded.blocked)";
        self.keep(sql, params![user.0, admin, blocked])
    }

    /// Keeps which role a user had in a place by itself.
    ///
    /// # Errors
    /// Those of the store.
    pub fn member(&self, user: UserId, place: Boundary, role: Option<Role>) -> Result<()> {
        let sql = "INSERT INTO past_members (user_id, group_id, project_id, role) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT DO NOTHING";
        let (group, project) = (place.group().map_or(0, |id| id.0), place.project().map_or(0, |id| id.0));
        self.keep(sql, params![user.0, group, project, role.map_or(0, |role| role as u8)])
    }

    /// Keeps whether a deploy key was enabled in a project, and whether it could push there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn key(&self, token: TokenId, project: ProjectId, can_push: Option<bool>) -> Result<()> {
        let sql = "INSERT INTO past_keys (token_id, project_id, can_push) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.keep(sql, params![token.0, project.0, can_push])
    }
}
