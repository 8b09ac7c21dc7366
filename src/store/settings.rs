//! Settings: small facts about the store itself.

use rusqlite::{OptionalExtension as _, params};

use super::{Reading, Writing};
use crate::domain::error::{Error, Result};
use crate::domain::id::ProjectId;
use crate::domain::policy::{Policies, Policy};
use crate::domain::time::Timestamp;

/// The setting that holds the number of the project taken where none is named.
const DEFAULT_PROJECT: &str = "default-project";

/// The setting that tells this store from all others: it goes along into its backups.
const IDENTITY: &str = "store-id";

/// The setting that holds when the store was made.
const FOUNDED: &str = "founded-at";

/// The setting that holds the latest instant before which the store was pruned.
const PRUNED: &str = "pruned-before";

/// The setting that holds when the last backup was made.
const BACKED_UP: &str = "backed-up-at";

impl Reading<'_> {
    /// Returns the project taken where none is named.
    ///
    /// # Errors
    /// Those of the store.
    pub fn default_project(&self) -> Result<Option<ProjectId>> {
        let sql = "SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?1";
        Ok(self.connection.query_row(sql, [DEFAULT_PROJECT], |row| row.get(0)).optional()?.map(ProjectId))
    }
}

impl Reading<'_> {
    /// Returns what tells this store from all others, and its backups along with it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn identity(&self) -> Result<Option<String>> {
        self.text(IDENTITY)
    }

    /// Returns when the store was made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn founded_at(&self) -> Result<Option<Timestamp>> {
        self.moment(FOUNDED)
    }

    /// Returns the latest instant before which the store was pruned: what was over by then is not there any more.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pruned_before(&self) -> Result<Option<Timestamp>> {
        self.moment(PRUNED)
    }

    /// Returns when the last backup was made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn backed_up_at(&self) -> Result<Option<Timestamp>> {
        self.moment(BACKED_UP)
    }

    fn text(&self, name: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM settings WHERE name = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }

    fn moment(&self, name: &str) -> Result<Option<Timestamp>> {
        Ok(self.text(name)?.and_then(|text| text.parse().ok()).and_then(Timestamp::from_seconds))
    }
}

impl Reading<'_> {
    /// Returns the policies of the store: what is set, and the defaults for the rest.
    ///
    /// # Errors
    /// Those of the store; a value that is none of the policy's is a fault, never a default.
    pub fn policies(&self) -> Result<Policies> {
        let mut policies = Policies::default();
        for policy in Policy::all() {
            if let Some(value) = self.policy(policy)? {
                policies
                    .set(policy, &value)
                    .map_err(|error| Error::store(error.what).because("it stands in the store"))?;
            }
        }
        Ok(policies)
    }

    /// Returns what a policy is set to.
    ///
    /// # Errors
    /// Those of the store.
    pub fn policy(&self, policy: Policy) -> Result<Option<String>> {
        self.text(&setting(policy))
    }

    /// Returns every setting by its name.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn settings(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.connection.prepare("SELECT name, value FROM settings ORDER BY name")?;
        let settings = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(settings.collect::<rusqlite::Result<_>>()?)
    }
}

/// The setting that holds a policy.
fn setting(policy: Policy) -> String {
    format!("policy.{}", policy.word())
}

impl Writing<'_> {
    /// Sets a policy to a value that it can have.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_policy(&self, policy: Policy, value: &str) -> Result<()> {
        self.put(&setting(policy), value)
    }

    /// Notes when the store was made, and what tells it from all others.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_founded(&self, identity: &str) -> Result<()> {
        self.put(IDENTITY, identity)?;
        self.put(FOUNDED, &self.now.seconds().to_string())
    }

    /// Notes that what was over before an instant is there no more.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn note_pruned(&self, before: Timestamp) -> Result<()> {
        let before = self.pruned_before()?.map_or(before, |latest| latest.max(before));
        self.put(PRUNED, &before.seconds().to_string())
    }

    /// Notes that a backup was made.
    ///
    /// # Errors
    /// Those of the store.
    pub fn note_backed_up(&self) -> Result<()> {
        self.put(BACKED_UP, &self.now.seconds().to_string())
    }

    pub(super) fn put(&self, name: &str, value: &str) -> Result<()> {
        let sql = "INSERT INTO settings (name, value) VALUES (?1, ?2) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.connection.execute(sql, params![name, value])?;
        Ok(())
    }

    /// Says which project is taken where none is named.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_default_project(&self, project: ProjectId) -> Result<()> {
        self.put(DEFAULT_PROJECT, &project.0.to_string())
    }
}
