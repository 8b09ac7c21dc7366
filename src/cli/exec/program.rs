//! The command that is to be run: found before anything is made for it, so that a typing error makes no token.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::unistd::{AccessFlags, access};

use crate::cli::exit::Exit;
use crate::domain::error::Error;

/// Where commands are looked for if nothing says so: what the C library takes.
const PATH: &str = "/bin:/usr/bin";

/// A command that is there and can be executed.
#[derive(Debug)]
pub(super) struct Program<'w> {
    path: PathBuf,
    words: &'w [OsString],
}

/// Says why a command cannot be run, as shells do: 127 where it is not there, 126 where it cannot be executed.
#[derive(Debug)]
pub(super) struct Unfit {
    pub(super) exit: Exit,
    pub(super) error: Error,
}

impl<'w> Program<'w> {
    /// Finds the program of a command, as a shell would.
    pub(super) fn find(words: &'w [OsString], path: Option<&OsStr>) -> Result<Self, Unfit> {
        let name = words.first().map_or(OsStr::new(""), OsString::as_os_str);
        let shown = name.to_string_lossy();
        let candidates: Vec<PathBuf> = if name.as_bytes().contains(&b'/') {
            vec![name.into()]
        } else {
            let path = path.unwrap_or(OsStr::new(PATH)).as_bytes();
            path.split(|byte| *byte == b':').map(|directory| in_directory(directory, name)).collect()
        };
        let mut why_not = None;
        for path in candidates.into_iter().filter(|_| !name.is_empty()) {
            match executable(&path) {
                Ok(()) => return Ok(Self { path, words }),
                Err(why) => why_not = why_not.or(why.map(|why| (path, why))),
            }
        }
        Err(match why_not {
            Some((path, why)) => Unfit {
                exit: Exit::NotExecutable,
                error: Error::usage(format!("`{shown}` cannot be executed, so no token was made"))
                    .because(format!("{}: {why}", path.display())),
            },
            None => Unfit {
                exit: Exit::NoCommand,
                error: Error::not_found(format!("there is no command `{shown}`, so no token was made")),
            },
        })
    }

    /// Prepares to start it, under the name it was called by.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command.args(self.words.iter().skip(1));
        if let Some(name) = self.words.first() {
            command.arg0(name);
        }
        command
    }

    /// Prepares to let a shell read it, where the kernel does not know what it is: a script without a first line that says
    /// so (POSIX, `execvp`).
    pub(super) fn as_script(&self) -> Command {
        let mut command = Command::new("/bin/sh");
        command.arg(&self.path).args(self.words.iter().skip(1));
        command
    }

    /// Returns its name as it was typed.
    pub(super) fn name(&self) -> String {
        self.words.first().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
}

/// An empty entry of `PATH` is the working directory.
fn in_directory(directory: &[u8], name: &OsStr) -> PathBuf {
    let directory = if directory.is_empty() { b"." } else { directory };
    Path::new(OsStr::from_bytes(directory)).join(name)
}

/// Says whether a file can be executed; else why not, where there is one.
fn executable(path: &Path) -> Result<(), Option<String>> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => access(path, AccessFlags::X_OK).map_err(|errno| Some(errno.desc().to_owned())),
        Ok(_) => Err(Some("it is no file".to_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Err(Some(error.to_string())),
        Err(_) => Err(None),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn found(directory: &Path, name: &str, path: &str) -> Result<PathBuf, u8> {
        let path = path.replace('~', &directory.display().to_string());
        let words = [OsString::from(name.replace('~', &directory.display().to_string()))];
        let program = Program::find(&words, Some(OsStr::new(&path)));
        program.map(|program| program.path).map_err(|unfit| unfit.exit.code())
    }

    #[test]
    fn a_command_is_found_as_a_shell_finds_it() {
        let home = tempfile::tempdir().unwrap();
        for (name, mode) in [("a/run", 0o644), ("b/run", 0o755), ("a/plain", 0o644)] {
            let file = home.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "").unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        }
        fs::create_dir(home.path().join("a/directory")).unwrap();
        let runs = home.path().join("b/run");
        for (name, path, expected) in [
            ("run", "~/b", Ok(runs.clone())),
            ("run", "~/none:~/a:~/b", Ok(runs.clone())),
            ("~/b/run", "", Ok(runs)),
            ("run", "~/a", Err(126)),
            ("directory", "~/a", Err(126)),
            ("~/a/plain", "~/b", Err(126)),
            ("~/a/none", "~/b", Err(127)),
            ("none", "~/a:~/b", Err(127)),
            ("run/x", "~/b", Err(127)),
            ("", "~/b", Err(127)),
        ] {
            assert_eq!(found(home.path(), name, path), expected, "{name} in {path}");
        }
    }
}
