//! Putting a new secret in the place of the file that holds the old one: `rotate --to FILE --replace`.
//!
//! The new one is written to `FILE.new`, comes alive, and is renamed. Who is killed in between is helped by the next who
//! comes: `FILE.new` with a live secret is put in place, one with a dead secret is removed.

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::ErrorKind;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use nix::errno::Errno;
use nix::fcntl::OFlag;

use super::held::{all_found, digest_in};
use crate::cli::delivery::{Sink, beside, read_secret_file};
use crate::domain::error::{Error, Result};
use crate::domain::id::TokenId;
use crate::domain::token::Token;
use crate::ops::Authority;
use crate::ops::list::{Entry, Which};
use crate::render::emit::{Emit, Written, recognise, word};

/// What is to be done with a file whose secret is to be replaced.
pub(in crate::cli) enum Replacing {
    /// A new secret is to be made and put there, where one was written so.
    Begin(Box<Sink>, Option<Written>),
    /// An earlier rotation was interrupted, and is finished now: the file holds the live secret of this token.
    Finished(Box<Entry>),
}

/// What would be done with a file whose secret is to be replaced.
pub(in crate::cli) enum Outlook {
    /// A new secret would be made and put there, where one was written so.
    Begin(Option<Written>),
    /// An interrupted rotation would be finished: the live secret of this token would be put there.
    Finish(TokenId),
}

impl Replacing {
    /// Finishes what an earlier rotation of the same token left unfinished, or prepares the next.
    ///
    /// # Errors
    /// `Conflict` for a file that holds anything but one hand-over of this token, or of a dead one of this store, and
    /// where another process is at it; those of finding the token.
    pub(in crate::cli) fn of(authority: &Authority<'_>, path: &Path, which: &Which) -> Result<Self> {
        let meant = authority.show(which)?.entry.listed.token;
        let held = Held::read(authority, path, &meant)?;
        if let Some(left) = Left::find(authority, path, &meant, held.is_some())? {
            let new = beside(path);
            let Some(id) = left.next else {
                remove(&new)?;
                return Self::begin(path, &meant, held);
            };
            put_in_place(&left.file, &new, path)?;
            return Ok(Self::Finished(Box::new(authority.show(&Which::Id(id))?.entry)));
        }
        Self::begin(path, &meant, held)
    }

    /// Looks what would become of a file, and touches nothing.
    ///
    /// # Errors
    /// `Conflict` as [`Self::of`].
    pub(in crate::cli) fn check(authority: &Authority<'_>, path: &Path, which: &Which) -> Result<Outlook> {
        let meant = authority.show(which)?.entry.listed.token;
        let held = Held::read(authority, path, &meant)?;
        let left = Left::find(authority, path, &meant, held.is_some())?;
        if let Some(id) = left.as_ref().and_then(|left| left.next) {
            return Ok(Outlook::Finish(id));
        }
        refuse_others(path, &meant, held.as_ref(), &[meant.id])?;
        if left.is_none() {
            Sink::replacing(path).check(0)?;
        }
        Ok(Outlook::Begin(held.map(|held| held.written)))
    }

    fn begin(path: &Path, meant: &Token, held: Option<Held>) -> Result<Self> {
        refuse_others(path, meant, held.as_ref(), &[meant.id])?;
        Ok(Self::Begin(Box::new(Sink::replacing(path)), held.map(|held| held.written)))
    }
}

/// What the file holds that is to be replaced.
struct Held {
    /// The tokens whose live secrets are in it.
    live: Vec<TokenId>,
    written: Written,
}

impl Held {
    /// Reads it, and refuses what would be lost with it; `None`: there is no file.
    fn read(authority: &Authority<'_>, path: &Path, meant: &Token) -> Result<Option<Self>> {
        let shown = format!("`{}`", path.display());
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_file() => {}
            Ok(_) => {
                return Err(Error::conflict(format!("{shown} is no regular file, so it is not replaced"))
                    .hint("name the file itself, or another one"));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(Error::usage(format!("{shown} cannot be looked at")).because(error.to_string()));
            }
        }
        let bytes = read_secret_file(path).map_err(|error| {
            Error::usage(format!("{shown} cannot be read, so it is not replaced"))
                .because(error.to_string())
                .hint(format!("`ls -l {}` shows whose it is", word(&path.display().to_string())))
        })?;
        let bytes = bytes.unwrap_or_default();
        let (mut known, mut live) = (false, Vec::new());
        for secret in all_found(&bytes) {
            let Some((token, lives)) = authority.recognise(&secret.digest())? else { continue };
            known = true;
            if lives && !live.contains(&token.id) {
                live.push(token.id);
            }
        }
        let hint = "name the file that holds the secret which is rotated, or a new one without `--replace`";
        if !known {
            let what = format!("{shown} holds no secret of this store, so it is not replaced");
            return Err(Error::conflict(what).hint(hint));
        }
        let written = recognise(&bytes);
        let held = Self { live, written: written.clone().unwrap_or(Written { form: Emit::Secret, host: None }) };
        // An interrupted rotation may have left the old secret in it, which works on for a while.
        let own: Vec<TokenId> = [Some(meant.id), meant.predecessor].into_iter().flatten().collect();
        refuse_others(path, meant, Some(&held), &own)?;
        if written.is_none() {
            return Err(Error::conflict(format!("{shown} holds more than one secret as tokctl writes it"))
                .because("what else is in it would be lost, so it is not replaced")
                .hint("rotate to a new file without `--replace`, and put the secret where it belongs"));
        }
        Ok(Some(held))
    }
}

/// Refuses a file with a live secret of another token.
fn refuse_others(path: &Path, meant: &Token, held: Option<&Held>, own: &[TokenId]) -> Result<()> {
    let live = held.map_or(&[][..], |held| &held.live);
    let others: Vec<String> = live.iter().filter(|id| !own.contains(id)).map(ToString::to_string).collect();
    let them = match others.as_slice() {
        [] => return Ok(()),
        [id] => format!("it is token {id}"),
        ids => format!("they are tokens {}", ids.join(", ")),
    };
    Err(Error::conflict(format!("`{}` holds the live secret of another token, so it is not replaced", path.display()))
        .because(format!("{them}, and token {} is to be rotated", meant.id))
        .hint("name another file"))
}

/// A `FILE.new` that somebody left who was killed, held against others who come.
struct Left {
    file: File,
    /// The token whose live secret is in it; without one it is of no use to anybody.
    next: Option<TokenId>,
}

impl Left {
    /// Finds it; refuses what is anything else.
    fn find(authority: &Authority<'_>, path: &Path, meant: &Token, is_held: bool) -> Result<Option<Self>> {
        let new = beside(path);
        let shown = format!("`{}`", new.display());
        let cannot = |error: &std::io::Error| match error.raw_os_error().map(Errno::from_raw) {
            // A symlink, a socket.
            Some(Errno::ELOOP | Errno::ENXIO) => Error::conflict(format!("{shown} is in the way"))
                .because(error.to_string())
                .hint("see what it holds, and move it away"),
            _ => Error::delivery(format!("{shown} cannot be looked at, so nothing was made"))
                .because(error.to_string())
                .hint("see what it is, move it away if it is none of yours, and run it again"),
        };
        // Without waiting, since it may be a FIFO; a symlink is none of ours.
        let flags = (OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_NOCTTY).bits();
        let file = match OpenOptions::new().read(true).custom_flags(flags).open(&new) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(cannot(&error)),
        };
        let found = file.metadata().map_err(|error| cannot(&error))?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Error::conflict(format!("another process is writing {shown} now"))
                .hint("run it again when that one is done"),
            TryLockError::Error(error) => cannot(&error),
        })?;
        let known = digest_in(&new).map(|digest| authority.recognise(&digest)).transpose()?;
        let in_the_way = |what: &str| {
            Err(Error::conflict(format!("{shown} is in the way"))
                .because(what.to_owned())
                .hint("move it away, then run it again"))
        };
        let next = match known {
            // A rotation was killed before its commit: what it wrote is dead, or nothing.
            Some(Some((_, false))) => None,
            Some(None) if is_held => None,
            None if found.is_file() && found.len() == 0 => None,
            None | Some(None) => return in_the_way("it holds no secret of this store"),
            Some(Some((token, true))) if token.id == meant.id || token.predecessor == Some(meant.id) => Some(token.id),
            Some(Some((token, true))) => {
                return in_the_way(&format!("it holds the live secret of token {}", token.id));
            }
        };
        Ok(Some(Self { file, next }))
    }
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).map_err(|error| {
        Error::delivery(format!("`{}` is in the way and cannot be removed, so nothing was made", path.display()))
            .because(error.to_string())
    })
}

/// Renames it; whatever its mode was, nobody else may read it.
fn put_in_place(file: &File, new: &Path, path: &Path) -> Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let put = file.set_permissions(Permissions::from_mode(0o600)).and_then(|()| fs::rename(new, path));
    let put = put.and_then(|()| File::open(parent)?.sync_all());
    put.map_err(|error| {
        Error::failed(format!("`{}` holds a live secret and could not be put in its place", new.display()))
            .because(error.to_string())
    })
}
