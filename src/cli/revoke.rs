//! `tokctl revoke`: tokens taken away for ever.

use clap::{ArgMatches, Args as _, FromArgMatches as _};

use super::choose;
use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::select::Selecting;
use super::values::{self, Named};
use super::{prompt, report};
use crate::domain::error::{Error, Result};
use crate::domain::id::{JobId, RunnerId};
use crate::domain::name::check_note;
use crate::domain::token::{Belonging, Token};
use crate::ops::candidates::Purpose;
use crate::ops::list;
use crate::ops::revoke::{Fate, Target};
use crate::ops::suspend::Which;
use crate::render::{Format, Writer, leaving, tokens};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "revoke", about: "Take tokens away for ever, by id or by the options of `list`", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Revoke::augment_args(command.after_help(
        "With --access or --valid-in, what is stopped for the time being is meant too, since it may come back: suspended \
         tokens, and those of a blocked user, which `tokctl list` leaves out then.\n\n\
         Examples:\n  tokctl revoke 3\n  tokctl revoke 3 7 --yes --reason 'laptop lost'\n  \
         tokctl revoke --expired --yes\n  tokctl revoke --unused 90d --dry-run\n  tokctl revoke --created-by ann --dry-run",
    ))
}

#[derive(Clone, Debug, clap::Args)]
struct Revoke {
    /// The tokens, by id; or by name with --project, --group or --user; without any, and without an option that selects,
    /// you are asked
    #[arg(value_name = "TOKEN", value_parser = values::token)]
    tokens: Vec<Named>,

    /// Go ahead without asking
    #[arg(short, long)]
    yes: bool,

    /// Say what would be revoked, and revoke nothing
    #[arg(short = 'n', long)]
    dry_run: bool,

    /// Why, for the trail
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,

    #[command(flatten)]
    selecting: Selecting,
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let revoke = Revoke::from_arg_matches(matches)?;
    let target = revoke.target(desk)?;
    if let Some(reason) = &revoke.reason {
        check_note(reason)?;
    }
    let authority = desk.authority()?;
    revoke.selecting.warn_of_uses(desk, &authority)?;
    let reason = revoke.reason.as_deref();
    let asks = !revoke.dry_run && !revoke.yes;
    let mut confirmed = None;
    if revoke.dry_run || asks {
        let plan = authority.rehearse_revoke(&target, reason)?;
        let ending = plan.iter().filter(|fate| matches!(fate, Fate::Revoked(_) | Fate::Along(_))).count();
        if revoke.dry_run {
            desk.pass_on(&authority);
            return show(desk, &plan, ["would be revoked", "would leave", "would end"], Fate::entry_before);
        }
        if ending > 0 && !Revoke::is_confirmed(desk, &plan, ending)? {
            desk.note("nothing was revoked");
            return Ok(Exit::Interrupted);
        }
        // What was confirmed is what goes, whatever else a filter would mean by now.
        if let Target::Selected(filter) = &target {
            confirmed = Some((plan.iter().filter_map(Fate::chosen).collect::<Vec<_>>(), filter));
        }
    }
    let fates = match confirmed {
        Some((ids, filter)) => authority.revoke_confirmed(&ids, filter, reason),
        None => authority.revoke(&target, reason),
    };
    desk.pass_on(&authority);
    show(desk, &fates?, ["revoked", "left", "ended"], Fate::entry)
}

impl Revoke {
    /// Returns what is to be revoked: the tokens named, or those selected, never both; where there is neither, those that are
    /// chosen.
    fn target(&self, desk: &Desk<'_>) -> Result<Target> {
        if self.tokens.is_empty() && self.selecting.is_untouched() && desk.may_ask() {
            let chosen = choose::tokens(desk, Purpose::Revoke)?;
            return Ok(Target::Named(chosen.into_iter().map(Which::Id).collect()));
        }
        self.selecting.target(&self.tokens, "`--expired`")
    }

    /// Shows what would go, and asks.
    fn is_confirmed(desk: &Desk<'_>, plan: &[Fate], ending: usize) -> Result<bool> {
        if !desk.may_ask() {
            return Err(Error::usage("revoking cannot be undone, and nobody is there to be asked")
                .because(format!("{ending} {} would be revoked", plural(ending)))
                .hint("add `--yes`, or look first with `--dry-run`"));
        }
        for fate in plan {
            let line = match fate {
                Fate::Revoked(listed) => tokens::line(listed),
                Fate::Along(listed) => format!("{}, which hangs on it", tokens::line(listed)),
                Fate::Ended(id, outcome) => format!("  and job {id}, {}", outcome.word()),
                Fate::Passwords(ids) => format!("  and {}", passwords(ids)),
                Fate::Stay(ids) => staying(ids),
                Fate::Left(left) => format!("  and {}", leaving::bot(left)),
                Fate::LeftOut(count) => left_out(*count),
                Fate::Failed(error) => {
                    report::tell(desk.world, error);
                    continue;
                }
                Fate::Already(_) | Fate::Lives(_) | Fate::Used(_) => continue,
            };
            report::say(desk.world, &format!("  {line}"));
        }
        let tokens = format!("{ending} {}", plural(ending));
        let bots: Vec<&str> = plan
            .iter()
            .filter_map(|fate| if let Fate::Left(left) = fate { Some(left.bot.as_str()) } else { None })
            .collect();
        match bots.as_slice() {
            [] => prompt::confirm(desk, &format!("Revoke {tokens} for ever?")),
            [bot] => {
                prompt::typed(desk, &format!("The bot user leaves for good. Type its name to revoke {tokens}"), bot)
            }
            several => {
                let question =
                    format!("{} bot users leave for good. Type their number to revoke {tokens}", several.len());
                prompt::typed(desk, &question, &several.len().to_string())
            }
        }
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "token" } else { "tokens" }
}

/// Says what stays of the thing that a token belonged to.
fn left_behind(token: &Token) -> Option<String> {
    match token.of {
        // One that was rotated out has a successor, with which the runner works on.
        Belonging::Runner(id) if token.rotated_at.is_none() => {
            Some(format!("  runner {id} stays, without a secret; `tokctl runner delete {id}` removes it"))
        }
        _ => None,
    }
}

/// Says which running jobs have passwords of a token.
fn passwords(ids: &[JobId]) -> String {
    if let [id] = ids {
        return format!("the password of it that job {id} runs with");
    }
    let listed = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    format!("the passwords of it that {} jobs run with: {listed}", ids.len())
}

/// Says that the runners that a token registered are not revoked with it.
fn staying(ids: &[RunnerId]) -> String {
    if let [id] = ids {
        return format!("  runner {id}, which it registered, stays; `tokctl runner delete {id}` removes it");
    }
    let ids = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    format!("  the runners that it registered stay: {ids}; `tokctl runner delete ID` removes one")
}

/// Says what is not the caller's to end.
fn left_out(count: usize) -> String {
    let what = if count == 1 { "token is" } else { "tokens are" };
    format!("left out: {count} impersonation {what} an admin's to revoke")
}

/// Says what became of each, on standard error; on standard output the tokens, where a format was asked for.
fn show(
    desk: &Desk<'_>,
    fates: &[Fate],
    [done, gone, over]: [&str; 3],
    entry: fn(&Fate) -> Option<list::Entry>,
) -> anyhow::Result<Exit> {
    let mut first_failure = None;
    for fate in fates {
        match fate {
            Fate::Revoked(listed) => {
                desk.note_lines(&format!("{done}: {}", tokens::ended(listed)));
                if let Some(words) = left_behind(&listed.token) {
                    desk.note(&words);
                }
            }
            Fate::Along(listed) => desk.note_lines(&format!("{done} with it: {}", tokens::ended(listed))),
            Fate::Ended(id, outcome) => desk.note(&format!("{over} with it: job {id}, {}", outcome.word())),
            Fate::Passwords(ids) => desk.note(&format!("{over} with it: {}", passwords(ids))),
            Fate::Stay(ids) => desk.note(&staying(ids)),
            Fate::Left(left) => desk.note_lines(&format!("{gone} with it: {}", leaving::bot(left))),
            Fate::LeftOut(count) => desk.note(&left_out(*count)),
            Fate::Used(listed) => desk.note_lines(&format!("left out, used meanwhile: {}", tokens::line(listed))),
            Fate::Already(listed) => desk.note_lines(&format!("was revoked before: {}", tokens::line(listed))),
            Fate::Lives(listed) => {
                desk.note_lines(&format!("what took its place lives: {}", tokens::line(listed)));
                desk.note(&format!("`tokctl revoke {}` takes that away too", listed.token.id));
            }
            Fate::Failed(error) => {
                if fates.len() == 1 {
                    return Err(error.clone().into());
                }
                report::tell(desk.world, error);
                first_failure = Some(error);
            }
        }
    }
    if fates.iter().all(|fate| matches!(fate, Fate::LeftOut(_) | Fate::Used(_))) {
        desk.note("no token matches, so none was revoked");
    }
    if desk.globals.format().is_some_and(|format| format != Format::Table) {
        let page = desk.page(None);
        let mut out = &desk.world.stdout;
        let mut writer = Writer::new(&page, &tokens::SHEET, &mut out);
        for entry in fates.iter().filter_map(entry) {
            writer.row(&tokens::row(&entry))?;
        }
        writer.finish()?;
    }
    Ok(if first_failure.is_some() { Exit::Denied } else { Exit::Done })
}
