//! The oracles: what must hold of a store after every fault, given what its users received.

use std::collections::BTreeSet;
use std::fs;

use base64ct::{Base64, Encoding as _};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use tokctl::domain::digest::Digest;
use tokctl::domain::event::{Change, Doer, Event};
use tokctl::domain::id::{GroupId, ProjectId, Sequence, UserId};
use tokctl::domain::time::Timestamp;

use super::bench::{Bench, Run, is_long, mode, secrets};

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

    /// Asserts every oracle.
    pub(super) fn must_hold(&self, bench: &Bench, story: &str) -> usize {
        let live = self.must_agree(bench, story);
        must_be_sound(bench, story);
        self.must_be_judged(bench, story);
        self.must_stand_nowhere(bench, story);
        live
    }

    /// Asserts that each secret that arrived opens what its token does now, and one that is dead opens nothing: of all of
    /// them in a long run, of some of each in a short one.
    fn must_be_judged(&self, bench: &Bench, story: &str) {
        let tokens = listed(bench, &["list", "--json"], "tokens");
        let active: BTreeSet<String> =
            tokens.iter().filter(|token| token["state"] == "active").map(|token| text(token, "fingerprint")).collect();
        let is_active = |secret: &&String| active.contains(&Digest::of(secret.as_bytes()).fingerprint());
        let (living, dead): (Vec<&String>, Vec<&String>) = self.received.iter().partition(is_active);
        for (secrets, code, most) in [(dead, 1, 12), (living, 0, 3)] {
            let step = if is_long() { 1 } else { secrets.len().div_ceil(most).max(1) };
            for secret in secrets.iter().step_by(step) {
                let run = bench.verify(secret.as_bytes());
                assert!(run.code == Some(code) && run.out.is_empty(), "{story}: {}", run.told());
            }
        }
    }

    /// Asserts that no secret stands in a file of the store, as it is or in another writing, and that all are private.
    fn must_stand_nowhere(&self, bench: &Bench, story: &str) {
        assert_eq!(mode(&bench.directory()) & 0o077, 0, "{story}: the directory is open to others");
        let is_many = self.received.len() > 20 && !is_long();
        let writings: Vec<String> = self
            .received
            .iter()
            .enumerate()
            .flat_map(|(at, secret)| {
                let part = &secret.as_bytes()[..24];
                let others = if is_many && at % 20 > 0 { vec![] } else { vec![hex(part), Base64::encode_string(part)] };
                std::iter::once(secret[..24].to_owned()).chain(others)
            })
            .collect();
        for file in fs::read_dir(bench.directory()).unwrap() {
            let path = file.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{story}: {}", path.display());
            let bytes = fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            let leaked = writings.iter().any(|writing| text.contains(writing));
            assert!(!leaked, "{story}: a secret is in {}", path.display());
        }
    }
}

/// Returns the tokens of one listing as JSON.
pub(super) fn listed(bench: &Bench, arguments: &[&str], array: &str) -> Vec<Value> {
    let run = bench.run(arguments);
    run.must_be(0);
    let mut document: Value = serde_json::from_slice(&run.out).unwrap();
    serde_json::from_value(document[array].take()).unwrap()
}

/// Returns the fingerprints of all live tokens.
pub(super) fn fingerprints(bench: &Bench) -> BTreeSet<String> {
    let tokens = listed(bench, &["list", "--json"], "tokens");
    let set: BTreeSet<String> = tokens.iter().map(|token| text(token, "fingerprint")).collect();
    assert_eq!(set.len(), tokens.len(), "two tokens have one fingerprint");
    set
}

fn text(row: &Value, field: &str) -> String {
    row[field].as_str().unwrap().to_owned()
}

/// Asserts that the file is whole, and the trail without a gap, a fork or a change that is not in it.
pub(super) fn must_be_sound(bench: &Bench, story: &str) {
    let problems = problems(bench);
    assert!(problems.is_empty(), "{story}: {problems:?}");
    bench.run(&["log", "verify"]).must_be(0);
    let events = listed(bench, &["log", "list", "--json"], "events");
    let mut previous = [0; 32];
    let (mut told, mut ended, mut replaced) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (index, row) in events.iter().enumerate() {
        let event = event(row);
        assert_eq!(event.sequence.0, i64::try_from(index).unwrap() + 1, "{story}: the trail has a gap");
        previous = event.hash(&previous);
        assert_eq!(hex(&previous), text(row, "hash"), "{story}: the chain breaks at {}", event.sequence.0);
        let id = event.change.object_id;
        match event.change.action.as_str() {
            "token.create" | "token.rotate" | "token.refresh" => {
                assert!(told.insert(id.unwrap()), "{story}: a token was made twice");
            }
            "token.revoke" => assert!(ended.insert(id.unwrap()), "{story}: a token was revoked twice"),
            "token.replaced" => drop(replaced.insert(id.unwrap())),
            _ => {}
        }
    }
    let tokens = listed(bench, &["list", "--all", "--json"], "tokens");
    let there: BTreeSet<i64> = tokens.iter().map(|token| token["id"].as_i64().unwrap()).collect();
    assert_eq!(there, told, "{story}: the tokens and the trail disagree");
    let revoked: BTreeSet<i64> =
        tokens.iter().filter(|token| token["state"] == "revoked").map(|token| token["id"].as_i64().unwrap()).collect();
    assert!(ended.is_subset(&revoked), "{story}: the trail tells of a revocation that is not there");
    let silent: Vec<_> = revoked.difference(&ended).filter(|id| !replaced.contains(id)).collect();
    assert!(silent.is_empty(), "{story}: revoked, and the trail does not tell: {silent:?}");
}

/// Opens the store as another program would, and has it open until this is dropped; the log stays as it is.
#[expect(clippy::disallowed_methods, reason = "a test is another program, without the store's own guards")]
pub(super) fn opened(bench: &Bench) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(bench.store(""), flags).unwrap();
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    connection.query_row("SELECT count(*) FROM tokens", [], |row| row.get::<_, i64>(0)).unwrap();
    connection
}

/// Asks the engine itself what is wrong with the file.
fn problems(bench: &Bench) -> Vec<String> {
    let connection = opened(bench);
    let mut problems = Vec::new();
    let check: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    if check != "ok" {
        problems.push(check);
    }
    let mut keys = connection.prepare("PRAGMA foreign_key_check").unwrap();
    if keys.exists([]).unwrap() {
        problems.push("a foreign key points nowhere".into());
    }
    problems
}

/// Makes an event of its row in the listing.
fn event(row: &Value) -> Event {
    let number = |field: &str| row[field].as_i64();
    let optional = |field: &str| row[field].as_str().map(ToOwned::to_owned);
    // Embedded JSON comes back as it was written: its keys are in order, without blanks.
    let kept = |field: &str| Some(&row[field]).filter(|kept| !kept.is_null()).map(ToString::to_string);
    let at = chrono::DateTime::parse_from_rfc3339(&text(row, "at")).unwrap().timestamp();
    let doer = Doer {
        id: UserId(number("actor_id").unwrap()),
        username: text(row, "actor"),
        operator: optional("operator"),
        uid: u32::try_from(number("uid").unwrap()).unwrap(),
        host: text(row, "host"),
        command: text(row, "command"),
    };
    let change = Change {
        action: text(row, "action"),
        object: text(row, "object"),
        object_id: number("object_id"),
        name: text(row, "name"),
        project: number("project_id").map(ProjectId),
        group: number("group_id").map(GroupId),
        before: kept("before"),
        after: kept("after"),
        reason: optional("reason"),
    };
    let sequence = Sequence(number("sequence").unwrap());
    Event { sequence, at: Timestamp::from_seconds(at).unwrap(), doer, change }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
