//! What the arguments of the commands take: told by the word that stands for the value in help, so that an argument which
//! names a user only has to say `USER`.

use clap::builder::ValueHint;
use clap::{Arg, Command};

use super::line::Line;
use crate::domain::action::{self, ACTIONS};
use crate::domain::horizon::THIS_MONTH;
use crate::domain::policy::Policy;
use crate::ops::candidates::{People, Purpose, Running, Sort};
use crate::ops::grant::Where;
use crate::render::{Sheet, events, tokens};

/// Where candidates for a value come from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The words that the argument declares.
    Declared,
    /// The shell, which knows files.
    Files,
    /// The store.
    Store(Sort),
    /// A few words that are made up here, each with its meaning.
    Words(Vec<Word>),
    /// Commands, and topics of help.
    Help,
    /// Nobody: a name that is new, a text, a number.
    Free,
}

/// A word, and what it means.
pub(super) type Word = (&'static str, &'static str);

/// Lives and dates as they can be typed. Any other does as well.
const LIVES: [Word; 6] = [
    ("7d", "seven days"),
    ("30d", "thirty days"),
    ("90d", "ninety days"),
    ("6mo", "six months"),
    ("1y", "a year"),
    ("never", "no end"),
];

const SHORT_LIVES: [Word; 5] =
    [("15m", "fifteen minutes"), ("1h", "an hour"), ("12h", "twelve hours"), ("1d", "a day"), ("7d", "seven days")];

/// Says where candidates for the value of an argument come from. `None`: nobody has said so yet.
pub(super) fn source(command: &Command, arg: &Arg, line: &Line<'_>) -> Option<Source> {
    let names = arg.get_value_names().unwrap_or_default();
    let name = names.first().map_or("", |name| name.as_str());
    let path = line.path.as_slice();
    let store = |sort| Some(Source::Store(sort));
    match (path, name) {
        (_, "POLICY") => store(Sort::Policies),
        (_, "VALUE") if arg.get_id() == "value" => Some(Source::Words(values(line.value("policy")))),
        _ if arg.get_id() == "words" && command.get_name() == "help" => Some(Source::Help),
        _ if !arg.get_possible_values().is_empty() => Some(Source::Declared),
        // What is run stands behind `--` only.
        (_, "COMMAND") => Some(if line.is_escaped { Source::Files } else { Source::Free }),
        (_, "FILE") => Some(Source::Files),
        (_, "PATH") if arg.get_id() == "store" => Some(Source::Files),
        _ if matches!(arg.get_value_hint(), ValueHint::AnyPath | ValueHint::FilePath) => Some(Source::Files),
        (["user", "add"], "USER") | (["group" | "project", "add"], "PATH") => Some(Source::Free),
        (["user", "unblock"], "USER") => store(Sort::Users(People::Blocked)),
        (["user", "block"], "USER") => store(Sort::Users(People::Unblocked)),
        (["user", "rename" | "admin" | "delete"] | ["member", _], "USER") => store(Sort::Users(People::Human)),
        (_, "USER") => store(Sort::Users(People::All)),
        (["group", _], "PATH") | (_, "GROUP" | "PARENT") => store(Sort::Groups),
        (_, "PATH") if arg.get_id() == "group" => store(Sort::Groups),
        (_, "PATH" | "PROJECT") => store(Sort::Projects),
        (_, "APP") => store(Sort::Apps),
        ([verb, ..], "TOKEN") => purpose(verb).map(|purpose| Source::Store(named(purpose, line))),
        (["deploy-key", _], "ID") => store(Sort::Tokens(Purpose::Enable)),
        (["runner", _], "ID") => store(Sort::Runners),
        (["job", "end"], "ID") => store(Sort::Jobs(Running::Only)),
        (["job", _], "ID") => store(Sort::Jobs(Running::OrEnded)),
        (["log", _], "GLOB") => Some(Source::Words(actions())),
        (["log", _], "WORD[:ID]") => Some(Source::Words(action::objects().map(|word| (word, "")).collect())),
        (["log", _], "ID") => store(Sort::Tokens(Purpose::Trace)),
        (["log", _], "SEQ") => store(Sort::Events),
        (["log", _], "COLUMNS") => Some(Source::Words(columns(&events::SHEET))),
        (_, "COLUMNS") => Some(Source::Words(columns(&tokens::SHEET))),
        (_, "LIFE" | "WITHIN") if path == ["list"] || path == ["revoke"] => {
            Some(Source::Words(finite(&LIVES).collect()))
        }
        (_, "WHEN") if arg.get_id() == "expiring" => {
            let month = (THIS_MONTH, "what is left of the month");
            Some(Source::Words(std::iter::once(month).chain(finite(&LIVES)).collect()))
        }
        // A command is not lent a token for longer than a day.
        (["exec", ..], "LIFE") => Some(Source::Words(SHORT_LIVES[..4].into())),
        (["suspend"], "WHEN") | (_, "LIFE") => Some(Source::Words(SHORT_LIVES.into())),
        (_, "WHEN") if arg.get_id() == "expires" => Some(Source::Words(LIVES.into())),
        (
            _,
            "WHEN" | "INSTANT" | "TEXT" | "NAME" | "NEW" | "GLOB" | "TAG" | "N" | "SECONDS" | "ID" | "'METHOD PATH'"
            | "HOST" | "ADDRESS",
        ) => Some(Source::Free),
        _ => None,
    }
}

fn purpose(verb: &str) -> Option<Purpose> {
    Some(match verb {
        "show" => Purpose::Show,
        "rotate" => Purpose::Rotate,
        "suspend" => Purpose::Suspend,
        "resume" => Purpose::Resume,
        "shorten" => Purpose::Shorten,
        "revoke" => Purpose::Revoke,
        _ => return None,
    })
}

/// Tokens go by their ids, or by their names in a place that is named with them.
fn named(purpose: Purpose, line: &Line<'_>) -> Sort {
    let place = |id: &str| line.value(id).map(str::to_owned);
    let places =
        [place("project").map(Where::Project), place("group").map(Where::Group), place("user").map(Where::User)];
    match places.into_iter().flatten().next() {
        Some(place) => Sort::Names(purpose, place),
        None => Sort::Tokens(purpose),
    }
}

/// What a policy can be set to.
fn values(policy: Option<&str>) -> Vec<Word> {
    let switch = || vec![("on", ""), ("off", "")];
    let life = |lives| [("none", "no limit")].into_iter().chain(finite(lives)).collect();
    match policy.and_then(Policy::parse) {
        Some(Policy::RequireExpiry | Policy::Impersonation | Policy::JobTokenPull) => switch(),
        Some(Policy::MaxLife) => life(&LIVES),
        Some(Policy::OverlapMax) => life(&SHORT_LIVES),
        Some(Policy::MinRsaBits) => vec![("2048", "bits"), ("3072", "bits"), ("4096", "bits")],
        None => Vec::new(),
    }
}

/// The actions of the trail, with what they mean.
fn actions() -> Vec<Word> {
    ACTIONS.iter().map(|action| (action.word, action.about)).collect()
}

fn finite(lives: &'static [Word]) -> impl Iterator<Item = Word> {
    lives.iter().copied().filter(|(life, _)| *life != "never")
}

fn columns(sheet: &Sheet) -> Vec<Word> {
    sheet.columns.iter().map(|column| (column.key, "")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::takes_value;
    use super::*;
    use crate::cli::whole_tree;

    /// Asserts that somebody has said of every value of a command, and of those below it, where candidates come from.
    fn assert_said(root: &Command, command: &Command, words: &[String]) {
        for arg in command.get_arguments().filter(|arg| takes_value(arg)) {
            let line = Line::read(root, words);
            let said = source(command, arg, &line).is_some();
            assert!(said, "say in `source` what `{}` of `tokctl {}` takes", arg.get_id(), words.join(" "));
        }
        for below in command.get_subcommands() {
            assert_said(root, below, &[words, &[below.get_name().to_owned()]].concat());
        }
    }

    #[test]
    fn it_is_said_of_every_value_where_candidates_come_from() {
        let mut root = whole_tree();
        root.build();
        assert_said(&root, &root, &[]);
    }

    #[test]
    fn a_policy_takes_the_values_that_are_offered() {
        for policy in Policy::all() {
            let offered = values(Some(policy.word()));
            assert!(!offered.is_empty(), "{}", policy.word());
            for (value, _) in offered {
                assert!(crate::domain::policy::Policies::default().set(policy, value).is_ok(), "{value}");
            }
        }
    }

    #[test]
    fn the_lives_that_are_offered_can_be_read() {
        for (life, _) in LIVES.iter().chain(&SHORT_LIVES) {
            assert!(crate::domain::expiry::parse_life(life).is_ok(), "{life}");
        }
    }
}
