//! Pruning: what is dead since long goes for good, what lives and what it needs stays, and the trail hangs together.

#![cfg(test)]

use std::fs;

use crate::support::Bench;

const DAY: i64 = 86_400;

fn ids(bench: &Bench) -> Vec<i64> {
    bench.ok("list --all -q").ids()
}

/// A store with old dead tokens of every sort, and some that live.
fn bench() -> Bench {
    let mut bench = Bench::after(&["project add grp/app", "user add annabel", "app add web --scope api"]);
    fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    let deploy = |name: &str, more: &str| {
        bench.ok(&format!("create deploy --project grp/app -s read_registry -q --name {name} {more} --to ~/{name}"));
    };
    deploy("lives", "");
    deploy("withdrawn", "");
    deploy("expired", "--expires 2d");
    deploy("suspended", "");
    bench.ok("create deploy-key --key ~/key.pub --project grp/app -q");
    bench.ok("create personal --user annabel -s api -q --to ~/ann");
    bench.ok("create oauth --app web --user op -q --to ~/oauth");
    bench.ok("job start --project grp/app -q --to ~/job");
    bench.later(60);
    bench.all(&[
        "revoke withdrawn --project grp/app --yes -q",
        "suspend suspended --project grp/app -q",
        "revoke 5 --yes -q",
        "user delete annabel --yes -q",
        "job end 1 -q",
    ]);
    bench.later(30 * DAY);
    bench
}

#[test]
fn what_was_dead_before_goes_with_what_hangs_on_it() {
    let bench = bench();
    let revoked = crate::support::Kept::parse(&fs::read(bench.path("withdrawn")).unwrap()[..45]).unwrap();
    bench.verdict(&revoked, "", "revoked");
    let told = bench.ok("store prune --before 2026-07-01 --dry-run");
    let counts = "5 tokens, 1 job, 1 name of what is gone, 22 events";
    told.says(&format!("would be deleted: {counts}"));
    assert_eq!(ids(&bench).len(), 8, "a rehearsal changes nothing");
    let told = bench.ok("store prune --before 2026-07-01 --yes");
    told.stdout("").says(&format!("deleted: {counts}")).says("`tokctl store compact` gives it back to the disk");
    assert_eq!(ids(&bench), [1, 4, 7], "what lives, what is stopped, and what can be renewed");
    bench.verdict(&revoked, "", "unknown");
    bench.refuses(3, &[("show 2", "there is no token `2`")]);
    assert_eq!(bench.ok("job list --all -q").ids(), Vec::<i64>::new());
    bench.ok("store check").says("nothing is wrong");
    bench.ok("store compact");
    for ending in ["", "-wal"] {
        let bytes = fs::read(bench.data().join(format!("store.db{ending}"))).unwrap();
        for trace in [&b"withdrawn"[..], b"annabel"] {
            let found = bytes.windows(trace.len()).any(|window| window == trace);
            assert!(!found, "{} is in store.db{ending}", String::from_utf8_lossy(trace));
        }
    }
    // The event that was the newest then is not any more.
    bench.ok("store prune --before 2026-07-01 --yes").says("deleted: 1 event\n");
    bench.run("store prune --before 2026-07-01 --yes").is(0, "", "there is nothing to prune\n");
}

#[test]
fn the_trail_begins_at_a_checkpoint_and_hangs_together() {
    let mut bench = bench();
    let before = bench.ok("log list --json").json()["events"].as_array().unwrap().clone();
    bench.ok("store prune --before 2026-07-01 --yes -q");
    let after = bench.ok("log list --json").json()["events"].as_array().unwrap().clone();
    // The newest event is never pruned: it tells how late it is.
    let (last, pruned) = (&before[before.len() - 1], &before[before.len() - 2]);
    assert_eq!(after.len(), 2);
    assert_eq!(&after[0], last);
    assert_eq!(after[1]["action"], "store.prune");
    let behind = after[1]["after"]["trail_begins_behind"].as_str().unwrap();
    assert_eq!(behind, format!("{} {}", pruned["sequence"], pruned["hash"].as_str().unwrap()));
    bench.ok("store check");
    // And once more, with the first checkpoint among what goes.
    bench.later(DAY).ok("user add bob");
    bench.later(DAY).ok("store prune --before 2026-07-17T12:01:00Z --yes -q");
    let again = bench.ok("log list --json").json()["events"].as_array().unwrap().clone();
    assert_eq!(again.len(), 2);
    assert_eq!(again[0]["action"], "user.add");
    bench.ok("store check").says("nothing is wrong");
    bench.ok("create deploy -s read_registry -q --to ~/new");
    bench.ok("store check");
    bench.ok("store backup ~/b.db -q");
    // A checkpoint that was touched, or is gone, is found out.
    let connection = crate::atomic::open(&bench);
    let edited = |from: &str, to: &str| {
        let sql = "UPDATE events SET after = replace(after, ?1, ?2) WHERE action = 'store.prune'";
        assert_eq!(connection.execute(sql, [from, to]).unwrap(), 1);
    };
    edited("behind\":\"", "behind\":\"1");
    bench.run("store check").code(6).says("1 error");
    bench.run("store backup ~/c.db").code(7).says("its trail is broken at event ");
    edited("behind\":\"1", "behind\":\"");
    bench.ok("store check");
    connection.execute("DELETE FROM events WHERE action = 'store.prune'", []).unwrap();
    bench.run("store check").code(6).says("1 error");
}

#[test]
fn a_live_token_keeps_those_whose_place_it_took() {
    let mut bench = Bench::after(&["create deploy -s read_registry -q --name a --to ~/1"]);
    for number in 2..5 {
        bench.ok(&format!("rotate {} -q --to ~/{number}", number - 1));
    }
    bench.ok("create deploy -s read_registry -q --name b --to ~/5");
    bench.ok("rotate 5 -q --to ~/6");
    bench.ok("revoke 6 --yes -q");
    bench.later(30 * DAY);
    let told = bench.ok("store prune --before 2026-07-01 --yes");
    told.says("deleted: 2 tokens").says("kept: 3 dead tokens, since a token that stays took the place of each\n");
    assert_eq!(ids(&bench), [1, 2, 3, 4]);
    bench.ok("revoke 4 --yes -q");
    bench.ok("store prune --before 2026-07-15T12:00:00Z --yes").says("kept: 3 dead tokens");
    bench.later(1).ok("store prune --before 2026-07-15T12:00:01Z --yes").says("deleted: 4 tokens");
    bench.ok("store check");
}

#[test]
fn a_bot_and_a_runner_keep_the_tokens_that_they_came_of() {
    let mut bench = Bench::after(&["project add grp/app"]);
    bench.ok("create project-access --project grp/app -s api -q --expires 1d --to ~/1");
    let registration = bench.secret("create runner-registration --project grp/app -q");
    bench.run_with(&bench.words("runner register -q --to ~/3"), registration.expose()).code(0);
    bench.ok("revoke 2 --yes -q");
    bench.later(30 * DAY);
    let told = bench.ok("store prune --before 2026-07-01 --dry-run");
    told.says("kept: 1 dead token, since their bot users were not swept yet; `tokctl store sweep` does it\n");
    told.says("kept: 1 dead token, since runners that they registered are there\n");
    bench.all(&["store sweep -q", "runner delete 1 --yes -q"]);
    bench.later(DAY);
    let told = bench.ok("store prune --before 2026-07-16 --yes");
    told.says("deleted: 3 tokens, 1 removed runner, 1 name of what is gone, ");
    assert!(!told.err().contains("kept"), "{told}");
    bench.ok("store check");
}

#[test]
fn the_instant_itself_is_not_before_it() {
    let mut bench = Bench::after(&[
        "create deploy -s read_registry -q --expires 2026-06-20 --to ~/1",
        "create deploy -s read_registry -q --to ~/2",
    ]);
    bench.at("2026-06-20T00:00:00Z").ok("revoke 2 --yes -q");
    bench.at("2026-07-20T00:00:00Z");
    bench.ok("store prune --before 2026-06-20 --yes -q");
    assert_eq!(ids(&bench), [1, 2]);
    bench.ok("store prune --before 2026-06-20T00:00:01Z --yes -q");
    assert_eq!(ids(&bench), Vec::<i64>::new());
}

#[test]
fn nobody_is_told_that_there_was_nothing_where_it_was_pruned_away() {
    let mut bench = Bench::after(&["create deploy -s read_registry -q --expires 2026-06-20 --to ~/1"]);
    bench.at("2026-07-20T00:00:00Z");
    let then = "list --as-of 2026-06-19T12:00:00Z -q";
    assert_eq!(bench.ok(then).ids(), [1]);
    bench.ok("store prune --before 2026-07-20 --yes -q");
    bench.run(then).code(3).stdout("").says("is not known any more").says("begins at 2026-07-20T00:00:00Z");
    bench.ok("list --as-of 2026-07-20 -q").stdout("");
    // An earlier instant gives nothing back.
    bench.ok("create deploy -s read_registry -q --to ~/2");
    bench.ok("store prune --before 2026-07-01 --yes -q");
    bench.run(then).code(3).says("begins at 2026-07-20T00:00:00Z");
    bench.ok("store check").says("nothing is wrong");
}

#[test]
fn tokens_without_an_end_are_never_taken_for_old() {
    let mut bench = Bench::founded();
    for _ in 0..3 {
        bench.run("create deploy -s read_registry -q").code(0);
    }
    bench.ok("suspend 2 -q");
    bench.later(4000 * DAY);
    bench.ok("store prune --before 2037-01-01 --yes -q");
    assert_eq!(ids(&bench), [1, 2, 3]);
}

#[test]
fn what_makes_no_sense_or_is_not_theirs_is_refused() {
    let bench = Bench::after(&["user add ann", "create deploy -s read_registry -q --to ~/1", "revoke 1 --yes -q"]);
    bench.refuses(
        2,
        &[
            ("store prune", "--before"),
            ("store prune --before yesterday", "invalid value 'yesterday'"),
            ("store prune --before 2026-13-01", "invalid value"),
            ("store prune --before 2026-06-16 --yes", "`2026-06-16T00:00:00Z` has not come yet"),
        ],
    );
    bench.run("store prune --before 2026-01-01 --as ann --yes").is(4, "", "error: only an admin may prune the store\n");
    let mut bench = bench;
    bench.later(DAY);
    bench.refuses(
        2,
        &[("store prune --before 2026-06-16", "pruning cannot be undone, and nobody is there to be asked")],
    );
    assert_eq!(ids(&bench), [1]);
    Bench::new().run("store prune --before 2026-01-01 --yes").is(0, "", "there is nothing to prune\n");
}

#[test]
fn programs_are_told_how_much_went_and_what_stayed() {
    let bench = bench();
    let json = bench.ok("store prune --before 2026-07-01 --yes --json").json();
    let pruned = &json["pruned"][0];
    assert_eq!((pruned["tokens"].as_i64(), pruned["jobs"].as_i64()), (Some(5), Some(1)));
    assert_eq!(pruned["before"], "2026-07-01T00:00:00Z");
    let events = bench.ok("log list --limit 1 --json").json();
    assert_eq!(events["events"][0]["after"]["tokens"], 5);
}

#[test]
fn on_a_terminal_it_is_asked_for() {
    let mut bench = Bench::new();
    bench.as_myself();
    bench.all(&["create deploy -s read_registry -q --to ~/1", "revoke 1 --yes -q"]);
    let (code, shown) = bench.process("store prune --before 2026-07-01").on_terminal("n");
    assert_eq!(code, 130, "{shown}");
    assert!(shown.contains("1 token") && shown.contains("nothing was deleted"), "{shown}");
    let (code, shown) = bench.process("store prune --before 2026-07-01").on_terminal("y");
    assert_eq!(code, 0, "{shown}");
    assert_eq!(ids(&bench), Vec::<i64>::new());
}
