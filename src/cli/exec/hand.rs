//! How a command gets its secret: in its environment, or in a private file that a variable names.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;

use super::private::{self, Private};
use crate::cli::world::Environment;
use crate::domain::error::{Error, Result};
use crate::domain::host::Host;
use crate::domain::kind::Kind;
use crate::domain::scope::ScopeSet;
use crate::ops::mint::Minted;
use crate::render::emit::{self, Emit, Variable};
use crate::store::HandOver;

/// The forms that a command has a use for, and where it finds the secret.
pub(super) const FORMS: [(Emit, &str); 6] = [
    (Emit::Env, "TOKCTL_TOKEN, beside TOKCTL_USERNAME; of a job CI_JOB_TOKEN"),
    (Emit::Secret, "A file that TOKCTL_TOKEN_FILE names, with a newline behind the secret"),
    (Emit::Json, "A file that TOKCTL_TOKEN_FILE names, with the whole record"),
    (Emit::DockerConfig, "A file that DOCKER_CONFIG and REGISTRY_AUTH_FILE lead to"),
    (Emit::Netrc, "A file that NETRC names, for `curl --netrc-file`"),
    (Emit::GitCredential, "A file that git (2.31 or newer) reads for the host; TOKCTL_CREDENTIAL_FILE names it"),
];

const TOKEN_FILE: &str = "TOKCTL_TOKEN_FILE";
const CREDENTIAL_FILE: &str = "TOKCTL_CREDENTIAL_FILE";
/// What a job gets of a deploy token goes to its environment whatever the form of its own secret, as CI has it.
const DEPLOY_PASSWORD: &str = "CI_DEPLOY_PASSWORD";
const GIT_COUNT: &str = "GIT_CONFIG_COUNT";

/// Hands a secret to a command.
pub(super) struct Hand<'w> {
    form: Emit,
    host: Option<Host>,
    environment: &'w Environment,
    /// How many settings for git stand in the environment already.
    git_settings: usize,
    private: Option<Private>,
}

impl<'w> Hand<'w> {
    /// Refuses a form that no command has a use for, or none for such a token.
    ///
    /// # Errors
    /// `Usage`.
    pub(super) fn check(form: Emit, kind: Kind, scopes: ScopeSet) -> Result<()> {
        if FORMS.iter().any(|(other, _)| *other == form) {
            return form.check(kind, scopes);
        }
        Err(Error::usage(format!("`--emit {}` is not for a command", form.word()))
            .because("what is made of it outlives the command, and the token does not")
            .hint(format!("`tokctl create {kind} --emit {} --to FILE` makes a token that stays", form.word())))
    }

    /// Prepares it; nothing is made yet.
    ///
    /// # Errors
    /// `Usage` where git would not understand the environment.
    pub(super) fn new(form: Emit, host: Option<Host>, environment: &'w Environment) -> Result<Self> {
        if form != Emit::Env {
            private::clear_up(environment);
        }
        let git_settings = if form == Emit::GitCredential { settings_of_git(environment)? } else { 0 };
        Ok(Self { form, host, environment, git_settings, private: None })
    }

    /// Takes what was minted, inside its transaction.
    ///
    /// # Errors
    /// `Delivery` where its file cannot be made; no token comes alive then.
    pub(super) fn take(&mut self, minted: &Minted) -> Result<HandOver> {
        if self.form != Emit::Env {
            let bytes = emit::write(self.form, self.host.as_ref(), minted)?;
            self.private = Some(Private::make(self.environment, self.file_name(), &bytes)?);
        }
        // Nobody has it yet: a commit that fails leaves nothing to warn of.
        Ok(HandOver::Nothing)
    }

    fn file_name(&self) -> &'static str {
        match self.form {
            Emit::DockerConfig => "config.json",
            Emit::Netrc => "netrc",
            Emit::GitCredential => "credential",
            Emit::Json => "token.json",
            _ => "token",
        }
    }

    /// Sets the variables of a command. What is no secret is always there; what another token has left is not.
    pub(super) fn equip(&self, minted: &Minted, command: &mut Command) {
        for name in emit::names(minted.listed.token.kind).iter().chain(&[TOKEN_FILE, CREDENTIAL_FILE]) {
            command.env_remove(name);
        }
        for variable in emit::variables(minted) {
            match variable {
                Variable::Plain(name, value) => {
                    command.env(name, value);
                }
                // The command's environment is the one place in memory that is not wiped: the kernel copies it from there.
                Variable::Secret(name, secret) if self.form == Emit::Env || name == DEPLOY_PASSWORD => {
                    command.env(name, OsStr::from_bytes(&emit::plain(secret)));
                }
                Variable::Secret(..) => {}
            }
        }
        if let Some(private) = &self.private {
            self.point_to(private, command);
        }
    }

    /// Names the file as its reader looks for it.
    fn point_to(&self, private: &Private, command: &mut Command) {
        let file = private.file();
        match self.form {
            Emit::DockerConfig => {
                command.env("DOCKER_CONFIG", private.directory()).env("REGISTRY_AUTH_FILE", file);
            }
            Emit::Netrc => {
                command.env("NETRC", file);
            }
            Emit::GitCredential => {
                command.env(CREDENTIAL_FILE, file);
                self.tell_git(file, command);
            }
            _ => {
                command.env(TOKEN_FILE, file);
            }
        }
    }

    /// Lets git take the credentials for this host from the file, and from no other helper.
    ///
    /// Source: git-config(1), `GIT_CONFIG_COUNT`; gitcredentials(7).
    fn tell_git(&self, file: &Path, command: &mut Command) {
        let key = format!("credential.{}.helper", self.host.clone().unwrap_or_default());
        // Asked to store or to erase, it does nothing.
        let path = emit::shell(&file.to_string_lossy());
        let helper = format!("!f() {{ if test \"$1\" = get; then cat {path}; fi; }}; f");
        // An empty one takes away those that were set before.
        for (at, value) in ["", &helper].into_iter().enumerate() {
            let at = self.git_settings + at;
            command.env(format!("GIT_CONFIG_KEY_{at}"), &key).env(format!("GIT_CONFIG_VALUE_{at}"), value);
        }
        command.env(GIT_COUNT, (self.git_settings + 2).to_string());
    }

    /// Takes the file away again; says what stays behind.
    pub(super) fn clear(self) -> Option<String> {
        self.private.and_then(Private::remove)
    }
}

/// Returns how many settings for git the environment has.
fn settings_of_git(environment: &Environment) -> Result<usize> {
    let Some(count) = environment.git_config_count.as_ref().filter(|count| !count.is_empty()) else { return Ok(0) };
    let number = count.to_str().and_then(|count| count.parse().ok()).filter(|count| *count <= 10_000_usize);
    number.ok_or_else(|| {
        Error::usage(format!("the variable {GIT_COUNT} holds no number that git would take"))
            .hint(format!("`unset {GIT_COUNT}`, or name another form with `--emit`"))
    })
}
