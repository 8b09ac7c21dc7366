//! The chain of the trail: what it shows, and how anybody computes it.

#![cfg(test)]

use std::fs;
use std::process::{Command, Stdio};

use rusqlite::types::ValueRef;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::atomic::open;
use crate::generated::run_if_there;
use crate::support::Bench;

pub(crate) const NO_HEAD: &str = "whether its end was cut off, or all of it written anew, only a head that was kept elsewhere can show; \
                       `tokctl log head` prints one\n";

/// A trail of eleven events, with texts that are not easy to encode.
pub(crate) fn bench() -> Bench {
    let bench = Bench::after(&[
        "user add ann --admin",
        "project add grp/app",
        "create deploy --project grp/app -s read_registry --name 'na\u{ef}ve \"\u{5b57}\\ \u{1f469}' --to ~/1",
        "suspend 1 --reason 'is it leaked?'",
        "policy set max-life 90d",
    ]);
    bench.all(&["user add bob", "revoke 1 --yes --reason 'it \"was\" \\ \u{e9}' --as ann"]);
    assert_eq!(bench.ok("log list --count").out(), "11\n");
    bench
}

/// A trail that was changed behind tokctl's back.
fn tampered(sql: &str) -> Bench {
    let bench = bench();
    open(&bench).execute_batch(sql).unwrap();
    bench
}

pub(crate) fn head(bench: &Bench) -> String {
    bench.ok("log head").out()
}

/// Computes the hashes from the table, by what the help says of them; the columns are named in their order there.
pub(crate) fn hashes(bench: &Bench) -> Vec<[u8; 32]> {
    let connection = open(bench);
    let sql = "SELECT sequence, at, action, actor_id, actor, operator, uid, host, command, object, object_id, name, \
               project_id, group_id, before, after, reason FROM events ORDER BY sequence";
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut hashes = vec![[0; 32]];
    while let Some(row) = rows.next().unwrap() {
        let mut bytes = b"tokctl event 1".to_vec();
        let mut field = |part: &[u8]| {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part);
        };
        field(hashes.last().unwrap());
        for at in 0..17 {
            match row.get_ref(at).unwrap() {
                ValueRef::Null => bytes.extend([255; 8]),
                ValueRef::Integer(number) => {
                    bytes.extend(8_u64.to_be_bytes());
                    bytes.extend(number.to_be_bytes());
                }
                ValueRef::Text(text) => {
                    bytes.extend((text.len() as u64).to_be_bytes());
                    bytes.extend(text);
                }
                other => panic!("{other:?}"),
            }
        }
        hashes.push(Sha256::digest(&bytes).into());
    }
    hashes.split_off(1)
}

#[test]
fn a_trail_that_nobody_touched_is_whole() {
    let bench = bench();
    bench.run("log verify").is(0, "", &format!("the chain is whole: events 1 to 11\n{NO_HEAD}"));
    bench.run("log verify -q").is(0, "", "");
    let hash = head(&bench)[3..].trim_end().to_owned();
    bench.run("log verify --json").code(0).stdout(&format!(
        "{{\"version\":1,\"findings\":[],\"events\":11,\"first\":1,\"last\":11,\"head\":{{\"hash\":\"{hash}\",\"sequence\":11}},\
         \"breaks_at\":null,\"kept_heads\":null}}\n"
    ));
    bench.run("log verify --format jsonl").code(0).stdout("");
    assert_eq!(bench.ok("log list --count").out(), "11\n", "verifying changes nothing");
}

#[test]
fn what_was_done_to_the_trail_is_named_by_the_first_event_that_it_breaks() {
    let shift = |from: i64, by: i64| {
        format!(
            "UPDATE events SET sequence = -sequence WHERE sequence >= {from};
             UPDATE events SET sequence = {by} - sequence WHERE sequence < 0;"
        )
    };
    let copy = |from: i64, to: i64| {
        format!(
            "INSERT INTO events SELECT {to}, at, action, actor_id, actor, operator, uid, host, command, object, \
             object_id, name, project_id, group_id, before, after, reason, hash FROM events WHERE sequence = {from};"
        )
    };
    let swap = "UPDATE events SET sequence = -1 WHERE sequence = 5; UPDATE events SET sequence = 5 WHERE sequence = 6; \
                UPDATE events SET sequence = 6 WHERE sequence = -1;";
    let mut cases = vec![
        ("DELETE FROM events WHERE sequence = 1".to_owned(), 1, "missing"),
        ("DELETE FROM events WHERE sequence = 7".to_owned(), 7, "missing"),
        ("DELETE FROM events WHERE sequence IN (4, 5, 9)".to_owned(), 4, "missing"),
        ("DELETE FROM events".to_owned(), 1, "missing"),
        (format!("DELETE FROM events WHERE sequence = 7; {}", shift(8, -1)), 7, "altered"),
        (swap.to_owned(), 5, "altered"),
        // A copy behind the end, one in the middle, one before the beginning, one far away.
        (copy(3, 12), 12, "altered"),
        (shift(5, 1) + &copy(4, 5), 5, "altered"),
        (copy(1, 0), 0, "altered"),
        (copy(1, -7), -7, "altered"),
        (copy(11, 20), 12, "missing"),
        ("UPDATE events SET hash = randomblob(32) WHERE sequence = 6".to_owned(), 6, "altered"),
        ("UPDATE events SET hash = zeroblob(32) WHERE sequence = 11".to_owned(), 11, "altered"),
        ("UPDATE events SET reason = 'x'".to_owned(), 1, "altered"),
        // What makes no sense is not what was written either.
        ("UPDATE events SET at = -5 WHERE sequence = 3".to_owned(), 3, "altered"),
        ("UPDATE events SET uid = -1 WHERE sequence = 4".to_owned(), 4, "altered"),
        ("UPDATE events SET name = CAST(x'ff00' AS TEXT) WHERE sequence = 8".to_owned(), 8, "altered"),
    ];
    for change in [
        "at = at + 1",
        "action = 'token.created'",
        "actor_id = 9",
        "actor = 'ann'",
        "operator = ''",
        "uid = uid + 1",
        "host = ''",
        "command = command || ' '",
        "object = 'tokens'",
        "object_id = NULL",
        "name = upper(name)",
        "project_id = NULL",
        "group_id = 1",
        "before = '{}'",
        "after = replace(after, 'read', 'write')",
        "reason = ''",
    ] {
        cases.push((format!("UPDATE events SET {change} WHERE sequence = 7"), 7, "altered"));
    }
    for (sql, first, finding) in cases {
        let bench = tampered(&sql);
        let told = bench.run("log verify --json");
        told.code(6).says(&format!("the chain breaks at event {first}, and nothing behind it was verified"));
        let findings = told.json()["findings"].as_array().unwrap().clone();
        assert_eq!(findings.len(), 1, "{sql}: {told}");
        assert_eq!((&findings[0]["sequence"], &findings[0]["finding"]), (&json!(first), &json!(finding)), "{sql}");
    }
}

#[test]
fn a_finding_is_said_in_words_and_in_every_format() {
    let bench = tampered("UPDATE events SET name = 'x' WHERE sequence = 5");
    let words = "this event was edited, moved or put in, or the one before it was";
    bench.run("log verify").is(
        6,
        &format!("SEQ  FINDING  EXPLANATION\n  5  altered  {words}\n"),
        &format!(
            "events 1 to 4 are what was written; the chain breaks at event 5, and nothing behind it was verified\n{NO_HEAD}"
        ),
    );
    bench.run("log verify -q").is(6, "5\n", "");
    bench.run("log verify -q --format csv").is(
        6,
        &format!("sequence,finding,explanation\r\n5,altered,\"{words}\"\r\n"),
        "",
    );
}

#[test]
fn the_chain_is_for_admins_too() {
    let bench = Bench::after(&["user add ann"]);
    for line in ["log verify --as ann", "log head --as ann", "log show 1 --as ann"] {
        bench.run(line).is(4, "", "error: only an admin may read the trail\n");
    }
}

#[test]
fn the_hashes_are_those_that_the_help_tells_how_to_compute() {
    let bench = bench();
    let events = bench.ok("log list --json").json();
    let hex = |hash: &[u8; 32]| hash.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let listed: Vec<String> =
        events["events"].as_array().unwrap().iter().map(|event| event["hash"].as_str().unwrap().to_owned()).collect();
    assert_eq!(hashes(&bench).iter().map(hex).collect::<Vec<_>>(), listed);
    let help = bench.ok("log verify --help").out().split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let order = "sequence, at, action, actor_id, actor, operator, uid, host, command, object, object_id, name, project_id, \
                 group_id, before, after, reason.";
    assert!(help.contains(order), "{help}");
}

/// Another program in another language, from what the list says in JSON alone.
#[test]
fn the_hashes_are_computed_from_the_list_without_tokctl() {
    let bench = bench();
    let list = bench.ok("log list --json");
    fs::write(bench.path("list.json"), list.raw()).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/recompute.py");
    let line = format!("python3 {script} <{}", bench.path("list.json").display());
    let mut python = Command::new("python3");
    if run_if_there(python.arg("--version")).is_none() {
        return;
    }
    let output = Command::new("sh").args(["-c", &line]).stdin(Stdio::null()).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(told.lines().count(), 11);
    assert_eq!(told.lines().last(), Some(head(&bench).trim_end()));
}
