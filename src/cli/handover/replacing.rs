//! Putting a new secret in the place of the file that holds the old one: `rotate --to FILE --replace`.
//!
//! The new one is written to `FILE.new`, comes alive, and is renamed. Who is killed in between is helped by the next who
//! comes: `FILE.new` with a live secret is put in place, one with a dead secret is removed.

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use nix::fcntl::{Flock, FlockArg, OFlag};

use super::held::digest_in;
use crate::cli::delivery::{Sink, beside};
use crate::domain::error::{Error, Result};
use crate::domain::token::Token;
use crate::ops::Authority;
use crate::ops::list::{Entry, Which};

/// What is to be done with a file whose secret is to be replaced.
pub(in crate::cli) enum Replacing {
    /// A new secret is to be made and put there.
    Begin(Sink),
    /// An earlier rotation was interrupted, and is finished now: the file holds the live secret of this token.
    Finished(Box<Entry>),
}

impl Replacing {
    /// Finishes what an earlier rotation of the same token left unfinished, or prepares the next.
    ///
    /// # Errors
    /// `Conflict` for a file that holds anything but a secret of this token, or a dead one of this store, and where
    /// another process is at it; those of finding the token.
    pub(in crate::cli) fn of(authority: &Authority<'_>, path: &Path, which: &Which) -> Result<Self> {
        let meant = authority.show(which)?;
        let held = holds(authority, path)?;
        if let Some(entry) = finish(authority, path, &meant.entry.listed.token, held.as_ref())? {
            return Ok(Self::Finished(Box::new(entry)));
        }
        match held {
            Some((token, true)) if token.id != meant.entry.listed.token.id => Err(Error::conflict(format!(
                "{} holds the live secret of another token, so it is not replaced",
                path.display()
            ))
            .because(format!("it is token {}, and token {} is to be rotated", token.id, meant.entry.listed.token.id))
            .hint("name another file")),
            _ => Ok(Self::Begin(Sink::replacing(path))),
        }
    }

    /// Looks whether a file could be replaced, and touches nothing.
    ///
    /// # Errors
    /// `Conflict` as [`Self::of`].
    pub(in crate::cli) fn check(authority: &Authority<'_>, path: &Path) -> Result<()> {
        holds(authority, path).map(|_| ())
    }
}

/// Returns the token whose secret is in the file that is to be replaced, and whether it lives; `None`: there is no file.
fn holds(authority: &Authority<'_>, path: &Path) -> Result<Option<(Token, bool)>> {
    let shown = path.display();
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
    let known = digest_in(path).map(|digest| authority.recognise(&digest)).transpose()?.flatten();
    known.map(Some).ok_or_else(|| {
        Error::conflict(format!("{shown} holds no secret of this store, so it is not replaced"))
            .hint("name the file that holds the secret which is rotated, or a new one without `--replace`")
    })
}

/// Deals with a `FILE.new` that somebody left who was killed. Returns the token whose secret is in place now.
fn finish(
    authority: &Authority<'_>,
    path: &Path,
    meant: &Token,
    held: Option<&(Token, bool)>,
) -> Result<Option<Entry>> {
    let new = beside(path);
    let shown = new.display();
    let cannot = |error: &std::io::Error| {
        Error::conflict(format!("{shown} is in the way"))
            .because(error.to_string())
            .hint("see what it holds, and move it away")
    };
    // Without waiting, since it may be a FIFO; a symlink is none of ours.
    let flags = (OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_NOCTTY).bits();
    let file = match OpenOptions::new().read(true).custom_flags(flags).open(&new) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(cannot(&error)),
    };
    let found = file.metadata().map_err(|error| cannot(&error))?;
    let _held = Flock::lock(file, FlockArg::LockExclusiveNonblock).map_err(|_| {
        Error::conflict(format!("another process is writing {shown} now")).hint("run it again when that one is done")
    })?;
    let known = digest_in(&new).map(|digest| authority.recognise(&digest)).transpose()?;
    let in_the_way = |what: &str| {
        Err(Error::conflict(format!("{shown} is in the way"))
            .because(what.to_owned())
            .hint("move it away, then run it again"))
    };
    match known {
        // A rotation was killed before its commit: what it wrote is dead, or nothing.
        Some(Some((_, false))) => remove(&new).map(|()| None),
        Some(None) if held.is_some() => remove(&new).map(|()| None),
        None if found.is_file() && found.len() == 0 => remove(&new).map(|()| None),
        None | Some(None) => in_the_way("it holds no secret of this store"),
        Some(Some((token, true))) => {
            let is_next = token.id == meant.id || token.predecessor == Some(meant.id);
            if !is_next {
                return in_the_way(&format!("it holds the live secret of token {}", token.id));
            }
            put_in_place(&new, path)?;
            let portrait = authority.show(&Which::Id(token.id))?;
            Ok(Some(portrait.entry))
        }
    }
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path)
        .map_err(|error| Error::conflict(format!("{} is in the way", path.display())).because(error.to_string()))
}

fn put_in_place(new: &Path, path: &Path) -> Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let put = fs::rename(new, path).and_then(|()| File::open(parent)?.sync_all());
    put.map_err(|error| {
        Error::failed(format!("{} holds a live secret and could not be put in its place", new.display()))
            .because(error.to_string())
    })
}
