//! The world that a question is about: as it is, or as it was at a moment.

use super::find;
use super::past::Past;
use crate::domain::error::Result;
use crate::domain::id::{GroupId, UserId};
use crate::domain::moment::Moment;
use crate::domain::place::Project;
use crate::domain::policy::Policies;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::store::Reading;

/// The world, for whoever asks.
pub(super) struct World<'r, 'c> {
    reading: &'r Reading<'c>,
    actor: &'r User,
    past: Option<Past>,
}

impl<'r, 'c> World<'r, 'c> {
    /// The world as it is; with a moment, as it was then.
    ///
    /// # Errors
    /// Those of [`Past::recall`].
    pub(super) fn of(reading: &'r Reading<'c>, actor: &'r User, as_of: Option<Moment>) -> Result<Self> {
        let past = as_of.map(|moment| Past::recall(reading, moment)).transpose()?;
        Ok(Self { reading, actor, past })
    }

    /// Returns the moment, where it is past.
    pub(super) fn past(&self) -> Option<Timestamp> {
        self.past.as_ref().map(|past| past.at)
    }

    /// Returns the moment, which may be the present.
    pub(super) fn now(&self) -> Timestamp {
        self.past().unwrap_or(self.reading.now)
    }

    pub(super) fn policies(&self) -> Result<Policies> {
        match &self.past {
            None => self.reading.policies(),
            Some(past) => past.policies(self.reading),
        }
    }

    /// Returns the users of a name, the one who is there and those who are gone: what they made may be there still.
    pub(super) fn users(&self, name: &str) -> Result<Vec<UserId>> {
        if let Some(past) = &self.past {
            return past.users(self.reading, name);
        }
        let users = self.reading.users_once_named(name)?;
        if users.is_empty() { Err(find::no_user(self.reading, name)) } else { Ok(users) }
    }

    pub(super) fn project(&self, path: &str) -> Result<Project> {
        match &self.past {
            None => find::project(self.reading, self.actor, path),
            Some(past) => past.project(self.reading, self.actor, path),
        }
    }

    pub(super) fn group(&self, path: &str) -> Result<GroupId> {
        match &self.past {
            None => find::group(self.reading, self.actor, path).map(|group| group.id),
            Some(past) => past.group(self.reading, self.actor, path),
        }
    }

    /// Returns a group and all groups above it.
    pub(super) fn lineage(&self, group: GroupId) -> Result<Vec<GroupId>> {
        match &self.past {
            None => self.reading.lineage(group),
            Some(past) => past.lineage(self.reading, group),
        }
    }
}
