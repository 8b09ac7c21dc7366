//! Renewing a pair of OAuth secrets: what a presented refresh secret does.
//!
//! Source: RFC 6749, section 6, and RFC 9700, section 4.14.2: a refresh secret works once, and one that is used again is
//! in two hands, so that everything which came of it must end.

use super::decision::{Holder, Reason};
use super::scope::{Scope, ScopeSet};

/// How long an access secret lives, in seconds. Source: GitLab 15 docs, "OAuth 2.0 applications".
pub const ACCESS_LIFE: i64 = 7200;

/// Says how it is with a token's refresh secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshState {
    /// It can still be used, once.
    Unspent,
    /// It was used: another pair took the place of this one.
    Spent,
    /// It was never used, and its token was taken away.
    Dead,
}

impl RefreshState {
    /// Returns the state's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unspent => "unspent",
            Self::Spent => "spent",
            Self::Dead => "dead",
        }
    }
}

/// What is known of a refresh secret and of the token it was made with.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Whether it was used before.
    pub spent: bool,
    /// Whether its token was taken away.
    pub revoked: bool,
    /// Whether its token is stopped for the time being, the access half over or not.
    pub suspended: bool,
    /// The user whom it acts as.
    pub holder: Holder,
    /// Whether that user is an admin.
    pub is_admin: bool,
    /// The scopes of its token.
    pub scopes: ScopeSet,
    /// The scopes of its application; none where the application is gone.
    pub of_app: ScopeSet,
}

/// Answers a presented refresh secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// A new pair takes the old one's place, with these scopes: never more than it had.
    Renew(ScopeSet),
    /// Nothing happens.
    Deny(Reason),
    /// It is in two hands: its whole family ends.
    Reuse,
}

/// Decides what becomes of a presented refresh secret.
#[must_use]
pub fn judge(facts: &Facts) -> Renewal {
    let mut scopes = facts.scopes.and(facts.of_app);
    if !facts.is_admin {
        scopes = scopes.without(Scope::Sudo);
    }
    match facts.holder {
        _ if facts.spent => Renewal::Reuse,
        _ if facts.revoked => Renewal::Deny(Reason::Revoked),
        _ if facts.suspended => Renewal::Deny(Reason::Suspended),
        Holder::Gone | Holder::Itself => Renewal::Deny(Reason::HolderGone),
        Holder::User { blocked: true } => Renewal::Deny(Reason::HolderBlocked),
        Holder::User { blocked: false } if scopes.is_empty() => Renewal::Deny(Reason::Scope),
        Holder::User { blocked: false } => Renewal::Renew(scopes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: ScopeSet = ScopeSet::of(&[Scope::ReadApi]);
    const BOTH: ScopeSet = ScopeSet::of(&[Scope::ReadApi, Scope::Sudo]);
    const SUDO: ScopeSet = ScopeSet::of(&[Scope::Sudo]);
    const FINE: Facts = Facts {
        spent: false,
        revoked: false,
        suspended: false,
        holder: Holder::User { blocked: false },
        is_admin: false,
        scopes: READ,
        of_app: BOTH,
    };

    #[test]
    fn a_refresh_secret_works_once_and_for_whoever_may_act() {
        let cases = [
            (FINE, Renewal::Renew(READ)),
            (Facts { spent: true, ..FINE }, Renewal::Reuse),
            (Facts { spent: true, revoked: true, ..FINE }, Renewal::Reuse),
            (Facts { spent: true, holder: Holder::Gone, ..FINE }, Renewal::Reuse),
            (Facts { revoked: true, ..FINE }, Renewal::Deny(Reason::Revoked)),
            (Facts { suspended: true, ..FINE }, Renewal::Deny(Reason::Suspended)),
            (Facts { holder: Holder::Gone, ..FINE }, Renewal::Deny(Reason::HolderGone)),
            (Facts { holder: Holder::Itself, ..FINE }, Renewal::Deny(Reason::HolderGone)),
            (Facts { holder: Holder::User { blocked: true }, ..FINE }, Renewal::Deny(Reason::HolderBlocked)),
            (Facts { of_app: ScopeSet::NONE, ..FINE }, Renewal::Deny(Reason::Scope)),
        ];
        for (facts, renewal) in cases {
            assert_eq!(judge(&facts), renewal, "{facts:?}");
        }
    }

    #[test]
    fn scopes_never_widen_and_sudo_goes_with_the_admin() {
        let cases = [
            (READ, BOTH, true, Renewal::Renew(READ)),
            (BOTH, READ, true, Renewal::Renew(READ)),
            (BOTH, BOTH, true, Renewal::Renew(BOTH)),
            (BOTH, BOTH, false, Renewal::Renew(READ)),
            (SUDO, BOTH, false, Renewal::Deny(Reason::Scope)),
        ];
        for (scopes, of_app, is_admin, renewal) in cases {
            assert_eq!(judge(&Facts { is_admin, scopes, of_app, ..FINE }), renewal, "{scopes:?} {of_app:?} {is_admin}");
        }
    }
}
