//! What a command puts out: straight to a terminal, through the mask to anything else.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal as _, PipeReader, PipeWriter, Read as _, Write as _, pipe};
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::fs::MetadataExt as _;
use std::process::Command;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use zeroize::Zeroizing;

use super::mask::Mask;
use super::watch::Event;
use crate::cli::process::{hold_signals_back, was_closed};
use crate::cli::world::World;

/// How long somebody is listened to whom the command has left behind with its streams.
const GRACE: Duration = Duration::from_secs(2);

/// The most that can be on its way in a pipe when its command ends. Source: Linux, `/proc/sys/fs/pipe-max-size`.
const ON_ITS_WAY: usize = 1 << 20;

/// How much is read in one go.
const ROOM: usize = 1 << 16;

/// The pipes of a command that is not there yet.
pub(super) struct Pipes {
    streams: Vec<(PipeReader, File)>,
    ends: Ends,
    running: (PipeReader, PipeWriter),
}

/// The ends of its streams that a command is given. They must be gone here before the command's own say that it is done.
pub(super) struct Ends {
    out: OwnedFd,
    err: OwnedFd,
}

/// The streams that go through a mask.
pub(super) struct Outputs {
    /// How many have not come to their end.
    pub(super) open: usize,
    /// Closed when the command has ended, which those who read its streams see.
    running: PipeWriter,
}

/// One stream on its way.
struct Stream {
    from: PipeReader,
    to: File,
    mask: Mask,
    /// At its end when the command has ended.
    running: PipeReader,
}

impl Pipes {
    /// Lays the pipes. Two streams that go to the same place share one, so that they stay in order.
    pub(super) fn lay(world: &World<'_>) -> io::Result<Self> {
        let mut streams = Vec::new();
        let mut end = |to: &File| -> io::Result<OwnedFd> {
            if to.is_terminal() {
                return Ok(to.try_clone()?.into());
            }
            let (from, writer) = pipe()?;
            // What nobody is to hear is no reason for a command to fail.
            let heard = if was_closed(to)? { File::create("/dev/null")? } else { to.try_clone()? };
            streams.push((from, heard));
            Ok(writer.into())
        };
        let out = end(&world.stdout)?;
        let err = if is_same(&world.stdout, &world.stderr)? { out.try_clone()? } else { end(&world.stderr)? };
        Ok(Self { streams, ends: Ends { out, err }, running: pipe()? })
    }

    /// Lets what comes be carried over, and returns what the command is given.
    pub(super) fn open(self, mask: impl Fn() -> Mask, teller: &Sender<Event>) -> io::Result<(Outputs, Ends)> {
        let (ended, running) = self.running;
        let open = self.streams.len();
        for (from, to) in self.streams {
            Stream { from, to, mask: mask(), running: ended.try_clone()? }.start(teller.clone())?;
        }
        Ok((Outputs { open, running }, self.ends))
    }
}

impl Outputs {
    /// Lets those who read the streams know that the command has ended; returns how many of them there are.
    pub(super) fn end(self) -> usize {
        drop(self.running);
        self.open
    }
}

impl Ends {
    /// Gives them to a command.
    pub(super) fn attach(&self, command: &mut Command) -> io::Result<()> {
        command.stdout(self.out.try_clone()?).stderr(self.err.try_clone()?);
        Ok(())
    }
}

/// Says whether two streams go to the same place.
fn is_same(one: &File, other: &File) -> io::Result<bool> {
    let [one, other] = [one.metadata()?, other.metadata()?];
    Ok((one.dev(), one.ino(), one.rdev()) == (other.dev(), other.ino(), other.rdev()))
}

impl Stream {
    fn start(mut self, teller: Sender<Event>) -> io::Result<()> {
        let carry = move || {
            hold_signals_back();
            let carried = self.carry();
            // The command is to learn that nobody reads any more before anybody is told.
            drop(self);
            teller.send(Event::Drained(carried)).ok();
        };
        thread::Builder::new().spawn(carry).map(drop)
    }

    /// Carries everything over. A reader that goes away is no failure: the command learns of it as it would without us.
    fn carry(&mut self) -> io::Result<()> {
        let mut room = Zeroizing::new(vec![0; ROOM]);
        let mut shown = Vec::with_capacity(ROOM);
        let (mut until, mut late) = (None::<Instant>, 0);
        loop {
            let left = until.map(|until| until.saturating_duration_since(Instant::now()));
            let seen = self.wait(left)?;
            if seen.is_reader_gone {
                return Ok(());
            }
            if seen.has_ended && until.is_none() {
                until = Some(Instant::now() + GRACE);
            }
            let is_over = left.is_some_and(|left| left.is_zero());
            if seen.is_ready && !(is_over && late > ON_ITS_WAY) {
                let count = self.from.read(&mut room)?;
                late += if until.is_some() { count } else { 0 };
                if count > 0 {
                    self.mask.feed(&room[..count], &mut shown);
                    if !self.put_out(&mut shown)? {
                        return Ok(());
                    }
                    continue;
                }
            } else if !is_over {
                continue;
            }
            self.mask.finish(&mut shown);
            return self.put_out(&mut shown).map(drop);
        }
    }

    /// Waits until something is to be done.
    fn wait(&self, left: Option<Duration>) -> io::Result<Seen> {
        let timeout = left.map_or(PollTimeout::NONE, |left| PollTimeout::try_from(left).unwrap_or(PollTimeout::MAX));
        let mut polled = [
            PollFd::new(self.from.as_fd(), PollFlags::POLLIN),
            PollFd::new(self.to.as_fd(), PollFlags::empty()),
            PollFd::new(self.running.as_fd(), PollFlags::empty()),
        ];
        // Once its end is known, it would not let anybody wait any more.
        let watched = if left.is_some() { 2 } else { 3 };
        match poll(&mut polled[..watched], timeout) {
            Ok(_) => {}
            Err(Errno::EINTR) => return Ok(Seen::default()),
            Err(errno) => return Err(errno.into()),
        }
        let [from, to, running] = polled.map(|polled| polled.revents().unwrap_or(PollFlags::POLLERR));
        Ok(Seen {
            is_ready: !from.is_empty(),
            is_reader_gone: to.intersects(PollFlags::POLLERR | PollFlags::POLLHUP | PollFlags::POLLNVAL),
            has_ended: !running.is_empty(),
        })
    }

    /// Writes all of it, however long that takes; says whether anybody reads it.
    fn put_out(&self, shown: &mut Vec<u8>) -> io::Result<bool> {
        let mut rest = shown.as_slice();
        while !rest.is_empty() {
            match (&self.to).write(rest) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(count) => rest = &rest[count..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Others who have the same stream may have set it so that writing does not wait.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let mut polled = [PollFd::new(self.to.as_fd(), PollFlags::POLLOUT)];
                    poll(&mut polled, PollTimeout::NONE).ok();
                }
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        shown.clear();
        Ok(true)
    }
}

/// What was seen of a stream.
#[derive(Default)]
struct Seen {
    /// There is something to read, or nothing will come any more.
    is_ready: bool,
    /// Nobody reads what is written.
    is_reader_gone: bool,
    /// The command has ended.
    has_ended: bool,
}
