//! Passwords of jobs: each job gets a secret of its own of its project's `gitlab-deploy-token`. It opens what the token
//! opens, and is dead with the job or the token.

use serde_json::json;

use super::mint::{Further, draw};
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{JobId, ProjectId, TokenId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::secret::Form;
use crate::domain::token::{FOR_JOBS, State, Token};
use crate::store::{Presented, Reading, Writing};

/// A deploy token of which a job has a password, or could have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lending {
    /// The token.
    pub token: TokenId,
    /// Whether a password was made and handed over with the job's secret.
    pub handed_over: bool,
}

/// Finds the token of which the jobs of a project get passwords now: in the overlap of a rotation the successor.
pub(super) fn lender(reading: &Reading<'_>, project: ProjectId) -> Result<Option<Token>> {
    let named = reading.tokens_named(Boundary::Project(project), Some(Kind::Deploy), FOR_JOBS)?;
    let lends = |token: &Token| token.rotated_at.is_none() && token.state(reading.now) == State::Active;
    Ok(named.into_iter().find(lends))
}

/// Finds the token that would lend, were it not suspended.
pub(super) fn suspended(reading: &Reading<'_>, project: ProjectId) -> Result<Option<Token>> {
    let named = reading.tokens_named(Boundary::Project(project), Some(Kind::Deploy), FOR_JOBS)?;
    let would = |token: &Token| token.rotated_at.is_none() && token.state(reading.now) == State::Suspended;
    Ok(named.into_iter().find(would))
}

/// Makes a password of a token for a job.
pub(super) fn make(writing: &Writing<'_>, token: &Token, job: JobId) -> Result<(Further, Change)> {
    let username = token.username().ok_or_else(|| Error::failed(format!("token {} has no username", token.id)))?;
    let secret = draw(Form::DeployProject)?;
    let digest = secret.digest();
    writing.insert_password(token.id, job, &digest)?;
    let change = Change::of("token.lend", "token", token.id.0, &token.name)
        .within(token.boundary)
        .after(json!({ "job_id": job.0, "fingerprint": digest.fingerprint() }).to_string());
    Ok((Further::Deploy { username, secret }, change))
}

/// Returns the running jobs that have a password of a live token.
pub(super) fn holders(reading: &Reading<'_>, token: &Token) -> Result<Vec<JobId>> {
    let lends = token.is_for_jobs() && token.state(reading.now).is_live();
    let Some(project) = token.boundary.project().filter(|_| lends) else { return Ok(Vec::new()) };
    let mut jobs = reading.jobs_with_password_of(project, token.id)?;
    jobs.retain(|listed| listed.job.status(reading.now) == "running");
    Ok(jobs.into_iter().map(|listed| listed.job.id).collect())
}

/// Finds the token of a secret, and the job where it is a job's password. Those are looked for last, and only where the
/// secret has their form, so that no other secret costs more.
pub(super) fn presented(
    reading: &Reading<'_>,
    digest: &Digest,
    kind: Kind,
) -> Result<Option<(Presented, Option<JobId>)>> {
    Ok(match reading.presented(digest)? {
        Some(presented) => Some((presented, None)),
        None if kind == Kind::Deploy => reading.password(digest)?.map(|(presented, job)| (presented, Some(job))),
        None => None,
    })
}
