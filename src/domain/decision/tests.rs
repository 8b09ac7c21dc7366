//! The decision, cell by cell.

mod order;

use super::*;
use crate::domain::scope::Scope;

const OWN: Option<Target> =
    Some(Target { covered: true, role: Some(Role::Owner), visibility: Visibility::Private, read_only: false });

const DEFAULTS: Policies = Policies {
    max_life: None,
    require_expiry: false,
    impersonation: true,
    job_token_pull: false,
    min_rsa_bits: 2048,
    overlap_max: None,
};

fn facts(kind: Kind, scopes: ScopeSet) -> Facts<'static> {
    let holder = match kind.acts_as() {
        ActsAs::Itself => Holder::Itself,
        ActsAs::User => Holder::User { blocked: false },
    };
    Facts {
        kind,
        state: State::Active,
        rotated_out: false,
        scopes,
        username: None,
        holder,
        target: OWN,
        hindrance: None,
        policies: &DEFAULTS,
    }
}

fn ask(access: Access) -> Question<'static> {
    Question { access: Some(access), names_project: true, username: None, via: None, endpoint: None }
}

const EVERYTHING: &str = "api:read api:write repository:read repository:write registry:read registry:write registry:delete \
    packages:read packages:write";

/// What each kind opens at most, with every scope it may carry, in its own project and with the highest role.
#[test]
fn nine_kinds_open_what_the_table_says_and_nothing_else() {
    let expected = [
        (Kind::Personal, EVERYTHING),
        (Kind::Oauth, "api:read api:write repository:read repository:write packages:read packages:write"),
        (Kind::Impersonation, EVERYTHING),
        (Kind::ProjectAccess, EVERYTHING),
        (Kind::Deploy, "repository:read registry:read registry:write packages:read packages:write"),
        (Kind::DeployKey, "repository:read repository:write"),
        (Kind::RunnerRegistration, "runner:register"),
        (Kind::Runner, "runner:jobs"),
        (Kind::Job, "packages:read packages:write"),
    ];
    assert!(expected.iter().map(|(kind, _)| *kind).eq(Kind::all()));
    for (kind, opened) in expected {
        let allowed: Vec<String> = Access::ALL
            .into_iter()
            .filter(|access| decide(&facts(kind, kind.scopes()), &ask(*access)) == Verdict::Allow)
            .map(|access| access.to_string())
            .collect();
        assert_eq!(allowed.join(" "), opened, "{kind}");
    }
}

/// Every kind, every scope it may carry alone, every access: open only where both the kind and the scope say so.
#[test]
fn a_scope_opens_only_what_its_kind_opens() {
    for kind in Kind::all().filter(|kind| !kind.scopes().is_empty()) {
        for scope in kind.scopes().iter() {
            for access in Access::ALL {
                let verdict = decide(&facts(kind, ScopeSet::of(&[scope])), &ask(access));
                let expected = match (kind.opens().contains(access), scope.opens().contains(access)) {
                    (false, _) => Verdict::Deny(Reason::Kind),
                    (true, false) => Verdict::Deny(Reason::Scope),
                    (true, true) => Verdict::Allow,
                };
                assert_eq!(verdict, expected, "{kind} with {scope}, {access}");
            }
        }
    }
}

#[test]
fn a_token_without_scopes_opens_nothing_where_its_kind_has_scopes() {
    for kind in Kind::all().filter(|kind| !kind.scopes().is_empty()) {
        for access in Access::ALL {
            assert_ne!(decide(&facts(kind, ScopeSet::NONE), &ask(access)), Verdict::Allow, "{kind}, {access}");
        }
    }
}

#[test]
fn a_dead_or_stopped_token_opens_nothing_and_one_reason_comes_first() {
    let scopes = ScopeSet::of(&[Scope::ReadRegistry]);
    let live = facts(Kind::Deploy, scopes);
    let cases = [
        (Facts { state: State::Revoked, ..live }, Reason::Revoked),
        (Facts { state: State::Revoked, rotated_out: true, ..live }, Reason::RotatedOut),
        (Facts { state: State::Expired, ..live }, Reason::Expired),
        (Facts { state: State::Expired, rotated_out: true, ..live }, Reason::RotatedOut),
        (Facts { state: State::Suspended, ..live }, Reason::Suspended),
        (Facts { state: State::Revoked, holder: Holder::Gone, scopes: ScopeSet::NONE, ..live }, Reason::Revoked),
    ];
    for (facts, reason) in cases {
        assert_eq!(decide(&facts, &ask(Access::RegistryRead)), Verdict::Deny(reason));
    }
    let overlapping = Facts { rotated_out: true, ..live };
    assert_eq!(decide(&overlapping, &ask(Access::RegistryRead)), Verdict::Allow, "in its overlap the old one lives");
}

#[test]
fn a_gone_or_blocked_user_stops_everything_of_his() {
    for kind in Kind::all().filter(|kind| kind.acts_as() == ActsAs::User) {
        for (holder, reason) in
            [(Holder::Gone, Reason::HolderGone), (Holder::User { blocked: true }, Reason::HolderBlocked)]
        {
            let facts = Facts { holder, ..facts(kind, kind.scopes()) };
            for question in Access::ALL.map(ask) {
                assert_eq!(decide(&facts, &question), Verdict::Deny(reason), "{kind}");
            }
        }
    }
}

#[test]
fn a_deploy_token_wants_its_username_wherever_one_is_carried() {
    let facts = Facts { username: Some("robot"), ..facts(Kind::Deploy, ScopeSet::of(&[Scope::ReadRegistry])) };
    let verdict = |username| decide(&facts, &Question { username, ..ask(Access::RegistryRead) });
    assert_eq!(verdict(None), Verdict::Allow);
    assert_eq!(verdict(Some("robot")), Verdict::Allow);
    for wrong in ["Robot", "robot ", "", "gitlab+deploy-token-1"] {
        assert_eq!(verdict(Some(wrong)), Verdict::Deny(Reason::Username), "{wrong:?}");
    }
}

#[test]
fn a_personal_token_takes_any_username_and_a_job_token_one() {
    let personal = facts(Kind::Personal, ScopeSet::of(&[Scope::Api]));
    let named = |username| Question { username: Some(username), ..ask(Access::PackagesRead) };
    assert_eq!(decide(&personal, &named("anything")), Verdict::Allow);
    let job = facts(Kind::Job, ScopeSet::NONE);
    assert_eq!(decide(&job, &named("gitlab-ci-token")), Verdict::Allow);
    assert_eq!(decide(&job, &named("ann")), Verdict::Deny(Reason::Username));
}

#[test]
fn keys_travel_over_ssh_only_and_all_else_over_http_only() {
    for kind in Kind::all() {
        let facts = facts(kind, kind.scopes());
        for via in [Transport::Http, Transport::Ssh] {
            let verdict = decide(&facts, &Question { access: None, via: Some(via), ..ask(Access::ApiRead) });
            let fits = (via == Transport::Ssh) == (kind == Kind::DeployKey);
            assert_eq!(verdict == Verdict::Allow, fits, "{kind} over {via:?}");
        }
    }
}

/// Access, and the least role that a user needs for it on a private and on a public project.
#[test]
fn the_role_is_the_one_of_the_contract() {
    let cases = [
        (Access::ApiRead, Some(Role::Guest), None),
        (Access::ApiWrite, Some(Role::Developer), Some(Role::Developer)),
        (Access::RepositoryRead, Some(Role::Reporter), None),
        (Access::RepositoryWrite, Some(Role::Developer), Some(Role::Developer)),
        (Access::RegistryRead, Some(Role::Reporter), None),
        (Access::RegistryWrite, Some(Role::Developer), Some(Role::Developer)),
        (Access::RegistryDelete, Some(Role::Maintainer), Some(Role::Maintainer)),
        (Access::PackagesRead, Some(Role::Reporter), None),
        (Access::PackagesWrite, Some(Role::Developer), Some(Role::Developer)),
    ];
    let roles = [None].into_iter().chain(Role::ALL.map(Some));
    for role in roles {
        for (access, private, visible) in cases {
            for visibility in Visibility::ALL {
                let least = if visibility == Visibility::Private { private } else { visible };
                let target = Some(Target { covered: true, role, visibility, read_only: false });
                let facts = Facts { target, ..facts(Kind::Personal, ScopeSet::of(&[Scope::Api])) };
                let expected =
                    if least.is_none() || role >= least { Verdict::Allow } else { Verdict::Deny(Reason::Role) };
                assert_eq!(decide(&facts, &ask(access)), expected, "{access} as {role:?} on {visibility}");
            }
        }
    }
}

/// A deploy token or key acts as itself: its boundary decides, and a public project is no exception.
#[test]
fn outside_its_boundary_a_token_is_denied_on_public_projects_too() {
    for kind in [Kind::Deploy, Kind::DeployKey, Kind::ProjectAccess, Kind::Job] {
        for visibility in Visibility::ALL {
            let access = if kind == Kind::Job { Access::PackagesRead } else { Access::RepositoryRead };
            let target = |covered| Some(Target { covered, role: Some(Role::Maintainer), visibility, read_only: false });
            let inside = Facts { target: target(true), ..facts(kind, kind.scopes()) };
            let outside = Facts { target: target(false), ..inside };
            assert_eq!(decide(&inside, &ask(access)), Verdict::Allow, "{kind}");
            assert_eq!(decide(&outside, &ask(access)), Verdict::Deny(Reason::Boundary), "{kind}");
        }
    }
}

#[test]
fn a_project_that_is_not_there_is_denied() {
    let facts = Facts { target: None, ..facts(Kind::Personal, ScopeSet::of(&[Scope::Api])) };
    assert_eq!(decide(&facts, &ask(Access::ApiRead)), Verdict::Deny(Reason::NoProject));
    let unnamed = Question { names_project: false, ..ask(Access::ApiRead) };
    assert_eq!(decide(&facts, &unnamed), Verdict::Allow);
}

#[test]
fn a_key_without_write_pulls_and_does_not_push() {
    let target = OWN.map(|own| Target { read_only: true, ..own });
    let key = Facts { target, ..facts(Kind::DeployKey, ScopeSet::NONE) };
    assert_eq!(decide(&key, &ask(Access::RepositoryRead)), Verdict::Allow);
    assert_eq!(decide(&key, &ask(Access::RepositoryWrite)), Verdict::Deny(Reason::ReadOnlyKey));
}

#[test]
fn a_hindrance_stops_a_live_token_and_no_dead_one_twice() {
    let live = Facts { hindrance: Some(Reason::Paused), ..facts(Kind::Runner, ScopeSet::NONE) };
    assert_eq!(decide(&live, &ask(Access::RunnerJobs)), Verdict::Deny(Reason::Paused));
    let dead = Facts { state: State::Revoked, ..live };
    assert_eq!(decide(&dead, &ask(Access::RunnerJobs)), Verdict::Deny(Reason::Revoked));
}

#[test]
fn a_job_pulls_from_its_own_project_only_where_the_policy_says_so() {
    let pull = Policies { job_token_pull: true, ..DEFAULTS };
    let job = facts(Kind::Job, ScopeSet::NONE);
    assert_eq!(decide(&job, &ask(Access::RepositoryRead)), Verdict::Deny(Reason::Kind));
    let job = Facts { policies: &pull, ..job };
    assert_eq!(decide(&job, &ask(Access::RepositoryRead)), Verdict::Allow);
    assert_eq!(decide(&job, &ask(Access::RepositoryWrite)), Verdict::Deny(Reason::Kind));
    let elsewhere = Facts { target: job.target.map(|own| Target { covered: false, ..own }), ..job };
    assert_eq!(decide(&elsewhere, &ask(Access::RepositoryRead)), Verdict::Deny(Reason::Boundary));
}

/// Kind, scopes, endpoint, verdict: in the own project, with the highest role.
#[test]
fn an_endpoint_opens_by_its_access_or_to_whom_it_is_made_for() {
    let read_user = &[Scope::ReadUser][..];
    let cases: &[(Kind, &[Scope], &str, Option<Reason>)] = &[
        (Kind::Job, &[], "GET /job", None),
        (Kind::Job, &[], "PUT /projects/1/packages/npm/x", None),
        (Kind::Job, &[], "POST /projects/1/releases", None),
        (Kind::Job, &[], "GET /projects/1", Some(Reason::Endpoint)),
        (Kind::Job, &[], "GET /user", Some(Reason::Endpoint)),
        (Kind::Job, &[], "POST /projects/1/packages/pypi", Some(Reason::Endpoint)),
        (Kind::Job, &[], "POST /jobs/request", Some(Reason::Endpoint)),
        (Kind::Personal, read_user, "GET /user", None),
        (Kind::Oauth, read_user, "GET /user", None),
        (Kind::Personal, &[Scope::ReadApi], "GET /user", None),
        (Kind::ProjectAccess, &[Scope::Api], "GET /user", None),
        (Kind::Personal, read_user, "GET /users", Some(Reason::Scope)),
        (Kind::Personal, read_user, "PUT /user", Some(Reason::Scope)),
        (Kind::Personal, &[Scope::ReadRegistry], "GET /user", Some(Reason::Scope)),
        (Kind::Personal, &[Scope::ReadApi], "GET /projects/1", None),
        (Kind::Personal, &[Scope::ReadApi], "POST /projects/1/releases", Some(Reason::Scope)),
        (Kind::Personal, &[Scope::Api], "POST /runners", Some(Reason::Kind)),
        (Kind::Deploy, &[Scope::ReadPackageRegistry], "GET /projects/1/packages/npm/x", None),
        (Kind::Deploy, &[Scope::ReadPackageRegistry], "PUT /projects/1/packages/npm/x", Some(Reason::Scope)),
        (Kind::Deploy, &[Scope::WritePackageRegistry], "POST /projects/1/packages/pypi", None),
        (Kind::Deploy, &[Scope::ReadPackageRegistry], "GET /projects/1", Some(Reason::Kind)),
        (Kind::Deploy, &[Scope::ReadPackageRegistry], "GET /user", Some(Reason::Kind)),
        (Kind::DeployKey, &[], "GET /user", Some(Reason::Kind)),
        (Kind::RunnerRegistration, &[], "POST /runners", None),
        (Kind::RunnerRegistration, &[], "POST /jobs/request", Some(Reason::Kind)),
        (Kind::Runner, &[], "POST /jobs/request", None),
        (Kind::Runner, &[], "POST /runners/verify", None),
        (Kind::Runner, &[], "GET /job", Some(Reason::Kind)),
    ];
    for (kind, scopes, text, reason) in cases {
        let endpoint = Endpoint::parse(text).unwrap();
        let question = Question { endpoint: Some(&endpoint), ..ask(endpoint.access()) };
        let expected = reason.map_or(Verdict::Allow, Verdict::Deny);
        assert_eq!(decide(&facts(*kind, ScopeSet::of(scopes)), &question), expected, "{kind} {text}");
    }
}

#[test]
fn a_job_whose_user_no_longer_sees_its_project_opens_nothing() {
    let target = |role| Some(Target { role, ..OWN.unwrap() });
    let endpoint = Endpoint::parse("GET /job").unwrap();
    let job = Facts { target: target(Some(Role::Developer)), ..facts(Kind::Job, ScopeSet::NONE) };
    let gone = Facts { target: target(None), ..job };
    let bare = Question { access: None, ..ask(Access::ApiRead) };
    for question in [bare, Question { endpoint: Some(&endpoint), ..ask(Access::ApiRead) }] {
        assert_eq!(decide(&job, &question), Verdict::Allow);
        assert_eq!(decide(&gone, &question), Verdict::Deny(Reason::Role));
        assert_eq!(decide(&Facts { target: None, ..job }, &question), Verdict::Deny(Reason::NoProject));
    }
}
