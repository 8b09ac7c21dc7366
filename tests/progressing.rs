//! How far something long has come: told by the operations, shown to who waits at a terminal, gone when it is over.

#![cfg(test)]

use std::cell::RefCell;
use std::fs::File;

use tokctl::domain::expiry::parse_moment;
use tokctl::domain::progress::Step;
use tokctl::ops::farewell::Legacy;
use tokctl::ops::list::{By, Filter};
use tokctl::ops::users::Deletion;
use tokctl::ops::{Authority, Caller};
use tokctl::store::place::{Origin, Place};

use crate::support::{Bench, START, Terminal};

/// Takes the lock of the writers, so that whoever wants to change the store waits as long as this is held.
fn occupied(bench: &Bench) -> File {
    let file = File::options().write(true).open(bench.data().join("store.db.lock")).unwrap();
    file.lock().unwrap();
    file
}

/// Returns what a terminal shows in the end, line by line: a carriage return begins a line anew, and a code clears it.
fn lines(raw: &str) -> Vec<String> {
    let shown = |line: &str| {
        let last = line.rsplit("\x1b[2K").next().unwrap_or_default();
        console::strip_ansi_codes(last).trim_matches('\r').to_owned()
    };
    raw.split('\n').map(shown).collect()
}

#[test]
fn whoever_waits_for_the_store_is_told_so_and_nothing_of_it_is_left() {
    let mut bench = Bench::new();
    bench.as_myself().ok("store init -q");
    let lock = occupied(&bench);
    let mut terminal = Terminal::tokctl(bench.home(), "user add ann");
    terminal.until("waiting for the store");
    drop(lock);
    terminal.until("[0]");
    let (raw, shown) = terminal.end();
    assert!(lines(&raw).iter().any(|line| line == "added the user `ann`"), "{shown}\n{raw:?}");
    assert!(lines(&raw).iter().all(|line| !line.contains("waiting")), "{raw:?}");
}

#[test]
fn an_interrupt_takes_the_line_away_and_ends_the_command_as_ever() {
    let mut bench = Bench::new();
    bench.as_myself().ok("store init -q");
    let _lock = occupied(&bench);
    let mut terminal = Terminal::tokctl(bench.home(), "user add ann");
    terminal.until("waiting for the store").keys("\x03").until("[130]");
    let (raw, shown) = terminal.end();
    assert!(lines(&raw).iter().any(|line| line == "[130]"), "{shown}\n{raw:?}");
    assert!(lines(&raw).iter().all(|line| !line.contains("waiting")), "{raw:?}");
}

#[test]
fn an_error_stands_on_a_line_of_its_own() {
    let mut bench = Bench::new();
    bench.as_myself().ok("store init -q");
    let lock = occupied(&bench);
    let mut terminal = Terminal::tokctl(bench.home(), "user block nobody");
    terminal.until("waiting for the store");
    drop(lock);
    terminal.until("[3]");
    let (raw, _) = terminal.end();
    assert!(lines(&raw).iter().any(|line| line == "error: there is no user `nobody`"), "{raw:?}");
}

#[test]
fn a_file_that_others_still_write_is_waited_for_in_sight() {
    let mut bench = Bench::new();
    bench.as_myself().ok("store init -q");
    nix::unistd::mkfifo(&bench.path("rows.csv"), nix::sys::stat::Mode::S_IRWXU).unwrap();
    let mut terminal = Terminal::tokctl(bench.home(), "record import rows.csv");
    terminal.until("reading");
    let rows = "kind,project,reference,title,author,editor,assignee,created_at\nsnippet,,,one,,,,\n";
    std::fs::write(bench.path("rows.csv"), rows).unwrap();
    terminal.until("[0]");
    let (raw, _) = terminal.end();
    assert!(lines(&raw).iter().any(|line| line == "imported 1 snippet"), "{raw:?}");
}

/// Does something as the operator of a bench, and returns what was told meanwhile.
fn told(bench: &Bench, work: impl FnOnce(&Authority<'_>)) -> Vec<Step> {
    let steps = RefCell::new(Vec::new());
    let caller = Caller {
        login: bench.login.clone(),
        uid: nix::unistd::Uid::current().as_raw(),
        host: "bench".into(),
        command: "list".into(),
        acting_as: None,
    };
    let place = Place::new(&bench.data().join("store.db"), Origin::Default).unwrap();
    let clock = || parse_moment(START).unwrap();
    let watch = |step| steps.borrow_mut().push(step);
    work(&Authority::new(place, false, caller, &clock).watched(&watch));
    steps.into_inner()
}

type Work<'w> = &'w dyn Fn(&Authority<'_>);

#[test]
fn operations_tell_how_far_they_are_and_when_they_are_over() {
    let bench = Bench::after(&["create deploy -s read_registry --number 3 --to ~/three -q"]);
    let listed = told(&bench, |authority| {
        authority.list(&Filter::default(), By::Id, |_, _| Ok(true)).unwrap();
    });
    let row = |count| [Step::At("listing", count, None), Step::Row];
    let rows: Vec<Step> = (1..=3).flat_map(row).collect();
    assert_eq!(listed[0], Step::Begins("reading the store"));
    assert_eq!((&listed[1..7], listed.last()), (&rows[..], Some(&Step::Over)));
    bench.all(&[
        "user add ann",
        "member add ann --project op/default --role developer",
        "record add issue --project op/default --author ann --title x",
        "record add issue --project op/default --author ann --title y",
    ]);
    let gone = Deletion { legacy: Legacy::ToGhost, with_groups: false };
    let works: [(&str, Work<'_>, Step); 5] = [
        ("delete", &|it| drop(it.delete_user("ann", gone).unwrap()), Step::At("to the Ghost User", 2, Some(2))),
        ("inspect", &|it| drop(it.inspect_trail(&[]).unwrap()), Step::At("verifying the trail", 1, Some(6))),
        ("check", &|it| drop(it.check().unwrap()), Step::Now("checking the rows")),
        ("compact", &|it| assert!(it.compact().is_ok()), Step::Now("copying the store")),
        ("sweep", &|it| drop(it.sweep().unwrap()), Step::Now("working")),
    ];
    for (name, work, step) in works {
        let steps = told(&bench, |authority| work(authority));
        assert!(steps.contains(&step), "{name}: {steps:?}");
        let of = |wanted: fn(&Step) -> bool| steps.iter().filter(|step| wanted(step)).count();
        let (begun, over) = (of(|step| matches!(step, Step::Begins(_))), of(|step| *step == Step::Over));
        assert_eq!((begun, steps.last()), (over, Some(&Step::Over)), "{name}: {steps:?}");
    }
}
