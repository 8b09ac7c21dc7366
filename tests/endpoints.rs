//! Endpoints: what a presented secret reaches of the REST interface.

#![cfg(test)]

use crate::support::Bench;

/// The project grp/app has the number 2, far/app 3; 1 is the default project.
fn bench() -> Bench {
    Bench::after(&[
        "project add grp/app",
        "project add far/app",
        "user add dev",
        "member add dev --group grp --role developer",
    ])
}

#[test]
fn a_job_reaches_the_endpoints_of_the_contract_in_its_own_project() {
    let bench = bench();
    let secret = bench.secret("job start --project grp/app --user dev");
    let cases = [
        ("GET /job", "allow"),
        ("GET /api/v4/job", "allow"),
        ("HEAD /job", "endpoint"),
        ("GET /user", "endpoint"),
        ("GET /projects/2", "endpoint"),
        ("GET /projects/2/jobs/1/artifacts", "allow"),
        ("GET /projects/2/jobs/1/artifacts/log.txt", "allow"),
        ("GET /projects/2/jobs/artifacts/main/download", "allow"),
        ("GET /projects/3/jobs/artifacts/main/download", "boundary"),
        ("GET /projects/2/packages/npm/x", "allow"),
        ("PUT /projects/2/packages/npm/x", "allow"),
        ("DELETE /projects/2/packages/1", "endpoint"),
        ("PUT /projects/3/packages/npm/x", "boundary"),
        ("PUT /projects/99/packages/npm/x", "no_project"),
        ("POST /projects/2/trigger/pipeline", "allow"),
        ("POST /projects/2/releases", "allow"),
        ("POST /projects/3/releases", "boundary"),
        ("GET /projects/2/terraform/state/prod", "allow"),
        ("POST /projects/2/terraform/state/prod/lock", "allow"),
        ("DELETE /projects/2/terraform/state/prod", "allow"),
        ("POST /runners", "endpoint"),
    ];
    for (endpoint, verdict) in cases {
        bench.verdict(&secret, &format!("--endpoint '{endpoint}'"), verdict);
    }
}

#[test]
fn other_kinds_reach_what_their_scopes_open() {
    let bench = bench();
    let user = bench.secret("create personal -s read_user --as dev");
    let api = bench.secret("create personal -s api --as dev");
    let deploy = bench.secret("create deploy --group grp -s read_package_registry");
    let registration = bench.secret("create runner-registration --instance");
    let runner = bench.secret("create runner --instance");
    let cases = [
        (&user, "GET /user", "allow"),
        (&user, "GET /users", "scope"),
        (&user, "GET /projects/2", "scope"),
        (&api, "GET /user", "allow"),
        (&api, "GET /projects/2/issues", "allow"),
        (&api, "POST /projects/2/issues", "allow"),
        (&api, "GET /projects/3", "role"),
        (&api, "GET /projects/99", "no_project"),
        (&api, "DELETE /projects/2/packages/1", "allow"),
        (&api, "POST /runners", "kind"),
        (&deploy, "GET /projects/2/packages/npm/x", "allow"),
        (&deploy, "PUT /projects/2/packages/npm/x", "scope"),
        (&deploy, "GET /projects/3/packages/npm/x", "boundary"),
        (&deploy, "GET /projects/2", "kind"),
        (&registration, "POST /runners", "allow"),
        (&registration, "POST /jobs/request", "kind"),
        (&runner, "POST /runners/verify", "allow"),
        (&runner, "POST /jobs/request", "allow"),
        (&runner, "POST /runners", "kind"),
    ];
    for (secret, endpoint, verdict) in cases {
        bench.verdict(secret, &format!("--endpoint '{endpoint}'"), verdict);
    }
}

#[test]
fn an_endpoint_says_by_itself_what_and_where() {
    let bench = bench();
    let secret = bench.secret("create personal -s api");
    let cases = [
        ("--endpoint 'GET /job' --access api:read", "cannot be used with"),
        ("--endpoint 'GET /job' --project grp/app", "cannot be used with"),
        ("--endpoint 'GET /projects/grp%2Fapp'", "a query, a `%` or another character"),
        ("--endpoint 'GET /projects/grp/app'", "a project stands in it by its number"),
        ("--endpoint 'GET /job?x=1'", "a query, a `%` or another character"),
        ("--endpoint 'GET /x/../job'", "`.` or `..`"),
        ("--endpoint 'GET //job'", "an empty part"),
        ("--endpoint 'FETCH /job'", "its method is none of"),
        ("--endpoint /job", "it has no method"),
    ];
    for (options, words) in cases {
        bench.verify(&secret, options).code(2).stdout("").says(words);
    }
}
