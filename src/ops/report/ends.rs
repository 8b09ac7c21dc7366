//! When live tokens end: day by day in this month and the twelve after it.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Months, NaiveDate};

use super::{Entry, keep};
use crate::domain::time::Timestamp;

/// How many months are told: this one, and a year of them.
const MONTHS: u32 = 13;

/// A month, and the ends in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// How many tokens end on which day, of the days on which any does.
    pub days: BTreeMap<u32, u64>,
}

impl Month {
    /// Returns how many days the month has.
    #[must_use]
    pub fn length(&self) -> u32 {
        u32::from(self.first.num_days_in_month())
    }

    /// Returns how many tokens end in the month.
    #[must_use]
    pub fn ends(&self) -> u64 {
        self.days.values().sum()
    }
}

/// When live tokens end, of the kinds that can be given a date: the others end with what they belong to.
#[derive(Clone, Debug)]
pub struct Ends {
    /// This month and the twelve after it.
    pub months: Vec<Month>,
    /// How many end later.
    pub later: u64,
    /// How many have no end.
    pub never: u64,
    /// Those that end next.
    pub next: Vec<Entry>,
}

/// A count of ends under way.
pub(super) struct Tally(Ends);

impl Tally {
    pub(super) fn new(now: Timestamp) -> Self {
        let first = now.date().with_day(1).unwrap_or_default();
        let months = (0..MONTHS).filter_map(|month| first.checked_add_months(Months::new(month)));
        let months = months.map(|first| Month { first, days: BTreeMap::new() }).collect();
        Self(Ends { months, later: 0, never: 0, next: Vec::new() })
    }

    /// Counts the end of a live token.
    pub(super) fn add(&mut self, entry: &Entry) {
        let Self(ends) = self;
        let token = &entry.listed.token;
        if !token.kind.is_dated() {
            return;
        }
        let Some(end) = token.expires_at else {
            ends.never += 1;
            return;
        };
        let date = end.date();
        match ends.months.iter_mut().find(|month| month.first.with_day(1) == date.with_day(1)) {
            Some(month) => *month.days.entry(date.day()).or_default() += 1,
            None => ends.later += 1,
        }
        keep(&mut ends.next, &Some(end), |entry| entry.listed.token.expires_at, || entry.clone());
    }

    pub(super) fn ends(self) -> Ends {
        self.0
    }
}
