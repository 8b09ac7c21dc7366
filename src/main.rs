//! The outside world: the clock, the environment, the account and the streams are read here, once, and handed down.
#![expect(clippy::disallowed_methods, reason = "this is the room in which the clock and the environment are read")]

use std::env;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::Utc;
use directories::ProjectDirs;
use nix::unistd::{Uid, User, gethostname};
use tokctl::cli::world::Account;
use tokctl::cli::{self, Environment, World, process};
use tokctl::domain::time::Timestamp;

#[cfg(not(unix))]
compile_error!("tokctl runs on Linux and macOS; Windows is not supported");

fn main() -> ExitCode {
    let ended = process::guard().map_err(anyhow::Error::from).and_then(|()| {
        let world = World {
            arguments: env::args_os().collect(),
            environment: environment(),
            account: account()?,
            clock: &|| Timestamp::from_clock(Utc::now()),
            stdin: stream(io::stdin())?,
            stdout: process::unless_closed(stream(io::stdout())?)?,
            stderr: stream(io::stderr())?,
        };
        Ok(cli::run(&world))
    });
    ended.map_or_else(
        |error| {
            writeln!(io::stderr(), "error: {error:#}").ok();
            ExitCode::from(10)
        },
        ExitCode::from,
    )
}

/// Duplicates a stream, so that it can be looked at as what it is: a pipe, a terminal, a file.
fn stream(stream: impl AsFd) -> anyhow::Result<File> {
    let descriptor: OwnedFd = stream.as_fd().try_clone_to_owned()?;
    Ok(File::from(descriptor))
}

fn environment() -> Environment {
    let text = |name| env::var(name).ok();
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = text("TERM").as_deref() == Some("dumb");
    Environment {
        store: env::var_os("TOKCTL_STORE"),
        project: env::var_os("TOKCTL_PROJECT"),
        ci_project: env::var_os("CI_PROJECT_PATH"),
        host: env::var_os("TOKCTL_HOST"),
        ci_registry: env::var_os("CI_REGISTRY"),
        ci_server: env::var_os("CI_SERVER_URL"),
        ci: is_set("CI"),
        no_color: is_set("NO_COLOR") || is_dumb,
        dumb: is_dumb || !is_set("TERM"),
        force_color: is_set("CLICOLOR_FORCE") && text("CLICOLOR_FORCE").as_deref() != Some("0"),
        path: env::var_os("PATH"),
        runtime_directory: env::var_os("XDG_RUNTIME_DIR").map(Into::into),
        temporary_directory: env::var_os("TMPDIR").map(Into::into),
        git_config_count: env::var_os("GIT_CONFIG_COUNT"),
        home: env::var_os("HOME").map(Into::into),
        data_directory: data_directory(),
    }
}

/// Returns the platform's place for data. A home that is no whole path is none: the store would be wherever one stands.
fn data_directory() -> Option<PathBuf> {
    let data = ProjectDirs::from("", "", "tokctl")?.data_dir().to_path_buf();
    data.is_absolute().then_some(data)
}

/// Asks the kernel who runs the program; `$USER` is anybody's to set. An account without a name is called by its number, but
/// not one whose name could not be looked up: the store would take it for somebody else.
fn account() -> anyhow::Result<Account> {
    let uid = Uid::current();
    let login = login_of(uid).context("cannot find out the name of the account that runs this")?;
    let login = login.unwrap_or_else(|| format!("uid-{uid}"));
    let host = gethostname().ok().and_then(|name| name.into_string().ok()).unwrap_or_else(|| "unknown".into());
    Ok(Account { uid: uid.as_raw(), login, host })
}

/// Returns the name of an account. The file first, since asking the system's name services costs more than most commands.
fn login_of(uid: Uid) -> io::Result<Option<String>> {
    let accounts = match fs::read("/etc/passwd") {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        accounts => accounts,
    };
    let of_line = |line: &str| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(uid.as_raw())).then(|| name.to_owned())
    };
    let text = accounts.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
    let known = text.lines().find_map(of_line).or_else(|| User::from_uid(uid).ok().flatten().map(|user| user.name));
    if known.is_none() {
        accounts?;
    }
    Ok(known)
}
