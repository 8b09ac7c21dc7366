//! Verifying the trail: the chain by itself, and heads of it that were kept elsewhere.

use std::collections::BTreeMap;

use super::Authority;
use super::people::admins_only;
use crate::domain::error::Result;
use crate::domain::head::{Hash, Head};
use crate::domain::id::Sequence;
use crate::domain::progress::Step;
use crate::store::{Break, Reading, Walk};

/// Says what is wrong with the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An event is not there.
    Missing,
    /// An event does not follow the one before it.
    Altered,
    /// The trail ends before a head that was kept.
    CutOff,
    /// The event of a head that was kept is another.
    Rewritten,
}

impl Fault {
    /// Returns the fault's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Altered => "altered",
            Self::CutOff => "cut_off",
            Self::Rewritten => "rewritten",
        }
    }

    /// Returns what it means.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Missing => "this event was taken out of the trail",
            Self::Altered => "this event was edited, moved or put in, or the one before it was",
            Self::CutOff => "the trail was cut off: a head that was kept is of this event, and it is not there",
            Self::Rewritten => "the trail was rewritten: a head that was kept has another hash for this event",
        }
    }
}

/// What verifying the trail found.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// What the first event that is there has to follow.
    pub start: Head,
    /// The last event that follows the one before it; the start, where there is none.
    pub end: Head,
    /// How many events these are.
    pub events: u64,
    /// The first event that breaks the chain; nothing behind it was looked at.
    pub broken: Option<Sequence>,
    /// What is wrong, by the place in the chain.
    pub findings: Vec<(Sequence, Fault)>,
    /// The newest of the heads that were compared and are right.
    pub vouched: Option<Head>,
    /// How many heads are of events that lie before the beginning of what the trail keeps.
    pub too_old: usize,
    /// How many heads are of events that lie behind a break, and stand there with the hash they had.
    pub unknown: usize,
}

impl Authority<'_> {
    /// Walks along the chain of the trail, and compares it with heads that were kept. `None`: there is no store yet at the
    /// default place.
    ///
    /// # Errors
    /// `Refused` for whoever is no admin, `Store`. What is wrong with the trail is a finding and no error.
    pub fn inspect_trail(&self, heads: &[Head]) -> Result<Option<Inspection>> {
        let inspected = self.read(|reading, actor| {
            admins_only(actor, "read the trail")?;
            let mut kept: BTreeMap<i64, Vec<Hash>> = BTreeMap::new();
            for head in heads {
                kept.entry(head.sequence.0).or_default().push(head.hash);
            }
            let (mut findings, mut vouched) = (Vec::new(), None);
            let newest = reading.head()?.map(|head| head.sequence.0.unsigned_abs());
            let walk = reading.walk(|passed| {
                (self.watch)(Step::At("verifying the trail", passed.sequence.0.unsigned_abs(), newest));
                let Some(hashes) = kept.get(&passed.sequence.0) else { return };
                if hashes.iter().all(|hash| *hash == passed.hash) {
                    vouched = Some(passed);
                } else {
                    findings.push((passed.sequence, Fault::Rewritten));
                }
            })?;
            let Walk { start, end, events, broken } = walk;
            let broken = broken.map(|broken| match broken {
                Break::Missing(sequence) => (sequence, Fault::Missing),
                Break::Altered(sequence) => (sequence, Fault::Altered),
            });
            findings.extend(broken);
            // Behind a break nothing is known of an event, but that it is not there, or has another hash than it had.
            let mut unknown = 0;
            for (sequence, hashes) in kept.range(end.sequence.0 + 1..) {
                let sequence = Sequence(*sequence);
                let fault = behind(reading, sequence, hashes)?;
                unknown += if fault.is_none() { hashes.len() } else { 0 };
                findings.extend(fault.map(|fault| (sequence, fault)));
            }
            let too_old = heads.iter().filter(|head| head.sequence < start.sequence).count();
            let broken = broken.map(|(at, _)| at);
            Ok(Inspection { start, end, events, broken, findings, vouched, too_old, unknown })
        })?;
        Ok(inspected.or_else(|| Inspection::of_nothing(heads)))
    }
}

/// Looks for an event behind the end of what could be verified.
fn behind(reading: &Reading<'_>, sequence: Sequence, hashes: &[Hash]) -> Result<Option<Fault>> {
    for hash in hashes {
        match reading.has_hash(Head { sequence, hash: *hash })? {
            None => return Ok(Some(Fault::CutOff)),
            Some(false) => return Ok(Some(Fault::Rewritten)),
            Some(true) => {}
        }
    }
    Ok(None)
}

impl Inspection {
    /// Where there is no store, there is no trail either; a head that was kept says that there was one.
    fn of_nothing(heads: &[Head]) -> Option<Self> {
        let (start, end) = (Head::BEFORE_ALL, Head::BEFORE_ALL);
        let findings: Vec<_> = heads.iter().map(|head| (head.sequence, Fault::CutOff)).collect();
        let nothing = Self { start, end, events: 0, broken: None, findings, vouched: None, too_old: 0, unknown: 0 };
        (!heads.is_empty()).then_some(nothing)
    }
}
