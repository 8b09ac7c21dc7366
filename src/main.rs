//! The outside world: the clock, the environment, the account and the streams are read here, once, and handed down.
#![expect(clippy::disallowed_methods, reason = "this is the room in which the clock and the environment are read")]

use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::os::fd::{AsFd, OwnedFd};
use std::process::ExitCode;

use chrono::Utc;
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
            account: account(),
            clock: &|| Timestamp::from_clock(Utc::now()),
            stdin: stream(std::io::stdin())?,
            stdout: process::unless_closed(stream(std::io::stdout())?)?,
            stderr: stream(std::io::stderr())?,
        };
        Ok(cli::run(&world))
    });
    ended.map_or_else(
        |error| {
            writeln!(std::io::stderr(), "error: {error:#}").ok();
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
    Environment {
        store: env::var_os("TOKCTL_STORE"),
        project: env::var_os("TOKCTL_PROJECT"),
        ci_project: env::var_os("CI_PROJECT_PATH"),
        host: env::var_os("TOKCTL_HOST"),
        ci_registry: env::var_os("CI_REGISTRY"),
        ci_server: env::var_os("CI_SERVER_URL"),
        ci: is_set("CI"),
        no_color: is_set("NO_COLOR") || text("TERM").as_deref() == Some("dumb"),
        force_color: is_set("CLICOLOR_FORCE") && text("CLICOLOR_FORCE").as_deref() != Some("0"),
        path: env::var_os("PATH"),
        runtime_directory: env::var_os("XDG_RUNTIME_DIR").map(Into::into),
        temporary_directory: env::var_os("TMPDIR").map(Into::into),
        git_config_count: env::var_os("GIT_CONFIG_COUNT"),
        home: env::var_os("HOME").map(Into::into),
        data_directory: directories::ProjectDirs::from("", "", "tokctl").map(|dirs| dirs.data_dir().to_path_buf()),
    }
}

/// Asks the kernel who runs the program; `$USER` is anybody's to set.
fn account() -> Account {
    let uid = Uid::current();
    let login = login_of(uid.as_raw()).unwrap_or_else(|| format!("uid-{uid}"));
    let host = gethostname().ok().and_then(|name| name.into_string().ok()).unwrap_or_else(|| "unknown".into());
    Account { uid: uid.as_raw(), login, host }
}

/// Returns the name of an account. The file first, since asking the system's name services costs more than most commands.
fn login_of(uid: u32) -> Option<String> {
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let of_line = |line: &str| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(uid)).then(|| name.to_owned())
    };
    let known = accounts.lines().find_map(of_line);
    known.or_else(|| User::from_uid(Uid::from_raw(uid)).ok().flatten().map(|user| user.name))
}
