//! A command while it runs: started, its signals passed on, waited for.

use std::io;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};

use nix::errno::Errno;
use nix::sys::signal::{SigSet, Signal, kill};
use nix::unistd::{Pid, getpgid, getpgrp};

use super::mask::Mask;
use super::outputs::{Outputs, Pipes};
use super::program::Program;
use super::watch::{Event, Heard, Watch};
use crate::cli::exit::Exit;
use crate::cli::process::as_before;
use crate::cli::world::World;

/// A command that runs.
pub(super) struct Running<'r> {
    child: Child,
    watch: &'r Watch,
    outputs: Outputs,
    stopped_by: Option<Signal>,
    fault: Option<io::Error>,
}

/// How a command came to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ended {
    status: ExitStatus,
    /// A signal that was to end it, whatever it made of it.
    pub(super) stopped_by: Option<Signal>,
}

/// What became of a command's words.
pub(super) enum Drained {
    /// They were carried over, or nobody wanted them.
    Whole,
    /// They could not all be written.
    Cut(io::Error),
    /// A signal came while somebody was slow to read them.
    Left(Signal),
}

impl<'r> Running<'r> {
    /// Starts a command, which `equip` gives its variables.
    ///
    /// # Errors
    /// Those of the kernel. Nothing runs then.
    pub(super) fn start(
        world: &World<'_>,
        program: &Program<'_>,
        equip: impl Fn(&mut Command),
        (pipes, mask): (Pipes, impl Fn() -> Mask),
        watch: &'r Watch,
    ) -> io::Result<Self> {
        // Without it nobody would hear that the command has ended.
        SigSet::from_iter([Signal::SIGCHLD]).thread_unblock()?;
        let (outputs, ends) = pipes.open(mask, &watch.teller())?;
        let spawn = |mut command: Command| {
            equip(&mut command);
            command.stdin(Stdio::from(world.stdin.try_clone()?));
            ends.attach(&mut command)?;
            as_before(|| command.spawn())?
        };
        let child = match spawn(program.command()) {
            Err(error) if error.raw_os_error() == Some(Errno::ENOEXEC as i32) => spawn(program.as_script()),
            started => started,
        };
        Ok(Self { child: child?, watch, outputs, stopped_by: None, fault: None })
    }

    /// Waits for the end of the command, and passes signals on to it.
    ///
    /// # Errors
    /// Those of the kernel.
    pub(super) fn attend(&mut self) -> io::Result<Ended> {
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Ended { status, stopped_by: self.stopped_by });
            }
            match self.watch.next() {
                Some(Event::Signal(heard)) => self.pass_on(heard),
                Some(Event::Drained(carried)) => self.note(carried),
                None => return Ok(Ended { status: self.child.wait()?, stopped_by: self.stopped_by }),
            }
        }
    }

    /// Passes a signal on. One from the terminal went to the command too, as long as it stands in the same foreground. One
    /// that was sent to the whole group of processes comes to the command twice, since nothing tells it from others.
    fn pass_on(&mut self, heard: Heard) {
        let ends = [Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT, Signal::SIGTERM].contains(&heard.signal);
        self.stopped_by = self.stopped_by.or(ends.then_some(heard.signal));
        let Ok(id) = i32::try_from(self.child.id()).map(Pid::from_raw) else { return };
        let has_it = !heard.is_sent && getpgid(Some(id)) == Ok(getpgrp());
        if heard.signal != Signal::SIGCHLD && !has_it {
            // It was not waited for, so the number is its own; that it ends meanwhile is heard anyway.
            kill(id, heard.signal).ok();
        }
    }

    fn note(&mut self, carried: io::Result<()>) {
        self.outputs.open -= 1;
        self.fault = self.fault.take().or(carried.err());
    }

    /// Returns what is still to be carried over of an ended command's words.
    pub(super) fn rest(self) -> Rest<'r> {
        let Self { watch, outputs, fault, .. } = self;
        // Those who read its streams see that it has ended.
        Rest { watch, open: outputs.end(), fault }
    }
}

/// What an ended command has said and nobody has read yet.
pub(super) struct Rest<'r> {
    watch: &'r Watch,
    open: usize,
    fault: Option<io::Error>,
}

impl Rest<'_> {
    /// Waits until it is carried over. A signal ends the waiting.
    pub(super) fn drain(mut self) -> Drained {
        while self.open > 0 {
            match self.watch.next() {
                Some(Event::Drained(carried)) => {
                    self.open -= 1;
                    self.fault = self.fault.or(carried.err());
                }
                Some(Event::Signal(Heard { signal: Signal::SIGCHLD, .. })) => {}
                Some(Event::Signal(heard)) => return Drained::Left(heard.signal),
                None => break,
            }
        }
        self.fault.map_or(Drained::Whole, Drained::Cut)
    }
}

impl Ended {
    /// Returns its exit code, or 128 and the signal that ended it.
    pub(super) fn exit(self) -> Exit {
        match (self.status.code(), self.status.signal()) {
            (Some(code), _) => Exit::OfCommand(u8::try_from(code).unwrap_or(u8::MAX)),
            (None, signal) => by_signal(signal.unwrap_or_default()),
        }
    }

    /// Says whether it went well.
    pub(super) fn is_success(self) -> bool {
        self.status.success()
    }

    /// Says how it ended, for the trail.
    pub(super) fn words(self) -> String {
        match (self.status.code(), self.status.signal()) {
            (Some(code), _) => format!("exit {code}"),
            (None, signal) => format!("signal {}", signal.unwrap_or_default()),
        }
    }
}

/// Returns the exit code for an end by a signal, as shells have it.
pub(super) fn by_signal(signal: i32) -> Exit {
    Exit::OfCommand(u8::try_from(128 + signal).unwrap_or(u8::MAX))
}
