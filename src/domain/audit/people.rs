//! Rules about people: whom a token acts as, and who made it.

use super::facts::{Facts, Maker, Remark};
use super::setting::Setting;
use crate::domain::decision::Holder;
use crate::domain::kind::Kind;
use crate::domain::token::Token;

/// Says whether a token's maker was given its secret, and is not whom it acts as.
///
/// A runner's and a job's secrets lie on machines and come of other secrets; an OAuth pair is an application's.
#[must_use]
pub fn knows_secret(token: &Token) -> bool {
    let is_handed_to_maker = !matches!(token.kind, Kind::Runner | Kind::Job | Kind::Oauth);
    is_handed_to_maker && token.holder != Some(token.created_by)
}

/// Source: CVE-2023-5198 and gitlab-org/gitlab#31522: what a removed member made goes on working.
pub(super) fn creator_gone(facts: &Facts<'_>, _: &Setting) -> Option<Remark> {
    let token = facts.token;
    if !facts.lives || !knows_secret(token) {
        return None;
    }
    let how = match facts.maker {
        Maker::Fine => return None,
        Maker::Gone => "is gone",
        Maker::Blocked => "is blocked",
        Maker::Powerless => "has no say over it any more",
    };
    let what = if token.kind == Kind::DeployKey { "the private half" } else { "its secret" };
    let words = format!("`{}`, who made it, {how} and may still have {what}", facts.maker_name);
    let id = token.id;
    let hint = if token.kind.can_rotate() {
        format!("`tokctl rotate {id}` gives it a new secret, `tokctl revoke {id}` ends it")
    } else {
        format!("`tokctl revoke {id}` ends it")
    };
    Some(Remark::new(words, hint))
}

/// Users leave with their tokens, so that this is a store which something else has written to.
pub(super) fn holder_gone(facts: &Facts<'_>, _: &Setting) -> Option<Remark> {
    let name = facts.holder_name.unwrap_or("?");
    (facts.lives && facts.holder == Holder::Gone).then(|| {
        Remark::new(format!("it acts as `{name}`, who is gone"), format!("`tokctl revoke {}` ends it", facts.token.id))
    })
}

/// It opens nothing now, and everything again with one word of an admin.
pub(super) fn holder_blocked(facts: &Facts<'_>, _: &Setting) -> Option<Remark> {
    let name = facts.holder_name.unwrap_or("?");
    (facts.lives && facts.holder == Holder::User { blocked: true }).then(|| {
        Remark::new(
            format!("it acts as `{name}`, who is blocked"),
            format!("`tokctl revoke {}` ends it, whether or not they come back", facts.token.id),
        )
    })
}
