//! What the users of a store hold, and what must be so of it after every fault.

use std::collections::BTreeSet;

use tokctl::domain::digest::Digest;

use super::bench::{Bench, Run, is_long, secrets};
pub(super) use super::oracles::{fingerprints, listed, must_be_sound, opened};
use super::oracles::{must_be_private, must_hold_no_secret, must_tell_no_secret, text};

/// What the users of one store have in their hands.
#[derive(Default)]
pub(super) struct Ledger {
    /// Every secret that arrived whole.
    received: BTreeSet<String>,
    /// Those of the runs that ended with exit 0.
    promised: BTreeSet<String>,
    /// Those whose tokens were taken away on purpose.
    buried: BTreeSet<String>,
}

impl Ledger {
    /// Enters a run: what it printed, and whether it said that this is alive.
    pub(super) fn enter(&mut self, run: &Run) {
        self.enter_bytes(run, &run.out);
    }

    /// Enters a run whose secret went to a file.
    pub(super) fn enter_bytes(&mut self, run: &Run, bytes: &[u8]) {
        let found = secrets(bytes);
        let is_told = found.iter().any(|secret| run.err.contains(&secret[..24]));
        assert!(!is_told, "a secret is among the words on standard error");
        if run.code == Some(0) {
            assert_eq!(found.len(), 1, "exit 0 without its secret: {}", run.told());
            self.promised.extend(found.iter().cloned());
        }
        self.received.extend(found);
    }

    /// Enters a secret that somebody holds.
    pub(super) fn receive(&mut self, secret: String) {
        self.received.insert(secret);
    }

    /// Enters a secret that somebody holds and was told is alive.
    pub(super) fn promise(&mut self, secret: &str) {
        self.received.insert(secret.to_owned());
        self.promised.insert(secret.to_owned());
    }

    /// Strikes a promise out: the secret may be dead.
    pub(super) fn forget(&mut self, secret: &str) {
        self.promised.remove(secret);
    }

    pub(super) fn promised(&self) -> usize {
        self.promised.len()
    }

    /// Enters a secret that was taken away, and must never open anything again.
    pub(super) fn bury(&mut self, secret: &str) {
        self.received.insert(secret.to_owned());
        self.promised.remove(secret);
        self.buried.insert(secret.to_owned());
    }

    /// Takes over what another ledger holds.
    pub(super) fn absorb(&mut self, other: Self) {
        self.received.extend(other.received);
        self.promised.extend(other.promised);
        self.buried.extend(other.buried);
    }

    /// Enters a promise that was kept until its token was taken away on purpose, by a rotation that may be done.
    pub(super) fn release(&mut self) {
        self.promised.clear();
    }

    /// Asserts that whatever is alive was received, and whatever was promised is alive; returns how many live.
    pub(super) fn must_agree(&self, bench: &Bench, story: &str) -> usize {
        let live = fingerprints(bench);
        let of = |secrets: &BTreeSet<String>| -> BTreeSet<String> {
            secrets.iter().map(|secret| Digest::of(secret.as_bytes()).fingerprint()).collect()
        };
        let (received, promised) = (of(&self.received), of(&self.promised));
        let unseen: Vec<_> = live.difference(&received).collect();
        assert!(unseen.is_empty(), "{story}: alive, but nobody got the secret: {unseen:?}");
        let lost: Vec<_> = promised.difference(&live).collect();
        assert!(lost.is_empty(), "{story}: exit 0, but dead: {lost:?}");
        let risen: Vec<_> = of(&self.buried).intersection(&live).cloned().collect();
        assert!(risen.is_empty(), "{story}: taken away, and alive again: {risen:?}");
        live.len()
    }

    /// Asserts all that must be so after a fault, and returns how many tokens live: what is alive was received, what was
    /// promised lives, what was taken away is dead; the store and its trail are sound and private; each secret is judged as
    /// its token is, the dead ones all are denied; and no secret stands in a file of the store or in anything that is told.
    pub(super) fn must_hold(&self, bench: &Bench, story: &str) -> usize {
        let live = self.must_agree(bench, story);
        must_be_sound(bench, story);
        self.must_be_judged(bench, story);
        must_be_private(bench, story);
        must_hold_no_secret(bench, self.received.iter(), story);
        must_tell_no_secret(bench, self.received.iter(), story);
        live
    }

    /// Asserts that each secret that arrived opens what its token does now, and one that is dead opens nothing: of all of
    /// them in a long run, of some in a short one, but always of all that were taken away.
    fn must_be_judged(&self, bench: &Bench, story: &str) {
        let tokens = listed(bench, &["list", "--json"], "tokens");
        let active: BTreeSet<String> =
            tokens.iter().filter(|token| token["state"] == "active").map(|token| text(token, "fingerprint")).collect();
        let is_active = |secret: &&String| active.contains(&Digest::of(secret.as_bytes()).fingerprint());
        let (living, dead): (Vec<&String>, Vec<&String>) = self.received.iter().partition(is_active);
        let taken: Vec<&String> = self.buried.iter().collect();
        for (secrets, code, most) in [(taken, 1, 40), (dead, 1, 12), (living, 0, 3)] {
            let step = if is_long() { 1 } else { secrets.len().div_ceil(most).max(1) };
            for secret in secrets.iter().step_by(step) {
                let run = bench.verify(secret.as_bytes());
                assert!(run.code == Some(code) && run.out.is_empty(), "{story}: {}", run.told());
            }
        }
    }
}
