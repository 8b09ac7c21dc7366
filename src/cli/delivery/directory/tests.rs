use std::os::unix::fs::symlink;

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::stat::{Mode, umask};

use super::*;
use crate::domain::error::Code;
use crate::testing::{again, is_again};

const SECRET: &[u8] = b"glpat-0123456789\n";

fn parcels(count: usize) -> impl Iterator<Item = Result<Parcel>> {
    (1..=count).map(|number| Ok((format!("token-{number}"), Zeroizing::new(SECRET.to_vec()))))
}

fn names(path: &Path) -> Vec<OsString> {
    let mut names: Vec<_> = fs::read_dir(path).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    names
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().mode() & 0o7777
}

#[test]
fn each_secret_gets_a_file_of_its_own_in_a_directory_that_is_made_or_there() {
    // One by one, and all at once.
    for count in [1, FEW, FEW + 1, 300] {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("new");
        for is_there in [false, true] {
            if is_there {
                fs::remove_dir_all(&path).unwrap();
                fs::create_dir(&path).unwrap();
                fs::set_permissions(&path, Permissions::from_mode(0o750)).unwrap();
                fs::write(path.join("notes"), "kept").unwrap();
            }
            let mut sink = DirectorySink::new(&path);
            assert_eq!(sink.check().unwrap(), None);
            assert_eq!(path.exists(), is_there, "a check makes nothing");
            sink.hand_over(count, parcels(count)).unwrap();
            assert_eq!(mode(&path), if is_there { 0o750 } else { 0o700 });
            assert_eq!(names(&path).len(), count + usize::from(is_there));
            for number in 1..=count {
                let file = path.join(format!("token-{number}"));
                assert_eq!((fs::read(&file).unwrap().as_slice(), mode(&file)), (SECRET, 0o600));
            }
            let again = DirectorySink::new(&path).hand_over(count, parcels(count)).unwrap_err();
            assert_eq!(again.code, Code::Conflict);
            assert_eq!(again.what, format!("`{}/token-1` is already there, so no token was made", path.display()));
        }
    }
}

#[test]
fn all_is_private_whatever_the_umask() {
    if is_again() {
        let parent = tempfile::tempdir().unwrap();
        for bits in [0o000, 0o022, 0o077, 0o277, 0o777] {
            umask(Mode::from_bits_truncate(bits));
            let path = parent.path().join(format!("{bits:o}"));
            DirectorySink::new(&path).hand_over(1, parcels(1)).unwrap();
            assert_eq!((mode(&path), mode(&path.join("token-1"))), (0o700, 0o600), "umask {bits:03o}");
        }
        return;
    }
    let output = again("cli::delivery::directory::tests::all_is_private_whatever_the_umask", "");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_directory_that_others_can_write_is_refused_and_a_group_is_warned_of() {
    let directory = tempfile::tempdir().unwrap();
    for (bits, refused) in [(0o777, true), (0o1777, true), (0o702, true), (0o770, false), (0o755, false)] {
        fs::set_permissions(directory.path(), Permissions::from_mode(bits)).unwrap();
        let mut sink = DirectorySink::new(directory.path());
        let checked = sink.check();
        if !refused {
            assert_eq!(checked.unwrap().is_some(), bits & 0o020 != 0, "{bits:o}");
            continue;
        }
        for error in [checked.unwrap_err(), sink.hand_over(1, parcels(1)).unwrap_err()] {
            assert_eq!(error.code, Code::Delivery, "{bits:o}");
            assert!(error.what.starts_with("others can write the directory `"), "{}", error.what);
        }
        assert!(names(directory.path()).is_empty(), "{bits:o}");
    }
}

#[test]
fn what_is_no_directory_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let at = |name: &str| directory.path().join(name);
    fs::write(at("file"), "kept").unwrap();
    symlink("nowhere", at("dangling")).unwrap();
    for (path, code) in [
        (at("file"), Code::Usage),
        (at("no/such"), Code::Usage),
        (at("file/below"), Code::Delivery),
        (at("dangling"), Code::Delivery),
    ] {
        let mut sink = DirectorySink::new(&path);
        assert_eq!(sink.check().unwrap_err().code, code, "{}", path.display());
        assert_eq!(sink.hand_over(1, parcels(1)).unwrap_err().code, Code::Delivery, "{}", path.display());
        assert_eq!(sink.withdraw(), None);
    }
    assert_eq!(names(directory.path()), ["dangling", "file"]);
    let error = DirectorySink::new(Path::new("-")).check().unwrap_err();
    assert_eq!(
        (error.code, error.what.as_str()),
        (Code::Usage, "`--to-dir -` names no directory, so no token was made")
    );
    let error = DirectorySink::new(Path::new("/proc/self/new")).hand_over(1, parcels(1)).unwrap_err();
    assert_eq!(error.code, Code::Delivery);
}

#[test]
fn what_is_taken_back_is_gone_and_what_others_put_there_stays() {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("new");
    let mut sink = DirectorySink::new(&path);
    assert_eq!(sink.withdraw(), None);
    sink.hand_over(3, parcels(3)).unwrap();
    assert_eq!(sink.withdraw(), None);
    assert!(!path.exists(), "the directory was made for them");

    sink.hand_over(3, parcels(3)).unwrap();
    fs::write(path.join("notes"), "kept").unwrap();
    fs::remove_file(path.join("token-2")).unwrap();
    fs::write(path.join("token-2"), "of another").unwrap();
    assert!(sink.withdraw().unwrap().starts_with("1 of the files made in `"));
    assert_eq!(names(&path), ["notes", "token-2"]);

    // A name in the middle is taken: what was made before it goes again, and nothing else.
    fs::write(path.join("token-3"), "of another").unwrap();
    fs::remove_file(path.join("token-2")).unwrap();
    assert_eq!(sink.hand_over(5, parcels(5)).unwrap_err().code, Code::Conflict);
    assert_eq!(sink.withdraw(), None);
    assert_eq!(names(&path), ["notes", "token-3"]);
    let error = sink.check_names(["token-1".to_owned(), "token-3".to_owned()]).unwrap_err();
    assert!(error.what.contains("token-3` is already there"), "{}", error.what);
}

#[test]
fn files_that_took_only_a_part_are_removed() {
    if is_again() {
        crate::cli::process::guard().unwrap();
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("new");
        let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
        setrlimit(Resource::RLIMIT_FSIZE, 5, hard).unwrap();
        for count in [2, FEW + 1] {
            let mut sink = DirectorySink::new(&path);
            let error = sink.hand_over(count, parcels(count)).unwrap_err();
            assert_eq!(error.code, Code::Delivery);
            assert!(error.why.unwrap().contains("could not be written: File too large"));
            assert_eq!(sink.withdraw(), None);
            assert!(!path.exists());
        }
        return;
    }
    let output = again("cli::delivery::directory::tests::files_that_took_only_a_part_are_removed", "");
    assert!(output.status.success(), "{output:?}");
}
