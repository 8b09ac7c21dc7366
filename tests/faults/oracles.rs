//! The oracles: what must be so of a store and its files after every fault, whoever holds what.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;

use base64ct::{Base64, Encoding as _};
use nix::unistd::Uid;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use tokctl::domain::event::{Change, Doer, Event};
use tokctl::domain::id::{GroupId, ProjectId, Sequence, UserId};
use tokctl::domain::time::Timestamp;

use super::bench::{Bench, mode};
use super::tally;

/// Asserts that the directory and every file of the store are the caller's alone.
pub(super) fn must_be_private(bench: &Bench, story: &str) {
    assert_eq!(mode(&bench.directory()) & 0o022, 0, "{story}: others may write into the directory");
    for file in files(bench) {
        let owner = fs::symlink_metadata(&file).unwrap().uid();
        assert!(
            (mode(&file), owner) == (0o600, Uid::effective().as_raw()),
            "{story}: {} is not private",
            file.display()
        );
    }
}

/// Returns the files of the store: all that bear its name.
fn files(bench: &Bench) -> Vec<std::path::PathBuf> {
    let paths = fs::read_dir(bench.directory()).unwrap().map(|file| file.unwrap().path());
    paths.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("store.db")).collect()
}

/// Asserts that no secret stands in a file of the store, in whatever writing.
pub(super) fn must_hold_no_secret<'s>(bench: &Bench, secrets: impl Iterator<Item = &'s String>, story: &str) {
    let traces = Traces::of(secrets);
    for file in fs::read_dir(bench.directory()).into_iter().flatten() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(!traces.are_in(&bytes), "{story}: a secret is in {}", path.display());
    }
}

/// Asserts that nothing that tells of the store tells a secret.
pub(super) fn must_tell_no_secret<'s>(bench: &Bench, secrets: impl Iterator<Item = &'s String>, story: &str) {
    let traces = Traces::of(secrets);
    for line in ["log list --json", "list --all --json", "store check --json", "user list --json"] {
        let run = bench.run(&line.split(' ').collect::<Vec<_>>());
        let told = [&run.out, run.err.as_bytes()].concat();
        assert!(!traces.are_in(&told), "{story}: `{line}` tells a secret");
    }
}

/// What bytes hold where a secret stands in them: its random part as it is, in hexadecimal of either case, and in base64
/// at each of the three places that it can begin at.
struct Traces(BTreeSet<[u8; TRACE]>);

/// So many bytes of a writing are looked for.
const TRACE: usize = 14;

impl Traces {
    fn of<'s>(secrets: impl Iterator<Item = &'s String>) -> Self {
        let mut traces = BTreeSet::new();
        for secret in secrets {
            // The prefix is every token's; the part behind it is drawn.
            let random = secret.as_bytes().windows(20).find(|part| part.iter().all(u8::is_ascii_alphanumeric));
            let Some(part) = random else { continue };
            let lower = hex(part);
            let plain = String::from_utf8(part.to_vec()).unwrap();
            let mut writings = vec![plain, lower.to_uppercase(), lower];
            for lead in 0..3 {
                let shifted = [&vec![0; lead][..], part].concat();
                // What the bytes before have a share in is left out.
                writings.push(Base64::encode_string(&shifted)[4..].to_owned());
            }
            traces
                .extend(writings.iter().map(|writing| <[u8; TRACE]>::try_from(&writing.as_bytes()[..TRACE]).unwrap()));
        }
        Self(traces)
    }

    fn are_in(&self, bytes: &[u8]) -> bool {
        bytes.windows(TRACE).any(|window| {
            window.iter().all(u8::is_ascii_graphic) && self.0.contains(&<[u8; TRACE]>::try_from(window).unwrap())
        })
    }
}

/// Asserts that `store check` finds nothing, but for a reserve that a full disk has taken, and what somebody who was killed left
/// for the next to clear up.
fn must_be_in_order(bench: &Bench, story: &str) {
    let run = bench.run(&["store", "check", "--json"]);
    let document: Value = serde_json::from_slice(&run.out).unwrap_or_default();
    let findings = document["findings"].as_array().unwrap_or_else(|| panic!("{story}: {}", run.told()));
    let told: Vec<&Value> =
        findings.iter().filter(|finding| finding["id"] != "reserve" && finding["id"] != "leftover").collect();
    assert!(told.is_empty() && matches!(run.code, Some(0 | 6)), "{story}: {told:?}");
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

pub(super) fn text(row: &Value, field: &str) -> String {
    row[field].as_str().unwrap().to_owned()
}

/// Asserts that the file is whole, and the trail without a gap, a fork or a change that is not in it.
pub(super) fn must_be_sound(bench: &Bench, story: &str) {
    tally::check();
    let problems = problems(bench);
    assert!(problems.is_empty(), "{story}: {problems:?}");
    bench.run(&["log", "verify"]).must_be(0);
    must_be_in_order(bench, story);
    must_be_private(bench, story);
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
