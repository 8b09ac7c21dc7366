//! `tokctl record`: what users author, and what goes to the Ghost User when they leave.

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::record_import::{self, Import};
use super::values;
use crate::domain::id::RecordId;
use crate::domain::record::RecordKind;
use crate::domain::time::Timestamp;
use crate::ops::record;
use crate::render::{Format, Writer, records};

/// The command.
pub(super) const ENTRY: Entry = Entry {
    name: "record",
    about: "Add, import, list and show what users author: issues, notes, snippets …",
    declare,
    run,
};

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  tokctl record add issue --project grp/app --author ann --title 'It broke'\n  \
         tokctl record import issues.csv\n  tokctl record list --author ghost --formerly-by ann",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Add a record
    Add(Add),
    /// Add many records, all or none, from CSV or JSON Lines
    #[command(after_help = IMPORT_HELP)]
    Import(Import),
    /// List the records that you may see
    List {
        /// In this project
        #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
        project: Option<String>,

        /// By this author
        #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
        author: Option<String>,

        /// Of this kind
        #[arg(long, value_name = "KIND", value_parser = values::record_kinds())]
        kind: Option<RecordKind>,

        /// What a user who is gone had authored, by their username then
        #[arg(long, value_name = "NAME")]
        formerly_by: Option<String>,
    },
    /// Show one record
    #[command(after_help = "Example:\n  tokctl record show 7")]
    Show {
        /// The record, by its id
        #[arg(value_name = "ID")]
        id: i64,
    },
}

#[derive(Clone, Debug, clap::Args)]
struct Add {
    /// What it is
    #[arg(value_name = "KIND", value_parser = values::record_kinds())]
    kind: RecordKind,

    /// Its project, by the path; a snippet without one is its author's own
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    project: Option<String>,

    /// Who authored it; without it, you
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    author: Option<String>,

    /// Its title
    #[arg(long, value_name = "TEXT")]
    title: String,

    /// What it is referred to by; without it, made of its number, as in `#7`
    #[arg(long, value_name = "TEXT")]
    reference: Option<String>,

    /// To whom it is assigned
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    assignee: Option<String>,

    /// Who edited it last
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    editor: Option<String>,

    /// When it was made, as `2027-01-31T12:00:00Z` or a date; else now
    #[arg(long, value_name = "INSTANT", value_parser = values::instant)]
    created_at: Option<Timestamp>,
}

const IMPORT_HELP: &str = "\
CSV begins with a line that names all eight columns, in any order; cells may be empty. JSON Lines has an object in every \
line; fields may be missing or null. Without an author it is you, without an instant it is now, without a reference it is \
made of the record's number.

In CSV:
  kind,project,reference,title,author,editor,assignee,created_at
  issue,grp/app,,It broke,ann,,bob,2027-01-31T12:00:00Z

In JSON Lines:
  {\"kind\":\"issue\",\"project\":\"grp/app\",\"title\":\"It broke\",\"author\":\"ann\"}";

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let authority = desk.authority()?;
    match Verb::from_arg_matches(matches)? {
        Verb::Add(add) => {
            let Add { kind, project, author, title, reference, assignee, editor, created_at } = add;
            let draft = record::Draft { kind, project, author, editor, assignee, reference, title, created_at };
            let filed = authority.add_record(&draft);
            desk.pass_on(&authority);
            let filed = filed?;
            desk.note(&format!("added the {kind} {} by `{}`", filed.record.id, filed.author));
            desk.answer(&records::SHEET, &records::row(&filed))?;
        }
        Verb::Import(import) => return record_import::run(desk, &import),
        Verb::List { project, author, kind, formerly_by } => {
            let page = desk.page(None);
            let mut out = &desk.world.stdout;
            let mut writer = Writer::new(&page, &records::SHEET, &mut out);
            let mut broken = None;
            authority.records(&record::Filter { kind, project, author, formerly_by }, |filed| {
                if broken.is_none() {
                    broken = writer.row(&records::row(&filed)).err();
                }
                Ok(())
            })?;
            if let Some(broken) = broken {
                return Err(broken.into());
            }
            let found = writer.finish()?;
            desk.pass_on(&authority);
            if found == 0 && page.format == Format::Table {
                desk.note("no record matches");
            }
        }
        Verb::Show { id } => {
            let filed = authority.record(RecordId(id))?;
            desk.pass_on(&authority);
            desk.card(&records::SHEET, &records::row(&filed))?;
        }
    }
    Ok(Exit::Done)
}
