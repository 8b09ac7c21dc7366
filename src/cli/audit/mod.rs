//! `tokctl audit`: what is wrong with tokens, or could be better.

mod rules_file;

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::narrowing::Narrowing;
use super::{report, values};
use crate::domain::audit::{Finding, Rule, Ruleset, Severity};
use crate::domain::error::{Error, Result};
use crate::ops::audit::Order;
use crate::ops::list;
use crate::render::sarif::Sarif;
use crate::render::{Format, Page, Writer, findings};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "audit", about: "Find what is wrong with tokens, or could be better", declare, run };

const HELP: &str = "\
Examples:
  tokctl audit
  tokctl audit --fail-on high
  tokctl audit --rule no-expiry,unused --project grp/app
  tokctl audit --rules rules.toml --format sarif >audit.sarif
  tokctl audit --list-rules";

const LONG_HELP: &str = "\
A rules file is TOML, with a table for each rule that is set otherwise. `--list-rules` shows the rules and their keys; \
`enabled` and `severity` every rule has.

A rules file:
  # rules.toml
  [unused]
  after = \"60d\"
  [no-expiry]
  severity = \"high\"
  [generic-name]
  enabled = false";

fn declare(command: clap::Command) -> clap::Command {
    Audit::augment_args(command.after_help(HELP).after_long_help(format!("{LONG_HELP}\n\n{HELP}")))
}

#[derive(Clone, Debug, clap::Args)]
struct Audit {
    /// Exit with 6 if anything is found that is at least so bad: low, medium, high or critical
    #[arg(long, value_name = "SEVERITY", value_parser = values::severities(), hide_possible_values = true)]
    fail_on: Option<Severity>,

    /// Ask this rule and no other; several by commas or by repeating the option
    #[arg(long = "rule", value_name = "ID", value_delimiter = ',', value_parser = values::rules(), hide_possible_values = true)]
    only: Vec<Rule>,

    /// Leave this rule out; several by commas or by repeating the option
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = values::rules(), hide_possible_values = true)]
    except: Vec<Rule>,

    /// Choose and tune the rules by this file; `-` reads it from standard input
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,

    /// Show the rules as they are set, and ask none of them
    #[arg(long)]
    list_rules: bool,

    #[command(flatten)]
    narrowing: Narrowing,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let audit = Audit::from_arg_matches(matches)?;
    let ruleset = audit.ruleset(desk)?;
    if audit.list_rules && desk.globals.wants_sarif() {
        return Err(Error::usage("the rules are no findings, and are not written as SARIF")
            .hint("`tokctl audit --list-rules --json` lists them for programs")
            .into());
    }
    if audit.list_rules {
        return list_rules(desk, &ruleset);
    }
    if !Rule::all().any(|rule| ruleset.asks(rule, None)) {
        return Err(Error::usage("no rule is left to be asked").hint("`tokctl audit --list-rules` shows them").into());
    }
    let counts = audit.find(desk, &ruleset)?;
    let is_failure =
        |least: Severity| Severity::ALL.iter().zip(counts).any(|(found, count)| *found >= least && count > 0);
    Ok(if audit.fail_on.is_some_and(is_failure) { Exit::Findings } else { Exit::Done })
}

/// How many findings there are of each severity, the worst first.
type Counts = [u64; 4];

impl Audit {
    /// Returns the rules as the options set them, what stands in the file first.
    fn ruleset(&self, desk: &Desk<'_>) -> Result<Ruleset> {
        let mut ruleset = Ruleset::default();
        if let Some(path) = &self.rules {
            rules_file::read(desk, path, &mut ruleset)?;
        }
        if !self.only.is_empty() {
            ruleset.ask_only(&self.only);
        }
        ruleset.leave_out(&self.except);
        Ok(ruleset)
    }

    fn find(&self, desk: &Desk<'_>, ruleset: &Ruleset) -> anyhow::Result<Counts> {
        let authority = desk.authority()?;
        let page = desk.page(None);
        let mut out = &desk.world.stdout;
        let mut sheets = Sink::new(desk, &page, ruleset, &mut out)?;
        let order = if page.format == Format::Ids { Order::ByToken } else { Order::WorstFirst };
        let (mut counts, mut broken) = (Counts::default(), None);
        let there = authority.audit(&self.narrowing.filter(), ruleset, order, |entry, found| {
            for finding in found {
                let at = Severity::ALL.iter().position(|severity| *severity == finding.severity);
                counts[at.unwrap_or_default()] += 1;
            }
            // A command that a finding offers names the store that was named, so that it does what it says.
            let hint = |finding: &Finding| report::naming_store(desk.world, &finding.hint);
            let found: Vec<_> = found.iter().map(|found| Finding { hint: hint(found), ..found.clone() }).collect();
            broken = sheets.write(entry, &found).err();
            Ok(broken.is_none())
        })?;
        let written = broken.map_or_else(|| sheets.finish(desk), Err);
        match written {
            // Who looks at the first line only still wants to know how bad the worst is.
            Err(error) if error.kind() == ErrorKind::BrokenPipe && self.fail_on.is_some() => return Ok(counts),
            written => written?,
        }
        desk.pass_on(&authority);
        if page.format == Format::Table {
            desk.note(&summary(counts, there));
        }
        Ok(counts)
    }
}

fn list_rules(desk: &Desk<'_>, ruleset: &Ruleset) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    let ruleset = authority.rules_in_force(ruleset)?;
    desk.pass_on(&authority);
    let is_table = desk.format() == Format::Table;
    let row = |rule: Rule| findings::rule(rule, ruleset.setting(rule), is_table);
    desk.list(&findings::RULES, Rule::all().map(row), "there are no rules")?;
    Ok(Exit::Done)
}

/// Where findings go.
enum Sink<'o> {
    Rows(Writer<'o>),
    /// Each token once, whatever was found of it.
    Tokens(Writer<'o>),
    Sarif(Sarif<'o>),
}

impl<'o> Sink<'o> {
    fn new(desk: &Desk<'_>, page: &Page, ruleset: &Ruleset, out: &'o mut &File) -> io::Result<Self> {
        if desk.globals.wants_sarif() {
            return Sarif::new(ruleset, env!("CARGO_PKG_VERSION"), out).map(Self::Sarif);
        }
        let writer = Writer::new(page, &findings::SHEET, out);
        Ok(if page.format == Format::Ids { Self::Tokens(writer) } else { Self::Rows(writer) })
    }

    fn write(&mut self, entry: &list::Entry, found: &[Finding]) -> io::Result<()> {
        match self {
            Self::Rows(writer) => found.iter().try_for_each(|finding| writer.row(&findings::row(entry, finding))),
            Self::Tokens(writer) => {
                found.iter().take(1).try_for_each(|finding| writer.row(&findings::row(entry, finding)))
            }
            Self::Sarif(sarif) => found.iter().try_for_each(|finding| sarif.result(entry, finding)),
        }
    }

    fn finish(self, desk: &Desk<'_>) -> io::Result<()> {
        match self {
            Self::Rows(writer) | Self::Tokens(writer) => writer.finish().map(|_| ()),
            Self::Sarif(sarif) => sarif.finish((desk.world.clock)()),
        }
    }
}

/// Says how many findings there are.
fn summary(counts: Counts, is_there: bool) -> String {
    let all: u64 = counts.iter().sum();
    if all == 0 {
        return if is_there { "nothing found" } else { "nothing found: there are no tokens yet" }.into();
    }
    let parts = Severity::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(severity, count)| format!("{count} {severity}")).collect();
    format!("{all} finding{}: {}", if all == 1 { "" } else { "s" }, parts.join(", "))
}
