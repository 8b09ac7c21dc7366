//! Secrets as authority: something is done because a presented secret opens it, whatever the role of who presents it.

use std::cell::RefCell;

use super::Authority;
use super::alarms::{self, Aside};
use super::verify::{Presentable, Request};
use crate::domain::decision::Verdict;
use crate::domain::error::{Error, Result};
use crate::domain::token::Token;
use crate::store::{Listed, Writing};

/// A presented secret, and where to put what is seen of it.
#[derive(Clone, Copy)]
pub(super) struct Presented<'p> {
    secret: &'p Presentable,
    seen: &'p RefCell<Option<Aside>>,
    host: &'p str,
}

impl Authority<'_> {
    /// Does something that a presented secret is to allow, and notes afterwards what there was to see of it.
    pub(super) fn on_authority_of<T>(&self, secret: &[u8], act: impl FnOnce(Presented<'_>) -> Result<T>) -> Result<T> {
        if !self.has_store()? {
            return Err(self.place().missing());
        }
        let secret = Presentable::read(secret).map_err(|_| Error::denied())?;
        let seen = RefCell::new(None);
        let done = act(Presented { secret: &secret, seen: &seen, host: &self.caller.host });
        if done.is_err() {
            self.note_best_effort(seen.borrow().as_ref());
        }
        done
    }
}

impl Presented<'_> {
    /// Finds its token, in the transaction that does what it opens, and notes the use there.
    ///
    /// # Errors
    /// `Denied` where it does not open what is asked: one word for every reason.
    pub(super) fn allowed(self, writing: &Writing<'_>, request: &Request) -> Result<Token> {
        let answer = self.secret.verify(writing, request, false)?;
        *self.seen.borrow_mut() = answer.aside;
        match (answer.verdict, answer.token) {
            (Verdict::Allow, Some((Listed { token, .. }, _))) => {
                alarms::used(writing, token.id, token.kind, self.host)?;
                Ok(token)
            }
            _ => Err(Error::denied()),
        }
    }
}
