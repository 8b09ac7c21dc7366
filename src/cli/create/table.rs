//! Rows of a file as tokens to be made: what a row says, and, where it says nothing, what the options say.
//!
//! What `tokctl list` writes in CSV and JSON Lines serves too. Of what only a listing knows, the kind, the state and the
//! place count here; its ids, its dates and whatever else there is are passed over.

use std::path::Path;

use super::template::Template;
use crate::cli::desk::Desk;
use crate::cli::rows::{Cells, Columns, Rows, Shape, Takes, quoted, wrong};
use crate::cli::source::Source;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::parse_moment;
use crate::domain::kind::Kind;
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::token::State;
use crate::ops::batch::{Batch, MOST, Row};
use crate::ops::grant::{Grant, Where};
use crate::render::tokens;

/// The columns, as the file names them.
const COLUMNS: Columns<14> = Columns {
    names: [
        ("name", Takes::Text),
        ("note", Takes::Text),
        ("scopes", Takes::Words),
        ("expires", Takes::Text),
        ("project", Takes::Text),
        ("group", Takes::Text),
        ("user", Takes::Text),
        ("username", Takes::Text),
        ("use_limit", Takes::Number),
        ("kind", Takes::Text),
        ("state", Takes::Text),
        ("boundary", Takes::Text),
        ("where", Takes::Text),
        ("expires_at", Takes::Text),
    ],
    all: false,
    others: |name| tokens::SHEET.position(name).is_some(),
};

/// Reads a file whole.
pub(super) fn read(desk: &Desk<'_>, path: &Path, template: &mut Template<'_>) -> Result<Batch> {
    let mut source = Source::open(desk, Some(path))?;
    let shape = Shape::of(Some(path), &mut source)?;
    let name = source.name.clone();
    let mut rows = Vec::new();
    for cells in Rows::new(source, shape, &COLUMNS)? {
        let Cells { line, texts } = cells?;
        if rows.len() == MOST {
            return Err(wrong(line, &format!("these are more than {MOST} tokens at once")));
        }
        let grant = grant(texts, rows.len() as u64 + 1, template).map_err(|error| error.in_line(line))?;
        rows.push(Row { line: Some(line), grant });
    }
    if rows.is_empty() {
        return Err(Error::usage(format!("there is no row in {name}, so no token was made"))
            .hint("the first line of CSV names the columns, as in `name,expires`; each further one is a token"));
    }
    Ok(Batch { kind: template.kind, source: Some(name.trim_matches('`').to_owned()), rows })
}

/// Makes a grant of what stands in a row.
fn grant(cells: [Option<String>; 14], number: u64, template: &mut Template<'_>) -> Result<Grant> {
    let [name, note, scopes, expires, project, group, user, username, use_limit, of, state, boundary, place, end] =
        cells;
    let kind = template.kind;
    check_listed(kind, of.as_deref(), state.as_deref())?;
    let mut named = [project.map(Where::Project), group.map(Where::Group), user.map(Where::User)].into_iter().flatten();
    let place = match (named.next(), named.next()) {
        (Some(_), Some(_)) => {
            return Err(Error::usage("it names two places").because("a token has one boundary"));
        }
        (Some(place), None) => place,
        (None, _) => match listed_place(boundary.as_deref(), place)? {
            Some(place) => place,
            None => template.place()?,
        },
    };
    let not_here = |what: &str| Error::usage(format!("{kind} tokens have no `{what}`"));
    if let Some(what) = foreign(kind, &place) {
        return Err(not_here(what));
    }
    if username.is_some() && kind != Kind::Deploy {
        return Err(not_here("username"));
    }
    if use_limit.is_some() && kind != Kind::RunnerRegistration {
        return Err(not_here("use_limit"));
    }
    let use_limit = use_limit.as_deref().map(parse_use_limit).transpose()?.or(template.use_limit);
    let scopes = match scopes {
        Some(text) => parse_scopes(&text)?,
        None => template.named_scopes()?,
    };
    let expires = match (expires, end) {
        (Some(_), Some(_)) => return Err(Error::usage("it has both `expires` and `expires_at`")),
        (None, Some(end)) => Some(date_of(&end)?),
        (expires, None) => expires.or_else(|| template.expires()),
    };
    Ok(Grant {
        kind,
        place,
        name: name.or_else(|| template.name(number)),
        note: note.or_else(|| template.note()),
        scopes,
        expires,
        life: None,
        username: username.or_else(|| template.username.clone()),
        use_limit,
    })
}

/// Checks that a row of a listing is about a token that can be made once more, as it is.
fn check_listed(kind: Kind, listed: Option<&str>, state: Option<&str>) -> Result<()> {
    if let Some(word) = listed.filter(|word| Kind::parse(word) != Some(kind)) {
        return Err(Error::usage(format!("its kind is {}, and {kind} tokens are made here", quoted(word)))
            .hint(format!("`tokctl list --kind {kind}` lists those alone")));
    }
    match state.filter(|state| *state != State::Active.word()) {
        None => Ok(()),
        Some(state) => Err(Error::usage(format!("its state is {}, and what is made here is active", quoted(state)))
            .hint("leave out the line, or the column `state`")),
    }
}

/// Returns the place that a row of a listing names.
fn listed_place(boundary: Option<&str>, place: Option<String>) -> Result<Option<Where>> {
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

/// Returns the word for a place that tokens of a kind are not made for.
fn foreign(kind: Kind, place: &Where) -> Option<&'static str> {
    let (word, kinds): (_, &[Kind]) = match place {
        Where::User(_) | Where::Myself => ("user", &[Kind::Personal, Kind::Impersonation]),
        Where::Project(_) | Where::DefaultProject => {
            ("project", &[Kind::ProjectAccess, Kind::Deploy, Kind::RunnerRegistration])
        }
        Where::Group(_) => ("group", &[Kind::Deploy, Kind::RunnerRegistration]),
        Where::Instance => ("instance", &[Kind::RunnerRegistration]),
    };
    (!kinds.contains(&kind)).then_some(word)
}

/// Reads scopes that blanks or commas part.
fn parse_scopes(text: &str) -> Result<ScopeSet> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let scope = |word: &str| {
        Scope::parse(word).ok_or_else(|| {
            let all: Vec<&str> = Scope::all().map(Scope::word).collect();
            Error::usage(format!("{} is no scope", quoted(word))).hint(format!("there are {}", all.join(", ")))
        })
    };
    Ok(ScopeSet::of(&words.map(scope).collect::<Result<Vec<_>>>()?))
}

fn parse_use_limit(text: &str) -> Result<u32> {
    let limit = text.parse().ok().filter(|limit| *limit > 0);
    limit.ok_or_else(|| Error::usage(format!("{} is no number of uses", quoted(text))).hint("it is a number from 1 on"))
}

/// Returns the date of an end as listings write it: an instant that is 00:00:00 UTC of a day.
fn date_of(text: &str) -> Result<String> {
    let end = parse_moment(text)?;
    if end.seconds() % 86_400 == 0 {
        return Ok(end.date().to_string());
    }
    Err(Error::usage(format!("{} is no end", quoted(text))).because("tokens end at 00:00:00 UTC of a date"))
}
