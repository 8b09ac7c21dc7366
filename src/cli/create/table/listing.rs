//! What stands in the rows of a listing beside what is asked for: the kind, the state, the place and the end.

use crate::cli::rows::quoted;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::parse_moment;
use crate::domain::token::State;
use crate::ops::grant::Where;

/// Checks that a token is made as a listing shows it.
pub(super) fn check_state(state: Option<&str>) -> Result<()> {
    match state.filter(|state| *state != State::Active.word()) {
        None => Ok(()),
        Some(state) => Err(Error::usage(format!("its state is {}, and what is made here is active", quoted(state)))
            .hint("leave out the line, or the column `state`")),
    }
}

/// Returns the place that a row of a listing names.
pub(super) fn place(boundary: Option<&str>, place: Option<String>) -> Result<Option<Where>> {
    Ok(Some(match (boundary, place) {
        (None, None) => return Ok(None),
        (Some("instance"), None) => Where::Instance,
        (Some("project"), Some(path)) => Where::Project(path),
        (Some("group"), Some(path)) => Where::Group(path),
        (Some("user"), Some(name)) => Where::User(name),
        _ => {
            return Err(Error::usage("`boundary` and `where` do not go together")
                .because("`boundary` says what sort of place `where` names: project, group, user or instance"));
        }
    }))
}

/// Returns the date of an end as listings write it: an instant that is 00:00:00 UTC of a day.
pub(super) fn date_of(text: &str) -> Result<String> {
    let end = parse_moment(text)?;
    if end.seconds() % 86_400 == 0 {
        return Ok(end.date().to_string());
    }
    Err(Error::usage(format!("{} is no end", quoted(text))).because("tokens end at 00:00:00 UTC of a date"))
}
