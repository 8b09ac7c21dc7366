//! Rules about ends: none, too late a one, and one that has come.

use super::facts::{Facts, Remark};
use super::setting::Setting;
use crate::domain::token::State;

/// A life without end is one nobody thinks of again.
pub(super) fn no_expiry(facts: &Facts<'_>, _: &Setting) -> Option<Remark> {
    let token = facts.token;
    (facts.lives && token.kind.is_dated() && token.expires_at.is_none())
        .then(|| Remark::new("it has no end", format!("`tokctl shorten {} --expires 90d` gives it one", token.id)))
}

/// Measured from its making, so that what is said does not change from day to day.
pub(super) fn long_life(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let token = facts.token;
    let (max, text) = setting.life()?;
    let end = token.expires_at.filter(|_| facts.lives && token.kind.is_dated())?;
    let latest = max.end_from(token.created_at).ok().flatten().filter(|latest| end > *latest)?;
    let words = format!("it lives from {} to {}, longer than {text}", token.created_at.date(), end.date());
    let id = token.id;
    let hint = if latest > facts.now {
        let latest = latest.date().max(facts.now.plus(86_400)?.date());
        format!("`tokctl shorten {id} --expires {latest}` ends it earlier")
    } else if token.kind.can_rotate() {
        // A mere end would be tomorrow's, which nobody expects, and would still be too late.
        format!(
            "that is over already: `tokctl rotate {id} --expires {text}` makes a new secret with an end of its own, \
             `tokctl revoke {id}` ends it now"
        )
    } else {
        format!("that is over already: `tokctl revoke {id}` ends it now")
    };
    Some(Remark::new(words, hint))
}

/// What is over and not put away hides what is not. A pair that can be renewed is not over.
pub(super) fn expired(facts: &Facts<'_>, _: &Setting) -> Option<Remark> {
    let token = facts.token;
    let end = token.expires_at.filter(|_| token.state(facts.now) == State::Expired && !facts.lives)?;
    Some(Remark::new(
        format!("its end came on {}, and it was not revoked", end.date()),
        format!("`tokctl revoke {}` puts it away", token.id),
    ))
}
