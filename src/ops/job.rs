//! Jobs: a token for as long as something runs for a user in a project.

use serde_json::json;

use super::grant::Where;
use super::mint::{Minted, describe, draw, with_names};
use super::present::Presented;
use super::verify::Request;
use super::{Authority, Changed, Delivery, alarms, ending, find};
use crate::domain::access::Access;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::expiry::Life;
use crate::domain::id::{JobId, RunnerId};
use crate::domain::job::{Outcome, hard_end};
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::{Boundary, Project};
use crate::domain::runner::takes;
use crate::domain::secret::Form;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, Token};
use crate::domain::user::{User, UserKind};
use crate::store::{Listed, ListedJob, NewToken, Reading, Writing};

/// Says what is to be started.
pub struct Start<'s> {
    /// The project in which.
    pub place: Where,
    /// The user for whom; `None`: whoever acts.
    pub user: Option<String>,
    /// How long it runs at most.
    pub life: Life,
    /// The tags that it asks its runner for.
    pub tags: Vec<String>,
    /// The secret of the runner that runs it; `None`: an operator does.
    pub runner_secret: Option<&'s [u8]>,
}

/// A job, and when it was looked at.
#[derive(Clone, Debug)]
pub struct JobPortrait {
    /// The job.
    pub listed: ListedJob,
    /// The present, as the store counts it.
    pub now: Timestamp,
}

impl Authority<'_> {
    /// Starts a job, and mints its token.
    ///
    /// # Errors
    /// `Denied` where a runner's secret does not open `runner:jobs` in the project; `Usage`, `NotFound`, and `Refused`
    /// where the user may not start jobs there, or the caller may not name him; `Delivery`, `Store`, `Clock`.
    pub fn start_job(&self, start: &Start<'_>, delivery: &mut Delivery<'_, Minted>) -> Result<Minted> {
        hard_end(start.life, None, None, self.now())?;
        match start.runner_secret {
            None => self.deliver(delivery, |writing, actor| begin(writing, actor, start, None)),
            Some(secret) => self.on_authority_of(secret, |secret| {
                self.deliver(delivery, |writing, actor| begin(writing, actor, start, Some(secret)))
            }),
        }
    }

    /// Says what [`Self::start_job`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::start_job`], but for those of the delivery.
    pub fn rehearse_start_job(&self, start: &Start<'_>) -> Result<Listed> {
        hard_end(start.life, None, None, self.now())?;
        let rehearse = |runner: Option<Presented<'_>>| {
            self.try_out(|writing, actor| {
                Self::check_clock(writing)?;
                begin(writing, actor, start, runner)
            })
        };
        let minted = match start.runner_secret {
            None => rehearse(None),
            Some(secret) => self.on_authority_of(secret, |secret| rehearse(Some(secret))),
        };
        minted.map(|minted| minted.listed)
    }

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

fn begin(writing: &Writing<'_>, actor: &User, start: &Start<'_>, by: Option<Presented<'_>>) -> Result<Changed<Minted>> {
    let boundary = find::boundary(writing, actor, &start.place)?;
    let project = boundary.project().map(|id| writing.project(id)).transpose()?.flatten();
    let project = project.ok_or_else(|| Error::usage("a job runs in a project").hint("add `--project PATH`"))?;
    let user = user_of(writing, actor, start, &project)?;
    let mut changes = Vec::new();
    let runner = match by {
        None => None,
        Some(by) => Some(run_by(writing, by, &project, &start.tags, &mut changes)?),
    };
    let (timeout, ends_at) = match runner {
        None => (None, None),
        Some(id) => limits(writing, id)?,
    };
    let expires_at = hard_end(start.life, timeout, ends_at, writing.now)?;
    let id = writing.insert_job(project.id, user.id, runner)?;
    let secret = draw(Form::Job)?;
    let new = NewToken {
        holder: Some(user.id),
        expires_at: Some(expires_at),
        of: Belonging::Job(id),
        ..NewToken::new(Kind::Job, secret.digest(), boundary)
    };
    let token = writing.insert_token(&new, actor.id)?;
    let told = json!({
        "user_id": user.id.0,
        "runner_id": runner.map(|id| id.0),
        "expires_at": expires_at.to_string(),
    });
    let listed = with_names(writing, token)?;
    let token = &listed.token;
    changes.extend([
        event("job.start", id, boundary).after(told.to_string()),
        Change::of("token.create", "token", token.id.0, &token.name).within(boundary).after(describe(&listed)),
    ]);
    Ok((Minted { listed, secret, further: None }, changes))
}

/// Finds the user for whom a job is started, who must be able to start it himself.
fn user_of(reading: &Reading<'_>, actor: &User, start: &Start<'_>, project: &Project) -> Result<User> {
    let user = match &start.user {
        Some(name) if *name != actor.username => {
            if !actor.admin {
                return Err(Error::refused("only an admin may start a job for another user"));
            }
            find::user(reading, name)?
        }
        _ => actor.clone(),
    };
    if user.kind != UserKind::Human || user.blocked {
        let why = if user.blocked { "he is blocked" } else { "bot users and the Ghost User start none" };
        return Err(Error::refused(format!("no job can be started for `{}`", user.username)).because(why));
    }
    let boundary = Boundary::Project(project.id);
    match find::check(reading, &user, Kind::Job, boundary, true, Deed::Take)? {
        Ruling::Allowed => Ok(user),
        Ruling::Refused(_) | Ruling::Glimpse | Ruling::Hidden => {
            Err(Error::refused(format!("`{}` may start no jobs in `{}`", user.username, project.path))
                .because("it takes the role developer there, or an admin"))
        }
    }
}

/// Finds the runner whose secret opens jobs in a project.
fn run_by(
    writing: &Writing<'_>,
    secret: Presented<'_>,
    project: &Project,
    tags: &[String],
    changes: &mut Vec<Change>,
) -> Result<RunnerId> {
    let request =
        Request { access: Some(Access::RunnerJobs), project: Some(project.path.clone()), ..Request::default() };
    let token = secret.allowed(writing, &request)?;
    let Belonging::Runner(id) = token.of else {
        return Err(Error::store(format!("token {} belongs to no runner", token.id)));
    };
    let runner = writing.runner(id)?.ok_or_else(Error::denied)?;
    if !takes(&runner.tags, runner.run_untagged, tags) {
        let why =
            if tags.is_empty() { "it takes no job without tags" } else { "it has not all the tags that are asked for" };
        return Err(Error::refused(format!("runner {id} does not take this job")).because(why));
    }
    changes.extend(alarms::contact(writing, id, token.id, None)?);
    Ok(id)
}

/// Returns how long a job of a runner may take, and when the runner's last secret ends.
fn limits(reading: &Reading<'_>, id: RunnerId) -> Result<(Option<u32>, Option<Timestamp>)> {
    let timeout = reading.runner(id)?.and_then(|runner| runner.maximum_timeout);
    let live = |token: &Token| token.state(reading.now).is_live();
    let ends: Vec<_> =
        reading.tokens_of_runner(id)?.iter().filter(|token| live(token)).map(|token| token.expires_at).collect();
    let last = if ends.contains(&None) { None } else { ends.into_iter().flatten().max() };
    Ok((timeout, last))
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
