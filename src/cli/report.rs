//! Saying what went wrong: in words, or as JSON on standard error.

use std::io::{self, IsTerminal as _, Write as _};

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use console::Term;
use nix::errno::Errno;
use serde_json::json;

use super::exit::Exit;
use super::misuse::usage;
use super::world::World;
use crate::domain::error::{Code, Error};
use crate::render::{escape, words};

/// Says whether errors are wanted as JSON. Looked up in the arguments as they came, since they may be what is wrong.
pub(super) fn wants_json(world: &World<'_>) -> bool {
    let mut before = None;
    world.arguments.iter().skip(1).take_while(|argument| *argument != "--").any(|argument| {
        let json =
            argument == "--json" || argument == "--format=json" || (before == Some("--format") && argument == "json");
        before = argument.to_str();
        json
    })
}

/// Reports how a command failed, and returns its exit code. A reader that went away in the middle of a listing is none.
pub(super) fn failure(world: &World<'_>, error: &anyhow::Error) -> Exit {
    if let Some(fault) = error.downcast_ref::<io::Error>() {
        return match fault.kind() {
            io::ErrorKind::BrokenPipe => Exit::Done,
            io::ErrorKind::Interrupted => Exit::Interrupted,
            _ => {
                let is_closed = fault.raw_os_error() == Some(Errno::EBADF as i32);
                let why = if is_closed { "standard output is closed".to_owned() } else { fault.to_string() };
                known(world, &Error::failed("what was found could not be written").because(why))
            }
        };
    }
    match error.downcast_ref::<Error>() {
        Some(error) => known(world, error),
        None => known(world, &Error::new(Code::Failed, format!("{error:#}"))),
    }
}

fn known(world: &World<'_>, error: &Error) -> Exit {
    tell(world, error);
    error.code.into()
}

/// Says what an error says, in the form that was asked for.
pub(super) fn tell(world: &World<'_>, error: &Error) {
    if wants_json(world) {
        let Error { code, what, why, hint } = error;
        say_json(world, &json!({"error": {"code": code.word(), "message": what, "why": why, "hint": hint}}));
    } else {
        say(world, &in_words(error));
    }
}

/// Names in it have been typed by anybody.
fn say_json(world: &World<'_>, object: &serde_json::Value) {
    put(world, &naming_store(world, &escape::json(&object.to_string())));
}

/// Returns an error in words: what, why, and what helps last.
fn in_words(error: &Error) -> String {
    let mut lines = vec![format!("error: {}", escape::line(&error.what))];
    lines.extend(error.why.iter().map(|why| format!("  {}", escape::line(why))));
    lines.extend(error.hint.iter().map(|hint| format!("hint: {}", escape::line(hint))));
    lines.join("\n")
}

/// Reports what clap has to say of a command: help and version on standard output, errors like all others.
pub(super) fn clap(world: &World<'_>, error: &clap::Error, command: &str) -> Exit {
    if !error.use_stderr() {
        let printed = help(world, &error.render());
        return printed.map_or_else(|fault| failure(world, &fault.into()), |()| Exit::Done);
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && !wants_json(world) {
        // It has its own lines.
        put(world, &naming_store(world, error.render().to_string().trim_end()));
        return Exit::Usage;
    }
    known(world, &usage(error, command))
}

/// Writes help to standard output, in colour where a person sees it.
pub(super) fn help(world: &World<'_>, text: &StyledStr) -> io::Result<()> {
    let colour = world.stdout.is_terminal() && !world.environment.no_color;
    print(world, &if colour { text.ansi().to_string() } else { text.to_string() })
}

/// Writes text about tokctl to standard output.
pub(super) fn print(world: &World<'_>, text: &str) -> io::Result<()> {
    (&world.stdout).write_all(text.as_bytes())
}

/// Writes words to standard error, on a terminal in lines of its width. When even that fails, nobody is left to tell.
///
/// A command that they offer names the store that was named, so that it does what it says where it is pasted.
pub(super) fn say(world: &World<'_>, text: &str) {
    let text = naming_store(world, text);
    put(world, &width(world).map_or_else(|| text.clone(), |width| words::filled(&text, width)));
}

fn put(world: &World<'_>, text: &str) {
    (&world.stderr).write_all(format!("{text}\n").as_bytes()).ok();
}

/// Returns how wide the terminal is that shows standard error, where it is one.
fn width(world: &World<'_>) -> Option<usize> {
    let columns = || Term::stderr().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    world.stderr.is_terminal().then(columns)
}

/// Returns a text whose commands name the store that was named.
pub(super) fn naming_store(world: &World<'_>, text: &str) -> String {
    match named_store(world) {
        Some(store) => in_store(text, store),
        None => text.to_owned(),
    }
}

/// Returns what follows `--store` in the arguments, where it can be typed as it stands.
fn named_store<'w>(world: &'w World<'_>) -> Option<&'w str> {
    let mut words = world.arguments.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let named = words.find_map(|word| match word.strip_prefix("--store") {
        Some("") => Some(None),
        Some(rest) => rest.strip_prefix('=').map(Some),
        None => None,
    })?;
    let store = named.or_else(|| words.next())?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-+~".contains(&byte);
    (!store.is_empty() && store.bytes().all(plain)).then_some(store)
}

fn in_store(text: &str, store: &str) -> String {
    let mut parts = text.split("`tokctl ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let option = if part.starts_with("--") { String::new() } else { format!("--store {store} ") };
        format!("{text}`tokctl {option}{part}")
    })
}
