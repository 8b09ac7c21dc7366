//! Runners: listed, shown, paused, renamed, removed.

use serde_json::json;

use super::grant::Where;
use super::verify::Request;
use super::{Authority, Changed, ending, find, job};
use crate::domain::alarm::Alarm;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{JobId, RunnerId, TokenId};
use crate::domain::job::Outcome;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::place::Boundary;
use crate::domain::runner::{Runner, check_description};
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::domain::user::User;
use crate::store::{ListedRunner, Reading, Writing};

/// Everything there is to say of one runner.
#[derive(Clone, Debug)]
pub struct RunnerPortrait {
    /// The runner, with its path.
    pub listed: ListedRunner,
    /// Its live tokens: one, or two in the overlap of a rotation.
    pub tokens: Vec<TokenId>,
    /// The jobs it has begun and not ended.
    pub jobs: Vec<JobId>,
    /// What was seen of its secrets and should not have been.
    pub alarms: Vec<Alarm>,
    /// The present, as the store counts it.
    pub now: Timestamp,
}

/// Names a runner that is to be removed.
pub enum Doomed<'s> {
    /// By its number: whoever may end its token removes it.
    Named(RunnerId),
    /// By its own secret, whatever the role of who presents it.
    Presented(&'s [u8]),
}

/// What went with a runner.
#[derive(Clone, Debug)]
pub struct Removed {
    /// The runner.
    pub runner: Runner,
    /// Its tokens, and those of its jobs.
    pub tokens: Vec<Token>,
    /// The jobs that it was running.
    pub jobs: Vec<JobId>,
}

impl Authority<'_> {
    /// Returns the runners that are there and that the caller may see, of one place where one is named.
    ///
    /// # Errors
    /// `NotFound` for the place, `Store`.
    pub fn runners(&self, place: Option<&Where>) -> Result<Option<(Vec<ListedRunner>, Timestamp)>> {
        self.read(|reading, actor| {
            let within = place.map(|place| find::boundary(reading, actor, place)).transpose()?;
            let mut seen = Vec::new();
            for listed in reading.runners(within)? {
                if may(reading, actor, &listed.runner, Deed::See)? == Ruling::Allowed {
                    seen.push(listed);
                }
            }
            Ok((seen, reading.now))
        })
    }

    /// Shows one runner, removed ones too.
    ///
    /// # Errors
    /// `NotFound`, `Store`.
    pub fn runner(&self, id: RunnerId) -> Result<RunnerPortrait> {
        let shown = self.read(|reading, actor| {
            let runner = find_runner(reading, actor, id, Deed::See)?;
            let live = |token: &Token| token.state(reading.now).is_live();
            let tokens: Vec<TokenId> =
                reading.tokens_of_runner(id)?.iter().filter(|token| live(token)).map(|token| token.id).collect();
            Ok(RunnerPortrait {
                jobs: reading.jobs_of_runner(id)?.iter().map(|listed| listed.job.id).collect(),
                alarms: reading.alarms_of_runner(id)?,
                now: reading.now,
                listed: placed(reading, runner)?,
                tokens,
            })
        })?;
        shown.ok_or_else(|| no_runner(id))
    }

    /// Stops a runner from taking jobs, or lets it take them again; says whether that changed anything.
    ///
    /// # Errors
    /// `NotFound`, `Refused`, `Store`.
    pub fn pause_runner(&self, id: RunnerId, paused: bool) -> Result<(ListedRunner, bool)> {
        self.change_runner(id, |writing, runner| {
            if !writing.pause_runner(id, paused)? {
                return Ok(None);
            }
            let action = if paused { "runner.pause" } else { "runner.resume" };
            let state = |paused: bool| json!({ "paused": paused }).to_string();
            Ok(Some(event(action, runner).before(state(!paused)).after(state(paused))))
        })
    }

    /// Describes a runner anew; says whether that changed anything.
    ///
    /// # Errors
    /// `Usage` for a description that cannot be used, `NotFound`, `Refused`, `Store`.
    pub fn rename_runner(&self, id: RunnerId, description: &str) -> Result<(ListedRunner, bool)> {
        check_description(description)?;
        self.change_runner(id, |writing, runner| {
            if runner.description == description {
                return Ok(None);
            }
            writing.rename_runner(id, description)?;
            let named = |text: &str| json!({ "description": text }).to_string();
            Ok(Some(event("runner.rename", runner).before(named(&runner.description)).after(named(description))))
        })
    }

    fn change_runner(
        &self,
        id: RunnerId,
        change: impl Fn(&Writing<'_>, &Runner) -> Result<Option<Change>>,
    ) -> Result<(ListedRunner, bool)> {
        if !self.has_store()? {
            return self.read(|_, _| Ok(()))?.map_or_else(|| Err(no_runner(id)), |()| Err(no_runner(id)));
        }
        self.end(|writing, actor| {
            let runner = find_there(writing, actor, id)?;
            let change = change(writing, &runner)?;
            let runner = writing.runner(id)?.ok_or_else(|| no_runner(id))?;
            Ok(((placed(writing, runner)?, change.is_some()), change.into_iter().collect()))
        })
    }

    /// Removes a runner; its token, its jobs and their tokens end in the same commit.
    ///
    /// # Errors
    /// `NotFound`, `Refused`, `Store`; `Denied` where a secret is no runner's, or does not work.
    pub fn delete_runner(&self, which: &Doomed<'_>) -> Result<Removed> {
        self.on_runner(which, |find| self.end(|writing, actor| remove(writing, actor, find(writing, actor)?)))
    }

    /// Says what [`Self::delete_runner`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::delete_runner`].
    pub fn rehearse_delete_runner(&self, which: &Doomed<'_>) -> Result<Removed> {
        self.on_runner(which, |find| self.try_out(|writing, actor| remove(writing, actor, find(writing, actor)?)))
    }

    /// Hands over how the runner is found that is to go.
    fn on_runner(&self, which: &Doomed<'_>, go: impl FnOnce(Finding<'_>) -> Result<Removed>) -> Result<Removed> {
        match which {
            Doomed::Named(id) if !self.has_store()? => {
                self.read(|_, _| Ok(()))?.map_or_else(|| Err(no_runner(*id)), |()| Err(no_runner(*id)))
            }
            Doomed::Named(id) => go(&|writing, actor| find_there(writing, actor, *id)),
            Doomed::Presented(secret) => self.on_authority_of(secret, |secret| {
                go(&|writing, _| {
                    let token = secret.allowed(writing, &Request::default())?;
                    let runner = token.of.runner().map(|id| writing.runner(id)).transpose()?.flatten();
                    runner.ok_or_else(Error::denied)
                })
            }),
        }
    }
}

type Finding<'f> = &'f dyn Fn(&Writing<'_>, &User) -> Result<Runner>;

/// Adds the path of its place to a runner, and whether it has a live secret.
fn placed(reading: &Reading<'_>, runner: Runner) -> Result<ListedRunner> {
    let path = match runner.boundary {
        Boundary::Project(id) => reading.project_path(id)?,
        Boundary::Group(id) => reading.group_path(id)?,
        _ => None,
    };
    let has_secret = reading.tokens_of_runner(runner.id)?.iter().any(|token| token.state(reading.now).is_live());
    Ok(ListedRunner { runner, path, has_secret })
}

/// Removes a runner with its tokens, and ends its jobs with theirs.
pub(super) fn remove(writing: &Writing<'_>, actor: &User, runner: Runner) -> Result<Changed<Removed>> {
    let mut changes = vec![event("runner.delete", &runner)];
    let mut removed = Removed { tokens: Vec::new(), jobs: Vec::new(), runner };
    let id = removed.runner.id;
    writing.remove_runner(id)?;
    for token in writing.tokens_of_runner(id)? {
        let why = "its runner was removed";
        if let Some(change) = ending::end(writing, actor, &token, Some(why))? {
            changes.push(change);
            removed.tokens.push(token);
        }
    }
    for listed in writing.jobs_of_runner(id)? {
        let (token, ended) = job::end(writing, actor, &listed, Outcome::Lost)?;
        removed.tokens.extend(token);
        removed.jobs.push(listed.job.id);
        changes.extend(ended);
    }
    Ok((removed, changes))
}

pub(super) fn event(action: &str, runner: &Runner) -> Change {
    Change::of(action, "runner", runner.id.0, &runner.description).within(runner.boundary)
}

pub(super) fn no_runner(id: RunnerId) -> Error {
    Error::not_found(format!("there is no runner `{id}`")).hint("`tokctl runner list` shows the runners there are")
}

fn may(reading: &Reading<'_>, actor: &User, runner: &Runner, deed: Deed) -> Result<Ruling> {
    find::check(reading, actor, Kind::Runner, runner.boundary, false, deed)
}

/// Finds a runner that the actor may do something to, there or removed.
fn find_runner(reading: &Reading<'_>, actor: &User, id: RunnerId, deed: Deed) -> Result<Runner> {
    let runner = reading.runner(id)?.ok_or_else(|| no_runner(id))?;
    match may(reading, actor, &runner, deed)? {
        Ruling::Allowed => Ok(runner),
        Ruling::Refused(need) => Err(find::refusal(actor, Kind::Runner, deed, need)),
        Ruling::Glimpse | Ruling::Hidden => Err(no_runner(id)),
    }
}

/// Finds a runner that is there and that the actor may pause, rename and remove: whoever may end its token.
fn find_there(reading: &Reading<'_>, actor: &User, id: RunnerId) -> Result<Runner> {
    let runner = find_runner(reading, actor, id, Deed::End)?;
    if runner.removed_at.is_some() { Err(no_runner(id).because("it was removed")) } else { Ok(runner) }
}
