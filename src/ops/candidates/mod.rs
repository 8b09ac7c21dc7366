//! What somebody may be about to type: of the things there are, those that they may see and that the command can be meant
//! for.
//!
//! Nothing here waits, warns or writes; whoever asks has something better to do than to read an error.

mod tokens;

pub use self::tokens::Purpose;
use self::tokens::tokens;
use super::grant::Where;
use super::list::Entry;
use super::{Authority, find, job};
use crate::domain::error::Result;
use crate::domain::kind::Kind;
use crate::domain::permission::{Deed, Ruling};
use crate::domain::policy::Policy;
use crate::domain::user::{User, UserKind};
use crate::store::{EventSelection, Reading, Recorded, Store};

pub use crate::store::MOST_CANDIDATES as MOST;

/// So many runners or jobs are looked at, one by one, whether they may be seen.
const MOST_LOOKED_AT: usize = 500;

/// Says which users are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// All of them, bots and the Ghost User too.
    All,
    /// People.
    Human,
    /// People who are blocked.
    Blocked,
    /// People who are not.
    Unblocked,
    /// Those of them who are no admins: whom an admin may impersonate.
    Impersonable,
}

/// Says what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Live tokens, by their ids.
    Tokens(Purpose),
    /// Live tokens of a place, by their names.
    Names(Purpose, Where),
    /// Projects, by their paths.
    Projects,
    /// Groups, by their paths.
    Groups,
    /// Users, by their usernames.
    Users(People),
    /// Applications, by their names.
    Apps,
    /// Runners, by their ids.
    Runners,
    /// Jobs, by their ids: the running ones, or all.
    Jobs(Running),
    /// Policies, with what they are set to.
    Policies,
    /// Events, by their numbers, the newest of them.
    Events,
}

/// Says whether jobs must be running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Running {
    /// Those that have ended too.
    OrEnded,
    /// Only those that run.
    Only,
}

/// What can be typed, and a few words on what it is. Neither is escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What can be typed.
    pub value: String,
    /// What it is.
    pub about: String,
}

impl Candidate {
    fn new(value: impl Into<String>, about: impl Into<String>) -> Self {
        Self { value: value.into(), about: about.into() }
    }
}

impl People {
    fn are(self, user: &User) -> bool {
        match self {
            Self::All => true,
            Self::Human => user.kind == UserKind::Human,
            Self::Blocked => user.kind == UserKind::Human && user.blocked,
            Self::Unblocked => user.can_act(),
            Self::Impersonable => user.check_impersonable().is_ok(),
        }
    }
}

impl Authority<'_> {
    /// Returns the things of a sort that begin with a text, the newest or else the first of them. None where there is no
    /// store.
    ///
    /// # Errors
    /// Whatever keeps the store from being read at once.
    pub fn candidates(&self, sort: &Sort, begin: &str) -> Result<Vec<Candidate>> {
        let found = self.glance(|reading, actor| look(reading, actor, sort, begin))?;
        Ok(found.unwrap_or_default())
    }

    /// Returns the things of a sort, for somebody who waits for them.
    ///
    /// # Errors
    /// `Store`.
    pub fn offers(&self, sort: &Sort) -> Result<Vec<Candidate>> {
        Ok(self.read(|reading, actor| look(reading, actor, sort, ""))?.unwrap_or_default())
    }

    /// Reads as the caller what can be read at once. `None`: there is no store.
    fn glance<T>(&self, look: impl FnOnce(&Reading<'_>, &User) -> Result<T>) -> Result<Option<T>> {
        if !self.place.exists()? {
            return Ok(None);
        }
        let (store, _) = Store::at(self.place.clone(), self.allow_network)?;
        store.glance(self.clock, |reading| look(reading, &self.actor(reading)?.user)).map(Some)
    }
}

fn look(reading: &Reading<'_>, actor: &User, sort: &Sort, begin: &str) -> Result<Vec<Candidate>> {
    let seen_by = (!actor.admin).then_some(actor.id);
    Ok(match sort {
        Sort::Tokens(purpose) => tokens(reading, actor, *purpose, None, begin)?.iter().map(by_id).collect(),
        Sort::Names(purpose, place) => {
            tokens(reading, actor, *purpose, Some(place), begin)?.iter().filter_map(by_name).collect()
        }
        Sort::Projects => {
            let found = reading.projects_beginning(begin, seen_by)?.into_iter();
            found.map(|project| Candidate::new(project.path, format!("{} project", project.visibility))).collect()
        }
        Sort::Groups => {
            let found = reading.groups_beginning(begin, seen_by)?.into_iter();
            found.map(|path| Candidate::new(path, "group")).collect()
        }
        Sort::Users(people) => {
            let found = reading.users_beginning(begin)?.into_iter().filter(|user| people.are(user));
            found.map(person).collect()
        }
        Sort::Apps => {
            let found = reading.apps_beginning(begin)?.into_iter();
            found.map(|(name, scopes)| Candidate::new(name, scopes.words().join(" "))).collect()
        }
        Sort::Runners => runners(reading, actor, begin)?,
        Sort::Jobs(running) => jobs(reading, actor, begin, *running == Running::OrEnded)?,
        Sort::Policies => policies(reading, begin)?,
        Sort::Events if actor.admin => events(reading, begin)?,
        Sort::Events => Vec::new(),
    })
}

fn by_id(entry: &Entry) -> Candidate {
    let Entry { listed, veiled, .. } = entry;
    let token = &listed.token;
    let place = listed.path.as_ref().or(listed.holder.as_ref()).map(|place| format!(", {place}")).unwrap_or_default();
    let name = if *veiled { String::new() } else { format!(" {}", token.name) };
    Candidate::new(token.id.to_string(), format!("{}{name}{place}", token.kind))
}

/// A token goes by its name in its own boundary only, and not where the name is not to be known.
fn by_name(entry: &Entry) -> Option<Candidate> {
    let token = &entry.listed.token;
    (!entry.veiled).then(|| Candidate::new(token.name.as_str(), format!("{} token {}", token.kind, token.id)))
}

fn person(user: User) -> Candidate {
    let what = match (user.kind, user.blocked, user.admin) {
        (UserKind::Human, true, _) => "blocked",
        (UserKind::Human, false, true) => "admin",
        (UserKind::Human, false, false) => "user",
        (kind, _, _) => kind.word(),
    };
    let about = if user.name == user.username { what.to_owned() } else { format!("{}, {what}", user.name) };
    Candidate::new(user.username, about)
}

fn runners(reading: &Reading<'_>, actor: &User, begin: &str) -> Result<Vec<Candidate>> {
    let (mut found, mut left) = (Vec::new(), MOST_LOOKED_AT);
    reading.runners_beginning(begin, |runner| {
        left -= 1;
        if find::check(reading, actor, Kind::Runner, runner.boundary, false, Deed::See)? == Ruling::Allowed {
            found.push(Candidate::new(runner.id.to_string(), runner.description));
        }
        Ok(left > 0 && found.len() < MOST)
    })?;
    Ok(found)
}

fn jobs(reading: &Reading<'_>, actor: &User, begin: &str, ended_too: bool) -> Result<Vec<Candidate>> {
    let (mut found, mut left) = (Vec::new(), MOST_LOOKED_AT);
    reading.jobs_beginning(begin, ended_too, |listed| {
        left -= 1;
        let status = listed.job.status(reading.now);
        if (ended_too || status == "running") && job::sees(reading, actor, &listed)? {
            found.push(Candidate::new(
                listed.job.id.to_string(),
                format!("{status}, {} in {}", listed.username, listed.path),
            ));
        }
        Ok(left > 0 && found.len() < MOST)
    })?;
    Ok(found)
}

fn events(reading: &Reading<'_>, begin: &str) -> Result<Vec<Candidate>> {
    let newest = EventSelection { newest: Some(MOST_LOOKED_AT as u64), backwards: true, ..EventSelection::default() };
    let mut found = Vec::new();
    reading.events(&newest, |Recorded { event, .. }| {
        let sequence = event.sequence.to_string();
        if sequence.starts_with(begin) {
            found
                .push(Candidate::new(sequence, format!("{} {}, {}", event.change.action, event.change.name, event.at)));
        }
        Ok(found.len() < MOST)
    })?;
    Ok(found)
}

fn policies(reading: &Reading<'_>, begin: &str) -> Result<Vec<Candidate>> {
    let named = Policy::all().filter(|policy| policy.word().starts_with(begin));
    let candidate = |policy: Policy| {
        let set = reading.policy(policy)?.unwrap_or_else(|| policy.default_value().to_owned());
        Ok(Candidate::new(policy.word(), format!("{set}: {}", policy.about())))
    };
    named.map(candidate).collect()
}
