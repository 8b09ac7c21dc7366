//! `tokctl store check`: what is wrong with the store, and what mends it.

use std::io::ErrorKind;

use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::domain::defect::{Defect, Severity};
use crate::render::{Format, counts, defects, escape};

pub(super) const HELP: &str = "\
Looks at the files with their owners and modes, the room that is kept for a full disk, every page and row, the schema, the \
chain of the trail, the settings, and what must hold between tokens, bot users, jobs, runners and deploy keys. Changes \
nothing. The exit code is 6 where something was found, and 7 where the store cannot be opened at all.

Examples:
  tokctl store check
  tokctl store check --json";

pub(super) fn run(desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let found = authority.check();
    desk.pass_on(&authority);
    let found = found?;
    let none = match found {
        Some(_) => "nothing is wrong with the store",
        None => "there is no store yet; `tokctl store init`, or the first command that writes, makes it",
    };
    let found = found.unwrap_or_default();
    let told = match desk.format() {
        Format::Table if found.is_empty() => {
            desk.note(none);
            Ok(())
        }
        Format::Table => desk.print(&text(&found)),
        _ => desk.list(&defects::SHEET, found.iter().map(defects::row), none),
    };
    if found.is_empty() {
        return Ok(told.map(|()| Exit::Done)?);
    }
    // A reader that has seen enough takes nothing back of what was found.
    told.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })?;
    let of = |severity| found.iter().filter(|defect| defect.sort.severity() == severity).count() as u64;
    let errors = counts::count(of(Severity::Error), "error", "errors");
    desk.note(&format!("found {errors} and {}", counts::count(of(Severity::Warning), "warning", "warnings")));
    Ok(Exit::Findings)
}

/// Returns the defects for eyes, each with what mends it below: sentences fit in no column.
fn text(found: &[Defect]) -> String {
    let lines = found.iter().map(|defect| {
        let line =
            format!("{} {}: {} {}", defect.sort.severity().word(), defect.sort.word(), defect.about, defect.what);
        format!("{}\n  mend: {}\n", escape::line(&line), escape::line(&defect.mend))
    });
    lines.collect()
}
