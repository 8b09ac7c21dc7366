//! What a release brings along: the list of what is in it, and a signature that is checked as `CONTRIBUTING.md` says.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::faults::has;
use crate::supply::{LOCK, field, list, parts_along};

#[test]
fn the_list_of_what_is_in_the_program_names_every_crate_in_it_with_the_digest_that_is_locked() {
    if !has("python3") {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = TempDir::new().unwrap();
    let program = program.path().join("tokctl");
    fs::write(&program, "abc").unwrap();
    let made = Command::new(root.join(".ci/sbom")).arg(&program).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let bom: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
    assert_eq!((&bom["bomFormat"], &bom["specVersion"]), (&"CycloneDX".into(), &"1.6".into()));
    let own = &bom["metadata"]["component"];
    assert_eq!((&own["name"], &own["version"]), (&"tokctl".into(), &env!("CARGO_PKG_VERSION").into()));
    // The digest of `abc` in FIPS 180-2, appendix B.1.
    assert_eq!(own["hashes"][0]["content"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    let named =
        |of: &serde_json::Value| (of["name"].as_str().unwrap().to_owned(), of["version"].as_str().unwrap().to_owned());
    let mut listed: BTreeSet<_> = bom["components"].as_array().unwrap().iter().map(named).collect();
    let sqlite = listed.iter().find(|(name, _)| name == "sqlite").cloned().expect("the engine");
    assert_eq!(sqlite.1, rusqlite::version());
    listed.remove(&sqlite);
    let parts = parts_along("normal,no-proc-macro").into_iter().filter(|part| part.name != "tokctl");
    assert_eq!(listed, parts.map(|part| (part.name, part.version)).collect());
    for component in bom["components"].as_array().unwrap().iter().filter(|component| component["name"] != "sqlite") {
        let of = named(component);
        let locked = list(&LOCK, &["package"])
            .find(|package| (field(package, "name"), field(package, "version")) == (Some(&of.0), Some(&of.1)));
        assert_eq!(component["hashes"][0]["content"].as_str(), field(locked.unwrap(), "checksum"), "{of:?}");
    }
}

/// The commands for who signs and for who checks, as they are written for people.
fn recipes() -> [&'static str; 2] {
    let text = include_str!("../CONTRIBUTING.md").split_once("\n## A release\n").unwrap().1;
    let text = text.split_once("\n## ").unwrap().0;
    let mut blocks = text.split("```sh\n").skip(1).map(|block| block.split_once("```").unwrap().0);
    [blocks.next().unwrap(), blocks.next().unwrap()]
}

/// Somebody with a release in `out`, and two keys.
struct Releaser {
    home: TempDir,
}

impl Releaser {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        let releaser = Self { home };
        releaser.sh(
            "mkdir .ssh out; for key in release other; do ssh-keygen -q -t ed25519 -N '' -C '' -f .ssh/$key; done; \
             printf program >out/tokctl-0.2.0-here; cd out; sha256sum tokctl-* >SHA256SUMS; \
             printf 'release %s\\n' \"$(cat ../.ssh/release.pub)\" >allowed_signers",
        );
        releaser
    }

    /// Says whether a script went well to its end.
    fn try_sh(&self, script: &str) -> bool {
        let mut shell = Command::new("sh");
        shell
            .args(["-euc", script])
            .env_clear()
            .env("HOME", self.home.path())
            .env("PATH", "/usr/local/bin:/usr/bin:/bin");
        shell.current_dir(self.home.path()).output().unwrap().status.success()
    }

    fn sh(&self, script: &str) {
        assert!(self.try_sh(script), "{script}");
    }

    /// Signs as the recipe says, changes something, and says whether the recipe for checking is content.
    fn checks_after(&self, change: &str) -> bool {
        let [sign, check] = recipes();
        let sign = sign.replace(".ci/release out\n", "rm -f out/SHA256SUMS.sig\n");
        self.sh(&sign);
        self.sh(&format!("cd out; {change}"));
        self.try_sh(&format!("cd out; {check}"))
    }
}

#[test]
fn a_release_that_was_changed_or_signed_by_another_is_told_from_a_good_one() {
    if !has("ssh-keygen") {
        return;
    }
    assert!(Releaser::new().checks_after(":"));
    let sign_again = "rm SHA256SUMS.sig; ssh-keygen -q -Y sign -n tokctl-release -f";
    for change in [
        "printf Program >tokctl-0.2.0-here",
        "printf ' ' >>tokctl-0.2.0-here",
        "rm tokctl-0.2.0-here",
        "sed -i s/^./0/\\;s/^0./00/ SHA256SUMS",
        "printf Program >tokctl-0.2.0-here; sha256sum tokctl-* >SHA256SUMS",
        &format!("{sign_again} ../.ssh/other SHA256SUMS"),
        "rm SHA256SUMS.sig; ssh-keygen -q -Y sign -n something-else -f ../.ssh/release SHA256SUMS",
        "rm SHA256SUMS.sig",
        // The good signature of an older release, beside a program that is called the newer one.
        &format!(
            "mv tokctl-0.2.0-here tokctl-0.1.0-here; sha256sum tokctl-* >SHA256SUMS; {sign_again} ../.ssh/release SHA256SUMS; \
             mv tokctl-0.1.0-here tokctl-0.2.0-here"
        ),
    ] {
        assert!(!Releaser::new().checks_after(change), "{change}");
    }
}
