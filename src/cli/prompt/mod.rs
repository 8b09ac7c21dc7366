//! Asking a person at a terminal. Only what is missing, and only where [`Desk::may_ask`](super::desk::Desk::may_ask).

mod bare;
mod keys;

use std::io::Write as _;

use console::{Alignment, Term, measure_text_width, pad_str, truncate_str};
use dialoguer::theme::{ColorfulTheme, Theme};
use dialoguer::{Confirm, Input, MultiSelect, Select};
use zeroize::Zeroizing;

use self::bare::Bare;
use super::desk::Desk;
use super::report;
use crate::domain::error::{Error, Result};
use crate::domain::scope::{Scope, ScopeSet};

/// With fewer lines a terminal shows no list.
const FEWEST_LINES: u16 = 6;

/// The columns of the marks and the choice around a question that is answered with yes or no.
const AROUND: usize = 16;

fn theme(desk: &Desk<'_>) -> Box<dyn Theme> {
    if desk.world.environment.no_color { Box::new(Bare) } else { Box::<ColorfulTheme>::default() }
}

fn gone(why: &impl ToString) -> Error {
    Error::failed("the question was not answered").because(why.to_string())
}

/// Asks, and gives the terminal back as it was, even where the person ends the program at the question.
fn asked<T>(desk: &Desk<'_>, question: impl FnOnce() -> dialoguer::Result<T>) -> Result<T> {
    keys::asked(&desk.world.stdin, question).map_err(|error| gone(&error))
}

/// Returns rows as lines of columns that a terminal does not break: one that it breaks would be drawn again and again.
fn items(rows: &[Vec<String>]) -> Result<Vec<String>> {
    let (lines, columns) = Term::stderr().size_checked().unwrap_or((24, 80));
    if lines < FEWEST_LINES {
        return Err(Error::usage("this terminal is too low for a list")
            .because(format!("it has {lines} lines"))
            .hint("make it higher, or name on the command line what is asked for"));
    }
    // Six columns are the marks'.
    let room = usize::from(columns).saturating_sub(6);
    let width = |at: usize| rows.iter().map(|row| measure_text_width(&row[at])).max().unwrap_or_default();
    let widths = fitting((0..rows.first().map_or(0, Vec::len)).map(width).collect(), room);
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| pad_str(cell, *width, Alignment::Left, Some("…")).into_owned());
        truncate_str(cells.collect::<Vec<_>>().join("  ").trim_end(), room, "…").into_owned()
    };
    Ok(rows.iter().map(line).collect())
}

/// Returns widths of columns that fit a room with their gaps: what is widest gives way first, as a long name does, so that
/// every column is seen.
fn fitting(mut widths: Vec<usize>, room: usize) -> Vec<usize> {
    const NARROWEST: usize = 4;
    let gaps = 2 * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => break,
        }
    }
    widths
}

/// Asks for one of several rows, of which the first is the answer of a mere enter. What was chosen stays on the screen by its
/// first cell.
pub(super) fn one(desk: &Desk<'_>, question: &str, rows: &[Vec<String>]) -> Result<usize> {
    let (theme, items) = (theme(desk), items(rows)?);
    let select = Select::with_theme(&*theme).with_prompt(question).items(&items).default(0).report(false);
    let at = asked(desk, || select.interact())?;
    answered(desk, question, &rows[at][0]);
    Ok(at)
}

/// Asks for some of several rows, at least one. None is marked before, unless it is said.
pub(super) fn several(
    desk: &Desk<'_>,
    question: &str,
    rows: &[Vec<String>],
    marked: Option<usize>,
) -> Result<Vec<usize>> {
    let items = items(rows)?;
    let marks: Vec<bool> = (0..items.len()).map(|at| Some(at) == marked).collect();
    let keys = format!("{question} (space marks, enter ends)");
    loop {
        let theme = theme(desk);
        let select = MultiSelect::with_theme(&*theme).with_prompt(&keys).items(&items).defaults(&marks).report(false);
        let chosen = asked(desk, || select.interact())?;
        if !chosen.is_empty() {
            let words: Vec<&str> = chosen.iter().map(|at| rows[*at][0].as_str()).collect();
            answered(desk, question, &words.join(", "));
            return Ok(chosen);
        }
        desk.note("mark at least one with the space bar, or end with Ctrl-C");
    }
}

/// Leaves a question and its answer on the screen.
fn answered(desk: &Desk<'_>, question: &str, answer: &str) {
    report::say(desk.world, &format!("{question} {answer}"));
}

/// Asks which scopes, with what each is for; at least one. The one that opens least is marked before.
pub(super) fn scopes(desk: &Desk<'_>, possible: ScopeSet) -> Result<ScopeSet> {
    let scopes: Vec<Scope> = possible.iter().collect();
    let rows: Vec<_> = scopes.iter().map(|scope| vec![scope.word().to_owned(), scope.about().to_owned()]).collect();
    let opened = |at: &usize| scopes[*at].opens().iter().count();
    let least = (0..scopes.len()).filter(|at| opened(at) > 0).min_by_key(opened);
    let chosen = several(desk, "Which scopes?", &rows, least)?;
    Ok(ScopeSet::of(&chosen.into_iter().map(|at| scopes[at]).collect::<Vec<_>>()))
}

/// Asks for a text, until it passes a check. What is offered is the answer of a mere enter.
pub(super) fn text<T>(
    desk: &Desk<'_>,
    question: &str,
    offered: Option<&str>,
    check: impl Fn(&str) -> Result<T>,
) -> Result<String> {
    let theme = theme(desk);
    let mut input = Input::<String>::with_theme(&*theme).with_prompt(question);
    if let Some(offered) = offered {
        input = input.default(offered.to_owned());
    }
    let input = input.validate_with(|text: &String| check(text).map(|_| ()).map_err(|error| in_a_line(&error)));
    asked(desk, || input.interact_text())
}

/// Says in one line of the terminal what is wrong with an answer: one that it breaks would stay there in part.
fn in_a_line(error: &Error) -> String {
    let columns = Term::stderr().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    // Four columns are the mark's.
    shortened(error, columns.saturating_sub(4))
}

fn shortened(Error { what, why, .. }: &Error, room: usize) -> String {
    let both = why.as_ref().map(|why| format!("{what}: {why}"));
    let told = both.filter(|both| measure_text_width(both) <= room);
    truncate_str(told.as_ref().unwrap_or(what), room, "…").into_owned()
}

/// Asks whether to go on; no is the answer of a mere enter.
///
/// A question that a terminal would break, as it may with a long name in it, is told before, and asked in short: a broken one
/// would stay there in part.
pub(super) fn confirm(desk: &Desk<'_>, question: &str) -> Result<bool> {
    let columns = Term::stderr().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    let is_long = measure_text_width(question) + AROUND > columns;
    if is_long {
        report::say(desk.world, question);
    }
    let question = if is_long { "Go on?" } else { question };
    asked(desk, || Confirm::with_theme(&*theme(desk)).with_prompt(question).default(false).interact())
}

/// Asks to type a word, and says whether it was typed.
pub(super) fn typed(desk: &Desk<'_>, question: &str, word: &str) -> Result<bool> {
    let input = || Input::with_theme(&*theme(desk)).with_prompt(question).allow_empty(true).interact_text();
    let typed: String = asked(desk, input)?;
    Ok(typed.trim() == word)
}

/// Asks for a secret without showing it.
pub(super) fn secret(desk: &Desk<'_>) -> Result<Zeroizing<Vec<u8>>> {
    let mut out = &desk.world.stderr;
    let read = keys::unseen(&desk.world.stdin, || out.write_all(b"Secret (not shown): "));
    out.write_all(b"\n").ok();
    let secret = read.map_err(|error| gone(&error))?;
    if secret.is_empty() { Err(Error::usage("no secret was typed")) } else { Ok(secret) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_column_gives_way_and_the_others_stay() {
        let cases: [(&[usize], usize, &[usize]); 5] = [
            (&[2, 8, 200, 10, 10], 74, &[2, 8, 36, 10, 10]),
            (&[2, 8, 20, 10, 10], 74, &[2, 8, 20, 10, 10]),
            (&[2, 30, 30], 44, &[2, 19, 19]),
            (&[9, 9, 9], 10, &[4, 4, 4]),
            (&[], 10, &[]),
        ];
        for (widths, room, fitted) in cases {
            let found = fitting(widths.to_vec(), room);
            assert_eq!(found.iter().sum::<usize>(), fitted.iter().sum::<usize>(), "{widths:?} in {room}");
            assert_eq!(found.iter().max(), fitted.iter().max(), "{widths:?} in {room}");
        }
    }

    #[test]
    fn what_is_wrong_with_an_answer_is_told_in_a_line_that_fits() {
        let error = Error::usage("`6m` is too fine for an end").because("the end is a date");
        let cases = [
            (60, "`6m` is too fine for an end: the end is a date"),
            (30, "`6m` is too fine for an end"),
            (12, "`6m` is too…"),
        ];
        for (room, told) in cases {
            assert_eq!(shortened(&error, room), told);
        }
    }
}
