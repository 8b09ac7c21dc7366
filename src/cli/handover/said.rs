//! What is said beside a secret: what was made, where its secret went, and the record for programs.

use super::{Handing, next};
use crate::cli::delivery::Sink;
use crate::cli::desk::Desk;
use crate::domain::error::{Error, Result};
use crate::ops::list::Entry;
use crate::ops::mint::Minted;
use crate::render::{self, Format, Page, Value, escape};
use crate::store::Listed;

/// Says that a token was made, where its secret is, how it ends, and what to type next.
pub(in crate::cli) fn say_made(desk: &Desk<'_>, handing: &Handing, listed: &Listed, made: &str, end: &str) {
    let mut said = format!("{made}{}\n{}; {end}", render::tokens::account(listed), whereabouts(handing, listed));
    for line in next::lines(desk, handing, listed) {
        said.push_str("\nnext: ");
        said.push_str(&line);
    }
    desk.note_lines(&said);
}

/// Returns where the secret went, or the two of a pair, in words.
fn whereabouts(handing: &Handing, listed: &Listed) -> String {
    let is_pair = listed.token.kind == crate::domain::kind::Kind::Oauth;
    let (what, are, were, them) = if is_pair {
        ("its access secret and its refresh secret", "are", "were", "them")
    } else {
        ("its secret", "is", "was", "it")
    };
    match &handing.to {
        Some(path) => {
            format!("{what} {are} in {}, and nothing can show {them} again", escape::line(&path.display().to_string()))
        }
        None => format!("{what} {were} shown once, and nothing can show {them} again"),
    }
}

/// Says what a hand-over would have given, and that it would have had where to go.
pub(in crate::cli) fn rehearsed(
    desk: &Desk<'_>,
    handing: &Handing,
    listed: Listed,
    nothing: &str,
) -> anyhow::Result<()> {
    handing.check(desk, listed.token.kind, listed.token.scopes)?;
    if let Some(path) = &handing.to {
        Sink::to_file(path).check(0)?;
    }
    desk.note_lines(&format!("would make {}\n{nothing}", render::tokens::account(&listed)));
    if desk.globals.format() == Some(Format::Json) {
        // No secret was made that the digest could be of.
        let entry = Entry::active(listed);
        let mut row = render::tokens::row(&entry);
        if let Some(cell) = render::tokens::SHEET.position("fingerprint").and_then(|at| row.get_mut(at)) {
            *cell = Value::Nothing;
        }
        desk.print(&document(&row)?)?;
    }
    Ok(())
}

/// Writes the record without the secret, which is in its file; where that fails, says that the token is alive.
pub(super) fn tell_record(desk: &Desk<'_>, minted: &Minted) -> Result<()> {
    let listed = minted.listed.clone();
    let id = listed.token.id;
    let written = record(&Entry::active(listed));
    let printed = written.and_then(|text| desk.print(&text).map_err(|error| unwritten(&error)));
    printed.map_err(|error| {
        Error::failed(format!(
            "token {id} is alive, and its secret is in its file; only the record could not be written"
        ))
        .because(error.why.unwrap_or(error.what))
    })
}

/// Says what a hand-over of many would have given.
pub(in crate::cli) fn rehearsed_many(desk: &Desk<'_>, made: Vec<Listed>, nothing: &str) -> anyhow::Result<()> {
    let account = render::many::account(&made.iter().collect::<Vec<_>>());
    desk.note_lines(&format!("would make {account}\n{nothing}"));
    Ok(tell_listed(desk, made)?)
}

/// Writes the records of tokens as they are just made, where a format was asked for.
pub(in crate::cli) fn tell_listed(desk: &Desk<'_>, made: Vec<Listed>) -> Result<()> {
    let entries = made.into_iter().map(Entry::active);
    desk.tokens(entries).map_err(|error| unwritten(&error))
}

/// Writes the records of many without their secrets, where a format was asked for.
pub(super) fn tell_records(desk: &Desk<'_>, minted: &[Minted], keys: &[Listed]) -> Result<()> {
    let mut made: Vec<&Listed> = minted.iter().map(|minted| &minted.listed).chain(keys).collect();
    made.sort_by_key(|listed| listed.token.id);
    let entry = |listed: &Listed| Entry::active(listed.clone());
    desk.tokens(made.into_iter().map(entry)).map_err(|error| {
        Error::failed("the tokens are alive, and their secrets written; only their records could not be")
            .because(error.to_string())
    })
}

/// Returns the record of a token as a document of its own.
pub(in crate::cli) fn record(entry: &Entry) -> Result<String> {
    document(&render::tokens::row(entry))
}

fn document(row: &[Value<'_>]) -> Result<String> {
    let mut out = Vec::new();
    let (page, sheet) = (Page::new(Format::Json), &render::tokens::SHEET);
    render::card(&page, sheet, row, &mut out).map_err(|error| unwritten(&error))?;
    String::from_utf8(out).map_err(|error| Error::failed("the record could not be written").because(error.to_string()))
}

/// The error for a record that could not be written.
pub(in crate::cli) fn unwritten(error: &std::io::Error) -> Error {
    Error::failed("the record could not be written").because(error.to_string())
}
