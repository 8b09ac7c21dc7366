//! A secret is shown once and kept nowhere: no command shows it again, and nothing that is kept opens anything.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;

use rusqlite::types::ValueRef;

use crate::support::{Bench, Kept};

/// A token of every kind that has a secret, each in a file of its own, and what hangs on some of them.
fn furnished() -> (Bench, Vec<Kept>) {
    let bench = Bench::after(&[
        "project add grp/app",
        "user add bob",
        "member add bob --project grp/app --role maintainer",
        "app add site --scope api --owner bob",
        "create deploy --project grp/app -s read_registry --name gitlab-deploy-token --to ~/deploy",
        "create personal --user bob -s api --name mine --to ~/personal",
        "create impersonation --user bob -s api --to ~/impersonation",
        "create project-access --project grp/app -s api --name robot --to ~/bot",
        "create oauth --app site --user bob --to ~/pair",
        "create runner-registration --project grp/app --to ~/registration",
        "create runner --project grp/app --to ~/runner",
        "job start --project grp/app --emit json --to ~/job",
        "runner register --secret-file ~/registration --to ~/registered",
        "rotate 1 --overlap 1d --to ~/rotated",
        "app refresh --secret-file ~/pair --to ~/pair2",
        "revoke 2 --yes",
        "suspend 6",
    ]);
    let names = [
        "deploy",
        "personal",
        "impersonation",
        "bot",
        "pair",
        "registration",
        "runner",
        "job",
        "registered",
        "rotated",
        "pair2",
    ];
    let mut secrets = Vec::new();
    for name in names {
        let text = fs::read_to_string(bench.path(name)).unwrap();
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
        secrets.extend(words.filter_map(|word| Kept::parse(word.as_bytes())));
    }
    // Of each pair two, and of the job its own and the password of the deploy token.
    assert_eq!(secrets.len(), names.len() + 3);
    (bench, secrets)
}

#[test]
fn no_command_shows_a_secret_again() {
    let (bench, secrets) = furnished();
    let mut lines: Vec<String> = [
        "list --all",
        "user list",
        "project list",
        "group list",
        "member list --project grp/app",
        "app list",
        "app show site",
        "runner list",
        "runner show 1",
        "job list --all",
        "job show 1",
        "deploy-key list",
        "log list",
        "log show 12",
        "audit",
        "policy list",
        "store info",
        "store check",
        "whoami",
        "scopes",
    ]
    .iter()
    .flat_map(|line| ["", " --json", " --format csv"].map(|format| format!("{line}{format}")))
    .collect();
    lines.extend((1..=11).flat_map(|id| [format!("show {id}"), format!("show {id} --json")]));
    lines.extend(
        [
            "report",
            "report --json",
            "report --html ~/report.html",
            "report --ics ~/calendar.ics",
            "create deploy --project grp/app -s read_registry --name gitlab-deploy-token",
            "create deploy --project grp/app -s read_registry --name gitlab-deploy-token --if-not-exists --to ~/rotated",
            "create personal --user bob -s api --to ~/personal",
            "rotate 1 --dry-run",
            "revoke 1 --dry-run",
            "store backup ~/backup.db",
            "log verify",
            "log head",
        ]
        .map(ToOwned::to_owned),
    );
    let mut told = Vec::new();
    for line in &lines {
        let run = bench.run(line);
        assert!(matches!(run.exit(), 0 | 5 | 6), "{run}");
        told.push((line.as_str(), run.raw()));
    }
    for name in ["report.html", "calendar.ics", "backup.db"] {
        told.push((name, fs::read(bench.path(name)).unwrap()));
    }
    for (line, told) in told {
        let is_in =
            |secret: &Kept| told.windows(20).any(|window| secret.expose().windows(20).any(|part| part == window));
        assert!(!secrets.iter().any(is_in), "`{line}` shows a secret");
    }
}

#[test]
fn nothing_that_stands_in_the_store_opens_anything() {
    let (bench, secrets) = furnished();
    for live in [0, 2, 3] {
        bench.verify(&secrets[live], "").code(0);
    }
    let connection = crate::atomic::open(&bench);
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut values: BTreeSet<Vec<u8>> = BTreeSet::new();
    for table in tables {
        let mut rows = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for at in 0..columns {
                match row.get_ref(at).unwrap() {
                    ValueRef::Text(text) => drop(values.insert(text.to_vec())),
                    ValueRef::Integer(number) => drop(values.insert(number.to_string().into_bytes())),
                    ValueRef::Blob(blob) => {
                        let hex = blob.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
                        // As a secret of its form would be, were the digest taken for what is drawn.
                        values.extend([blob.to_vec(), format!("gldt-{hex}").into_bytes(), hex.into_bytes()]);
                    }
                    ValueRef::Null | ValueRef::Real(_) => {}
                }
            }
        }
    }
    let fingerprints = bench.ok("list --all --json").json();
    for token in fingerprints["tokens"].as_array().unwrap() {
        values.insert(token["fingerprint"].as_str().unwrap().as_bytes().to_vec());
    }
    assert!(values.len() > 100, "only {} values", values.len());
    for value in values {
        let told = bench.run_with(&["verify"], &value);
        // What cannot be a secret at all is a wrong use.
        assert!(matches!(told.exit(), 1 | 2) && told.raw().iter().all(|byte| *byte != 0), "{told}");
    }
}

#[test]
fn nobody_chooses_a_secret() {
    let mut bench = Bench::new();
    bench.process("project add grp/app").piped(b"").code(0);
    let make = "create deploy --project grp/app -s read_registry -q";
    let [first, mine] = [(); 2].map(|()| bench.process(make).piped(b"").secret());
    bench.as_myself().ok("revoke 2 --yes");
    // One that is known and dead, offered in every way that there is.
    let text = mine.text();
    for name in ["TOKEN", "TOKCTL_TOKEN", "TOKCTL_SECRET", "CI_JOB_TOKEN", "CI_DEPLOY_PASSWORD"] {
        let secret = bench.process(make).env(name, &text).piped(mine.expose()).secret();
        assert!(![&first, &mine].iter().any(|other| other.expose() == secret.expose()));
    }
    bench.verify(&mine, "").code(1);
    let options = ["--secret", "--token", "--password", "--value", "--secret-file"];
    for kind in ["personal", "impersonation", "project-access", "deploy", "runner-registration", "runner", "oauth"] {
        for option in options {
            bench.run(&format!("create {kind} {option} x")).code(2).says("unexpected argument");
        }
    }
}
