//! Verifying: may a presented secret do a thing, now.

use super::alarms::{self, Aside};
use super::hindrance::{covers, hindrance, policies_for};
use super::{Authority, enabled, passwords};
use crate::domain::access::Access;
use crate::domain::address::Address;
use crate::domain::decision::{Facts, Question, Reason, Target, Verdict, decide};
use crate::domain::digest::Digest;
use crate::domain::endpoint::Endpoint;
use crate::domain::error::{Error, Result};
use crate::domain::id::{JobId, ProjectId};
use crate::domain::kind::{ActsAs, Kind, Transport};
use crate::domain::place::Boundary;
use crate::domain::runner;
use crate::domain::secret::{Form, Secret};
use crate::domain::ssh_key::PublicKey;
use crate::domain::time::Timestamp;
use crate::domain::token::{State, Token};
use crate::store::{Listed, Presented, Reading};

/// What is asked of a presented secret.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// What is to be opened.
    pub access: Option<Access>,
    /// The path of the project in which.
    pub project: Option<String>,
    /// The username that came with the secret.
    pub username: Option<String>,
    /// The way on which it came.
    pub via: Option<Transport>,
    /// The endpoint through which, in place of an access and a project.
    pub endpoint: Option<Endpoint>,
    /// The machine that a runner's secret came from, where it named itself.
    pub system_id: Option<String>,
    /// Where the use came from, as far as whoever asks knows; `None`: this machine.
    pub from: Option<Address>,
}

/// The verdict, and what there is to say of the token for whoever may know.
#[derive(Clone, Debug)]
pub struct Answer {
    /// May it, or not, and why not.
    pub verdict: Verdict,
    /// The token, where the store knows it, with its state.
    pub token: Option<(Listed, State)>,
    /// The job, where the secret is a job's password of the token.
    pub job: Option<JobId>,
    /// When this was so.
    pub now: Timestamp,
    /// What there is to note, once the verdict is out.
    pub aside: Option<Aside>,
}

impl Answer {
    fn denied(reason: Reason, now: Timestamp) -> Self {
        Self { verdict: Verdict::Deny(reason), token: None, job: None, now, aside: None }
    }
}

/// What has the form of a secret or is a public key, and may be asked of the store.
pub(super) struct Presentable {
    digest: Digest,
    kind: Kind,
}

impl Request {
    /// Checks what can be checked without the store.
    ///
    /// # Errors
    /// `Usage` where an access in a project's area comes without a project, or an endpoint with an access or a project,
    /// which it names itself.
    pub fn check(&self) -> Result<()> {
        if self.endpoint.is_some() && (self.access.is_some() || self.project.is_some()) {
            return Err(Error::usage("an endpoint says by itself what is to be opened, and where")
                .hint("leave `--access` and `--project` out, or `--endpoint`"));
        }
        if let Some(system_id) = &self.system_id {
            runner::check_system_id(system_id)?;
        }
        match self.access {
            Some(access) if access.area().is_of_a_project() && self.project.is_none() => {
                Err(Error::usage(format!("`{access}` is asked of a project, and none is named"))
                    .hint("add `--project PATH`"))
            }
            _ => Ok(()),
        }
    }

    /// Returns what is to be opened.
    fn wanted(&self) -> Option<Access> {
        self.endpoint.as_ref().map_or(self.access, |endpoint| Some(endpoint.access()))
    }

    fn names_project(&self) -> bool {
        self.project.is_some() || self.endpoint.as_ref().is_some_and(|endpoint| endpoint.project().is_some())
    }
}

impl Authority<'_> {
    /// Verifies a presented secret. What has not the form of a secret is denied without opening the store.
    ///
    /// # Errors
    /// `Usage` as [`Request::check`]; `Store` where the store does not answer. Never is an error a verdict.
    pub fn verify(&self, presented: &[u8], request: &Request, with_names: bool) -> Result<Answer> {
        request.check()?;
        let secret = match Presentable::read(presented) {
            Ok(secret) => secret,
            Err(reason) => return Ok(Answer::denied(reason, self.now())),
        };
        self.store()?.read(self.clock, |reading| {
            self.warn_of_clock(reading);
            secret.verify(reading, request, with_names)
        })
    }
}

impl Presentable {
    /// Reads a presented secret, or the public half of a deploy key, whose door has seen that the other half is there; the
    /// reason says why the store need not be asked. Secrets come first, since reading a key takes longer.
    pub(super) fn read(presented: &[u8]) -> std::result::Result<Self, Reason> {
        match Secret::parse(presented) {
            Ok((_, Form::OauthRefresh)) => Err(Reason::RefreshSecret),
            Ok((secret, form)) => Ok(Self { digest: secret.digest(), kind: form.kind() }),
            Err(_) => match PublicKey::parse(presented) {
                Ok(key) => Ok(Self { digest: key.digest, kind: Kind::DeployKey }),
                Err(_) => Err(Reason::Malformed),
            },
        }
    }

    /// Verifies it in a transaction that is under way.
    pub(super) fn verify(&self, reading: &Reading<'_>, request: &Request, with_names: bool) -> Result<Answer> {
        let answer = answer(reading, self, request, with_names)?;
        // The letter in the secret is no authority; where it and the store disagree, the store is not to be trusted.
        match &answer.token {
            Some((listed, _)) if listed.token.kind != self.kind => {
                Err(Error::store(format!("token {} is not of the kind that its secret tells", listed.token.id)))
            }
            _ => Ok(answer),
        }
    }
}

/// Gathers the facts about a token, and decides. `stop`: what is known to stop the secret that was presented, and not the
/// token.
fn judge(reading: &Reading<'_>, presented: &Presented, request: &Request, stop: Option<Reason>) -> Result<Judged> {
    let token = &presented.token;
    let username = token.username();
    let policies = policies_for(reading, token)?;
    let (project, target) = target(reading, presented, request)?.unzip();
    let facts = Facts {
        kind: token.kind,
        state: token.state(reading.now),
        rotated_out: token.rotated_at.is_some(),
        scopes: token.scopes,
        username: username.as_deref(),
        holder: presented.holder,
        target,
        hindrance: match stop {
            None => hindrance(reading, presented, request.wanted(), &policies)?,
            stop => stop,
        },
        policies: &policies,
    };
    let question = Question {
        access: request.wanted(),
        names_project: request.names_project() || token.kind == Kind::Job,
        username: request.username.as_deref(),
        via: request.via,
        endpoint: request.endpoint.as_ref(),
    };
    Ok(Judged { verdict: decide(&facts, &question), project })
}

/// Finds out what stops a token, whatever is asked of it.
pub(super) fn stop(reading: &Reading<'_>, token: &Token) -> Result<Option<Reason>> {
    let Some(presented) = reading.presented(&token.digest)? else { return Ok(None) };
    Ok(match judge(reading, &presented, &Request::default(), None)?.verdict {
        Verdict::Allow => None,
        Verdict::Deny(reason) => Some(reason),
    })
}

/// A verdict, and the project in which it is so, where one was named.
struct Judged {
    verdict: Verdict,
    project: Option<ProjectId>,
}

/// Finds out whether a job stops its password: it does where its own token opens nothing.
fn stopped_job(reading: &Reading<'_>, id: JobId) -> Result<Option<Reason>> {
    let Some(presented) = reading.token_of_job(id)? else { return Ok(Some(Reason::JobEnded)) };
    Ok(match judge(reading, &presented, &Request::default(), None)?.verdict {
        Verdict::Allow => None,
        Verdict::Deny(reason) => Some(reason.of_job()),
    })
}

fn answer(reading: &Reading<'_>, secret: &Presentable, request: &Request, with_names: bool) -> Result<Answer> {
    let now = reading.now;
    let Some((presented, job)) = passwords::presented(reading, &secret.digest, secret.kind)? else {
        return Ok(Answer::denied(Reason::Unknown, now));
    };
    let token = &presented.token;
    let state = token.state(now);
    let stop = job.map(|id| stopped_job(reading, id)).transpose()?.flatten();
    let Judged { verdict, project } = judge(reading, &presented, request, stop)?;
    let opened = request.wanted().map(|access| (access, project));
    let aside = match (job, verdict) {
        // A job knows nothing of a rotation, and goes on with the password that it was given: no reason for an alarm.
        (Some(_), Verdict::Deny(Reason::RotatedOut)) => None,
        // What cannot be found out of a mere note is no reason to withhold the verdict.
        _ => alarms::aside(reading, token, verdict, opened, request.from.as_ref(), request.system_id.as_deref())
            .unwrap_or_default(),
    };
    let listed = if with_names {
        reading.listed(token.id)?.map(|listed| enabled::placed(reading, None, listed)).transpose()?
    } else {
        Some(Listed::new(presented.token, None, None, String::new()))
    };
    Ok(Answer { verdict, token: listed.map(|listed| (listed, state)), job, now, aside })
}

/// Finds out how the token stands to the project that was named. `None`: none was, or there is none.
fn target(reading: &Reading<'_>, presented: &Presented, request: &Request) -> Result<Option<(ProjectId, Target)>> {
    let of_endpoint = request.endpoint.as_ref().and_then(Endpoint::project);
    let project = match (&request.project, of_endpoint, presented.token.boundary) {
        (Some(path), _, _) => reading.project_at(path)?,
        (None, Some(id), _) => reading.project(id)?,
        // A job opens nothing any more once its user has lost sight of its project, whatever is asked.
        (None, None, Boundary::Project(id)) if presented.token.kind == Kind::Job => reading.project(id)?,
        (None, None, _) => None,
    };
    let Some(project) = project else { return Ok(None) };
    let role = match (presented.token.kind.acts_as(), presented.token.holder) {
        (ActsAs::User, Some(id)) => match reading.user(id)? {
            Some(user) => reading.role_in_project(&user, &project)?,
            None => None,
        },
        _ => None,
    };
    let pushes = match presented.token.boundary {
        Boundary::Projects => reading.key_pushes(presented.token.id, project.id)?,
        _ => None,
    };
    let covered = pushes.is_some() || covers(reading, presented.token.boundary, &project)?;
    let target = Target { covered, role, visibility: project.visibility, read_only: pushes == Some(false) };
    Ok(Some((project.id, target)))
}
