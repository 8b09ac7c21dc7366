//! `tokctl scopes`: which kinds and scopes open what, under the policies of the store.

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::values;
use crate::domain::access::Access;
use crate::domain::kind::Kind;
use crate::domain::scope::Scope;
use crate::render::{Format, Sheet, Value, Writer, scopes};

/// The command.
pub(super) const ENTRY: Entry = Entry { name: "scopes", about: "Show which kinds and scopes open what", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Scopes::augment_args(
        command
            .after_help("Examples:\n  tokctl scopes\n  tokctl scopes deploy\n  tokctl scopes --access registry:write"),
    )
}

#[derive(Clone, Debug, clap::Args)]
struct Scopes {
    /// The scopes that tokens of this kind can carry
    #[arg(value_name = "KIND", value_parser = values::kinds(), conflicts_with = "access")]
    kind: Option<Kind>,

    /// The kinds and scopes that open this, the least powerful first
    #[arg(long, value_name = "AREA:ACTION", value_parser = values::accesses())]
    access: Option<Access>,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let scopes = Scopes::from_arg_matches(matches)?;
    match (scopes.kind, scopes.access) {
        (Some(kind), _) => {
            let carried: Vec<Scope> = kind.scopes().iter().collect();
            print(desk, &scopes::OF_KIND, carried.iter().map(|scope| scopes::of_kind(kind, *scope)))?;
            if carried.is_empty() {
                desk.note(&format!("{kind} tokens carry no scopes"));
            }
        }
        (None, Some(access)) => {
            let policies = desk.authority()?.policies_in_force()?;
            print(desk, &scopes::OPENERS, scopes::openers(access, &policies).into_iter())?;
        }
        (None, None) => {
            let policies = desk.authority()?.policies_in_force()?;
            let is_table = desk.format() == Format::Table;
            print(desk, &scopes::TABLE, Kind::all().map(|kind| scopes::row(kind, &policies, is_table)))?;
            if is_table {
                desk.print(&scopes::footnotes(&policies))?;
            }
        }
    }
    Ok(Exit::Done)
}

fn print<'a>(desk: &Desk<'_>, sheet: &Sheet, rows: impl Iterator<Item = Vec<Value<'a>>>) -> std::io::Result<()> {
    let page = desk.page(None);
    let mut out = &desk.world.stdout;
    let mut writer = Writer::new(&page, sheet, &mut out);
    for row in rows {
        writer.row(&row)?;
    }
    writer.finish().map(|_| ())
}
