//! The record of a token with its secret in it, first among the fields.

use super::Bytes;
use crate::domain::error::{Error, Result};
use crate::ops::list::Entry;
use crate::ops::mint::{Further, Minted};
use crate::render::{self, Format, Page, tokens};
use crate::store::Listed;

/// Writes one document with all of them: those with secrets, and between them those that have none, by their ids.
pub(super) fn write(bytes: &mut Bytes, minted: &[Minted], keys: &[Listed]) -> Result<()> {
    bytes.text(r#"{"version":1,"tokens":["#);
    let mut keys = keys.iter().peekable();
    let mut is_first = true;
    let mut part = |bytes: &mut Bytes| {
        if !std::mem::take(&mut is_first) {
            bytes.text(",");
        }
    };
    for one in minted {
        while let Some(key) = keys.next_if(|key| key.token.id < one.listed.token.id) {
            part(bytes);
            bytes.text(line(key)?.trim_end());
        }
        part(bytes);
        record(bytes, one)?;
    }
    for key in keys {
        part(bytes);
        bytes.text(line(key)?.trim_end());
    }
    bytes.text("]}\n");
    Ok(())
}

/// Returns the record without a secret, as a line.
fn line(listed: &Listed) -> Result<String> {
    let entry = Entry::active(listed.clone());
    let mut line = Vec::new();
    render::card(&Page::new(Format::Jsonl), &tokens::SHEET, &tokens::row(&entry), &mut line)
        .map_err(|error| Error::failed("the record could not be written").because(error.to_string()))?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}

fn record(bytes: &mut Bytes, minted: &Minted) -> Result<()> {
    let line = line(&minted.listed)?;
    bytes.text(r#"{"secret":""#).secret(&minted.secret);
    match &minted.further {
        Some(Further::Refresh(refresh)) => {
            bytes.text(r#"","refresh_secret":""#).secret(refresh);
        }
        Some(Further::Deploy { username, secret }) => {
            // A deploy token's username has no character that JSON would escape.
            bytes.text(r#"","deploy_user":""#).text(username).text(r#"","deploy_password":""#).secret(secret);
        }
        None => {}
    }
    bytes.text(r#"","#).text(line.trim_end().trim_start_matches('{'));
    Ok(())
}
