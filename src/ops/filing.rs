//! Filing records: who can author, edit or see to what, and the row and the event of each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{bot, find};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{ProjectId, RecordId, UserId};
use crate::domain::name;
use crate::domain::place::Boundary;
use crate::domain::record::RecordKind;
use crate::domain::time::Timestamp;
use crate::domain::user::{User, UserKind};
use crate::store::{NewRecord, Writing};

/// Says what record is to be added, by the names of things.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// When it was made; `None`: now.
    pub created_at: Option<Timestamp>,
}

impl Draft {
    /// Checks what can be checked without a store.
    ///
    /// # Errors
    /// `Usage` for texts that cannot be used, and for a record without a project that is no snippet.
    pub(super) fn check(&self) -> Result<()> {
        name::check_note(&self.title)?;
        if self.title.trim().is_empty() {
            return Err(Error::usage("a record needs a title"));
        }
        if let Some(reference) = &self.reference {
            name::check_note(reference)?;
            if reference.trim().is_empty() {
                return Err(Error::usage("a reference needs a character that is seen"));
            }
        }
        if self.project.is_none() && !self.kind.can_be_personal() {
            return Err(Error::usage(format!("a record of the kind {} is of a project", self.kind))
                .because("only snippets can be without one")
                .hint("add `--project PATH`"));
        }
        Ok(())
    }
}

/// Files records in one transaction, and looks up each user and each project once.
pub(super) struct Filing<'t, 'c> {
    writing: &'t Writing<'c>,
    actor: &'t User,
    projects: BTreeMap<String, ProjectId>,
    users: BTreeMap<String, User>,
    /// Who was found able to have records of a project.
    able: BTreeSet<(UserId, Option<ProjectId>)>,
}

impl<'t, 'c> Filing<'t, 'c> {
    pub(super) fn new(writing: &'t Writing<'c>, actor: &'t User) -> Self {
        let (projects, users, able) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        Self { writing, actor, projects, users, able }
    }

    /// Adds a record; returns its number and what is written of it into the trail. The draft has been checked.
    pub(super) fn add(&mut self, draft: &Draft) -> Result<(RecordId, Change)> {
        let now = self.writing.now;
        if let Some(later) = draft.created_at.filter(|at| *at > now) {
            return Err(Error::usage(format!("{later} is yet to come")).because(format!("it is {now} now")));
        }
        let project = draft.project.as_deref().map(|path| self.project(path)).transpose()?;
        let author = match draft.author.as_deref() {
            Some(name) => self.user(name)?,
            None => self.actor.clone(),
        };
        if author.id != self.actor.id && !self.actor.admin {
            return Err(Error::refused(format!("`{}` may not add records of others", self.actor.username))
                .because("only an admin may say who authored something"));
        }
        let editor = draft.editor.as_deref().map(|name| self.user(name)).transpose()?;
        let assignee = draft.assignee.as_deref().map(|name| self.user(name)).transpose()?;
        for user in [Some(&author), editor.as_ref(), assignee.as_ref()].into_iter().flatten() {
            self.check_able(user, project)?;
        }
        let id = self.writing.insert_record(&NewRecord {
            kind: draft.kind,
            project,
            reference: draft.reference.as_deref(),
            title: &draft.title,
            author: author.id,
            editor: editor.map(|user| user.id),
            assignee: assignee.map(|user| user.id),
            created_at: draft.created_at.unwrap_or(now),
        })?;
        let change = Change::of("record.add", "record", id.0, &draft.title)
            .within(project.map_or(Boundary::Instance, Boundary::Project))
            .after(
                json!({ "kind": draft.kind.word(), "author_id": author.id.0, "author": author.username }).to_string(),
            );
        Ok((id, change))
    }

    fn project(&mut self, path: &str) -> Result<ProjectId> {
        if let Some(project) = self.projects.get(path) {
            return Ok(*project);
        }
        let id = find::project(self.writing, self.actor, path)?.id;
        self.projects.insert(path.to_owned(), id);
        Ok(id)
    }

    fn user(&mut self, name: &str) -> Result<User> {
        if let Some(user) = self.users.get(name) {
            return Ok(user.clone());
        }
        let user = find::user(self.writing, name)?;
        self.users.insert(name.to_owned(), user.clone());
        Ok(user)
    }

    /// Checks that a user can author, edit or see to something: neither the Ghost User nor the blocked can, and a bot in
    /// its own project only.
    fn check_able(&mut self, user: &User, project: Option<ProjectId>) -> Result<()> {
        if self.able.contains(&(user.id, project)) {
            return Ok(());
        }
        let refused =
            |why: &str| Err(Error::refused(format!("`{}` can have no such record", user.username)).because(why));
        let at_home = match project {
            Some(id) => self.writing.direct_role(user.id, Boundary::Project(id))?.is_some(),
            None => false,
        };
        match user.kind {
            UserKind::Ghost => refused("the Ghost User gets what deleted users leave, and nothing else"),
            UserKind::Bot if !at_home => refused("a bot user acts in its own project only"),
            UserKind::Bot if !bot::acts(self.writing, user.id)? => {
                refused("a bot user acts by its token, and that is not active")
            }
            UserKind::Human if user.blocked => refused("they are blocked"),
            UserKind::Human | UserKind::Bot => {
                self.able.insert((user.id, project));
                Ok(())
            }
        }
    }
}
