//! Runners: their rows, and what is asked of one of them.

use rusqlite::{OptionalExtension as _, Row, params};

use super::events::{instant, optional_instant};
use super::tokens::{COLUMNS as TOKEN, token};
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{GroupId, ProjectId, RunnerId, TokenId};
use crate::domain::place::Boundary;
use crate::domain::runner::{AccessLevel, Runner, Settings};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;

pub(super) const COLUMNS: &str = "runners.id, runners.group_id, runners.project_id, runners.description, runners.tags, \
    runners.run_untagged, runners.locked, runners.protected, runners.maximum_timeout, runners.paused_at, \
    runners.contacted_at, runners.system_id, runners.registered_by, runners.removed_at, runners.created_at";

const WIDTH: usize = 15;

/// A runner with the path of its project or group, there or deleted.
#[derive(Clone, Debug)]
pub struct ListedRunner {
    /// The runner.
    pub runner: Runner,
    /// The path.
    pub path: Option<String>,
    /// Whether a secret of its is live.
    pub has_secret: bool,
}

pub(super) fn runner(row: &Row<'_>) -> rusqlite::Result<Runner> {
    let group = row.get::<_, Option<i64>>(1)?.map(|id| Boundary::Group(GroupId(id)));
    let project = row.get::<_, Option<i64>>(2)?.map(|id| Boundary::Project(ProjectId(id)));
    let tags: String = row.get(4)?;
    let protected: bool = row.get(7)?;
    Ok(Runner {
        id: RunnerId(row.get(0)?),
        boundary: project.or(group).unwrap_or(Boundary::Instance),
        description: row.get(3)?,
        tags: tags.split(',').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
        run_untagged: row.get(5)?,
        locked: row.get(6)?,
        access_level: if protected { AccessLevel::RefProtected } else { AccessLevel::NotProtected },
        maximum_timeout: row.get(8)?,
        paused_at: optional_instant(row, 9)?,
        contacted_at: optional_instant(row, 10)?,
        system_id: row.get(11)?,
        registered_by: row.get::<_, Option<i64>>(12)?.map(TokenId),
        removed_at: optional_instant(row, 13)?,
        created_at: instant(row, 14)?,
    })
}

impl Reading<'_> {
    /// Finds a runner by its number, there or removed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn runner(&self, id: RunnerId) -> Result<Option<Runner>> {
        let sql = format!("SELECT {COLUMNS} FROM runners WHERE id = ?1");
        Ok(self.connection.query_row(&sql, [id.0], runner).optional()?)
    }

    /// Returns the runners that are there, by number; of one boundary, where one is named.
    ///
    /// # Errors
    /// Those of the store.
    pub fn runners(&self, within: Option<Boundary>) -> Result<Vec<ListedRunner>> {
        let of = |column: &str, id: i64| format!("AND runners.{column} = {id}");
        let place = match within {
            Some(Boundary::Project(id)) => of("project_id", id.0),
            Some(Boundary::Group(id)) => of("group_id", id.0),
            Some(_) => "AND runners.project_id IS NULL AND runners.group_id IS NULL".into(),
            None => String::new(),
        };
        let sql = format!(
            "SELECT {COLUMNS}, coalesce(projects.path, groups.path, \
                (SELECT name FROM departed WHERE what = 'project' AND id = runners.project_id), \
                (SELECT name FROM departed WHERE what = 'group' AND id = runners.group_id)) \
             FROM runners LEFT JOIN projects ON projects.id = runners.project_id \
             LEFT JOIN groups ON groups.id = runners.group_id \
             WHERE runners.removed_at IS NULL {place} ORDER BY runners.id"
        );
        let mut statement = self.connection.prepare(&sql)?;
        let listed =
            |row: &Row<'_>| Ok(ListedRunner { runner: runner(row)?, path: row.get(WIDTH)?, has_secret: false });
        let mut runners = statement.query_map([], listed)?.collect::<rusqlite::Result<Vec<_>>>()?;
        for listed in &mut runners {
            listed.has_secret = self.tokens_of_runner(listed.runner.id)?.iter().any(|it| it.state(self.now).is_live());
        }
        Ok(runners)
    }

    /// Returns the runners that are there and that a token registered.
    ///
    /// # Errors
    /// Those of the store.
    pub fn runners_registered_by(&self, token: TokenId) -> Result<Vec<RunnerId>> {
        let sql = "SELECT id FROM runners WHERE registered_by = ?1 AND removed_at IS NULL ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([token.0], |row| row.get(0).map(RunnerId))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// Returns the tokens of a runner that were not revoked, by number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn tokens_of_runner(&self, id: RunnerId) -> Result<Vec<Token>> {
        let sql = format!("SELECT {TOKEN} FROM tokens WHERE runner_id = ?1 AND revoked_at IS NULL ORDER BY id");
        self.tokens(&sql, id.0)
    }

    /// Returns the tokens of the jobs that a runner has begun and not ended, those that were not revoked.
    ///
    /// # Errors
    /// Those of the store.
    pub fn job_tokens_of_runner(&self, id: RunnerId) -> Result<Vec<Token>> {
        let sql = format!(
            "SELECT {TOKEN} FROM jobs JOIN tokens ON tokens.job_id = jobs.id \
             WHERE jobs.runner_id = ?1 AND jobs.ended_at IS NULL AND tokens.revoked_at IS NULL ORDER BY tokens.id"
        );
        self.tokens(&sql, id.0)
    }

    fn tokens(&self, sql: &str, id: i64) -> Result<Vec<Token>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let tokens = statement.query_map([id], token)?.collect::<rusqlite::Result<_>>()?;
        Ok(tokens)
    }
}

impl Writing<'_> {
    /// Adds a runner. Without a description it is called by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_runner(&self, boundary: Boundary, settings: &Settings, by: Option<TokenId>) -> Result<RunnerId> {
        self.connection.execute(
            "INSERT INTO runners (group_id, project_id, description, tags, run_untagged, locked, protected, \
             maximum_timeout, registered_by, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                boundary.group().map(|id| id.0),
                boundary.project().map(|id| id.0),
                settings.description.as_deref().unwrap_or_default(),
                settings.tags.join(","),
                settings.run_untagged,
                settings.locked,
                settings.access_level == AccessLevel::RefProtected,
                settings.maximum_timeout,
                by.map(|id| id.0),
                self.now.seconds(),
            ],
        )?;
        let id = RunnerId(self.connection.last_insert_rowid());
        if settings.description.is_none() {
            self.rename_runner(id, &format!("runner-{id}"))?;
        }
        Ok(id)
    }

    /// Counts a use of a token that may be used so many times only, in one statement; says whether it might be.
    ///
    /// In the overlap of a rotation two secrets share what is left of the uses, so the other one is counted down too.
    ///
    /// # Errors
    /// Those of the store.
    pub fn use_up(&self, id: TokenId) -> Result<bool> {
        let might = self.connection.execute(
            "UPDATE tokens SET uses = uses + 1 WHERE id = ?1 AND (use_limit IS NULL OR uses < use_limit)",
            [id.0],
        )?;
        self.connection.execute(
            "UPDATE tokens SET uses = uses + 1 \
             WHERE (predecessor_id = ?1 OR id = (SELECT predecessor_id FROM tokens WHERE id = ?1)) \
               AND revoked_at IS NULL AND uses < use_limit",
            [id.0],
        )?;
        Ok(might == 1)
    }

    /// Stops a runner from taking jobs, or lets it take them again; says whether that changed anything.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pause_runner(&self, id: RunnerId, paused: bool) -> Result<bool> {
        let since = paused.then_some(self.now.seconds());
        let changed = self.connection.execute(
            "UPDATE runners SET paused_at = ?1 WHERE id = ?2 AND removed_at IS NULL AND (paused_at IS NULL) = ?3",
            params![since, id.0, paused],
        )?;
        Ok(changed == 1)
    }

    /// Describes a runner anew.
    ///
    /// # Errors
    /// Those of the store.
    pub fn rename_runner(&self, id: RunnerId, description: &str) -> Result<()> {
        self.connection.execute("UPDATE runners SET description = ?1 WHERE id = ?2", params![description, id.0])?;
        Ok(())
    }

    /// Removes a runner; says whether it was there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn remove_runner(&self, id: RunnerId) -> Result<bool> {
        let sql = "UPDATE runners SET removed_at = ?1 WHERE id = ?2 AND removed_at IS NULL";
        Ok(self.connection.execute(sql, params![self.now.seconds(), id.0])? == 1)
    }

    /// Notes that a runner was heard of, unless it was after an instant; and on which machine, where none is known yet.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_contact(&self, id: RunnerId, unless_after: Timestamp, system_id: Option<&str>) -> Result<()> {
        self.connection.execute(
            "UPDATE runners SET \
                contacted_at = CASE WHEN contacted_at > ?1 THEN contacted_at ELSE ?2 END, \
                system_id = coalesce(system_id, ?3) \
             WHERE id = ?4",
            params![unless_after.seconds(), self.now.seconds(), system_id, id.0],
        )?;
        Ok(())
    }
}
