//! `tokctl report`: what there is, for eyes.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::narrowing::Narrowing;
use super::{new_file, report};
use crate::domain::error::Error;
use crate::ops::list::{By, Filter, States};
use crate::render::report::ics::{self, Calendar};
use crate::render::report::{html, json, terminal};
use crate::render::{Format, Page};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "report", about: "Report what there is: counts, ends, ages, uses, the widest grants", declare, run };

/// How many tokens a page of HTML lists; more would be no page.
const LISTED: usize = 5000;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn declare(command: clap::Command) -> clap::Command {
    Inventory::augment_args(command.after_help(
        "Examples:\n  tokctl report\n  tokctl report --group grp --json\n  tokctl report --html report.html\n  \
         tokctl report --ics ends.ics",
    ))
}

#[derive(Clone, Debug, clap::Args)]
struct Inventory {
    /// Write one page of HTML that stands by itself to this file, readable by you alone; one that holds an
    /// earlier report is replaced; `-` is standard output
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,

    /// Write the ends of live tokens as a calendar (iCalendar, RFC 5545) to this file, new or an earlier
    /// calendar; to standard output without one
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with = "html")]
    ics: Option<PathBuf>,

    #[command(flatten)]
    narrowing: Narrowing,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let inventory = Inventory::from_arg_matches(matches)?;
    let format = desk.globals.format();
    if let (Some(_), Some(option)) = (format, inventory.form()) {
        return Err(Error::usage(format!("`{option}` is a form of its own"))
            .hint(format!("leave `--format` and `--json` out, or `{option}`"))
            .into());
    }
    match (&inventory.html, &inventory.ics) {
        (Some(path), _) => inventory.html(desk, path)?,
        (None, Some(path)) => inventory.ics(desk, path)?,
        (None, None) => inventory.show(desk, format.unwrap_or(Format::Table))?,
    }
    Ok(Exit::Done)
}

impl Inventory {
    /// Returns the option that asks for a form other than those of all output.
    fn form(&self) -> Option<&'static str> {
        self.html.as_ref().map(|_| "--html").or(self.ics.as_ref().map(|_| "--ics"))
    }

    fn show(&self, desk: &Desk<'_>, format: Format) -> anyhow::Result<()> {
        if matches!(format, Format::Csv | Format::Ids) {
            return Err(Error::usage(format!("a report is no list, and is not written as {}", format.word()))
                .hint(format!("`tokctl report --json` is for programs; `tokctl list --format {}` lists", format.word()))
                .into());
        }
        let authority = desk.authority()?;
        let report = authority.report(&self.narrowing.filter(), 0)?;
        desk.pass_on(&authority);
        let mut out = &desk.world.stdout;
        match format {
            Format::Json | Format::Jsonl => json(&report, format == Format::Jsonl, &mut out)?,
            _ => {
                let page = Page { format, ..desk.page(Some(report.now)) };
                terminal(&page, &report, &self.narrowing.words(), &mut out)?;
            }
        }
        if report.viewer.is_none() {
            desk.note("there are no tokens yet; `tokctl create deploy --scope read_registry` makes the first");
        }
        Ok(())
    }

    fn html(&self, desk: &Desk<'_>, path: &Path) -> anyhow::Result<()> {
        let authority = desk.authority()?;
        let report = authority.report(&self.narrowing.filter(), LISTED)?;
        desk.pass_on(&authority);
        new_file::write(desk, path, html::MARK, |out| {
            Ok(html::write(&report, &self.narrowing.words(), VERSION, out)?)
        })?;
        told(desk, path, "the report");
        Ok(())
    }

    fn ics(&self, desk: &Desk<'_>, path: &Path) -> anyhow::Result<()> {
        let authority = desk.authority()?;
        let filter = Filter { states: States::Expiring("never".into()), ..self.narrowing.filter() };
        let now = (desk.world.clock)();
        let naming = |text: &str| report::naming_store(desk.world, text);
        let ends = new_file::write(desk, path, ics::MARK, |out| {
            let mut calendar = Calendar::new(now, VERSION, &naming, out)?;
            let mut broken = None;
            authority.list(&filter, By::Expires, |entry, _| {
                // The others end with what they belong to, and nobody has to think of it.
                if entry.listed.token.kind.is_dated() {
                    broken = calendar.end(&entry).err();
                }
                Ok(broken.is_none())
            })?;
            Ok(broken.map_or_else(|| calendar.finish(), Err)?)
        })?;
        desk.pass_on(&authority);
        told(desk, path, &if ends == 1 { "1 end".to_owned() } else { format!("{ends} ends") });
        Ok(())
    }
}

fn told(desk: &Desk<'_>, path: &Path, what: &str) {
    if path != Path::new("-") {
        desk.note(&format!("wrote {what} to `{}`", path.display()));
    }
}
