//! The manual: one page a command, made of what the command line declares, and of the topics of help, which the first page has
//! as sections.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use tokctl::cli::topics::{Part, Topic, topics};
use tokctl::cli::{special_exits, whole_tree};

use super::Files;
use super::polish::polished;

/// When this edition of the manual was begun, which a page has to say; not the day on which it is made.
const DATE: &str = "2026-01-01";

const DESCRIPTION: &[&str] = &[
    "tokctl is a token authority in one binary. It mints credentials, keeps no more than their digests in one local \
     SQLite file, shows each secret exactly once, answers whether a presented secret may do a thing, and takes it \
     away again.",
    "The first command that writes makes the store, an admin named after your login, and a project of your own. \
     There is nothing to set up.",
    "A secret goes to standard output, once, with one newline after it; all words go to standard error. So \
     `TOKEN=$(tokctl create deploy --scope read_registry)` holds the secret and nothing else. A token comes alive only \
     if its secret was delivered: with a closed standard output, or a reader that is gone, the exit code is 8 and \
     there is no live token.",
    "Secrets come in by standard input, by a private file, or by a prompt that does not show them; never as an \
     argument, where others could read them.",
    "Where something is missing and a person sits at a terminal, it is asked for. Nothing is ever asked in a pipe, in a \
     script, with `--no-input`, or where CI is set: there the error names the option that would have answered.",
];

/// Returns every page by the name of its file.
pub(super) fn pages() -> Files {
    let mut root = whole_tree();
    root.build();
    let mut pages = Files::new();
    add(&root, &[], &mut pages);
    pages
}

/// Adds the page of a command, and those of the commands below it.
fn add(command: &Command, above: &[&str], pages: &mut Files) {
    let path = [above, &[command.get_name()]].concat();
    pages.insert(format!("{}.1", path.join("-")), polished(&page(command, &path)).into_bytes());
    for below in command.get_subcommands() {
        add(below, &path, pages);
    }
}

fn page(command: &Command, path: &[&str]) -> Vec<u8> {
    let is_first = path.len() == 1;
    let own = for_paper(command, is_first);
    let man = Man::new(own.clone());
    let mut page = title(path).into_bytes();
    man.render_name_section(&mut page).unwrap();
    synopsis(&own, &mut page);
    let mut roff = Roff::new();
    roff.control("SH", ["DESCRIPTION"]);
    if is_first {
        paragraphs(&mut roff, DESCRIPTION.iter().copied());
    } else {
        let about = format!("{}.", command.get_about().unwrap());
        let rest = told(command);
        paragraphs(&mut roff, std::iter::once(about.as_str()).chain(rest.iter().map(String::as_str)));
    }
    if !is_first {
        blocks(&mut roff, command);
    }
    write(&roff, &mut page);
    // What has no name stands first, as on the command line.
    let positional =
        |is: bool| own.clone().mut_args(move |arg| if arg.is_positional() == is { arg } else { arg.hide(true) });
    let headed = positional(true).mut_args(|arg| arg.help_heading("Arguments"));
    if own.get_positionals().next().is_some() {
        Man::new(headed).render_options_section(&mut page).unwrap();
    }
    Man::new(positional(false)).render_options_section(&mut page).unwrap();
    if own.has_subcommands() {
        man.render_subcommands_section(&mut page).unwrap();
    }
    let mut roff = Roff::new();
    if is_first {
        for topic in &topics() {
            section(&mut roff, topic);
        }
    } else {
        let special = special_exits(&path[1..]);
        if !special.is_empty() {
            roff.control("SH", ["EXIT STATUS"]);
            definitions(&mut roff, special.iter().map(|(code, meaning)| (code.to_string(), (*meaning).to_owned())));
        }
    }
    examples(&mut roff, command);
    see_also(&mut roff, command, path);
    write(&roff, &mut page);
    page
}

/// Makes a command read well on paper. The global options are told once, on the first page.
fn for_paper(command: &Command, is_first: bool) -> Command {
    let of_kinds = command.get_subcommand_value_name().is_some();
    let (heading, word) = if of_kinds { ("KINDS", "kind") } else { ("COMMANDS", "command") };
    let command = command.clone().subcommand_help_heading(heading).subcommand_value_name(word);
    command.mut_args(|arg| {
        let hidden = arg.is_global_set() && !is_first;
        arg.hide(hidden).hide_short_help(false)
    })
}

fn title(path: &[&str]) -> String {
    let name = path.join("-").to_uppercase();
    format!(".TH {name} 1 {DATE} \"tokctl {}\" \"tokctl manual\"\n", env!("CARGO_PKG_VERSION"))
}

/// Writes how a command is called: what must be given in full, and that there are options.
fn synopsis(command: &Command, page: &mut Vec<u8>) {
    let mut line = vec![bold(command.get_bin_name().unwrap_or(command.get_name()))];
    let (required, optional): (Vec<_>, Vec<_>) =
        command.get_opts().filter(|arg| !arg.is_hide_set()).partition(|arg| arg.is_required_set());
    if !optional.is_empty() || command.get_arguments().any(|arg| !arg.is_hide_set() && !arg.is_positional()) {
        line.extend([roman(" ["), italic("options"), roman("]")]);
    }
    let names = |arg: &clap::Arg| arg.get_value_names().unwrap_or_default().join(" ");
    for arg in required {
        line.extend([roman(" "), bold(format!("--{}", arg.get_long().unwrap())), roman(" "), italic(names(arg))]);
    }
    for arg in command.get_positionals() {
        let (open, close) = if arg.is_required_set() { ("", "") } else { ("[", "]") };
        let many = if matches!(arg.get_action(), clap::ArgAction::Append) { " ..." } else { "" };
        line.extend([roman(format!(" {open}")), italic(names(arg)), roman(format!("{close}{many}"))]);
    }
    if let Some(word) = command.get_subcommand_value_name().filter(|_| command.has_subcommands()) {
        line.extend([roman(" "), italic(word)]);
    }
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text(line);
    write(&roff, page);
}

/// Returns the paragraphs of what help says after the options.
fn told(command: &Command) -> Vec<String> {
    parts(command).into_iter().filter(|part| !part.contains(":\n")).map(|part| part.replace('\n', " ")).collect()
}

fn parts(command: &Command) -> Vec<String> {
    let text = command.get_after_long_help().or(command.get_after_help()).map(ToString::to_string).unwrap_or_default();
    text.split("\n\n").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Writes what help has as lines below a heading, with the heading.
fn blocks(roff: &mut Roff, command: &Command) {
    for part in parts(command) {
        if let Some((heading, lines)) = part.split_once(":\n") {
            roff.control("PP", []);
            roff.text(marked(&format!("{heading}:")));
            as_it_stands(roff, lines);
        }
    }
}

fn examples(roff: &mut Roff, command: &Command) {
    let text = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    if let Some((_, lines)) = text.split_once('\n') {
        roff.control("SH", ["EXAMPLES"]);
        as_it_stands(roff, lines);
    }
}

fn as_it_stands(roff: &mut Roff, lines: &str) {
    let indent = lines.lines().map(|line| line.len() - line.trim_start().len()).min().unwrap_or_default();
    roff.control("nf", []);
    for line in lines.lines() {
        roff.text([roman(&line[indent..])]);
    }
    roff.control("fi", []);
}

/// Writes a topic of help as a section.
fn section(roff: &mut Roff, topic: &Topic) {
    roff.control("SH", [topic.heading]);
    for (at, part) in topic.parts.iter().enumerate() {
        match part {
            Part::Text(text) => {
                if at > 0 {
                    roff.control("PP", []);
                }
                roff.text(marked(text));
            }
            Part::Terms(terms) => definitions(roff, terms.iter().cloned()),
        }
    }
}

fn paragraphs<'a>(roff: &mut Roff, paragraphs: impl Iterator<Item = &'a str>) {
    for (at, text) in paragraphs.enumerate() {
        if at > 0 {
            roff.control("PP", []);
        }
        roff.text(marked(text));
    }
}

fn definitions(roff: &mut Roff, entries: impl Iterator<Item = (String, String)>) {
    for (word, meaning) in entries {
        roff.control("TP", []);
        roff.text([bold(word)]);
        roff.text(marked(&meaning));
    }
}

/// Sets in bold what stands in backticks.
fn marked(text: &str) -> Vec<Inline> {
    let piece = |(at, piece): (usize, &str)| if at % 2 == 1 { bold(piece) } else { roman(piece) };
    text.split('`').enumerate().filter(|(_, piece)| !piece.is_empty()).map(piece).collect()
}

fn see_also(roff: &mut Roff, command: &Command, path: &[&str]) {
    let name = path.join("-");
    let below = command.get_subcommands().map(|below| format!("{name}-{}", below.get_name()));
    let above = (1..path.len()).map(|length| path[..length].join("-"));
    let pages: Vec<String> = above.chain(below).collect();
    roff.control("SH", ["SEE ALSO"]);
    let mut line = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        line.extend([bold(page), roman(if at + 1 == pages.len() { "(1)" } else { "(1), " })]);
    }
    roff.text(line);
    if path.len() > 1 {
        roff.control("PP", []);
        roff.text([
            roman("The global options, the exit codes, and how times are typed are told in "),
            bold("tokctl"),
            roman("(1)."),
        ]);
    }
}

fn write(roff: &Roff, page: &mut Vec<u8>) {
    roff.to_writer(page).unwrap();
}
