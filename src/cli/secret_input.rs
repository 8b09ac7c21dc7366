//! How a presented secret comes in: standard input or a file, never argv and never the environment.
//!
//! Knows nothing of what a secret looks like: that is decided by whoever is given the bytes.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use nix::fcntl::OFlag;
use nix::unistd::geteuid;
use zeroize::Zeroizing;

use crate::domain::error::{Error, Result};

/// The longest secret that is read, in bytes, without its newline.
pub const MOST: usize = 4096;

/// Reads a secret from the file of `--secret-file`, or from standard input where there is none or it is `-`.
///
/// Exactly one trailing newline is taken off and nothing else. `stdin` should not buffer, since a buffer of its own is
/// never wiped: a duplicate of the descriptor is right, [`io::stdin`] is not.
///
/// # Errors
///
/// `Usage` for an empty or overlong input and for a file that is not the caller's own and private, `Failed` where
/// reading fails.
pub fn read(file: Option<&Path>, stdin: &mut dyn Read) -> Result<Zeroizing<Vec<u8>>> {
    let (name, secret) = match file {
        Some(path) if path != Path::new("-") => {
            (format!("`{}`", path.display()), read_bounded(&mut open_private(path)?))
        }
        _ => ("standard input".to_owned(), read_bounded(stdin)),
    };
    match secret {
        Ok(Some(secret)) if !secret.is_empty() => Ok(secret),
        Ok(Some(_)) => Err(Error::usage(format!("{name} holds no secret"))
            .hint("`printf '%s\\n' \"$TOKEN\" | tokctl …` hands one over, as does `--secret-file FILE`")),
        Ok(None) => Err(Error::usage(format!("{name} holds more than the {MOST} bytes of any secret"))),
        Err(error) => Err(Error::failed(format!("cannot read {name}")).because(error.to_string())),
    }
}

/// Reads to the end and takes one trailing newline off; `None` if more than [`MOST`] bytes are left.
///
/// # Errors
///
/// Those of the input.
pub fn read_bounded(input: &mut dyn Read) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    // One byte for the newline, one to see too many.
    let mut secret = read_to(input, MOST + 2)?;
    if secret.ends_with(b"\n") {
        secret.pop();
    }
    Ok((secret.len() <= MOST).then_some(secret))
}

/// Reads to the end, or so many bytes.
///
/// # Errors
///
/// Those of the input.
pub(super) fn read_to(input: &mut dyn Read, most: usize) -> io::Result<Zeroizing<Vec<u8>>> {
    // As long as it can become, since growing would leave copies behind.
    let mut bytes = Zeroizing::new(vec![0; most]);
    let mut length = 0;
    while length < bytes.len() {
        match input.read(&mut bytes[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(length);
    Ok(bytes)
}

/// Opens a file that nobody but the caller can read or change.
fn open_private(path: &Path) -> Result<File> {
    let name = path.display();
    // Not waiting matters for a FIFO, which would wait for a writer before it can be refused.
    let file = OpenOptions::new()
        .read(true)
        .custom_flags((OFlag::O_NONBLOCK | OFlag::O_NOCTTY).bits())
        .open(path)
        .map_err(|error| Error::usage(format!("cannot open `{name}`")).because(error.to_string()))?;
    let found =
        file.metadata().map_err(|error| Error::failed(format!("cannot read `{name}`")).because(error.to_string()))?;
    if !found.is_file() {
        return Err(
            Error::usage(format!("`{name}` is not a regular file")).hint("`--secret-file -` reads standard input")
        );
    }
    if found.uid() != geteuid().as_raw() {
        return Err(Error::usage(format!("`{name}` belongs to another user"))
            .because("whoever owns a file can read and change what is in it")
            .hint("make a copy of your own with mode 600, or hand the secret over on standard input"));
    }
    if found.mode() & 0o077 != 0 {
        return Err(Error::usage(format!("`{name}` is open to other users"))
            .because(format!("its mode is {:03o}", found.mode() & 0o777))
            .hint(format!("`chmod 600 {name}`; whoever read it meanwhile has the secret")));
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::io::Write;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use nix::sys::stat::Mode;
    use nix::unistd::mkfifo;

    use super::*;
    use crate::domain::error::Code;

    fn from_stdin(mut input: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        read(None, &mut input)
    }

    fn refusal(path: &Path) -> Error {
        let error = read(Some(path), &mut io::empty()).unwrap_err();
        assert_eq!(error.code, Code::Usage);
        error
    }

    #[test]
    fn exactly_one_newline_is_taken_off_and_nothing_else() {
        let cases: [(&[u8], &[u8]); 8] = [
            (b"glpat-x", b"glpat-x"),
            (b"glpat-x\n", b"glpat-x"),
            (b"glpat-x\n\n", b"glpat-x\n"),
            (b"glpat-x\r\n", b"glpat-x\r"),
            (b" glpat-x \n", b" glpat-x "),
            (b"one\ntwo\n", b"one\ntwo"),
            (b"\xef\xbb\xbfglpat-x\n", b"\xef\xbb\xbfglpat-x"),
            (b"\x00\xff\n", b"\x00\xff"),
        ];
        for (input, secret) in cases {
            assert_eq!(**from_stdin(input).unwrap(), *secret);
        }
    }

    #[test]
    fn an_empty_input_is_refused() {
        for input in [&b""[..], b"\n"] {
            let error = from_stdin(input).unwrap_err();
            assert_eq!((error.code, error.what.as_str()), (Code::Usage, "standard input holds no secret"));
        }
    }

    #[test]
    fn no_more_is_read_than_a_secret_can_have() {
        assert_eq!(from_stdin(&[b'x'; MOST]).unwrap().len(), MOST);
        assert_eq!(from_stdin(&[&[b'x'; MOST][..], b"\n"].concat()).unwrap().len(), MOST);
        for input in [vec![b'x'; MOST + 1], [&[b'x'; MOST][..], b"\n\n"].concat(), vec![b'x'; 1 << 20]] {
            let mut rest = &input[..];
            assert_eq!(read(None, &mut rest).unwrap_err().code, Code::Usage);
            assert_eq!(rest.len(), input.len().saturating_sub(MOST + 2));
        }
    }

    #[test]
    fn a_secret_written_in_pieces_is_read_whole() {
        let (mut reader, mut writer) = io::pipe().unwrap();
        let pieces = std::thread::spawn(move || {
            for piece in ["glpat-", "abc", "\n"] {
                writer.write_all(piece.as_bytes()).unwrap();
            }
        });
        assert_eq!(**read(Some(Path::new("-")), &mut reader).unwrap(), *b"glpat-abc");
        pieces.join().unwrap();
    }

    #[test]
    fn a_secret_file_must_be_private() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("secret");
        fs::write(&path, "glpat-abc\n").unwrap();
        for mode in [0o600, 0o400] {
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            assert_eq!(**read(Some(&path), &mut io::empty()).unwrap(), *b"glpat-abc");
        }
        for mode in [0o604, 0o640, 0o620, 0o644, 0o660] {
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            let error = refusal(&path);
            assert_eq!(error.why.unwrap(), format!("its mode is {mode:o}"));
            assert!(error.hint.unwrap().starts_with(&format!("`chmod 600 {}`", path.display())));
        }
    }

    #[test]
    fn a_secret_file_may_be_reached_by_a_symlink() {
        let directory = tempfile::tempdir().unwrap();
        let (path, link) = (directory.path().join("secret"), directory.path().join("link"));
        fs::write(&path, "glpat-abc").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        symlink(&path, &link).unwrap();
        assert_eq!(**read(Some(&link), &mut io::empty()).unwrap(), *b"glpat-abc");
    }

    #[test]
    fn what_is_no_file_of_the_callers_is_refused_without_waiting() {
        let directory = tempfile::tempdir().unwrap();
        let fifo = directory.path().join("fifo");
        mkfifo(&fifo, Mode::S_IRWXU).unwrap();
        for path in [fifo.as_path(), directory.path(), Path::new("/dev/null")] {
            assert!(refusal(path).what.ends_with("is not a regular file"));
        }
        assert!(refusal(&directory.path().join("missing")).what.starts_with("cannot open"));
        // `/proc/version` is root's; as root there is no file of another user's that every machine has.
        if !geteuid().is_root() {
            assert!(refusal(Path::new("/proc/version")).what.ends_with("belongs to another user"));
        }
    }
}
