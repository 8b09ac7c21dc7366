//! All nine kinds at everything they could open, in every sort of place: held to one table, cell by cell.

#![cfg(test)]

use std::collections::{HashMap, HashSet};

use tokctl::domain::access::Access;
use tokctl::domain::kind::Kind;

use crate::support::{Bench, Kept};

const TABLE: &str = include_str!("data/nine_kinds.txt");
const PLACES: [&str; 5] = ["top/mid/app", "far/tool", "top/mid/sub/lib", "top/up", "far/open"];

/// The published public key of GitLab's documentation.
const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILkYXU2fVeO4/0rDCSsswP5iIX2+B6tv15YT3KObgyDl a key for machines\n";

fn bench() -> Bench {
    let bench = Bench::after(&[
        "project add top/mid/app",
        "project add far/tool",
        "project add top/mid/sub/lib",
        "project add top/up",
        "project add far/open --visibility public",
        "user add ann",
        "member add ann --group top/mid --role maintainer",
        "app add site -s api,read_api,read_user,read_repository,write_repository,openid,profile,email",
    ]);
    std::fs::write(bench.path("key.pub"), KEY).unwrap();
    bench
}

/// One token of every kind, with all its kind can carry.
fn tokens(bench: &Bench) -> HashMap<&'static str, Kept> {
    let of_user = "api,read_user,read_api,read_repository,write_repository,read_registry,write_registry";
    let of_project = "api,read_api,read_repository,write_repository,read_registry,write_registry";
    let of_deploy = "read_repository,read_registry,write_registry,read_package_registry,write_package_registry";
    let lines = [
        ("personal", format!("create personal --user ann -s {of_user}")),
        ("oauth", "create oauth --app site --user ann".to_owned()),
        ("impersonation", format!("create impersonation --user ann -s {of_user}")),
        ("project-access", format!("create project-access --project top/mid/app -s {of_project}")),
        ("deploy", format!("create deploy --project top/mid/app -s {of_deploy}")),
        ("deploy-of-group", format!("create deploy --group top/mid -s {of_deploy}")),
        ("runner-registration", "create runner-registration --group top/mid".to_owned()),
        ("runner", "create runner --group top/mid".to_owned()),
        ("job", "job start --project top/mid/app --user ann".to_owned()),
    ];
    bench.ok("create deploy-key --key ~/key.pub --project top/mid/app --write");
    let secret = |line: &str| {
        let told = bench.ok(line);
        if line.starts_with("create oauth") { told.pair().access } else { told.secret() }
    };
    lines.iter().map(|(kind, line)| (*kind, secret(line))).collect()
}

#[test]
fn nine_kinds_open_what_the_table_says_and_nothing_else() {
    let bench = bench();
    let tokens = tokens(&bench);
    let mut held = HashSet::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [kind, access, expected @ ..] = words.as_slice() else { panic!("{line}") };
        for (place, cell) in PLACES.iter().zip(expected) {
            let options = format!("verify --access {access} --project {place}");
            let told = match tokens.get(kind) {
                Some(secret) => bench.run_with(&bench.words(&options), secret.expose()),
                None => bench.run_with(&bench.words(&options), KEY.as_bytes()),
            };
            told.code(i32::from(*cell != "+"));
        }
        assert_eq!(expected.len(), PLACES.len(), "{line}");
        assert!(held.insert((*kind, (*access).to_owned())), "{line} stands twice");
    }
    for kind in Kind::all().map(Kind::word).chain(["deploy-of-group"]) {
        for access in Access::ALL {
            assert!(held.contains(&(kind, access.to_string())), "the table says nothing of {kind} and {access}");
        }
    }
}
