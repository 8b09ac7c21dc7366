//! The operator's desk: ten thousand tokens of all kinds, and what is asked of them, each by one command.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;

use base64ct::{Base64, Encoding as _};
use serde_json::{Value, json};

use crate::support::{Bench, Kept, Terminal};

/// The five questions.
const ENDS_THIS_MONTH: &str = "list --expiring this-month";
const USED_BY_NOBODY: &str = "list --unused 90d";
const COULD_PUSH_THEN: &str = "list --access repository:write --valid-in grp/app --as-of 2026-03-01";
const MADE_BY_ANN: &str = "list --created-by ann --all";
const IS_IT_INTACT: &str = "log verify";

/// How many the operator makes, and how many Ann.
const BY_OP: usize = 9_800;
const BY_ANN: usize = 200;

/// The public half of a key that nobody has the other half of.
fn key(number: usize) -> String {
    let mut blob = vec![0, 0, 0, 11];
    blob.extend(b"ssh-ed25519");
    blob.extend([0, 0, 0, 32]);
    blob.extend([7; 24]);
    blob.extend((number as u64).to_be_bytes());
    format!("ssh-ed25519 {} host-{number}", Base64::encode_string(&blob))
}

/// An end: none for one in five, else a day of the year and a half from the first month on.
fn end(number: usize) -> Value {
    match number % 5 {
        0 => Value::Null,
        _ => format!("2026-{:02}-{:02}", 2 + number % 11, 1 + number % 28).into(),
    }
}

/// What the operator's file says in a row.
fn row(number: usize) -> Value {
    let user = format!("user-{}", number % 40);
    let group = number % 10;
    let project = if group == 0 { "grp/app".to_owned() } else { format!("team-{group}/service-{}", number % 3) };
    let ends = end(number);
    match number % 98 {
        0..30 => json!({"kind": "deploy", "project": project, "name": format!("host-{number}"), "expires": ends,
            "scopes": ["read_registry", "read_repository"], "note": "pulls images, and what they are built from"}),
        30..50 => json!({"kind": "personal", "user": user, "name": format!("laptop-{number}"), "expires": ends,
            "scopes": [if number.is_multiple_of(2) { "api" } else { "read_api" }]}),
        50..55 => json!({"kind": "project-access", "project": project, "name": format!("bot-{number}"),
            "expires": ends, "scopes": ["write_repository"]}),
        55..58 => json!({"kind": "impersonation", "user": user, "expires": ends, "scopes": ["api"]}),
        58..65 => json!({"kind": "oauth", "user": user, "app": "dash"}),
        65..72 => json!({"kind": "deploy-key", "key": key(number), "project": project, "expires": ends,
            "write": number.is_multiple_of(2)}),
        72..78 => json!({"kind": "runner-registration", "group": format!("team-{}", 1 + number % 9),
            "expires": ends, "use_limit": 5}),
        78..88 => json!({"kind": "runner", "project": project, "tags": ["docker", "linux"]}),
        _ => json!({"kind": "job", "project": "grp/app", "user": format!("user-{group}"), "life": "30d"}),
    }
}

/// What Ann's file says in a row.
fn row_of_ann(number: usize) -> Value {
    match number % 2 {
        0 => {
            json!({"kind": "personal", "name": format!("hers-{number}"), "scopes": ["read_api"], "expires": end(number)})
        }
        _ => json!({"kind": "deploy", "group": "grp", "name": format!("grp-{number}"), "scopes": ["read_registry"],
            "expires": end(number)}),
    }
}

fn lines(rows: impl Iterator<Item = Value>) -> String {
    rows.map(|row| row.to_string() + "\n").collect()
}

/// The store, half a year after it was filled: some tokens were used, rotated, stopped and taken away. With it what could
/// push to `grp/app` on the first of March, as it was told then.
fn desk() -> (Bench, BTreeSet<i64>) {
    let mut bench = Bench::new();
    bench.as_myself().at("2026-01-10T08:00:00Z").ok("store init -q");
    bench.all(&["project add grp/app", "app add dash --scope api", "user add ann"]);
    bench.ok("member add ann --group grp --role owner");
    for group in 1..10 {
        (0..3).for_each(|service| drop(bench.ok(&format!("project add team-{group}/service-{service}"))));
    }
    for user in 0..40 {
        bench.ok(&format!("user add user-{user}"));
        let place = if user < 10 { "grp".to_owned() } else { format!("team-{}", 1 + user % 9) };
        bench.ok(&format!("member add user-{user} --group {place} --role developer"));
    }
    fs::write(bench.path("all.jsonl"), lines((0..BY_OP).map(row))).unwrap();
    fs::write(bench.path("hers.jsonl"), lines((0..BY_ANN).map(row_of_ann))).unwrap();
    bench.ok("create --from ~/all.jsonl --emit json --to ~/secrets");
    bench.ok("create --from ~/hers.jsonl --as ann --to ~/hers");

    bench.at("2026-02-01T09:00:00Z");
    use_some(&bench, 0..40);
    bench.at("2026-02-15T09:00:00Z").all(&[
        "rotate --name host-1* --kind deploy --to-dir ~/next --yes -q",
        "revoke --name laptop-3* --yes -q",
        "revoke --created-by ann --name hers-1* --yes -q",
        "suspend 46 --until 2026-12-01",
    ]);
    bench.at("2026-03-01T00:00:00Z");
    let then = ids(&bench, "list --access repository:write --valid-in grp/app");
    bench.at("2026-03-05T09:00:00Z").all(&[
        "revoke --access repository:write --valid-in grp/app --kind personal,project-access --yes -q",
        "member remove user-1 --group grp",
        "user block user-2",
        "store sweep -q",
    ]);
    bench.at("2026-06-10T09:00:00Z");
    use_some(&bench, 20..140);
    bench.at("2026-06-15T12:00:00Z");
    (bench, then)
}

/// Presents the secrets of some of the deploy tokens that live still.
fn use_some(bench: &Bench, places: std::ops::Range<usize>) {
    let text = fs::read(bench.path("secrets")).unwrap();
    let records: Value = serde_json::from_slice(&text).unwrap();
    let of_hosts = records["tokens"].as_array().unwrap().iter().filter(|token| token["kind"] == "deploy");
    for token in of_hosts.skip(places.start * 7).step_by(7).take(places.len()) {
        let secret = Kept::parse(token["secret"].as_str().unwrap().as_bytes()).unwrap();
        bench.verify(&secret, &format!("--access registry:read --project {}", token["where"].as_str().unwrap()));
    }
}

fn ids(bench: &Bench, question: &str) -> BTreeSet<i64> {
    bench.ok(&format!("{question} -q")).ids().into_iter().collect()
}

/// The ids of those records that fit.
fn where_so(records: &[Value], fits: impl Fn(&Value) -> bool) -> BTreeSet<i64> {
    records.iter().filter(|token| fits(token)).map(|token| token["id"].as_i64().unwrap()).collect()
}

#[test]
fn five_questions_about_ten_thousand_tokens_are_one_command_each() {
    let (bench, then) = desk();
    let records = bench.ok("list --all --json").json()["tokens"].as_array().unwrap().clone();
    let kinds: BTreeSet<&str> = records.iter().map(|token| token["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds.len(), records.len() >= BY_OP + BY_ANN), (9, true));
    let text = |token: &Value, field: &str| token[field].as_str().unwrap_or_default().to_owned();
    let lives = |token: &Value| ["active", "suspended"].contains(&text(token, "state").as_str());

    let ends = |token: &Value| {
        let end = text(token, "expires_at");
        lives(token) && (String::from("2026-06-15T12:00:00Z")..="2026-07-01T00:00:00Z".to_owned()).contains(&end)
    };
    let expected = where_so(&records, ends);
    assert!(expected.len() > 100);
    assert_eq!(ids(&bench, ENDS_THIS_MONTH), expected);

    // A pair lives as long as its refresh secret, which no record tells.
    let is_pair = |token: &Value| token["kind"] == "oauth";
    let is_idle = |token: &Value| {
        !is_pair(token)
            && lives(token)
            && text(token, "created_at").as_str() < "2026-03-17"
            && text(token, "used_at").as_str() < "2026-03-17"
    };
    let found = ids(&bench, USED_BY_NOBODY);
    let pairs = where_so(&records, is_pair);
    let expected = where_so(&records, is_idle);
    assert_eq!(found.difference(&pairs).copied().collect::<BTreeSet<_>>(), expected);
    let used = where_so(&records, |token| lives(token) && text(token, "used_at").as_str() > "2026-06");
    assert!(used.len() > 20, "{}", used.len());
    assert!(used.is_disjoint(&found));

    assert_eq!(ids(&bench, COULD_PUSH_THEN), then);
    let now = ids(&bench, "list --access repository:write --valid-in grp/app");
    assert!(then.len() > 100 && now.len() < then.len(), "{} {}", then.len(), now.len());

    let hers = ids(&bench, MADE_BY_ANN);
    assert_eq!(hers, where_so(&records, |token| token["created_by"] == "ann"));
    assert_eq!(hers.len(), BY_ANN);
    let told = bench.ok(MADE_BY_ANN).out();
    for state in ["active", "expired", "revoked"] {
        let count = told.lines().filter(|line| line.split_whitespace().any(|word| word == state)).count();
        assert_eq!(count, where_so(&records, |token| token["created_by"] == "ann" && token["state"] == state).len());
    }

    bench.ok(IS_IT_INTACT).says("the chain is whole: events 1 to ");

    for question in [ENDS_THIS_MONTH, USED_BY_NOBODY, COULD_PUSH_THEN, MADE_BY_ANN, IS_IT_INTACT] {
        fits(&bench, question);
    }
    for page in ["list", "list --expired", "show 46", "log list", "audit", "report", "user list", "runner list"] {
        fits(&bench, page);
    }
}

/// Asserts that nothing is wider than a terminal.
fn fits(bench: &Bench, question: &str) {
    for columns in [80, 200] {
        // What is said beside it, on standard error, is the terminal's to wrap.
        let script = format!("tokctl {question} 2>/dev/null; echo \"[$?]\"");
        let (_, shown) = Terminal::of_width(bench.home(), columns, &["sh", "-c", &script]).unwrap().end();
        assert!(shown.ends_with("[0]\r\n"), "{question}: {shown}");
        let is_wide = |line: &&str| console::measure_text_width(line) > columns.into();
        assert_eq!(shown.lines().find(is_wide), None, "{question}");
    }
}

#[test]
fn the_readme_names_the_five_questions() {
    let readme = include_str!("../README.md");
    for question in [ENDS_THIS_MONTH, USED_BY_NOBODY, COULD_PUSH_THEN, MADE_BY_ANN, IS_IT_INTACT] {
        assert!(readme.contains(&format!("\ntokctl {question}\n")), "{question}");
    }
}
