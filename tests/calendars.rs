//! The ends of tokens as a calendar, read back by another program.

#![cfg(test)]

use std::fs;

use serde_json::{Value, json};

use crate::faults::has;
use crate::support::{Bench, Child};

fn bench() -> Bench {
    Bench::after(&[
        "user add ann",
        "project add grp/app",
        "create deploy --project grp/app -s read_registry,write_registry --name 'a;b,c\\d' --expires 2026-08-04 --to ~/1",
        "create deploy --project grp/app -s read_registry --name 'שלום עולם, a name that is so long that it has to be folded, 日本語のトークン日本語のトークン' --expires 2027-01-31 --to ~/2",
        "create personal --user ann -s api --name endless --to ~/3",
        "create personal --user ann -s api --name dead --expires 30d --to ~/4",
        "revoke 4 --yes",
        "create runner --project grp/app --to ~/5",
        "job start --project grp/app --to ~/6",
    ])
}

/// Reads a calendar by a reader that is not ours: of each event what is asked.
const READ: &str = "\
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
def told(event):
    alarm, = event.walk('VALARM')
    return {'uid': event['UID'], 'on': event['DTSTART'].dt.isoformat(), 'until': event['DTEND'].dt.isoformat(),
            'stamp': event['DTSTAMP'].dt.isoformat(), 'summary': event['SUMMARY'], 'text': event['DESCRIPTION'],
            'errors': event.errors, 'days': alarm['TRIGGER'].dt.days, 'action': alarm['ACTION'], 'said': alarm['DESCRIPTION']}
print(json.dumps([calendar['VERSION'], calendar['PRODID'], [told(event) for event in calendar.walk('VEVENT')]]))
";

fn read(bench: &Bench, name: &str) -> Value {
    fs::write(bench.path("read.py"), READ).unwrap();
    let told = Child::script(bench.home(), &format!("python3 read.py {name}")).piped(b"");
    told.code(0);
    told.json()
}

#[test]
fn every_live_token_with_a_date_is_an_event_of_its_day() {
    if !has("icalendar") {
        return;
    }
    let bench = bench();
    bench.run("report --ics ~/ends.ics").is(0, "", "wrote 2 ends to `~/ends.ics`\n");
    let calendar = read(&bench, "ends.ics");
    assert_eq!(calendar[0], "2.0");
    let events = calendar[2].as_array().unwrap();
    assert_eq!(events.len(), 2);
    let (first, second) = (&events[0], &events[1]);
    let summary = "deploy token 1 `a;b,c\\d` for the project grp/app ends";
    assert_eq!(first["summary"], summary);
    assert_eq!((&first["said"], &first["action"], &first["days"]), (&json!(summary), &json!("DISPLAY"), &json!(-7)));
    assert_eq!((&first["on"], &first["until"]), (&json!("2026-08-04"), &json!("2026-08-05")));
    assert_eq!(first["stamp"], "2026-06-15T12:00:00+00:00");
    let text = "It is dead from 2026-08-04T00:00:00Z on. It carries read_registry write_registry. Made by op.\n\
        `tokctl rotate 1 --expires WHEN` makes its successor.";
    assert_eq!(first["text"], text);
    assert!(
        second["summary"]
            .as_str()
            .unwrap()
            .contains("`שלום עולם, a name that is so long that it has to be folded, 日本語")
    );
    assert!(events.iter().all(|event| event["errors"] == json!([])));
}

#[test]
fn an_event_keeps_its_identifier_and_another_store_has_others() {
    let (one, other) = (bench(), bench());
    let identifiers = |bench: &Bench| -> Vec<String> {
        let out = bench.ok("report --ics").out();
        out.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
    };
    let mut later = bench();
    let before = identifiers(&later);
    later.later(86_400).ok("shorten 1 --expires 2026-07-04");
    assert_eq!(identifiers(&later), before);
    assert_eq!(identifiers(&one).len(), 2);
    assert!(identifiers(&one).iter().all(|identifier| !identifiers(&other).contains(identifier)));
    assert!(before[0].starts_with("token-1-") && before[0].ends_with("@tokctl"), "{before:?}");
}

/// The raw lines: what ends them, how long they are, and that two of the same day are the same.
#[test]
fn lines_end_and_fold_as_the_standard_says() {
    let bench = bench();
    let told = bench.ok("report --ics -");
    let text = String::from_utf8(told.raw()).unwrap();
    assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n") && line.len() <= 77), "{text}");
    assert_eq!(bench.ok("report --ics").out(), told.out());
    assert_eq!(text.lines().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    let empty = Bench::new().ok("report --ics").out();
    assert_eq!(empty.lines().count(), 6);
}
