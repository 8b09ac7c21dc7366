//! Jobs: a token for as long as something runs for a user in a project.

mod start;

use serde_json::json;

use super::{Authority, ending, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::JobId;
use crate::domain::job::Outcome;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::Boundary;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::{ListedJob, Reading, Writing};

pub(super) use start::begin;
pub use start::{Start, Started};

pub use super::passwords::Lending;

/// A job, and when it was looked at.
#[derive(Clone, Debug)]
pub struct JobPortrait {
    /// The job.
    pub listed: ListedJob,
    /// The present, as the store counts it.
    pub now: Timestamp,
}

impl Authority<'_> {
    /// Ends a job: its token is dead in the same commit. Says whether it had not ended before.
    ///
    /// # Errors
    /// `NotFound`, `Refused`, `Store`.
    pub fn end_job(&self, id: JobId, outcome: Outcome) -> Result<(JobPortrait, bool)> {
        if !self.has_store()? {
            return self.read(|_, _| Ok(()))?.map_or_else(|| Err(no_job(id)), |()| Err(no_job(id)));
        }
        self.end(|writing, actor| {
            let listed = find_job(writing, actor, id)?;
            // One that has timed out has ended, and its end is not rewritten.
            let changes = match listed.job.status(writing.now) {
                "running" => end(writing, actor, &listed, outcome)?.1,
                _ => Vec::new(),
            };
            let listed = writing.job(id)?.ok_or_else(|| no_job(id))?;
            let ended = !changes.is_empty();
            Ok(((JobPortrait { listed, now: writing.now }, ended), changes))
        })
    }

    /// Hands the jobs that the caller may see to `visit`: the running ones, or all; of one project, where one is named.
    /// `false`: there is no store yet at the default place.
    ///
    /// # Errors
    /// `NotFound` for the project, those of `visit`, `Store`.
    pub fn jobs(
        &self,
        project: Option<&str>,
        all: bool,
        mut visit: impl FnMut(JobPortrait) -> Result<()>,
    ) -> Result<bool> {
        let listed = self.read(|reading, actor| {
            let project = project.map(|path| find::project(reading, actor, path)).transpose()?;
            reading.jobs(project.map(|project| project.id), all, |listed| {
                let portrait = JobPortrait { listed, now: reading.now };
                let runs = portrait.listed.job.status(reading.now) == "running";
                if (all || runs) && sees(reading, actor, &portrait.listed)? { visit(portrait) } else { Ok(()) }
            })
        })?;
        Ok(listed.is_some())
    }

    /// Shows one job.
    ///
    /// # Errors
    /// `NotFound`, `Store`.
    pub fn job(&self, id: JobId) -> Result<JobPortrait> {
        let shown =
            self.read(|reading, actor| Ok(JobPortrait { listed: find_job(reading, actor, id)?, now: reading.now }))?;
        shown.ok_or_else(|| no_job(id))
    }
}

/// Ends a job and its token; returns the token, and nothing at all where the job had ended before.
pub(super) fn end(
    writing: &Writing<'_>,
    actor: &User,
    listed: &ListedJob,
    outcome: Outcome,
) -> Result<(Option<Token>, Vec<Change>)> {
    let job = &listed.job;
    if !writing.end_job(job.id, outcome)? {
        return Ok((None, Vec::new()));
    }
    let told = json!({ "outcome": outcome.word() });
    let mut changes = vec![event("job.end", job.id, Boundary::Project(job.project)).after(told.to_string())];
    let mut ended = None;
    if let Some(token) = job.token.map(|id| writing.token(id)).transpose()?.flatten() {
        let why = format!("its job {} ended: {}", job.id, outcome.word());
        if let Some(change) = ending::end(writing, actor, &token, Some(&why))? {
            changes.push(change);
            ended = Some(token);
        }
    }
    Ok((ended, changes))
}

fn event(action: &str, id: JobId, boundary: Boundary) -> Change {
    Change::of(action, "job", id.0, format!("job-{id}")).within(boundary)
}

fn no_job(id: JobId) -> Error {
    Error::not_found(format!("there is no job `{id}`")).hint("`tokctl job list --all` shows the jobs there are")
}

/// Says whether somebody may see and end a job: its own user, and whoever may end its token.
pub(super) fn sees(reading: &Reading<'_>, actor: &User, listed: &ListedJob) -> Result<bool> {
    let boundary = Boundary::Project(listed.job.project);
    let is_own = listed.job.user == actor.id;
    Ok(is_own || find::check(reading, actor, Kind::Job, boundary, is_own, Deed::End)? == Ruling::Allowed)
}

fn find_job(reading: &Reading<'_>, actor: &User, id: JobId) -> Result<ListedJob> {
    let listed = reading.job(id)?.ok_or_else(|| no_job(id))?;
    if sees(reading, actor, &listed)? { Ok(listed) } else { Err(no_job(id)) }
}
