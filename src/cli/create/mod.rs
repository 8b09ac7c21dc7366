//! `tokctl create KIND`: one file a kind, and the options that kinds have in common.

pub(super) mod asking;
mod common;
pub(super) mod deploy;
mod deploy_key;
pub(super) mod impersonation;
mod many;
mod mixed;
mod oauth;
pub(super) mod personal;
pub(super) mod project_access;
mod runner;
pub(super) mod runner_registration;
mod table;
mod template;

use clap::{ArgMatches, Args as _, FromArgMatches as _, Subcommand};

use self::common::{Common, Scoped};
use self::mixed::Mixed;

use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use super::{prompt, values};
use crate::domain::error::Error;
use crate::domain::kind::Kind;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "create", about: "Mint a token: its secret goes to standard output, once", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let command = Which::augment_subcommands(Mixed::augment_args(command));
    of_the_table(command.subcommand_value_name("KIND").subcommand_help_heading("Kinds").after_help(EXAMPLES))
}

const EXAMPLES: &str = "\
The options of a kind stand behind it; those of `create` itself are for `--from` without a KIND.

The columns of a file with tokens of all kinds: kind, name, note, scopes, expires, project, group, user, username, use_limit; \
app for oauth; key, projects and write for deploy-key; description, tags, run_untagged, locked, access_level and \
maximum_timeout for runner; life for job, whose row starts a job. What a token of a row's kind does not have stays empty. \
A pair of oauth gives two lines, a deploy key none.

Examples:
  tokctl create deploy --scope read_registry
  tokctl create deploy --group grp -s read_registry,write_registry --expires 90d
  tokctl create deploy-key --key ./id_ed25519.pub --project grp/app --write
  tokctl create personal --scope read_api --to ./token
  tokctl create deploy -s read_registry --number 20 --name host --to-dir ./out
  tokctl create personal --from people.csv -s read_api --to-dir ./people
  tokctl create --from all.jsonl --to-dir ./all";

/// Lets each command of a kind be as the table of kinds has it.
pub(super) fn of_the_table(command: clap::Command) -> clap::Command {
    // What is changed goes to the end, so all are, in their order.
    let kinds: Vec<Kind> = command.get_subcommands().filter_map(|command| Kind::parse(command.get_name())).collect();
    let command = command.mut_subcommand(Kind::Deploy.word(), deploy::finish);
    kinds
        .into_iter()
        .fold(command, |command, kind| command.mut_subcommand(kind.word(), |of_kind| as_in_the_table(of_kind, kind)))
}

/// Gives the command of a kind its second name, and lets `--scope` take, and help and completion name, what tokens of the
/// kind can carry, and nothing else.
fn as_in_the_table(command: clap::Command, kind: Kind) -> clap::Command {
    let command = command.visible_aliases(kind.alias());
    if kind.scopes().is_empty() {
        return command;
    }
    command.mut_arg("scopes", |scope| scope.value_parser(values::scopes_of(kind)))
}

const DEPLOY_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error.

A project's deploy token of the name `gitlab-deploy-token` serves the project's jobs: each one that starts gets a secret \
of it for itself, as CI_DEPLOY_USER and CI_DEPLOY_PASSWORD; see `tokctl job start --help`. In a group the name means \
nothing.

Examples:
  tokctl create deploy --scope read_registry
  TOKEN=$(tokctl create deploy --project grp/app --scope read_registry)
  tokctl create deploy --group grp -s read_registry,write_registry --expires 90d
  tokctl create deploy --scope write_registry --name ci --to ./ci.secret
  tokctl create deploy -s read_registry --name gitlab-deploy-token
  tokctl create deploy -s read_registry --number 20 --name host --to-dir ./hosts
  tokctl create deploy --from hosts.csv -s read_registry --to ./secrets

The columns of a file: name, note, scopes (parted by blanks or commas), expires, project or group, username. What \
`tokctl list --format jsonl` writes serves too.";

const DEPLOY_KEY_EXAMPLES: &str = "\
There is no secret to hand over: the private half stays with its owner. The id goes to standard output.

Examples:
  tokctl create deploy-key --key ./id_ed25519.pub
  tokctl create deploy-key --key ./id_ed25519.pub --project grp/app --expires 1y
  ssh-keygen -y -f ./id_ed25519 | tokctl create deploy-key --key - --name mirror
  tokctl create deploy-key --from keys.csv --project grp/app

The columns of a file: name, note, expires, key (the line of the public half), project or projects (parted by blanks or \
commas), write (true or false).";

const RUNNER_EXAMPLES: &str = "\
Examples:
  tokctl create runner --instance --tag docker,linux --to ./runner
  tokctl create runner --instance --number 10 --name rack --to-dir ./rack

The columns of a file: name, note, project or group, description, tags (parted by commas), run_untagged, locked, \
access_level, maximum_timeout.";

const PERSONAL_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error.

Examples:
  tokctl create personal --scope read_api --expires 30d
  tokctl create personal --user ann -s api --name laptop --to ./laptop.secret
  tokctl create personal --from people.csv -s read_api --to-dir ./people

The columns of a file: name, note, scopes (parted by blanks or commas), expires, user.";

const IMPERSONATION_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error.

Example:
  tokctl create impersonation --user ann -s read_api --expires 1d --to ./ann

The columns of a file: name, note, scopes (parted by blanks or commas), expires, user.";

const PROJECT_ACCESS_EXAMPLES: &str = "\
The secret goes to standard output, once; all words go to standard error. Revoking the token deletes its bot user, whose \
records go to the Ghost User.

Example:
  tokctl create project-access --project grp/app -s write_repository --name ci

The columns of a file: name, note, scopes (parted by blanks or commas), expires, project.";

const REGISTRATION_EXAMPLES: &str = "\
Examples:
  tokctl create runner-registration --project grp/app --uses 1 --to ./reg
  tokctl create runner-registration --instance --uses 5 --expires 7d
  tokctl create runner-registration --instance --number 10 --to-dir ./rack

The columns of a file: name, note, expires, project or group, use_limit.";

#[derive(Clone, Debug, Subcommand)]
enum Which {
    /// A deploy token, for machines: clones, pulls and pushes images and packages in one project or group
    #[command(after_help = DEPLOY_EXAMPLES)]
    Deploy(deploy::Deploy<Scoped>),
    /// An impersonation token, for admins: acts as another user, who sees that it exists and no more
    #[command(after_help = IMPERSONATION_EXAMPLES)]
    Impersonation(impersonation::Impersonation<Scoped>),
    /// A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair
    Oauth(oauth::Oauth),
    /// A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push
    #[command(after_help = DEPLOY_KEY_EXAMPLES)]
    DeployKey(deploy_key::DeployKey),
    /// A personal access token, for one person: does what its user may, as far as its scopes go
    #[command(after_help = PERSONAL_EXAMPLES)]
    Personal(personal::Personal<Scoped>),
    /// A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project
    #[command(after_help = PROJECT_ACCESS_EXAMPLES)]
    ProjectAccess(project_access::ProjectAccess<Scoped>),
    /// A registration token: registers runners for the instance, a group or a project, and opens nothing else
    #[command(after_help = REGISTRATION_EXAMPLES)]
    RunnerRegistration(runner_registration::RunnerRegistration<Common>),
    /// A runner with its token, made without a registration token (admins only)
    #[command(after_help = RUNNER_EXAMPLES)]
    Runner(Box<runner::Runner>),
}

/// Returns what a kind is for, in a line; `None` for one that is not made here.
pub(super) fn about(kind: Kind) -> Option<String> {
    let command = Which::augment_subcommands(clap::Command::new(ENTRY.name));
    command.find_subcommand(kind.word()).and_then(|of_kind| of_kind.get_about()).map(ToString::to_string)
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    let mixed = Mixed::from_arg_matches(matches)?;
    let which = match matches.subcommand_name() {
        Some(kind) if mixed.is_given() => return Err(misplaced(kind).into()),
        Some(_) => Which::from_arg_matches(matches)?,
        None => match mixed.run(desk)? {
            Some(exit) => return Ok(exit),
            None if mixed.is_given() => return Err(no_kind().into()),
            None => chosen(desk)?,
        },
    };
    match which {
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

/// The error for options that stand before the kind they are meant for.
fn misplaced(kind: &str) -> Error {
    Error::usage("options of `create` stand before the kind")
        .because("those that stand there are for `--from` with rows of all kinds")
        .hint(format!("let them stand behind it, as in `tokctl create {kind} --from FILE`"))
}

/// The error for a command line that says neither which kind nor where it is written.
fn no_kind() -> Error {
    let command = Which::augment_subcommands(clap::Command::new(ENTRY.name));
    let kinds: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    Error::usage("no kind of token is named")
        .because(format!("there are {}", kinds.join(", ")))
        .hint("`tokctl help kinds` says what each is for, `tokctl create --help` shows examples")
}

/// Asks for the kind, where somebody can be asked.
fn chosen(desk: &Desk<'_>) -> anyhow::Result<Which> {
    let command = declare(clap::Command::new(ENTRY.name)).no_binary_name(true);
    let kinds: Vec<String> = command.get_subcommands().map(|kind| kind.get_name().to_owned()).collect();
    if !desk.may_ask() {
        return Err(no_kind().into());
    }
    let about = |kind: &clap::Command| kind.get_about().map(ToString::to_string).unwrap_or_default();
    let rows: Vec<Vec<String>> =
        command.get_subcommands().map(|kind| vec![kind.get_name().to_owned(), about(kind)]).collect();
    let at = prompt::one(desk, "Which kind of token?", &rows)?;
    Ok(Which::from_arg_matches(&command.try_get_matches_from([&kinds[at]])?)?)
}
