//! What was taken away since a backup stays away when the backup is put in the place of a store.
//!
//! Source: the contract, "tokens revoked since the backup stay revoked". The same holds for an earlier end, a stop, a
//! rotation and uses that are counted: a backup never gives back more than the store that it replaces would have.

use super::expiry::is_later;
use super::time::Timestamp;
use super::token::{Revocation, Suspension, Token};

/// What the store that is replaced knows of a token in the backup.
#[derive(Clone, Copy, Debug)]
pub enum Known<'t> {
    /// It is there, as it is now.
    There(&'t Token),
    /// Its number was given there, and it is not there any more: only what is dead is deleted, and what another restore
    /// left behind was dead since.
    Gone,
    /// It was never there, or that cannot be known.
    Nothing,
}

/// What is to be taken away from a token in the backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// All of it: it was revoked.
    Whole {
        /// How; `None`: only that it was is known, and not when or by whom.
        revocation: Option<Revocation>,
        /// When another token took its place, where one did.
        rotated_at: Option<Timestamp>,
    },
    /// A part of what it had.
    Part(Limits),
}

/// What a token has less than in the backup; what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// An earlier end.
    pub expires_at: Option<Timestamp>,
    /// A stop, or a longer one.
    pub suspension: Option<Suspension>,
    /// That another token took its place, and when.
    pub rotated_at: Option<Timestamp>,
    /// More uses that count against its limit.
    pub uses: Option<u32>,
}

/// Says what a token in the backup loses; `None`: nothing, or it was dead already.
#[must_use]
pub fn loss(token: &Token, known: Known<'_>, now: Timestamp) -> Option<Loss> {
    if token.revocation.is_some() {
        return None;
    }
    let since = match known {
        Known::Nothing => return None,
        Known::Gone => return Some(Loss::Whole { revocation: None, rotated_at: None }),
        Known::There(since) => since,
    };
    if since.revocation.is_some() {
        return Some(Loss::Whole { revocation: since.revocation.clone(), rotated_at: since.rotated_at });
    }
    let limits = Limits {
        expires_at: since.expires_at.filter(|_| is_later(token.expires_at, since.expires_at)),
        suspension: since.suspension.filter(|_| is_stopped_longer(since, token, now)),
        rotated_at: since.rotated_at.filter(|_| token.rotated_at.is_none()),
        uses: Some(since.uses).filter(|uses| *uses > token.uses),
    };
    (limits != Limits::default()).then_some(Loss::Part(limits))
}

/// Says whether one is stopped now, and the other is not, or not for so long.
fn is_stopped_longer(one: &Token, other: &Token, now: Timestamp) -> bool {
    let until = |token: &Token| token.suspension.and_then(|stop| stop.until);
    one.is_stopped(now) && (!other.is_stopped(now) || is_later(until(one), until(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::UserId;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_seconds(seconds).unwrap()
    }

    fn token(change: impl FnOnce(&mut Token)) -> Token {
        let mut token = Token { expires_at: Some(at(1000)), uses: 3, use_limit: Some(5), ..Token::plain(at(0)) };
        change(&mut token);
        token
    }

    fn stop(until: Option<i64>) -> Suspension {
        Suspension { at: at(50), until: until.map(at) }
    }

    fn revoked() -> Revocation {
        Revocation { at: at(60), by: UserId(2), why: Some("lost".into()) }
    }

    #[test]
    fn a_backup_gives_nothing_back_that_was_taken_away_since() {
        let none = Limits::default();
        let part = |limits| Some(Loss::Part(limits));
        let whole = |revocation, rotated_at| Some(Loss::Whole { revocation, rotated_at });
        let same = token(|_| ());
        let dead = token(|token| token.revocation = Some(revoked()));
        let cases = [
            ("as it was", same.clone(), same.clone(), None),
            ("revoked since", same.clone(), dead.clone(), whole(Some(revoked()), None)),
            (
                "rotated",
                same.clone(),
                token(|token| (token.rotated_at, token.revocation) = (Some(at(60)), Some(revoked()))),
                whole(Some(revoked()), Some(at(60))),
            ),
            ("revoked then", dead.clone(), dead.clone(), None),
            ("brought back by an older store", dead, same.clone(), None),
            (
                "shortened",
                same.clone(),
                token(|token| token.expires_at = Some(at(200))),
                part(Limits { expires_at: Some(at(200)), ..none }),
            ),
            (
                "given an end",
                token(|token| token.expires_at = None),
                same.clone(),
                part(Limits { expires_at: Some(at(1000)), ..none }),
            ),
            ("a later end is no loss", same.clone(), token(|token| token.expires_at = None), None),
            (
                "stopped",
                same.clone(),
                token(|token| token.suspension = Some(stop(None))),
                part(Limits { suspension: Some(stop(None)), ..none }),
            ),
            ("stopped and that is over", same.clone(), token(|token| token.suspension = Some(stop(Some(90)))), None),
            (
                "stopped for longer",
                token(|token| token.suspension = Some(stop(Some(150)))),
                token(|token| token.suspension = Some(stop(Some(300)))),
                part(Limits { suspension: Some(stop(Some(300))), ..none }),
            ),
            (
                "stopped for shorter",
                token(|token| token.suspension = Some(stop(None))),
                token(|token| token.suspension = Some(stop(Some(300)))),
                None,
            ),
            ("resumed", token(|token| token.suspension = Some(stop(None))), same.clone(), None),
            (
                "rotated with an overlap",
                same.clone(),
                token(|token| (token.rotated_at, token.expires_at) = (Some(at(90)), Some(at(120)))),
                part(Limits { rotated_at: Some(at(90)), expires_at: Some(at(120)), ..none }),
            ),
            ("used", same.clone(), token(|token| token.uses = 5), part(Limits { uses: Some(5), ..none })),
            ("used less", same.clone(), token(|token| token.uses = 0), None),
        ];
        for (what, token, since, expected) in cases {
            assert_eq!(loss(&token, Known::There(&since), at(100)), expected, "{what}");
        }
        assert_eq!(loss(&same, Known::Gone, at(100)), whole(None, None));
        assert_eq!(loss(&same, Known::Nothing, at(100)), None);
    }
}
