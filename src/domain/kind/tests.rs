//! The table of kinds, held to the one that GitLab documents.

use super::*;

/// The table of the seed, cell by cell: API, registry, repository.
#[test]
fn the_table_is_the_one_that_gitlab_documents() {
    let expected = "
        Personal Access Token       | yes    | yes    | yes
        OAuth2 Token                | yes    | no     | yes
        Impersonation Token         | yes    | yes    | yes
        Project Access Token        | yes(1) | yes(1) | yes(1)
        Deploy Token                | no     | yes    | yes
        Deploy Key                  | no     | no     | yes
        Runner Registration Token   | no     | no     | no
        Runner Authentication Token | no     | no     | no
        Job Token                   | some(2)| no     | no";
    assert_eq!(expected.trim().lines().count(), Kind::all().count());
    for line in expected.trim().lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let kind = Kind::all().find(|kind| kind.title() == cells[0]).unwrap_or_else(|| panic!("{}", cells[0]));
        for (area, expected) in [Area::Api, Area::Registry, Area::Repository].into_iter().zip(&cells[1..]) {
            let cell = match kind.cell(area, &Policies::default()) {
                Cell::Open => "yes",
                Cell::Limited(Footnote::OneProject) => "yes(1)",
                Cell::Limited(Footnote::Endpoints) => "some(2)",
                Cell::Limited(Footnote::JobTokenPull) => "pull(3)",
                Cell::Limited(Footnote::ImpersonationOff) => "no(4)",
                Cell::Shut => "no",
            };
            assert_eq!(&cell, expected, "{kind} and {area:?}");
        }
    }
}

#[test]
fn every_row_stands_at_its_number() {
    for (at, kind) in Kind::all().enumerate() {
        assert_eq!(kind as usize, at + 1);
        assert_eq!(Kind::from_number(kind as i64), Some(kind));
        assert_eq!(Kind::parse(kind.word()), Some(kind));
    }
    assert_eq!(Kind::parse("pat"), Some(Kind::Personal));
}

#[test]
fn only_deploy_keys_travel_over_ssh() {
    for kind in Kind::all() {
        assert_eq!(kind.transport() == Ssh, kind == Kind::DeployKey, "{kind}");
    }
}

#[test]
fn the_policy_job_token_pull_shows_in_the_table_and_opens_pulling_only() {
    let policies = Policies { job_token_pull: true, ..Policies::default() };
    assert_eq!(Kind::Job.cell(Area::Repository, &policies), Cell::Limited(Footnote::JobTokenPull));
    assert!(Kind::Job.opens_under(&policies).contains(Access::RepositoryRead));
    assert!(!Kind::Job.opens_under(&policies).contains(Access::RepositoryWrite));
    for kind in Kind::all().filter(|kind| *kind != Kind::Job) {
        assert_eq!(kind.opens_under(&policies), kind.opens());
    }
}

/// Kind, whether it can be rotated, whether it is given a date.
#[test]
fn what_rotates_and_what_is_dated_is_as_the_contract_says() {
    let cases = [
        (Kind::Personal, true, true),
        (Kind::Oauth, false, false),
        (Kind::Impersonation, true, true),
        (Kind::ProjectAccess, true, true),
        (Kind::Deploy, true, true),
        (Kind::DeployKey, false, true),
        (Kind::RunnerRegistration, true, true),
        (Kind::Runner, true, false),
        (Kind::Job, false, false),
    ];
    assert!(cases.iter().map(|(kind, ..)| *kind).eq(Kind::all()));
    for (kind, rotates, dated) in cases {
        assert_eq!((kind.can_rotate(), kind.is_dated()), (rotates, dated), "{kind}");
        let limit = match kind {
            Kind::ProjectAccess => Some(Footnote::OneProject),
            Kind::Job => Some(Footnote::Endpoints),
            _ => None,
        };
        assert_eq!(kind.limit(), limit, "{kind}");
    }
}

#[test]
fn the_policy_impersonation_shuts_impersonation_tokens_and_nothing_else() {
    let policies = Policies { impersonation: false, ..Policies::default() };
    for kind in Kind::all() {
        let shut = kind == Kind::Impersonation;
        assert_eq!(kind.opens_under(&policies), if shut { AccessSet::NONE } else { kind.opens() }, "{kind}");
        for area in [Area::Api, Area::Repository, Area::Registry, Area::Packages] {
            let cell = kind.cell(area, &policies);
            assert_eq!(cell == Cell::Limited(Footnote::ImpersonationOff), shut, "{kind} {area:?}");
        }
    }
    assert_eq!(Kind::Impersonation.cell(Area::Runner, &policies), Cell::Shut);
    assert_eq!(Kind::ProjectAccess.cell(Area::Runner, &policies), Cell::Shut, "no footnote where nothing is opened");
}

#[test]
fn a_deploy_key_opens_pulling_at_least_and_all_else_what_its_kind_opens() {
    let policies = Policies { job_token_pull: true, ..Policies::default() };
    for kind in Kind::all() {
        for access in Access::ALL {
            let pulls_only = (kind, access) == (Kind::DeployKey, Access::RepositoryRead);
            let least = if pulls_only { AccessSet::NONE.with(access) } else { kind.opens_under(&policies) };
            assert_eq!(kind.least_with(access, &policies), least, "{kind} {access}");
        }
    }
}
