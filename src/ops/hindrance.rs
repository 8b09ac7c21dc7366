//! What stops a token beside its state and its holder: a policy, a limit, a runner; and how far a boundary reaches.

use crate::domain::access::Access;
use crate::domain::decision::Reason;
use crate::domain::error::Result;
use crate::domain::id::RunnerId;
use crate::domain::kind::Kind;
use crate::domain::place::{Boundary, Home, Project};
use crate::domain::policy::Policies;
use crate::domain::token::{Belonging, State, Token};
use crate::store::{Presented, Reading};

/// Reads the policies for the kinds that they concern when a token is used; the others need not wait for it.
pub(super) fn policies_for(reading: &Reading<'_>, token: &Token) -> Result<Policies> {
    match token.kind {
        Kind::Impersonation | Kind::Job => reading.policies(),
        _ => Ok(Policies::default()),
    }
}

/// Finds out what stops a token beside its state, its holder and its boundary.
pub(super) fn hindrance(
    reading: &Reading<'_>,
    presented: &Presented,
    wanted: Option<Access>,
    policies: &Policies,
) -> Result<Option<Reason>> {
    let token = &presented.token;
    Ok(if token.kind == Kind::Impersonation && !policies.impersonation {
        Some(Reason::Policy)
    } else if token.kind == Kind::Impersonation && presented.holder_is_admin {
        Some(Reason::HolderAdmin)
    } else if token.is_used_up() {
        Some(Reason::UsedUp)
    } else {
        stopped_runner(reading, token, wanted)?
    })
}

/// Finds out whether a runner stops its token or that of its job: it is paused and asks for jobs, or none of its secrets
/// works any more, or it does not serve the job's project any more, which has moved away.
fn stopped_runner(reading: &Reading<'_>, token: &Token, wanted: Option<Access>) -> Result<Option<Reason>> {
    match token.of {
        Belonging::Runner(id) if wanted == Some(Access::RunnerJobs) => {
            let is_paused = reading.runner(id)?.is_none_or(|runner| runner.paused_at.is_some());
            Ok(is_paused.then_some(Reason::Paused))
        }
        Belonging::Job(id) => match reading.runner_of_job(id)? {
            Some(runner) => {
                let works = |token: &Token| token.state(reading.now) == State::Active;
                let works = reading.tokens_of_runner(runner)?.iter().any(works);
                Ok((!works || !serves(reading, runner, token)?).then_some(Reason::RunnerStopped))
            }
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

/// Says whether a runner takes jobs in the project of a job's token, as the tree is now.
fn serves(reading: &Reading<'_>, runner: RunnerId, token: &Token) -> Result<bool> {
    let project = token.boundary.project().map(|id| reading.project(id)).transpose()?.flatten();
    match (reading.runner(runner)?, project) {
        (Some(runner), Some(project)) => covers(reading, runner.boundary, &project),
        _ => Ok(false),
    }
}

/// Says whether a boundary covers a project, as the tree is now.
pub(super) fn covers(reading: &Reading<'_>, boundary: Boundary, project: &Project) -> Result<bool> {
    match (boundary, project.home) {
        (Boundary::Project(id), _) => Ok(id == project.id),
        (Boundary::Group(id), Home::Group(group)) => Ok(reading.lineage(group)?.contains(&id)),
        (Boundary::Group(_), Home::User(_)) => Ok(false),
        (Boundary::User(_), _) => Ok(true),
        (Boundary::Instance, _) => Ok(true),
        // A deploy key is asked where it is enabled.
        (Boundary::Projects, _) => Ok(false),
    }
}
