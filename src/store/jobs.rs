//! Jobs: their rows, and what is asked of one of them.

use rusqlite::{OptionalExtension as _, Row, params};

use super::events::{instant, optional_instant, understood};
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{JobId, ProjectId, RunnerId, TokenId, UserId};
use crate::domain::job::{Job, Outcome};

/// A job with the names of what its numbers stand for, living or departed.
#[derive(Clone, Debug)]
pub struct ListedJob {
    /// The job.
    pub job: Job,
    /// The path of its project.
    pub path: String,
    /// The username of its user.
    pub username: String,
}

pub(super) const LISTED: &str = "SELECT jobs.id, jobs.project_id, jobs.user_id, jobs.runner_id, jobs.started_at, jobs.ended_at, \
        jobs.outcome, tokens.id, tokens.expires_at, \
        coalesce(projects.path, (SELECT name FROM departed WHERE what = 'project' AND id = jobs.project_id), '?'), \
        coalesce(users.username, (SELECT name FROM departed WHERE what = 'user' AND id = jobs.user_id), '?'), \
        (SELECT token_id FROM secrets WHERE secrets.job_id = jobs.id) \
    FROM jobs LEFT JOIN tokens ON tokens.job_id = jobs.id \
    LEFT JOIN projects ON projects.id = jobs.project_id LEFT JOIN users ON users.id = jobs.user_id";

pub(super) fn listed(row: &Row<'_>) -> rusqlite::Result<ListedJob> {
    let outcome: Option<String> = row.get(6)?;
    let job = Job {
        id: JobId(row.get(0)?),
        project: ProjectId(row.get(1)?),
        user: UserId(row.get(2)?),
        runner: row.get::<_, Option<i64>>(3)?.map(RunnerId),
        started_at: instant(row, 4)?,
        ended_at: optional_instant(row, 5)?,
        outcome: outcome.map(|word| understood(6, Outcome::parse(&word))).transpose()?,
        token: row.get::<_, Option<i64>>(7)?.map(TokenId),
        expires_at: optional_instant(row, 8)?,
        deploy_token: row.get::<_, Option<i64>>(11)?.map(TokenId),
    };
    Ok(ListedJob { job, path: row.get(9)?, username: row.get(10)? })
}

impl Reading<'_> {
    /// Finds a job by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn job(&self, id: JobId) -> Result<Option<ListedJob>> {
        Ok(self.connection.query_row(&format!("{LISTED} WHERE jobs.id = ?1"), [id.0], listed).optional()?)
    }

    /// Hands the jobs to `visit`, by number: those that have not ended, or all.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn jobs(
        &self,
        project: Option<ProjectId>,
        ended_too: bool,
        mut visit: impl FnMut(ListedJob) -> Result<()>,
    ) -> Result<()> {
        let ended = if ended_too { "" } else { "AND jobs.ended_at IS NULL" };
        let sql = format!("{LISTED} WHERE (?1 IS NULL OR jobs.project_id = ?1) {ended} ORDER BY jobs.id");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([project.map(|id| id.0)])?;
        while let Some(row) = rows.next()? {
            visit(listed(row)?)?;
        }
        Ok(())
    }

    /// Returns the jobs that a runner has begun and not ended.
    ///
    /// # Errors
    /// Those of the store.
    pub fn jobs_of_runner(&self, runner: RunnerId) -> Result<Vec<ListedJob>> {
        self.begun("runner_id", runner.0)
    }

    /// Returns the jobs that a user has begun and not ended.
    ///
    /// # Errors
    /// Those of the store.
    pub fn jobs_of_user(&self, user: UserId) -> Result<Vec<ListedJob>> {
        self.begun("user_id", user.0)
    }

    /// Returns the jobs that were begun in a project and have not ended.
    ///
    /// # Errors
    /// Those of the store.
    pub fn jobs_in(&self, project: ProjectId) -> Result<Vec<ListedJob>> {
        self.begun("project_id", project.0)
    }

    fn begun(&self, column: &str, id: i64) -> Result<Vec<ListedJob>> {
        let sql = format!("{LISTED} WHERE jobs.{column} = ?1 AND jobs.ended_at IS NULL ORDER BY jobs.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let jobs = statement.query_map([id], listed)?.collect::<rusqlite::Result<_>>()?;
        Ok(jobs)
    }

    /// Returns the runner of a job.
    ///
    /// # Errors
    /// Those of the store.
    pub fn runner_of_job(&self, job: JobId) -> Result<Option<RunnerId>> {
        let sql = "SELECT runner_id FROM jobs WHERE id = ?1";
        let runner: Option<Option<i64>> = self.connection.query_row(sql, [job.0], |row| row.get(0)).optional()?;
        Ok(runner.flatten().map(RunnerId))
    }
}

impl Writing<'_> {
    /// Adds a job that begins now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_job(&self, project: ProjectId, user: UserId, runner: Option<RunnerId>) -> Result<JobId> {
        self.connection.execute(
            "INSERT INTO jobs (project_id, user_id, runner_id, started_at) VALUES (?1, ?2, ?3, ?4)",
            params![project.0, user.0, runner.map(|id| id.0), self.now.seconds()],
        )?;
        Ok(JobId(self.connection.last_insert_rowid()))
    }

    /// Ends a job; says whether it had not ended before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn end_job(&self, id: JobId, outcome: Outcome) -> Result<bool> {
        let sql = "UPDATE jobs SET ended_at = ?1, outcome = ?2 WHERE id = ?3 AND ended_at IS NULL";
        Ok(self.connection.execute(sql, params![self.now.seconds(), outcome.word(), id.0])? == 1)
    }
}
