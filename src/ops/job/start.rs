//! Starting jobs: for whom, by which runner, for how long, and which secrets go out.

use serde_json::json;

use super::event;
use crate::domain::access::Access;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::expiry::Life;
use crate::domain::id::{RunnerId, TokenId};
use crate::domain::job::hard_end;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::{Boundary, Project};
use crate::domain::runner::takes;
use crate::domain::secret::Form;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, FOR_JOBS, Token};
use crate::domain::user::{User, UserKind};
use crate::ops::grant::Where;
use crate::ops::mint::{Minted, describe, draw, with_names};
use crate::ops::passwords::{self, Lending};
use crate::ops::present::Presented;
use crate::ops::verify::Request;
use crate::ops::{Authority, Changed, Delivery, alarms, find};
use crate::store::{Listed, NewToken, Reading, Writing};

/// Says what is to be started.
#[derive(Clone)]
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
    /// Whether a password of the project's `gitlab-deploy-token` can be handed over with the job's own secret. Where it
    /// cannot, none is made.
    pub takes_password: bool,
}

/// A job that was started.
pub struct Started {
    /// Its token and its secrets.
    pub minted: Minted,
    /// The deploy token of which it has a password, or could have one.
    pub lending: Option<Lending>,
    /// The deploy token of which it would have one, were that not suspended.
    suspended: Option<TokenId>,
}

impl Authority<'_> {
    /// Starts a job, and mints its token.
    ///
    /// # Errors
    /// `Denied` where a runner's secret does not open `runner:jobs` in the project; `Usage`, `NotFound`, and `Refused`
    /// where the user may not start jobs there, or the caller may not name them; `Delivery`, `Store`, `Clock`.
    pub fn start_job(&self, start: &Start<'_>, delivery: &mut Delivery<'_, Minted>) -> Result<Started> {
        hard_end(start.life, None, None, self.now())?;
        let mut delivery = Delivery {
            hand_over: &mut |started: &Started| (delivery.hand_over)(&started.minted),
            wait: &mut || (delivery.wait)(),
        };
        let started = match start.runner_secret {
            None => self.deliver(&mut delivery, |writing, actor| begin(writing, actor, start, None)),
            Some(secret) => self.on_authority_of(secret, |secret| {
                self.deliver(&mut delivery, |writing, actor| begin(writing, actor, start, Some(secret)))
            }),
        }?;
        self.warn_of_suspended(&started);
        Ok(started)
    }

    fn warn_of_suspended(&self, started: &Started) {
        if let Some(id) = started.suspended {
            self.notices.borrow_mut().warn(format!(
                "token {id} `{FOR_JOBS}` is suspended, so the job has no password of it; `tokctl resume {id}` brings it back"
            ));
        }
    }

    /// Says what [`Self::start_job`] would make, and makes nothing.
    ///
    /// # Errors
    /// Those of [`Self::start_job`], but for those of the delivery.
    pub fn rehearse_start_job(&self, start: &Start<'_>) -> Result<(Listed, Option<Lending>)> {
        hard_end(start.life, None, None, self.now())?;
        let rehearse = |runner: Option<Presented<'_>>| {
            self.try_out(|writing, actor| {
                Self::check_clock(writing)?;
                begin(writing, actor, start, runner)
            })
        };
        let started = match start.runner_secret {
            None => rehearse(None),
            Some(secret) => self.on_authority_of(secret, |secret| rehearse(Some(secret))),
        }?;
        self.warn_of_suspended(&started);
        Ok((started.minted.listed, started.lending))
    }
}

/// Starts a job, and mints its token.
pub(in crate::ops) fn begin(
    writing: &Writing<'_>,
    actor: &User,
    start: &Start<'_>,
    by: Option<Presented<'_>>,
) -> Result<Changed<Started>> {
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
    let lender = passwords::lender(writing, project.id)?;
    let lending = lender.as_ref().map(|token| Lending { token: token.id, handed_over: start.takes_password });
    let suspended = match &lender {
        Some(_) => None,
        None => passwords::suspended(writing, project.id)?.map(|token| token.id),
    };
    let mut further = None;
    if let Some(token) = lender.filter(|_| start.takes_password) {
        let (password, change) = passwords::make(writing, &token, id)?;
        further = Some(password);
        changes.push(change);
    }
    Ok((Started { minted: Minted { listed, secret, further }, lending, suspended }, changes))
}

/// Finds the user for whom a job is started, who must be able to start it themselves.
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
        let why = if user.blocked { "they are blocked" } else { "bot users and the Ghost User start none" };
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
