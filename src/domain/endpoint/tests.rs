//! Endpoints, one by one.

use super::*;

/// Endpoint, the access it needs, its project (0: none), and who else reaches it.
#[test]
fn endpoints_need_what_the_contract_says() {
    let cases = [
        ("GET /user", "api:read", 0, "read_user"),
        ("GET /api/v4/user", "api:read", 0, "read_user"),
        ("HEAD /user", "api:read", 0, ""),
        ("PUT /user", "api:write", 0, ""),
        ("GET /users", "api:read", 0, ""),
        ("GET /user/keys", "api:read", 0, ""),
        ("GET /job", "api:read", 0, "jobs"),
        ("POST /job", "api:write", 0, ""),
        ("GET /jobs", "api:read", 0, ""),
        ("GET /projects", "api:read", 0, ""),
        ("POST /projects", "api:write", 0, ""),
        ("GET /projects/7", "api:read", 7, ""),
        ("GET /projects/7/jobs/3/artifacts", "api:read", 7, "jobs"),
        ("GET /projects/7/jobs/3/artifacts/a/b.txt", "api:read", 7, "jobs"),
        ("HEAD /projects/7/jobs/3/artifacts", "api:read", 7, ""),
        ("POST /projects/7/jobs/3/artifacts/keep", "api:write", 7, ""),
        ("GET /projects/7/jobs/x/artifacts", "api:read", 7, ""),
        ("GET /projects/7/jobs/3/artifactsx", "api:read", 7, ""),
        ("GET /projects/7/jobs/3/trace", "api:read", 7, ""),
        ("GET /projects/7/jobs/artifacts/main/download", "api:read", 7, "jobs"),
        ("GET /projects/7/jobs/artifacts", "api:read", 7, ""),
        ("GET /projects/7/packages/npm/x", "packages:read", 7, "jobs"),
        ("HEAD /projects/7/packages/npm/x", "packages:read", 7, ""),
        ("PUT /projects/7/packages/npm/x", "packages:write", 7, "jobs"),
        ("POST /projects/7/packages/pypi", "packages:write", 7, ""),
        ("DELETE /projects/7/packages/1", "packages:write", 7, ""),
        ("GET /projects/7/packages", "api:read", 7, ""),
        ("GET /groups/7/packages/npm/x", "api:read", 0, ""),
        ("POST /projects/7/trigger/pipeline", "api:write", 7, "jobs"),
        ("GET /projects/7/trigger/pipeline", "api:read", 7, ""),
        ("POST /projects/7/trigger/pipeline/x", "api:write", 7, ""),
        ("POST /projects/7/releases", "api:write", 7, "jobs"),
        ("GET /projects/7/releases", "api:read", 7, ""),
        ("DELETE /projects/7/releases/v1", "api:write", 7, ""),
        ("GET /projects/7/terraform/state/prod", "api:read", 7, "jobs"),
        ("POST /projects/7/terraform/state/prod/lock", "api:write", 7, "jobs"),
        ("DELETE /projects/7/terraform/state/prod", "api:write", 7, "jobs"),
        ("PUT /projects/7/terraform/state/prod", "api:write", 7, ""),
        ("GET /projects/7/terraform/state", "api:read", 7, ""),
        ("POST /runners", "runner:register", 0, ""),
        ("GET /runners", "api:read", 0, ""),
        ("POST /runners/verify", "runner:jobs", 0, ""),
        ("POST /jobs/request", "runner:jobs", 0, ""),
        ("GET /jobs/request", "api:read", 0, ""),
        ("DELETE /runners", "api:write", 0, ""),
    ];
    for (text, access, project, also) in cases {
        let endpoint = Endpoint::parse(text).unwrap();
        let others = match endpoint.scope() {
            Some(scope) => scope.word(),
            None if endpoint.is_open_to_jobs() => "jobs",
            None => "",
        };
        let found = (endpoint.access().word(), endpoint.project().map_or(0, |id| id.0), others);
        assert_eq!(found, (access, project, also), "{text}");
    }
}

#[test]
fn what_could_be_read_in_two_ways_is_no_endpoint() {
    let bad = [
        "",
        "GET",
        "GET ",
        "/user",
        "GET user",
        "get /user",
        "GET  /user",
        " GET /user",
        "GET /user ",
        "GET /",
        "GET //user",
        "GET /user/",
        "GET /user//x",
        "GET /user?x=1",
        "GET /user#x",
        "GET /./user",
        "GET /x/../user",
        "GET /projects/grp%2Fapp",
        "GET /projects/grp/app",
        "GET /projects/01/x",
        "GET /projects/-1/x",
        "GET /projects/0",
        "GET /projects/99999999999999999999",
        "GET /user\n",
        "GET /us\u{0}er",
        "GET /üser",
        "GET /user\\x",
        "TRACE /user",
        "OPTIONS /user",
        "GET /api/v4/",
        "GET /api/v4//user",
        "GET /x y",
    ];
    for text in bad {
        assert!(Endpoint::parse(text).is_err(), "{text:?}");
    }
}
