//! Saying what went wrong: in words, or as JSON on standard error.

use std::io::{self, Write as _};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde_json::json;

use super::exit::Exit;
use super::world::World;
use crate::domain::error::{Code, Error};
use crate::domain::name::near;
use crate::render::escape;

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
                let error = Error::failed("what was found could not be written").because(fault.to_string());
                known(world, &error)
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
        say(world, &words(error));
    }
}

/// Names in it have been typed by anybody.
fn say_json(world: &World<'_>, object: &serde_json::Value) {
    say(world, &escape::json(&object.to_string()));
}

/// Returns an error in words: what, why, and what helps last.
fn words(error: &Error) -> String {
    let mut lines = vec![format!("error: {}", escape::line(&error.what))];
    lines.extend(error.why.iter().map(|why| format!("  {}", escape::line(why))));
    lines.extend(error.hint.iter().map(|hint| format!("hint: {}", escape::line(hint))));
    lines.join("\n")
}

/// Reports what clap has to say: help and version on standard output, errors like all others.
pub(super) fn clap(world: &World<'_>, error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        help(world, &error.render());
        return Exit::Done;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && !wants_json(world) {
        say(world, error.render().to_string().trim_end());
        return Exit::Usage;
    }
    known(world, &usage(error))
}

/// Writes help to standard output, in colour where a person sees it.
pub(super) fn help(world: &World<'_>, text: &StyledStr) {
    let colour = io::IsTerminal::is_terminal(&world.stdout) && !world.environment.no_color;
    print(world, &if colour { text.ansi().to_string() } else { text.to_string() });
}

/// Writes text about tokctl to standard output; a reader that has seen enough may go away.
pub(super) fn print(world: &World<'_>, text: &str) {
    (&world.stdout).write_all(text.as_bytes()).ok();
}

/// Turns what clap found wrong into an error like all others: what, why, and what helps.
fn usage(error: &clap::Error) -> Error {
    let text = error.render().to_string();
    let paragraph = text.lines().take_while(|line| !line.trim().is_empty());
    let what: Vec<&str> = paragraph.map(str::trim).filter(|line| !line.starts_with("[possible values")).collect();
    let what = what.join(" ");
    let wrong = Error::usage(what.strip_prefix("error: ").unwrap_or(&what));
    let words = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    };
    let valid = words(ContextKind::ValidValue);
    let wrong = if valid.is_empty() { wrong } else { wrong.because(format!("there are {}", valid.join(", "))) };
    let kinds = [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    let mut likely = kinds.map(words).concat();
    if likely.is_empty() {
        // Nearer than clap looks: in another case, for example.
        let typed = words(ContextKind::InvalidValue).pop().unwrap_or_default();
        likely.extend(near(&typed, valid.iter().map(String::as_str)).first().map(|word| (*word).to_owned()));
    }
    let is_option = words(ContextKind::InvalidArg).iter().any(|word| word.starts_with('-'));
    if likely.is_empty() && !is_option && text.contains("-- <COMMAND>") {
        wrong.hint("`--` goes before the command, as in `tokctl exec job -- ./ci.sh`")
    } else if likely.is_empty() {
        wrong.hint("`tokctl --help` lists the commands, `tokctl COMMAND --help` the options of one")
    } else {
        wrong.hint(format!("did you mean `{}`?", likely.join("` or `")))
    }
}

/// Writes a line to standard error. When even that fails, nobody is left to tell.
///
/// A command that the line offers names the store that was named, so that it does what it says where it is pasted.
pub(super) fn say(world: &World<'_>, text: &str) {
    (&world.stderr).write_all(format!("{}\n", naming_store(world, text)).as_bytes()).ok();
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
