//! What many things are read from: a file, or standard input. Whatever may keep its reader waiting is copied first, since
//! the store is locked while it is read.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read, Seek as _};
use std::path::Path;
use std::rc::Rc;

use super::desk::Desk;
use crate::domain::error::{Error, Result};

/// The most bytes that one row may have.
const LONGEST_ROW: u64 = 1 << 20;

/// A regular file that is read from its beginning to its end, or what was left of it.
pub(super) struct Source {
    /// What it is called in words.
    pub(super) name: String,
    /// How many bytes there are.
    pub(super) length: u64,
    /// How many of them were read.
    pub(super) meter: Meter,
    file: File,
}

/// Counts what was read, and sets an end to it.
#[derive(Clone, Default)]
pub(super) struct Meter {
    read: Rc<Cell<u64>>,
    most: Rc<Cell<u64>>,
}

impl Meter {
    /// Returns how many bytes were read.
    pub(super) fn read(&self) -> u64 {
        self.read.get()
    }

    /// Lets one more row be read.
    pub(super) fn allow_row(&self) {
        self.most.set(self.read.get() + LONGEST_ROW);
    }
}

impl Source {
    /// Opens a file; standard input where there is none, or where it is `-`.
    ///
    /// # Errors
    /// `Usage` for what cannot be read, `Failed` where it cannot be copied.
    pub(super) fn open(desk: &Desk<'_>, path: Option<&Path>) -> Result<Self> {
        let named = path.filter(|path| *path != Path::new("-"));
        let (name, file) = match named {
            Some(path) => (format!("`{}`", path.display()), File::open(path)),
            None if path.is_none() && desk.world.stdin.is_terminal() => {
                return Err(Error::usage("there is nothing to import")
                    .because("no file is named, and standard input is a terminal")
                    .hint("name a file, or `-` to type"));
            }
            None => ("standard input".to_owned(), desk.world.stdin.try_clone()),
        };
        let cannot = |error: &io::Error| Error::usage(format!("cannot read {name}")).because(error.to_string());
        let file = file.map_err(|error| cannot(&error))?;
        let found = file.metadata().map_err(|error| cannot(&error))?;
        if found.is_dir() {
            return Err(Error::usage(format!("{name} is a directory")));
        }
        let mut file = if found.is_file() { file } else { copy(file).map_err(|error| cannot(&error))? };
        let begin = file.stream_position().map_err(|error| cannot(&error))?;
        let end = file.metadata().map_err(|error| cannot(&error))?.len();
        Ok(Self { name, length: end.saturating_sub(begin), meter: Meter::default(), file })
    }

    /// Returns the first byte that is no blank, and stands before all of them again.
    pub(super) fn first_byte(&mut self) -> io::Result<Option<u8>> {
        let begin = self.file.stream_position()?;
        let mut head = Vec::new();
        Read::by_ref(&mut self.file).take(4096).read_to_end(&mut head)?;
        self.file.seek(io::SeekFrom::Start(begin))?;
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        Ok(head.iter().copied().find(|byte| !byte.is_ascii_whitespace()))
    }
}

/// Reads a short text whole, from a file, or from standard input where the path is `-`; returns what it is called in words,
/// and the text. However much there is, no more than 1 MiB is read.
///
/// # Errors
/// `Usage` for what cannot be read, is longer, or is no text.
pub(super) fn short_text(desk: &Desk<'_>, path: &Path) -> Result<(String, String)> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin { "standard input".to_owned() } else { format!("`{}`", path.display()) };
    let mut bytes = Vec::new();
    let read = if is_stdin {
        (&desk.world.stdin).take(LONGEST_ROW + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(LONGEST_ROW + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => Error::usage(format!("{name} is a directory")),
        _ => Error::usage(format!("cannot read {name}")).because(error.to_string()),
    })?;
    if bytes.len() as u64 > LONGEST_ROW {
        return Err(Error::usage(format!("{name} is longer than 1 MiB")));
    }
    let text = String::from_utf8(bytes);
    let text = text
        .map_err(|_| Error::usage(format!("{name} is no text")).because("there are bytes in it that are not UTF-8"))?;
    Ok((name, text))
}

/// Copies what is no regular file into one without a name.
fn copy(mut from: File) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(&mut from, &mut file)?;
    file.rewind()?;
    Ok(file)
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (read, most) = (&self.meter.read, &self.meter.most);
        if read.get() >= most.get() {
            return Err(io::Error::other("it is longer than 1 MiB"));
        }
        let count = self.file.read(buffer)?;
        read.set(read.get() + count as u64);
        Ok(count)
    }
}
