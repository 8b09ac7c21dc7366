//! `log show`: one event by itself, and what it changed.

#![cfg(test)]

use serde_json::json;

use crate::support::Bench;

#[test]
fn one_event_is_shown_with_all_that_it_changed() {
    let bench =
        Bench::after(&["create deploy -s read_registry --name ci --expires 30d --to ~/1", "shorten 1 --expires 7d"]);
    let hash = bench.ok("log head").out()[2..].to_owned();
    let uid = nix::unistd::Uid::current();
    let card = format!(
        "seq:       4\nat:        2026-06-15T12:00:00Z\nactor:     op\naction:    token.shorten\nobject:    token\n\
         id:        1\nname:      ci\nwhere:     op/default\nactor id:  1\nuid:       {uid}\nhost:      bench\n\
         command:   shorten\nproject:   1\nhash:      {hash}\n\
         FIELD            BEFORE                AFTER\n\
         expires_at       2026-07-15T00:00:00Z  2026-06-22T00:00:00Z\n\
         state            active                active\n\
         suspended_at     -                     -\n\
         suspended_until  -                     -\n"
    );
    bench.run("log show 4").is(0, &card, "");
    let json = bench.ok("log show 4 --json").json();
    let event = &json["events"][0];
    assert_eq!(
        (&event["where"], &event["before"]["expires_at"]),
        (&json!("op/default"), &json!("2026-07-15T00:00:00Z"))
    );
    assert_eq!(bench.ok("log show 4 -q").out(), "4\n");
    // What has no other side shows the one.
    assert!(bench.ok("log show 3").out().contains("\nFIELD        AFTER\n"), "{}", bench.ok("log show 3"));
    bench.run("log show 99").is(
        3,
        "",
        "error: there is no event `99`\nhint: `tokctl log list --limit 10` shows the newest there are\n",
    );
    bench.refuses(
        2,
        &[("log show", "required"), ("log show x", "an id is a number"), ("log show -- -1", "an id is a number")],
    );
    Bench::new().run("log show 1").code(3).says("error: there is no event `1`");
}

#[test]
fn what_stands_in_an_event_is_shown_harmless() {
    let bench = Bench::after(&["user add ann"]);
    let sql = "UPDATE events SET after = '{\"a\\u001b[31m\":\"\\u001b]0;x\\u0007\",\"b\":[1,{\"c\":null}],\"d\":[]}' WHERE sequence = 3;
               UPDATE events SET after = 'no' || char(27) || 'thing' WHERE sequence = 2";
    crate::atomic::open(&bench).execute_batch(sql).unwrap();
    let out = bench.ok("log show 3").out();
    assert!(out.contains("\\u{1b}") && out.contains("[1,{\"c\":null}]") && !out.contains('\u{1b}'), "{out}");
    assert!(bench.ok("log show 2").out().contains("no\\u{1b}thing"));
    assert!(!bench.ok("log show 2 --json").out().contains('\u{1b}'));
}

#[test]
fn the_token_that_another_takes_the_place_of_is_its_predecessor() {
    let bench = Bench::after(&["create deploy -s read_registry --name ci --to ~/1", "rotate 1 --to ~/2"]);
    let card = bench.ok("log show 4").out();
    assert!(card.contains("FIELD        AFTER\n") && card.contains("predecessor  1\n"), "{card}");
    assert!(!card.contains("\nid  "), "{card}");
    assert_eq!(bench.ok("log show 4 --json").json()["events"][0]["before"]["id"], 1, "programs read what was written");
}
