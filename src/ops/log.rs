//! Reading the trail.

use super::people::admins_only;
use super::{Authority, find};
use crate::domain::action;
use crate::domain::error::{Error, Result};
use crate::domain::head::Head;
use crate::domain::id::{Sequence, TokenId};
use crate::domain::moment::Moment;
use crate::domain::user::User;
use crate::store::{Acting, EventSelection, Reading, Recorded};

pub use crate::store::Within;

/// Says which events are meant, by the names of things. Empty lists and `None` leave nothing out.
#[derive(Clone, Debug, Default)]
pub struct LogFilter {
    /// At this moment or after it.
    pub since: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
    /// By the user of this name, or by the admin of this name in another's place.
    pub actor: Option<String>,
    /// Of an action that matches one of these.
    pub actions: Vec<glob::Pattern>,
    /// About this sort of things, or one of them.
    pub object: Option<(String, Option<i64>)>,
    /// About this token, those whose place it took, and those that took its place.
    pub token: Option<TokenId>,
    /// In the project of a path, or in the group of one and below it.
    pub place: Option<Within>,
    /// Only so many, the newest.
    pub newest: Option<u64>,
    /// The newest first.
    pub backwards: bool,
}

/// An event, and where it happened.
#[derive(Clone, Debug)]
pub struct Told {
    /// The event.
    pub recorded: Recorded,
    /// The path of its project or group, there or deleted.
    pub path: Option<String>,
}

impl Told {
    /// Adds to an event where it happened.
    fn of(reading: &Reading<'_>, recorded: Recorded) -> Result<Self> {
        let change = &recorded.event.change;
        let path = match (change.project, change.group) {
            (Some(id), _) => reading.project_path(id)?,
            (None, Some(id)) => reading.group_path(id)?,
            (None, None) => None,
        };
        Ok(Self { recorded, path })
    }
}

impl LogFilter {
    /// Turns names into numbers. A name that neither the store nor the trail knows is mistyped.
    fn resolve(&self, reading: &Reading<'_>, actor: &User) -> Result<EventSelection> {
        let instant = |moment: Option<Moment>| moment.map(|moment| moment.instant(reading.now));
        let (mut since, until) = (instant(self.since), instant(self.until));
        if let (Some(since), Some(until)) = (since, until)
            && since > until
        {
            return Err(Error::usage(format!("{since} is later than {until}, so nothing lies between them"))
                .hint("`--since` is the earlier of the two moments, `--until` the later one"));
        }
        self.actions.iter().try_for_each(action::check_action)?;
        if let Some((word, _)) = &self.object {
            action::check_object(word)?;
        }
        let tokens = match self.token {
            None => None,
            Some(id) => {
                let (tokens, begin) = reading.lineage_of_token(id)?;
                if tokens.is_empty() {
                    return Err(Error::no_token(id));
                }
                // What happened to a token did not happen before it was made.
                since = since.max(begin);
                Some(tokens)
            }
        };
        if let Some(place) = &self.place {
            check_place(reading, actor, place)?;
        }
        Ok(EventSelection {
            since,
            until,
            actor: self.actor.as_ref().map(|name| acting(reading, name)).transpose()?,
            actions: self.actions.clone(),
            object: self.object.clone(),
            tokens,
            place: self.place.clone(),
            newest: self.newest,
            backwards: self.backwards,
        })
    }
}

fn acting(reading: &Reading<'_>, name: &str) -> Result<Acting> {
    let users = reading.users_once_named(name)?;
    if users.is_empty() && !reading.has_acted(name)? {
        let error = find::no_user(reading, name);
        let near = error.hint.filter(|hint| hint.starts_with("did you mean"));
        return Err(Error::not_found(format!("nobody called `{name}` is in the store or in the trail"))
            .hint(near.unwrap_or_else(|| "`tokctl user list` shows who there is".to_owned())));
    }
    Ok(Acting { users, name: name.to_owned() })
}

/// Checks that a place is there or was.
fn check_place(reading: &Reading<'_>, actor: &User, place: &Within) -> Result<()> {
    match place {
        Within::Project(path) if !reading.has_departed("project", path)? => {
            find::project(reading, actor, path).map(|_| ())
        }
        Within::Group(path) if !reading.has_departed("group", path)? => find::group(reading, actor, path).map(|_| ()),
        Within::Project(_) | Within::Group(_) => Ok(()),
    }
}

impl Authority<'_> {
    /// Hands the events that are meant to `visit`, one by one, until it says that it has enough. `false`: there is no store
    /// yet at the default place.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `NotFound` where the filter names what never was; those of `visit`, and `Store`.
    pub fn log(&self, filter: &LogFilter, mut visit: impl FnMut(Told) -> Result<bool>) -> Result<bool> {
        let mut found = 0;
        let read = self.read(|reading, actor| {
            admins_only(actor, "read the trail")?;
            reading.events(&filter.resolve(reading, actor)?, |recorded| {
                self.tell_row(&mut found);
                visit(Told::of(reading, recorded)?)
            })
        })?;
        Ok(read.is_some())
    }

    /// Counts the events that are meant. `None`: there is no store yet at the default place.
    ///
    /// # Errors
    /// As [`Self::log`].
    pub fn count_log(&self, filter: &LogFilter) -> Result<Option<u64>> {
        self.read(|reading, actor| {
            admins_only(actor, "read the trail")?;
            reading.count_events(&filter.resolve(reading, actor)?)
        })
    }

    /// Returns one event.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `NotFound`, `Store`.
    pub fn event(&self, sequence: Sequence) -> Result<Told> {
        let told = self.read(|reading, actor| {
            admins_only(actor, "read the trail")?;
            let Some(recorded) = reading.event(sequence)? else { return Ok(None) };
            Told::of(reading, recorded).map(Some)
        })?;
        told.flatten().ok_or_else(|| {
            Error::not_found(format!("there is no event `{sequence}`"))
                .hint("`tokctl log list --limit 10` shows the newest there are")
        })
    }

    /// Returns the head of the trail: the newest event and its hash. `None`: there is no store yet at the default place.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Store`.
    pub fn head(&self) -> Result<Option<Head>> {
        let head = self.read(|reading, actor| {
            admins_only(actor, "read the trail")?;
            reading.head()
        })?;
        Ok(head.flatten())
    }
}
