//! Restoring where something is wrong: with the backup, with the store that is there, or with both belonging together.

#![cfg(test)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::backups::opened;
use crate::support::Bench;

/// What is done to a backup.
type Spoil = Box<dyn Fn(&std::path::Path)>;

/// A store with one token and a backup of it.
fn bench() -> Bench {
    Bench::after(&["create deploy -s read_registry -q --to ~/1", "store backup ~/b.db -q", "revoke 1 --yes -q"])
}

/// Returns everything that lies beside the store, with what is in it.
fn files(bench: &Bench) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(bench.data())
        .unwrap()
        .map(|file| file.unwrap())
        .map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap()))
        // Whoever looks at a store makes its log and the index of that.
        .filter(|(name, bytes)| !name.ends_with("-shm") && !bytes.is_empty())
        .collect();
    files.sort();
    files
}

#[test]
fn a_backup_that_is_not_sound_or_not_private_is_refused_and_the_store_left_as_it_is() {
    let bench = bench();
    let backup = bench.path("b.db");
    let good = fs::read(&backup).unwrap();
    let altered = |sql: &'static str| move |path: &std::path::Path| opened(path).execute_batch(sql).unwrap();
    let cut = |length: usize| {
        move |path: &std::path::Path| {
            let bytes = fs::read(path).unwrap();
            fs::write(path, &bytes[..length]).unwrap();
        }
    };
    let cases: Vec<(Spoil, &str)> = vec![
        (Box::new(|path| fs::write(path, "").unwrap()), "is not a tokctl store"),
        (Box::new(|path| fs::write(path, "not a database at all".repeat(500)).unwrap()), "cannot be read"),
        (Box::new(cut(4096)), "cannot be read"),
        (Box::new(cut(100_000)), "cannot be read"),
        (Box::new(altered("PRAGMA application_id = 7")), "is not a tokctl store"),
        (Box::new(altered("PRAGMA user_version = 2")), "was made by a newer tokctl"),
        (Box::new(altered("PRAGMA user_version = 0")), "was never finished"),
        (Box::new(altered("PRAGMA user_version = -7")), "was never finished"),
        (Box::new(altered("CREATE TRIGGER t AFTER UPDATE ON tokens BEGIN DELETE FROM events; END")), "is not sound"),
        (Box::new(altered("CREATE VIEW v AS SELECT 1")), "is not sound"),
        (Box::new(altered("DROP INDEX tokens_digest")), "is not sound"),
        (Box::new(altered("PRAGMA foreign_keys = OFF; UPDATE projects SET owner_id = 99")), "is not sound"),
        (Box::new(altered("UPDATE events SET reason = 'x' WHERE sequence = 2")), "is not sound"),
        (Box::new(altered("DELETE FROM events WHERE sequence = 1")), "is not sound"),
        (
            Box::new(|path| fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap()),
            "is open to other users",
        ),
        (
            Box::new(|path| {
                fs::rename(path, path.with_extension("real")).unwrap();
                symlink(path.with_extension("real"), path).unwrap();
            }),
            "is a symbolic link",
        ),
        (Box::new(|path| fs::write(path.with_extension("db-wal"), "x").unwrap()), "lies beside the backup"),
        (Box::new(|path| fs::remove_file(path).unwrap()), "there is no file"),
        (
            Box::new(|path| {
                fs::remove_file(path).unwrap();
                fs::create_dir(path).unwrap();
            }),
            "is a directory",
        ),
    ];
    for (spoil, words) in cases {
        spoil(&backup);
        let before = files(&bench);
        for line in ["store restore ~/b.db --yes", "store restore ~/b.db --dry-run"] {
            bench.run(line).code(7).stdout("").says(words);
            assert!(files(&bench) == before, "{words}: something was changed");
        }
        for ending in ["db", "real", "db-wal"] {
            fs::remove_file(backup.with_extension(ending)).ok();
        }
        fs::remove_dir(&backup).ok();
        fs::write(&backup, &good).unwrap();
        fs::set_permissions(&backup, fs::Permissions::from_mode(0o600)).unwrap();
    }
    bench.ok("store restore ~/b.db --yes");
}

#[test]
fn a_store_in_use_is_no_backup_and_the_store_itself_neither() {
    let bench = bench();
    let other = Bench::after(&["user add ann -q"]);
    let live = other.data().join("store.db");
    bench.run(&format!("store restore {} --yes", live.display())).code(7).says("lies beside the backup");
    let own = bench.data().join("store.db");
    bench.run(&format!("store restore {} --yes", own.display())).code(2).says("belongs to the store itself");
}

#[test]
fn a_copied_store_is_told_from_a_backup() {
    let bench = bench();
    fs::copy(bench.data().join("store.db"), bench.path("copied.db")).unwrap();
    let told = bench.ok("store restore ~/copied.db --dry-run");
    told.says(
        "warning: this is a copy of a store's own file and no backup; the newest changes may have stood in a log",
    );
    assert!(!bench.ok("store restore ~/b.db --dry-run").err().contains("no backup"));
}

#[test]
fn backups_that_share_their_bytes_by_hard_links_are_fine() {
    let bench = bench();
    fs::hard_link(bench.path("b.db"), bench.path("yesterday.db")).unwrap();
    bench.ok("store restore ~/b.db --yes");
}

#[test]
fn where_no_store_is_there_nobody_knows_what_was_revoked_and_that_is_said() {
    let mut bench = bench();
    bench.environment.data_directory = Some(bench.path("elsewhere/tokctl"));
    let told = bench.run("store restore ~/b.db --dry-run").code(0).err();
    assert!(told.contains("warning: no store is there to tell what was revoked since the backup"), "{told}");
    assert!(!bench.path("elsewhere").exists(), "a rehearsal made a directory");
    bench.run("store restore ~/none.db --yes").code(7).says("there is no file `~/none.db`");
    assert!(!bench.path("elsewhere").exists(), "something was made for nothing");
    bench.ok("store restore ~/b.db --yes -q").says("warning: no store is there to tell");
    assert_eq!(bench.ok("list -q").ids(), [1], "it is alive again");
    bench.ok("store check").says("nothing is wrong");
    let names: Vec<String> = files_of(&bench.path("elsewhere/tokctl"));
    assert_eq!(names, ["store.db", "store.db-shm", "store.db-wal", "store.db.lock", "store.db.reserve"]);
    assert_eq!(fs::metadata(bench.path("elsewhere/tokctl")).unwrap().permissions().mode() & 0o777, 0o700);
}

fn files_of(directory: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_log_without_its_store_is_never_read_into_the_restored_one() {
    let bench = bench();
    fs::remove_file(bench.data().join("store.db")).unwrap();
    let told = bench.run("store restore ~/b.db --yes");
    told.code(7).says("lies where a new store is to be made").says("hint: mv -n ");
}

#[test]
fn a_damaged_store_tells_what_it_can_and_is_kept() {
    let bench = bench();
    let store = bench.data().join("store.db");
    crate::atomic::open(&bench).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let page: i64 = crate::atomic::open(&bench)
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'records_author'", [], |row| row.get(0))
        .unwrap();
    let mut bytes = fs::read(&store).unwrap();
    let at = (usize::try_from(page).unwrap() - 1) * 4096;
    bytes[at..at + 4096].fill(0xff);
    fs::write(&store, &bytes).unwrap();
    bench.run("store check").code(6);
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("warning: the store that is there is damaged (").says("may not tell all that was revoked since");
    told.says("revoked since, and so it stays: deploy token 1");
    told.says("the store that was there is kept: ~/.local/share/tokctl/store.db.damaged-20260615T120000Z");
    assert_eq!(bench.ok("list -q").ids(), Vec::<i64>::new());
    assert!(fs::read(bench.data().join("store.db.damaged-20260615T120000Z")).unwrap() == bytes);
    bench.ok("store check").says("nothing is wrong");
}

#[test]
fn a_store_of_which_nothing_can_be_read_is_replaced_too() {
    let bench = bench();
    let store = bench.data().join("store.db");
    fs::write(&store, "no database at all").unwrap();
    let told = bench.ok("store restore ~/b.db --yes");
    told.says("warning: the store that is there is damaged (");
    assert_eq!(bench.ok("list -q").ids(), [1]);
    bench.ok("store check");
    assert_eq!(fs::read(bench.data().join("store.db.damaged-20260615T120000Z")).unwrap(), b"no database at all");
}

#[test]
fn what_is_no_store_or_a_newer_one_is_not_replaced() {
    for (sql, words) in [
        ("PRAGMA application_id = 7", "this file is not a tokctl store"),
        ("PRAGMA user_version = 2", "this store was made by a newer tokctl"),
    ] {
        let bench = bench();
        let connection = crate::atomic::open(&bench);
        connection.execute_batch(&format!("{sql}; PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        drop(connection);
        let before = files(&bench);
        let told = bench.run("store restore ~/b.db --yes");
        told.code(7).says(words).says("mv -n ");
        assert!(files(&bench) == before, "{words}");
    }
}

#[test]
fn a_backup_of_another_store_is_restored_and_that_is_said() {
    let other = bench();
    let bench = Bench::after(&["create deploy -s read_registry -q --to ~/1", "revoke 1 --yes -q"]);
    fs::copy(other.path("b.db"), bench.path("b.db")).unwrap();
    let told = bench.ok("store restore ~/b.db --yes");
    told.says(
        "warning: the backup is of another store, and the one that is there does not tell what was revoked since",
    );
    assert_eq!(bench.ok("list -q").ids(), [1]);
}

/// Somebody restored the wrong backup, and goes back to what was there before: by putting away what came of it, which knows
/// nothing of what it did not hold.
#[test]
fn a_restore_is_undone_by_restoring_what_was_kept() {
    let mut bench = Bench::after(&["store backup ~/empty.db -q"]);
    let secret = bench.secret("create deploy -s read_registry -q");
    let lost = bench.secret("create deploy -s read_registry -q");
    bench.ok("revoke 2 --yes -q");
    bench.later(60).ok("store restore ~/empty.db --yes -q");
    bench.verdict(&secret, "", "unknown");
    bench.ok("create deploy -s read_registry -q --to ~/3");
    let kept = "store.db.replaced-20260615T120100Z";
    let file = bench.data().join(kept);
    let told = bench.later(60).ok(&format!("store restore {} --dry-run", file.display()));
    told.says("warning: the store that is there did not go on from this backup");
    told.says("gone since, and so it stays dead: deploy token 1");
    fs::rename(bench.data(), bench.path("wrong")).unwrap();
    bench.ok(&format!("store restore ~/wrong/{kept} --yes"));
    bench.verdict(&secret, "", "allow");
    bench.verdict(&lost, "", "revoked");
    bench.ok("create deploy -s read_registry -q --to ~/4");
}

#[test]
fn what_was_pruned_since_stays_dead() {
    let mut bench = Bench::founded();
    let secret = bench.secret("create deploy -s read_registry -q");
    bench.ok("store backup ~/b.db -q");
    bench.ok("revoke 1 --yes -q");
    bench.later(86_400).ok("store prune --before 2026-06-16 --yes -q");
    bench.verdict(&secret, "", "unknown");
    bench.ok("store restore ~/b.db --yes").says("revoked since, and so it stays: deploy token 1");
    bench.verdict(&secret, "", "revoked");
}
