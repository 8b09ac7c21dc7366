//! `tokctl list`: which tokens there are.

use std::io::ErrorKind;

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::alarmed::Alarmed;
use super::columns::chosen;
use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::select::Selecting;
use super::values;
use crate::domain::error::Result;
use crate::domain::moment::Moment;
use crate::ops::Authority;
use crate::ops::list::{By, Filter, Stopped};
use crate::render::{Format, Page, Writer, tokens};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "list", about: "List tokens: the live ones, or those that the options select", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    List::augment_args(command.after_help(HELP))
}

const HELP: &str = "\
With --access or --valid-in, what is stopped for the time being is left out, since it opens nothing: suspended tokens, and \
those of a blocked user. With --all, or with --suspended, they are listed too.

--as-of lists the tokens that there were at a moment, in the states and with the ends that they had then, whatever became of \
them since. What they could reach goes by the roles, the groups, the deploy keys and the policies of then, as the trail tells \
them. Names and paths are those of today, or the last of what is gone; last uses are those of today too; and you see what \
you may see today.

Examples:
  tokctl list
  tokctl list --expired
  tokctl list --expiring 14d --fail-if-any
  tokctl list --expiring this-month
  tokctl list --unused 90d --sort used --columns name,used_at,used_from
  tokctl list --access repository:write --valid-in grp/app --json
  tokctl list --access repository:write --valid-in grp/app --as-of 30d
  tokctl list --created-by ann --all --columns kind,name,state,where,created_at";

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
    /// By last use: the never used first, then those used the longest ago
    Used,
}

#[derive(Clone, Debug, clap::Args)]
struct List {
    /// What to sort by
    #[arg(long, value_name = "BY", value_enum, default_value = "id")]
    sort: Sort,

    /// Stop after this many
    #[arg(long, value_name = "N", value_parser = values::count)]
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

    /// As everything was at this moment, at the end of its second: a date (its 00:00:00 UTC), an instant, or so long ago
    #[arg(long, value_name = "WHEN", value_parser = values::moment, allow_hyphen_values = true, help_heading = "Selecting",
          conflicts_with_all = ["unused", "never_used"])]
    as_of: Option<Moment>,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let list = List::from_arg_matches(matches)?;
    let found = if list.count { list.count(desk)? } else { list.list(desk)? };
    Ok(if list.fail_if_any && found > 0 { Exit::Findings } else { Exit::Done })
}

impl List {
    fn count(&self, desk: &Desk<'_>) -> anyhow::Result<u64> {
        let authority = desk.authority()?;
        self.selecting.warn_of_uses(desk, &authority)?;
        let count = authority.count(&self.filter())?;
        desk.pass_on(&authority);
        let count = count.unwrap_or_default();
        desk.print_count(count)?;
        self.tell_stopped(desk, &authority)?;
        Ok(count)
    }

    fn list(&self, desk: &Desk<'_>) -> anyhow::Result<u64> {
        let authority = desk.authority()?;
        self.selecting.warn_of_uses(desk, &authority)?;
        let now = (desk.world.clock)();
        let page = Page { columns: chosen(&tokens::SHEET, &self.columns)?, ..desk.page(Some(now)) };
        let mut out = &desk.world.stdout;
        let mut writer = Writer::new(&page, &tokens::SHEET, &mut out);
        let mut broken = None;
        let mut alarmed = Alarmed::default();
        let mut left = self.limit.unwrap_or(u64::MAX);
        let there = authority.list(&self.filter(), self.order(), |entry, _| {
            left -= 1;
            alarmed.see(&entry);
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
        if desk.format() == Format::Table {
            alarmed.tell(desk);
        }
        self.tell_stopped(desk, &authority)?;
        if found == 0 && desk.format() == Format::Table {
            desk.note(if there {
                "no token matches"
            } else {
                "there are no tokens yet; `tokctl create deploy --scope read_registry` makes the first"
            });
        }
        Ok(found as u64)
    }

    fn filter(&self) -> Filter {
        let stopped = if self.selecting.asks_what_opens() { Stopped::Not } else { Stopped::Too };
        Filter { as_of: self.as_of, stopped, ..self.selecting.filter() }
    }

    /// Says how many were left out since they are stopped for the time being.
    fn tell_stopped(&self, desk: &Desk<'_>, authority: &Authority<'_>) -> Result<()> {
        let filter = self.filter();
        if filter.stopped == Stopped::Too || desk.format() != Format::Table {
            return Ok(());
        }
        let count = authority.count(&Filter { stopped: Stopped::Only, ..filter })?.unwrap_or_default();
        let those = match count {
            0 => return Ok(()),
            1 => "1 more would be listed if it were not stopped, as it is suspended or its user is blocked".to_owned(),
            _ => format!(
                "{count} more would be listed if they were not stopped: they are suspended, or their user is blocked"
            ),
        };
        desk.note(&format!("{those}; `--all` lists what is stopped too, and what is dead"));
        Ok(())
    }

    fn order(&self) -> By {
        match self.sort {
            Sort::Id => By::Id,
            Sort::Name => By::Name,
            Sort::Kind => By::Kind,
            Sort::Expires => By::Expires,
            Sort::Newest => By::Newest,
            Sort::Used => By::Used,
        }
    }
}
