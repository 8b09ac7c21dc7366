//! What each form looks like, and whom it is refused.

use super::*;
use crate::domain::scope::Scope;

#[test]
fn a_form_is_refused_where_nobody_could_use_it() {
    let registry = ScopeSet::of(&[Scope::ReadRegistry]);
    let repository = ScopeSet::of(&[Scope::ReadRepository]);
    let none = ScopeSet::NONE;
    let cases = [
        (Emit::DockerConfig, Kind::Deploy, registry, true),
        (Emit::DockerConfig, Kind::Deploy, repository, false),
        (Emit::DockerConfig, Kind::Oauth, repository, false),
        (Emit::DockerConfig, Kind::Job, none, false),
        (Emit::Netrc, Kind::Deploy, repository, true),
        (Emit::Netrc, Kind::Job, none, true),
        (Emit::Netrc, Kind::Runner, none, false),
        (Emit::GitCredential, Kind::Personal, repository, true),
        (Emit::GitCredential, Kind::RunnerRegistration, none, false),
        (Emit::RunnerToml, Kind::Runner, none, true),
        (Emit::RunnerToml, Kind::Deploy, registry, false),
    ];
    for (form, kind, scopes, fits) in cases {
        assert_eq!(form.check(kind, scopes).is_ok(), fits, "{form:?} of {kind}");
    }
    for kind in Kind::all() {
        for form in [Emit::Secret, Emit::Json, Emit::Env, Emit::K8sSecret] {
            assert!(form.check(kind, kind.scopes()).is_ok(), "{form:?} of {kind}");
        }
    }
}

#[test]
fn every_form_is_read_by_its_word() {
    for form in Emit::ALL {
        assert_eq!(Emit::parse(form.word()), Some(form));
    }
    assert_eq!(Emit::parse("yaml"), None);
}
