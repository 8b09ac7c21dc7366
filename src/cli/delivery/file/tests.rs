use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, symlink};

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::stat::{Mode, umask};
use nix::unistd::mkfifo;

use super::*;
use crate::domain::error::Code;
use crate::testing::{again, is_again};

const SECRET: &[u8] = b"glpat-0123456789\n";

fn directory() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_secret_goes_into_a_new_file_of_any_length() {
    let directory = directory();
    let path = directory.path().join("secret");
    for (path, bytes) in [(path, SECRET.to_vec()), (directory.path().join("many"), vec![b'x'; 100_000])] {
        let mut sink = FileSink::new(&path);
        sink.check().unwrap();
        assert!(!path.exists(), "a check makes nothing");
        sink.hand_over(&bytes).unwrap();
        assert_eq!(sink.hand_over(b"again\n").unwrap_err().code, Code::Conflict);
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn the_file_is_private_whatever_the_umask() {
    if is_again() {
        let directory = directory();
        for bits in [0o000, 0o022, 0o077, 0o277, 0o777] {
            umask(Mode::from_bits_truncate(bits));
            let path = directory.path().join(format!("{bits:o}"));
            FileSink::new(&path).hand_over(SECRET).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600, "umask {bits:03o}");
        }
        return;
    }
    let output = again("cli::delivery::file::tests::the_file_is_private_whatever_the_umask", "");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn whatever_is_there_is_refused_and_left_alone() {
    let directory = directory();
    let at = |name: &str| directory.path().join(name);
    fs::write(at("file"), "kept").unwrap();
    symlink("file", at("link")).unwrap();
    symlink("nowhere", at("dangling")).unwrap();
    mkfifo(&at("fifo"), Mode::S_IRWXU).unwrap();
    fs::create_dir(at("directory")).unwrap();
    let names = ["file", "link", "dangling", "fifo", "directory"].map(at);
    for path in names.iter().map(PathBuf::as_path).chain([Path::new("/dev/null"), Path::new("/dev/stdout")]) {
        let mut sink = FileSink::new(path);
        for error in [sink.check().unwrap_err(), sink.hand_over(SECRET).unwrap_err()] {
            assert_eq!(error.code, Code::Conflict);
            assert_eq!(error.what, format!("`{}` is already there, so no token was made", path.display()));
        }
        assert_eq!(sink.withdraw(), None);
        assert!(path.symlink_metadata().is_ok(), "what others made is not taken away");
    }
    assert_eq!(fs::read_to_string(at("file")).unwrap(), "kept");
    assert!(!at("nowhere").exists());
}

#[test]
fn a_path_where_no_file_can_be_is_refused_as_put() {
    let directory = directory();
    fs::write(directory.path().join("file"), "").unwrap();
    for end in ["", "new/", "new/.", "new/..", ".", "/"] {
        let path = if end.is_empty() { PathBuf::new() } else { directory.path().join(end) };
        let error = FileSink::new(&path).check().unwrap_err();
        assert_eq!(error.code, Code::Usage);
        assert_eq!(error.what, format!("`--to {}` names no file, so no token was made", path.display()));
        assert_eq!(FileSink::new(&path).hand_over(SECRET).unwrap_err().code, Code::Delivery);
    }
    let missing = directory.path().join("missing");
    let error = FileSink::new(&missing.join("secret")).check().unwrap_err();
    assert_eq!(error.code, Code::Usage);
    assert_eq!(error.what, format!("there is no directory `{}`, so no token was made", missing.display()));
    let error = FileSink::new(&directory.path().join("file/secret")).check().unwrap_err();
    assert_eq!(error.code, Code::Usage);
    assert!(error.what.contains("is not a directory"));
}

#[test]
fn a_directory_that_takes_no_file_is_refused() {
    // Nobody can make a file here, not even root.
    let error = FileSink::new(Path::new("/proc/self/secret")).hand_over(SECRET).unwrap_err();
    assert_eq!(error.code, Code::Delivery);
    if nix::unistd::geteuid().is_root() {
        return;
    }
    let directory = directory();
    for mode in [0o500, 0o300] {
        fs::set_permissions(directory.path(), Permissions::from_mode(mode)).unwrap();
        let error = FileSink::new(&directory.path().join("secret")).check().unwrap_err();
        assert_eq!(error.code, Code::Delivery);
        assert!(error.what.contains("cannot be read and written"));
    }
}

#[test]
fn a_file_that_took_only_a_part_is_removed() {
    if is_again() {
        crate::cli::process::guard().unwrap();
        let directory = directory();
        let path = directory.path().join("secret");
        let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
        setrlimit(Resource::RLIMIT_FSIZE, 5, hard).unwrap();
        let error = FileSink::new(&path).hand_over(SECRET).unwrap_err();
        assert_eq!(error.code, Code::Delivery);
        assert!(error.why.unwrap().contains("could not be written: File too large"));
        assert!(!path.exists());
        return;
    }
    let output = again("cli::delivery::file::tests::a_file_that_took_only_a_part_is_removed", "");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_withdrawn_file_is_gone_and_one_that_is_not_ours_stays() {
    let directory = directory();
    let path = directory.path().join("secret");
    let mut sink = FileSink::new(&path);
    assert_eq!(sink.withdraw(), None);
    sink.hand_over(SECRET).unwrap();
    assert_eq!(sink.withdraw(), None);
    assert!(!path.exists());

    sink.hand_over(SECRET).unwrap();
    fs::rename(&path, directory.path().join("moved")).unwrap();
    fs::write(&path, "of another").unwrap();
    assert!(sink.withdraw().unwrap().contains("was moved away, and what it holds is dead"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "of another");

    let mut sink = FileSink::new(&directory.path().join("third"));
    sink.hand_over(SECRET).unwrap();
    fs::remove_file(directory.path().join("third")).unwrap();
    assert!(sink.withdraw().unwrap().contains("could not be removed"));
}

#[test]
fn a_secret_file_is_read_back_without_its_newline() {
    let directory = directory();
    let at = |name: &str| directory.path().join(name);
    for (text, read) in [("a\n", "a"), ("a\n\n", "a\n"), ("a\r\n", "a\r"), ("a", "a"), ("", "")] {
        fs::write(at("secret"), text).unwrap();
        assert_eq!(**read_secret_file(&at("secret")).unwrap().unwrap(), *read.as_bytes());
    }
    fs::write(at("long"), vec![b'x'; 4097]).unwrap();
    symlink("secret", at("link")).unwrap();
    mkfifo(&at("fifo"), Mode::S_IRWXU).unwrap();
    for path in [at("long"), at("link"), at("fifo"), at("missing"), PathBuf::from("/dev/zero")] {
        assert!(read_secret_file(&path).unwrap().is_none(), "{}", path.display());
    }
    assert!(read_secret_file(&at("secret/below")).is_err());
}
