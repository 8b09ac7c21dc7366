//! What [`Place::check`] refuses, file by file.

use std::os::unix::fs::{chown, symlink};

use nix::sys::stat::Mode;
use nix::unistd::mkfifo;

use super::*;

/// Makes a directory with a store that may be used, and every file beside it.
fn store() -> (tempfile::TempDir, Place) {
    let directory = tempfile::tempdir().unwrap();
    set_mode(directory.path(), 0o700);
    let place = Place::new(&directory.path().join("store.db"), Origin::Option).unwrap();
    write(place.database(), "rows");
    for path in companions(&place) {
        write(&path, "");
    }
    (directory, place)
}

/// Looks at the place as the user of the tests does, wherever their temporary directory lies.
fn check(place: &Place) -> Result<Checked> {
    place.check(Uid::effective(), true)
}

/// Asserts that the place is refused, and returns what went wrong and what helps.
#[track_caller]
fn refusal(place: &Place) -> (String, String) {
    let error = check(place).expect_err("the place is usable");
    assert_eq!(error.code, Code::Store);
    (error.what, error.hint.expect("no hint"))
}

#[test]
fn the_last_part_of_a_place_is_never_followed() {
    let (directory, place) = store();
    let link = Place::new(&directory.path().join("link"), Origin::Option).unwrap();
    symlink(place.database(), link.database()).unwrap();
    assert!(link.database().ends_with("link") && link.exists().unwrap());
    let (what, hint) = refusal(&link);
    assert!(what.ends_with("is a symbolic link, not a regular file"), "{what}");
    assert_eq!(hint, format!("tokctl --store '{}' …", place.database().display()));
}

#[test]
fn a_store_of_ones_own_may_be_used() {
    let (_directory, place) = store();
    assert_eq!(check(&place).unwrap(), Checked::default());
    for path in companions(&place) {
        fs::remove_file(path).unwrap();
    }
    assert_eq!(check(&place).unwrap(), Checked::default());
    // A store that may only be read is one for reading.
    set_mode(place.database(), 0o400);
    assert_eq!(check(&place).unwrap(), Checked::default());
}

#[test]
fn files_that_others_may_open_are_refused() {
    let (_directory, place) = store();
    for path in companions(&place).into_iter().chain([place.database().to_owned()]) {
        for (bad, written) in [(0o640, "0640"), (0o604, "0604"), (0o620, "0620"), (0o601, "0601"), (0o666, "0666")] {
            set_mode(&path, bad);
            let error = check(&place).unwrap_err();
            assert!(error.why.unwrap().contains(written));
            assert_eq!(error.hint.unwrap(), format!("chmod 600 '{}'", path.display()));
        }
        set_mode(&path, 0o600);
    }
}

#[test]
fn files_of_another_user_are_refused() {
    let (_directory, place) = store();
    let (own, other) = (Uid::effective(), Uid::from_raw(4_000_000));
    // Somebody else's store is not for the taking.
    let error = place.check(other, true).unwrap_err();
    assert!(error.hint.unwrap().starts_with("sudo -u "));
    if own.is_root() {
        chown(place.database().parent().unwrap(), Some(4_000_000), None).unwrap();
        let error = place.check(other, true).unwrap_err();
        assert_eq!(error.hint.unwrap(), format!("sudo chown '4000000' '{}'", place.database().display()));
        chown(place.database().parent().unwrap(), Some(0), None).unwrap();
    }
    if !own.is_root() {
        let error = place.check(Uid::from_raw(0), true).unwrap_err();
        assert!(error.hint.unwrap().starts_with("sudo -u "));
        return;
    }
    for path in companions(&place).into_iter().chain([place.database().to_owned()]) {
        chown(&path, Some(4_000_000), None).unwrap();
        let error = check(&place).unwrap_err();
        assert_eq!(error.what, format!("`{}` belongs to another user", path.display()));
        assert_eq!(error.hint.unwrap(), "sudo -u '#4000000' tokctl …");
        chown(&path, Some(0), None).unwrap();
    }
    let nobody = nix::unistd::User::from_name("nobody").unwrap().unwrap();
    chown(place.database(), Some(nobody.uid.as_raw()), None).unwrap();
    assert_eq!(refusal(&place).1, "sudo -u 'nobody' tokctl …");
}

#[test]
fn a_second_name_is_refused() {
    let (directory, place) = store();
    for path in companions(&place).into_iter().chain([place.database().to_owned()]) {
        let second = directory.path().join("second");
        fs::hard_link(&path, &second).unwrap();
        let (what, hint) = refusal(&place);
        assert_eq!(what, format!("`{}` has 2 names", path.display()));
        assert!(hint.ends_with(&format!("-samefile '{}'", path.display())));
        fs::remove_file(second).unwrap();
    }
}

#[test]
fn what_is_no_regular_file_is_refused() {
    let (directory, place) = store();
    for path in companions(&place).into_iter().chain([place.database().to_owned()]) {
        let contents = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        symlink(directory.path().join("nowhere"), &path).unwrap();
        assert!(refusal(&place).0.ends_with("is a symbolic link, not a regular file"));
        fs::remove_file(&path).unwrap();
        mkfifo(&path, Mode::S_IRUSR | Mode::S_IWUSR).unwrap();
        assert!(refusal(&place).0.ends_with("is a FIFO, not a regular file"));
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(refusal(&place).0.ends_with("is a directory, not a regular file"));
        fs::remove_dir(&path).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
        assert!(refusal(&place).0.ends_with("is a socket, not a regular file"));
        fs::remove_file(&path).unwrap();
        fs::write(&path, contents).unwrap();
        set_mode(&path, 0o600);
    }
    let device = Place::new(Path::new("/dev/null"), Origin::Option).unwrap();
    assert_eq!(refusal(&device).0, "the store `/dev/null` is a device, not a regular file");
}

#[test]
fn zero_bytes_are_no_store() {
    let (_directory, place) = store();
    write(place.database(), "");
    let (what, hint) = refusal(&place);
    assert_eq!(what, format!("the store `{}` has zero bytes", place.database().display()));
    assert!(hint.starts_with(&format!("rm '{}'", place.database().display())));
}

#[test]
fn a_directory_in_which_others_can_exchange_the_store_is_refused_or_warned_about() {
    let (directory, place) = store();
    for refused in [0o777, 0o707, 0o702] {
        set_mode(directory.path(), refused);
        assert_eq!(refusal(&place).1, format!("chmod 700 '{}'", place.directory().display()));
    }
    for (warned, writers) in
        [(0o1777, "every user"), (0o1703, "every user"), (0o770, "its group"), (0o1770, "its group")]
    {
        set_mode(directory.path(), warned);
        let warnings = check(&place).unwrap().warnings;
        assert_eq!(warnings.len(), 1, "{warned:o}");
        assert!(warnings[0].contains(&format!("can be written by {writers} (mode {warned:04o})")), "{}", warnings[0]);
    }
    for silent in [0o700, 0o755, 0o2755, 0o1755] {
        set_mode(directory.path(), silent);
        assert_eq!(check(&place).unwrap(), Checked::default());
    }
    if Uid::effective().is_root() {
        chown(directory.path(), Some(4_000_000), None).unwrap();
        assert_eq!(refusal(&place).1, "sudo -u '#4000000' tokctl …");
    }
}

#[test]
fn a_directory_is_the_callers_own_or_roots() {
    let directory = tempfile::tempdir().unwrap();
    let (own, other) = (Uid::effective(), Uid::from_raw(4_000_000));
    let place = Place::new(&directory.path().join("a/store.db"), Origin::Option).unwrap();
    if !own.is_root() {
        let error = place.prepare_directory(other, true).unwrap_err();
        assert_eq!(error.hint.unwrap(), "name a place of your own with `--store`");
        return;
    }
    // Root's directory is anybody's place, but not where anybody else could exchange the store.
    set_mode(directory.path(), 0o777);
    let error = place.prepare_directory(other, true).unwrap_err();
    assert_eq!(error.hint.unwrap(), format!("sudo chmod +t '{}'", directory.path().display()));
    chown(directory.path(), Some(4_000_001), None).unwrap();
    let error = place.prepare_directory(other, true).unwrap_err();
    assert_eq!(error.hint.unwrap(), "name a place of your own with `--store`");
    assert!(!place.directory().exists());
}
