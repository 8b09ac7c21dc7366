//! Asking a person at a terminal. Only what is missing, and only where [`Desk::may_ask`](super::desk::Desk::may_ask).

use std::io::{self, Write as _};

use console::{Term, truncate_str};
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, MultiSelect};
use nix::sys::signal::{SigSet, Signal};
use zeroize::Zeroizing;

use super::desk::Desk;
use super::hidden;
use crate::domain::error::{Error, Result};
use crate::domain::scope::{Scope, ScopeSet};

fn theme(desk: &Desk<'_>) -> Box<dyn Theme> {
    if desk.world.environment.no_color { Box::new(SimpleTheme) } else { Box::<ColorfulTheme>::default() }
}

fn gone(error: &dialoguer::Error) -> Error {
    Error::failed("the question was not answered").because(error.to_string())
}

/// Asks, and gives the terminal back as it was even where the person ends the program at the question: the interrupt waits
/// until the cursor is there again.
fn asked<T>(question: impl FnOnce() -> dialoguer::Result<T>) -> Result<T> {
    let mut interrupt = SigSet::empty();
    interrupt.add(Signal::SIGINT);
    let held = interrupt.thread_block().is_ok();
    let answer = question();
    if answer.is_err() {
        Term::stderr().show_cursor().ok();
    }
    if held {
        // An interrupt that came at the question ends the program here.
        interrupt.thread_unblock().ok();
    }
    answer.map_err(|error| gone(&error))
}

/// Asks which scopes, with what each is for; at least one.
pub(super) fn scopes(desk: &Desk<'_>, possible: ScopeSet) -> Result<ScopeSet> {
    let scopes: Vec<Scope> = possible.iter().collect();
    // A line that is broken by the terminal would be drawn again and again; six columns are the marks'.
    let width = Term::stderr().size_checked().map_or(80, |(_, columns)| usize::from(columns)).saturating_sub(6);
    let line = |scope: &Scope| format!("{:<22}  {}", scope.word(), scope.about());
    let lines: Vec<String> = scopes.iter().map(|scope| truncate_str(&line(scope), width, "…").into_owned()).collect();
    loop {
        let chosen = asked(|| {
            MultiSelect::with_theme(&*theme(desk))
                .with_prompt("Which scopes? (space marks, enter ends)")
                .items(&lines)
                .interact()
        })?;
        if !chosen.is_empty() {
            return Ok(ScopeSet::of(&chosen.into_iter().map(|at| scopes[at]).collect::<Vec<_>>()));
        }
        desk.note("a token without scopes opens nothing: mark at least one");
    }
}

/// Asks whether to go on; no is the answer of a mere enter.
pub(super) fn confirm(desk: &Desk<'_>, question: &str) -> Result<bool> {
    asked(|| Confirm::with_theme(&*theme(desk)).with_prompt(question).default(false).interact())
}

/// Asks to type a word, and says whether it was typed.
pub(super) fn typed(desk: &Desk<'_>, question: &str, word: &str) -> Result<bool> {
    let typed: String =
        asked(|| Input::with_theme(&*theme(desk)).with_prompt(question).allow_empty(true).interact_text())?;
    Ok(typed.trim() == word)
}

/// Asks for a secret without showing it, until there is one.
pub(super) fn secret(desk: &Desk<'_>) -> Result<Zeroizing<Vec<u8>>> {
    let failed = |error: io::Error| Error::failed("the question was not answered").because(error.to_string());
    let mut question = String::new();
    theme(desk).format_input_prompt(&mut question, "Secret", None).ok();
    loop {
        (&desk.world.stderr).write_all(question.as_bytes()).map_err(failed)?;
        let typed = hidden::read(&desk.world.stdin).map_err(failed);
        // The return that was typed is not shown either.
        (&desk.world.stderr).write_all(b"\n").map_err(failed)?;
        match typed? {
            None => return Err(Error::failed("the question was not answered")),
            Some(typed) if typed.is_empty() => {}
            Some(typed) => return Ok(typed),
        }
    }
}
