//! `tokctl suspend`, `resume` and `shorten`: the reversible stop, and an earlier end.

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::show::One;
use crate::domain::error::{Error, Result};
use crate::domain::expiry::{parse_life, parse_moment};
use crate::domain::name::check_note;
use crate::domain::token::Token;
use crate::ops::candidates::Purpose;
use crate::ops::list;
use crate::ops::suspend::Until;
use crate::render::tokens;

/// The command that stops.
pub(super) const SUSPEND: Entry = Entry {
    name: "suspend",
    about: "Stop a token for the time being; `resume` brings it back",
    declare: |command| {
        Suspend::augment_args(
            command
                .after_help("Examples:\n  tokctl suspend 3\n  tokctl suspend 3 --until 12h --reason 'is it leaked?'"),
        )
    },
    run: suspend,
};

/// The command that brings back.
pub(super) const RESUME: Entry =
    Entry { name: "resume", about: "Bring a suspended token back", declare: declare_resume, run: resume };

/// The command that gives an earlier end.
pub(super) const SHORTEN: Entry = Entry {
    name: "shorten",
    about: "Give a token an earlier end, never a later one",
    declare: declare_shorten,
    run: shorten,
};

fn declare_resume(command: clap::Command) -> clap::Command {
    Resume::augment_args(command.after_help("Examples:\n  tokctl resume 3\n  tokctl resume laptop --user ann"))
}

fn declare_shorten(command: clap::Command) -> clap::Command {
    Shorten::augment_args(command.after_help("Example:\n  tokctl shorten 3 --expires 7d"))
}

#[derive(Clone, Debug, clap::Args)]
struct Suspend {
    #[command(flatten)]
    one: One,

    /// When it comes back by itself: an instant, a date or a life, as in `2027-01-31T08:00:00Z` or `12h`
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,

    /// Why, for the trail
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Clone, Debug, clap::Args)]
struct Resume {
    #[command(flatten)]
    one: One,
}

#[derive(Clone, Debug, clap::Args)]
struct Shorten {
    #[command(flatten)]
    one: One,

    /// The new end, as in `create`
    #[arg(long, value_name = "WHEN")]
    expires: String,
}

fn suspend(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let suspend = Suspend::from_arg_matches(matches)?;
    let until = suspend.until.as_deref().map(until).transpose()?;
    if let Some(reason) = &suspend.reason {
        check_note(reason)?;
    }
    let which = suspend.one.which(desk, Purpose::Suspend)?;
    let authority = desk.authority()?;
    let done = authority.suspend(&which, until, suspend.reason.as_deref());
    desk.pass_on(&authority);
    told(desk, &done?, |token| {
        let end = token.suspension.and_then(|stop| stop.until);
        format!("suspended {}", end.map_or_else(|| "until it is resumed".to_owned(), |end| format!("until {end}")))
    })
}

fn resume(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let which = Resume::from_arg_matches(matches)?.one.which(desk, Purpose::Resume)?;
    let authority = desk.authority()?;
    let done = authority.resume(&which);
    desk.pass_on(&authority);
    let done = done?;
    let (resumed, still) = done.split_at(done.len().min(1));
    let exit = told(desk, resumed, |_| "resumed".to_owned())?;
    for entry in still {
        let line = tokens::line(&entry.listed);
        let id = entry.listed.token.id;
        desk.note_lines(&format!("its predecessor stays suspended: {line}; `tokctl resume {id}` brings it back"));
    }
    Ok(exit)
}

fn shorten(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let shorten = Shorten::from_arg_matches(matches)?;
    let which = shorten.one.which(desk, Purpose::Shorten)?;
    let authority = desk.authority()?;
    let done = authority.shorten(&which, &shorten.expires);
    desk.pass_on(&authority);
    told(desk, &done?, |token| format!("ends at {}", token.expires_at.map(|end| end.to_string()).unwrap_or_default()))
}

/// Reads a life, or else a date or an instant.
fn until(text: &str) -> Result<Until> {
    match parse_life(text) {
        Ok(life) if !life.is_endless() => Ok(Until::After(life)),
        Ok(_) => Err(Error::usage("`never` is no instant").hint("leave `--until` out: then it is until it is resumed")),
        Err(_) => parse_moment(text).map(Until::At),
    }
}

/// Says what was done to which tokens, and shows the one that was named where a format was asked for.
fn told(desk: &Desk<'_>, entries: &[list::Entry], words: impl Fn(&Token) -> String) -> anyhow::Result<Exit> {
    for entry in entries {
        desk.note_lines(&format!("{}: {}", words(&entry.listed.token), tokens::line(&entry.listed)));
    }
    if let [named, ..] = entries {
        desk.answer(&tokens::SHEET, &tokens::row(named))?;
    }
    Ok(Exit::Done)
}
