//! Who may do what to tokens: one table of kind, boundary and deed.
//!
//! Source: GitLab 13 docs, "Permissions"; where they are of two minds the strict reading.

use super::kind::Kind;
use super::place::Boundary;
use super::role::Role;
use super::user::{User, UserKind};

/// Sorts what is done to a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Creating, resuming, rotating: whatever hands over or brings back power.
    Take,
    /// Listing and showing.
    See,
    /// Suspending, shortening, revoking.
    End,
}

/// Says what a deed needs of whoever does it; an admin has it always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Being an admin.
    Admin,
    /// Being the user that the token acts as.
    Holder,
    /// Having this role in the token's boundary, or a higher one.
    Role(Role),
}

/// Says how whoever acts stands to a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether the token acts as them.
    pub is_holder: bool,
    /// The highest role they have in the token's boundary.
    pub role: Option<Role>,
}

/// Answers whether somebody may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// They may.
    Allowed,
    /// They may see that it is there, and no more.
    Glimpse,
    /// They may see the thing, not do this to it.
    Refused(Need),
    /// They may not even see it: to them it is not there.
    Hidden,
}

/// Returns what a deed needs.
#[must_use]
pub const fn need(kind: Kind, boundary: Boundary, deed: Deed) -> Need {
    use Deed::{End, See, Take};
    use Need::{Admin, Holder};
    const MAINTAINER: Need = Need::Role(Role::Maintainer);
    const OWNER: Need = Need::Role(Role::Owner);
    match (kind, boundary, deed) {
        (Kind::Personal | Kind::Oauth, _, _) => Holder,
        (Kind::Impersonation, _, _) => Admin,
        (Kind::ProjectAccess | Kind::DeployKey, _, _) => MAINTAINER,
        (Kind::Deploy, Boundary::Group(_), See) => MAINTAINER,
        (Kind::Deploy, Boundary::Group(_), Take | End) => OWNER,
        (Kind::Deploy, _, _) => MAINTAINER,
        // A runner's secret comes of a registration secret; without one only an admin makes it.
        (Kind::Runner, _, Take) => Admin,
        (Kind::RunnerRegistration | Kind::Runner, Boundary::Project(_), _) => MAINTAINER,
        (Kind::RunnerRegistration | Kind::Runner, Boundary::Group(_), _) => OWNER,
        (Kind::RunnerRegistration | Kind::Runner, _, _) => Admin,
        (Kind::Job, _, Take) => Need::Role(Role::Developer),
        (Kind::Job, _, See | End) => MAINTAINER,
    }
}

/// Says whether somebody may do something to a token.
#[must_use]
pub fn judge(actor: &User, standing: Standing, kind: Kind, boundary: Boundary, deed: Deed) -> Ruling {
    let wanted = need(kind, boundary, deed);
    let glimpses = standing.is_holder && glimpsed_by_holder(kind);
    if meets(actor, standing, wanted) && may_ever(actor, deed) {
        Ruling::Allowed
    } else if glimpses && deed == Deed::See && may_ever(actor, deed) {
        Ruling::Glimpse
    } else if glimpses || meets(actor, standing, need(kind, boundary, Deed::See)) {
        Ruling::Refused(wanted)
    } else {
        Ruling::Hidden
    }
}

/// Says whether the user that tokens of a kind act as sees that they exist, though they may not see more of them.
#[must_use]
pub const fn glimpsed_by_holder(kind: Kind) -> bool {
    matches!(kind, Kind::Impersonation)
}

/// Says whether somebody may do something to a deploy key, of the roles they have in the projects that it is enabled in.
///
/// Who may see it in one of them, sees it. To end it or to bring it back ends it or brings it back in all of them, so
/// that takes the role in every one; an admin's is there without any.
#[must_use]
pub fn judge_key(actor: &User, roles: &[Option<Role>], deed: Deed) -> Ruling {
    let judge = |role: Option<Option<Role>>, deed| {
        let standing = Standing { is_holder: false, role: role.flatten() };
        judge(actor, standing, Kind::DeployKey, Boundary::Projects, deed)
    };
    let (lowest, highest) = (roles.iter().copied().min(), roles.iter().copied().max());
    let seen = judge(highest, Deed::See);
    match judge(if deed == Deed::See { highest } else { lowest }, deed) {
        Ruling::Hidden if seen == Ruling::Allowed => Ruling::Refused(need(Kind::DeployKey, Boundary::Projects, deed)),
        ruling => ruling,
    }
}

fn meets(actor: &User, standing: Standing, need: Need) -> bool {
    actor.admin
        || match need {
            Need::Admin => false,
            Need::Holder => standing.is_holder,
            Need::Role(least) => standing.role.is_some_and(|role| role >= least),
        }
}

/// A bot may look at its project's tokens and no more; the Ghost User does nothing.
fn may_ever(actor: &User, deed: Deed) -> bool {
    match actor.kind {
        UserKind::Human => !actor.blocked,
        UserKind::Bot => deed == Deed::See && !actor.blocked,
        UserKind::Ghost => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{GroupId, ProjectId, UserId};

    const PROJECT: Boundary = Boundary::Project(ProjectId(1));
    const GROUP: Boundary = Boundary::Group(GroupId(1));

    fn user(admin: bool, kind: UserKind) -> User {
        User { id: UserId(1), kind, username: "u".into(), name: "u".into(), admin, blocked: false }
    }

    /// Kind, boundary, deed, and the lowest role that may: `-` for none but admins and, where said, the holder.
    #[test]
    fn the_least_role_is_the_one_of_the_contract() {
        let user_boundary = Boundary::User(UserId(1));
        let cases: &[(Kind, Boundary, Deed, Option<Role>, bool)] = &[
            (Kind::Personal, user_boundary, Deed::Take, None, true),
            (Kind::Personal, user_boundary, Deed::See, None, true),
            (Kind::Personal, user_boundary, Deed::End, None, true),
            (Kind::Impersonation, user_boundary, Deed::Take, None, false),
            (Kind::Impersonation, user_boundary, Deed::See, None, false),
            (Kind::Impersonation, user_boundary, Deed::End, None, false),
            (Kind::Oauth, user_boundary, Deed::Take, None, true),
            (Kind::ProjectAccess, PROJECT, Deed::Take, Some(Role::Maintainer), false),
            (Kind::ProjectAccess, PROJECT, Deed::See, Some(Role::Maintainer), false),
            (Kind::ProjectAccess, PROJECT, Deed::End, Some(Role::Maintainer), false),
            (Kind::Deploy, PROJECT, Deed::Take, Some(Role::Maintainer), false),
            (Kind::Deploy, PROJECT, Deed::See, Some(Role::Maintainer), false),
            (Kind::Deploy, PROJECT, Deed::End, Some(Role::Maintainer), false),
            (Kind::Deploy, GROUP, Deed::Take, Some(Role::Owner), false),
            (Kind::Deploy, GROUP, Deed::See, Some(Role::Maintainer), false),
            (Kind::Deploy, GROUP, Deed::End, Some(Role::Owner), false),
            (Kind::DeployKey, Boundary::Instance, Deed::Take, Some(Role::Maintainer), false),
            (Kind::RunnerRegistration, Boundary::Instance, Deed::Take, None, false),
            (Kind::RunnerRegistration, GROUP, Deed::Take, Some(Role::Owner), false),
            (Kind::RunnerRegistration, PROJECT, Deed::Take, Some(Role::Maintainer), false),
            (Kind::Runner, PROJECT, Deed::Take, None, false),
            (Kind::Runner, PROJECT, Deed::End, Some(Role::Maintainer), false),
            (Kind::Job, PROJECT, Deed::Take, Some(Role::Developer), false),
            (Kind::Job, PROJECT, Deed::End, Some(Role::Maintainer), false),
        ];
        assert!(Kind::all().all(|kind| cases.iter().any(|case| case.0 == kind)));
        for &(kind, boundary, deed, least, holder) in cases {
            let rule = |user: &User, standing| judge(user, standing, kind, boundary, deed) == Ruling::Allowed;
            assert!(rule(&user(true, UserKind::Human), Standing::default()), "admin, {kind} {deed:?}");
            let plain = user(false, UserKind::Human);
            assert_eq!(rule(&plain, Standing { is_holder: true, role: None }), holder, "holder, {kind} {deed:?}");
            assert!(!rule(&plain, Standing::default()), "stranger, {kind} {deed:?}");
            for role in Role::ALL {
                let allowed = least.is_some_and(|least| role >= least);
                let standing = Standing { is_holder: false, role: Some(role) };
                assert_eq!(rule(&plain, standing), allowed, "{role}, {kind} {boundary:?} {deed:?}");
            }
        }
    }

    #[test]
    fn what_may_not_be_seen_is_hidden_and_what_may_is_refused() {
        let plain = user(false, UserKind::Human);
        let standing = |role| Standing { is_holder: false, role: Some(role) };
        let ruling = judge(&plain, standing(Role::Maintainer), Kind::Deploy, GROUP, Deed::End);
        assert_eq!(ruling, Ruling::Refused(Need::Role(Role::Owner)));
        assert_eq!(judge(&plain, standing(Role::Developer), Kind::Deploy, GROUP, Deed::End), Ruling::Hidden);
    }

    /// The roles in the projects of a key; whether it is seen; whether it is ended and brought back.
    #[test]
    fn a_deploy_key_is_seen_from_one_of_its_projects_and_ended_from_all() {
        const NONE: Option<Role> = None;
        const MAINTAINER: Option<Role> = Some(Role::Maintainer);
        const DEVELOPER: Option<Role> = Some(Role::Developer);
        let cases: [(&[Option<Role>], bool, bool); 9] = [
            (&[], false, false),
            (&[NONE], false, false),
            (&[DEVELOPER], false, false),
            (&[MAINTAINER], true, true),
            (&[Some(Role::Owner)], true, true),
            (&[MAINTAINER, Some(Role::Owner)], true, true),
            (&[MAINTAINER, DEVELOPER], true, false),
            (&[NONE, MAINTAINER], true, false),
            (&[DEVELOPER, NONE], false, false),
        ];
        let (plain, admin) = (user(false, UserKind::Human), user(true, UserKind::Human));
        for (roles, seen, ended) in cases {
            let expected = |allowed| match (allowed, seen) {
                (true, _) => Ruling::Allowed,
                (false, true) => Ruling::Refused(Need::Role(Role::Maintainer)),
                (false, false) => Ruling::Hidden,
            };
            assert_eq!(judge_key(&plain, roles, Deed::See), expected(seen), "{roles:?}");
            for deed in [Deed::Take, Deed::End] {
                assert_eq!(judge_key(&plain, roles, deed), expected(ended), "{roles:?} {deed:?}");
                assert_eq!(judge_key(&admin, roles, deed), Ruling::Allowed);
            }
        }
        let bot = user(false, UserKind::Bot);
        assert_eq!(judge_key(&bot, &[MAINTAINER], Deed::See), Ruling::Allowed);
        assert_ne!(judge_key(&bot, &[MAINTAINER], Deed::End), Ruling::Allowed);
    }

    #[test]
    fn the_user_of_an_impersonation_token_sees_that_it_exists_and_no_more() {
        let boundary = Boundary::User(UserId(1));
        let ruling = |admin, is_holder, deed| {
            let standing = Standing { is_holder, role: None };
            judge(&user(admin, UserKind::Human), standing, Kind::Impersonation, boundary, deed)
        };
        assert_eq!(ruling(false, true, Deed::See), Ruling::Glimpse);
        assert_eq!(ruling(true, true, Deed::See), Ruling::Allowed);
        for deed in [Deed::Take, Deed::End] {
            assert_eq!(ruling(false, true, deed), Ruling::Refused(Need::Admin));
        }
        for deed in [Deed::Take, Deed::See, Deed::End] {
            assert_eq!(ruling(false, false, deed), Ruling::Hidden);
        }
    }

    #[test]
    fn no_other_token_is_glimpsed_by_the_user_it_acts_as() {
        for kind in Kind::all() {
            assert_eq!(glimpsed_by_holder(kind), kind == Kind::Impersonation, "{kind}");
        }
    }

    #[test]
    fn a_bot_looks_and_does_nothing_and_the_ghost_does_not_even_look() {
        let standing = Standing { is_holder: true, role: Some(Role::Owner) };
        for kind in Kind::all() {
            for deed in [Deed::Take, Deed::End] {
                assert_ne!(judge(&user(false, UserKind::Bot), standing, kind, PROJECT, deed), Ruling::Allowed);
            }
            for deed in [Deed::Take, Deed::See, Deed::End] {
                assert_ne!(judge(&user(false, UserKind::Ghost), standing, kind, PROJECT, deed), Ruling::Allowed);
            }
        }
    }
}
