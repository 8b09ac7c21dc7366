//! Carrying over: what was taken away since a backup was made is taken away from it before it takes a store's place.
//!
//! What is known comes from the store that is replaced. Where that is damaged, each question stands for itself: what
//! cannot be read is counted, and nothing is guessed.

mod people;
mod policies;
mod report;
mod things;
mod tokens;

pub use report::{Kinship, Report};

use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::user::User;
use crate::store::{Condition, Readable, Reading, Writing, is_passing};

/// Why it is taken away, for the trail.
const WHY: &str = "taken away after the backup was made";

/// Asks a store; one that is not sound twice, since its disk may give the next time what it did not give.
pub(super) fn asked<T>(is_sound: bool, ask: impl Fn() -> Result<T>) -> Result<T> {
    ask().or_else(|error| if is_sound { Err(error) } else { ask() })
}

/// The carrying over from one store to the backup that takes its place.
pub(super) struct Carrier<'t, 'c> {
    /// The store that is replaced.
    old: &'t Reading<'t>,
    /// The backup, before it comes into its place.
    new: &'t Writing<'c>,
    /// Who restores, as the backup knows them.
    actor: &'t User,
    /// Whether numbers mean the same in both.
    is_same: bool,
    /// Whether the old one can be read whole.
    is_sound: bool,
    /// What of its tokens can be read otherwise.
    readable: Readable,
    /// What was done.
    pub(super) report: Report,
    /// What is written of it into the trail.
    pub(super) changes: Vec<Change>,
}

impl<'t, 'c> Carrier<'t, 'c> {
    pub(super) fn new(
        old: &'t Reading<'t>,
        new: &'t Writing<'c>,
        actor: &'t User,
        condition: &Condition,
        report: Report,
    ) -> Result<Self> {
        let is_same = matches!(report.kinship, Kinship::Continued | Kinship::Branched);
        let is_sound = *condition == Condition::Sound;
        let readable = if is_sound { Readable::default() } else { old.readable_tokens()? };
        Ok(Self { old, new, actor, is_same, is_sound, readable, report, changes: Vec::new() })
    }

    /// Takes everything away that was taken away since.
    pub(super) fn carry(&mut self) -> Result<()> {
        // Asked before the numbers go on, which says what came later.
        let (token, user) = (self.new.highest_number("tokens")?, self.new.highest_number("users")?);
        self.tokens()?;
        self.refresh_secrets()?;
        self.keys()?;
        if !self.is_same {
            return Ok(());
        }
        self.jobs()?;
        self.runners()?;
        self.people()?;
        self.policies()?;
        self.count(token, user)?;
        self.new.number_on_from(self.old, self.is_sound)
    }

    /// Counts what is gone with the store that is replaced, and what comes back of what ended there.
    fn count(&mut self, token: i64, user: i64) -> Result<()> {
        if let Some((tokens, users)) = self.heard(|old| old.made_behind(token, user).map(Some))? {
            (self.report.gone_tokens, self.report.gone_users) = (tokens, users);
        }
        if let Some(there) = self.heard(|old| old.membership_words().map(Some))? {
            let there: std::collections::BTreeSet<String> = there.into_iter().collect();
            let back = self.new.membership_words()?.into_iter().filter(|word| !there.contains(word)).count();
            self.report.memberships_back = back as u64;
        }
        Ok(())
    }

    /// Takes an answer of the old store. Of a damaged one counts the questions that it could not answer; a sound one
    /// answers all of them, or nothing is restored.
    fn heard<T>(&mut self, ask: impl Fn(&Reading<'_>) -> Result<Option<T>>) -> Result<Option<T>> {
        match asked(self.is_sound, || ask(self.old)) {
            Err(error) if !self.is_sound && !is_passing(&error) => {
                self.report.unanswered += 1;
                Ok(None)
            }
            answer => answer,
        }
    }

    /// Says whether the old store once gave a number that it knows nothing of any more. No number is given twice, also where
    /// another backup was restored in between: what was there then and is not now is gone.
    fn was_given(&self, table: &str, number: i64) -> Result<bool> {
        Ok(self.is_same && self.is_sound && number <= self.old.highest_number(table)?)
    }
}
