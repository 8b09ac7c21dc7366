//! Minting many: in one transaction, all of them or none.

mod wanted;

use serde_json::json;

use self::wanted::Made;
pub use self::wanted::{NewKey, Wanted};
use super::gathered::Gathered;
use super::grant::is_given_by;
use super::mint::{Giving, Minted};
use super::{Authority, Changed, Delivery};
use crate::domain::digest::Digest;
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::kind::Kind;
use crate::domain::progress::Step;
use crate::domain::user::User;
use crate::store::{Listed, Writing};

/// The most that are minted at once.
pub const MOST: usize = 100_000;

/// Says what is to be minted, and where that was written.
#[derive(Clone)]
pub struct Row {
    /// The line that it begins in, from 1 on, where it was read.
    pub line: Option<u64>,
    /// What it is to be.
    pub wanted: Wanted,
}

/// Says what many are to be minted.
#[derive(Clone)]
pub struct Batch {
    /// What they were read from, for the trail.
    pub source: Option<String>,
    /// What each is to be.
    pub rows: Vec<Row>,
}

/// Many that were minted.
#[derive(Default)]
pub struct Many {
    /// Those with secrets, in their order.
    pub minted: Vec<Minted>,
    /// The deploy keys, which have none, in theirs.
    pub keys: Vec<Listed>,
}

impl Many {
    /// Returns all of them, in their order.
    #[must_use]
    pub fn listed(&self) -> Vec<&Listed> {
        let minted = self.minted.iter().map(|minted| &minted.listed);
        let mut all: Vec<&Listed> = minted.chain(&self.keys).collect();
        all.sort_by_key(|listed| listed.token.id);
        all
    }
}

impl Batch {
    /// Returns the kind that all of them are of; `None` where they differ.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let kind = self.rows.first()?.wanted.kind();
        self.rows.iter().all(|row| row.wanted.kind() == kind).then_some(kind)
    }
}

impl Row {
    fn located(&self, error: Error) -> Error {
        match self.line {
            Some(line) => error.in_line(line),
            None => error,
        }
    }
}

impl Authority<'_> {
    /// Mints every token of a batch, in their order, or none. Each has its event, and the batch one more.
    ///
    /// # Errors
    /// Those of [`Self::mint`], with the line in front where there is one.
    pub fn mint_many(&self, batch: &Batch, delivery: &mut Delivery<'_, Many>) -> Result<Many> {
        self.check_batch(batch)?;
        self.deliver(delivery, |writing, actor| self.give(writing, actor, batch))
    }

    /// Says what [`Self::mint_many`] would make, by making it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::mint_many`], but for those of the delivery.
    pub fn rehearse_mint_many(&self, batch: &Batch) -> Result<Vec<Listed>> {
        self.check_batch(batch)?;
        let minted = self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            self.give(writing, actor, batch)
        })?;
        Ok(minted.listed().into_iter().cloned().collect())
    }

    /// Finds the live tokens of secrets that were handed over before, if they are just what a batch would give, one by one
    /// and in its order.
    ///
    /// # Errors
    /// `Store`, and those of finding the places of the batch.
    pub fn find_batch(&self, batch: &Batch, digests: &[Digest]) -> Result<Option<Vec<Listed>>> {
        if batch.rows.len() != digests.len() {
            return Ok(None);
        }
        let found = self.read(|reading, actor| {
            let mut found = Vec::with_capacity(digests.len());
            for (row, digest) in batch.rows.iter().zip(digests) {
                let Some(presented) = reading.presented(digest)? else { return Ok(None) };
                // What is more than a grant is made anew each time.
                let Wanted::Token(grant) = &row.wanted else { return Ok(None) };
                let same = is_given_by(reading, actor, &presented.token, grant);
                if !same.map_err(|error| row.located(error))? {
                    return Ok(None);
                }
                found.extend(reading.listed(presented.token.id)?);
            }
            Ok(Some(found))
        })?;
        Ok(found.flatten())
    }

    /// Checks what can be checked without the store.
    fn check_batch(&self, batch: &Batch) -> Result<()> {
        if batch.rows.len() > MOST {
            return Err(Error::usage(format!("these are more than {MOST} tokens at once")));
        }
        let now = self.now();
        batch.rows.iter().try_for_each(|row| row.wanted.check(now).map_err(|error| row.located(error)))
    }

    fn give(&self, writing: &Writing<'_>, actor: &User, batch: &Batch) -> Result<Changed<Many>> {
        writing.expect_many(batch.rows.len())?;
        let mut giving = Giving::new(writing, actor);
        let mut gathered = Gathered::new(self, writing);
        let mut made = Many::default();
        for (done, row) in batch.rows.iter().enumerate() {
            (self.watch)(Step::At("making tokens", done as u64, Some(batch.rows.len() as u64)));
            let (one, changes) = row.wanted.make(&mut giving, row.line).map_err(|error| row.located(error))?;
            match one {
                Made::Minted(minted) => made.minted.push(minted),
                Made::Key(listed) => made.keys.push(listed),
            }
            gathered.add(changes)?;
        }
        let mut changes = gathered.rest();
        changes.extend(summary("token.create_many", &made, batch));
        Ok((made, changes))
    }
}

/// Returns the one event about all of them.
fn summary(action: &str, made: &Many, batch: &Batch) -> Option<Change> {
    let made = made.listed();
    let (first, last) = (made.first()?.token.id.0, made.last()?.token.id.0);
    let after = json!({
        "kind": batch.kind().map(Kind::word), "count": made.len(), "first": first, "last": last, "from": batch.source,
    });
    Some(Change::about(action, "tokens", format!("{} tokens", made.len())).after(after.to_string()))
}
