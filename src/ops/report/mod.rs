//! The report: what there is, counted in one pass over the tokens that the caller may see.
//!
//! What is kept is bounded but for one number a place; the tokens themselves are kept up to a number that the caller says.

mod ends;
mod spans;
mod widest;

use std::cmp::Reverse;
use std::collections::BTreeMap;

pub use ends::{Ends, Month};
pub use spans::Span;
pub use widest::{Grant, Reach};

use super::list::{Entry, Filter};
use super::{Authority, enabled};
use crate::domain::alarm::{Alarm, Sort};
use crate::domain::error::Result;
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::policy::Policies;
use crate::domain::progress::Step;
use crate::domain::time::Timestamp;
use crate::domain::token::State;
use crate::domain::user::User;
use crate::store::{Listed, Reading, Surveyed};

/// How many of the next, the widest, the fullest and the newest are named.
pub const NAMED: usize = 10;

/// The words of [`Counts`], the live ones first; `renewable` is what has expired and can be renewed by a refresh secret.
pub const COUNTED: [&str; 5] = ["active", "suspended", "renewable", "expired", "revoked"];

/// How many tokens there are in each state, in the order of [`COUNTED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub [u64; 5]);

impl Counts {
    fn add(&mut self, entry: &Entry) {
        let at = match entry.state {
            State::Active => 0,
            State::Suspended => 1,
            State::Expired if entry.lives() => 2,
            State::Expired => 3,
            State::Revoked => 4,
        };
        self.0[at] += 1;
    }

    /// Returns how many of them are live.
    #[must_use]
    pub fn live(self) -> u64 {
        let [active, suspended, renewable, ..] = self.0;
        active + suspended + renewable
    }

    /// Returns how many there are in all states.
    #[must_use]
    pub fn all(self) -> u64 {
        self.0.iter().sum()
    }
}

/// A project, a group or a user, and how many live tokens are valid there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Full {
    /// What sort of boundary it is.
    pub boundary: Boundary,
    /// Its path or name.
    pub name: String,
    /// How many there are.
    pub live: u64,
}

/// An alarm, and the token it is about.
#[derive(Clone, Debug)]
pub struct Alarmed {
    /// The token.
    pub entry: Entry,
    /// What was seen.
    pub alarm: Alarm,
}

/// What there is.
#[derive(Clone, Debug)]
pub struct Report {
    /// When this was so.
    pub now: Timestamp,
    /// The path of the store.
    pub store: String,
    /// Who looked; `None`: there is no store yet.
    pub viewer: Option<User>,
    /// How many tokens there are in each state.
    pub all: Counts,
    /// The same by kind, of the kinds that there are tokens of.
    pub kinds: Vec<(Kind, Counts)>,
    /// The same by sort of boundary.
    pub boundaries: Vec<(&'static str, Counts)>,
    /// The places with the most live tokens.
    pub places: Vec<Full>,
    /// When live tokens end.
    pub ends: Ends,
    /// How long ago live tokens were made.
    pub ages: Vec<Span>,
    /// How long ago live tokens were used last, as far as it was noted.
    pub uses: Vec<Span>,
    /// The live tokens that open the most.
    pub widest: Vec<Grant>,
    /// The newest alarms.
    pub alarms: Vec<Alarmed>,
    /// Live tokens by number, as many as were asked for at most.
    pub tokens: Vec<Entry>,
}

impl Report {
    /// Returns how many live tokens there are.
    #[must_use]
    pub fn live(&self) -> u64 {
        self.all.live()
    }
}

impl Authority<'_> {
    /// Counts what there is, and keeps so many live tokens at most.
    ///
    /// # Errors
    /// `NotFound` where the filter names what is not there, and `Store`.
    pub fn report(&self, filter: &Filter, most: usize) -> Result<Report> {
        let report = self.read(|reading, actor| {
            let selection = filter.resolve(reading, actor)?;
            let (mut tally, mut seen) = (Tally::new(reading.now, reading.policies()?, most), 0);
            reading.survey(&selection, |surveyed| {
                seen += 1;
                (self.watch)(Step::At("counting tokens", seen, None));
                tally.count(reading, actor, surveyed)?;
                Ok(true)
            })?;
            tally.report(reading, actor)
        })?;
        let report = report.unwrap_or_else(|| Tally::new(self.now(), Policies::default(), 0).empty());
        Ok(Report { store: self.place().database().display().to_string(), ..report })
    }
}

/// A count under way.
struct Tally {
    now: Timestamp,
    policies: Policies,
    most: usize,
    all: Counts,
    kinds: Vec<Counts>,
    boundaries: [Counts; 5],
    places: BTreeMap<(usize, i64), (Boundary, String, u64)>,
    ends: ends::Tally,
    ages: spans::Tally,
    uses: spans::Tally,
    widest: Vec<Grant>,
    alarms: Vec<Alarmed>,
    tokens: Vec<Entry>,
}

/// The sorts of boundaries, the widest first.
const BOUNDARIES: [&str; 5] = ["instance", "group", "user", "projects", "project"];

impl Tally {
    fn new(now: Timestamp, policies: Policies, most: usize) -> Self {
        Self {
            now,
            policies,
            most,
            all: Counts::default(),
            kinds: vec![Counts::default(); Kind::all().count()],
            boundaries: [Counts::default(); 5],
            places: BTreeMap::new(),
            ends: ends::Tally::new(now),
            ages: spans::Tally::new(&spans::AGES),
            uses: spans::Tally::new(&spans::USES),
            widest: Vec::new(),
            alarms: Vec::new(),
            tokens: Vec::new(),
        }
    }

    fn count(&mut self, reading: &Reading<'_>, actor: &User, surveyed: Surveyed) -> Result<()> {
        let Surveyed { listed, holder, pushes, used_at, .. } = surveyed;
        let entry = Entry::of(listed, actor, self.now);
        let token = &entry.listed.token;
        self.all.add(&entry);
        if let Some(at) = Kind::all().position(|kind| kind == token.kind) {
            self.kinds[at].add(&entry);
        }
        let sort = BOUNDARIES.iter().position(|word| *word == token.boundary.word()).unwrap_or_default();
        self.boundaries[sort].add(&entry);
        if entry.listed.alarms > 0 && !entry.veiled {
            // That of a token that was rotated out stands at its heir too.
            let is_own = |alarm: &Alarm| alarm.what != Sort::RotatedOut.word() || alarm.detail.is_empty();
            for alarm in reading.alarms_of(token.id)?.into_iter().filter(is_own) {
                let newest = Reverse(alarm.last_at);
                let alarmed = || Alarmed { entry: entry.clone(), alarm };
                keep(&mut self.alarms, &newest, |alarmed| Reverse(alarmed.alarm.last_at), alarmed);
            }
        }
        if !entry.lives() {
            return Ok(());
        }
        self.count_place(sort, &entry.listed);
        if self.tokens.len() < self.most {
            let listed = enabled::placed(reading, Some(actor), entry.listed.clone())?;
            self.tokens.push(Entry { listed, ..entry.clone() });
        }
        // Of a token that one only glimpses one learns nothing further.
        if entry.veiled {
            return Ok(());
        }
        self.ages.add(Some(self.now.since(token.created_at)));
        self.uses.add(used_at.map(|used_at| self.now.since(used_at)));
        self.ends.add(&entry);
        let grant = Grant::of(entry, holder.as_ref(), pushes, &self.policies);
        keep(&mut self.widest, &Reverse(grant.width()), |grant| Reverse(grant.width()), || grant);
        Ok(())
    }

    fn count_place(&mut self, sort: usize, listed: &Listed) {
        let boundary = listed.token.boundary;
        let (id, name) = match boundary {
            Boundary::Project(id) => (id.0, listed.path.as_ref()),
            Boundary::Group(id) => (id.0, listed.path.as_ref()),
            Boundary::User(id) => (id.0, listed.holder.as_ref()),
            Boundary::Instance | Boundary::Projects => return,
        };
        let full = self.places.entry((sort, id)).or_insert_with(|| (boundary, name.cloned().unwrap_or_default(), 0));
        full.2 += 1;
    }

    fn report(self, reading: &Reading<'_>, actor: &User) -> Result<Report> {
        let mut report = self.empty();
        let place = |entry: &mut Entry| -> Result<()> {
            entry.listed = enabled::placed(reading, Some(actor), entry.listed.clone())?;
            Ok(())
        };
        report.ends.next.iter_mut().try_for_each(place)?;
        report.widest.iter_mut().map(|grant| &mut grant.entry).try_for_each(place)?;
        report.alarms.iter_mut().map(|alarmed| &mut alarmed.entry).try_for_each(place)?;
        report.viewer = Some(actor.clone());
        Ok(report)
    }

    /// Returns what was counted, which nobody has looked at yet.
    fn empty(self) -> Report {
        let mut places = Vec::new();
        for (boundary, name, live) in self.places.into_values() {
            let order = |full: &Full| (Reverse(full.live), full.name.clone());
            let full = Full { boundary, name, live };
            keep(&mut places, &order(&full), order, || full);
        }
        let is_there = |counts: &Counts| counts.all() > 0;
        Report {
            now: self.now,
            store: String::new(),
            viewer: None,
            all: self.all,
            kinds: Kind::all().zip(self.kinds).filter(|(_, counts)| is_there(counts)).collect(),
            boundaries: BOUNDARIES.into_iter().zip(self.boundaries).filter(|(_, counts)| is_there(counts)).collect(),
            places,
            ends: self.ends.ends(),
            ages: self.ages.spans(),
            uses: self.uses.spans(),
            widest: self.widest,
            alarms: self.alarms,
            tokens: self.tokens,
        }
    }
}

/// Puts one more among the first few, in their order; equal ones stay in the order in which they came. What is not kept
/// is not made.
fn keep<T, K: Ord>(kept: &mut Vec<T>, of_one: &K, key: impl Fn(&T) -> K, one: impl FnOnce() -> T) {
    let at = kept.partition_point(|other| key(other) <= *of_one);
    if at < NAMED {
        kept.insert(at, one());
        kept.truncate(NAMED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_few_are_kept_in_their_order() {
        let mut kept = Vec::new();
        for number in [5, 3, 9, 1, 7, 3, 8, 2, 6, 4, 0, 11, 10] {
            keep(&mut kept, &number, |number| *number, || number);
        }
        assert_eq!(kept, [0, 1, 2, 3, 3, 4, 5, 6, 7, 8]);
    }
}
