//! The past: how everything was at an instant, by what is there now and by what the trail says of the changes since.
//!
//! What has changed since then first changed from what it was then: of each thing the first event after the instant says
//! how it was before, and a thing without such an event is as it was. So nothing is needed of what came before the instant.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::find;
use crate::domain::error::{Error, Result};
use crate::domain::event::Event;
use crate::domain::expiry::parse_instant;
use crate::domain::id::{GroupId, ProjectId, TokenId, UserId};
use crate::domain::moment::Moment;
use crate::domain::place::{Boundary, Group, Home, Project, Visibility};
use crate::domain::policy::{Policies, Policy};
use crate::domain::role::Role;
use crate::domain::time::Timestamp;
use crate::domain::token::Suspension;
use crate::domain::user::User;
use crate::store::{EventSelection, Keeping, Reading};

/// The changes after which something is not as it was.
const CHANGES: [&str; 16] = [
    "token.suspend",
    "token.resume",
    "token.shorten",
    "token.replaced",
    "deploy_key.enable",
    "deploy_key.disable",
    "member.add",
    "member.remove",
    "user.admin",
    "user.block",
    "user.unblock",
    "user.delete",
    "project.transfer",
    "project.visibility",
    "project.delete",
    "group.transfer",
];

/// How everything was at an instant. What there is much of is kept by the store; here is the rest.
pub(super) struct Past {
    /// The instant.
    pub(super) at: Timestamp,
    homes: BTreeMap<ProjectId, Home>,
    visibilities: BTreeMap<ProjectId, Visibility>,
    parents: BTreeMap<GroupId, Option<GroupId>>,
    policies: BTreeMap<String, String>,
}

impl Past {
    /// Reads in the trail how everything was.
    ///
    /// # Errors
    /// `Usage` for an instant that has not come, `NotFound` for one that the trail does not reach back to, `Store`.
    pub(super) fn recall(reading: &Reading<'_>, moment: Moment) -> Result<Self> {
        let at = moment.instant(reading.now);
        if at > reading.now {
            return Err(Error::usage(format!("{at} has not come yet"))
                .because("what will have changed by then nobody knows")
                .hint("`tokctl list --expiring 30d` lists what ends by itself within 30 days"));
        }
        if let Some(begin) = reading.past_begins()?.filter(|begin| at < *begin) {
            return Err(Error::not_found(format!("how it was at {at} is not known any more"))
                .because(format!("what the store keeps of the past begins at {begin}")));
        }
        let mut past = Self {
            at,
            homes: BTreeMap::new(),
            visibilities: BTreeMap::new(),
            parents: BTreeMap::new(),
            policies: BTreeMap::new(),
        };
        // In the instant's own second everything has happened that bears it.
        let Some(after) = at.plus(1) else { return Ok(past) };
        let words = CHANGES.iter().chain(&["group.delete", "policy.set"]);
        let actions = words.filter_map(|word| glob::Pattern::new(word).ok()).collect();
        let selection = EventSelection { since: Some(after), actions, ..EventSelection::default() };
        let keeping = reading.keep_past()?;
        reading.events(&selection, |recorded| {
            past.undo(&keeping, &Before::of(&recorded.event)?)?;
            Ok(true)
        })?;
        Ok(past)
    }

    /// Keeps what was before a change.
    fn undo(&mut self, keeping: &Keeping<'_>, before: &Before<'_>) -> Result<()> {
        let change = &before.event.change;
        let id = change.object_id.unwrap_or_default();
        match change.action.as_str() {
            "token.suspend" | "token.resume" | "token.shorten" => {
                keeping.end(TokenId(id), before.instant("expires_at")?)?;
                let until = before.instant("suspended_until")?;
                let stop = before.instant("suspended_at")?.map(|at| Suspension { at, until });
                keeping.stop(TokenId(id), stop)
            }
            // Without an overlap it was revoked in that moment, and its end stayed what it was.
            "token.replaced" if before.ends_at_once() => Ok(()),
            "token.replaced" => keeping.end(TokenId(id), before.instant("expires_at")?),
            "deploy_key.enable" | "deploy_key.disable" => match change.project {
                Some(project) => keeping.key(TokenId(id), project, before.text("access").map(|word| word == "write")),
                None => Err(before.nonsense()),
            },
            "member.add" | "member.remove" => {
                let role = before.text("role").map(|word| Role::parse(word).ok_or_else(|| before.nonsense()));
                keeping.member(UserId(id), before.place()?, role.transpose()?)
            }
            "user.admin" | "user.block" | "user.unblock" => {
                keeping.user(UserId(id), before.flag("admin"), before.flag("blocked"))
            }
            "user.delete" => {
                keeping.user(UserId(id), before.flag("admin").or(Some(false)), before.flag("blocked").or(Some(false)))
            }
            "project.transfer" => self.moved(ProjectId(id), before),
            "project.visibility" => self.shown(ProjectId(id), before),
            "project.delete" => {
                self.moved(ProjectId(id), before)?;
                self.shown(ProjectId(id), before)
            }
            "group.transfer" | "group.delete" => {
                self.parents.entry(GroupId(id)).or_insert_with(|| before.number("parent_id").map(GroupId));
                Ok(())
            }
            "policy.set" => {
                let value = before.text("value").ok_or_else(|| before.nonsense())?;
                self.policies.entry(change.name.clone()).or_insert_with(|| value.to_owned());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn moved(&mut self, project: ProjectId, before: &Before<'_>) -> Result<()> {
        let group = before.number("group_id").map(|id| Home::Group(GroupId(id)));
        let owner = before.number("owner_id").map(|id| Home::User(UserId(id)));
        let home = group.or(owner).ok_or_else(|| before.nonsense())?;
        self.homes.entry(project).or_insert(home);
        Ok(())
    }

    fn shown(&mut self, project: ProjectId, before: &Before<'_>) -> Result<()> {
        let visibility = before.text("visibility").and_then(Visibility::parse).ok_or_else(|| before.nonsense())?;
        self.visibilities.entry(project).or_insert(visibility);
        Ok(())
    }

    /// Returns the policies of then.
    pub(super) fn policies(&self, reading: &Reading<'_>) -> Result<Policies> {
        let mut policies = reading.policies()?;
        for (word, value) in &self.policies {
            if let Some(policy) = Policy::parse(word) {
                policies
                    .set(policy, value)
                    .map_err(|error| Error::store(error.what).because("it stands in the trail"))?;
            }
        }
        Ok(policies)
    }

    /// Finds a project that was there then, as it was but for its path.
    pub(super) fn project(&self, reading: &Reading<'_>, actor: &User, path: &str) -> Result<Project> {
        let Some(id) = reading.project_then(path, self.at)? else {
            let now = find::project(reading, actor, path)?;
            return Err(self.not_there("project", &now.path));
        };
        let now = reading.project(id)?;
        match &now {
            Some(project) if find::sees_project(reading, actor, project)? => {}
            None if actor.admin => {}
            _ => return find::project(reading, actor, path),
        }
        let home = self.homes.get(&id).copied().or(now.as_ref().map(|project| project.home));
        let visibility = self.visibilities.get(&id).copied().or(now.map(|project| project.visibility));
        let (Some(home), Some(visibility)) = (home, visibility) else {
            return Err(Error::store(format!("the trail does not say where the project `{path}` lay")));
        };
        Ok(Project { id, home, visibility, path: path.to_owned() })
    }

    /// Finds a group that was there then.
    pub(super) fn group(&self, reading: &Reading<'_>, actor: &User, path: &str) -> Result<GroupId> {
        match reading.group_then(path, self.at)? {
            None => {
                let Group { path, .. } = find::group(reading, actor, path)?;
                Err(self.not_there("group", &path))
            }
            Some(id) if actor.admin => Ok(id),
            Some(_) => find::group(reading, actor, path).map(|group| group.id),
        }
    }

    /// Finds the users who were there then, or had been, by the name that they have, or had last.
    pub(super) fn users(&self, reading: &Reading<'_>, name: &str) -> Result<Vec<UserId>> {
        let users = reading.users_then(name, self.at)?;
        if users.is_empty() {
            return Err(self.not_there("user", &find::user(reading, name)?.username));
        }
        Ok(users)
    }

    /// Returns a group and all groups above it, as the tree was then.
    pub(super) fn lineage(&self, reading: &Reading<'_>, group: GroupId) -> Result<Vec<GroupId>> {
        let mut lineage = vec![group];
        let mut next = Some(group);
        while let Some(group) = next {
            next = match self.parents.get(&group) {
                Some(parent) => *parent,
                None => reading.group(group)?.and_then(|group| group.parent),
            };
            // A tree has no circle; a trail that somebody edited may have.
            next = next.filter(|parent| !lineage.contains(parent));
            lineage.extend(next);
        }
        Ok(lineage)
    }

    fn not_there(&self, what: &str, name: &str) -> Error {
        Error::not_found(format!("there was no {what} `{name}` at {}", self.at)).because("it was added later")
    }
}

/// What an event says of how it was before.
struct Before<'e> {
    event: &'e Event,
    fields: Map<String, Value>,
}

impl<'e> Before<'e> {
    fn of(event: &'e Event) -> Result<Self> {
        let fields = match event.change.before.as_deref().map(serde_json::from_str) {
            None => Map::new(),
            Some(Ok(Value::Object(fields))) => fields,
            Some(_) => return Err(Self { event, fields: Map::new() }.nonsense()),
        };
        Ok(Self { event, fields })
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.fields.get(key).and_then(Value::as_str)
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.fields.get(key).and_then(Value::as_bool)
    }

    fn number(&self, key: &str) -> Option<i64> {
        self.fields.get(key).and_then(Value::as_i64)
    }

    fn instant(&self, key: &str) -> Result<Option<Timestamp>> {
        self.text(key).map(|text| parse_instant(text).map_err(|_| self.nonsense())).transpose()
    }

    /// Says whether a token was replaced without an overlap.
    fn ends_at_once(&self) -> bool {
        let after: Option<Value> =
            self.event.change.after.as_deref().and_then(|after| serde_json::from_str(after).ok());
        after.is_some_and(|after| after["ends_at"] == self.event.at.to_string().as_str())
    }

    fn place(&self) -> Result<Boundary> {
        let change = &self.event.change;
        let place = change.project.map(Boundary::Project).or(change.group.map(Boundary::Group));
        place.ok_or_else(|| self.nonsense())
    }

    fn nonsense(&self) -> Error {
        let sequence = self.event.sequence;
        Error::store(format!("event {sequence} of the trail does not say how it was before"))
            .hint("`tokctl log verify` says whether somebody edited the trail")
    }
}
