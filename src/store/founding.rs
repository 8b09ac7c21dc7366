//! Founding: a new store is built under another name and put in its place whole.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::time::Duration;

use nix::unistd::Uid;

use super::lock::Lock;
use super::place::Place;
use super::{Clock, Done, HandOver, Medium, Store, Urgency, engine, private, reserve, write};
use crate::domain::error::{Code, Error, Result};

/// How long founding stands in the queue of the lock file.
const QUEUE: Duration = Duration::from_secs(20);

/// Says what became of founding a store.
pub enum Founded<T> {
    /// It was made, with what `furnish` returned.
    New(T),
    /// Another had made it in the meantime.
    Already,
}

impl Store {
    /// Makes a store where there is none, and furnishes it in its first transaction.
    ///
    /// # Errors
    /// Those of `furnish`, and [`Code::Store`] where the files cannot be made; there is no store then. [`Code::Uncertain`]
    /// where it is made, and the disk does not say whether it keeps it.
    pub fn found<T>(
        place: &Place,
        allow_network: bool,
        clock: Clock<'_>,
        mut furnish: impl FnMut(&super::Writing<'_>) -> Result<Done<T>>,
    ) -> Result<Founded<T>> {
        place.prepare_directory(Uid::effective(), allow_network)?;
        let _queue = Lock::take(place, QUEUE)?;
        if place.exists()? {
            return Ok(Founded::Already);
        }
        place.refuse_leftovers()?;
        sweep_unfinished(place);
        let building = place.building();
        let built = build(&building, place, clock, &mut furnish);
        if built.is_err() {
            fs::remove_file(&building).ok();
        }
        built.map(Founded::New)
    }

    /// Makes a store in memory and furnishes it, for trying out what a first command would do.
    ///
    /// # Errors
    /// Those of `furnish`.
    pub fn in_memory<T>(
        clock: Clock<'_>,
        mut furnish: impl FnMut(&super::Writing<'_>) -> Result<Done<T>>,
    ) -> Result<(Self, T)> {
        let connection = engine::open_in_memory()?;
        let store = Self { medium: Medium::Memory(Box::new(connection.into())) };
        let furnished = store.write(clock, Urgency::Ordinary, &mut furnish, |_| Ok(HandOver::Nothing))?;
        furnished.map(|furnished| (store, furnished)).ok_or_else(|| Error::failed("the trial store was not made"))
    }
}

fn build<T>(
    building: &Path,
    place: &Place,
    clock: Clock<'_>,
    furnish: &mut impl FnMut(&super::Writing<'_>) -> Result<Done<T>>,
) -> Result<T> {
    let failed = |error: io::Error| private::fault("make the store in", place.directory(), &error);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(building).map_err(failed)?;
    // The umask may have taken bits from the owner too; the engine gives its own files the mode of this one.
    file.set_permissions(Permissions::from_mode(0o600)).map_err(failed)?;
    drop(file);
    let connection = engine::open_to_build(building)?;
    let furnished = write::once(&connection, clock, furnish)?;
    engine::finish_building(connection)?;
    File::open(building).and_then(|file| file.sync_all()).map_err(failed)?;
    reserve::make(place)?;
    fs::rename(building, place.database()).map_err(failed)?;
    File::open(place.directory()).and_then(|directory| directory.sync_all()).map_err(|error| {
        // It is there, and whether it stays there is not known.
        Error::new(Code::Uncertain, "the store was made, and the disk does not say whether it keeps it")
            .because(error.to_string())
            .hint("`tokctl store check` tells whether it is there and sound")
    })?;
    Ok(furnished)
}

/// Removes what a founding left that was killed. The lock is held, so nobody is building.
pub(super) fn sweep_unfinished(place: &Place) {
    let building = place.building();
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = building.as_os_str().to_owned();
        name.push(ending);
        fs::remove_file(name).ok();
    }
}
