//! What a shell asks for at a press of the tab key: candidates for the word at the cursor, from the declared command line and
//! from the store.
//!
//! The scripts in `completions/` call `tokctl __complete SHELL =WORD WORDS…`. The first line that comes back says what to do:
//! `values`, and one candidate in each further line with what it is behind a tab; or `files`, and what stands before the path
//! in the same word. Whatever goes wrong, nothing comes back, the exit code is 0, and nothing is written, made or waited for.

mod line;
mod shell;
mod sources;
mod words;

use std::ffi::OsString;
use std::io::Write as _;

use clap::{Arg, Command};

use self::line::{Line, Spot, takes_value};
use self::shell::{Shell, Words};
use self::sources::{Source, source};
use super::desk::Desk;
use super::exit::Exit;
use super::globals::{Color, Globals, WITH_SARIF};
use super::topics;
use super::world::World;
use crate::domain::secret::looks_like_secret;
use crate::ops::candidates::Sort;
use crate::render::escape;

/// The word by which the scripts ask; no command for people.
pub(super) const WORD: &str = "__complete";

/// What a candidate is told to be is cut here, so that it stands in one line.
const WIDEST: usize = 100;

/// Declares the commands: that of a word whole, the others by name; without a word, all by name.
pub(super) type Declare = fn(Option<&str>) -> Command;

/// A candidate: what can be typed, and a few words on it.
type Candidate = (String, String);

/// What is known to stand at the cursor.
enum Answer {
    Values(Vec<Candidate>),
    /// A path, behind this in the same word.
    Files(String),
}

/// Answers a shell.
pub(super) fn run(world: &World<'_>, declare: Declare) -> Exit {
    if let Some(text) = answered(world, declare) {
        // A shell that is gone needs no answer.
        (&world.stdout).write_all(text.as_bytes()).ok();
    }
    Exit::Done
}

fn answered(world: &World<'_>, declare: Declare) -> Option<String> {
    let asked: Vec<String> = world.arguments.iter().skip(2).map(|word| word.to_string_lossy().into_owned()).collect();
    let (shell, at) = (Shell::parse(asked.first()?)?, asked.get(1)?);
    let home = world.environment.home.as_deref().and_then(|home| home.to_str());
    let words = shell.words(at, &asked[2..], home)?;
    // Whoever types a secret gets no help with it, and sees it nowhere again.
    if words.before.iter().chain([&words.at]).any(|word| looks_like_secret(word)) {
        return None;
    }
    let shallow = built(declare(None));
    let named = Line::read(&shallow, &words.before).path.first().map(|name| (*name).to_owned());
    let root = built(declare(named.as_deref()));
    let line = Line::read(&root, &words.before);
    Some(match answer(world, declare, &line, &words) {
        Answer::Files(head) => format!("files\n{head}\n"),
        Answer::Values(found) => {
            let lines = found.iter().filter_map(|(value, about)| shell.line(value, &told(about), &words));
            ["values".to_owned()].into_iter().chain(lines).map(|line| line + "\n").collect()
        }
    })
}

fn built(mut command: Command) -> Command {
    command.build();
    command
}

fn answer(world: &World<'_>, declare: Declare, line: &Line<'_>, words: &Words) -> Answer {
    let typed = words.at.as_str();
    let options = || Answer::Values(line.options().filter_map(|arg| option(arg, typed)).collect());
    match line.spot(typed) {
        Spot::Option => options(),
        Spot::Command => Answer::Values(commands(line.command, typed)),
        Spot::Value { of, head } => match values(world, declare, line, of, &typed[head.len()..]) {
            None => Answer::Files(head),
            // Where nothing is known that could stand there, an option can.
            Some(found) if found.is_empty() && of.is_positional() && typed.is_empty() => options(),
            Some(found) => {
                // Of several values, in one word or in many, those that stand there already are not named again.
                let given = line.given.iter().filter(|(arg, _)| arg.get_id() == of.get_id());
                let given = given.filter_map(|(_, value)| value.as_deref());
                let named: Vec<&str> =
                    head.rsplit('=').take(1).chain(given).flat_map(|value| value.split(',')).collect();
                let is_new = |(value, _): &Candidate| !named.contains(&value.as_str());
                let whole = |(value, about): Candidate| (format!("{head}{value}"), about);
                Answer::Values(found.into_iter().filter(is_new).map(whole).collect())
            }
        },
    }
}

/// Returns what can stand for a value and begins as typed; `None`: a file.
fn values(world: &World<'_>, declare: Declare, line: &Line<'_>, of: &Arg, typed: &str) -> Option<Vec<Candidate>> {
    let found: Vec<Candidate> = match source(line.command, of, line).unwrap_or(Source::Free) {
        Source::Files => return None,
        Source::Free => Vec::new(),
        Source::Store(sort) => stored(world, line, &sort, typed).unwrap_or_default(),
        Source::Words(words) => words.iter().map(|(word, about)| ((*word).to_owned(), (*about).to_owned())).collect(),
        Source::Help => helped(line, declare),
        Source::Declared => {
            let is_wanted =
                |word: &str| word != "sarif" || WITH_SARIF.iter().any(|name| line.path.first() == Some(name));
            let shown = of.get_possible_values().into_iter();
            let shown = shown.filter(|value| !value.is_hide_set() && is_wanted(value.get_name()));
            let about = |value: &clap::builder::PossibleValue| value.get_help().map(ToString::to_string);
            shown.map(|value| (value.get_name().to_owned(), about(&value).unwrap_or_default())).collect()
        }
    };
    Some(found.into_iter().filter(|(value, _)| value.starts_with(typed) && !looks_like_secret(value)).collect())
}

/// Asks the store that the line means, as whom it means.
fn stored(world: &World<'_>, line: &Line<'_>, sort: &Sort, typed: &str) -> Option<Vec<Candidate>> {
    let globals = Globals {
        store: line.value("store").map(OsString::from),
        acting_as: line.value("acting_as").map(str::to_owned),
        format: None,
        json: false,
        quiet: true,
        color: Color::Never,
        no_input: true,
        allow_network_fs: line.given.iter().any(|(arg, _)| arg.get_id() == "allow_network_fs"),
    };
    let desk = Desk::new(world, globals, WORD.to_owned());
    let authority = desk.authority().ok()?;
    let found = authority.candidates(sort, typed).ok()?;
    Some(found.into_iter().map(|candidate| (candidate.value, candidate.about)).collect())
}

/// Returns what help can be had of: the commands below those that are named, and at first the topics.
fn helped(line: &Line<'_>, declare: Declare) -> Vec<Candidate> {
    let words: Vec<&str> = line.given.iter().filter_map(|(_, word)| word.as_deref()).collect();
    let root = built(declare(words.first().copied()));
    let named = words.iter().try_fold(&root, |command, word| command.find_subcommand(word));
    let mut found = named.map(|command| commands(command, "")).unwrap_or_default();
    if words.is_empty() {
        found.extend(topics::INDEX.map(|(name, about)| (name.to_owned(), about.to_owned())));
    }
    found
}

/// Returns the commands below one that begin as typed.
fn commands(command: &Command, typed: &str) -> Vec<Candidate> {
    let below = command.get_subcommands().filter(|below| !below.is_hide_set());
    let about = |below: &Command| below.get_about().map(ToString::to_string).unwrap_or_default();
    let found = below.filter(|below| below.get_name().starts_with(typed));
    found.map(|below| (below.get_name().to_owned(), about(below))).collect()
}

/// Returns an option, if it begins as typed.
fn option(arg: &Arg, typed: &str) -> Option<Candidate> {
    let name = format!("--{}", arg.get_long()?);
    let name = if takes_value(arg) && arg.is_require_equals_set() { format!("{name}=") } else { name };
    let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
    name.starts_with(typed).then_some((name, about))
}

/// Makes of what a candidate is one short line that does nothing to a terminal.
fn told(about: &str) -> String {
    let line = escape::line(about);
    console::truncate_str(line.lines().next().unwrap_or_default(), WIDEST, "…").into_owned()
}
