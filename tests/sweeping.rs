//! The sweep that nobody asks for: bots that expired long ago leave after some other change.

#![cfg(test)]

use crate::support::Bench;

const DAY: i64 = 86_400;

/// Twelve bots whose tokens end after 30 days, one whose token ends after 60, one whose token never ends.
fn bench() -> Bench {
    let bench = Bench::after(&["project add grp/app", "user add bob", "user add eve"]);
    for number in 0..12 {
        bench.ok(&format!("create project-access --project grp/app -s api -q --expires 30d --to ~/{number}"));
    }
    bench.ok("create project-access --project grp/app -s api -q --expires 60d --to ~/later");
    bench.ok("create project-access --project grp/app -s api -q --to ~/never");
    bench.ok("record add issue --project grp/app --author project_2_bot --title x");
    bench
}

fn bots(bench: &Bench) -> usize {
    let json = bench.ok("user list --json").json();
    json["users"].as_array().unwrap().iter().filter(|user| user["kind"] == "bot").count()
}

/// The change after which is swept, and what it says of that.
fn change(bench: &Bench, name: &str) -> Vec<String> {
    let told = bench.ok(&format!("user add {name}"));
    let lines = told.err().lines().map(str::to_owned).collect::<Vec<_>>();
    lines.into_iter().filter(|line| line.starts_with("left, long expired: the bot user")).collect()
}

#[test]
fn bots_that_expired_a_day_ago_leave_ten_at_a_time_after_other_changes() {
    let mut bench = bench();
    bench.later(30 * DAY);
    assert!(change(&bench, "a").is_empty(), "they have expired just now");
    bench.later(DAY - 13 * 3600);
    assert!(change(&bench, "b").is_empty(), "it is no day since");
    assert_eq!(bots(&bench), 14);
    bench.later(14 * 3600);
    bench.ok("list");
    assert_eq!(bots(&bench), 14, "reading changes nothing");
    let told = change(&bench, "c");
    assert_eq!(told.len(), 10);
    assert_eq!(
        told[0],
        "left, long expired: the bot user `project_2_bot` of the project grp/app; 1 issue to the Ghost User"
    );
    assert_eq!(bots(&bench), 4);
    assert_eq!(change(&bench, "d").len(), 2);
    assert_eq!(bots(&bench), 2);
    bench.later(31 * DAY);
    assert_eq!(change(&bench, "e").len(), 1);
    bench.later(4000 * DAY);
    assert!(change(&bench, "f").is_empty(), "a token without an end is never swept");
    assert_eq!(bots(&bench), 1);
    bench.ok("show 14");
    let json = bench.ok("log list --json").json();
    let gone = json["events"].as_array().unwrap().iter().filter(|event| event["action"] == "user.delete").count();
    assert_eq!(gone, 13);
    assert_eq!(bench.ok("show 1 --json").json()["tokens"][0]["state"], "expired");
}

#[test]
fn a_rotation_that_is_over_leaves_the_bot_to_the_token_that_lives() {
    let mut bench = bench();
    bench.ok("rotate 13 --expires 90d --overlap 1d -q --to ~/new");
    bench.later(40 * DAY);
    assert_eq!(change(&bench, "a").len(), 10);
    assert_eq!(change(&bench, "b").len(), 2);
    bench.later(30 * DAY);
    assert!(change(&bench, "c").is_empty());
    bench.later(30 * DAY);
    assert_eq!(change(&bench, "d").len(), 1);
}

#[test]
fn whoever_changes_something_sets_it_off_and_is_in_the_trail() {
    let mut bench = bench();
    bench.later(32 * DAY);
    bench.ok("record add snippet --title x --as bob -q");
    assert_eq!(bots(&bench), 4);
    let json = bench.ok("log list --json").json();
    let last = json["events"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["action"], &last["actor"], &last["operator"]),
        (&"user.delete".into(), &"bob".into(), &"op".into())
    );
    assert_eq!((&last["reason"], &last["command"]), (&"its token expired".into(), &"record add".into()));
}

#[test]
fn a_sweep_that_cannot_be_done_changes_nothing_about_the_command() {
    let mut bench = bench();
    bench.later(32 * DAY);
    let connection = crate::atomic::open(&bench);
    let trap = "CREATE TRIGGER trap BEFORE DELETE ON users BEGIN SELECT RAISE(ABORT, 'a trap'); END";
    connection.execute_batch(trap).unwrap();
    bench.run("user add ann").is(0, "", "added the user `ann`\n");
    assert_eq!(bots(&bench), 14);
    connection.execute_batch("DROP TRIGGER trap").unwrap();
    assert_eq!(change(&bench, "ben").len(), 10);
}

#[test]
fn a_bot_with_very_many_records_is_left_to_those_who_ask_for_it() {
    let mut bench = bench();
    let row = "issue,grp/app,,x,project_2_bot1,,,\n";
    let rows = format!("kind,project,reference,title,author,editor,assignee,created_at\n{}", row.repeat(10_001));
    bench.run_with(&["record", "import", "-q"], rows.as_bytes()).code(0);
    bench.later(32 * DAY);
    assert_eq!(change(&bench, "a").len() + change(&bench, "b").len(), 11);
    bench.ok("user show project_2_bot1");
    bench.later(DAY);
    assert!(change(&bench, "c").is_empty());
    bench.run("store sweep").code(0).says("`project_2_bot1` of the project grp/app; 10001 issues to the Ghost User");
}
