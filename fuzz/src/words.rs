//! Words of the command line: scopes, accesses, kinds, roles, policies, endpoints, hosts, names.

use tokctl::domain::access::Access;
use tokctl::domain::address::Address;
use tokctl::domain::endpoint::Endpoint;
use tokctl::domain::head::Head;
use tokctl::domain::host::Host;
use tokctl::domain::job::Outcome;
use tokctl::domain::kind::Kind;
use tokctl::domain::name::{
    check_deploy_username, check_note, check_path, check_title, check_username, is_invisible, near,
};
use tokctl::domain::policy::{Policies, Policy};
use tokctl::domain::record::RecordKind;
use tokctl::domain::role::Role;
use tokctl::domain::runner::{check_description, check_system_id};
use tokctl::domain::scope::{Scope, ScopeSet};

/// Holds one input to them.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    assert!(Scope::parse(text).is_none_or(|scope| scope.word() == text));
    assert!(Access::parse(text).is_none_or(|access| access.word() == text));
    assert!(Kind::parse(text).is_none_or(|kind| kind.word() == text || kind.alias() == Some(text)));
    assert!(Role::parse(text).is_none_or(|role| role.word() == text));
    assert!(RecordKind::parse(text).is_none_or(|kind| kind.word() == text));
    assert!(Outcome::parse(text).is_none_or(|outcome| outcome.word() == text));
    assert!(Policy::parse(text).is_none_or(|policy| policy.word() == text));
    for policy in Policy::all() {
        Policies::default().set(policy, text).ok();
    }
    if let Ok(endpoint) = Endpoint::parse(text) {
        // A job's door is open only in a project of its own, or for the job itself.
        assert!(!endpoint.is_open_to_jobs() || endpoint.project().is_some() || text.contains("/job"), "{text}");
    }
    if let Ok(host) = Host::parse(text) {
        assert_eq!(Host::parse(&host.to_string()).ok().as_ref(), Some(&host));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]_".contains(&byte);
        assert!(host.authority().bytes().all(plain), "{text}");
    }
    if let Ok(address) = Address::parse(text) {
        assert_eq!(Address::parse(address.as_str()).ok().as_ref(), Some(&address), "{text}");
        assert!(address.as_str().bytes().all(|byte| byte.is_ascii_graphic()), "{text}");
    }
    if let Ok(head) = Head::parse(text) {
        assert_eq!(Head::parse(&head.to_string()).ok(), Some(head), "{text}");
    }
    // A list of scopes is what is in it, whatever the order.
    let scopes: Vec<Scope> = text.split(',').filter_map(Scope::parse).collect();
    let set = ScopeSet::of(&scopes);
    assert!(Scope::all().all(|scope| set.contains(scope) == scopes.contains(&scope)), "{text}");
    assert_eq!(ScopeSet::from_bits(set.bits()), Some(set), "{text}");
    for kind in Kind::all() {
        assert!(set.and(kind.scopes()).is_within(kind.scopes()), "{text}");
    }
    for checked in [check_title("name", text), check_note(text), check_description(text)] {
        assert!(checked.is_err() || !text.chars().any(is_invisible));
    }
    for checked in [check_username(text), check_path("path", text), check_deploy_username(text), check_system_id(text)]
    {
        assert!(checked.is_err() || text.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    assert!(check_path("path", text).is_err() || !text.split('/').any(|part| part.is_empty() || part.starts_with('.')));
    assert!(near(text, ["read_registry", "grp/app", text]).len() <= 3);
}
