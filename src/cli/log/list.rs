//! `tokctl log list`: events, by what the options say.

use clap::builder::NonEmptyStringValueParser;

use crate::cli::columns::chosen;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::values::{self, Object};
use crate::domain::id::TokenId;
use crate::domain::moment::Moment;
use crate::ops::log::{LogFilter, Within};
use crate::render::{Format, Page, Writer, events};

#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "A moment is a date, an instant or so long ago: 2027-01-31 (its 00:00:00 UTC), \
                        2027-01-31T08:00:00Z, 24h. From --since on, and before --until: --since 2027-01-01 --until 2027-02-01 \
                        is January.\n\n\
                        --token 3 tells the whole life of a grant: of token 3, of the tokens whose place it took, and of \
                        those that took its place. --object token:3 is about token 3 alone. `tokctl help events` lists the \
                        actions and the sorts of things.\n\n\
                        Examples:\n  tokctl log list --since 24h --action 'token.*'\n  \
                        tokctl log list --actor ann --since 2027-01-01 --until 2027-02-01\n  tokctl log list --token 3\n  \
                        tokctl log list --object user:2 --json\n  tokctl log list --group grp --reverse --limit 10")]
pub(super) struct List {
    #[command(flatten)]
    selecting: Selecting,

    /// Only the newest N
    #[arg(long, value_name = "N", value_parser = values::count)]
    limit: Option<u64>,

    /// Newest first
    #[arg(short, long)]
    reverse: bool,

    /// The columns to show, by the names they have in JSON, separated by commas; the number is always there
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,

    /// Print how many there are, and nothing else
    #[arg(long, conflicts_with_all = ["limit", "reverse", "columns"])]
    count: bool,
}

#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Selecting")]
struct Selecting {
    /// At this moment or after it: a date, an instant, or so long ago, as in `24h`
    #[arg(long, value_name = "WHEN", value_parser = values::moment, allow_hyphen_values = true)]
    since: Option<Moment>,

    /// Before this moment
    #[arg(long, value_name = "WHEN", value_parser = values::moment, allow_hyphen_values = true)]
    until: Option<Moment>,

    /// Done by this user, or by this admin in another's place
    #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
    actor: Option<String>,

    /// Of this action, `*` for anything, as in `token.*`; several by commas or by repeating the option
    #[arg(long = "action", value_name = "GLOB", value_delimiter = ',', value_parser = values::glob)]
    actions: Vec<glob::Pattern>,

    /// The whole life of this token, with its predecessors and successors
    #[arg(long, value_name = "ID", value_parser = values::token_id, conflicts_with = "object")]
    token: Option<TokenId>,

    /// About things of this sort, or one of them by its id, as in `user` or `user:2`
    #[arg(long, value_name = "WORD[:ID]", value_parser = values::object)]
    object: Option<Object>,

    /// In this project, there or deleted
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new(), conflicts_with = "group")]
    project: Option<String>,

    /// In this group, there or deleted, or in the groups and projects below it
    #[arg(long, value_name = "PATH", value_parser = NonEmptyStringValueParser::new())]
    group: Option<String>,
}

impl List {
    pub(super) fn run(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        if self.count { self.count(desk) } else { self.list(desk) }
    }

    fn count(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let authority = desk.authority()?;
        let count = authority.count_log(&self.filter());
        desk.pass_on(&authority);
        desk.print_count(count?.unwrap_or_default())?;
        Ok(Exit::Done)
    }

    fn list(self, desk: &Desk<'_>) -> anyhow::Result<Exit> {
        let authority = desk.authority()?;
        let page = Page { columns: chosen(&events::SHEET, &self.columns)?, ..desk.page(None) };
        let mut out = &desk.world.stdout;
        let mut writer = Writer::new(&page, &events::SHEET, &mut out);
        let mut broken = None;
        let there = authority.log(&self.filter(), |told| {
            broken = writer.row(&events::row(&told)).err();
            Ok(broken.is_none())
        });
        desk.pass_on(&authority);
        let there = there?;
        let found = broken.map_or_else(|| writer.finish(), Err)?;
        if found == 0 && desk.format() == Format::Table {
            desk.note(if there { "no event matches" } else { "the trail is empty" });
        }
        Ok(Exit::Done)
    }

    fn filter(&self) -> LogFilter {
        let selecting = &self.selecting;
        let project = selecting.project.clone().map(Within::Project);
        LogFilter {
            since: selecting.since,
            until: selecting.until,
            actor: selecting.actor.clone(),
            actions: selecting.actions.clone(),
            object: selecting.object.clone().map(|object| (object.word, object.id)),
            token: selecting.token,
            place: project.or_else(|| selecting.group.clone().map(Within::Group)),
            newest: self.limit,
            backwards: self.reverse,
        }
    }
}
