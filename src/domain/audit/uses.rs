//! Rules about when a token was used last. Uses are noted best effort and coarsely, which is enough for days.

use super::facts::{Facts, Remark};
use super::setting::Setting;
use crate::domain::kind::Kind;

/// What nobody needs is there for whoever finds it.
pub(super) fn unused(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let (after, _) = setting.life()?;
    let used_at = facts.used_at.filter(|used_at| facts.lives && facts.is_over(*used_at, after))?;
    let days = facts.now.since(used_at) / 86_400;
    Some(Remark::new(
        format!("it was last used on {}, {days} days ago", used_at.date()),
        format!(
            "`tokctl suspend {}` stops it, and `tokctl resume {0}` brings it back if somebody misses it",
            facts.token.id
        ),
    ))
}

/// A job's token is young and dies with its job.
pub(super) fn never_used(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let (after, _) = setting.life()?;
    let token = facts.token;
    let is_unused = facts.used_at.is_none() && token.uses == 0 && token.used.accesses.is_empty();
    if !facts.lives || !is_unused || token.kind == Kind::Job || !facts.is_over(token.created_at, after) {
        return None;
    }
    let days = facts.now.since(token.created_at) / 86_400;
    Some(Remark::new(
        format!("it was made {days} days ago, and no use of it is known"),
        format!("`tokctl revoke {}` ends it", token.id),
    ))
}
