//! How it is with the store that a backup is put in the place of, and where it is read.

use nix::unistd::Uid;

use crate::domain::error::{Error, Result};
use crate::store::engine::{self, Purpose};
use crate::store::exchange::marker;
use crate::store::place::Place;
use crate::store::schema::{self, STEPS};
use crate::store::shell::quoted;
use crate::store::{copying, doubt, soundness};

/// How it is with the store that a backup is put in the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is sound.
    Sound,
    /// It is damaged, and how: what can be read of it may not be all.
    Damaged(String),
    /// There is none.
    Missing,
}

/// The store that is replaced.
pub(super) struct Old {
    pub(super) condition: Condition,
    /// The copy of it that a restore kept which was cut off; there is nothing else left of it then.
    pub(super) kept: Option<Place>,
}

impl Old {
    /// Where there is no store, or none that counts.
    pub(super) const NONE: Self = Self { condition: Condition::Missing, kept: None };

    /// Finds out how it is with the store that lies in a place.
    pub(super) fn find(place: &Place, allow_network: bool) -> Result<Self> {
        if !place.exists()? {
            place.refuse_leftovers()?;
            return Ok(Self::NONE);
        }
        place.check(Uid::effective(), allow_network)?;
        if let Some(kept) = marker::kept(place, allow_network)? {
            let condition = Condition::Damaged("a restore of it was cut off".to_owned());
            return Ok(Self { condition, kept: Some(kept) });
        }
        Ok(Self { condition: condition(place)?, kept: None })
    }
}

impl Drop for Old {
    /// Takes away what the engine made beside a copy that was read.
    fn drop(&mut self) {
        let Some(kept) = &self.kept else { return };
        let [log, index] = [kept.log(), kept.beside("-shm")];
        copying::remove(&index).ok();
        if std::fs::symlink_metadata(&log).is_ok_and(|log| log.len() == 0) {
            copying::remove(&log).ok();
        }
    }
}

fn condition(place: &Place) -> Result<Condition> {
    let damage = match look(place) {
        Ok(None) => return Ok(Condition::Sound),
        Ok(Some(damage)) => damage,
        Err(error) if engine::is_damage(&error) => error.why.unwrap_or(error.what),
        Err(error) => return Err(error),
    };
    // Nobody's store is given up for a disk that did not answer.
    doubt::cause(place).map_or(Ok(Condition::Damaged(damage)), Err)
}

/// Returns what is wrong with a store; `None`: nothing.
fn look(place: &Place) -> Result<Option<String>> {
    let store = engine::open(place, Purpose::Write)?;
    store.execute_batch("BEGIN")?;
    let version = schema::version(&store, STEPS).map_err(|error| refused(place, error))?;
    let mut damage = soundness::damage(&store)?;
    if version == STEPS.len() {
        return Ok(if damage.is_empty() { None } else { Some(damage.swap_remove(0)) });
    }
    Err(Error::store("the store that is there is of an older version")
        .hint("`tokctl store init` brings it up to date; then run it again"))
}

/// What is no store of ours, or a newer one, is replaced by nobody; its owner can move it away.
fn refused(place: &Place, error: Error) -> Error {
    if !schema::is_of_another(&error) {
        return error;
    }
    let aside = place.beside(".old");
    let hint = format!("mv -n {} {}", quoted(place.database()), quoted(&aside));
    let hint = error.hint.clone().map_or(hint.clone(), |first| format!("{first}; or move it away: `{hint}`"));
    Error { hint: Some(hint), ..error }
}
