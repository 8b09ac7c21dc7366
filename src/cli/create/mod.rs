//! `tokctl create KIND`: one file a kind.

mod deploy;
mod deploy_key;
mod impersonation;
mod oauth;
mod personal;
mod project_access;
mod runner;
mod runner_registration;

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::handover::{HANDING, Handing, Handover, digest_in, explain_existing, record, rehearsed, unwritten};
use super::{prompt, values};
use crate::domain::error::{Error, Result};
use crate::domain::kind::Kind;
use crate::domain::scope::{Scope, ScopeSet};
use crate::domain::secret::Form;
use crate::domain::token::State;
use crate::ops::grant::{Grant, Where, wrong_scopes};
use crate::ops::list;
use crate::render::{self, Format};

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "create", about: "Mint a token: its secret goes to standard output, once", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    Which::augment_subcommands(command)
        .subcommand_value_name("KIND")
        .subcommand_help_heading("Kinds")
        .after_help(
            "Examples:\n  \
             tokctl create deploy --scope read_registry\n  \
             tokctl create deploy --group grp --scope read_repository,read_registry --expires 90d\n  \
             tokctl create deploy-key --key ./id_ed25519.pub --project grp/app --write\n  \
             tokctl create personal --scope read_api --to ./token",
        )
        .mut_subcommand("deploy", |command| deploy::finish(with_scopes_of(command, Kind::Deploy)))
        .mut_subcommand("impersonation", |command| with_scopes_of(command, Kind::Impersonation))
        .mut_subcommand("oauth", |command| with_scopes_of(command, Kind::Oauth))
        .mut_subcommand("personal", |command| with_scopes_of(command, Kind::Personal))
        .mut_subcommand("project-access", |command| with_scopes_of(command, Kind::ProjectAccess))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

/// Lets `--scope` take, and help and completion name, what tokens of the kind can carry, and nothing else.
fn with_scopes_of(command: clap::Command, kind: Kind) -> clap::Command {
    command.mut_arg("scopes", |scope| scope.value_parser(values::scopes_of(kind)))
}

const DEPLOY_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error.

Examples:
  tokctl create deploy --scope read_registry
  TOKEN=$(tokctl create deploy --project grp/app --scope read_registry)
  tokctl create deploy --group grp --scope read_repository,read_registry --expires 90d
  tokctl create deploy --scope write_registry --name ci --to ./ci.secret";

const DEPLOY_KEY_EXAMPLES: &str = "\
There is no secret to hand over: the private half stays with its owner. The id goes to standard output.

Examples:
  tokctl create deploy-key --key ./id_ed25519.pub
  tokctl create deploy-key --key ./id_ed25519.pub --project grp/app --write --expires 1y
  ssh-keygen -y -f ./id_ed25519 | tokctl create deploy-key --key - --name mirror";

const PERSONAL_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error.

Examples:
  tokctl create personal --scope read_api --expires 30d
  tokctl create personal --user ann --scope api --name laptop --to ./laptop.secret";

const IMPERSONATION_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error.

Example:
  tokctl create impersonation --user ann --scope read_api --expires 1d --to ./ann.secret";

const PROJECT_ACCESS_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error. Revoking the token deletes its bot user, whose
records go to the Ghost User.

Example:
  tokctl create project-access --project grp/app --scope write_repository --name build";

#[derive(Clone, Debug, Subcommand)]
enum Which {
    /// A deploy token, for machines: clones, pulls and pushes images and packages in one project or group
    #[command(after_help = DEPLOY_EXAMPLES)]
    Deploy(deploy::Deploy),
    /// An impersonation token, for admins: acts as another user, who sees that it exists and no more
    #[command(after_help = IMPERSONATION_EXAMPLES)]
    Impersonation(impersonation::Impersonation),
    /// A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair
    Oauth(oauth::Oauth),
    /// A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push
    #[command(after_help = DEPLOY_KEY_EXAMPLES)]
    DeployKey(deploy_key::DeployKey),
    /// A personal access token, for one person: does what its user may, as far as its scopes go
    #[command(visible_alias = "pat", after_help = PERSONAL_EXAMPLES)]
    Personal(personal::Personal),
    /// A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project
    #[command(after_help = PROJECT_ACCESS_EXAMPLES)]
    ProjectAccess(project_access::ProjectAccess),
    /// A registration token: registers runners for the instance, a group or a project, and opens nothing else
    RunnerRegistration(runner_registration::RunnerRegistration),
    /// A runner without a registration token (admins only)
    Runner(Box<runner::Runner>),
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Which::from_arg_matches(matches)? {
        Which::Deploy(deploy) => deploy.run(desk),
        Which::Impersonation(impersonation) => impersonation.run(desk),
        Which::Oauth(oauth) => oauth.run(desk),
        Which::DeployKey(key) => key.run(desk),
        Which::Personal(personal) => personal.run(desk),
        Which::ProjectAccess(access) => access.run(desk),
        Which::RunnerRegistration(registration) => registration.run(desk),
        Which::Runner(runner) => runner.run(desk),
    }
}

/// The options of every kind.
#[derive(Clone, Debug, clap::Args)]
struct Common {
    /// What the token may do; several by commas or by repeating the option
    #[arg(short, long = "scope", value_name = "SCOPE", value_delimiter = ',', value_parser = values::scopes())]
    scopes: Vec<Scope>,

    /// Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never
    #[arg(long, value_name = "WHEN")]
    expires: Option<String>,

    /// What the token is called; without it, a name is made up
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// A free text kept with the token
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Do nothing if the FILE of `--to` holds the live secret of just this grant already
    #[arg(long, requires = "to", help_heading = HANDING, display_order = 91)]
    if_not_exists: bool,

    #[command(flatten)]
    handing: Handing,
}

impl Common {
    /// Makes the grant of these options, asking for the scopes where they are missing and somebody is there.
    fn grant(&self, desk: &Desk<'_>, kind: Kind, place: Where, username: Option<String>) -> Result<Grant> {
        let named = ScopeSet::of(&self.scopes);
        let scopes = if !named.is_within(kind.scopes()) {
            return Err(wrong_scopes(kind, named));
        } else if !named.is_empty() {
            named
        } else if desk.may_ask() {
            prompt::scopes(desk, kind.scopes())?
        } else {
            return Err(Error::usage("no scope is named, and a token without scopes opens nothing")
                .hint(format!("add `--scope SCOPE`, one or more of {}", kind.scopes().words().join(", "))));
        };
        Ok(Grant {
            kind,
            place,
            name: self.name.clone(),
            note: self.note.clone(),
            scopes,
            expires: self.expires.clone(),
            username,
            use_limit: None,
        })
    }

    /// Mints what is granted, or says what would be minted.
    fn mint(&self, desk: &Desk<'_>, grant: &Grant, form: Form) -> anyhow::Result<Exit> {
        let handing = &self.handing;
        if self.if_not_exists && self.finds(desk, grant)? {
            return Ok(Exit::Done);
        }
        if handing.dry_run {
            let authority = desk.authority()?;
            let listed = authority.rehearse_mint(grant)?;
            desk.pass_on(&authority);
            rehearsed(desk, handing, listed, "nothing was made")?;
            return Ok(Exit::Done);
        }
        let handover = Handover::prepare(desk, handing, form.length());
        let handover = match handover {
            Ok(handover) => handover,
            Err(error) => return Err(explain_existing(&desk.authority()?, handing, error).into()),
        };
        let authority = desk.authority()?;
        let minted = handover.carry_out(|delivery| authority.mint(grant, delivery));
        desk.pass_on(&authority);
        let listed = minted?.listed;
        desk.note_lines(&format!(
            "made {}\n{}; `tokctl revoke {}` takes it back",
            render::tokens::account(&listed),
            Handover::whereabouts(handing),
            listed.token.id
        ));
        Ok(Exit::Done)
    }

    /// Says whether the file of `--to` holds the live secret of just this grant already.
    fn finds(&self, desk: &Desk<'_>, grant: &Grant) -> Result<bool> {
        let Some(path) = self.handing.to.as_ref().filter(|path| path.symlink_metadata().is_ok()) else {
            return Ok(false);
        };
        let authority = desk.authority()?;
        let found = digest_in(path).map(|digest| authority.find_grant(grant, &digest)).transpose()?.flatten();
        match found {
            Some(listed) => {
                desk.note(&format!(
                    "nothing to do: {} holds the live secret of token {}",
                    path.display(),
                    listed.token.id
                ));
                if desk.globals.format() == Some(Format::Json) {
                    let entry = list::Entry { state: State::Active, listed, veiled: false };
                    desk.print(&record(&entry)?).map_err(|error| unwritten(&error))?;
                }
                Ok(true)
            }
            None => Err(explain_existing(
                &authority,
                &self.handing,
                Error::conflict(format!(
                    "{} is there, and does not hold the live secret of just this grant",
                    path.display()
                ))
                .hint("name another file, or move that one away"),
            )),
        }
    }
}
