//! The manual: one page a command, made of what the command line declares, and of what only the first page tells.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use tokctl::cli::whole_tree;

use super::Files;

const DESCRIPTION: &[&str] = &[
    "tokctl is a token authority in one binary. It mints credentials, keeps no more than their digests in one local \
     SQLite file, shows each secret exactly once, answers whether a presented secret may do a thing, and takes it \
     away again.",
    "The first command that writes makes the store, an admin named after your login, and a project of your own. \
     There is nothing to set up.",
    "A secret goes to standard output, once, with one newline after it; all words go to standard error. So \
     TOKEN=$(tokctl create deploy --scope read_registry) holds the secret and nothing else. A token comes alive only \
     if its secret was delivered: with a closed standard output, or a reader that is gone, the exit code is 8 and \
     there is no live token.",
    "Secrets come in by standard input, by a private file, or by a prompt that does not show them; never as an \
     argument, where others could read them.",
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("TOKCTL_STORE", "The store to work on, where --store names none."),
    (
        "TOKCTL_PROJECT",
        "The project that `tokctl create`, `tokctl exec` and `tokctl job start` take where none is named. What it chose is said.",
    ),
    ("CI_PROJECT_PATH", "The same, where TOKCTL_PROJECT is not set. GitLab CI sets it in every job."),
    ("CI", "If set and not empty, nothing is ever asked, as with --no-input."),
    ("NO_COLOR", "If set and not empty, output has no colour, unless --color always asks for it."),
    ("TERM", "`dumb` means the same as NO_COLOR."),
    ("CLICOLOR_FORCE", "If set to anything but 0, output is coloured where it goes to no terminal too."),
    ("PATH", "Where `tokctl exec` looks for its command."),
    ("XDG_RUNTIME_DIR", "Where `tokctl exec` puts the private file of a secret, if nobody else can write there."),
    ("TMPDIR", "The same, where XDG_RUNTIME_DIR will not do; without it, /tmp."),
    (
        "GIT_CONFIG_COUNT",
        "How many settings there are for git already; `tokctl exec --emit git-credential` adds its own.",
    ),
    ("XDG_DATA_HOME", "Where the directory tokctl with the store lies on Linux; without it, ~/.local/share."),
];

const FILES: &[(&str, &str)] = &[
    ("~/.local/share/tokctl/store.db", "The store on Linux. `tokctl store path` prints where yours is."),
    ("~/Library/Application Support/tokctl/store.db", "The store on macOS."),
    (
        "store.db-wal, store.db-shm",
        "The store's write-ahead log and its index. They belong to the store: never delete or copy one without the other.",
    ),
    ("store.db.lock", "The lock on which writers queue. It is empty."),
    ("store.db.reserve", "Room set aside on the disk, so that a token can be revoked even when the disk is full."),
];

const FILES_AFTER: &str = "All of them are readable by their owner alone (0600, in a directory that is 0700), and tokctl \
     refuses to work where they are not. Whoever can write the store can act as anyone in it.";

/// Returns every page by the name of its file.
pub(super) fn pages() -> Files {
    let mut root = whole_tree().disable_help_subcommand(true);
    root.build();
    let mut pages = Files::new();
    add(&root, None, &mut pages);
    pages
}

fn add(command: &Command, above: Option<&str>, pages: &mut Files) {
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    pages.insert(format!("{name}.1"), page(command, above));
    for below in command.get_subcommands() {
        add(below, Some(&name), pages);
    }
}

fn page(command: &Command, above: Option<&str>) -> Vec<u8> {
    let own = for_paper(command, above.is_none());
    let man = Man::new(own.clone());
    let mut page = Vec::new();
    page.extend(title(&man.get_filename()).into_bytes());
    man.render_name_section(&mut page).unwrap();
    man.render_synopsis_section(&mut page).unwrap();
    let help = Help::of(command);
    let codes = "Exit codes:";
    let mut roff = Roff::new();
    roff.control("SH", ["DESCRIPTION"]);
    if above.is_none() {
        paragraphs(&mut roff, DESCRIPTION);
    } else {
        roff.text([roman(format!("{}.", command.get_about().unwrap()))]);
        for text in &help.paragraphs {
            roff.control("PP", []);
            roff.text([roman(text)]);
        }
    }
    for block in help.blocks.iter().filter(|block| block[0] != codes && !is_examples(block)) {
        roff.control("PP", []);
        roff.text([roman(&block[0])]);
        lines(&mut roff, block);
    }
    write(&roff, &mut page);
    man.render_options_section(&mut page).unwrap();
    if own.has_subcommands() {
        man.render_subcommands_section(&mut page).unwrap();
    }
    let mut roff = Roff::new();
    blocks(&mut roff, "EXIT STATUS", help.blocks.iter().filter(|block| block[0] == codes));
    if above.is_none() {
        definitions(&mut roff, "ENVIRONMENT", ENVIRONMENT);
        definitions(&mut roff, "FILES", FILES);
        roff.control("PP", []);
        roff.text([roman(FILES_AFTER)]);
    }
    blocks(&mut roff, "EXAMPLES", help.blocks.iter().filter(|block| is_examples(block)));
    see_also(&mut roff, command, above);
    write(&roff, &mut page);
    page
}

/// Makes a command read well on paper. The global options are told once, on the first page.
fn for_paper(command: &Command, is_first: bool) -> Command {
    let of_kinds = command.get_subcommand_value_name().is_some();
    let (heading, word) = if of_kinds { ("KINDS", "kind") } else { ("COMMANDS", "command") };
    command.clone().subcommand_help_heading(heading).subcommand_value_name(word).mut_args(|arg| {
        if arg.get_id() == "help" {
            return arg.help("Print help; -h prints a shorter one");
        }
        let hidden = arg.is_global_set() && !is_first;
        arg.hide(hidden).hide_short_help(false)
    })
}

/// Returns the line of the title. It has no date, which would change from day to day.
fn title(file: &str) -> String {
    let name = file.trim_end_matches(".1").to_uppercase();
    format!(".TH {name} 1 \"\" \"tokctl {}\" \"tokctl manual\"\n", env!("CARGO_PKG_VERSION"))
}

/// What help says after the options: paragraphs, and blocks of lines under a heading.
struct Help {
    paragraphs: Vec<String>,
    blocks: Vec<Vec<String>>,
}

impl Help {
    fn of(command: &Command) -> Self {
        let text = command.get_after_long_help().or(command.get_after_help());
        let text = text.map(ToString::to_string).unwrap_or_default();
        let (blocks, paragraphs): (Vec<&str>, Vec<&str>) =
            text.split("\n\n").filter(|part| !part.is_empty()).partition(|part| part.contains(":\n"));
        let lines = |block: &str| block.lines().map(str::to_owned).collect();
        Self {
            paragraphs: paragraphs.into_iter().map(|text| text.replace('\n', " ")).collect(),
            blocks: blocks.into_iter().map(lines).collect(),
        }
    }
}

/// Writes blocks of lines as they stand; their own heading gives way to that of the section.
fn blocks<'a>(roff: &mut Roff, heading: &str, blocks: impl Iterator<Item = &'a Vec<String>>) {
    for (at, block) in blocks.enumerate() {
        if at == 0 {
            roff.control("SH", [heading]);
        } else {
            roff.control("PP", []);
        }
        lines(roff, block);
    }
}

/// Says whether a block is one of examples, which have a section of their own.
fn is_examples(block: &[String]) -> bool {
    block[0].starts_with("Example")
}

/// Writes the lines below a heading as they stand.
fn lines(roff: &mut Roff, block: &[String]) {
    roff.control("nf", []);
    let indent = block[1..].iter().map(|line| line.len() - line.trim_start().len()).min().unwrap_or_default();
    for line in &block[1..] {
        roff.text([roman(&line[indent..])]);
    }
    roff.control("fi", []);
}

fn paragraphs(roff: &mut Roff, paragraphs: &[&str]) {
    for (at, text) in paragraphs.iter().enumerate() {
        if at > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(*text)]);
    }
}

fn definitions(roff: &mut Roff, heading: &str, entries: &[(&str, &str)]) {
    roff.control("SH", [heading]);
    for (word, meaning) in entries {
        roff.control("TP", []);
        roff.text([if heading == "FILES" { italic(*word) } else { bold(*word) }]);
        roff.text([roman(*meaning)]);
    }
}

fn see_also(roff: &mut Roff, command: &Command, above: Option<&str>) {
    let name = command.get_display_name().unwrap_or(command.get_name());
    let below = command.get_subcommands().map(|below| format!("{name}-{}", below.get_name()));
    let first = (above != Some("tokctl")).then(|| above.map(str::to_owned)).flatten();
    let root = above.map(|_| "tokctl".to_owned());
    let pages: Vec<String> = root.into_iter().chain(first).chain(below).collect();
    roff.control("SH", ["SEE ALSO"]);
    let mut line = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        line.extend([bold(page), roman(if at + 1 == pages.len() { "(1)" } else { "(1), " })]);
    }
    roff.text(line);
    if above.is_some() {
        roff.control("PP", []);
        roff.text([
            roman("The global options, exit codes, variables and files are told in "),
            bold("tokctl"),
            roman("(1)."),
        ]);
    }
}

fn write(roff: &Roff, page: &mut Vec<u8>) {
    roff.to_writer(page).unwrap();
}
