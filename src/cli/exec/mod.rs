//! `tokctl exec KIND -- COMMAND`: a command that is run with a token of its own, which is dead when the command has ended.
//!
//! The token is made before the command is started, and ended after it has; what happens in between is the command's. What
//! `create` asks for a kind is asked here by the same files (`create/KIND.rs`).

mod ending;
mod hand;
mod job;
mod lending;
mod loan;
mod mask;
mod outputs;
mod private;
mod program;
mod running;
mod watch;

use clap::{ArgMatches, FromArgMatches as _, Subcommand};

use self::hand::FORMS;
use self::lending::{Plain, Scoped};
use super::create::deploy::Deploy;
use super::create::impersonation::Impersonation;
use super::create::of_the_table;
use super::create::personal::Personal;
use super::create::project_access::ProjectAccess;
use super::create::runner_registration::RunnerRegistration;
use super::desk::Desk;
use super::entry::Entry;
use super::exit::Exit;
use crate::domain::error::Error;
use crate::domain::kind::Kind;

/// The command.
pub(super) const ENTRY: Entry =
    Entry { name: "exec", about: "Run a command with a token that dies with it", declare, run };

const HELP: &str = "\
The token is made before the command starts, and revoked when it has ended, however it has. Should tokctl be killed \
itself, the token ends after its `--life`. The command gets the secret in its environment, or with `--emit` in a private \
file that goes with it. In what the command puts out, the secret is masked, in base64 too, unless it goes to a terminal. \
Signals are passed on. What the command leaves running in the background is heard for 2 more seconds.

The exit code is the command's, or 128 and the signal that ended it; 125 where tokctl itself failed, 126 where the command \
cannot be executed, 127 where there is none of its name.

There is no `exec` for what is to outlive a command: `oauth`, a pair that its application renews, and `runner`, which \
stays until it is removed; nor for `deploy-key`, which has no secret to hand over.";

const EXAMPLES: &str = "\
Examples:
  tokctl exec job --project grp/app -- ./ci.sh
  tokctl exec personal --scope read_api --life 5m -- ./report.sh
  tokctl exec deploy -s read_registry --emit docker-config -- ./pull-images.sh";

const DEPLOY_EXAMPLES: &str = "\
The token is revoked when the command has ended; `tokctl exec --help` tells more.

Examples:
  tokctl exec deploy -s read_registry --emit docker-config -- ./pull-images.sh
  tokctl exec deploy -s read_repository --emit git-credential -- git fetch
  tokctl exec deploy -s read_package_registry --emit netrc -- ./fetch.sh";

const IMPERSONATION_EXAMPLES: &str = "\
The token is revoked when the command has ended; `tokctl exec --help` tells more.

Example:
  tokctl exec impersonation --user ann -s read_api -- ./what-ann-sees.sh";

const JOB_EXAMPLES: &str = "\
The job ends with the command: as success, as failed, or as canceled where a signal was to end it. The command has the \
variables of CI: CI_JOB_TOKEN, CI_JOB_ID, CI_PROJECT_PATH and their like.

Examples:
  tokctl exec job --project grp/app -- ./ci.sh
  tokctl exec job --runner-secret-file ./runner.secret --life 15m -- make test";

const PERSONAL_EXAMPLES: &str = "\
The token is revoked when the command has ended; `tokctl exec --help` tells more.

Examples:
  tokctl exec personal --scope read_api --life 5m -- ./report.sh
  tokctl exec personal -s write_repository --emit git-credential -- git push";

const PROJECT_ACCESS_EXAMPLES: &str = "\
The token is revoked when the command has ended. Its bot user leaves with it, and what the bot has authored by then goes \
to the Ghost User.

Example:
  tokctl exec project-access --project grp/app --scope api -- ./release.sh";

const RUNNER_REGISTRATION_EXAMPLES: &str = "\
The token is revoked when the command has ended; the runners that it registered stay.

Example:
  tokctl exec runner-registration --project grp/app --emit secret -- ./set-up.sh";

/// The columns in which the table of forms is laid out: a terminal that has no more shows it as it is.
const NARROW: usize = 80;

/// Returns what help says, with the forms in their table.
fn help() -> String {
    let forms = FORMS.map(|(form, text)| (form.word().to_owned(), text.to_owned()));
    let forms =
        forms.iter().flat_map(|form| super::topics::defined(form, &forms, NARROW)).collect::<Vec<_>>().join("\n");
    format!("{HELP}\n\nWhere the command finds the secret, by `--emit`:\n{forms}\n\n{EXAMPLES}")
}

fn declare(command: clap::Command) -> clap::Command {
    let command = Which::augment_subcommands(command)
        .subcommand_value_name("KIND")
        .subcommand_help_heading("Kinds")
        .after_help(help())
        .subcommand_required(true)
        .arg_required_else_help(true);
    of_the_table(command)
}

#[derive(Clone, Debug, Subcommand)]
enum Which {
    /// With a deploy token, which acts as itself in one project or group
    #[command(after_help = DEPLOY_EXAMPLES)]
    Deploy(Deploy<Scoped>),
    /// With an impersonation token, which acts as another user (admins only)
    #[command(after_help = IMPERSONATION_EXAMPLES)]
    Impersonation(Impersonation<Scoped>),
    /// As a job: with a job's token and the variables that CI sets
    #[command(after_help = JOB_EXAMPLES)]
    Job(Box<job::Job>),
    /// With a personal access token, which acts as its user
    #[command(after_help = PERSONAL_EXAMPLES)]
    Personal(Personal<Scoped>),
    /// With a project access token, and a bot user that leaves with it
    #[command(after_help = PROJECT_ACCESS_EXAMPLES)]
    ProjectAccess(ProjectAccess<Scoped>),
    /// With a token that registers runners, which stay
    #[command(after_help = RUNNER_REGISTRATION_EXAMPLES)]
    RunnerRegistration(RunnerRegistration<Plain>),
}

/// Says why there is no `exec` for a kind, and what there is instead. `None`: the word is no such kind.
pub(super) fn no_command_for(word: &str) -> Option<Error> {
    let (why, hint) = match Kind::parse(word)? {
        Kind::Oauth => {
            ("its application renews the pair for as long as it wants", "`tokctl create oauth --app APP --to FILE`")
        }
        Kind::Runner => ("a runner stays until it is removed", "`tokctl create runner --instance --to FILE`"),
        Kind::DeployKey => (
            "it has no secret to hand over: its private half stays with whoever made it",
            "`tokctl create deploy-key --key FILE`",
        ),
        _ => return None,
    };
    let error = Error::usage(format!("there is no `exec {word}`"));
    Some(error.because(why).hint(format!("{hint} makes one that stays; `tokctl exec deploy` is for one command")))
}

fn run(matches: &ArgMatches, desk: &Desk<'_>) -> anyhow::Result<Exit> {
    match Which::from_arg_matches(matches)? {
        Which::Deploy(deploy) => deploy.run(desk),
        Which::Impersonation(impersonation) => impersonation.run(desk),
        Which::Job(job) => job.run(desk),
        Which::Personal(personal) => personal.run(desk),
        Which::ProjectAccess(access) => access.run(desk),
        Which::RunnerRegistration(registration) => registration.run(desk),
    }
}
