//! Verifying: may a presented secret do a thing, now.

use super::{Authority, enabled};
use crate::domain::access::Access;
use crate::domain::decision::{Facts, Question, Reason, Target, Verdict, decide};
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::kind::{ActsAs, Kind, Transport};
use crate::domain::place::{Boundary, Home, Project};
use crate::domain::policy::Policies;
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
}

/// The verdict, and what there is to say of the token for whoever may know.
#[derive(Clone, Debug)]
pub struct Answer {
    /// May it, or not, and why not.
    pub verdict: Verdict,
    /// The token, where the store knows it, with its state.
    pub token: Option<(Listed, State)>,
    /// When this was so.
    pub now: Timestamp,
}

impl Request {
    /// Checks what can be checked without the store.
    ///
    /// # Errors
    /// `Usage` where an access in a project's area comes without a project.
    pub fn check(&self) -> Result<()> {
        match self.access {
            Some(access) if access.area().is_of_a_project() && self.project.is_none() => {
                Err(Error::usage(format!("`{access}` is asked of a project, and none is named"))
                    .hint("add `--project PATH`"))
            }
            _ => Ok(()),
        }
    }
}

impl Authority<'_> {
    /// Verifies a presented secret. What has not the form of a secret is denied without opening the store.
    ///
    /// # Errors
    /// `Usage` as [`Request::check`]; `Store` where the store does not answer. Never is an error a verdict.
    pub fn verify(&self, presented: &[u8], request: &Request, with_names: bool) -> Result<Answer> {
        request.check()?;
        let (digest, kind) = match recognised(presented) {
            Ok(recognised) => recognised,
            Err(reason) => return Ok(Answer { verdict: Verdict::Deny(reason), token: None, now: self.now() }),
        };
        self.store()?.read(self.clock, |reading| {
            self.warn_of_clock(reading);
            let answer = answer(reading, &digest, request, with_names)?;
            // The letter in the secret is no authority; where it and the store disagree, the store is not to be trusted.
            match &answer.token {
                Some((listed, _)) if listed.token.kind != kind => {
                    Err(Error::store(format!("token {} is not of the kind that its secret tells", listed.token.id)))
                }
                _ => Ok(answer),
            }
        })
    }
}

/// Tells what was presented: a secret, or the public half of a deploy key, whose door has seen that the other half is
/// there. Secrets come first, since reading a key takes longer.
fn recognised(presented: &[u8]) -> std::result::Result<(Digest, Kind), Reason> {
    match Secret::parse(presented) {
        Ok((_, Form::OauthRefresh)) => Err(Reason::RefreshSecret),
        Ok((secret, form)) => Ok((secret.digest(), form.kind())),
        Err(_) => match PublicKey::parse(presented) {
            Ok(key) => Ok((key.digest, Kind::DeployKey)),
            Err(_) => Err(Reason::Malformed),
        },
    }
}

fn answer(reading: &Reading<'_>, digest: &Digest, request: &Request, with_names: bool) -> Result<Answer> {
    let now = reading.now;
    let Some(presented) = reading.presented(digest)? else {
        return Ok(Answer { verdict: Verdict::Deny(Reason::Unknown), token: None, now });
    };
    let token = &presented.token;
    let state = token.state(now);
    let username = token.username();
    let policies = policies_for(reading, token)?;
    let facts = Facts {
        kind: token.kind,
        state,
        rotated_out: token.rotated_at.is_some(),
        scopes: token.scopes,
        username: username.as_deref(),
        holder: presented.holder,
        target: target(reading, &presented, request)?,
        hindrance: hindrance(token, &policies),
        policies: &policies,
    };
    let question = Question {
        access: request.access,
        names_project: request.project.is_some(),
        username: request.username.as_deref(),
        via: request.via,
    };
    let verdict = decide(&facts, &question);
    let listed = if with_names {
        reading.listed(token.id)?.map(|listed| enabled::placed(reading, None, listed)).transpose()?
    } else {
        Some(Listed { token: presented.token, holder: None, path: None, creator: String::new() })
    };
    Ok(Answer { verdict, token: listed.map(|listed| (listed, state)), now })
}

/// Reads the policies for the kinds that they concern when a token is used; the others need not wait for it.
fn policies_for(reading: &Reading<'_>, token: &Token) -> Result<Policies> {
    match token.kind {
        Kind::Impersonation | Kind::Job => reading.policies(),
        _ => Ok(Policies::default()),
    }
}

/// Finds out what stops a token beside its state, its holder and its boundary.
fn hindrance(token: &Token, policies: &Policies) -> Option<Reason> {
    if token.kind == Kind::Impersonation && !policies.impersonation {
        Some(Reason::Policy)
    } else if token.use_limit.is_some_and(|limit| token.uses >= limit) {
        Some(Reason::UsedUp)
    } else {
        None
    }
}

/// Finds out how the token stands to the project that was named. `None`: none was, or there is none.
fn target(reading: &Reading<'_>, presented: &Presented, request: &Request) -> Result<Option<Target>> {
    let Some(path) = &request.project else { return Ok(None) };
    let Some(project) = reading.project_at(path)? else { return Ok(None) };
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
    let covered = pushes.is_some() || covers(reading, presented, &project)?;
    Ok(Some(Target { covered, role, visibility: project.visibility, read_only: pushes == Some(false) }))
}

/// Says whether a token's boundary covers a project, as the tree is now.
fn covers(reading: &Reading<'_>, presented: &Presented, project: &Project) -> Result<bool> {
    match (presented.token.boundary, project.home) {
        (Boundary::Project(id), _) => Ok(id == project.id),
        (Boundary::Group(id), Home::Group(group)) => Ok(reading.lineage(group)?.contains(&id)),
        (Boundary::Group(_), Home::User(_)) => Ok(false),
        (Boundary::User(_), _) => Ok(true),
        (Boundary::Instance, _) => Ok(true),
        // A deploy key is asked where it is enabled.
        (Boundary::Projects, _) => Ok(false),
    }
}
