//! The words of the trail: the table of them holds what is written, and nothing else.

#![cfg(test)]

use std::collections::BTreeSet;

use regex::Regex;
use tokctl::domain::action::{ACTIONS, things};

use crate::layers::SOURCES;
use crate::support::Bench;

#[test]
fn what_is_written_into_the_trail_is_what_the_table_has() {
    let word = Regex::new(&format!(r#""((?:{})\.[a-z_]+)""#, things().collect::<Vec<_>>().join("|"))).unwrap();
    let rooms = ["ops", "store"];
    let code: String = SOURCES
        .iter()
        .filter(|source| rooms.contains(&source.room()) && !source.is_test())
        .map(|source| source.code.as_str())
        .collect();
    let known: BTreeSet<&str> = ACTIONS.iter().map(|action| action.word).collect();
    // Files and columns are no actions.
    let others = ["store.db", "token.json"];
    let written: BTreeSet<String> = word.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    for word in written.iter().filter(|word| !others.contains(&word.as_str())) {
        assert!(known.contains(word.as_str()), "add `{word}` to `domain/action.rs`");
    }
    // These are put together of two words.
    let made = ["alarm.clone", "alarm.rotated_out", "group.follow", "project.follow", "store.prune"];
    let made = made.into_iter().chain(["user.rename", "app.rename", "runner.rename", "group.rename", "project.rename"]);
    let made: BTreeSet<&str> = made.collect();
    for action in ACTIONS {
        let is_written = written.contains(action.word) || made.contains(action.word);
        assert!(is_written, "nothing writes `{}`", action.word);
    }
}

#[test]
fn an_event_says_where_and_what_changed() {
    let bench = Bench::after(&[
        "user add ann",
        "project add grp/app",
        "member add ann --project grp/app --role guest",
        "member add ann --project grp/app --role developer",
        "project rename grp/app app2",
        "create deploy --project grp/app2 -s read_registry --name ci --to ~/1",
        "rotate 1 --to ~/2",
        "policy set max-life 90d",
        "member remove ann --project grp/app2",
    ]);
    let table = bench.ok("log list --since 1h --columns action,name,where,detail").out();
    for line in [
        "member.add      ann         grp/app2    guest\n",
        "member.add      ann         grp/app2    guest to developer\n",
        "project.rename  grp/app2    grp/app2    was grp/app\n",
        "token.rotate    ci          grp/app2    in place of 1\n",
        "token.replaced  ci          grp/app2    by 2\n",
        "policy.set      max-life    -           none to 90d\n",
        "member.remove   ann         grp/app2    was developer\n",
    ] {
        assert!(table.contains(line), "{line}{table}");
    }
    let event = bench.ok("log list --limit 1 --json").json()["events"][0].clone();
    assert_eq!((&event["where"], &event["detail"]), (&"grp/app2".into(), &"was developer".into()));
    bench.ok("project delete grp/app2 --yes");
    let csv = bench.ok("log list --action member.remove --format csv --columns where,detail").out();
    assert_eq!(csv, "sequence,where,detail\r\n14,grp/app2,was developer\r\n");
}

#[test]
fn the_words_of_the_trail_are_told_by_help() {
    let help = Bench::new().ok("help events").out();
    for action in ACTIONS {
        assert!(help.contains(action.word), "{}", action.word);
    }
    assert!(help.contains("user:2"), "{help}");
}
