//! Reading the values of options: words of the domain, with near ones where there is no such word.

use clap::builder::{PossibleValue, TypedValueParser};

use crate::domain::access::Access;
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::name::near;
use crate::domain::place::Visibility;
use crate::domain::role::Role;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::domain::{expiry, name};
use crate::render::Format;

/// What clap prints behind `invalid value`.
type Parsed<T> = Result<T, String>;

fn word<'a, T>(text: &str, found: Option<T>, words: impl IntoIterator<Item = &'a str> + Clone) -> Parsed<T> {
    found.ok_or_else(|| {
        let all = words.clone().into_iter().collect::<Vec<_>>().join(", ");
        match near(text, words).first() {
            Some(near) => format!("did you mean `{near}`? There are {all}"),
            None => format!("there are {all}"),
        }
    })
}

pub(super) fn format(text: &str) -> Parsed<Format> {
    word(text, Format::parse(text), Format::ALL.map(Format::word))
}

pub(super) fn access(text: &str) -> Parsed<Access> {
    let all: Vec<String> = Access::ALL.map(|access| access.to_string()).to_vec();
    word(text, Access::parse(text), all.iter().map(String::as_str))
}

pub(super) fn instant(text: &str) -> Parsed<Timestamp> {
    expiry::parse_moment(text).map_err(|error| error.why.unwrap_or(error.what))
}

pub(super) fn glob(text: &str) -> Parsed<glob::Pattern> {
    glob::Pattern::new(text).map_err(|error| error.msg.to_owned())
}

/// A value that is one of a few words; help and completion know them.
pub(super) struct Words<T: 'static> {
    parse: fn(&str) -> Option<T>,
    words: fn() -> Vec<&'static str>,
}

impl<T> Clone for Words<T> {
    fn clone(&self) -> Self {
        Self { parse: self.parse, words: self.words }
    }
}

pub(super) fn kinds() -> Words<Kind> {
    Words { parse: Kind::parse, words: || Kind::all().map(Kind::word).collect() }
}

pub(super) fn scopes() -> Words<Scope> {
    Words { parse: Scope::parse, words: || Scope::all().map(Scope::word).collect() }
}

pub(super) fn roles() -> Words<Role> {
    Words { parse: Role::parse, words: || Role::ALL.map(Role::word).to_vec() }
}

pub(super) fn visibilities() -> Words<Visibility> {
    Words { parse: Visibility::parse, words: || Visibility::ALL.map(Visibility::word).to_vec() }
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Words<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<T, clap::Error> {
        let Self { parse, words } = self.clone();
        let parser = move |text: &str| word(text, parse(text), words());
        parser.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.words)().into_iter().map(PossibleValue::new)))
    }
}

/// Names a token on the command line: a number is an id, all else a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// By its number.
    Id(TokenId),
    /// By its name.
    Name(String),
}

pub(super) fn token(text: &str) -> Parsed<Named> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        return text.parse().map(|id| Named::Id(TokenId(id))).map_err(|_| "no id is so large".into());
    }
    name::check_title("name", text).map_err(|error| error.why.unwrap_or(error.what))?;
    Ok(Named::Name(text.to_owned()))
}
