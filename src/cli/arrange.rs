//! The order in which help tells things: what the command does, how it is used, examples, options, and what else there is to
//! say. Commands declare examples and the rest in one text; here the examples are taken to the top.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

const TEMPLATE: &str = "{about-with-newline}\n{usage-heading} {usage}\n\n{before-help}{all-args}{after-help}";

/// The heading of the options that every command takes.
pub(super) const GLOBAL: &str = "Global options";

/// Returns the option that prints help, which stands among the global ones.
pub(super) fn help_option() -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .display_order(1000)
        .help_heading(GLOBAL)
        .help("Print help; `-h` prints a shorter one")
}

/// Arranges the help of a command and of all below it. One that declares no example has those of the command above that
/// are about it.
pub(super) fn arranged(command: Command, above: &[String]) -> Command {
    let (mut examples, rest) = parted(command.get_after_help());
    if examples.is_empty() {
        let call = format!("{} {}", above.first().map_or("", String::as_str), command.get_name());
        let is_own = |line: &&String| line.contains(&call);
        examples = above.iter().skip(1).filter(is_own).cloned().collect();
    }
    let (_, long_rest) = parted(command.get_after_long_help());
    let name = command.get_name().to_owned();
    let told = heading(&examples);
    let below: Vec<String> = std::iter::once(name).chain(examples).collect();
    let command = command.mut_subcommands(|command| arranged(command, &below)).help_template(TEMPLATE);
    let command = if told.is_empty() { command } else { command.before_help(told) };
    let command = command.after_help(titled(&rest));
    if long_rest.is_empty() { command } else { command.after_long_help(titled(&long_rest)) }
}

/// Parts the examples, line by line, from the rest of a text.
fn parted(text: Option<&StyledStr>) -> (Vec<String>, String) {
    let text = text.map(ToString::to_string).unwrap_or_default();
    let is_example = |block: &&str| block.starts_with("Example:\n") || block.starts_with("Examples:\n");
    let (examples, rest): (Vec<&str>, Vec<&str>) = text.split("\n\n").partition(is_example);
    let lines = examples.iter().flat_map(|block| block.lines().skip(1));
    (lines.map(|line| line.trim_start().to_owned()).collect(), rest.join("\n\n"))
}

fn heading(examples: &[String]) -> String {
    match examples {
        [] => String::new(),
        [one] => format!("{}\n  {one}", title("Example:")),
        several => format!("{}\n  {}", title("Examples:"), several.join("\n  ")),
    }
}

/// Returns a heading as those look that stand above options; without colour nothing of that is left.
pub(super) fn title(text: &str) -> String {
    format!("\x1b[1m\x1b[4m{text}\x1b[0m")
}

/// Returns a text with the headings of its lists as headings.
fn titled(text: &str) -> String {
    let block = |block: &str| match block.split_once('\n') {
        Some((head, list)) if head.ends_with(':') && list.starts_with("  ") => format!("{}\n{list}", title(head)),
        _ => block.to_owned(),
    };
    text.split("\n\n").map(block).collect::<Vec<_>>().join("\n\n")
}
