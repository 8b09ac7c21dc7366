use std::ffi::OsStr;
use std::os::unix::fs::symlink;

use super::*;
use crate::domain::error::Code;

mod check;

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().mode() & 0o7777
}

/// Makes a private file.
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    set_mode(path, 0o600);
}

fn companions(place: &Place) -> Vec<PathBuf> {
    place.sidecars().into_iter().chain([place.lock(), place.reserve()]).collect()
}

#[test]
fn a_path_that_the_engine_reads_otherwise_is_no_place() {
    let cases = [
        "",
        ":memory:",
        "file:x?mode=memory",
        "file:x?vfs=unix-none",
        "file:x?immutable=1",
        "file:x",
        "FILE:x",
        "x?cache=shared",
        "/tmp/x?",
        "x\0y",
        "x/",
        "/",
        ".",
        "..",
        "x/..",
        "x/.",
        "/nowhere/../x",
    ];
    for text in cases {
        for origin in [Origin::Option, Origin::Variable, Origin::Default] {
            let error = Place::new(Path::new(text), origin).expect_err(text);
            assert_eq!(error.code, Code::Usage, "{text:?}");
        }
    }
    let error = Place::new(Path::new(""), Origin::Variable).unwrap_err();
    assert_eq!(error.what, "`TOKCTL_STORE` is empty");
}

#[test]
fn a_place_is_absolute_and_its_directory_without_links() {
    let directory = tempfile::tempdir().unwrap();
    let real = fs::canonicalize(directory.path()).unwrap();
    fs::create_dir(real.join("real")).unwrap();
    symlink(real.join("real"), real.join("link")).unwrap();
    let cases = [
        ("link/s.db", "real/s.db"),
        ("link/../link/./s.db", "real/s.db"),
        ("link/not/yet/s.db", "real/not/yet/s.db"),
        ("it's a store", "it's a store"),
    ];
    for (given, expected) in cases {
        // `..` after a link means the parent of what it leads to.
        let place = Place::new(&real.join(given), Origin::Option).unwrap();
        assert_eq!(place.database(), real.join(expected), "{given}");
        assert_eq!(place.directory(), place.database().parent().unwrap());
    }
    let place = Place::new(Path::new("s.db"), Origin::Option).unwrap();
    assert_eq!(place.database(), fs::canonicalize(".").unwrap().join("s.db"));
    fs::write(real.join("file"), "").unwrap();
    assert_eq!(Place::new(&real.join("file/a/s.db"), Origin::Option).unwrap_err().code, Code::Store);
    let place = Place::new(&real.join("file/s.db"), Origin::Option).unwrap();
    assert_eq!(place.exists().unwrap_err().code, Code::Store);
    assert_eq!(place.prepare_directory(Uid::effective(), true).unwrap_err().code, Code::Store);
}

#[test]
fn the_files_beside_a_store_are_named_after_it() {
    let place = Place::new(Path::new(OsStr::from_bytes(b"/tmp/\xff.db")), Origin::Option).unwrap();
    let names: Vec<_> = companions(&place).iter().map(|path| path.file_name().unwrap().as_bytes().to_vec()).collect();
    let expected: [&[u8]; 5] =
        [b"\xff.db-wal", b"\xff.db-shm", b"\xff.db-journal", b"\xff.db.lock", b"\xff.db.reserve"];
    assert_eq!(names, expected);
}

#[test]
fn a_store_that_is_not_there_is_named_with_the_command_that_makes_it() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("not/yet/store.db");
    let place = Place::new(&path, Origin::Option).unwrap();
    assert!(!place.exists().unwrap());
    let error = place.check(Uid::effective(), true).unwrap_err();
    assert_eq!(error.code, Code::Store);
    assert_eq!(error.what, format!("there is no store at `{}`", place.database().display()));
    assert_eq!(error.hint.unwrap(), format!("`tokctl --store '{}' store init` makes it", place.database().display()));
    let place = Place::new(&path, Origin::Variable).unwrap();
    assert_eq!(place.missing().why.as_deref(), Some("`TOKCTL_STORE` names it"));
}

#[test]
fn missing_directories_are_made_for_the_caller_alone_and_found_ones_left() {
    let directory = tempfile::tempdir().unwrap();
    set_mode(directory.path(), 0o750);
    let place = Place::new(&directory.path().join("a/b/c/store.db"), Origin::Default).unwrap();
    for _ in 0..2 {
        assert_eq!(place.prepare_directory(Uid::effective(), true).unwrap(), Checked::default());
        assert_eq!(mode(directory.path()), 0o750);
        for made in ["a", "a/b", "a/b/c"] {
            assert_eq!(mode(&directory.path().join(made)), 0o700);
        }
    }
    set_mode(place.directory(), 0o770);
    assert_eq!(place.prepare_directory(Uid::effective(), true).unwrap().warnings.len(), 1);
    assert_eq!(mode(place.directory()), 0o770);
}

#[test]
fn nothing_is_made_where_others_could_exchange_it() {
    let directory = tempfile::tempdir().unwrap();
    let place = Place::new(&directory.path().join("a/store.db"), Origin::Default).unwrap();
    set_mode(directory.path(), 0o777);
    assert_eq!(place.prepare_directory(Uid::effective(), true).unwrap_err().code, Code::Store);
    set_mode(directory.path(), 0o1777);
    assert_eq!(place.prepare_directory(Uid::effective(), true).unwrap(), Checked::default());
    fs::remove_dir(place.directory()).unwrap();
    symlink(directory.path().join("nowhere"), place.directory()).unwrap();
    assert_eq!(place.prepare_directory(Uid::effective(), true).unwrap_err().code, Code::Store);
}

#[test]
fn many_at_once_make_the_same_directories() {
    let directory = tempfile::tempdir().unwrap();
    let place = Place::new(&directory.path().join("a/b/c/store.db"), Origin::Default).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| place.prepare_directory(Uid::effective(), true).unwrap());
        }
    });
    assert_eq!(mode(place.directory()), 0o700);
}

#[test]
fn a_new_store_is_not_made_beside_the_files_of_an_old_one() {
    let directory = tempfile::tempdir().unwrap();
    let place = Place::new(&directory.path().join("it's.db"), Origin::Default).unwrap();
    place.refuse_leftovers().unwrap();
    write(&place.lock(), "");
    write(&place.reserve(), "");
    place.refuse_leftovers().unwrap();
    for path in place.sidecars() {
        symlink("nowhere", &path).unwrap();
        let error = place.refuse_leftovers().unwrap_err();
        assert_eq!(error.code, Code::Store);
        let word = path.display().to_string().replace('\'', r"'\''");
        assert_eq!(error.hint.unwrap(), format!("mv -n '{word}' '{word}.old'"));
        fs::remove_file(path).unwrap();
    }
}
