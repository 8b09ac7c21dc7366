//! Which of two reasons comes first, and what a token of one project needs to be asked about.

use super::*;

/// Hindrance, whether the token's scopes open what is asked, whether its project covers it; the reason that is given.
#[test]
fn what_is_no_fault_of_the_tokens_own_is_looked_at_after_its_scopes_and_before_its_project() {
    let cases = [
        (Reason::Paused, true, true, Reason::Paused),
        (Reason::UsedUp, false, true, Reason::UsedUp),
        (Reason::UsedUp, false, false, Reason::UsedUp),
        (Reason::Policy, true, true, Reason::Policy),
        (Reason::Policy, false, true, Reason::Scope),
        (Reason::Policy, true, false, Reason::Policy),
        (Reason::HolderAdmin, true, true, Reason::HolderAdmin),
        (Reason::HolderAdmin, false, true, Reason::Scope),
        (Reason::HolderAdmin, true, false, Reason::HolderAdmin),
    ];
    for (hindrance, opens, covered, reason) in cases {
        let scope = if opens { Scope::ReadRegistry } else { Scope::ReadRepository };
        let facts = Facts {
            hindrance: Some(hindrance),
            target: OWN.map(|own| Target { covered, ..own }),
            username: Some("robot"),
            ..facts(Kind::Deploy, ScopeSet::of(&[scope]))
        };
        let verdict = decide(&facts, &ask(Access::RegistryRead));
        assert_eq!(verdict, Verdict::Deny(reason), "{hindrance:?} {opens} {covered}");
        // What stops the token itself comes before a wrong username, what comes later does not.
        let named = decide(&facts, &Question { username: Some("other"), ..ask(Access::RegistryRead) });
        let is_late = matches!(hindrance, Reason::Policy | Reason::HolderAdmin);
        assert_eq!(named, Verdict::Deny(if is_late { Reason::Username } else { hindrance }), "{hindrance:?}");
    }
}

/// Kind, what is asked, through which endpoint; whether its project has to be named.
#[test]
fn a_token_of_one_project_opens_nothing_of_anywhere_but_its_own_user() {
    let user = Endpoint::parse("GET /user").unwrap();
    let users = Endpoint::parse("GET /users").unwrap();
    let cases = [
        (Kind::ProjectAccess, None, None, false),
        (Kind::ProjectAccess, Some(Access::ApiRead), None, true),
        (Kind::ProjectAccess, Some(Access::ApiRead), Some(&user), false),
        (Kind::ProjectAccess, Some(Access::ApiRead), Some(&users), true),
        (Kind::Personal, None, None, false),
        (Kind::Personal, Some(Access::ApiRead), None, false),
        (Kind::Impersonation, Some(Access::ApiRead), Some(&users), false),
    ];
    for (kind, access, endpoint, must_be_named) in cases {
        let facts = Facts { target: None, ..facts(kind, ScopeSet::of(&[Scope::Api])) };
        let question = Question { access, endpoint, names_project: false, ..ask(Access::ApiRead) };
        let expected = if must_be_named { Verdict::Deny(Reason::UnnamedProject) } else { Verdict::Allow };
        assert_eq!(decide(&facts, &question), expected, "{kind} {access:?} {endpoint:?}");
    }
}
