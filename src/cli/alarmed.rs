//! The tokens in a listing that there are alarms about, named for people.

use super::desk::Desk;
use crate::domain::id::TokenId;
use crate::ops::list::Entry;

/// The first few tokens of a listing that there are alarms about, and how many more there are.
#[derive(Default)]
pub(super) struct Alarmed {
    first: Vec<TokenId>,
    more: u64,
}

impl Alarmed {
    /// How many are named.
    const NAMED: usize = 5;

    /// Looks at a row of the listing.
    pub(super) fn see(&mut self, entry: &Entry) {
        // Of a token that is veiled nothing is told but that it is there.
        if entry.listed.alarms == 0 || entry.veiled {
            return;
        }
        if self.first.len() < Self::NAMED {
            self.first.push(entry.listed.token.id);
        } else {
            self.more += 1;
        }
    }

    /// Names them on standard error, since the table has no column for what is seldom there.
    pub(super) fn tell(&self, desk: &Desk<'_>) {
        let ids = self.first.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match (self.first.as_slice(), self.more) {
            ([], _) => {}
            ([id], _) => desk.note(&format!("there are alarms about token {id}; `tokctl show {id}` tells them")),
            (_, 0) => desk.note(&format!("there are alarms about the tokens {ids}; `tokctl show ID` tells them")),
            (_, more) => {
                desk.note(&format!(
                    "there are alarms about the tokens {ids} and {more} more; `--columns alarms` counts them"
                ));
            }
        }
    }
}
