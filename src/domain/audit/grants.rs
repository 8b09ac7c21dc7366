//! Rules about what is granted: more than was used, a short key, a name that says nothing.
//!
//! What was used is known as far as it was noted. So a grant is only called wide once its uses could be seen for a while,
//! and the words say that they are the uses so far.

use super::facts::{Facts, Remark};
use super::narrow::{least, opened};
use super::remake;
use super::setting::{Setting, Threshold};
use crate::domain::access::{Access, AccessSet};
use crate::domain::decision::least_role;
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::place::Boundary;
use crate::domain::role::Role;
use crate::domain::scope::ScopeSet;
use crate::domain::ssh_key::Algorithm;

/// Scopes that open no access by themselves, such as `sudo`, are left out: nothing is known of their uses.
pub(super) fn wide_scopes(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let (after, _) = setting.life()?;
    if !facts.has_shown_its_uses(after) {
        return None;
    }
    let token = facts.token;
    let used = token.used.accesses;
    if let Some(key) = facts.key {
        return (key.pushes && !used.contains(Access::RepositoryWrite)).then(|| {
            Remark::new(
                "it may push, and has only pulled so far",
                format!(
                    "`tokctl show {}` says where; `tokctl deploy-key enable {0} --project PATH` takes pushing away",
                    token.id
                ),
            )
        });
    }
    let needed = least(token.kind, used)?;
    let (opens, enough) = (opened(token.kind, token.scopes), opened(token.kind, needed));
    if !enough.is_within(opens) || enough == opens {
        return None;
    }
    let narrower = remake::command(facts, needed);
    let (carried, needed) = (listed(token.scopes), listed(needed));
    Some(Remark::new(
        format!("it carries {carried}, and its uses so far ({}) need no more than {needed}", uses(used)),
        format!("`{narrower}` makes a narrower one, `tokctl revoke {}` ends this one", token.id),
    ))
}

/// Only a project that is still covered is one to which the token can be narrowed.
pub(super) fn group_wide(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let (after, _) = setting.life()?;
    let token = facts.token;
    let place = facts.used_in.as_ref().filter(|_| facts.has_shown_its_uses(after))?;
    let (Boundary::Group(_), Kind::Deploy) = (token.boundary, token.kind) else { return None };
    let group = facts.path.unwrap_or("?");
    Some(Remark::new(
        format!("it is valid in the whole group `{group}`, and its uses so far were all in `{}`", place.path),
        format!(
            "`tokctl create deploy --project {} --scope {}` makes one for that, `tokctl revoke {}` ends this one",
            place.path,
            listed(token.scopes),
            token.id
        ),
    ))
}

/// A deploy token has no role: where it opens what was used, nobody's role needs to be lent. Below Maintainer there is
/// little to win.
pub(super) fn role_above_need(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let (after, _) = setting.life()?;
    let token = facts.token;
    let place = facts.used_in.as_ref().filter(|_| facts.has_shown_its_uses(after))?;
    let role = place.role.filter(|role| token.kind.acts_as() == ActsAs::User && *role >= Role::Maintainer)?;
    let used = token.used.accesses;
    let scopes = least(Kind::Deploy, used)?;
    let need = used.iter().filter_map(|access| least_role(access, place.visibility)).max();
    if token.kind == Kind::Job || need.is_some_and(|need| need >= role) {
        return None;
    }
    let need = need.map_or("no role", Role::word);
    let holder = facts.holder_name.unwrap_or("?");
    Some(Remark::new(
        format!("it acts as `{holder}`, {role} in `{}`, and its uses so far ({}) take {need}", place.path, uses(used)),
        format!(
            "`tokctl create deploy --project {} --scope {}` makes one without a role, `tokctl revoke {}` ends this one",
            place.path,
            listed(scopes),
            token.id
        ),
    ))
}

/// Source: NIST SP 800-57 part 1, table 2: 2048 bits are as strong as 112 of a symmetric key, 3072 as 128.
pub(super) fn weak_key(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let Threshold::Bits(wanted) = setting.threshold else { return None };
    let key = facts.key.filter(|key| facts.lives && key.algorithm == Algorithm::Rsa && key.bits < wanted)?;
    Some(Remark::new(
        format!("it is an RSA key with {} bits, and {wanted} are wanted", key.bits),
        format!("`ssh-keygen -t ed25519` makes a stronger pair, `tokctl revoke {}` ends this one", facts.token.id),
    ))
}

/// Runners, jobs and OAuth tokens are named after what they belong to.
pub(super) fn generic_name(facts: &Facts<'_>, setting: &Setting) -> Option<Remark> {
    let Threshold::Names(names) = &setting.threshold else { return None };
    let token = facts.token;
    if !facts.lives || matches!(token.kind, Kind::Runner | Kind::Job | Kind::Oauth) {
        return None;
    }
    let word = plain(&token.name);
    let made_up = [format!("{}token", plain(token.kind.word())), plain(token.kind.word())];
    if !made_up.contains(&word) && !names.iter().any(|name| plain(name) == word) {
        return None;
    }
    let (id, again) = (token.id, remake::command(facts, token.scopes));
    let hint = if token.kind == Kind::DeployKey {
        format!("a name stays; `tokctl revoke {id}` ends this one, then `{again} --name PURPOSE` adds the key again")
    } else {
        format!("a name stays; `{again} --name PURPOSE` makes another, `tokctl revoke {id}` ends this one")
    };
    Some(Remark::new("its name does not say what it is for", hint))
}

/// Returns a name's letters in lower case, without the digits and signs between and behind them.
fn plain(name: &str) -> String {
    name.chars().filter(|character| character.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

fn listed(scopes: ScopeSet) -> String {
    scopes.words().join(",")
}

fn uses(accesses: AccessSet) -> String {
    accesses.words().join(", ")
}
