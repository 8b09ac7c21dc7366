//! The columns that are asked for, by the names that they have in JSON.

use crate::domain::error::{Error, Result};
use crate::domain::name::near;
use crate::render::Sheet;

/// Returns the places of the columns that are named; the first stands in every listing, since it is what other commands take.
pub(super) fn chosen(sheet: &Sheet, names: &[String]) -> Result<Vec<usize>> {
    let mut chosen = Vec::new();
    for name in names {
        let at = sheet.position(name).ok_or_else(|| {
            let all: Vec<&str> = sheet.columns.iter().map(|column| column.key).collect();
            let wrong =
                Error::usage(format!("there is no column `{name}`")).because(format!("there are {}", all.join(", ")));
            match near(name, all.iter().copied()).first() {
                Some(near) => wrong.hint(format!("did you mean `{near}`?")),
                None => wrong,
            }
        })?;
        if !chosen.contains(&at) {
            chosen.push(at);
        }
    }
    if !chosen.is_empty() && !chosen.contains(&0) {
        chosen.insert(0, 0);
    }
    Ok(chosen)
}
