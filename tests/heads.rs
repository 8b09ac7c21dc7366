//! Heads of the trail that were kept elsewhere: they show what the chain cannot show by itself.

#![cfg(test)]

use std::fs;

use serde_json::json;

use crate::atomic::open;
use crate::chain::{NO_HEAD, bench, hashes, head};
use crate::support::Bench;

/// Writes every hash anew, as somebody would who knows how.
fn forge(bench: &Bench) {
    let hashes = hashes(bench);
    let connection = open(bench);
    let sequences: Vec<i64> = (1..).take(hashes.len()).collect();
    for (sequence, hash) in sequences.iter().zip(&hashes) {
        let bound = rusqlite::params![hash, sequence];
        assert_eq!(connection.execute("UPDATE events SET hash = ?1 WHERE sequence = ?2", bound).unwrap(), 1);
    }
}

#[test]
fn a_trail_that_was_cut_off_is_found_by_a_head_only() {
    let bench = bench();
    fs::write(bench.path("heads"), head(&bench)).unwrap();
    bench.ok("user add later");
    bench.run("log verify --head ~/heads").is(
        0,
        "",
        "the chain is whole: events 1 to 12\nit agrees with the head of event 11 that was kept: so far nothing was cut off or rewritten\n",
    );
    open(&bench).execute_batch("DELETE FROM events WHERE sequence > 10").unwrap();
    bench.run("log verify").is(0, "", &format!("the chain is whole: events 1 to 10\n{NO_HEAD}"));
    bench.run("log verify --head ~/heads").is(
        6,
        "SEQ  FINDING  EXPLANATION\n 11  cut_off  the trail was cut off: a head that was kept is of this event, and it is not there\n",
        "the chain is whole: events 1 to 10\n",
    );
}

#[test]
fn a_trail_that_was_written_anew_is_found_by_a_head_only() {
    let bench = bench();
    let early = head(&bench);
    bench.ok("user add later");
    fs::write(bench.path("heads"), early + &head(&bench)).unwrap();
    open(&bench).execute_batch("UPDATE events SET actor = 'nobody' WHERE sequence = 9").unwrap();
    forge(&bench);
    bench.run("log verify").is(0, "", &format!("the chain is whole: events 1 to 12\n{NO_HEAD}"));
    let told = bench.run("log verify --head ~/heads --json");
    told.code(6);
    let findings = told.json();
    let finding =
        |at: usize| (findings["findings"][at]["sequence"].clone(), findings["findings"][at]["finding"].clone());
    assert_eq!([finding(0), finding(1)], [(json!(11), json!("rewritten")), (json!(12), json!("rewritten"))]);
}

#[test]
fn a_head_that_is_right_and_one_that_is_missing_are_told_apart() {
    let bench = bench();
    let early = head(&bench);
    bench.ok("user add later");
    fs::write(bench.path("heads"), early + &head(&bench)).unwrap();
    open(&bench).execute_batch("DELETE FROM events WHERE sequence > 11").unwrap();
    let told = bench.run("log verify --head ~/heads");
    told.code(6).stderr(
        "the chain is whole: events 1 to 11\n\
         it agrees with the head of event 11 that was kept, and not with what came later\n",
    );
    let json = bench.run("log verify --head ~/heads --json").code(6).json();
    let hash = head(&bench)[3..].trim_end().to_owned();
    assert_eq!(
        json["kept_heads"],
        json!({"given": 2, "agree": false, "newest_that_agrees": {"sequence": 11, "hash": hash}, "too_old": 0,
               "behind_the_break": 0})
    );
    assert_eq!((&json["first"], &json["last"], &json["events"]), (&json!(1), &json!(11), &json!(11)));
}

#[test]
fn a_head_behind_a_break_is_still_looked_for() {
    let bench = bench();
    fs::write(bench.path("heads"), head(&bench)).unwrap();
    open(&bench).execute_batch("UPDATE events SET name = 'x' WHERE sequence = 7").unwrap();
    let told = bench.run("log verify --head ~/heads");
    told.code(6).stderr(
        "events 1 to 6 are what was written; the chain breaks at event 7, and nothing behind it was verified\n\
         1 head is of an event behind the break, which stands there, but could not be verified\n",
    );
    let agree = bench.run("log verify --head ~/heads --json").json()["kept_heads"]["agree"].clone();
    assert_eq!(agree, json!(false));
    open(&bench).execute_batch("UPDATE events SET hash = zeroblob(32) WHERE sequence = 11").unwrap();
    assert!(bench.run("log verify --head ~/heads").code(6).out().contains(" 11  rewritten"));
    open(&bench).execute_batch("DELETE FROM events WHERE sequence > 8").unwrap();
    let told = bench.run("log verify --head ~/heads");
    assert!(told.code(6).out().contains("  7  altered") && told.out().contains(" 11  cut_off"), "{told}");
}

/// An older copy of the store that is put back by hand is a trail that is whole, and ends earlier.
#[test]
fn an_old_copy_of_the_store_is_found_by_a_head_also_when_it_was_worked_on() {
    let bench = bench();
    let store = bench.data().join("store.db");
    open(&bench).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let old = fs::read(&store).unwrap();
    bench.ok("user add eve");
    fs::write(bench.path("heads"), head(&bench)).unwrap();
    open(&bench).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    fs::write(&store, &old).unwrap();
    bench.run("log verify").code(0);
    assert!(bench.run("log verify --head ~/heads").code(6).out().contains("cut_off"));
    bench.ok("user add mia");
    assert!(bench.run("log verify --head ~/heads").code(6).out().contains("rewritten"));
}

#[test]
fn heads_come_in_lines_in_json_and_by_standard_input() {
    let bench = bench();
    let line = head(&bench);
    assert_eq!(line.len(), "11 ".len() + 64 + 1);
    let json = bench.ok("log head --json");
    assert_eq!(json.json()["heads"], json!([{"sequence": 11, "hash": line.trim_end()[3..]}]));
    assert_eq!(bench.ok("log head --format csv").out(), format!("sequence,hash\r\n11,{}\r\n", &line.trim_end()[3..]));
    assert_eq!(bench.ok("log head -q").out(), "11\n");
    let jsonl = bench.ok("log head --format jsonl").out();
    for heads in [
        line.clone(),
        line.replace('\n', "\r\n"),
        format!("\n  {line}\n{line}"),
        line.trim_end().to_uppercase(),
        json.out(),
        jsonl.repeat(2),
    ] {
        bench.run_with(&["log", "verify", "--head", "-"], heads.as_bytes()).code(0).says("the head of event 11");
    }
}

#[test]
fn what_is_no_head_is_refused_and_where_it_stands_is_said() {
    let bench = bench();
    let line = head(&bench);
    let cases = [
        (String::new(), "error: there is no head of a trail in standard input\n"),
        ("\n\n".to_owned(), "error: there is no head of a trail in standard input\n"),
        ("{\"version\":1,\"heads\":[]}".to_owned(), "error: there is no head of a trail in standard input\n"),
        (format!("{line}x\n"), "error: standard input, line 2: that is no head of a trail\n"),
        (format!("# kept\n{line}"), "error: standard input, line 1: that is no head of a trail\n"),
        (line.replace("11 ", ""), "error: standard input, line 1: that is no head of a trail\n"),
        ("{\"heads\":[{\"sequence\":1}]}".to_owned(), "error: standard input, object 1: that is no head of a trail\n"),
        ("{\"heads\":".to_owned(), "error: standard input, object 1: that is no JSON\n"),
        (line.repeat(20_000), "error: standard input is longer than 1 MiB\n"),
    ];
    for (heads, words) in cases {
        bench.run_with(&["log", "verify", "--head", "-"], heads.as_bytes()).code(2).stdout("").says(words);
    }
    bench.refuses(
        2,
        &[("log verify --head ~/nothing", "error: cannot read `~/nothing`"), ("log verify --head ~", "is a directory")],
    );
    bench.run_with(&["log", "verify", "--head", "-"], &[0xff, 0xfe]).code(2).says("error: standard input is no text");
}

#[test]
fn a_head_without_a_store_says_that_there_was_one() {
    let bench = bench();
    let line = head(&bench);
    let empty = Bench::new();
    empty.run("log verify").is(0, "", "the trail is empty\n");
    empty.run("log head").is(0, "", "the trail is empty\n");
    empty.run("log head --json").is(0, "{\"version\":1,\"heads\":[]}\n", "");
    let told = empty.run_with(&["log", "verify", "--head", "-"], line.as_bytes());
    assert!(told.code(6).out().contains("cut_off"), "{told}");
    empty.run("log verify --store ~/s.db").code(7);
}
