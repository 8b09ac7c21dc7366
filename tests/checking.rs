//! Checking: whatever is wrong with a store is found, told, and can be mended.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use serde_json::Value;

use crate::support::{Bench, Told};

/// A store with one of many things.
fn bench() -> Bench {
    let bench = Bench::after(&[
        "project add grp/app",
        "user add ann",
        "member add ann --project grp/app --role developer",
        "create deploy --project grp/app -s read_registry -q --to ~/1",
        "create project-access --project grp/app -s api -q --to ~/2",
        "create personal --user ann -s api -q --to ~/3",
        "job start --project grp/app -q --to ~/4",
        "create runner --project grp/app -q --to ~/5",
    ]);
    fs::write(bench.path("key.pub"), crate::keys::ONE).unwrap();
    bench.ok("create deploy-key --key ~/key.pub --project grp/app -q");
    bench
}

/// Returns what a check found: the id, what it is about, and what mends it.
fn found(told: &Told) -> Vec<(String, String, String)> {
    let json = told.json();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = json["findings"].as_array().unwrap();
    findings.iter().map(|finding| (text(finding, "id"), text(finding, "about"), text(finding, "mend"))).collect()
}

/// Asserts that exactly these are found, each by its id and by what it is about.
#[track_caller]
fn finds(bench: &Bench, expected: &[(&str, &str)]) {
    let told = bench.run("store check --json");
    let found = found(&told);
    let short: Vec<(&str, &str)> = found.iter().map(|(id, about, _)| (id.as_str(), about.as_str())).collect();
    assert_eq!(short, expected, "{told}");
    told.code(if expected.is_empty() { 0 } else { 6 });
    assert!(found.iter().all(|(.., mend)| !mend.is_empty()), "{told}");
}

#[test]
fn a_sound_store_has_nothing_to_tell() {
    let bench = bench();
    bench.run("store check").is(0, "", "nothing is wrong with the store\n");
    bench.run("store check -q").is(0, "", "");
    bench.run("store check --json").is(0, "{\"version\":1,\"findings\":[]}\n", "");
    Bench::new().run("store check").code(0).stdout("").says("there is no store yet");
    let bench = Bench::new();
    bench.run("--store ~/none.db store check").code(7).says("there is no store at");
}

#[test]
fn a_finding_says_what_it_is_about_and_what_mends_it() {
    let bench = bench();
    crate::atomic::open(&bench).execute_batch("DELETE FROM members WHERE user_id = 3").unwrap();
    bench.run("store check").is(
        6,
        "error bot: token 2 acts as somebody who is no bot user, or is not Maintainer of the token's project alone\n  \
         mend: `tokctl revoke 2 --yes` ends it\n",
        "found 1 error and 0 warnings\n",
    );
    assert_eq!(bench.run("store check -q").code(6).out(), "bot\n");
    let csv = bench.run("store check --format csv").code(6).out();
    assert!(csv.starts_with("id,severity,about,what,mend\r\nbot,error,token 2,"), "{csv}");
}

/// What is done behind the store's back, and what is found then. What mends it by a command is tried.
#[test]
fn rows_that_do_not_hang_together_are_found_and_mended() {
    let cases = [
        ("UPDATE tokens SET scopes = 1024 WHERE id = 1", "token", "token 1", "revoke 1 --yes"),
        ("UPDATE tokens SET project_id = NULL WHERE id = 1", "token", "token 1", ""),
        ("UPDATE tokens SET group_id = 1 WHERE id = 3", "token", "token 3", ""),
        ("UPDATE tokens SET user_id = 1 WHERE id = 1", "token", "token 1", ""),
        ("UPDATE tokens SET kind = 77 WHERE id = 1", "token", "token 1", ""),
        ("UPDATE tokens SET project_id = 99 WHERE id = 1", "orphan", "token 1", "revoke 1 --yes"),
        ("UPDATE tokens SET user_id = 99 WHERE id = 3", "orphan", "token 3", "revoke 3 --yes"),
        (
            "INSERT INTO tokens (kind, name, digest, scopes, project_id, created_at, created_by) \
             SELECT kind, name, zeroblob(32), scopes, project_id, created_at, created_by FROM tokens WHERE id = 1",
            "name",
            "token 7",
            "revoke 7 --yes",
        ),
        ("UPDATE members SET role = 30 WHERE user_id = 3", "bot", "token 2", "revoke 2 --yes"),
        ("UPDATE tokens SET revoked_at = 1, revoked_by = 1 WHERE id = 2", "bot", "user 3", "store sweep"),
        ("UPDATE tokens SET revoked_at = 1, revoked_by = 1 WHERE id = 4", "job", "job 1", "job end 1"),
        ("UPDATE jobs SET ended_at = 1, outcome = 'lost'", "job", "token 4", "revoke 4 --yes"),
        ("UPDATE runners SET removed_at = 1", "runner", "token 5", "revoke 5 --yes"),
        ("DELETE FROM deploy_key_projects", "key", "token 6", "revoke 6 --yes"),
        ("DELETE FROM deploy_keys", "key", "token 6", ""),
        ("DELETE FROM settings WHERE name = 'default-project'", "default-project", "the default project", ""),
        (
            "INSERT INTO settings VALUES ('policy.max-life', 'soon')",
            "setting",
            "policy.max-life",
            "policy set max-life none",
        ),
        ("INSERT INTO settings VALUES ('policy.more', 'x')", "setting", "policy.more", ""),
        ("INSERT INTO settings VALUES ('more', 'x')", "setting", "more", ""),
        ("UPDATE settings SET value = 'x' WHERE name = 'swept-until'", "setting", "swept-until", ""),
        ("DELETE FROM settings WHERE name = 'store-id'", "setting", "store-id", ""),
    ];
    for (sql, id, about, mend) in cases {
        let bench = bench();
        crate::atomic::open(&bench).execute_batch(sql).unwrap();
        finds(&bench, &[(id, about)]);
        if !mend.is_empty() {
            let told = bench.run("store check --json");
            assert!(found(&told)[0].2.contains(&format!("`tokctl {mend}`")), "{sql}: {told}");
            bench.ok(mend);
            finds(&bench, &[]);
        }
    }
}

#[test]
fn a_bot_that_nobody_swept_is_told_of_after_a_day() {
    let mut bench = Bench::after(&[
        "project add grp/app",
        "create project-access --project grp/app -s api -q --expires 1d --to ~/1",
    ]);
    bench.later(86_400 + 3600);
    finds(&bench, &[]);
    bench.later(86_400);
    finds(&bench, &[("sweep", "user 2")]);
    bench.ok("store sweep");
    finds(&bench, &[]);
}

#[test]
fn a_store_that_nobody_can_manage_is_told_of_to_those_who_can_say_so() {
    let bench = bench();
    bench.run("store check --as ann").is(4, "", "error: only an admin may check the store\n");
    bench.ok("user add eve --admin");
    crate::atomic::open(&bench).execute_batch("UPDATE users SET admin = 0 WHERE username = 'op'").unwrap();
    bench.run("store check").code(4);
}

#[test]
fn a_trail_that_was_touched_is_told_of_by_its_first_event_that_is_wrong() {
    for (sql, about) in [
        ("UPDATE events SET reason = 'x' WHERE sequence = 4", "event 4"),
        ("DELETE FROM events WHERE sequence = 4", "event 4"),
        ("DELETE FROM events WHERE sequence < 3", "event 1"),
        ("UPDATE events SET at = -1 WHERE sequence = 4", "event 4"),
    ] {
        let bench = bench();
        crate::atomic::open(&bench).execute_batch(sql).unwrap();
        finds(&bench, &[("trail", about)]);
    }
}

#[test]
fn a_clock_behind_the_store_is_told_of() {
    let mut bench = bench();
    bench.later(-3600);
    finds(&bench, &[("clock", "the clock")]);
}

#[test]
fn files_that_are_not_private_are_told_of_with_the_command_that_mends_them() {
    let bench = bench();
    let store = bench.data().join("store.db");
    let set = |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    for ending in ["", "-wal", "-shm", ".lock", ".reserve"] {
        let path = bench.data().join(format!("store.db{ending}"));
        set(&path, 0o644);
        let about = format!("~/.local/share/tokctl/store.db{ending}");
        let told = bench.run("store check --json");
        let found = found(&told);
        assert_eq!((found.len(), found[0].0.as_str(), &found[0].1), (1, "files", &about), "{told}");
        assert!(found[0].2.starts_with("chmod 600 "), "{told}");
        set(&path, 0o600);
    }
    set(&bench.data(), 0o777);
    finds(&bench, &[("files", "~/.local/share/tokctl")]);
    set(&bench.data(), 0o770);
    finds(&bench, &[("directory", "~/.local/share/tokctl")]);
    set(&bench.data(), 0o700);
    fs::hard_link(&store, bench.path("second")).unwrap();
    finds(&bench, &[("files", "~/.local/share/tokctl/store.db")]);
    fs::remove_file(bench.path("second")).unwrap();
    fs::rename(&store, bench.path("elsewhere")).unwrap();
    symlink(bench.path("elsewhere"), &store).unwrap();
    bench.run("store check").code(7).says("is a symbolic link");
}

#[test]
fn what_lies_beside_the_store_and_what_is_missing_there_is_told_of() {
    let bench = bench();
    let path = |name: &str| bench.data().join(name);
    for name in ["store.db.new", "store.db.marker", ".store.db.replaced-x.tokctl-partial"] {
        fs::write(path(name), "x").unwrap();
        finds(&bench, &[("leftover", &format!("~/.local/share/tokctl/{name}"))]);
        fs::remove_file(path(name)).unwrap();
    }
    fs::remove_file(path("store.db.reserve")).unwrap();
    finds(&bench, &[("reserve", "~/.local/share/tokctl/store.db.reserve")]);
    fs::write(path("store.db.reserve"), "too short").unwrap();
    fs::set_permissions(path("store.db.reserve"), fs::Permissions::from_mode(0o600)).unwrap();
    finds(&bench, &[("reserve", "~/.local/share/tokctl/store.db.reserve")]);
    bench.ok("store init");
    finds(&bench, &[]);
}

#[test]
fn a_schema_that_is_not_ours_and_rows_that_name_nothing_are_told_of() {
    let bench = bench();
    let connection = crate::atomic::open(&bench);
    connection.execute_batch("CREATE TRIGGER t AFTER INSERT ON tokens BEGIN SELECT 1; END").unwrap();
    finds(&bench, &[("schema", "the schema")]);
    connection.execute_batch("DROP TRIGGER t; PRAGMA foreign_keys = OFF").unwrap();
    connection.execute_batch("UPDATE tokens SET predecessor_id = 99 WHERE id = 1").unwrap();
    finds(&bench, &[("dangling", "the rows")]);
    connection.execute_batch("UPDATE tokens SET predecessor_id = NULL WHERE id = 1").unwrap();
    connection.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
    connection.execute_batch("UPDATE tokens SET group_id = 1 WHERE id = 1").unwrap();
    let told = bench.run("store check").code(6).out();
    assert!(told.contains("error damage: the file CHECK constraint failed in tokens"), "{told}");
}

#[test]
fn many_things_of_one_sort_are_counted() {
    let bench = bench();
    let row = "INSERT INTO tokens (kind, name, digest, scopes, created_at, created_by) VALUES (5, ?1, ?2, 0, 0, 1)";
    let connection = crate::atomic::open(&bench);
    for number in 0..25_u8 {
        connection.execute(row, rusqlite::params![number.to_string(), [number; 32]]).unwrap();
    }
    let told = bench.run("store check --json");
    let found = found(&told);
    assert_eq!(found.len(), 21);
    assert_eq!(found[20].1, "5 further tokens");
}

/// Broken wherever it may be, a store is told of, refused or sound, and never a panic.
#[test]
fn a_store_that_is_broken_anywhere_is_told_of_or_refused() {
    let bench = bench();
    let store = bench.data().join("store.db");
    crate::atomic::open(&bench).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let whole = fs::read(&store).unwrap();
    let (mut codes, pages) = ([0; 8], whole.len() / 4096);
    for page in 0..pages {
        for (start, length) in [(0, 4096), (0, 8), (100, 200)] {
            let mut broken = whole.clone();
            broken[page * 4096 + start..page * 4096 + (start + length).min(4096)].fill(0xff);
            fs::write(&store, &broken).unwrap();
            let told = bench.run("store check --json");
            let json = if told.out().is_empty() { told.json_error() } else { told.json() };
            assert!(json.is_object());
            let code = [0, 4, 6, 7].into_iter().find(|code| told.has_code(*code)).unwrap_or_else(|| panic!("{told}"));
            codes[usize::try_from(code).unwrap()] += 1;
        }
    }
    // Where the users cannot be told apart any more, nobody may; where the head of the file is gone, nothing can be.
    assert!(codes[6] > pages && codes[7] > 0, "{codes:?} of {pages} pages");
}
