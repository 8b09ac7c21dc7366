//! Operations: each checks who may, changes the store in one transaction, and leaves one event for each thing changed.
//!
//! Knows `domain` and `store`, and nothing of command lines, protocols or output. Every door and every command asks
//! here; nothing above can begin a transaction.

mod actor;
mod add_key;
pub mod alarms;
pub mod apps;
pub mod audit;
pub mod batch;
mod bot;
pub mod candidates;
pub mod chain;
mod enabled;
mod ending;
pub mod farewell;
mod filing;
mod find;
mod founding;
mod gathered;
pub mod grant;
mod hindrance;
pub mod import;
pub mod job;
pub mod keeping;
pub mod keys;
mod lineage;
pub mod list;
pub mod log;
pub mod mint;
mod moved;
mod named;
mod notices;
pub mod oauth;
mod passwords;
mod past;
pub mod people;
pub mod places;
pub mod policy;
mod present;
pub mod record;
pub mod refresh;
pub mod register;
pub mod relocate;
pub mod remove;
pub mod report;
pub mod revoke;
pub mod rotate;
pub mod runner;
pub mod show;
pub mod suspend;
pub mod sweep;
pub mod target;
pub mod users;
pub mod verify;
pub mod whoami;
mod world;

use std::cell::RefCell;

pub use actor::Caller;
pub use enabled::Key;
pub use founding::Founding;
pub use notices::Notices;

use crate::domain::error::{Code, Error, Result};
use crate::domain::event::{Change, Doer};
use crate::domain::progress::{Busy, STORING, Step, WAITING, Watch};
use crate::domain::user::User;
use crate::store::place::{Origin, Place};
use crate::store::{Clock, Done, HandOver, Reading, Store, Urgency, Writing};

/// How far the system's clock may be behind the store before nothing is minted any more, in seconds.
const CLOCK_SLACK: i64 = 300;

/// Everything that tokctl can do, for one caller, on one store.
pub struct Authority<'w> {
    place: Place,
    allow_network: bool,
    caller: Caller,
    clock: Clock<'w>,
    watch: Watch<'w>,
    notices: RefCell<Notices>,
}

/// Where a secret goes, seen from inside the transaction.
pub struct Delivery<'d, T> {
    /// Hands it over without waiting for anybody.
    pub hand_over: &'d mut dyn FnMut(&T) -> Result<HandOver>,
    /// Waits, outside the transaction, until it can be handed over, or never will be.
    pub wait: &'d mut dyn FnMut() -> Result<()>,
}

/// What an operation did inside its transaction: its result, and what is written into the trail.
type Changed<T> = (T, Vec<Change>);

impl<'w> Authority<'w> {
    /// Makes an authority over the store at a place, which need not be there yet.
    #[must_use]
    pub fn new(place: Place, allow_network: bool, caller: Caller, clock: Clock<'w>) -> Self {
        Self { place, allow_network, caller, clock, watch: &|_| (), notices: RefCell::default() }
    }

    /// Lets somebody watch how far something long has come.
    #[must_use]
    pub fn watched(mut self, watch: Watch<'w>) -> Self {
        self.watch = watch;
        self
    }

    /// Returns the place of the store.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Returns, once, what there is to say beside the results so far.
    pub fn take_notices(&self) -> Notices {
        self.notices.take()
    }

    /// Says whether the store is there.
    ///
    /// # Errors
    /// [`Code::Store`] where the place cannot be looked at.
    pub fn has_store(&self) -> Result<bool> {
        self.place.exists()
    }

    fn store(&self) -> Result<Store> {
        let (store, warnings) = Store::at(self.place.clone(), self.allow_network)?;
        for warning in warnings {
            self.notices.borrow_mut().warn(warning);
        }
        Ok(store)
    }

    /// Reads as the caller. `None`: there is no store yet at the place that is taken where none is named.
    fn read<T>(&self, look: impl FnOnce(&Reading<'_>, &User) -> Result<T>) -> Result<Option<T>> {
        if self.place.origin() == Origin::Default && !self.place.exists()? {
            return Ok(None);
        }
        let found = self.look(|reading| {
            self.warn_of_clock(reading);
            look(reading, &self.actor(reading)?.user)
        })?;
        Ok(Some(found))
    }

    /// Changes the store as the caller. `None`: the sink of the delivery was not ready.
    fn attempt<T>(
        &self,
        urgency: Urgency,
        mut make: impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>,
        hand_over: impl FnMut(&T) -> Result<HandOver>,
    ) -> Result<Option<T>> {
        self.commit(urgency, |writing| self.done(writing, &mut make), hand_over)
    }

    /// Changes the store, and sweeps it afterwards if that is due.
    fn commit<T>(
        &self,
        urgency: Urgency,
        mut make: impl FnMut(&Writing<'_>) -> Result<Done<T>>,
        mut hand_over: impl FnMut(&T) -> Result<HandOver>,
    ) -> Result<Option<T>> {
        let mut is_sweep_due = false;
        let mut make = |writing: &Writing<'_>| {
            let done = make(writing)?;
            (self.watch)(Step::Now(STORING));
            is_sweep_due = Self::is_sweep_due(writing);
            Ok(done)
        };
        let mut hand_over = |result: &T| {
            (self.watch)(Step::Out);
            let handed = hand_over(result);
            (self.watch)(Step::Now(STORING));
            handed
        };
        let _busy = Busy::begin(self.watch, WAITING);
        let end = self.current(|store| store.write(self.clock, urgency, &mut make, &mut hand_over))?;
        if end.is_some() && is_sweep_due {
            self.sweep_in_passing();
        }
        Ok(end)
    }

    /// Makes the store for a change, where there is none and the change would go well: what is refused leaves no store.
    fn found_for<T>(&self, make: &mut impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>) -> Result<()> {
        if self.place.exists()? {
            return Ok(());
        }
        self.try_out(make)?;
        self.found_if_missing().map(|_| ())
    }

    /// Changes the store as the caller; makes it first, where there is none.
    fn write<T>(&self, mut make: impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>) -> Result<T> {
        self.found_for(&mut make)?;
        Self::whole(self.attempt(Urgency::Ordinary, make, |_| Ok(HandOver::Nothing))?)
    }

    /// Takes something away as the caller, on a full disk too.
    fn end<T>(&self, make: impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>) -> Result<T> {
        Self::whole(self.attempt(Urgency::Ending, make, |_| Ok(HandOver::Nothing))?)
    }

    fn whole<T>(result: Option<T>) -> Result<T> {
        result.ok_or_else(|| Error::failed("a change without a secret waited for a reader"))
    }

    /// Changes the store and hands a secret over, as often as it takes until the sink is ready. Makes the store first,
    /// where there is none.
    fn deliver<T>(
        &self,
        delivery: &mut Delivery<'_, T>,
        mut make: impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>,
    ) -> Result<T> {
        self.found_for(&mut make)?;
        loop {
            let hand_over = |result: &T| (delivery.hand_over)(result);
            let checked = |writing: &Writing<'_>, actor: &User| {
                Self::check_clock(writing)?;
                make(writing, actor)
            };
            if let Some(result) = self.attempt(Urgency::Ordinary, checked, hand_over)? {
                return Ok(result);
            }
            (delivery.wait)()?;
        }
    }

    /// Carries a change out up to its commit, on a trial store where there is none, and leaves nothing of it.
    fn try_out<T>(&self, mut make: impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>) -> Result<T> {
        let _busy = Busy::begin(self.watch, WAITING);
        let mut try_in = |store: &Store| store.try_out(self.clock, |writing| self.done(writing, &mut make));
        if self.place.exists()? { self.current(try_in) } else { try_in(&self.trial_store()?) }
    }

    fn done<T>(
        &self,
        writing: &Writing<'_>,
        make: &mut impl FnMut(&Writing<'_>, &User) -> Result<Changed<T>>,
    ) -> Result<Done<T>> {
        (self.watch)(Step::Now("working"));
        self.warn_of_clock(writing);
        let actor = self.actor(writing)?;
        if !actor.user.can_act() {
            return Err(Error::refused(format!("`{}` changes nothing", actor.user.username))
                .because("a bot user acts through its token only, and the token opens nothing here"));
        }
        let (result, changes) = make(writing, &actor.user)?;
        Ok(Done { result, doer: self.doer(actor), changes })
    }

    /// Returns what the trail says of who did something.
    fn doer(&self, actor: actor::Actor) -> Doer {
        Doer {
            id: actor.user.id,
            username: actor.user.username,
            operator: actor.operator,
            uid: self.caller.uid,
            host: self.caller.host.clone(),
            command: self.caller.command.clone(),
        }
    }

    /// Tells that one more row goes out.
    fn tell_row(&self, found: &mut u64) {
        *found += 1;
        (self.watch)(Step::At("listing", *found, None));
        (self.watch)(Step::Row);
    }

    fn warn_of_clock(&self, reading: &Reading<'_>) {
        if reading.behind > CLOCK_SLACK {
            let warning = format!(
                "this machine's clock is {} seconds behind the store; going by the store's time, {}",
                reading.behind, reading.now
            );
            self.notices.borrow_mut().warn(warning);
        }
    }

    fn check_clock(reading: &Reading<'_>) -> Result<()> {
        if reading.behind <= CLOCK_SLACK {
            return Ok(());
        }
        Err(Error::new(Code::Clock, "this machine's clock is behind the store, so no token was made")
            .because(format!("the newest event is of {}, {} seconds from now", reading.now, reading.behind))
            .hint("set the clock right, for example with `timedatectl set-ntp true`, then run it again"))
    }
}
