//! Secrets as authority: something is done because a presented secret opens it, whatever the role of who presents it.

use std::cell::RefCell;

use super::Authority;
use super::alarms::Aside;
use super::verify::{Presentable, Request};
use crate::domain::decision::Verdict;
use crate::domain::error::{Error, Result};
use crate::domain::token::Token;
use crate::store::Reading;

/// A presented secret, and where to put what is seen of it.
#[derive(Clone, Copy)]
pub(super) struct Presented<'p> {
    secret: &'p Presentable,
    seen: &'p RefCell<Option<Aside>>,
}

impl Authority<'_> {
    /// Does something that a presented secret is to allow, and notes afterwards what there was to see of it.
    pub(super) fn on_authority_of<T>(&self, secret: &[u8], act: impl FnOnce(Presented<'_>) -> Result<T>) -> Result<T> {
        if !self.has_store()? {
            return Err(self.place().missing());
        }
        let secret = Presentable::read(secret).map_err(|_| Error::denied())?;
        let seen = RefCell::new(None);
        let done = act(Presented { secret: &secret, seen: &seen });
        if done.is_err() {
            self.note_best_effort(seen.borrow().as_ref());
        }
        done
    }
}

impl Presented<'_> {
    /// Finds its token, in the transaction that does what it opens.
    ///
    /// # Errors
    /// `Denied` where it does not open what is asked: one word for every reason.
    pub(super) fn allowed(self, reading: &Reading<'_>, request: &Request) -> Result<Token> {
        let answer = self.secret.verify(reading, request, false)?;
        *self.seen.borrow_mut() = answer.aside;
        match (answer.verdict, answer.token) {
            (Verdict::Allow, Some((listed, _))) => Ok(listed.token),
            _ => Err(Error::denied()),
        }
    }
}
