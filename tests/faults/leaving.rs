//! Bots that leave while everything breaks: killed at any call, and many at once.

use std::fs;

use rusqlite::Connection;

use super::bench::{Bench, has};
use super::ledger::{listed, must_be_sound, opened};
use super::traced::{at_every_call, counted, injected};

const HEADER: &str = "kind,project,reference,title,author,editor,assignee,created_at\n";

/// The calls in which a revocation can be killed and leave anything behind.
const CALLS: [&str; 9] =
    ["pwrite64", "fsync", "ftruncate", "flock", "fcntl", "mmap", "openat", "rt_sigprocmask", "close"];

const REVOKE: [&str; 3] = ["revoke", "1", "--yes"];

/// A store with so many project access tokens of one project; the default project has the number 1.
fn with_bots(count: usize) -> (Bench, Vec<String>) {
    let bench = Bench::founded();
    bench.run(&["project", "add", "grp/app"]).must_be(0);
    let create = ["create", "project-access", "--project", "grp/app", "-s", "api", "-q", "--to"];
    for number in 0..count {
        bench.run(&[&create[..], &[&number.to_string()]].concat()).must_be(0);
    }
    let number = |number: usize| if number == 0 { String::new() } else { number.to_string() };
    (bench, (0..count).map(|at| format!("project_2_bot{}", number(at))).collect())
}

fn import(bench: &Bench, rows: impl Iterator<Item = String>) {
    fs::write(bench.home().join("rows.csv"), format!("{HEADER}{}", rows.collect::<String>())).unwrap();
    bench.run(&["record", "import", "rows.csv"]).must_be(0);
}

/// Returns a home with a copy of the whole store.
pub(super) fn copy(bench: &Bench) -> Bench {
    let copy = Bench::founded();
    for file in fs::read_dir(bench.directory()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.directory().join(file.file_name())).unwrap();
    }
    copy
}

/// Returns all that a farewell can change, but for the instants.
fn state(bench: &Bench) -> Vec<String> {
    // The next command recovers the log of the one that was killed.
    bench.run(&["list", "-q"]).must_be(0);
    let connection: Connection = opened(bench);
    let queries = [
        "SELECT author.username || ' ' || coalesce(former_author_id, '-') || ' ' || coalesce(editor.username, '-') || ' ' \
         || coalesce(assignee.username, '-') || ' ' || count(*) FROM records \
         JOIN users AS author ON author.id = author_id LEFT JOIN users AS editor ON editor.id = editor_id \
         LEFT JOIN users AS assignee ON assignee.id = assignee_id \
         GROUP BY author.username, former_author_id, editor.username, assignee.username ORDER BY 1",
        "SELECT id || ' ' || (revoked_at IS NOT NULL) FROM tokens ORDER BY id",
        "SELECT username || ' ' || kind || ' ' || (blocked_at IS NOT NULL) FROM users ORDER BY id",
        "SELECT user_id || ' ' || coalesce(project_id, '-') FROM members ORDER BY 1",
        "SELECT what || ' ' || id || ' ' || name FROM departed ORDER BY 1",
        "SELECT sequence || ' ' || action FROM events ORDER BY sequence DESC LIMIT 6",
        "PRAGMA integrity_check",
    ];
    let mut state = Vec::new();
    for query in queries {
        let mut statement = connection.prepare(query).unwrap();
        state.extend(statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    state
}

#[test]
fn a_revocation_killed_at_any_call_moves_all_of_its_bots_records_or_none_and_never_anothers() {
    if !has("strace") {
        return;
    }
    let (bench, bots) = with_bots(3);
    let of = |number: usize| &bots[[0, 0, 0, 0, 1, 1, 1, 2, 2, 2][number % 10]];
    let kinds = ["issue", "merge-request", "note", "award-emoji", "abuse-report", "snippet", "review"];
    let row = |number: usize| {
        let editor = if number.is_multiple_of(5) { of(number + 4) } else { "" };
        let assignee = if number.is_multiple_of(7) { of(number + 7) } else { "" };
        format!("{},grp/app,,number {number},{},{editor},{assignee},\n", kinds[number % 7], of(number))
    };
    import(&bench, (0..10_000).map(row));
    let before = state(&bench);
    let done = copy(&bench);
    let (run, counts) = counted(&done, &REVOKE);
    run.must_be(0).must_say(&["to the Ghost User"]);
    let after = state(&done);
    // The first bot's 4,000 records are the Ghost User's; those of the others are whose they were.
    let authored = |state: &[String], who: &str| -> u32 {
        let rows = state.iter().filter(|row| row.split(' ').count() == 5 && row.starts_with(who));
        rows.map(|row| row.rsplit(' ').next().unwrap().parse::<u32>().unwrap()).sum()
    };
    let authors = ["ghost ", "project_2_bot ", "project_2_bot1 ", "project_2_bot2 "];
    assert_eq!(authors.map(|who| authored(&before, who)), [0, 4_000, 3_000, 3_000]);
    assert_eq!(authors.map(|who| authored(&after, who)), [4_000, 0, 3_000, 3_000]);
    let mut found = [0, 0];
    at_every_call(&CALLS, &counts, |call, nth| {
        let bench = copy(&bench);
        let (_, hit) = injected(&bench, &REVOKE, call, "signal=KILL", nth);
        let state = state(&bench);
        let story = format!("killed at {call} {nth}");
        assert!(state == before || state == after, "{story}: {state:#?}");
        found[usize::from(state == after)] += 1;
        hit
    });
    assert!(found[0] > 10 && found[1] > 0, "{found:?}");
    must_be_sound(&done, "revoked");
}

#[test]
fn sixty_four_that_need_the_ghost_user_first_make_one() {
    let (bench, bots) = with_bots(64);
    import(&bench, bots.iter().map(|bot| format!("note,grp/app,,x,{bot},,,\n")));
    std::thread::scope(|scope| {
        let bench = &bench;
        let revoke = |id: usize| scope.spawn(move || bench.run(&["revoke", &id.to_string(), "--yes"]));
        let revoking: Vec<_> = (1..=64).map(revoke).collect();
        for run in revoking {
            run.join().unwrap().must_be(0).must_say(&["1 note to the Ghost User"]);
        }
    });
    let users = listed(&bench, &["user", "list", "--json"], "users");
    let kinds: Vec<&str> = users.iter().map(|user| user["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["human", "ghost"]);
    let records = listed(&bench, &["record", "list", "--json"], "records");
    assert!(records.len() == 64 && records.iter().all(|record| record["author"] == "ghost"));
    must_be_sound(&bench, "64 revocations");
}
