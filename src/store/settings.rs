//! Settings: small facts about the store itself.

use rusqlite::{OptionalExtension as _, params};

use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::ProjectId;

/// The setting that holds the number of the project taken where none is named.
const DEFAULT_PROJECT: &str = "default-project";

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

impl Writing<'_> {
    /// Says which project is taken where none is named.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_default_project(&self, project: ProjectId) -> Result<()> {
        let sql = "INSERT INTO settings (name, value) VALUES (?1, ?2) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.connection.execute(sql, params![DEFAULT_PROJECT, project.0.to_string()])?;
        Ok(())
    }
}
