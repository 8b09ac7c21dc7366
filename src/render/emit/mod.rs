//! Secrets in the forms that their consumers read. The one room of output that secrets pass through.
//!
//! Never a URL with a secret in it: clients keep URLs, in `.git/config` and in logs.

mod bytes;
mod docker_config;
mod env;
mod git_credential;
mod json;
mod k8s_secret;
mod netrc;
mod quote;
mod recognise;
mod runner_toml;
#[cfg(test)]
mod tests;
mod traces;

use zeroize::Zeroizing;

use self::bytes::Bytes;
pub(crate) use self::bytes::plain;
pub(crate) use self::env::{Variable, names, variables};
pub(crate) use self::quote::{shell, word};
pub use self::recognise::{Written, recognise};
pub(crate) use self::traces::traces;
use crate::domain::access::Access;
use crate::domain::error::{Error, Result};
use crate::domain::host::Host;
use crate::domain::kind::{Kind, Login};
use crate::domain::scope::ScopeSet;
use crate::ops::mint::{Further, Minted};
use crate::store::Listed;

/// Names a form in which a secret is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emit {
    /// The secret and a line end; of a pair both, a line each.
    Secret,
    /// The record, with the secret in it.
    Json,
    /// Lines for a POSIX shell.
    Env,
    /// A `config.json` for docker, podman and skopeo.
    DockerConfig,
    /// A line for `curl --netrc-file` and whoever reads `.netrc`.
    Netrc,
    /// What a credential helper answers to git.
    GitCredential,
    /// A section for `config.toml` of a runner.
    RunnerToml,
    /// A manifest for Kubernetes.
    K8sSecret,
}

impl Emit {
    /// Every form, in the order in which help names them.
    pub const ALL: [Self; 8] = [
        Self::Secret,
        Self::Json,
        Self::Env,
        Self::DockerConfig,
        Self::Netrc,
        Self::GitCredential,
        Self::RunnerToml,
        Self::K8sSecret,
    ];

    /// Returns the form as it is typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Json => "json",
            Self::Env => "env",
            Self::DockerConfig => "docker-config",
            Self::Netrc => "netrc",
            Self::GitCredential => "git-credential",
            Self::RunnerToml => "runner-toml",
            Self::K8sSecret => "k8s-secret",
        }
    }

    /// Returns what the form is for, in a few words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Secret => "The secret and a newline, nothing else",
            Self::Json => "The whole record, with the secret in it",
            Self::Env => "Lines for a shell to read with `.` or `eval`",
            Self::DockerConfig => "A config.json for docker, podman and skopeo",
            Self::Netrc => "A line for `curl --netrc-file`",
            Self::GitCredential => "What a credential helper answers to git",
            Self::RunnerToml => "A section for the config.toml of a runner",
            Self::K8sSecret => "A manifest; with --host, one to pull images with",
        }
    }

    /// Reads a form's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == text)
    }

    /// Says whether the form names the host that the secret is for.
    #[must_use]
    pub const fn names_host(self) -> bool {
        matches!(self, Self::DockerConfig | Self::Netrc | Self::GitCredential | Self::RunnerToml)
    }

    /// Says whether the password that a job gets of a deploy token has a place in the form. Where it has none, none is made.
    #[must_use]
    pub const fn takes_password(self) -> bool {
        matches!(self, Self::Json | Self::Env)
    }

    /// Says whether many secrets go into one document of this form.
    #[must_use]
    pub const fn takes_many(self) -> bool {
        matches!(self, Self::Secret | Self::Json)
    }

    /// Checks that what is handed over can be used in this form.
    ///
    /// # Errors
    /// `Usage` for a kind that has no use for it, or where no scope opens what the form is for.
    pub fn check(self, kind: Kind, scopes: ScopeSet) -> Result<()> {
        let word = self.word();
        let unfit = |why: String| Error::usage(format!("`--emit {word}` is not for {kind} tokens")).because(why);
        let by_password = kind.login() != Login::Nobody;
        let opens = if kind.scopes().is_empty() { kind.opens() } else { kind.opens().and(scopes.opens()) };
        let opens_registry =
            [Access::RegistryRead, Access::RegistryWrite].into_iter().any(|access| opens.contains(access));
        match self {
            Self::DockerConfig if !kind.opens().contains(Access::RegistryRead) => {
                Err(unfit("they open no registry".into()))
            }
            Self::DockerConfig if !opens_registry => {
                Err(Error::usage(format!("`--emit {word}` is for a registry, and these scopes open none"))
                    .hint("add `--scope read_registry`"))
            }
            Self::Netrc | Self::GitCredential if !by_password => {
                Err(unfit("no client presents them with a username".into()))
            }
            Self::RunnerToml if kind != Kind::Runner => Err(unfit("the file holds the secrets of runners".into())),
            _ => Ok(()),
        }
    }
}

/// Writes what was minted in a form. Without a host it is for this machine.
///
/// # Errors
/// Those of [`Emit::check`]; `Failed` where the record cannot be written.
pub fn write(form: Emit, host: Option<&Host>, minted: &Minted) -> Result<Zeroizing<Vec<u8>>> {
    let token = &minted.listed.token;
    form.check(token.kind, token.scopes)?;
    let named = host;
    let default = Host::default();
    let host = host.unwrap_or(&default);
    let mut bytes = Bytes::with_capacity(4096);
    match form {
        Emit::Secret => lines(&mut bytes, minted),
        Emit::Json => json::write(&mut bytes, std::slice::from_ref(minted), &[])?,
        Emit::Env => env::write(&mut bytes, minted),
        Emit::DockerConfig => docker_config::write(&mut bytes, host, &username(&minted.listed)?, &minted.secret),
        Emit::Netrc => netrc::write(&mut bytes, host, &username(&minted.listed)?, &minted.secret),
        Emit::GitCredential => git_credential::write(&mut bytes, host, &username(&minted.listed)?, &minted.secret),
        Emit::RunnerToml => runner_toml::write(&mut bytes, host, minted),
        Emit::K8sSecret => k8s_secret::write(&mut bytes, named, minted),
    }
    Ok(bytes.finish())
}

/// Writes many in one document of a form, in their order; of those that have no secret, the records.
///
/// # Errors
/// `Usage` for a form that holds one only; those of [`write()`].
pub fn write_many(form: Emit, minted: &[Minted], keys: &[Listed]) -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Bytes::with_capacity(128 * minted.len().max(1));
    match form {
        Emit::Secret => minted.iter().for_each(|minted| lines(&mut bytes, minted)),
        Emit::Json => json::write(&mut bytes, minted, keys)?,
        other => return Err(holds_one(other)),
    }
    Ok(bytes.finish())
}

/// The error for a form that does not hold many.
#[must_use]
pub fn holds_one(form: Emit) -> Error {
    Error::usage(format!("`--emit {}` holds one secret, and here are many", form.word()))
        .hint("`--to-dir DIR` gives each a file of its own")
}

fn lines(bytes: &mut Bytes, minted: &Minted) {
    bytes.secret(&minted.secret).text("\n");
    if let Some(Further::Refresh(refresh)) = &minted.further {
        bytes.secret(refresh).text("\n");
    }
}

/// Returns the username to present a token with, which its form needs.
fn username(listed: &Listed) -> Result<String> {
    basic_username(listed).ok_or_else(|| Error::usage(format!("{} tokens have no username", listed.token.kind)))
}

/// Returns the username with which clients present a token by HTTP Basic.
#[must_use]
pub fn basic_username(listed: &Listed) -> Option<String> {
    match listed.token.kind.login() {
        Login::Own => listed.token.username(),
        Login::Any => listed.holder.clone(),
        Login::Fixed(name) => Some(name.into()),
        Login::Nobody => None,
    }
}
