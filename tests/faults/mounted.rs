//! A small disk of its own, in memory: mounted where that is allowed, and gone when the test is over, however it ends.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use nix::unistd::Uid;
use tempfile::TempDir;

use super::bench::skip;

/// A mounted file system.
pub(super) struct Mounted(TempDir);

impl Mounted {
    /// Mounts one of a size, as `mount` writes it; `None`, and printed, where that is not allowed.
    pub(super) fn of_size(size: &str) -> Option<Self> {
        if !Uid::effective().is_root() {
            skip("only root can mount a small disk");
            return None;
        }
        let directory = TempDir::new().unwrap();
        let options = format!("size={size},mode=700");
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tokctl-test"]).arg(directory.path()).output();
        if !mount.is_ok_and(|mount| mount.status.success()) {
            skip("a small disk cannot be mounted");
            return None;
        }
        Some(Self(directory))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Leaves no byte free.
    pub(super) fn fill(&self) {
        let mut file = File::options().append(true).create(true).open(self.path().join("filling")).unwrap();
        while file.write(&[0; 4096]).is_ok_and(|count| count > 0) {}
    }

    /// Mounts it again, with an option of `mount`.
    pub(super) fn remount(&self, option: &str) {
        let options = format!("remount,{option}");
        assert!(Command::new("mount").args(["-o", &options]).arg(self.path()).status().unwrap().success(), "{option}");
    }

    /// Takes away what filled it.
    pub(super) fn empty(&self) {
        std::fs::remove_file(self.path().join("filling")).unwrap();
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Lazily: a process of a test that failed may still be in it.
        Command::new("umount").arg("-l").arg(self.path()).status().ok();
    }
}
