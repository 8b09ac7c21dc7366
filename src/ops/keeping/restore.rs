//! Restoring a store from a backup, without bringing back what was taken away since.

use std::path::PathBuf;

use serde_json::json;

use super::carry::{Carrier, asked};
pub use super::carry::{Kinship, Report};
use crate::domain::error::{Code, Error, Result};
use crate::domain::event::Change;
use crate::domain::head::Head;
use crate::domain::id::UserId;
use crate::domain::progress::{Busy, WAITING};
use crate::domain::user::{User, UserKind};
use crate::ops::Authority;
use crate::ops::people::admins_only;
pub use crate::store::Condition;
use crate::store::place::Place;
use crate::store::{Done, Holding, Reading, Replaced, Store, Writing, is_passing};

/// What a restore did, or would do.
#[derive(Clone, Debug)]
pub struct Restoration {
    /// What was taken away from the backup.
    pub report: Report,
    /// What the backup holds.
    pub backup: Holding,
    /// The head of the trail of the store that was replaced.
    pub replaced: Option<Head>,
    /// Whether it is a store's own file, copied, and no backup.
    pub is_raw: bool,
    /// The version that the backup had, where it was older.
    pub upgraded_from: Option<usize>,
    /// How it was with the store that was replaced.
    pub condition: Condition,
    /// Where that store is kept.
    pub kept: Option<PathBuf>,
    /// Whether who restores can act in the restored store.
    pub knows_caller: bool,
}

impl Authority<'_> {
    /// Puts a backup in the place of the store, there or not.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin of the store that is there; `Store` where the backup is not sound, or the store
    /// is none that may be replaced: it is as it was then; `Uncertain`.
    pub fn restore(&self, backup: &Place) -> Result<Restoration> {
        self.restoring(backup, false)
    }

    /// Says what [`Self::restore`] would do, by doing everything but its last step.
    ///
    /// # Errors
    /// Those of [`Self::restore`].
    pub fn rehearse_restore(&self, backup: &Place) -> Result<Restoration> {
        self.restoring(backup, true)
    }

    fn restoring(&self, backup: &Place, rehearses: bool) -> Result<Restoration> {
        let _busy = Busy::begin(self.watch, WAITING);
        let restored = Store::restore(
            self.place(),
            backup,
            self.allow_network,
            rehearses,
            (self.clock, self.watch),
            |writing, replaced| self.furnish_backup(writing, replaced, backup),
        )?;
        let (report, replaced, knows_caller) = restored.result;
        Ok(Restoration {
            report,
            backup: restored.backup,
            is_raw: restored.is_raw,
            replaced,
            upgraded_from: restored.upgraded_from,
            condition: restored.condition,
            kept: restored.kept,
            knows_caller,
        })
    }

    /// Takes away from the backup what was taken away since, and writes into its trail that it was restored.
    fn furnish_backup(
        &self,
        writing: &Writing<'_>,
        replaced: &Replaced<'_>,
        backup: &Place,
    ) -> Result<Done<(Report, Option<Head>, bool)>> {
        let doer = self.passer_by(writing)?;
        let found = writing.user_named(&self.caller.login)?;
        let knows_caller = found.as_ref().is_some_and(User::can_act);
        let actor = found.unwrap_or_else(|| User {
            id: UserId(0),
            kind: UserKind::Human,
            username: self.caller.login.clone(),
            name: String::new(),
            admin: false,
            blocked: false,
        });
        // What was used since the backup was made is not known any more.
        writing.begin_noting_uses()?;
        let backup_head = writing.head()?;
        let (mut report, mut changes, mut replaced_head) = (Report::default(), Vec::new(), None);
        if let Some(old) = replaced.reading {
            self.check_may_restore(old, replaced.condition)?;
            let is_sound = *replaced.condition == Condition::Sound;
            replaced_head = asked(is_sound, || old.head()).or_else(|error| forgiven(error, is_sound))?;
            report.kinship = kinship(old, writing, is_sound).or_else(|error| forgiven(error, is_sound))?;
            let mut carrier = Carrier::new(old, writing, &actor, replaced.condition, report)?;
            carrier.carry()?;
            (report, changes) = (carrier.report, carrier.changes);
        }
        changes.push(
            Change::about("store.restore", "store", backup.database().to_string_lossy()).after(
                json!({
                    "backup_head": backup_head.map(|head| head.to_string()),
                    "replaced_head": replaced_head.map(|head| head.to_string()),
                    "revoked": report.revoked.len() + report.gone.len(),
                    "limited": report.limited.len(),
                })
                .to_string(),
            ),
        );
        Ok(Done { result: (report, replaced_head, knows_caller), doer, changes })
    }

    /// Asks the store that is replaced who may; where it is damaged, only what it still answers counts.
    fn check_may_restore(&self, old: &Reading<'_>, condition: &Condition) -> Result<()> {
        let is_sound = *condition == Condition::Sound;
        match asked(is_sound, || self.actor(old)) {
            Ok(actor) => admins_only(&actor.user, "restore the store"),
            Err(error) if error.code == Code::Store => forgiven(error, is_sound),
            Err(error) => Err(error),
        }
    }
}

/// Lets a damaged store off an answer. A sound one gives it, and one that may give it the next time is asked then, or nothing
/// is restored.
fn forgiven<T: Default>(error: Error, is_sound: bool) -> Result<T> {
    if is_sound || is_passing(&error) { Err(error) } else { Ok(T::default()) }
}

/// Finds out how a backup and a store are related.
fn kinship(old: &Reading<'_>, new: &Reading<'_>, is_sound: bool) -> Result<Kinship> {
    let (Some(there), Some(here)) = (asked(is_sound, || old.identity())?, new.identity()?) else {
        return Ok(Kinship::Unknown);
    };
    if there != here {
        return Ok(Kinship::Other);
    }
    let Some(head) = new.head()? else { return Ok(Kinship::Branched) };
    // What was pruned since the backup was made cannot be compared with it any more.
    let goes_on = || Ok(old.chain_start()?.sequence >= head.sequence || old.has_event(head)?);
    // Of one store they are, whatever can be read of the trail.
    let goes_on = asked(is_sound, goes_on).or_else(|error| forgiven(error, is_sound))?;
    Ok(if goes_on { Kinship::Continued } else { Kinship::Branched })
}
