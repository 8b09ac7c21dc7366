//! `tokctl app`: what users give OAuth tokens to.

mod refresh;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::{prompt, report, values};
use crate::domain::error::Error;
use crate::domain::kind::Kind;
use crate::domain::scope::{Scope, ScopeSet};
use crate::ops::apps::Deleted;
use crate::render::{apps, escape, tokens};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "app", about: "Add, list and delete applications, and refresh their OAuth tokens", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Verb::augment_subcommands(command.after_help(
        "Examples:\n  tokctl app add ci-dashboard --scope read_api\n  tokctl create oauth --app ci-dashboard --to ./pair\n  \
         tokctl app refresh --secret-file ./pair --to ./pair.new\n  tokctl app delete ci-dashboard",
    ))
    .subcommand_required(true)
    .arg_required_else_help(true)
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    /// Add an application
    Add {
        /// Its name, which no other application has
        #[arg(value_name = "NAME")]
        name: String,

        /// A scope that its tokens may carry; several by commas or by repeating the option
        #[arg(short, long = "scope", value_name = "SCOPE", required = true, value_delimiter = ',',
              value_parser = values::scopes_of(Kind::Oauth))]
        scopes: Vec<Scope>,

        /// Whose it is; without it, yours (another's: admins only)
        #[arg(long, value_name = "USER", value_parser = NonEmptyStringValueParser::new())]
        owner: Option<String>,
    },
    /// List the applications
    #[command(after_help = "Example:\n  tokctl app list")]
    List,
    /// Show one application
    #[command(after_help = "Example:\n  tokctl app show ci-dashboard")]
    Show {
        /// The application, by its name or its id
        #[arg(value_name = "APP")]
        app: String,
    },
    /// Give an application another name; its tokens go on
    #[command(after_help = "Example:\n  tokctl app rename ci-dashboard dashboard")]
    Rename {
        /// The application, by its name or its id
        #[arg(value_name = "APP")]
        app: String,

        /// The new name
        #[arg(value_name = "NEW")]
        new: String,
    },
    /// Delete an application; all its tokens end, access and refresh
    Delete {
        /// The application, by its name or its id
        #[arg(value_name = "APP")]
        app: String,

        /// Do not ask
        #[arg(short, long)]
        yes: bool,

        /// Say what would end, and delete nothing
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Trade a refresh secret, from standard input, for a new pair of secrets; it works once
    Refresh(refresh::Refresh),
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let verb = Verb::from_arg_matches(matches)?;
    let authority = desk.authority()?;
    match verb {
        Verb::Add { name, scopes, owner } => {
            let added = authority.add_app(&name, ScopeSet::of(&scopes), owner.as_deref());
            desk.pass_on(&authority);
            let added = added?;
            desk.note(&format!(
                "added the application {} `{name}` of `{}`; `tokctl create oauth --app {}` gives it a token",
                added.app.id, added.owner, added.app.id
            ));
            desk.answer(&apps::SHEET, &apps::row(&added))?;
        }
        Verb::List => {
            let listed = authority.apps()?.unwrap_or_default();
            desk.pass_on(&authority);
            let none = "there are no applications yet; `tokctl app add NAME --scope SCOPE` adds one";
            desk.list(&apps::SHEET, listed.iter().map(apps::row), none)?;
        }
        Verb::Show { app } => {
            let app = authority.app(&app);
            desk.pass_on(&authority);
            desk.card(&apps::SHEET, &apps::row(&app?))?;
        }
        Verb::Rename { app, new } => {
            let renamed = authority.rename_app(&app, &new);
            desk.pass_on(&authority);
            let renamed = renamed?;
            desk.note(&format!("the application {} is called `{new}` now; its tokens go on", renamed.app.id));
            desk.answer(&apps::SHEET, &apps::row(&renamed))?;
        }
        Verb::Delete { app, yes, dry_run } => {
            if dry_run || !yes {
                let plan = authority.rehearse_delete_app(&app)?;
                if dry_run {
                    desk.pass_on(&authority);
                    return tell(desk, &plan, "would be deleted", "would be revoked");
                }
                if !is_confirmed(desk, &plan)? {
                    desk.note("nothing was deleted");
                    return Ok(Exit::Interrupted);
                }
            }
            let deleted = authority.delete_app(&app);
            desk.pass_on(&authority);
            return tell(desk, &deleted?, "deleted", "revoked");
        }
        Verb::Refresh(refresh) => return refresh.run(desk, &authority),
    }
    Ok(Exit::Done)
}

/// Shows what would end, and asks.
fn is_confirmed(desk: &Desk<'_>, plan: &Deleted) -> crate::domain::error::Result<bool> {
    let count = match plan.tokens.len() {
        1 => "1 token".to_owned(),
        several => format!("{several} tokens"),
    };
    let name = escape::line(&plan.app.app.name);
    if !desk.may_ask() {
        return Err(Error::usage("deleting cannot be undone, and nobody is there to be asked")
            .because(format!("the application `{name}` would be deleted, and {count} of it revoked"))
            .hint("add `--yes`, or look first with `--dry-run`"));
    }
    for listed in &plan.tokens {
        report::say(desk.world, &format!("  {}", tokens::line(listed)));
    }
    let tokens = if plan.tokens.is_empty() { String::new() } else { format!(" and revoke {count} of it") };
    prompt::confirm(desk, &format!("Delete the application `{name}`{tokens} for ever?"))
}

/// Says what went; on standard output the tokens that ended, where a format was asked for.
fn tell(desk: &Desk<'_>, deleted: &Deleted, gone: &str, ended: &str) -> anyhow::Result<Exit> {
    let app = &deleted.app.app;
    desk.note(&format!("{gone}: the application {} `{}`", app.id, app.name));
    for listed in &deleted.tokens {
        desk.note_lines(&format!("{ended} with it: {}", tokens::ended(listed)));
    }
    desk.ended(&deleted.tokens)?;
    Ok(Exit::Done)
}
