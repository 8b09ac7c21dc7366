//! Grants beside their uses.

use super::*;

fn accesses(accesses: &[Access]) -> AccessSet {
    accesses.iter().fold(AccessSet::NONE, |set, access| set.with(*access))
}

fn used(token: Token, opened: &[Access], place: UsedIn) -> Token {
    Token { used: Used { accesses: accesses(opened), place }, ..token }
}

#[test]
fn scopes_are_wide_only_beside_uses_that_were_seen_for_a_while() {
    use Access::{ApiRead, RepositoryRead, RepositoryWrite};
    let personal = |scopes: &[Scope], opened: &[Access]| {
        let token = Token { kind: Kind::Personal, holder: Some(UserId(1)), scopes: ScopeSet::of(scopes), ..token() };
        used(token, opened, UsedIn::Several)
    };
    let wide = "wide-scopes: it carries api, and its uses so far (repository:read) need no more than read_repository";
    finds(&facts(&personal(&[Scope::Api], &[RepositoryRead]), &[]), &[wide]);
    finds(
        &facts(&personal(&[Scope::ReadUser, Scope::ReadApi, Scope::WriteRepository], &[ApiRead]), &[]),
        &[
            "wide-scopes: it carries read_user,read_api,write_repository, and its uses so far (api:read) need no more than read_api",
        ],
    );
    for (scopes, opened) in [
        (&[Scope::Api][..], &[][..]),
        (&[Scope::Api], &[Access::ApiWrite]),
        (&[Scope::ReadRepository, Scope::Sudo], &[RepositoryRead]),
        (&[Scope::ReadUser], &[ApiRead]),
    ] {
        finds(&facts(&personal(scopes, opened), &[]), &[]);
    }
    let young = Token { created_at: day(NOW - 29), ..personal(&[Scope::Api], &[RepositoryRead]) };
    finds(&facts(&young, &[]), &[]);
    // A successor's uses are its predecessor's too.
    finds(&Facts { known_since: day(NOW - 30), ..facts(&young, &[]) }, &[wide]);
    let key = |opened: &[Access]| {
        used(Token { kind: Kind::DeployKey, boundary: Boundary::Projects, ..token() }, opened, UsedIn::Several)
    };
    let facts_of = |pushes| KeyFacts { algorithm: Algorithm::Ed25519, bits: 256, pushes };
    let pulled = key(&[RepositoryRead]);
    finds(
        &Facts { key: Some(facts_of(true)), ..facts(&pulled, &[]) },
        &["wide-scopes: it may push, and has only pulled so far"],
    );
    finds(&Facts { key: Some(facts_of(false)), ..facts(&pulled, &[]) }, &[]);
    let pushed = key(&[RepositoryRead, RepositoryWrite]);
    finds(&Facts { key: Some(facts_of(true)), ..facts(&pushed, &[]) }, &[]);
}

fn place(role: Option<Role>, visibility: Visibility) -> Place {
    Place { path: "grp/app".into(), visibility, role }
}

#[test]
fn a_group_is_wide_where_one_project_was_used() {
    let in_group = Token { boundary: Boundary::Group(GroupId(1)), ..token() };
    let one = UsedIn::One(ProjectId(1));
    let wide = used(in_group.clone(), &[Access::RegistryRead], one);
    let known = Facts { used_in: Some(place(None, Visibility::Private)), ..facts(&wide, &[]) };
    finds(&known, &["group-wide: it is valid in the whole group `grp`, and its uses so far were all in `grp/app`"]);
    assert_eq!(
        found(&known)[0].hint,
        "`tokctl create deploy --project grp/app --scope read_registry` makes one for that, `tokctl revoke 3` ends this one"
    );
    finds(&facts(&wide, &[]), &[]);
    let own = used(token(), &[Access::RegistryRead], one);
    finds(&Facts { used_in: Some(place(None, Visibility::Private)), ..facts(&own, &[]) }, &[]);
}

/// What was opened, by somebody of which role, in what project; and what is said of it.
type RoleCase<'c> = (&'c [Access], Option<Role>, Visibility, Option<&'c str>);

#[test]
fn a_role_is_above_need_where_a_deploy_token_would_do() {
    use Access::{ApiRead, RegistryDelete, RegistryWrite, RepositoryRead};
    let acting = |opened: &[Access]| {
        let scopes = ScopeSet::of(&[Scope::ReadRepository, Scope::WriteRegistry]);
        used(
            Token { kind: Kind::Personal, holder: Some(UserId(1)), scopes, ..token() },
            opened,
            UsedIn::One(ProjectId(1)),
        )
    };
    let cases: &[RoleCase<'_>] = &[
        (
            &[RepositoryRead, RegistryWrite],
            Some(Role::Owner),
            Visibility::Private,
            Some("(repository:read, registry:write) take developer"),
        ),
        (&[RepositoryRead, RegistryWrite], Some(Role::Developer), Visibility::Private, None),
        (&[ApiRead], Some(Role::Owner), Visibility::Private, None),
        (&[RegistryDelete], Some(Role::Owner), Visibility::Private, None),
        (&[RegistryDelete], Some(Role::Maintainer), Visibility::Private, None),
        (&[RepositoryRead], None, Visibility::Private, None),
    ];
    for (opened, role, visibility, words) in cases {
        let token = acting(opened);
        let facts = Facts { used_in: Some(place(*role, *visibility)), ..facts(&token, &[]) };
        let told = found(&facts);
        let told = told.iter().find(|found| found.rule == Rule::RoleAboveNeed).map(|found| found.words.as_str());
        assert_eq!(told.map(|told| told.split_once("so far ").unwrap().1), *words, "{opened:?} {role:?}");
    }
    // What acts as itself has no role to lend, and a job's is over before anybody could take it.
    for kind in [Kind::Deploy, Kind::Job] {
        let token = Token { kind, ..acting(&[RepositoryRead]) };
        let facts = Facts { used_in: Some(place(Some(Role::Owner), Visibility::Private)), ..facts(&token, &[]) };
        assert!(found(&facts).iter().all(|found| found.rule != Rule::RoleAboveNeed), "{kind}");
    }
}
