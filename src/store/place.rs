//! Where the store lies, under which names its files stand there, and whether they may be used.
//!
//! Opens no file: closing a second descriptor of the database would drop the locks that the engine holds on it.

mod names;

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use nix::unistd::Uid;

use super::guard::{check_directory, check_file, check_file_system, look, sort_of};
use super::private::fault;
use super::shell::quoted;
use crate::domain::error::{Error, Result};

/// Says who named the store's place, so that messages can name it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The option `--store`.
    Option,
    /// The variable `TOKCTL_STORE`.
    Variable,
    /// Nobody: it is the platform's place for data.
    Default,
    /// The argument of a command: it is no store, but a copy of one.
    Argument,
}

impl Origin {
    /// Returns the words by which messages call a place that this origin named.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Option => "`--store`",
            Self::Variable => "`TOKCTL_STORE`",
            Self::Default => "the default place of the store",
            Self::Argument => "the name of the backup",
        }
    }
}

/// Holds the one path under which a store is opened: absolute, its directory without links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    directory: PathBuf,
    database: PathBuf,
    origin: Origin,
}

/// Holds what was noticed while looking at a place that may be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What does not forbid its use but should be mended, one line each.
    pub warnings: Vec<String>,
}

impl Place {
    /// Makes a place of a path as it was given; nothing need be there yet.
    ///
    /// # Errors
    /// [`Code::Usage`](crate::domain::error::Code::Usage) for a path that the engine could take for anything but a plain
    /// file; [`Code::Store`](crate::domain::error::Code::Store) where its directory cannot be looked at.
    pub fn new(path: &Path, origin: Origin) -> Result<Self> {
        let bytes = path.as_os_str().as_bytes();
        let refused = |what: &str| {
            Error::usage(format!("{} {what}", origin.words()))
                .because("a store is a plain file, never a name that the database engine reads otherwise")
                .hint("give the path of a file, as in `--store ./tokctl.db`")
        };
        if bytes.is_empty() {
            return Err(refused("is empty"));
        }
        if bytes == b":memory:" || bytes.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"file:")) {
            return Err(refused("is no plain path"));
        }
        if bytes.iter().any(|byte| matches!(byte, b'?' | 0)) {
            return Err(refused("has a `?` or a NUL in it"));
        }
        let last = bytes.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
        if matches!(last, b"" | b"." | b"..") {
            return Err(refused("names a directory"));
        }
        let absolute = std::path::absolute(path).map_err(|error| fault("find", path, &error))?;
        let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
            return Err(refused("names a directory"));
        };
        let directory = canonical(parent)?;
        Ok(Self { database: directory.join(name), directory, origin })
    }

    /// Returns who named the place.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// Says whether anything lies under the database's name, be it usable or not.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) where that cannot be seen.
    pub fn exists(&self) -> Result<bool> {
        Ok(look(&self.database)?.is_some())
    }

    /// Looks whether the store may be used: its file, the files beside it, its directory and the file system.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) with the command that mends it.
    pub fn check(&self, caller: Uid, allow_network_fs: bool) -> Result<Checked> {
        let found = look(&self.database)?.ok_or_else(|| self.missing())?;
        if !found.is_file() {
            return Err(self.no_file(sort_of(&found)));
        }
        check_file(&self.database, &found, caller)?;
        if found.size() == 0 {
            return Err(Error::store(format!("the store `{}` has zero bytes", self.database.display()))
                .because("a store is never empty, so this is none or it was cut off")
                .hint(format!("rm {}, if it never was a store", quoted(&self.database))));
        }
        for path in self.sidecars().iter().chain(&[self.lock(), self.reserve()]) {
            if let Some(found) = look(path)? {
                check_file(path, &found, caller)?;
            }
        }
        let found = look(&self.directory)?.ok_or_else(|| self.missing())?;
        let warning = check_directory(&self.directory, &found, caller)?;
        if !allow_network_fs {
            check_file_system(&self.directory)?;
        }
        Ok(Checked { warnings: warning.into_iter().collect() })
    }

    /// Makes the directories that are missing, for the caller alone; looks at the one that is there, and leaves it as it is.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) with the command that mends it.
    pub fn prepare_directory(&self, caller: Uid, allow_network_fs: bool) -> Result<Checked> {
        let mut missing = Vec::new();
        for path in self.directory.ancestors() {
            let Some(found) = look(path)? else {
                missing.push(path);
                continue;
            };
            let warning = check_directory(path, &found, caller)?;
            if !allow_network_fs {
                check_file_system(path)?;
            }
            for path in missing.iter().rev() {
                make_directory(path, caller)?;
            }
            // What is above a directory of our own is no risk to the store, as at every later open.
            return Ok(Checked { warnings: warning.filter(|_| missing.is_empty()).into_iter().collect() });
        }
        Err(self.missing())
    }

    /// Refuses to make a store where a file of another one is left: the engine would read it into the new store.
    ///
    /// # Errors
    /// [`Code::Store`](crate::domain::error::Code::Store) with the command that puts it aside.
    pub fn refuse_leftovers(&self) -> Result<()> {
        for path in self.sidecars() {
            if look(&path)?.is_some() {
                let mut aside = path.clone().into_os_string();
                aside.push(".old");
                return Err(Error::store(format!("`{}` lies where a new store is to be made", path.display()))
                    .because("it is left over from another store, or was put there to get into the new one")
                    .hint(format!("mv -n {} {}", quoted(&path), quoted(Path::new(&aside)))));
            }
        }
        Ok(())
    }

    /// Makes the error for a place where there is no store.
    #[must_use]
    pub fn missing(&self) -> Error {
        let error = Error::store(format!("there is no store at `{}`", self.database.display()));
        match self.origin {
            Origin::Option => error.hint(format!("`tokctl --store {} store init` makes it", quoted(&self.database))),
            Origin::Variable => error.because("`TOKCTL_STORE` names it").hint("`tokctl store init` makes it"),
            Origin::Default => error.hint("`tokctl store init` makes it"),
            Origin::Argument => Error::store(format!("there is no file `{}`", self.database.display())),
        }
    }

    fn no_file(&self, sort: &str) -> Error {
        let error = Error::store(format!("the store `{}` is {sort}, not a regular file", self.database.display()));
        match fs::canonicalize(&self.database) {
            Ok(target) if target.is_file() => error
                .because("under a second name it can be changed or locked unseen")
                .hint(format!("tokctl --store {} …", quoted(&target))),
            Ok(target) if target.is_dir() => {
                error.hint(format!("tokctl --store {} …", quoted(&target.join("tokctl.db"))))
            }
            Ok(_) | Err(_) => error.hint("name another place with `--store`"),
        }
    }
}

/// Follows every link in a directory's path, as far down as there is one.
fn canonical(directory: &Path) -> Result<PathBuf> {
    for found in directory.ancestors() {
        match fs::canonicalize(found) {
            Ok(canonical) => {
                let rest = directory.strip_prefix(found).unwrap_or(Path::new(""));
                // What is not there yet has no parent that `..` could mean.
                if rest.components().any(|part| part.as_os_str() == "..") {
                    return Err(Error::usage(format!("`{}` is not there", directory.display()))
                        .because("`..` leads out of a directory that does not exist"));
                }
                return Ok(if rest.as_os_str().is_empty() { canonical } else { canonical.join(rest) });
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(fault("look at", found, &error)),
        }
    }
    Err(Error::store(format!("`{}` is not there", directory.display())))
}

/// Makes one directory, for its owner only and for good; another process may have been first.
fn make_directory(path: &Path, caller: Uid) -> Result<()> {
    let fault = |error| fault("make the directory", path, &error);
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let found = look(path)?.ok_or_else(|| fault(error))?;
            return check_directory(path, &found, caller).map(drop);
        }
        Err(error) => return Err(fault(error)),
    }
    let made = fs::symlink_metadata(path).map_err(fault)?;
    if made.mode() & 0o777 != 0o700 {
        // The umask took bits from the owner too.
        fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(fault)?;
    }
    let parent = path.parent().unwrap_or(path);
    File::open(parent).and_then(|parent| parent.sync_all()).map_err(fault)
}

#[cfg(test)]
mod tests;
