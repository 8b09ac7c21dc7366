//! Records: what users author.

use std::collections::HashMap;

use serde_json::json;

use super::{Authority, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{ProjectId, RecordId, UserId};
use crate::domain::name;
use crate::domain::place::{Boundary, Project};
use crate::domain::record::{Record, RecordKind};
use crate::domain::user::{User, UserKind};
use crate::store::{Filed, NewRecord, Reading, RecordSelection};

/// Says what record is to be added, by the names of things.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is.
    pub kind: RecordKind,
    /// The path of its project; `None`: a personal snippet.
    pub project: Option<String>,
    /// Who authored it; `None`: whoever acts.
    pub author: Option<String>,
    /// Who edited it last.
    pub editor: Option<String>,
    /// Who is to see to it.
    pub assignee: Option<String>,
    /// What it is referred to by; `None`: its kind's mark and its number.
    pub reference: Option<String>,
    /// What it says of itself.
    pub title: String,
}

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

impl Draft {
    fn check(&self) -> Result<()> {
        name::check_note(&self.title)?;
        if self.title.trim().is_empty() {
            return Err(Error::usage("a record needs a title"));
        }
        if let Some(reference) = &self.reference {
            name::check_note(reference)?;
        }
        if self.project.is_none() && !self.kind.can_be_personal() {
            return Err(Error::usage(format!("a record of the kind {} is of a project", self.kind))
                .because("only snippets can be without one")
                .hint("add `--project PATH`"));
        }
        Ok(())
    }
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
            let project = draft.project.as_ref().map(|path| find::project(writing, actor, path)).transpose()?;
            let person = |name: &Option<String>| name.as_ref().map(|name| find::user(writing, name)).transpose();
            let author = person(&draft.author)?.unwrap_or_else(|| actor.clone());
            if author.id != actor.id && !actor.admin {
                return Err(Error::refused(format!("`{}` may not add records of others", actor.username))
                    .because("only an admin may say who authored something"));
            }
            let (editor, assignee) = (person(&draft.editor)?, person(&draft.assignee)?);
            check_authors(writing, &author, project.as_ref())?;
            for other in [&editor, &assignee].into_iter().flatten() {
                check_authors(writing, other, project.as_ref())?;
            }
            let id = writing.insert_record(&NewRecord {
                kind: draft.kind,
                project: project.as_ref().map(|project| project.id),
                reference: draft.reference.as_deref(),
                title: &draft.title,
                author: author.id,
                editor: editor.map(|user| user.id),
                assignee: assignee.map(|user| user.id),
            })?;
            let change = Change::of("record.add", "record", id.0, &draft.title)
                .within(project.map_or(Boundary::Instance, |project| Boundary::Project(project.id)))
                .after(
                    json!({ "kind": draft.kind.word(), "author_id": author.id.0, "author": author.username })
                        .to_string(),
                );
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
            let mut sight = Sight { reading, actor, seen: HashMap::new() };
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
            let mut sight = Sight { reading, actor, seen: HashMap::new() };
            if sight.covers(&filed.record)? { Ok(filed) } else { Err(no_record(id)) }
        })?;
        found.ok_or_else(|| no_record(id))
    }
}

fn no_record(id: RecordId) -> Error {
    Error::not_found(format!("there is no record `{id}`")).hint("`tokctl record list` shows the records there are")
}

/// Checks that a user can author, edit or see to something: neither the Ghost User nor the blocked can, and a bot in its
/// own project only.
fn check_authors(reading: &Reading<'_>, user: &User, project: Option<&Project>) -> Result<()> {
    let refused = |why: &str| Err(Error::refused(format!("`{}` can have no such record", user.username)).because(why));
    let at_home = match project {
        Some(project) => reading.direct_role(user.id, Boundary::Project(project.id))?.is_some(),
        None => false,
    };
    match user.kind {
        UserKind::Ghost => refused("the Ghost User gets what deleted users leave, and nothing else"),
        UserKind::Bot if !at_home => refused("a bot user acts in its own project only"),
        UserKind::Human if user.blocked => refused("he is blocked"),
        UserKind::Human | UserKind::Bot => Ok(()),
    }
}

/// Which records somebody sees: those of the projects that he sees, and his own without a project.
struct Sight<'r, 'c> {
    reading: &'r Reading<'c>,
    actor: &'r User,
    seen: HashMap<ProjectId, bool>,
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
