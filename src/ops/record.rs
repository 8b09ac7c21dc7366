//! Records: what users author.

use std::collections::BTreeMap;

use super::filing::Filing;
use super::{Authority, find};
use crate::domain::error::{Error, Result};
use crate::domain::id::{ProjectId, RecordId, UserId};
use crate::domain::record::{Record, RecordKind};
use crate::domain::user::User;
use crate::store::{Filed, Reading, RecordSelection};

pub use super::filing::Draft;

/// Says which records are meant, by the names of things. `None` leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<RecordKind>,
    /// In the project of this path.
    pub project: Option<String>,
    /// By the user of this name.
    pub author: Option<String>,
    /// Once by a departed user of this name.
    pub formerly_by: Option<String>,
}

impl Authority<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// `Usage` for a title that cannot be used, and for a record without a project that is no snippet; `NotFound`;
    /// `Refused` for whoever is no admin and names another author, and for authors who can author nothing there; `Store`.
    pub fn add_record(&self, draft: &Draft) -> Result<Filed> {
        draft.check()?;
        self.write(|writing, actor| {
            let (id, change) = Filing::new(writing, actor).add(draft)?;
            Ok((writing.record(id)?.ok_or_else(|| no_record(id))?, vec![change]))
        })
    }

    /// Hands the records that are meant and that the caller may see to `visit`, oldest first. `false`: there is no store.
    ///
    /// # Errors
    /// `NotFound` where the filter names what is not there, those of `visit`, and `Store`.
    pub fn records(&self, filter: &Filter, mut visit: impl FnMut(Filed) -> Result<()>) -> Result<bool> {
        let listed = self.read(|reading, actor| {
            let project = filter.project.as_ref().map(|path| find::project(reading, actor, path)).transpose()?;
            let author = filter.author.as_ref().map(|name| find::user(reading, name)).transpose()?;
            let selection = RecordSelection {
                kind: filter.kind,
                project: project.map(|project| project.id),
                author: author.map(|author| author.id),
                formerly_by: filter.formerly_by.clone(),
            };
            let mut sight = Sight { reading, actor, seen: BTreeMap::new() };
            reading.records(&selection, |filed| if sight.covers(&filed.record)? { visit(filed) } else { Ok(()) })
        })?;
        Ok(listed.is_some())
    }

    /// Returns one record.
    ///
    /// # Errors
    /// `NotFound` where it is not there or out of sight, `Store`.
    pub fn record(&self, id: RecordId) -> Result<Filed> {
        let found = self.read(|reading, actor| {
            let filed = reading.record(id)?.ok_or_else(|| no_record(id))?;
            let mut sight = Sight { reading, actor, seen: BTreeMap::new() };
            if sight.covers(&filed.record)? { Ok(filed) } else { Err(no_record(id)) }
        })?;
        found.ok_or_else(|| no_record(id))
    }
}

fn no_record(id: RecordId) -> Error {
    Error::not_found(format!("there is no record `{id}`")).hint("`tokctl record list` shows the records there are")
}

/// Which records somebody sees: those of the projects that they see, and their own without a project.
struct Sight<'r, 'c> {
    reading: &'r Reading<'c>,
    actor: &'r User,
    seen: BTreeMap<ProjectId, bool>,
}

impl Sight<'_, '_> {
    fn covers(&mut self, record: &Record) -> Result<bool> {
        match record.project {
            _ if self.actor.admin => Ok(true),
            None => Ok(self.is_own(record.author)),
            Some(id) => self.covers_project(id),
        }
    }

    fn is_own(&self, author: UserId) -> bool {
        author == self.actor.id
    }

    fn covers_project(&mut self, id: ProjectId) -> Result<bool> {
        if let Some(seen) = self.seen.get(&id) {
            return Ok(*seen);
        }
        let seen = match self.reading.project(id)? {
            Some(project) => find::sees_project(self.reading, self.actor, &project)?,
            None => false,
        };
        self.seen.insert(id, seen);
        Ok(seen)
    }
}
