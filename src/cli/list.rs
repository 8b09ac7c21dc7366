//! `tokctl list`: which tokens there are.

use std::io::ErrorKind;

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::select::Selecting;
use crate::domain::error::{Error, Result};
use crate::ops::list::By;
use crate::render::{Format, Page, Writer, tokens};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "list", about: "List tokens: the live ones, or those that the options select", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    List::augment_args(command.after_help(
        "Examples:\n  tokctl list\n  tokctl list --expired\n  tokctl list --expiring 14d --fail-if-any\n  \
         tokctl list --access repository:write --valid-in grp/app --json",
    ))
}

/// In which order tokens are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Sort {
    /// By id, oldest first
    #[default]
    Id,
    /// By name
    Name,
    /// By kind
    Kind,
    /// By end, the soonest first, `never` last
    Expires,
    /// Newest first
    Newest,
}

#[derive(Clone, Debug, clap::Args)]
struct List {
    /// What to sort by
    #[arg(long, value_name = "BY", value_enum, default_value = "id")]
    sort: Sort,

    /// Stop after this many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,

    /// The columns to show, by the names they have in JSON, separated by commas; the id is always there
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,

    /// Print how many there are, and nothing else
    #[arg(long, conflicts_with_all = ["limit", "columns"])]
    count: bool,

    /// Exit with 6 if any token is listed
    #[arg(long)]
    fail_if_any: bool,

    #[command(flatten)]
    selecting: Selecting,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let list = List::from_arg_matches(matches)?;
    let found = if list.count { list.count(desk)? } else { list.list(desk)? };
    Ok(if list.fail_if_any && found > 0 { Exit::Findings } else { Exit::Done })
}

impl List {
    fn count(&self, desk: &Desk<'_>) -> anyhow::Result<u64> {
        let authority = desk.authority()?;
        let count = authority.count(&self.selecting.filter())?;
        desk.pass_on(&authority);
        let count = count.unwrap_or_default();
        let text = match desk.format() {
            Format::Json | Format::Jsonl => format!("{{\"version\":1,\"count\":{count}}}\n"),
            Format::Table | Format::Csv | Format::Ids => format!("{count}\n"),
        };
        desk.print(&text)?;
        Ok(count)
    }

    fn list(&self, desk: &Desk<'_>) -> anyhow::Result<u64> {
        let authority = desk.authority()?;
        let now = (desk.world.clock)();
        let page = Page { columns: self.chosen()?, ..desk.page(Some(now)) };
        let mut out = &desk.world.stdout;
        let mut writer = Writer::new(&page, &tokens::SHEET, &mut out);
        let mut broken = None;
        let mut left = self.limit.unwrap_or(u64::MAX);
        let there = authority.list(&self.selecting.filter(), self.order(), |entry, _| {
            left -= 1;
            broken = writer.row(&tokens::row(&entry)).err();
            Ok(broken.is_none() && left > 0)
        })?;
        let seen = self.limit.unwrap_or(u64::MAX) - left;
        let written = broken.map_or_else(|| writer.finish(), Err);
        let found = match written {
            // Who looks at the first line only still wants to know whether there is one.
            Err(error) if error.kind() == ErrorKind::BrokenPipe && self.fail_if_any => return Ok(seen),
            written => written?,
        };
        desk.pass_on(&authority);
        if found == 0 && desk.format() == Format::Table {
            desk.note(if there {
                "no token matches"
            } else {
                "there are no tokens yet; `tokctl create deploy --scope read_registry` makes the first"
            });
        }
        Ok(found as u64)
    }

    fn order(&self) -> By {
        match self.sort {
            Sort::Id => By::Id,
            Sort::Name => By::Name,
            Sort::Kind => By::Kind,
            Sort::Expires => By::Expires,
            Sort::Newest => By::Newest,
        }
    }

    /// Returns the columns that were chosen; the id stands in every one of them, since it is what other commands take.
    fn chosen(&self) -> Result<Vec<usize>> {
        let mut chosen = Vec::new();
        for name in &self.columns {
            let at = tokens::SHEET.position(name).ok_or_else(|| {
                let all: Vec<&str> = tokens::SHEET.columns.iter().map(|column| column.key).collect();
                Error::usage(format!("there is no column `{name}`")).hint(format!("there are {}", all.join(", ")))
            })?;
            if !chosen.contains(&at) {
                chosen.push(at);
            }
        }
        if !chosen.is_empty() && !chosen.contains(&0) {
            chosen.insert(0, 0);
        }
        Ok(chosen)
    }
}
