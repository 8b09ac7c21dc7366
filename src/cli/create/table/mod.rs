//! Rows of a file as tokens to be made, of one kind, or each of the kind that it names.
//!
//! What `tokctl list` writes in CSV and JSON Lines serves too. Of what only a listing knows, the kind, the state and the
//! place count here; its ids, its dates and whatever else there is are passed over.

mod columns;
mod listing;
mod wanted;

use std::collections::BTreeMap;
use std::path::Path;

use self::columns::{COLUMNS, Row};
use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::rows::{Cells, Rows, Shape, quoted, wrong};
use crate::cli::source::Source;
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::ops::batch::{self, Batch, MOST};

/// What says of the rows what they do not say themselves.
pub(super) enum Kinds<'t, 'o> {
    /// They are all of one kind.
    One(&'t mut Template<'o>),
    /// Each names its own.
    Each(BTreeMap<Kind, Template<'o>>),
}

impl<'o> Kinds<'_, 'o> {
    /// Returns what the options say of the kind that a row names.
    fn of(&mut self, named: Option<&str>) -> Result<&mut Template<'o>> {
        match self {
            Self::One(template) => {
                let kind = template.kind;
                match named.filter(|word| Kind::parse(word) != Some(kind)) {
                    None => Ok(template),
                    Some(word) => {
                        Err(Error::usage(format!("its kind is {}, and {kind} tokens are made here", quoted(word)))
                            .hint(format!("`tokctl list --kind {kind}` lists those alone")))
                    }
                }
            }
            Self::Each(templates) => {
                let all = Kind::all().map(Kind::word).collect::<Vec<_>>().join(", ");
                let Some(word) = named else {
                    return Err(Error::usage("no kind is named").hint(format!(
                        "the column `kind` takes {all}; where all are of one, `create KIND --from FILE`"
                    )));
                };
                let known = Kind::parse(word).and_then(|kind| templates.get_mut(&kind));
                known.ok_or_else(|| {
                    Error::usage(format!("{} is no kind", quoted(word))).hint(format!("there are {all}"))
                })
            }
        }
    }
}

/// Reads a file whole.
pub(super) fn read(desk: &Desk<'_>, path: &Path, kinds: &mut Kinds<'_, '_>) -> Result<Batch> {
    let mut source = Source::open(desk, Some(path))?;
    let shape = Shape::of(Some(path), &mut source)?;
    let name = source.name.clone();
    let mut rows = Vec::new();
    for cells in Rows::new(source, shape, &COLUMNS)? {
        let Cells { line, texts } = cells?;
        if rows.len() == MOST {
            return Err(wrong(line, &format!("these are more than {MOST} tokens at once")));
        }
        let mut row = Row::new(texts);
        let named = row.take("kind");
        let number = rows.len() as u64 + 1;
        let wanted = kinds.of(named.as_deref()).and_then(|template| wanted::wanted(row, number, template));
        rows.push(batch::Row { line: Some(line), wanted: wanted.map_err(|error| error.in_line(line))? });
    }
    if rows.is_empty() {
        return Err(Error::usage(format!("there is no row in {name}, so no token was made"))
            .hint("the first line of CSV names the columns, as in `name,expires`; each further one is a token"));
    }
    Ok(Batch { source: Some(name.trim_matches('`').to_owned()), rows })
}
