//! `tokctl help`: of a command, or on a topic.

use std::io::IsTerminal as _;

use clap::{ArgMatches, Args as _, FromArgMatches as _};
use console::Term;

use super::desk::Desk;
use super::exit::Exit;
use super::grouped::grouped;
use super::world::World;
use super::{report, topics};
use crate::domain::error::Error;
use crate::domain::name::near;

/// The word.
pub(super) const NAME: &str = "help";

/// What it does, in a line.
pub(super) const ABOUT: &str = "Print help: of a command, or on a topic";

/// How wide lines of text are at most.
const WIDEST: usize = 100;

#[derive(Clone, Debug, clap::Args)]
struct Help {
    /// The words of a command, or a topic: exit-codes, formats, times, events, kinds, environment, files or security
    #[arg(value_name = "COMMAND|TOPIC")]
    words: Vec<String>,
}

/// Adds its arguments and its examples.
pub(super) fn declare(command: clap::Command) -> clap::Command {
    Help::augment_args(
        command.after_help(format!("Examples:\n  tokctl help create deploy\n  tokctl help exit-codes\n\n{}", index())),
    )
}

/// Returns the topics, as help lists them.
pub(super) fn index() -> String {
    let lines = topics::INDEX.map(|(name, about)| format!("  {name:<13}{about}"));
    format!("Topics, for `tokctl help TOPIC`:\n{}", lines.join("\n"))
}

/// Prints help of a command of this tree, or on a topic.
pub(super) fn run(matches: &ArgMatches, desk: &Desk<'_>, tree: clap::Command) -> anyhow::Result<Exit> {
    let words = Help::from_arg_matches(matches)?.words;
    print(desk.world, &words, tree)
}

/// Prints help of the command of these words, or on a topic.
pub(super) fn print(world: &World<'_>, words: &[String], mut tree: clap::Command) -> anyhow::Result<Exit> {
    if let [name] = words
        && let Some(topic) = topics::find(name)
    {
        report::print(world, &topic.text(width(world)))?;
        return Ok(Exit::Done);
    }
    if words.is_empty() {
        report::help(world, &grouped(tree, width(world)).render_long_help())?;
        return Ok(Exit::Done);
    }
    if let [topic, other, ..] = words
        && topics::find(topic).is_some()
    {
        return Err(Error::usage(format!("`{topic}` is a topic, and `{other}` stands behind it"))
            .hint(format!("`tokctl help {topic}` prints the topic"))
            .into());
    }
    tree.build();
    let mut command = &mut tree;
    for word in words {
        let missing = missing(command, word);
        command = command.find_subcommand_mut(word).ok_or(missing)?;
    }
    report::help(world, &command.render_long_help())?;
    Ok(Exit::Done)
}

/// Returns how wide lines are where they are read.
pub(super) fn width(world: &World<'_>) -> usize {
    let columns = Term::stdout().size_checked().filter(|_| world.stdout.is_terminal());
    columns.map_or(WIDEST, |(_, columns)| usize::from(columns).min(WIDEST))
}

/// The error for what is neither a command nor a topic.
fn missing(command: &clap::Command, word: &str) -> Error {
    let is_root = command.find_subcommand(NAME).is_some();
    let topics = topics::INDEX.iter().map(|(name, _)| *name).filter(|_| is_root);
    let names = command.get_subcommands().map(clap::Command::get_name).chain(topics);
    let error = Error::usage(format!("there is no command or topic `{word}`"));
    match near(word, names).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("`tokctl help` lists the commands and the topics"),
    }
}
