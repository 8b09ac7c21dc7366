//! The end of a token whose command has ended, and what is said if it cannot be ended.

use super::running::Ended;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::is_over;
use crate::domain::id::{JobId, TokenId};
use crate::domain::job::Outcome;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, Token};
use crate::ops::Authority;
use crate::ops::revoke::{Fate, Target, Which};

/// What a command has for as long as it runs.
pub(super) struct Lent {
    token: TokenId,
    job: Option<JobId>,
    ends_at: Option<Timestamp>,
}

impl Lent {
    /// Takes down what is to be ended.
    pub(super) fn of(token: &Token) -> Self {
        let job = if let Belonging::Job(id) = token.of { Some(id) } else { None };
        Self { token: token.id, job, ends_at: token.expires_at }
    }

    /// Ends it, by the operation that anybody would end it by; `None`: its command never ran.
    ///
    /// # Errors
    /// One that says what lives on, until when, and how to end it.
    pub(super) fn end(&self, authority: &Authority<'_>, ended: Option<Ended>) -> Result<()> {
        let outcome = match ended {
            Some(ended) if ended.is_success() => Outcome::Success,
            Some(ended) if ended.stopped_by.is_none() => Outcome::Failed,
            Some(_) | None => Outcome::Canceled,
        };
        let done = if let Some(job) = self.job {
            authority.end_job(job, outcome).map(|_| ())
        } else {
            let reason = ended.map_or_else(
                || "its command was not run".to_owned(),
                |ended| format!("its command ended: {}", ended.words()),
            );
            authority.revoke(&Target::Named(vec![Which::Id(self.token)]), Some(&reason)).and_then(all_went_well)
        };
        done.map_err(|error| self.lives_on(error))
    }

    /// Returns the end of a token that came before that of its command.
    pub(super) fn ended_before(&self, now: Timestamp) -> Option<String> {
        let end = self.ends_at.filter(|_| is_over(self.ends_at, now))?;
        Some(format!("token {} ended at {end}, before its command did; `--life` gives it longer", self.token))
    }

    fn lives_on(&self, error: Error) -> Error {
        let until = self.ends_at.map_or_else(String::new, |end| format!("; it ends by itself at {end}"));
        let ending = match self.job {
            Some(job) => format!("`tokctl job end {job} --outcome failed`"),
            None => format!("`tokctl revoke {} --yes`", self.token),
        };
        // What keeps the store from being used comes first.
        let hint = error.hint.map_or_else(|| ending.clone(), |first| format!("{first}; then {ending}"));
        let why = error.why.map_or_else(|| error.what.clone(), |why| format!("{}: {why}", error.what));
        Error::new(error.code, format!("token {} could not be revoked: take it for alive", self.token))
            .because(format!("{why}{until}"))
            .hint(hint)
    }
}

fn all_went_well(fates: Vec<Fate>) -> Result<()> {
    fates.into_iter().try_for_each(|fate| if let Fate::Failed(error) = fate { Err(error) } else { Ok(()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lent(job: Option<JobId>) -> Lent {
        Lent { token: TokenId(7), job, ends_at: Timestamp::MIN.plus(60) }
    }

    #[test]
    fn what_lives_on_is_said_with_its_end_and_what_ends_it() {
        let failed = || Error::store("the store is locked").because("another program holds it");
        let error = lent(None).lives_on(failed());
        assert_eq!(error.what, "token 7 could not be revoked: take it for alive");
        let why = "the store is locked: another program holds it; it ends by itself at 1970-01-01T00:01:00Z";
        assert_eq!(error.why.as_deref(), Some(why));
        assert_eq!(error.hint.as_deref(), Some("`tokctl revoke 7 --yes`"));
        let error = lent(Some(JobId(3))).lives_on(failed());
        assert_eq!(error.hint.as_deref(), Some("`tokctl job end 3 --outcome failed`"));
        let error = lent(None).lives_on(failed().hint("`chmod 600 /store`"));
        assert_eq!(error.hint.as_deref(), Some("`chmod 600 /store`; then `tokctl revoke 7 --yes`"));
    }

    #[test]
    fn a_token_that_ended_before_its_command_is_told() {
        let at = |seconds| lent(None).ended_before(Timestamp::MIN.plus(seconds).unwrap());
        assert_eq!(at(59), None);
        let told = "token 7 ended at 1970-01-01T00:01:00Z, before its command did; `--life` gives it longer";
        assert_eq!(at(60).as_deref(), Some(told));
    }
}
