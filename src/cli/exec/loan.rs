//! A token that is alive, and the command that it is alive for: run, waited for, and the token ended, whatever comes of it.

use std::io;

use nix::errno::Errno;

use super::ending::Lent;
use super::hand::Hand;
use super::mask::Mask;
use super::outputs::Pipes;
use super::program::Program;
use super::running::{Drained, Ended, Running, by_signal};
use super::watch::Watch;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::report;
use crate::domain::error::{Error, Result};
use crate::ops::Authority;
use crate::ops::mint::Minted;
use crate::render::{emit, escape};

/// A token in the hand of a command.
pub(super) struct Loan<'d, 'w> {
    pub(super) desk: &'d Desk<'w>,
    pub(super) authority: Authority<'w>,
    pub(super) program: Program<'d>,
    pub(super) hand: Hand<'d>,
    pub(super) lent: Lent,
}

impl Loan<'_, '_> {
    /// Runs the command, and ends the token.
    ///
    /// # Errors
    /// One that says that the token could not be ended, or what of the command's words was lost.
    pub(super) fn carry_out(self, minted: Minted, ready: Option<(Watch, Pipes)>) -> Result<Exit> {
        let Some((watch, pipes)) = ready else {
            self.end(None)?;
            return Err(Error::failed("the token was made without being handed over, and is revoked"));
        };
        // A signal that came while the token was made: its command is not wanted any more.
        if let Some(signal) = watch.signal_so_far() {
            self.end(None)?;
            return Ok(by_signal(signal as i32));
        }
        let equip = |command: &mut _| self.hand.equip(&minted, command);
        let mask = || Mask::new(emit::traces(&minted));
        let started = Running::start(self.desk.world, &self.program, equip, (pipes, mask), &watch);
        // The command has it now, and so have the masks.
        drop(minted);
        match started {
            Ok(running) => self.attend(running),
            Err(error) => self.not_started(&error),
        }
    }

    fn attend(self, mut running: Running<'_>) -> Result<Exit> {
        let (world, ended) = (self.desk.world, running.attend());
        let rest = running.rest();
        let outlived = self.lent.ended_before((world.clock)());
        let revoked = self.end(ended.as_ref().ok().copied());
        // What the command has said comes before what is said of it.
        let drained = rest.drain();
        revoked?;
        let ended =
            ended.map_err(|error| Error::failed("the command could not be waited for").because(error.to_string()))?;
        if let Some(warning) = outlived {
            report::say(world, &format!("warning: {warning}"));
        }
        match drained {
            Drained::Whole => Ok(ended.exit()),
            Drained::Left(signal) => Ok(by_signal(signal as i32)),
            Drained::Cut(error) => {
                Err(Error::failed("what the command said could not be written").because(error.to_string()))
            }
        }
    }

    /// The command was there a moment ago, and is none that the kernel starts.
    fn not_started(self, error: &io::Error) -> Result<Exit> {
        let (world, name) = (self.desk.world, self.program.name());
        self.end(None)?;
        let failed = Error::failed(format!("`{name}` could not be started, and its token is revoked"));
        let (exit, why) = match error.raw_os_error().map(Errno::from_raw) {
            // It was found before, so it is what is to read it that is not there.
            Some(Errno::ENOENT) => (Exit::NoCommand, format!("what its first line names may not be there: {error}")),
            Some(Errno::EAGAIN | Errno::ENOMEM | Errno::EMFILE | Errno::ENFILE) => (Exit::OwnFault, error.to_string()),
            _ => (Exit::NotExecutable, error.to_string()),
        };
        report::tell(world, &failed.because(why));
        Ok(exit)
    }

    /// Ends the token, and takes its file away.
    fn end(self, ended: Option<Ended>) -> Result<()> {
        let done = self.lent.end(&self.authority, ended);
        self.desk.pass_on(&self.authority);
        if let Some(left) = self.hand.clear() {
            report::say(self.desk.world, &format!("warning: {}", escape::line(&left)));
        }
        done
    }
}
