//! Heads of the trail that were kept elsewhere, read from a file or from standard input.

use std::path::Path;

use serde_json::Value;

use crate::cli::desk::Desk;
use crate::cli::source::short_text;
use crate::domain::error::{Error, Result};
use crate::domain::head::Head;

/// Reads the heads in a file, or on standard input where it is `-`: lines of `tokctl log head`, or its JSON.
///
/// # Errors
/// `Usage` where it cannot be read, holds something else, or nothing.
pub(super) fn read(desk: &Desk<'_>, path: &Path) -> Result<Vec<Head>> {
    let (name, text) = short_text(desk, path)?;
    let heads = if text.trim_start().starts_with('{') { of_json(&text) } else { of_lines(&text) };
    let heads = heads.map_err(|(place, error)| Error { what: format!("{name}, {place}: {}", error.what), ..error })?;
    if heads.is_empty() {
        return Err(Error::usage(format!("there is no head of a trail in {name}"))
            .hint("`tokctl log head` prints one, to be kept elsewhere"));
    }
    Ok(heads)
}

/// Where something is that is no head, and what is wrong with it.
type Wrong = (String, Error);

fn of_lines(text: &str) -> std::result::Result<Vec<Head>, Wrong> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| Head::parse(line).map_err(|error| (format!("line {}", at + 1), error))).collect()
}

/// Reads JSON objects, one after the other, each with an array of heads or a head itself.
fn of_json(text: &str) -> std::result::Result<Vec<Head>, Wrong> {
    let mut heads = Vec::new();
    for (at, object) in serde_json::Deserializer::from_str(text).into_iter::<Value>().enumerate() {
        let place = || format!("object {}", at + 1);
        let object = object.map_err(|error| (place(), Error::usage("that is no JSON").because(error.to_string())))?;
        let several = object["heads"].as_array().map_or(std::slice::from_ref(&object), Vec::as_slice);
        for head in several {
            let line = format!("{} {}", head["sequence"], head["hash"].as_str().unwrap_or_default());
            heads.push(Head::parse(&line).map_err(|error| (place(), error))?);
        }
    }
    Ok(heads)
}
