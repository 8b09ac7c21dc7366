//! Saying what went wrong: in words, or as JSON on standard error.

use std::io::{self, Write as _};

use serde_json::json;

use super::exit::Exit;
use super::world::World;
use crate::domain::error::{Code, Error};
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
        let text = error.render().ansi().to_string();
        let plain = error.render().to_string();
        let colour = io::IsTerminal::is_terminal(&world.stdout) && !world.environment.no_color;
        (&world.stdout).write_all(if colour { text } else { plain }.as_bytes()).ok();
        return Exit::Done;
    }
    if wants_json(world) {
        let plain = error.render().to_string();
        let message = plain.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let hint = "`tokctl --help` lists the commands, `tokctl COMMAND --help` its options";
        say_json(world, &json!({"error": {"code": "usage", "message": message, "why": null, "hint": hint}}));
    } else {
        let text = error.render().to_string();
        let lines: Vec<_> = text.trim_end().lines().map(escape::line).collect();
        say(world, &lines.join("\n"));
    }
    Exit::Usage
}

/// Writes a line to standard error. When even that fails, nobody is left to tell.
pub(super) fn say(world: &World<'_>, text: &str) {
    (&world.stderr).write_all(format!("{text}\n").as_bytes()).ok();
}
