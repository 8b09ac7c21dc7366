//! Rotating many: in one transaction, all of them or none.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Terms, obstacle, replace};
use crate::domain::error::{Error, Result};
use crate::domain::event::Change;
use crate::domain::id::TokenId;
use crate::domain::permission::{Deed, Ruling, glimpsed_by_holder};
use crate::domain::progress::Step;
use crate::domain::user::User;
use crate::ops::gathered::Gathered;
use crate::ops::list::Filter;
use crate::ops::mint::Minted;
use crate::ops::target::Target;
use crate::ops::{Authority, Changed, Delivery, find};
use crate::store::{Listed, Order, Reading, Writing};

/// Says which tokens are to be rotated, and how.
#[derive(Clone, Debug)]
pub struct Rotations {
    /// The tokens.
    pub target: Target,
    /// How.
    pub terms: Terms,
}

/// Says what was rotated, and what not.
#[derive(Default)]
pub struct Rotated {
    /// The tokens that were rotated, as they were before.
    pub old: Vec<Listed>,
    /// What took their places, in the same order.
    pub minted: Vec<Minted>,
    /// Of a selection what was left out, since it cannot be rotated: why, and how many.
    pub left_out: Vec<(String, usize)>,
}

/// The tokens that are meant, and what is left out of them.
#[derive(Default)]
struct Meant {
    tokens: Vec<Listed>,
    ids: BTreeSet<TokenId>,
    left_out: BTreeMap<String, usize>,
}

impl Authority<'_> {
    /// Rotates every token that is meant, or none: those that are named in their order, those that are selected by number.
    ///
    /// # Errors
    /// Of tokens that are named, those of [`Self::rotate`]. `Refused` where one of a selection may not be rotated by the
    /// caller; what cannot be rotated at all is left out of a selection. `Delivery`, `Store` and `Clock`.
    pub fn rotate_many(&self, rotations: &Rotations, delivery: &mut Delivery<'_, Rotated>) -> Result<Rotated> {
        rotations.terms.check(self.now())?;
        if !self.has_store()? {
            return self.nothing_to_rotate(&rotations.target);
        }
        self.deliver(delivery, |writing, actor| self.replace_all(writing, actor, rotations))
    }

    /// Says what [`Self::rotate_many`] would do, by doing it and taking it back.
    ///
    /// # Errors
    /// Those of [`Self::rotate_many`], but for those of the delivery.
    pub fn rehearse_rotate_many(&self, rotations: &Rotations) -> Result<Rotated> {
        rotations.terms.check(self.now())?;
        if !self.has_store()? {
            return self.nothing_to_rotate(&rotations.target);
        }
        self.try_out(|writing, actor| {
            Self::check_clock(writing)?;
            self.replace_all(writing, actor, rotations)
        })
    }

    /// What becomes of a target where there is no store yet.
    fn nothing_to_rotate(&self, target: &Target) -> Result<Rotated> {
        self.read(|_, _| Ok(()))?;
        match target {
            Target::Named(named) => {
                named.first().map_or(Ok(Rotated::default()), |which| Err(self.missing_token(which)))
            }
            Target::Selected(_) => Ok(Rotated::default()),
        }
    }

    fn replace_all(&self, writing: &Writing<'_>, actor: &User, rotations: &Rotations) -> Result<Changed<Rotated>> {
        let Meant { tokens, left_out, .. } = match &rotations.target {
            Target::Named(named) => {
                let mut meant = Meant::default();
                named.iter().try_for_each(|which| meant.add(writing, actor, which))?;
                meant
            }
            Target::Selected(filter) => Meant::selected(writing, actor, filter)?,
        };
        writing.expect_many(tokens.len())?;
        let policies = writing.policies()?;
        let mut gathered = Gathered::new(self, writing);
        let mut minted = Vec::with_capacity(tokens.len());
        for (done, old) in tokens.iter().enumerate() {
            (self.watch)(Step::At("rotating", done as u64, Some(tokens.len() as u64)));
            let replaced = replace(writing, actor, &old.token, &rotations.terms, &policies);
            let (new, changes) = replaced.map_err(|error| about(error, old))?;
            minted.push(new);
            gathered.add(changes)?;
        }
        let mut changes = gathered.rest();
        changes.extend(summary(&minted));
        Ok((Rotated { old: tokens, minted, left_out: left_out.into_iter().collect() }, changes))
    }
}

impl Meant {
    /// Adds a token that is named: it has to be one that can be rotated.
    fn add(&mut self, reading: &Reading<'_>, actor: &User, which: &find::Which) -> Result<()> {
        let id = find::id(reading, actor, which)?;
        find::token(reading, actor, id, Deed::Take)?;
        let listed = reading.listed(id)?.ok_or_else(|| Error::no_token(id))?;
        if let Some(obstacle) = obstacle(reading, &listed.token)? {
            return Err(about(obstacle.error, &listed));
        }
        if !self.ids.insert(id) {
            return Err(Error::usage(format!("token `{id}` is named twice")).hint("name each token once"));
        }
        self.tokens.push(listed);
        Ok(())
    }

    /// Returns what a filter means, but for what cannot be rotated.
    fn selected(reading: &Reading<'_>, actor: &User, filter: &Filter) -> Result<Self> {
        let selection = filter.resolve(reading, actor)?;
        let (mut meant, mut refused) = (Self::default(), BTreeSet::new());
        reading.select(&selection, Order::Id, |listed| {
            let token = &listed.token;
            // Of such kinds they see only that there are some that act as themselves; they are no part of what they have.
            if !actor.admin && glimpsed_by_holder(token.kind) {
                meant.leave_out(format!("{} tokens are an admin's to rotate", token.kind));
            } else if let Some(obstacle) = obstacle(reading, token)? {
                meant.leave_out(obstacle.words);
            } else if find::ruling(reading, actor, token, Deed::Take)? == Ruling::Allowed {
                meant.tokens.push(listed);
            } else {
                refused.insert(token.id.0);
            }
            Ok(true)
        })?;
        if refused.is_empty() {
            return Ok(meant);
        }
        let of = meant.tokens.len() + refused.len();
        let ids: Vec<String> = refused.iter().map(ToString::to_string).collect();
        Err(Error::refused(format!("{} of these {of} tokens may not be rotated by you", refused.len()))
            .because(format!("nothing was changed; it is about {}", ids.join(", ")))
            .hint("narrow the selection, or let somebody do it who may"))
    }

    fn leave_out(&mut self, why: String) {
        *self.left_out.entry(why).or_default() += 1;
    }
}

/// Says which of many tokens an error is about, where it does not say so itself.
fn about(error: Error, listed: &Listed) -> Error {
    let id = format!("`{}`", listed.token.id);
    if error.what.contains(&id) || error.why.is_some() {
        return error;
    }
    error.because(format!("it is about token {}", listed.token.id))
}

/// Returns the one event about all of them.
fn summary(minted: &[Minted]) -> Option<Change> {
    let id = |minted: &Minted| minted.listed.token.id.0;
    let (first, last) = (minted.first().map(id)?, minted.last().map(id)?);
    let after = json!({ "count": minted.len(), "first": first, "last": last }).to_string();
    Some(Change::about("token.rotate_many", "tokens", format!("{} tokens", minted.len())).after(after))
}
