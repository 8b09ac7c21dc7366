//! The record of a token with its secret in it, first among the fields.

use super::Bytes;
use crate::domain::error::{Error, Result};
use crate::ops::list::Entry;
use crate::ops::mint::{Further, Minted};
use crate::render::{self, Format, Page, tokens};

/// Writes one document with all of them.
pub(super) fn write(bytes: &mut Bytes, minted: &[Minted]) -> Result<()> {
    bytes.text(r#"{"version":1,"tokens":["#);
    for (at, one) in minted.iter().enumerate() {
        if at > 0 {
            bytes.text(",");
        }
        record(bytes, one)?;
    }
    bytes.text("]}\n");
    Ok(())
}

fn record(bytes: &mut Bytes, minted: &Minted) -> Result<()> {
    let entry = Entry::active(minted.listed.clone());
    let mut line = Vec::new();
    render::card(&Page::new(Format::Jsonl), &tokens::SHEET, &tokens::row(&entry), &mut line)
        .map_err(|error| Error::failed("the record could not be written").because(error.to_string()))?;
    let line = String::from_utf8_lossy(&line);
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
