//! The rules file of `tokctl audit`: TOML, a table for each rule that is set otherwise. What is not known is refused, with
//! its line.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::cli::desk::Desk;
use crate::cli::rows::quoted;
use crate::cli::source::short_text;
use crate::domain::audit::{Given, Rule, Ruleset};
use crate::domain::error::{Error, Result};
use crate::domain::secret::looks_like_secret;

/// Sets the rules as a file says.
///
/// # Errors
/// `Usage` for a file that cannot be read, is no TOML, or names what is no rule, key or value.
pub(super) fn read(desk: &Desk<'_>, path: &Path, ruleset: &mut Ruleset) -> Result<()> {
    let (name, text) = short_text(desk, path)?;
    apply(&text, ruleset).map_err(|(at, error)| {
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        Error { what: format!("line {line} of {name}: {}", error.what), ..error }
    })
}

/// A fault, and where it begins.
type Fault = (usize, Error);

fn apply(text: &str, ruleset: &mut Ruleset) -> std::result::Result<(), Fault> {
    let file = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, Error::usage("this is no TOML").because(error.message().replace('\n', "; ")))
    })?;
    // In the order of the file, so that the first fault is the one that is told.
    let mut tables: Vec<_> = file.get_ref().iter().collect();
    tables.sort_by_key(|(name, _)| name.span().start);
    for (name, table) in tables {
        let at = name.span().start;
        let rule = Rule::parse(name.get_ref()).ok_or_else(|| (at, unknown(name.get_ref())))?;
        let DeValue::Table(keys) = table.get_ref() else {
            return Err((
                at,
                Error::usage(format!("`{rule}` is a table")).hint(format!("write `[{rule}]` in a line of its own")),
            ));
        };
        let mut keys: Vec<_> = keys.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let set = if looks_like_secret(key.get_ref()) {
                Err(unknown(key.get_ref()))
            } else {
                ruleset.set(rule, key.get_ref(), &given(value.get_ref()))
            };
            set.map_err(|error| (key.span().start, error))?;
        }
    }
    Ok(())
}

/// The error for a name that is no rule's; a secret is not shown once more.
fn unknown(name: &str) -> Error {
    if looks_like_secret(name) { Error::usage(format!("{} is no rule", quoted(name))) } else { Rule::unknown(name) }
}

fn given(value: &DeValue<'_>) -> Given {
    match value {
        DeValue::String(text) if !looks_like_secret(text) => Given::Text(text.clone().into_owned()),
        DeValue::Boolean(flag) => Given::Flag(*flag),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Given::Other, Given::Number)
        }
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| item.get_ref().as_str().map(str::to_owned));
            texts.collect::<Option<_>>().map_or(Given::Other, Given::List)
        }
        _ => Given::Other,
    }
}
