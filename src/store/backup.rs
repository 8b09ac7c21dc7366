//! Backups: whole copies of a store in use, checked before anybody is told that they are done.

use std::path::Path;

use super::copying::{self, Draft};
use super::engine::{self, Purpose};
use super::place::Place;
use super::schema::{self, STEPS};
use super::soundness::{self, Holding};
use super::write::{Done, HandOver, Urgency};
use super::{Clock, Medium, Store, Writing, doubt, events, read_in};
use crate::domain::error::{Code, Error, Result};
use crate::domain::progress::{STORING, Step, Watch};

/// A backup that was made.
#[derive(Clone, Debug)]
pub struct BackUp {
    /// What it holds.
    pub holding: Holding,
    /// How many bytes it has.
    pub bytes: u64,
    /// What is allowed but unwise about the place it lies in.
    pub warning: Option<String>,
}

impl Store {
    /// Writes a whole copy of the store into a new file, looks at it from its schema to the last row, and commits what
    /// `record` writes of it. The copy gets its name inside that transaction, just before its commit.
    ///
    /// Nobody waits for it but the last step: others write on meanwhile, and the copy is what the store was at one instant.
    ///
    /// # Errors
    /// `Conflict` where something has that name, those of `record`, and [`Code::Store`] where the store cannot be read
    /// whole, or the copy cannot be written; nothing is left of it then.
    pub fn back_up(
        &self,
        target: &Place,
        allow_network: bool,
        clock: Clock<'_>,
        watch: Watch<'_>,
        mut record: impl FnMut(&Writing<'_>, &Holding) -> Result<Done<()>>,
    ) -> Result<BackUp> {
        let Medium::File(place) = &self.medium else {
            return Err(Error::failed("a store in memory has no backup"));
        };
        if place.is_own(target.database()) {
            return Err(Error::usage(format!("`{}` is a name of the store's own", target.database().display()))
                .hint("name another file"));
        }
        let (mut draft, warning) = Draft::begin(target, allow_network)?;
        let copied = engine::open(place, Purpose::Read).and_then(|connection| {
            read_in(&connection, clock, |_| Ok(()))?;
            watch(Step::Now("copying the store"));
            copying::write(&connection, draft.path())
        });
        copied.map_err(|error| doubt::understood(place, error))?;
        watch(Step::Now("checking the copy"));
        let holding = look(draft.path())?;
        watch(Step::Now(STORING));
        let bytes = draft.sync()?;
        let recorded = self.write(
            clock,
            Urgency::Ordinary,
            |writing| {
                if !events::is_there(writing, (holding.head.sequence, holding.head.hash))? {
                    return Err(
                        Error::conflict("the store was exchanged while its backup was made").hint("run it again")
                    );
                }
                record(writing, &holding)
            },
            |()| draft.publish(target).map(|()| HandOver::Nothing),
        );
        match recorded {
            Ok(_) => Ok(BackUp { holding, bytes, warning }),
            Err(error) => {
                // Whole it is in any case; where nobody knows of the event, it stays.
                if error.code != Code::Uncertain {
                    draft.withdraw(target);
                }
                Err(error)
            }
        }
    }
}

/// Looks at a copy of a store of this version, as if somebody else had made it.
fn look(path: &Path) -> Result<Holding> {
    const CALLED: &str = "the copy of the store";
    let copy = engine::open_apart(path, Purpose::Write)?;
    let version = schema::version(&copy, STEPS)?;
    soundness::examine(&copy, version, STEPS, CALLED)?;
    soundness::holding(&copy, CALLED)
}
