//! Reading the values of options: words of the domain.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser};

use crate::domain::access::Access;
use crate::domain::address::Address;
use crate::domain::audit::{Rule, Severity};
use crate::domain::endpoint::Endpoint;
use crate::domain::error::Error;
use crate::domain::expiry::Life;
use crate::domain::host::Host;
use crate::domain::id::{JobId, RunnerId, Sequence, TokenId};
use crate::domain::kind::Kind;
use crate::domain::moment::Moment;
use crate::domain::place::Visibility;
use crate::domain::policy::Policy;
use crate::domain::record::RecordKind;
use crate::domain::role::Role;
use crate::domain::runner::check_system_id;
use crate::domain::scope::Scope;
use crate::domain::time::Timestamp;
use crate::domain::{expiry, name};
use crate::render::Format;
use crate::render::emit::Emit;

/// What clap prints behind `invalid value`.
type Parsed<T> = Result<T, String>;

/// Takes one of a few words, which help and completion name.
fn one_of<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = PossibleValue>,
    parse: fn(&str) -> Option<T>,
) -> ValueParser {
    OneOf { words: words.into_iter().collect(), parse }.into()
}

/// Names some words and takes those that are read, which may be more: a word that is no such value at all is refused here,
/// one that does not fit the command below, where the reason is known.
#[derive(Clone)]
struct OneOf<T> {
    words: Vec<PossibleValue>,
    parse: fn(&str) -> Option<T>,
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for OneOf<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        if let Some(read) = value.to_str().and_then(self.parse) {
            return Ok(read);
        }
        let parse = self.parse;
        let named = PossibleValuesParser::new(self.words.clone());
        named.try_map(move |text| parse(&text).ok_or("no such word")).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().cloned()))
    }
}

/// A format that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Rows, in one of the formats that every listing has.
    Rows(Format),
    /// SARIF, which only commands that find something write.
    Sarif,
}

pub(super) fn formats() -> ValueParser {
    let parse = |text: &str| match text {
        "sarif" => Some(Asked::Sarif),
        _ => Format::parse(text).map(Asked::Rows),
    };
    one_of(Format::ALL.map(Format::word).into_iter().chain(["sarif"]).map(PossibleValue::new), parse)
}

/// Takes one of the severities.
pub(super) fn severities() -> ValueParser {
    one_of(Severity::ALL.map(|severity| severity.word().into()), Severity::parse)
}

/// Takes the id of a rule of the audit.
pub(super) fn rules() -> ValueParser {
    one_of(Rule::all().map(|rule| PossibleValue::new(rule.id()).help(rule.about())), Rule::parse)
}

pub(super) fn emits() -> ValueParser {
    emits_of(&Emit::ALL.map(|form| (form, form.text())))
}

/// Some of the forms, with what is said of them; the others are read too, and refused where the reason is known.
pub(super) fn emits_of(forms: &[(Emit, &'static str)]) -> ValueParser {
    one_of(forms.iter().map(|(form, text)| PossibleValue::new(form.word()).help(*text)), Emit::parse)
}

pub(super) fn host(text: &str) -> Parsed<Host> {
    Host::parse(text).map_err(|error| error.why.or(error.hint).unwrap_or(error.what))
}

pub(super) fn accesses() -> ValueParser {
    one_of(Access::ALL.map(|access| access.word().into()), Access::parse)
}

pub(super) fn kinds() -> ValueParser {
    one_of(Kind::all().map(|kind| PossibleValue::new(kind.word()).aliases(kind.alias())), Kind::parse)
}

pub(super) fn scopes() -> ValueParser {
    one_of(Scope::all().map(|scope| scope.word().into()), Scope::parse)
}

/// The scopes that tokens of a kind can carry; the others are read too, and refused with what the kind can carry.
pub(super) fn scopes_of(kind: Kind) -> ValueParser {
    one_of(kind.scopes().iter().map(|scope| PossibleValue::new(scope.word()).help(scope.about())), Scope::parse)
}

pub(super) fn policies() -> ValueParser {
    one_of(Policy::all().map(|policy| PossibleValue::new(policy.word()).help(policy.about())), Policy::parse)
}

pub(super) fn record_kinds() -> ValueParser {
    one_of(RecordKind::ALL.map(|kind| kind.word().into()), RecordKind::parse)
}

pub(super) fn roles() -> ValueParser {
    one_of(Role::ALL.map(|role| role.word().into()), Role::parse)
}

pub(super) fn visibilities() -> ValueParser {
    one_of(Visibility::ALL.map(|visibility| visibility.word().into()), Visibility::parse)
}

pub(super) fn endpoint(text: &str) -> Parsed<Endpoint> {
    Endpoint::parse(text).map_err(|error| error.why.unwrap_or(error.what))
}

pub(super) fn system_id(text: &str) -> Parsed<String> {
    check_system_id(text).map(|()| text.to_owned()).map_err(|error| error.why.unwrap_or(error.what))
}

pub(super) fn instant(text: &str) -> Parsed<Timestamp> {
    const TAKEN: &str =
        "it takes a date as in `2027-01-31`, for its 00:00:00 UTC, or an instant as in `2027-01-31T10:00:00Z`";
    expiry::parse_moment(text).map_err(|error| time_fault(text, error, TAKEN))
}

/// Says what is wrong with a time: of what is nearly a date or an instant what is wrong there, of all else what is taken.
fn time_fault(text: &str, error: Error, taken: &str) -> String {
    let is_nearly = text.split('-').map(str::len).eq([4, 2, 2]) || text.contains([':', 'T']);
    match error.why {
        Some(why) if is_nearly => why,
        None => error.what,
        Some(_) => taken.to_owned(),
    }
}

/// Reads how many, which is one at least.
pub(super) fn count(text: &str) -> Parsed<u64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let count = if plain { text.parse().unwrap_or(u64::MAX) } else { 0 };
    if count > 0 { Ok(count) } else { Err("it takes a whole number, 1 or more".into()) }
}

pub(super) fn moment(text: &str) -> Parsed<Moment> {
    const TAKEN: &str = "it takes a date, an instant, or so long ago: `2027-01-31`, `2027-01-31T10:00:00Z` or `24h`";
    if let Some(life) = text.strip_prefix('-').filter(|life| expiry::parse_life(life).is_ok()) {
        return Err(format!("so long ago is written without a sign, as in `{life}`"));
    }
    Moment::parse(text).map_err(|error| time_fault(text, error, TAKEN))
}

/// Reads for how long something was not used: a life that has an end.
pub(super) fn span(text: &str) -> Parsed<Life> {
    match expiry::parse_life(text) {
        Ok(life) if life.is_endless() => Err("`--never-used` selects what was never used".into()),
        Ok(life) => Ok(life),
        Err(_) => Err("lengths of time are written `90s`, `15m`, `12h`, `30d`, `2w`, `6mo` or `1y`".into()),
    }
}

pub(super) fn address(text: &str) -> Parsed<Address> {
    Address::parse(text).map_err(|error| error.why.unwrap_or(error.what))
}

pub(super) fn glob(text: &str) -> Parsed<glob::Pattern> {
    glob::Pattern::new(text).map_err(|error| error.msg.to_owned())
}

/// Reads the number of a thing that has no other name.
fn number(text: &str) -> Parsed<i64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().map_err(|_| "no id is so large".into()) } else { Err("an id is a number".into()) }
}

pub(super) fn runner(text: &str) -> Parsed<RunnerId> {
    number(text).map(RunnerId)
}

pub(super) fn job(text: &str) -> Parsed<JobId> {
    number(text).map(JobId)
}

pub(super) fn event(text: &str) -> Parsed<Sequence> {
    number(text).map(Sequence)
}

pub(super) fn token_id(text: &str) -> Parsed<TokenId> {
    number(text).map(TokenId)
}

/// Names things of the trail: a sort of them, or one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Object {
    /// The sort.
    pub(super) word: String,
    /// The number of the one.
    pub(super) id: Option<i64>,
}

pub(super) fn object(text: &str) -> Parsed<Object> {
    let (word, id) = text.split_once(':').map_or((text, None), |(word, id)| (word, Some(id)));
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
        return Err("a sort of things is a word in lower case, as in `user` or `user:2`".into());
    }
    Ok(Object { word: word.to_owned(), id: id.map(number).transpose()? })
}

/// Names a token on the command line: a number is an id, all else a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// By its number.
    Id(TokenId),
    /// By its name.
    Name(String),
}

impl Named {
    pub(super) const fn is_id(&self) -> bool {
        matches!(self, Self::Id(_))
    }
}

pub(super) fn token(text: &str) -> Parsed<Named> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        return text.parse().map(|id| Named::Id(TokenId(id))).map_err(|_| "no id is so large".into());
    }
    name::check_title("name", text).map_err(|error| error.why.unwrap_or(error.what))?;
    Ok(Named::Name(text.to_owned()))
}
