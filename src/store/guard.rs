//! Whether files and directories may be trusted with a store: what `lstat` shows of them, nothing opened.
//!
//! Every refusal names the command that mends it.

use std::fs::{self, Metadata};
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::Path;

use nix::unistd::{Uid, User};

use super::shell::quoted;
use crate::domain::error::{Error, Result};

/// Looks at a path without following a link; `None` where there is nothing.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::store(format!("cannot look at `{}`", path.display())).because(error.to_string())),
    }
}

/// Refuses what is not a regular file with one name, owned by the caller and shut to everybody else.
pub(super) fn check_file(path: &Path, found: &Metadata, caller: Uid) -> Result<()> {
    check_private(path, found, caller)?;
    if found.nlink() != 1 {
        return Err(Error::store(format!("`{}` has {} names", path.display(), found.nlink()))
            .because("under another hard link it can be changed or locked unseen")
            .hint(format!("sudo find / -xdev -samefile {}", quoted(path))));
    }
    Ok(())
}

/// Refuses what is not a regular file, owned by the caller and shut to everybody else, whatever names it has.
pub(super) fn check_private(path: &Path, found: &Metadata, caller: Uid) -> Result<()> {
    let refused = |what: &str| Error::store(format!("`{}` {what}", path.display()));
    if !found.is_file() {
        let remove = if found.is_dir() { "rmdir" } else { "rm" };
        return Err(
            refused(&format!("is {}, not a regular file", sort_of(found))).hint(format!("{remove} {}", quoted(path)))
        );
    }
    if found.uid() != caller.as_raw() {
        return Err(foreign(path, found.uid(), caller));
    }
    if found.mode() & 0o077 != 0 {
        return Err(refused("is open to other users")
            .because(format!("its mode is {:04o}; only its owner may read or write it", found.mode() & 0o7777))
            .hint(format!("chmod 600 {}", quoted(path))));
    }
    Ok(())
}

/// Refuses a directory in which others could exchange the store; returns a warning where they merely might.
pub(super) fn check_directory(path: &Path, found: &Metadata, caller: Uid) -> Result<Option<String>> {
    if !found.is_dir() {
        return Err(Error::store(format!("`{}` is {}, not a directory", path.display(), sort_of(found)))
            .hint("name another place with `--store`"));
    }
    if found.uid() != caller.as_raw() && found.uid() != 0 {
        let error = foreign(path, found.uid(), caller);
        // Another user's directory is not for the taking.
        return Err(if caller.is_root() { error } else { error.hint("name a place of your own with `--store`") });
    }
    let (mode, is_own) = (found.mode() & 0o7777, found.uid() == caller.as_raw());
    let (by_all, by_group, is_sticky) = (mode & 0o002 != 0, mode & 0o020 != 0, mode & 0o1000 != 0);
    if by_all && !is_sticky {
        // One that root keeps for all is left to all, but each to what is theirs.
        let mend = if is_own { "chmod 700" } else { "sudo chmod +t" };
        return Err(Error::store(format!("the directory `{}` can be written by every user", path.display()))
            .because(format!("its mode is {mode:04o}; anybody could exchange the store in it"))
            .hint(format!("{mend} {}", quoted(path))));
    }
    let writers = match (by_all, by_group) {
        (true, _) => "every user",
        (false, true) => "its group",
        (false, false) => return Ok(None),
    };
    Ok(Some(format!(
        "the directory `{}` can be written by {writers} (mode {mode:04o}); a store is safer in a directory of its own",
        path.display()
    )))
}

/// Makes the error for what belongs to somebody else.
fn foreign(path: &Path, owner: u32, caller: Uid) -> Error {
    let caller_name = name_of(caller.as_raw());
    let known = |name: &Option<String>, uid: u32| name.clone().unwrap_or_else(|| format!("#{uid}"));
    let owner_name = known(&name_of(owner), owner);
    let error = Error::store(format!("`{}` belongs to another user", path.display()))
        .because(format!("its owner is {owner_name}, and tokctl runs as {}", known(&caller_name, caller.as_raw())));
    // Whoever has the directory can have what lies in it. To anybody else the owner does not lose it: root could go on too,
    // but would leave files behind that the owner cannot open any more.
    let around = path.parent().and_then(|directory| fs::symlink_metadata(directory).ok());
    let owns_directory = around.is_some_and(|directory| directory.uid() == caller.as_raw());
    error.hint(if owns_directory && !caller.is_root() {
        let caller = caller_name.unwrap_or_else(|| caller.to_string());
        format!("sudo chown {} {}", quoted(Path::new(&caller)), quoted(path))
    } else {
        format!("sudo -u {} tokctl …", quoted(Path::new(&owner_name)))
    })
}

/// Returns a user's login; without one, their number says as much.
fn name_of(uid: u32) -> Option<String> {
    User::from_uid(Uid::from_raw(uid)).ok().flatten().map(|user| user.name)
}

/// Names what lies where something else was expected.
pub(super) fn sort_of(found: &Metadata) -> &'static str {
    let sort = found.file_type();
    if sort.is_symlink() {
        "a symbolic link"
    } else if sort.is_dir() {
        "a directory"
    } else if sort.is_fifo() {
        "a FIFO"
    } else if sort.is_socket() {
        "a socket"
    } else if sort.is_block_device() || sort.is_char_device() {
        "a device"
    } else {
        "a file"
    }
}

/// Refuses a directory on a file system that is served by another machine or another process.
#[cfg(target_os = "linux")]
pub(super) fn check_file_system(directory: &Path) -> Result<()> {
    let system = nix::sys::statfs::statfs(directory).map_err(|error| {
        Error::store(format!("cannot look at the file system of `{}`", directory.display())).because(error.desc())
    })?;
    // The number's type and sign differ between platforms, its 32 bits do not.
    match network_name(i128::from(system.filesystem_type().0) & 0xFFFF_FFFF) {
        Some(name) => Err(Error::store(format!("`{}` lies on {name}", directory.display()))
            .because("locks and late write errors there are not to be relied on")
            .hint("move the store to a local disk, or give `--allow-network-fs` if you know that its locks hold")),
        None => Ok(()),
    }
}

/// Refuses nothing: only Linux tells file systems apart by number.
#[cfg(not(target_os = "linux"))]
pub(super) fn check_file_system(_directory: &Path) -> Result<()> {
    Ok(())
}

/// Names a file system that is not local by the number that `statfs(2)` gives it.
#[cfg(target_os = "linux")]
fn network_name(magic: i128) -> Option<&'static str> {
    match magic {
        0x6969 => Some("NFS"),
        0xFF53_4D42 => Some("CIFS"),
        0xFE53_4D42 => Some("SMB"),
        0x0102_1997 => Some("9p"),
        0x6573_5546 => Some("FUSE"),
        _ => None,
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn file_systems_of_the_network_are_known_by_their_number() {
        let cases = [
            (0x6969, Some("NFS")),
            (0xFF53_4D42, Some("CIFS")),
            (0xFE53_4D42, Some("SMB")),
            (0x0102_1997, Some("9p")),
            (0x6573_5546, Some("FUSE")),
            (0xEF53, None),
            (0x0102_1994, None),
            (0x9123_683E, None),
            (0x794C_7630, None),
        ];
        for (magic, name) in cases {
            assert_eq!(network_name(magic), name, "{magic:#x}");
        }
        check_file_system(Path::new("/proc")).unwrap();
        check_file_system(Path::new("/nowhere/at/all")).unwrap_err();
    }
}
