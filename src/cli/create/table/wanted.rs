//! A row as a token to be made: what the row says, and, where it says nothing, what the options say.

use super::columns::{Row, not_here};
use super::listing;
use crate::cli::create::template::{Template, no_app};
use crate::cli::rows::quoted;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::parse_life;
use crate::domain::kind::Kind;
use crate::domain::runner::{AccessLevel, Settings};
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::ssh_key::PublicKey;
use crate::ops::batch::{NewKey, Wanted};
use crate::ops::grant::{Grant, Where};
use crate::ops::job::Start;
use crate::ops::oauth::Consent;

/// How long a job runs at most, where a row does not say it. Source: the contract, "hard end 1 h by default".
const LIFE: &str = "1h";

/// Makes of a row what it says, as one of many.
pub(super) fn wanted(mut row: Row, number: u64, template: &mut Template<'_>) -> Result<Wanted> {
    let kind = template.kind;
    listing::check_state(row.take("state").as_deref())?;
    let user_of_job = if kind == Kind::Job { row.take("user") } else { None };
    let further = further(&mut row)?;
    let place = place(&mut row, template, further.first())?;
    row.check(kind)?;
    if let Some(what) = foreign(kind, &place) {
        return Err(not_here(kind, what));
    }
    Ok(match kind {
        Kind::Job => Wanted::Job(Box::new(Start {
            place,
            user: user_of_job,
            life: parse_life(row.take("life").as_deref().unwrap_or(LIFE))?,
            tags: Vec::new(),
            runner_secret: None,
            takes_password: template.beside.takes_password,
        })),
        Kind::Oauth => Wanted::Pair(Consent {
            app: row.take("app").or_else(|| template.beside.app.clone()).ok_or_else(no_app_in_row)?,
            user: if let Where::User(user) = place { Some(user) } else { None },
            name: row.take("name").or_else(|| template.name(number)),
            note: row.take("note").or_else(|| template.note()),
            scopes: row.take("scopes").map_or_else(|| Ok(template.scopes()), |text| parse_scopes(&text))?,
        }),
        Kind::Runner => {
            let settings = settings(&mut row, template.beside.settings.clone())?;
            Wanted::Runner(grant(&mut row, number, place, template)?, settings)
        }
        Kind::DeployKey => {
            let line = row.take("key").ok_or_else(no_key_in_row)?;
            let key = PublicKey::parse(line.as_bytes())?;
            let can_push = row.take("write").map_or(Ok(template.beside.can_push), |text| parse_flag(&text))?;
            let grant = grant(&mut row, number, place, template)?;
            Wanted::Key(NewKey { key, grant, further: further.into_iter().skip(1).collect(), can_push })
        }
        _ => Wanted::Token(grant(&mut row, number, place, template)?),
    })
}

/// Makes the grant of a row.
fn grant(row: &mut Row, number: u64, place: Where, template: &Template<'_>) -> Result<Grant> {
    let kind = template.kind;
    let use_limit = row.take("use_limit").as_deref().map(parse_use_limit).transpose()?.or(template.use_limit);
    let scopes = match row.take("scopes") {
        Some(text) => parse_scopes(&text)?,
        None => template.named_scopes()?,
    };
    let expires = match (row.take("expires"), row.take("expires_at")) {
        (Some(_), Some(_)) => return Err(Error::usage("it has both `expires` and `expires_at`")),
        (None, Some(end)) => Some(listing::date_of(&end)?),
        (expires, None) => expires.or_else(|| template.expires()),
    };
    Ok(Grant {
        kind,
        place,
        name: row.take("name").or_else(|| template.name(number)),
        note: row.take("note").or_else(|| template.note()),
        scopes,
        expires,
        life: None,
        username: row.take("username").or_else(|| template.username.clone()),
        use_limit,
    })
}

/// Returns the one place that a row names, or that of the options.
fn place(row: &mut Row, template: &mut Template<'_>, first: Option<&String>) -> Result<Where> {
    let (boundary, listed) = (row.take("boundary"), row.take("where"));
    let named = [
        row.take("project").map(Where::Project),
        row.take("group").map(Where::Group),
        row.take("user").map(Where::User),
        first.cloned().map(Where::Project),
    ];
    let mut named = named.into_iter().flatten();
    match (named.next(), named.next()) {
        (Some(_), Some(_)) => Err(Error::usage("it names two places").because("a token has one boundary")),
        (Some(place), None) => Ok(place),
        // Where a key is enabled, its own columns say.
        (None, _) if boundary.as_deref() == Some("projects") => template.place(),
        (None, _) => match listing::place(boundary.as_deref(), listed)? {
            Some(place) => Ok(place),
            None => template.place(),
        },
    }
}

/// Returns the projects that a deploy key is enabled in, where they are named together.
fn further(row: &mut Row) -> Result<Vec<String>> {
    let Some(text) = row.take("projects") else { return Ok(Vec::new()) };
    let mut paths: Vec<String> = Vec::new();
    for path in text.split([' ', ',']).filter(|path| !path.is_empty()) {
        if paths.iter().any(|other| other == path) {
            return Err(Error::usage(format!("`projects` names {} twice", quoted(path))));
        }
        paths.push(path.to_owned());
    }
    Ok(paths)
}

/// Returns the word for a place that tokens of a kind are not made for.
fn foreign(kind: Kind, place: &Where) -> Option<&'static str> {
    let (word, kinds): (_, &[Kind]) = match place {
        Where::User(_) | Where::Myself => ("user", &[Kind::Personal, Kind::Oauth, Kind::Impersonation]),
        Where::Project(_) | Where::DefaultProject => (
            "project",
            &[Kind::ProjectAccess, Kind::Deploy, Kind::DeployKey, Kind::RunnerRegistration, Kind::Runner, Kind::Job],
        ),
        Where::Group(_) => ("group", &[Kind::Deploy, Kind::RunnerRegistration, Kind::Runner]),
        Where::Instance => ("instance", &[Kind::RunnerRegistration, Kind::Runner]),
    };
    (!kinds.contains(&kind)).then_some(word)
}

/// Returns what a runner is to be like.
fn settings(row: &mut Row, template: Settings) -> Result<Settings> {
    let flag = |text: Option<String>, or: bool| text.map_or(Ok(or), |text| parse_flag(&text));
    let level = |text: &str| {
        let error = || Error::usage(format!("{} is no access level", quoted(text)));
        AccessLevel::parse(text).ok_or_else(|| error().hint("there are not-protected and ref-protected"))
    };
    let seconds = |text: &str| {
        let error = || Error::usage(format!("{} is no number of seconds", quoted(text)));
        text.parse().map_err(|_| error())
    };
    let tags = |text: String| text.split(',').map(|tag| tag.trim().to_owned()).collect();
    Settings {
        description: row.take("description").or(template.description),
        tags: row.take("tags").map_or(template.tags, tags),
        run_untagged: flag(row.take("run_untagged"), template.run_untagged)?,
        locked: flag(row.take("locked"), template.locked)?,
        access_level: row.take("access_level").as_deref().map_or(Ok(template.access_level), level)?,
        maximum_timeout: match row.take("maximum_timeout") {
            Some(text) => Some(seconds(&text)?),
            None => template.maximum_timeout,
        },
    }
    .checked()
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

fn parse_flag(text: &str) -> Result<bool> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Error::usage(format!("{} is neither true nor false", quoted(text)))),
    }
}

/// The error for a row of a pair that is for nobody.
fn no_app_in_row() -> Error {
    no_app().hint("name it in the column `app`, or with `--app APP`; `tokctl app list` shows them")
}

/// The error for a row of a deploy key without the key, as listings have them.
fn no_key_in_row() -> Error {
    Error::usage("no key is named").hint("the column `key` takes the line of the public half, as in `id_ed25519.pub`")
}
