//! Jobs: what runs for a user in a project, as long as its token lives.

use super::error::{Error, Result};
use super::expiry::{Life, is_over};
use super::id::{JobId, ProjectId, RunnerId, TokenId, UserId};
use super::time::Timestamp;

/// How long a job may run at most, in seconds. Source: GitLab's limit of a job's timeout, one month.
const LONGEST: i64 = 30 * 86_400;

/// Says how a job ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was to do.
    Success,
    /// It did not.
    Failed,
    /// Somebody stopped it.
    Canceled,
    /// Its runner was removed.
    Lost,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Success, Self::Failed, Self::Canceled, Self::Lost];

    /// Returns the word that the store keeps.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
            Self::Lost => "lost",
        }
    }

    /// Reads an outcome's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == text)
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The job's number.
    pub id: JobId,
    /// The project in which it runs.
    pub project: ProjectId,
    /// Who started it, living or departed.
    pub user: UserId,
    /// The runner that runs it; `None`: an operator does.
    pub runner: Option<RunnerId>,
    /// When it was started.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Its token.
    pub token: Option<TokenId>,
    /// Its hard end: that of its token.
    pub expires_at: Option<Timestamp>,
    /// The deploy token that it has a password of.
    pub deploy_token: Option<TokenId>,
}

impl Job {
    /// Returns in a word how it is: how it ended, else `timed_out` from its hard end on, else `running`.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> &'static str {
        match self.outcome {
            Some(outcome) => outcome.word(),
            None if is_over(self.expires_at, now) => "timed_out",
            None => "running",
        }
    }
}

/// Returns the hard end of a job that is started now: after its life, or earlier where its runner says or ends so.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) for a life without end, and for one that is too long.
pub fn hard_end(life: Life, timeout: Option<u32>, runner_ends: Option<Timestamp>, now: Timestamp) -> Result<Timestamp> {
    let end = life
        .end_from(now)?
        .filter(|end| end.since(now) <= LONGEST)
        .ok_or_else(|| Error::usage("a job runs for 30 days at most").hint("name its life, for example `--life 2h`"))?;
    let allowed = timeout.and_then(|seconds| now.plus(i64::from(seconds)));
    Ok([allowed, runner_ends].into_iter().flatten().fold(end, Timestamp::min))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::expiry::parse_life;

    #[test]
    fn a_job_ends_after_its_life_or_when_its_runner_says_so() {
        let at = |seconds| Timestamp::MIN.plus(seconds);
        let cases = [
            ("1h", None, None, Some(3600)),
            ("90s", None, None, Some(90)),
            ("1h", Some(600), None, Some(600)),
            ("5m", Some(600), None, Some(300)),
            ("1h", Some(600), at(60), Some(60)),
            ("1h", None, at(7200), Some(3600)),
            ("30d", None, None, Some(2_592_000)),
            ("31d", None, None, None),
            ("never", None, None, None),
            ("1y", Some(600), None, None),
        ];
        for (life, timeout, runner, seconds) in cases {
            let end = hard_end(parse_life(life).unwrap(), timeout, runner, Timestamp::MIN);
            assert_eq!(end.ok(), seconds.and_then(at), "{life} {timeout:?} {runner:?}");
        }
    }

    #[test]
    fn a_job_that_nobody_ended_has_timed_out_at_its_hard_end() {
        let job = Job {
            id: JobId(1),
            project: ProjectId(1),
            user: UserId(1),
            runner: None,
            started_at: Timestamp::MIN,
            ended_at: None,
            outcome: None,
            token: None,
            expires_at: Timestamp::MIN.plus(60),
            deploy_token: None,
        };
        let status = |job: &Job, seconds| job.status(Timestamp::MIN.plus(seconds).unwrap());
        assert_eq!((status(&job, 59), status(&job, 60)), ("running", "timed_out"));
        let ended = Job { outcome: Some(Outcome::Failed), ..job };
        assert_eq!(status(&ended, 61), "failed");
    }
}
