//! Checking a store: everything that can be wrong with it, looked for and told, however broken it is.

mod files;
mod rows;
mod settings;

use nix::unistd::Uid;
use rusqlite::Connection;

use super::engine::{self, Purpose};
use super::place::Place;
use super::schema::{self, STEPS};
use super::{Break, Clock, Reading, Store, doubt, soundness};
use crate::domain::defect::{Defect, Sort};
use crate::domain::error::{Code, Error, Result};
use crate::domain::head::Head;
use crate::domain::progress::{Step, Watch};

/// How far the clock may be behind the newest event before that is told, in seconds.
const CLOCK_SLACK: i64 = 300;

/// How many things of one sort are told one by one.
const MOST: usize = 20;

/// What mends what cannot be mended in place.
const RESTORE: &str = "`tokctl store restore FILE` puts a backup in its place";

impl Store {
    /// Looks for everything that can be wrong with a store. `may` is asked as soon as it can be read, with what it holds.
    ///
    /// # Errors
    /// Those of `may`, but for what cannot be read; [`Code::Store`] where there is no store, none of ours, one of another
    /// version, or one that is not the caller's: nothing is known of it then.
    pub fn check(
        place: &Place,
        allow_network: bool,
        clock: Clock<'_>,
        watch: Watch<'_>,
        may: impl FnOnce(&Reading<'_>) -> Result<()>,
    ) -> Result<Vec<Defect>> {
        let defects =
            look_through(place, allow_network, clock, watch, may).map_err(|error| doubt::understood(place, error))?;
        let is_read = |sort: Sort| defects.iter().all(|defect| defect.sort != sort);
        // What the disk does not give is not known to be damaged.
        let error = match (is_read(Sort::Damage), is_read(Sort::Unreadable)) {
            (true, true) => None,
            (true, false) => doubt::disk(place),
            (false, _) => doubt::cause(place),
        };
        error.map_or(Ok(defects), Err)
    }
}

fn look_through(
    place: &Place,
    allow_network: bool,
    clock: Clock<'_>,
    watch: Watch<'_>,
    may: impl FnOnce(&Reading<'_>) -> Result<()>,
) -> Result<Vec<Defect>> {
    let mut defects = files::look(place, Uid::effective(), allow_network)?;
    // The engine looks at more where it may write; where it may not, it looks at the rest.
    let connection = engine::open(place, Purpose::Write).or_else(|_| engine::open(place, Purpose::Read))?;
    connection.execute_batch("BEGIN")?;
    schema::check_version(&connection)?;
    let reading = Reading::of(&connection, clock).unwrap_or_else(|error| {
        defects.push(unreadable("the trail", &error));
        Reading { connection: &connection, now: clock(), behind: 0 }
    });
    match may(&reading) {
        Err(error) if error.code == Code::Store => defects.push(unreadable("the users", &error)),
        answer => answer?,
    }
    let parts: [(&str, &'static str, Look<'_>); 5] = [
        ("the file", "checking the file", &|| engine_says(&connection)),
        ("the schema", "checking the schema", &|| schema_differs(&connection)),
        ("the trail", "checking the trail", &|| trail(&reading, watch)),
        ("the settings", "checking the settings", &|| settings::look(&reading)),
        ("the rows", "checking the rows", &|| rows::look(&reading)),
    ];
    for (part, doing, look) in parts {
        watch(Step::Now(doing));
        match look() {
            Ok(found) => defects.extend(found),
            Err(error) => defects.push(unreadable(part, &error)),
        }
    }
    defects.sort_by_key(|defect| defect.sort.severity());
    Ok(defects)
}

type Look<'l> = &'l dyn Fn() -> Result<Vec<Defect>>;

fn unreadable(part: &str, error: &Error) -> Defect {
    let told = error.why.as_ref().unwrap_or(&error.what);
    Defect::new(Sort::Unreadable, part, format!("cannot be read: {told}"), RESTORE)
}

/// Asks the engine about pages, rows, indexes and what names what.
fn engine_says(connection: &Connection) -> Result<Vec<Defect>> {
    let damage = |line: String| {
        // Indexes are made of the rows, so that they can be made anew.
        let is_of_index = line.contains("from index") || line.starts_with("wrong # of entries");
        let mend = if is_of_index { "`tokctl store compact` builds the indexes anew" } else { RESTORE };
        Defect::new(Sort::Damage, "the file", line, mend)
    };
    let mut defects: Vec<Defect> = soundness::damage(connection)?.into_iter().map(damage).collect();
    let dangling = |line: String| Defect::new(Sort::Dangling, "the rows", line, RESTORE);
    defects.extend(soundness::dangling(connection)?.into_iter().map(dangling));
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode != "wal" {
        let what = format!("its journal is `{mode}`, and a power cut can undo what was done");
        defects.push(Defect::new(Sort::Journal, "the file", what, "`tokctl store compact` puts it right"));
    }
    Ok(defects)
}

fn schema_differs(connection: &Connection) -> Result<Vec<Defect>> {
    let found = soundness::differences(connection, STEPS.len(), STEPS)?;
    Ok(found.into_iter().map(|line| Defect::new(Sort::Schema, "the schema", line, RESTORE)).collect())
}

/// Walks along the chain of the trail, and compares its end with the clock.
fn trail(reading: &Reading<'_>, watch: Watch<'_>) -> Result<Vec<Defect>> {
    let mut defects = Vec::new();
    let told = |passed: Head| watch(Step::At("checking the trail", passed.sequence.0.unsigned_abs(), None));
    let broken = reading.walk(told)?.broken;
    if let Some(broken) = broken {
        let what = match broken {
            Break::Missing(_) => "is not there: it was taken out of the trail",
            Break::Altered(_) => "was edited, moved or put in, or the one before it was",
        };
        let mend = "`tokctl store restore FILE` puts a backup in its place; keep this store to find out who did it";
        defects.push(Defect::new(Sort::Trail, format!("event {}", broken.sequence()), what, mend));
    }
    if reading.behind > CLOCK_SLACK {
        let what = format!("is {} seconds behind the newest event, so that nothing is minted", reading.behind);
        let mend = "set the clock right, for example with `timedatectl set-ntp true`";
        defects.push(Defect::new(Sort::Clock, "the clock", what, mend));
    }
    Ok(defects)
}
