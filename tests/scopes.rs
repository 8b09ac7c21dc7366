//! The scope table: the nine kinds as the documentation draws them, the same in every format.

#![cfg(test)]

use tokctl::domain::kind::Kind;

use crate::support::Bench;

const TABLE: &str = "\
TOKEN                        API          REGISTRY  REPOSITORY
Personal Access Token        yes          yes       yes
OAuth2 Token                 yes          no        yes
Impersonation Token          yes          yes       yes
Project Access Token         yes (1)      yes (1)   yes (1)
Deploy Token                 no           yes       yes
Deploy Key                   no           no        yes
Runner Registration Token    no           no        no
Runner Authentication Token  no           no        no
Job Token                    limited (2)  no        no
(1) Limited to the one project.
(2) Limited to certain endpoints.
";

#[test]
fn the_table_has_nine_kinds_three_areas_and_two_footnotes() {
    let bench = Bench::new();
    bench.run("scopes").is(0, TABLE, "");
    assert!(!bench.path(".local").exists());
}

#[test]
fn every_format_tells_the_same() {
    let bench = Bench::new();
    let json = bench.ok("scopes --json").json();
    let kinds = json["kinds"].as_array().unwrap();
    let drawn: Vec<Vec<&str>> = TABLE
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with('('))
        .map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect())
        .collect();
    let told = |keys: &[&str]| -> Vec<Vec<&str>> {
        kinds.iter().map(|kind| keys.iter().map(|key| kind[*key].as_str().unwrap()).collect()).collect()
    };
    // The marks of the footnotes are for people; programs are told the limits in a field of their own.
    let unmarked: Vec<Vec<&str>> =
        drawn.iter().map(|row| row.iter().map(|cell| cell.split(" (").next().unwrap()).collect()).collect();
    assert_eq!(told(&["title", "api", "registry", "repository"]), unmarked);
    assert_eq!(kinds[3]["limits"], serde_json::json!(["one_project"]));
    assert_eq!(kinds[8]["limits"], serde_json::json!(["endpoints"]));
    let lines = bench.ok("scopes --format jsonl").out();
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, kinds);
    let csv = bench.ok("scopes --format csv").out();
    let mut rows = csv.split_terminator("\r\n");
    let keys: Vec<&str> = rows.next().unwrap().split(',').collect();
    assert_eq!(keys, ["kind", "title", "api", "registry", "repository", "packages", "runner", "limits"]);
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(',').take(7).collect()).collect();
    assert_eq!(rows, told(&keys[..7]));
    let words: Vec<&str> = kinds.iter().map(|kind| kind["kind"].as_str().unwrap()).collect();
    assert_eq!(bench.ok("scopes -q").out().lines().collect::<Vec<_>>(), words);
}

#[test]
fn a_kind_tells_its_scopes() {
    let bench = Bench::new();
    let cases = [
        ("personal", "api read_user read_api read_repository write_repository read_registry write_registry sudo"),
        ("pat", "api read_user read_api read_repository write_repository read_registry write_registry sudo"),
        ("impersonation", "api read_user read_api read_repository write_repository read_registry write_registry sudo"),
        ("oauth", "api read_user read_api read_repository write_repository sudo openid profile email"),
        ("project-access", "api read_api read_repository write_repository read_registry write_registry"),
        ("deploy", "read_repository read_registry write_registry read_package_registry write_package_registry"),
        ("deploy-key", ""),
        ("runner-registration", ""),
        ("runner", ""),
        ("job", ""),
    ];
    assert!(Kind::all().all(|kind| cases.iter().any(|case| case.0 == kind.word())));
    for (kind, scopes) in cases {
        let found = bench.ok(&format!("scopes {kind} --format ids")).out();
        assert_eq!(found.lines().collect::<Vec<_>>().join(" "), scopes, "{kind}");
    }
    bench.run("scopes job").is(0, "", "job tokens carry no scopes\n");
    bench.run("scopes deploi").code(2).stdout("").says("did you mean `deploy`?");
    bench.run("scopes deploy --access api:read").code(2).stdout("");
}

#[test]
fn what_opens_an_access_is_listed_least_first() {
    let bench = Bench::new();
    bench.run("scopes --access registry:write --format csv").is(
        0,
        "kind,scope,opens_too\r\n\
         personal,write_registry,\r\n\
         impersonation,write_registry,\r\n\
         project-access,write_registry,\r\n\
         deploy,write_registry,\r\n\
         personal,api,api:read api:write repository:read repository:write registry:read registry:delete packages:read packages:write\r\n\
         impersonation,api,api:read api:write repository:read repository:write registry:read registry:delete packages:read packages:write\r\n\
         project-access,api,api:read api:write repository:read repository:write registry:read registry:delete packages:read packages:write\r\n",
        "",
    );
    bench.run("scopes --access runner:jobs").is(0, "KIND    SCOPE  OPENS TOO\nrunner  -      -\n", "");
}

/// A kind and a scope that the table of openers names open what it says, and no other of the kind does.
#[test]
fn the_table_and_the_verdicts_agree() {
    let bench = Bench::founded();
    for kind in ["deploy", "personal"] {
        for scope in bench.ok(&format!("scopes {kind} --format ids")).out().lines() {
            let secret = bench.secret(&format!("create {kind} -s {scope} -q"));
            for access in ["api:read", "repository:write", "registry:read", "registry:delete", "packages:write"] {
                let openers = bench.ok(&format!("scopes --access {access} --format csv")).out();
                let opens = openers.lines().any(|line| line.starts_with(&format!("{kind},{scope},")));
                let told = bench.verify(&secret, &format!("-q --access {access} --project op/default"));
                told.code(i32::from(!opens));
            }
        }
    }
}
