//! The last events about one token, found without walking through all of a long trail.

use std::collections::BTreeMap;

use crate::domain::error::Result;
use crate::domain::id::Sequence;
use crate::domain::time::Timestamp;
use crate::domain::token::Token;
use crate::store::{EventSelection, Reading, Recorded};

/// How many are told.
const LAST: u8 = 5;

/// How many of the newest events of the trail are walked through. What lies before them is met where the token itself says
/// when it happened: it was made, stopped, rotated, taken away.
const NEAR: i64 = 20_000;

/// Returns the last events about a token, the oldest first.
pub(super) fn last(reading: &Reading<'_>, token: &Token) -> Result<Vec<Recorded>> {
    let mut found = BTreeMap::new();
    let mut meet = |since: Option<Timestamp>, until: Option<Timestamp>| {
        let selection = EventSelection {
            since,
            until,
            tokens: Some(vec![token.id]),
            newest: Some(LAST.into()),
            backwards: true,
            ..EventSelection::default()
        };
        reading.events(&selection, |event| {
            found.insert(event.event.sequence.0, event);
            Ok(true)
        })
    };
    let near = match reading.head()? {
        Some(head) => reading.event(Sequence(head.sequence.0.saturating_sub(NEAR)))?.map(|event| event.event.at),
        None => None,
    };
    meet(near.max(Some(token.created_at)), None)?;
    let stopped = token.suspension.map(|stop| stop.at);
    let ended = token.revocation.as_ref().map(|revocation| revocation.at);
    let moments = [Some(token.created_at), token.rotated_at, stopped, ended];
    for moment in moments.into_iter().flatten().filter(|moment| near.is_some_and(|near| *moment < near)) {
        meet(Some(moment), moment.plus(1))?;
    }
    let before = found.len().saturating_sub(LAST.into());
    Ok(found.into_values().skip(before).collect())
}
