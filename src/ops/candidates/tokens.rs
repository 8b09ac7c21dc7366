//! Tokens among the candidates: those that the command can be meant for, and that whoever asks may do it to.

use super::MOST;
use crate::domain::error::Result;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::token::State;
use crate::domain::user::User;
use crate::ops::grant::Where;
use crate::ops::list::{Entry, Filter, States};
use crate::ops::{Authority, enabled, find};
use crate::store::{Listed, Reading};

/// Says what a token is looked for to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To show it.
    Show,
    /// To give it a new secret.
    Rotate,
    /// To stop it.
    Suspend,
    /// To bring it back.
    Resume,
    /// To give it an earlier end.
    Shorten,
    /// To take it away.
    Revoke,
    /// To read what happened to it, whether it lives or not.
    Trace,
    /// To enable it in a project or take it out: a deploy key.
    Enable,
}

impl Purpose {
    fn deed(self) -> Deed {
        match self {
            Self::Show | Self::Trace | Self::Enable => Deed::See,
            Self::Rotate | Self::Resume => Deed::Take,
            Self::Suspend | Self::Shorten | Self::Revoke => Deed::End,
        }
    }

    fn filter(self) -> Filter {
        let states = match self {
            Self::Resume => States::Suspended,
            Self::Trace => States::All,
            _ => States::Live,
        };
        let kinds = match self {
            Self::Rotate => Kind::all().filter(|kind| kind.can_rotate()).collect(),
            Self::Shorten => Kind::all().filter(|kind| kind.is_dated()).collect(),
            Self::Enable => vec![Kind::DeployKey],
            _ => Vec::new(),
        };
        Filter { states, kinds, ..Filter::default() }
    }
}

impl Authority<'_> {
    /// Returns the newest live tokens of a place, or of all, that the caller may do something to; at most [`MOST`].
    ///
    /// # Errors
    /// `Store`.
    pub fn choices(&self, purpose: Purpose, place: Option<&Where>) -> Result<Vec<Entry>> {
        Ok(self.read(|reading, actor| tokens(reading, actor, purpose, place, ""))?.unwrap_or_default())
    }
}

/// Finds tokens by their ids, or, in a place, by their names.
pub(super) fn tokens(
    reading: &Reading<'_>,
    actor: &User,
    purpose: Purpose,
    place: Option<&Where>,
    begin: &str,
) -> Result<Vec<Entry>> {
    let Some(filter) = within(reading, actor, purpose.filter(), place)? else { return Ok(Vec::new()) };
    let selection = filter.resolve(reading, actor)?;
    let mut found = Vec::new();
    let visit = |listed: Listed| {
        let token = &listed.token;
        let fits = purpose != Purpose::Suspend || token.state(reading.now) == State::Active;
        let may = actor.admin
            || matches!(find::ruling(reading, actor, token, purpose.deed())?, Ruling::Allowed | Ruling::Glimpse);
        // What acts as a user in a project is not called by its name with the user.
        let is_there = !matches!(place, Some(Where::User(_))) || token.boundary.user().is_some();
        if fits && may && is_there {
            found.push(Entry::of(enabled::placed(reading, Some(actor), listed)?, actor, reading.now));
        }
        Ok(found.len() < MOST)
    };
    match place {
        None => reading.tokens_beginning(&selection, begin, visit)?,
        Some(_) => reading.tokens_named_beginning(&selection, begin, visit)?,
    }
    Ok(found)
}

/// Adds a place to a filter; `None` where it is not there or out of sight. Near names, as an error has them, are not looked
/// for.
fn within(reading: &Reading<'_>, actor: &User, mut filter: Filter, place: Option<&Where>) -> Result<Option<Filter>> {
    let is_seen = match place {
        Some(Where::Project(path)) => {
            filter.project = Some(path.clone());
            let project = reading.project_at(path)?;
            project.map(|project| find::sees_project(reading, actor, &project)).transpose()? == Some(true)
        }
        Some(Where::Group(path)) => {
            filter.group = Some(path.clone());
            let group = reading.group_at(path)?;
            group.map(|group| reading.sees_group(actor, group.id)).transpose()? == Some(true)
        }
        Some(Where::User(name)) => {
            filter.user = Some(name.clone());
            reading.user_named(name)?.is_some()
        }
        _ => true,
    };
    Ok(is_seen.then_some(filter))
}
