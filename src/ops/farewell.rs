//! Leaving: one operation for all ways in which users, bots, projects and groups go.
//!
//! Everything that hangs on what leaves goes in the same transaction, with an event for each thing; the records of a user
//! go to the Ghost User.

use serde_json::{Map, Value, json};

use super::keys::{self, Disabling};
use super::list::Entry;
use super::{apps, ending, job, runner};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{GroupId, ProjectId};
use crate::domain::job::Outcome;
use crate::domain::place::{Boundary, Group, Project};
use crate::domain::progress::{Step, Watch};
use crate::domain::record::Tally;
use crate::domain::token::Token;
use crate::domain::user::{User, UserKind};
use crate::store::{Authored, Ended, ListedJob, Writing};

/// Says what becomes of the records of a user who leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// They go to the Ghost User.
    ToGhost,
    /// They are deleted.
    Deleted,
}

/// Counts what went along with whoever or whatever left.
#[derive(Clone, Debug, Default)]
pub struct Toll {
    /// The users and bots that left, by name.
    pub users: Vec<String>,
    /// The projects that were deleted, by path.
    pub projects: Vec<String>,
    /// The groups that were deleted, by path.
    pub groups: Vec<String>,
    /// How many tokens died.
    pub tokens: u64,
    /// How many deploy keys were disabled that go on elsewhere.
    pub keys: u64,
    /// The live tokens that whoever left had made and that live on, whose secrets they may still have.
    pub made: Vec<Entry>,
    /// How many jobs ended.
    pub jobs: u64,
    /// How many runners were removed.
    pub runners: u64,
    /// How many memberships ended.
    pub memberships: u64,
    /// The records that went to the Ghost User.
    pub moved: Tally,
    /// The records that were deleted.
    pub deleted: Tally,
    /// How many assignments were emptied.
    pub unassigned: u64,
}

/// One farewell, or several in one transaction. [`Self::toll`] and [`Self::changes`] tell what it did.
pub(super) struct Farewell<'t, 'c> {
    writing: &'t Writing<'c>,
    actor: &'t User,
    reason: Option<&'t str>,
    watch: Watch<'t>,
    /// What went.
    pub(super) toll: Toll,
    /// What is written of it into the trail.
    pub(super) changes: Vec<Change>,
}

impl<'t, 'c> Farewell<'t, 'c> {
    pub(super) fn new(writing: &'t Writing<'c>, actor: &'t User, reason: Option<&'t str>, watch: Watch<'t>) -> Self {
        Self { writing, actor, reason, watch, toll: Toll::default(), changes: Vec::new() }
    }

    /// Lets a user or a bot go, with their tokens, memberships, applications and personal projects. Whether they may go at
    /// all is the caller's to ask. Returns the place that a bot lived in.
    pub(super) fn user(&mut self, user: &User, legacy: Legacy) -> Result<Option<Boundary>> {
        // Blocked first, so that on an engine with several writers nothing new is authored meanwhile.
        if user.kind == UserKind::Ghost || !self.writing.block_user(user.id)? {
            return Err(Error::refused(format!("`{}` cannot leave", user.username)));
        }
        self.tokens(self.writing.live_tokens_acting_as(user.id)?, "its user left")?;
        self.jobs(&self.writing.jobs_of_user(user.id)?)?;
        for app in self.writing.apps_of(user.id)? {
            let (ended, changes) = apps::end(self.writing, self.actor, &app)?;
            self.toll.tokens += ended.len() as u64;
            self.changes.extend(changes);
        }
        let memberships = self.writing.take_memberships(user.id)?;
        let home = memberships.first().map(|ended| ended.boundary).filter(|_| user.kind == UserKind::Bot);
        self.memberships(memberships);
        for project in self.writing.projects_of_user(user.id)? {
            self.project(project)?;
        }
        let which = if legacy == Legacy::Deleted { Authored::Everything } else { Authored::Personal };
        let deleted = self.writing.delete_authored(user.id, which)?;
        let moved = self.writing.authored_by(user.id, Authored::Everything)?;
        let heir = if moved.total() > 0 || self.writing.is_editor(user.id)? { Some(self.ghost()?) } else { None };
        if let Some(ghost) = &heir {
            self.writing.bequeath(user.id, ghost.id, |done| self.moved(done, moved.total()))?;
        }
        let unassigned = self.writing.unassign(user.id)?;
        self.writing.delete_user(user)?;
        self.changes.push(
            Change::of("user.delete", "user", user.id.0, &user.username)
                .within(home.unwrap_or(Boundary::Instance))
                .before(
                    json!({ "kind": user.kind.word(), "name": user.name, "admin": user.admin, "blocked": user.blocked })
                        .to_string(),
                )
                .after(
                    json!({
                        "moved": counts(moved),
                        "moved_to": heir.map(|ghost| ghost.id.0),
                        "deleted": counts(deleted),
                        "unassigned": unassigned,
                    })
                    .to_string(),
                )
                .reason(self.reason.map(str::to_owned)),
        );
        self.toll.users.push(user.username.clone());
        self.toll.moved.add_all(moved);
        self.toll.deleted.add_all(deleted);
        self.toll.unassigned += unassigned;
        Ok(home)
    }

    fn moved(&self, done: u64, total: u64) {
        (self.watch)(Step::At("to the Ghost User", done, Some(total)));
    }

    /// Deletes a project with its tokens, records, bots, members, runners and running jobs.
    pub(super) fn project(&mut self, id: ProjectId) -> Result<()> {
        let Some(Project { path, home, visibility, .. }) = self.writing.project(id)? else { return Ok(()) };
        let boundary = Boundary::Project(id);
        self.tokens(self.writing.live_tokens_in(boundary)?, "its project was deleted")?;
        self.keys(id)?;
        self.jobs(&self.writing.jobs_in(id)?)?;
        self.runners(boundary)?;
        let deleted = self.writing.delete_records_in(id)?;
        for bot in self.writing.bots_in(id)? {
            if let Some(bot) = self.writing.user(bot)? {
                self.user(&bot, Legacy::ToGhost)?;
            }
        }
        let members = self.writing.take_members(boundary)?;
        self.memberships(members);
        self.writing.delete_project(id, &path)?;
        self.changes.push(
            Change::of("project.delete", "project", id.0, &path)
                .within(boundary)
                .before(
                    json!({ "visibility": visibility.word(), "group_id": home.group(), "owner_id": home.owner() })
                        .to_string(),
                )
                .after(json!({ "deleted": counts(deleted) }).to_string())
                .reason(self.reason.map(str::to_owned)),
        );
        self.toll.deleted.add_all(deleted);
        self.toll.projects.push(path);
        Ok(())
    }

    /// Deletes a group with everything in it, the groups and projects below first.
    pub(super) fn group(&mut self, id: GroupId) -> Result<()> {
        let Some(Group { path, parent, .. }) = self.writing.group(id)? else { return Ok(()) };
        for below in self.writing.groups_in_group(id)? {
            self.group(below)?;
        }
        for project in self.writing.projects_in_group(id)? {
            self.project(project)?;
        }
        let boundary = Boundary::Group(id);
        self.tokens(self.writing.live_tokens_in(boundary)?, "its group was deleted")?;
        self.runners(boundary)?;
        let members = self.writing.take_members(boundary)?;
        self.memberships(members);
        self.writing.delete_group(id, &path)?;
        self.changes.push(
            Change::of("group.delete", "group", id.0, &path)
                .within(boundary)
                .before(json!({ "parent_id": parent.map(|id| id.0) }).to_string())
                .reason(self.reason.map(str::to_owned)),
        );
        self.toll.groups.push(path);
        Ok(())
    }

    fn tokens(&mut self, tokens: Vec<Token>, why: &str) -> Result<()> {
        for token in tokens {
            let change = ending::end(self.writing, self.actor, &token, Some(why))?;
            self.toll.tokens += u64::from(change.is_some());
            self.changes.extend(change);
        }
        Ok(())
    }

    fn memberships(&mut self, ended: Vec<Ended>) {
        self.toll.memberships += ended.len() as u64;
        self.changes.extend(ended.into_iter().map(|ended| {
            Change::of("member.remove", "user", ended.user.0, ended.username)
                .within(ended.boundary)
                .before(json!({ "role": ended.role.word() }).to_string())
        }));
    }

    /// Takes the deploy keys out of a project, dead ones too.
    fn keys(&mut self, project: ProjectId) -> Result<()> {
        for (id, can_push) in self.writing.keys_in(project)? {
            if let Some(key) = self.writing.token(id)? {
                let (disabling, changes) = keys::leave(self.writing, self.actor, &key, project, can_push)?;
                self.toll.tokens += u64::from(disabling == Disabling::Revoked);
                self.toll.keys += u64::from(disabling == Disabling::Left);
                self.changes.extend(changes);
                let dead = (disabling == Disabling::Dead).then(|| keys::disabled(&key, project, can_push));
                self.changes.extend(dead);
            }
            // The last one was revoked in it and is listed there, but nothing is enabled in what is not there.
            self.writing.disable_key(id, project)?;
        }
        Ok(())
    }

    fn runners(&mut self, boundary: Boundary) -> Result<()> {
        for listed in self.writing.runners(Some(boundary))? {
            let (removed, changes) = runner::remove(self.writing, self.actor, listed.runner)?;
            self.toll.tokens += removed.tokens.len() as u64;
            self.toll.jobs += removed.jobs.len() as u64;
            self.toll.runners += 1;
            self.changes.extend(changes);
        }
        Ok(())
    }

    /// Cancels the jobs that run; one that timed out stays what it is.
    fn jobs(&mut self, jobs: &[ListedJob]) -> Result<()> {
        for listed in jobs.iter().filter(|listed| listed.job.status(self.writing.now) == "running") {
            let (token, changes) = job::end(self.writing, self.actor, listed, Outcome::Canceled)?;
            self.toll.tokens += u64::from(token.is_some());
            self.toll.jobs += 1;
            self.changes.extend(changes);
        }
        Ok(())
    }

    fn ghost(&mut self) -> Result<User> {
        let (ghost, is_new) = self.writing.ghost(self.actor.id)?;
        if is_new {
            let kind = json!({ "kind": ghost.kind.word() }).to_string();
            self.changes.push(Change::of("user.add", "user", ghost.id.0, &ghost.username).after(kind));
        }
        Ok(ghost)
    }
}

/// Returns a tally as the trail keeps it.
fn counts(tally: Tally) -> Value {
    Value::Object(tally.kinds().map(|(kind, count)| (kind.word().to_owned(), count.into())).collect::<Map<_, _>>())
}
