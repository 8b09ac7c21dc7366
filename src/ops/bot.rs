//! Bot users: each is made with its project access token, in the same transaction, for that one project.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::find;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::{ProjectId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::role::Role;
use crate::domain::token::{State, Token};
use crate::domain::user::{User, UserKind, bot_usernames};
use crate::store::{Reading, Writing};

/// Says whether a bot user can act: through its token only, and that while it is active.
pub(super) fn acts(reading: &Reading<'_>, bot: UserId) -> Result<bool> {
    Ok(reading.live_tokens_acting_as(bot)?.iter().any(|token| token.state(reading.now) == State::Active))
}

/// Which bot users somebody may know of: those of the projects that they see, and themselves.
pub(super) struct Sight {
    /// `None`: of all of them.
    seen: Option<BTreeSet<UserId>>,
}

impl Sight {
    pub(super) fn of(reading: &Reading<'_>, actor: &User) -> Result<Self> {
        if actor.admin {
            return Ok(Self { seen: None });
        }
        let mut seen = BTreeSet::from([actor.id]);
        let mut projects: BTreeMap<ProjectId, bool> = BTreeMap::new();
        for (bot, project) in reading.homes_of_bots()? {
            let is_seen = match projects.entry(project) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(unknown) => {
                    let found = reading.project(project)?;
                    *unknown.insert(found.map_or(Ok(false), |found| find::sees_project(reading, actor, &found))?)
                }
            };
            if is_seen {
                seen.insert(bot);
            }
        }
        Ok(Self { seen: Some(seen) })
    }

    pub(super) fn reaches(&self, user: &User) -> bool {
        user.kind != UserKind::Bot || self.seen.as_ref().is_none_or(|seen| seen.contains(&user.id))
    }
}

/// A bot user in the transaction that makes it.
pub(super) struct Bot {
    /// Its number.
    pub(super) id: UserId,
    /// Its username.
    pub(super) username: String,
    name: Option<String>,
    project: ProjectId,
}

impl Bot {
    /// Makes a bot user, Maintainer of its one project, whose name is the name of its token.
    pub(super) fn make(
        writing: &Writing<'_>,
        actor: &User,
        project: ProjectId,
        username: String,
        name: Option<&str>,
    ) -> Result<Self> {
        let shown_as = name.unwrap_or(Kind::ProjectAccess.word());
        let id = writing.insert_user(UserKind::Bot, &username, shown_as, false, Some(actor.id))?;
        writing.put_member(id, Boundary::Project(project), Role::Maintainer, actor.id)?;
        Ok(Self { id, username, name: name.map(str::to_owned), project })
    }

    /// Gives the bot the name of its token, where that was made up and not known before.
    pub(super) fn name_after(&mut self, writing: &Writing<'_>, token: &Token) -> Result<()> {
        if self.name.is_none() {
            writing.name_user(self.id, &token.name)?;
            self.name = Some(token.name.clone());
        }
        Ok(())
    }

    /// Returns what the trail says of the bot's making.
    pub(super) fn changes(self) -> Vec<Change> {
        let boundary = Boundary::Project(self.project);
        vec![
            Change::of("user.add", "user", self.id.0, &self.username)
                .within(boundary)
                .after(json!({ "kind": UserKind::Bot.word(), "name": self.name, "admin": false }).to_string()),
            Change::of("member.add", "user", self.id.0, &self.username)
                .within(boundary)
                .before(json!({ "role": null }).to_string())
                .after(json!({ "role": Role::Maintainer.word() }).to_string()),
        ]
    }
}

/// The usernames of a project's bots, one after the other.
pub(super) struct BotNames {
    names: Box<dyn Iterator<Item = String>>,
    taken: BTreeSet<String>,
}

impl BotNames {
    pub(super) fn of(reading: &Reading<'_>, project: ProjectId) -> Result<Self> {
        let base = bot_usernames(project).next().unwrap_or_default();
        Ok(Self { names: Box::new(bot_usernames(project)), taken: reading.usernames_beginning(&base)? })
    }

    /// Returns the next that nobody has; a group at the top may have one too.
    pub(super) fn free(&mut self, reading: &Reading<'_>) -> Result<String> {
        for candidate in self.names.by_ref() {
            if !self.taken.contains(&candidate) && !reading.is_path_taken(&candidate)? {
                return Ok(candidate);
            }
        }
        Err(Error::conflict("every username for a bot user of this project is taken"))
    }
}
