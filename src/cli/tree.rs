//! All commands together: parsing, and running the one that was named.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::arrange::{arranged, help_option};
use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::globals::{Globals, WITH_SARIF};
use super::grouped::grouped;
use super::report;
use super::world::World;
use super::{
    app, audit, complete, create, deploy_key, exec, group, help, inventory, job, list, log, member, policy, project,
    record, revoke, rotate, runner, scopes, show, store, suspend, user, verify, whoami,
};
use crate::domain::error::Error;
use crate::domain::kind::Kind;
use crate::domain::secret::looks_like_secret;

/// Every command, in the order in which help lists them.
const ENTRIES: [Entry; 27] = [
    create::ENTRY,
    list::ENTRY,
    show::ENTRY,
    rotate::ENTRY,
    suspend::SUSPEND,
    suspend::RESUME,
    suspend::SHORTEN,
    revoke::ENTRY,
    verify::ENTRY,
    exec::ENTRY,
    scopes::ENTRY,
    user::ENTRY,
    group::ENTRY,
    project::ENTRY,
    member::ENTRY,
    record::ENTRY,
    app::ENTRY,
    deploy_key::ENTRY,
    runner::ENTRY,
    job::ENTRY,
    log::ENTRY,
    audit::ENTRY,
    inventory::ENTRY,
    policy::ENTRY,
    store::ENTRY,
    whoami::ENTRY,
    HELP,
];

/// Prints help of any command, and so needs all of them.
const HELP: Entry = Entry {
    name: help::NAME,
    about: help::ABOUT,
    declare: help::declare,
    run: |matches, desk| help::run(matches, desk, whole_tree()),
};

const ABOUT: &str = "Mint, list, verify, rotate and revoke the nine kinds of credential that GitLab documents";

const EXAMPLES: &str = "\
Examples:
  tokctl create deploy --scope read_registry
  TOKEN=$(tokctl create deploy --project grp/app --scope read_registry)
  printf %s \"$TOKEN\" | tokctl verify --access registry:read --project grp/app
  tokctl list --expired
  tokctl revoke 3 --yes";

/// Returns the whole tree of commands, for help, completions and the manual.
#[must_use]
pub fn whole_tree() -> clap::Command {
    arranged(tree(&ENTRIES), &[])
}

fn tree(entries: &[Entry]) -> clap::Command {
    // Flattened options bring a description of their own with them, so the command's goes on last.
    let declared = |entry: &Entry| (entry.declare)(clap::Command::new(entry.name)).about(entry.about);
    // What is said of the whole is seen only where no command is named.
    let root = if entries.len() > 1 { explained(root()) } else { root() };
    entries.iter().fold(root, |root, entry| root.subcommand(declared(entry)))
}

/// Returns the tree with the command of a name; the others are there by their names only.
fn sparse_tree(named: Option<&str>) -> clap::Command {
    let declared = |entry: &Entry| match clap::Command::new(entry.name) {
        command if named == Some(entry.name) => (entry.declare)(command).about(entry.about),
        command => command.about(entry.about),
    };
    ENTRIES.iter().fold(root(), |root, entry| root.subcommand(declared(entry)))
}

fn root() -> clap::Command {
    Globals::augment_args(clap::Command::new("tokctl"))
        .about(ABOUT)
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help_option())
        .arg_required_else_help(true)
        .max_term_width(100)
}

/// Adds to the root what help says below the commands.
fn explained(root: clap::Command) -> clap::Command {
    root.after_help(format!("{EXAMPLES}\n\n{}", help::index()))
}

/// Runs one command, and returns its exit code.
#[must_use]
pub fn run(world: &World<'_>) -> u8 {
    let exit = if world.arguments.get(1).is_some_and(|word| word == complete::WORD) {
        complete::run(world, sparse_tree)
    } else if world.arguments.iter().skip(1).any(|argument| looks_like_secret(&argument.to_string_lossy())) {
        report::failure(world, &leaked().into())
    } else {
        parse(world).unwrap_or_else(|error| report::clap(world, &error, &typed(world)))
    };
    let beside = exit.beside_command();
    if beside != exit && is_exec(world) { beside } else { exit }.code()
}

/// Returns the words of the command, whatever is wrong with its options.
fn typed(world: &World<'_>) -> String {
    let words = world.arguments.iter().take_while(|word| *word != "--");
    let matches = tree(&ENTRIES).ignore_errors(true).try_get_matches_from(words).ok();
    let named = matches.as_ref().and_then(ArgMatches::subcommand);
    named.map_or_else(String::new, |(name, matches)| command_words(name, matches))
}

/// Says whether the command is `exec`, whatever is wrong with its options.
fn is_exec(world: &World<'_>) -> bool {
    let words = || world.arguments.iter().take_while(|word| *word != "--");
    let named = || tree(&ENTRIES).ignore_errors(true).try_get_matches_from(words()).ok();
    words().any(|word| word == exec::ENTRY.name)
        && named().is_some_and(|matches| matches.subcommand_name() == Some(exec::ENTRY.name))
}

/// The error for a secret in the arguments. It does not say which, so as not to show it once more.
fn leaked() -> Error {
    Error::usage("one of the arguments begins like a secret, so nothing was done")
        .because("arguments stand in the shell's history and in the list of processes, for others to read")
        .hint("that secret is leaked: revoke its token. Secrets go in by standard input, `--secret-file` or a prompt")
}

/// The error for SARIF where nothing is found.
fn no_sarif(name: &str) -> Error {
    Error::usage(format!("`{name}` writes no SARIF")).because("a log of SARIF holds findings").hint(format!(
        "`tokctl {} --format sarif` writes one; every command writes `--format json`",
        WITH_SARIF.join("|")
    ))
}

/// Parses the arguments and runs what they name. Only the command that is named is declared, since declaring them all
/// takes longer than most commands.
fn parse(world: &World<'_>) -> Result<Exit, clap::Error> {
    let named = world.arguments.get(1).and_then(|word| word.to_str());
    let entries = match named.and_then(|word| ENTRIES.iter().position(|entry| entry.name == word)) {
        Some(at) => &ENTRIES[at..=at],
        None if matches!(named, Some("--version" | "-V")) => &[],
        None => &ENTRIES[..],
    };
    let matches = match tree(entries).try_get_matches_from(&world.arguments) {
        Err(error) => return helped(world, entries, error),
        Ok(matches) => matches,
    };
    let globals = Globals::from_arg_matches(&matches)?;
    let Some((name, of_command)) = matches.subcommand() else { return Ok(Exit::Usage) };
    if globals.wants_sarif() && !WITH_SARIF.contains(&name) {
        return Ok(report::failure(world, &no_sarif(name).into()));
    }
    let desk = Desk::new(world, globals, command_words(name, of_command));
    let run = ENTRIES.iter().find(|entry| entry.name == name).map(|entry| entry.run);
    let ended = run.map_or(Ok(Exit::Usage), |run| run(of_command, &desk));
    Ok(ended.unwrap_or_else(|error| report::failure(world, &error)))
}

/// Prints help where it was asked for; most commands are done before it would be arranged.
fn helped(world: &World<'_>, entries: &[Entry], error: clap::Error) -> Result<Exit, clap::Error> {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand};
    if matches!(error.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand) {
        let arranged = arranged(tree(entries), &[]);
        let is_whole = entries.len() == ENTRIES.len();
        let arranged = if is_whole { grouped(arranged, help::width(world)) } else { arranged };
        let arranged = arranged.try_get_matches_from(&world.arguments);
        return Err(arranged.err().unwrap_or(error));
    }
    if let [entry] = entries
        && let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
        && let Some(unfit) = unfit(entry.name, word)
    {
        return Ok(report::failure(world, &unfit.into()));
    }
    // `tokctl user help add` is how others have it.
    if error.get(ContextKind::InvalidSubcommand) == Some(&ContextValue::String(help::NAME.to_owned())) {
        let words = world.arguments.iter().skip(1).filter_map(|word| word.to_str());
        let words = words.filter(|word| !word.starts_with('-') && *word != help::NAME);
        let shown = help::print(world, &words.map(str::to_owned).collect::<Vec<_>>(), whole_tree());
        return Ok(shown.unwrap_or_else(|error| report::failure(world, &error)));
    }
    Err(error)
}

/// The error for a kind of token that a command is not for, and what is.
fn unfit(command: &str, word: &str) -> Option<Error> {
    if command == exec::ENTRY.name {
        return exec::no_command_for(word);
    }
    let is_job = command == create::ENTRY.name && word == Kind::Job.word();
    is_job
        .then(|| Error::usage("a job token is made with its job").hint("`tokctl job start --project PATH` starts one"))
}

/// Returns the words of the command, without its arguments: what the trail keeps of it.
fn command_words(name: &str, matches: &ArgMatches) -> String {
    match matches.subcommand_name() {
        Some(below) => format!("{name} {below}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_sound() {
        whole_tree().debug_assert();
    }

    /// Returns what was given, command by command.
    fn given(matches: &ArgMatches) -> String {
        let values = matches.ids().filter_map(|id| Some((id, matches.try_get_raw(id.as_str()).ok()??)));
        let values: Vec<String> = values.map(|(id, raw)| format!("{id}={:?}", raw.collect::<Vec<_>>())).collect();
        let below = matches.subcommand().map(|(name, below)| format!("{name}[{}]", given(below)));
        format!("{} {}", values.join(" "), below.unwrap_or_default())
    }

    #[test]
    fn a_command_alone_parses_like_the_whole_tree() {
        let lines = [
            "tokctl create deploy --scope read_registry,write_registry --name ci --json",
            "tokctl list --expired --kind deploy -q",
            "tokctl revoke 1 2 --yes --reason x",
            "tokctl verify --access api:read --store /x",
            "tokctl list --nonsense",
            "tokctl create deploy",
        ];
        for line in lines {
            let words: Vec<&str> = line.split(' ').collect();
            let entry: Vec<&Entry> = ENTRIES.iter().filter(|entry| entry.name == words[1]).collect();
            let alone = tree(std::slice::from_ref(entry[0])).try_get_matches_from(&words);
            let whole = whole_tree().try_get_matches_from(&words);
            match (alone, whole) {
                (Ok(alone), Ok(whole)) => assert_eq!(given(&alone), given(&whole), "{line}"),
                (Err(alone), Err(whole)) => assert_eq!(alone.to_string(), whole.to_string(), "{line}"),
                _ => panic!("{line}: one parses, the other does not"),
            }
        }
    }
}
