//! What a command is for, chosen from what there is: where it was not named, and somebody can be asked.

use super::desk::Desk;
use super::prompt;
use crate::domain::error::{Error, Result};
use crate::domain::id::TokenId;
use crate::ops::candidates::{MOST, People, Purpose, Sort};
use crate::ops::grant::Where;
use crate::ops::list::Entry;
use crate::render::{escape, tokens};

/// Asks for one token of a place, or of all that the caller may do it to.
pub(super) fn token(desk: &Desk<'_>, purpose: Purpose, place: Option<&Where>) -> Result<TokenId> {
    let found = found(desk, purpose, place)?;
    let at = prompt::one(desk, "Which token?", &rows(&found))?;
    Ok(found[at].listed.token.id)
}

/// Asks for some tokens.
pub(super) fn tokens(desk: &Desk<'_>, purpose: Purpose) -> Result<Vec<TokenId>> {
    let found = found(desk, purpose, None)?;
    let chosen = prompt::several(desk, "Which tokens?", &rows(&found), None)?;
    Ok(chosen.into_iter().map(|at| found[at].listed.token.id).collect())
}

fn found(desk: &Desk<'_>, purpose: Purpose, place: Option<&Where>) -> Result<Vec<Entry>> {
    let authority = desk.authority()?;
    let found = authority.choices(purpose, place)?;
    desk.pass_on(&authority);
    if found.is_empty() {
        return Err(
            Error::not_found("there is no token to choose from").hint("`tokctl list` shows the tokens there are")
        );
    }
    if found.len() == MOST {
        desk.note(&format!("the newest {} are offered; any other goes by its id, as in `tokctl show 1`", found.len()));
    }
    Ok(found)
}

fn rows(entries: &[Entry]) -> Vec<Vec<String>> {
    entries.iter().map(|entry| tokens::choice(entry).to_vec()).collect()
}

/// Asks for a user.
pub(super) fn user(desk: &Desk<'_>, question: &str, people: People) -> Result<String> {
    named(desk, question, &Sort::Users(people), "there is no user to choose from", "`tokctl user add NAME` adds one")
}

/// Asks for an application.
pub(super) fn app(desk: &Desk<'_>) -> Result<String> {
    let hint = "`tokctl app add NAME --scope SCOPE` adds one";
    named(desk, "Which application?", &Sort::Apps, "there are no applications yet", hint)
}

fn named(desk: &Desk<'_>, question: &str, sort: &Sort, none: &str, hint: &str) -> Result<String> {
    let found = desk.authority()?.offers(sort)?;
    if found.is_empty() {
        return Err(Error::not_found(none).hint(hint));
    }
    let row = |cells: [&str; 2]| cells.map(|cell| escape::line(cell).into_owned()).to_vec();
    let rows: Vec<Vec<String>> = found.iter().map(|candidate| row([&candidate.value, &candidate.about])).collect();
    let at = prompt::one(desk, question, &rows)?;
    Ok(found[at].value.clone())
}
