//! Boundaries: where a deploy token is valid, by the tree of groups.

#![cfg(test)]

use crate::support::Bench;

fn bench() -> Bench {
    Bench::after(&[
        "group add top/grp/sub",
        "project add top/above",
        "project add top/grp/app",
        "project add top/grp/sub/deep/app",
        "project add top/sibling/app",
        "project add grp/app",
        "project add top/open --visibility public",
    ])
}

#[test]
fn a_group_token_is_valid_in_the_group_and_below_and_nowhere_else() {
    let bench = bench();
    let secret = bench.secret("create deploy --group top/grp -s read_repository");
    let cases = [
        ("top/grp/app", "allow"),
        ("top/grp/sub/deep/app", "allow"),
        ("top/above", "boundary"),
        ("top/sibling/app", "boundary"),
        ("grp/app", "boundary"),
        ("op/default", "boundary"),
        ("top/open", "boundary"),
        ("top/grp", "no_project"),
        ("top/grp/nothing", "no_project"),
        ("TOP/grp/app", "no_project"),
        ("top/grp/App", "no_project"),
        ("top/grp/app/", "no_project"),
        ("/top/grp/app", "no_project"),
        ("top/grp/../above", "no_project"),
        ("top//grp/app", "no_project"),
        ("''", "no_project"),
        ("3", "no_project"),
    ];
    for (project, verdict) in cases {
        bench.verdict(&secret, &format!("--access repository:read --project {project}"), verdict);
        bench.verdict(&secret, &format!("--project {project}"), verdict);
    }
}

#[test]
fn a_project_that_is_added_later_is_covered_too() {
    let bench = bench();
    let secret = bench.secret("create deploy --group top/grp -s read_repository");
    let question = "--access repository:read --project top/grp/new/app";
    bench.verdict(&secret, question, "no_project");
    bench.ok("project add top/grp/new/app");
    bench.verdict(&secret, question, "allow");
}

#[test]
fn a_public_project_does_not_help_a_deploy_token() {
    let bench = bench();
    let secret = bench.secret("create deploy --project top/grp/app -s read_repository,read_registry");
    for access in ["repository:read", "registry:read"] {
        bench.verdict(&secret, &format!("--access {access} --project top/open"), "boundary");
        bench.verdict(&secret, &format!("--access {access} --project top/grp/app"), "allow");
    }
}

#[test]
fn a_deploy_token_goes_on_when_its_maker_is_demoted() {
    let bench = bench();
    bench.all(&["user add ann", "member add ann --project top/grp/app --role maintainer"]);
    let secret = bench.secret("create deploy --project top/grp/app -s read_repository --as ann");
    bench.ok("member remove ann --project top/grp/app");
    bench.verdict(&secret, "--access repository:read --project top/grp/app", "allow");
}

#[test]
fn each_scope_opens_what_it_says_and_writing_is_not_reading() {
    let bench = bench();
    let accesses = [
        "api:read",
        "api:write",
        "repository:read",
        "repository:write",
        "registry:read",
        "registry:write",
        "registry:delete",
        "packages:read",
        "packages:write",
    ];
    let scopes = [
        ("read_repository", "repository:read"),
        ("read_registry", "registry:read"),
        ("write_registry", "registry:write"),
        ("read_package_registry", "packages:read"),
        ("write_package_registry", "packages:write"),
    ];
    for (scope, opened) in scopes {
        let secret = bench.secret(&format!("create deploy --project grp/app -s {scope}"));
        for access in accesses {
            let told = bench.verify(&secret, &format!("-q --access {access} --project grp/app"));
            told.code(i32::from(access != opened));
        }
    }
}
