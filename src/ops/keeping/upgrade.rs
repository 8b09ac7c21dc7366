//! Upgrading a store that an older program made, before the first change.

use crate::domain::error::{Error, Result};
use crate::domain::event::Doer;
use crate::domain::id::UserId;
use crate::domain::progress::{Busy, Step};
use crate::ops::Authority;
use crate::store::{Reading, Store, Upgraded, is_older};

/// Says what an upgrade did.
pub type Upgrade = Upgraded;

/// The last words of the commands that change nothing, and so leave an older store as it is.
const LOOKING: [&str; 13] =
    ["list", "show", "verify", "scopes", "whoami", "head", "audit", "report", "scan", "path", "info", "check", "door"];

impl Authority<'_> {
    /// Does something to a store that is there; where that is of an older version and the command is one that changes
    /// something, brings it up to date first. The notices say so.
    pub(in crate::ops) fn current<T>(&self, mut run: impl FnMut(&Store) -> Result<T>) -> Result<T> {
        match run(&self.store()?) {
            Err(error) if is_older(&error) && self.changes_something() && self.upgrade()? => run(&self.store()?),
            end => end,
        }
    }

    /// Reads a store that is there, as [`Self::current`] does what it does.
    pub(in crate::ops) fn look<T>(&self, look: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let _busy = Busy::begin(self.watch, "reading the store");
        let mut look = Some(look);
        // What fails for the store's version has not been asked yet.
        let twice = || Error::failed("the store was looked at twice");
        self.current(|store| store.read(self.clock, |reading| look.take().ok_or_else(twice)?(reading)))
    }

    fn changes_something(&self) -> bool {
        !self.caller.command.split(' ').any(|word| LOOKING.contains(&word))
    }

    /// Brings the store up to date, where it is of an older version.
    ///
    /// # Errors
    /// `Store`: it is as it was then.
    pub fn upgrade_if_due(&self) -> Result<()> {
        self.look(|_| Ok(()))
    }

    /// Brings a store that is there up to date, and makes the room again that is kept for a full disk.
    ///
    /// # Errors
    /// `Store`: it is as it was then.
    pub fn bring_up(&self) -> Result<()> {
        self.upgrade_if_due()?;
        self.store()?.renew_reserve();
        Ok(())
    }

    /// Brings the store up to date.
    fn upgrade(&self) -> Result<bool> {
        let caller = &self.caller;
        // Who acts is asked of a store that is up to date; who runs the program is known without one.
        let doer = Doer {
            id: UserId(0),
            username: caller.login.clone(),
            operator: None,
            uid: caller.uid,
            host: caller.host.clone(),
            command: caller.command.clone(),
        };
        (self.watch)(Step::Now("bringing the store up to date"));
        let upgraded = self.store()?.bring_up(self.clock, &doer)?;
        // Another may have been quicker; either way it is up to date now.
        if upgraded.is_some() {
            self.notices.borrow_mut().upgraded = upgraded;
        }
        Ok(true)
    }
}
