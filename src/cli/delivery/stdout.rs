//! Standard output as the place where a secret goes: what it is, whether anybody reads it, whether it has room.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::os::fd::{AsFd, AsRawFd};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt};

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

use super::fault::{ELSEWHERE, dead, nothing_made};
use crate::cli::process::was_closed;
use crate::domain::error::{Error, Result};
use crate::store::HandOver;

/// The most bytes that go to anything but a regular file: what a pipe with room takes whole and without waiting.
pub const AT_ONCE: usize = 4096;

const THROWN_AWAY: &str = "standard output is `/dev/null`: the secret is thrown away, and nothing can show it again";

/// Writes secrets to standard output.
#[derive(Debug)]
pub struct StdoutSink {
    /// Standard output, or the same pipe or terminal opened by ourselves.
    out: File,
    what: Metadata,
    /// How standard output was opened: the file status flags of the descriptor that was given.
    opened: OFlag,
    /// Whether bytes of a secret are out.
    written: bool,
}

impl StdoutSink {
    /// Looks at standard output, given as a duplicate of its descriptor.
    ///
    /// # Errors
    ///
    /// `Failed` if it cannot be looked at.
    pub fn new(stdout: &File) -> Result<Self> {
        let look = || -> io::Result<Self> {
            let what = stdout.metadata()?;
            let opened = OFlag::from_bits_retain(fcntl(stdout, FcntlArg::F_GETFL)?);
            let again = if opened & OFlag::O_ACCMODE == OFlag::O_RDONLY { None } else { open_again(stdout, &what) };
            let out = again.map_or_else(|| stdout.try_clone(), Ok)?;
            Ok(Self { out, what, opened, written: false })
        };
        look().map_err(|error| Error::failed("cannot look at standard output").because(error.to_string()))
    }

    /// Refuses what will not take so many bytes; warns where they are thrown away.
    ///
    /// # Errors
    ///
    /// `Delivery` if it is closed, full or without a reader, `Usage` for too many bytes.
    pub fn check(&self, bytes: usize) -> Result<Option<&'static str>> {
        let access = self.opened & OFlag::O_ACCMODE;
        let null = self.is_device("/dev/null");
        if was_closed(&self.out).unwrap_or_default() {
            return Err(refused("standard output is closed"));
        }
        if access == OFlag::O_RDONLY {
            return Err(refused("standard output is not open for writing"));
        }
        if self.is_device("/dev/full") {
            return Err(refused("standard output is `/dev/full`, which takes nothing"));
        }
        self.fits(bytes)?;
        self.has_room(PollTimeout::ZERO)?;
        Ok(null.then_some(THROWN_AWAY))
    }

    /// Writes the bytes if there is room now; a regular file is synced.
    ///
    /// # Errors
    ///
    /// `Delivery` if they did not all arrive, `Usage` for too many bytes.
    pub fn hand_over(&mut self, bytes: &[u8]) -> Result<HandOver> {
        self.fits(bytes.len())?;
        if !self.has_room(PollTimeout::ZERO)? {
            return Ok(HandOver::NotReady);
        }
        let mut written = 0;
        while written < bytes.len() {
            match self.out.write(&bytes[written..]) {
                Ok(0) => return Err(fragment(written, bytes.len(), "it takes no more")),
                Ok(more) => written += more,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock && written == 0 => return Ok(HandOver::NotReady),
                Err(error) if error.kind() == ErrorKind::BrokenPipe && written == 0 => return Err(no_reader()),
                Err(error) => return Err(fragment(written, bytes.len(), &error.to_string())),
            }
            self.written = true;
        }
        if self.what.is_file() {
            self.out.sync_all().map_err(|error| {
                dead(format!("standard output could not be synced: {error}; what was written to it is dead"))
            })?;
        } else {
            self.has_room(PollTimeout::ZERO)
                .map_err(|_| dead("whoever read standard output went away; what was written to it is dead"))?;
        }
        Ok(HandOver::Delivered)
    }

    /// Waits for room.
    ///
    /// # Errors
    ///
    /// `Delivery` if the reader goes away.
    pub fn wait(&self) -> Result<()> {
        self.has_room(PollTimeout::NONE).map(drop)
    }

    /// Says what stays behind of a secret that is dead: nothing that was written can be taken back.
    #[must_use]
    pub fn withdraw(&self) -> Option<String> {
        self.written.then(|| "the secret on standard output is dead".to_owned())
    }

    /// Refuses more than can be written at once, since nobody may wait for a reader while the store is locked.
    fn fits(&self, bytes: usize) -> Result<()> {
        if bytes <= AT_ONCE || self.what.is_file() {
            return Ok(());
        }
        Err(Error::usage(nothing_made(format!("{bytes} bytes are too many for this standard output")))
            .because(format!(
                "all but a regular file takes at most {AT_ONCE} bytes in one command, whole or not at all"
            ))
            .hint("`--to FILE`, or standard output redirected to a file, takes any number"))
    }

    /// Says whether a write goes through now. A stopped terminal has no room.
    fn has_room(&self, timeout: PollTimeout) -> Result<bool> {
        let mut polled = [PollFd::new(self.out.as_fd(), PollFlags::POLLOUT)];
        match poll(&mut polled, timeout) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(errno) => return Err(refused("standard output cannot be asked for room").because(errno.desc())),
        }
        // An answer with bits that nix does not know is no sign of a reader.
        let answer = polled[0].revents().unwrap_or(PollFlags::POLLERR);
        if answer.intersects(PollFlags::POLLERR | PollFlags::POLLHUP | PollFlags::POLLNVAL) {
            return Err(no_reader());
        }
        Ok(answer.contains(PollFlags::POLLOUT))
    }

    /// Says whether standard output is the device of a path, under whatever name it was opened.
    fn is_device(&self, path: &str) -> bool {
        self.what.file_type().is_char_device()
            && fs::metadata(path)
                .is_ok_and(|device| device.file_type().is_char_device() && device.rdev() == self.what.rdev())
    }
}

/// Opens a pipe or terminal a second time, so that writing never waits; `None` where that is not possible.
///
/// Not waiting is a property of the opening, and that of standard output is shared with every process that has it: to
/// set it there would break the others. Without it room is asked for first, and lost only to another writer.
fn open_again(stdout: &File, what: &Metadata) -> Option<File> {
    let kind = what.file_type();
    if !kind.is_fifo() && !stdout.is_terminal() {
        return None;
    }
    let again = OpenOptions::new()
        .write(true)
        .custom_flags((OFlag::O_NONBLOCK | OFlag::O_NOCTTY).bits())
        .open(format!("/proc/self/fd/{}", stdout.as_raw_fd()))
        .ok()?;
    let found = again.metadata().ok()?;
    ((found.dev(), found.ino(), found.rdev()) == (what.dev(), what.ino(), what.rdev())).then_some(again)
}

fn refused(what: &str) -> Error {
    Error::delivery(nothing_made(what)).hint(ELSEWHERE)
}

fn no_reader() -> Error {
    refused("nobody reads standard output")
}

fn fragment(written: usize, of: usize, why: &str) -> Error {
    let what = if written == 0 { String::new() } else { "; that fragment is dead".to_owned() };
    dead(format!("standard output took {written} of {of} bytes: {why}{what}")).hint(ELSEWHERE)
}

#[cfg(test)]
mod tests;
