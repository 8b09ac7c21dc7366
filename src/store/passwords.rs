//! Passwords of jobs: the digests of further secrets of a deploy token, each made for one job.

use rusqlite::{OptionalExtension as _, params};

use super::jobs::{LISTED, listed};
use super::tokens::{COLUMNS, HOLDER, WIDTH, presented, token};
use super::{ListedJob, Presented, Reading, Writing};
use crate::domain::decision::Holder;
use crate::domain::digest::Digest;
use crate::domain::error::Result;
use crate::domain::id::{JobId, ProjectId, TokenId};

/// The condition for jobs of a project that have not ended and have a password of a token. The jobs come first: of a token
/// that is in use for years, most passwords are those of jobs long gone.
pub(super) const HOLDING: &str = "jobs.project_id = ?1 AND jobs.ended_at IS NULL AND EXISTS (\
    SELECT 1 FROM secrets WHERE secrets.job_id = jobs.id AND secrets.token_id = ?2)";

impl Reading<'_> {
    /// Finds the deploy token of a job's password by the password's digest, and the job.
    ///
    /// # Errors
    /// Those of the store.
    pub fn password(&self, digest: &Digest) -> Result<Option<(Presented, JobId)>> {
        let sql = format!(
            "SELECT {COLUMNS}, secrets.job_id, secrets.digest FROM secrets \
             JOIN tokens ON tokens.id = secrets.token_id WHERE secrets.digest = ?1 AND secrets.job_id IS NOT NULL"
        );
        let found = self
            .connection
            .query_row(&sql, [digest.as_bytes()], |row| {
                let presented = Presented { token: token(row)?, holder: Holder::Itself, holder_is_admin: false };
                Ok((presented, JobId(row.get(WIDTH)?), Digest::from_bytes(row.get(WIDTH + 1)?)))
            })
            .optional()?;
        // The index has compared the digests already; once more, in constant time.
        Ok(found.filter(|(_, _, found)| found == digest).map(|(presented, job, _)| (presented, job)))
    }

    /// Finds the token of a job, and its user as they are now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn token_of_job(&self, job: JobId) -> Result<Option<Presented>> {
        let sql = format!("SELECT {COLUMNS}, {HOLDER} WHERE tokens.job_id = ?1");
        Ok(self.connection.query_row(&sql, [job.0], presented).optional()?)
    }

    /// Returns the jobs that were begun in a project, have not ended, and have a password of a token.
    ///
    /// # Errors
    /// Those of the store.
    pub fn jobs_with_password_of(&self, project: ProjectId, token: TokenId) -> Result<Vec<ListedJob>> {
        let mut statement = self.connection.prepare(&format!("{LISTED} WHERE {HOLDING} ORDER BY jobs.id"))?;
        let jobs = statement.query_map(params![project.0, token.0], listed)?.collect::<rusqlite::Result<_>>()?;
        Ok(jobs)
    }
}

impl Writing<'_> {
    /// Adds the password that a job gets of a token.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_password(&self, token: TokenId, job: JobId, digest: &Digest) -> Result<()> {
        self.connection.execute(
            "INSERT INTO secrets (digest, token_id, job_id, created_at) VALUES (?1, ?2, ?3, ?4)",
            params![digest.as_bytes(), token.0, job.0, self.now.seconds()],
        )?;
        Ok(())
    }
}
