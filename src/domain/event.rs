//! The trail: what is written of every change, and the chain that binds the rows.
//!
//! The chain shows a row that was edited, taken out, put in or moved. It cannot show a trail that was cut off at its end
//! or written anew by somebody who can write the file: for that the last hash has to be kept elsewhere.

use sha2::{Digest as _, Sha256};

use super::id::{GroupId, ProjectId, Sequence, UserId};
use super::place::Boundary;
use super::time::Timestamp;

/// What a change has to say of itself. The store adds when, by whom and in which place of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done, `thing.verb`: `token.create`.
    pub action: String,
    /// What sort of thing it was done to.
    pub object: String,
    /// The thing's number, where it has one.
    pub object_id: Option<i64>,
    /// The thing's name at that time.
    pub name: String,
    /// The project in whose boundary it happened.
    pub project: Option<ProjectId>,
    /// The group in whose boundary it happened.
    pub group: Option<GroupId>,
    /// JSON: what changed, as it was.
    pub before: Option<String>,
    /// JSON: what changed, as it is since.
    pub after: Option<String>,
    /// The reason that was given.
    pub reason: Option<String>,
}

impl Change {
    /// Makes a change of a thing that has a number.
    #[must_use]
    pub fn of(action: &str, object: &str, id: i64, name: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            object: object.into(),
            object_id: Some(id),
            name: name.into(),
            project: None,
            group: None,
            before: None,
            after: None,
            reason: None,
        }
    }

    /// Makes a change of what has no number: many things at once, or a setting.
    #[must_use]
    pub fn about(action: &str, object: &str, name: impl Into<String>) -> Self {
        Self { object_id: None, ..Self::of(action, object, 0, name) }
    }

    /// Says in which boundary it happened.
    #[must_use]
    pub fn within(mut self, boundary: Boundary) -> Self {
        self.project = boundary.project();
        self.group = boundary.group();
        self
    }

    /// Says how it was.
    #[must_use]
    pub fn before(mut self, json: String) -> Self {
        self.before = Some(json);
        self
    }

    /// Says how it is since.
    #[must_use]
    pub fn after(mut self, json: String) -> Self {
        self.after = Some(json);
        self
    }

    /// Adds the reason that was given.
    #[must_use]
    pub fn reason(mut self, reason: Option<String>) -> Self {
        self.reason = reason;
        self
    }
}

/// Says who did something, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doer {
    /// Who acts.
    pub id: UserId,
    /// Their username at that time.
    pub username: String,
    /// The admin who acted as them.
    pub operator: Option<String>,
    /// The kernel's number of the account that ran the command.
    pub uid: u32,
    /// The machine.
    pub host: String,
    /// The command's words, without its arguments.
    pub command: String,
}

/// One row of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place in the chain.
    pub sequence: Sequence,
    /// When it was committed.
    pub at: Timestamp,
    /// Who did it.
    pub doer: Doer,
    /// What was done.
    pub change: Change,
}

/// Marks the version of the encoding below.
const ENCODING: &[u8] = b"tokctl event 1";

impl Event {
    /// Returns the event's hash: SHA-256 over its canonical encoding, which begins with the hash before it.
    ///
    /// The encoding is the mark `tokctl event 1`, then each field in the order below, each as its length in eight bytes,
    /// most significant first, and its bytes: numbers as eight bytes, most significant first, texts as UTF-8. A field
    /// that is absent has the length 2^64 - 1 and no bytes. The hash before the first event is 32 zero bytes.
    #[must_use]
    pub fn hash(&self, previous: &[u8; 32]) -> [u8; 32] {
        let (doer, change) = (&self.doer, &self.change);
        let mut encoding = Encoding(Sha256::new_with_prefix(ENCODING));
        encoding.bytes(previous);
        encoding.number(self.sequence.0);
        encoding.number(self.at.seconds());
        encoding.text(&change.action);
        encoding.number(doer.id.0);
        encoding.text(&doer.username);
        encoding.optional(doer.operator.as_deref());
        encoding.number(i64::from(doer.uid));
        encoding.text(&doer.host);
        encoding.text(&doer.command);
        encoding.text(&change.object);
        encoding.optional_number(change.object_id);
        encoding.text(&change.name);
        encoding.optional_number(change.project.map(|id| id.0));
        encoding.optional_number(change.group.map(|id| id.0));
        encoding.optional(change.before.as_deref());
        encoding.optional(change.after.as_deref());
        encoding.optional(change.reason.as_deref());
        encoding.0.finalize().into()
    }
}

struct Encoding(Sha256);

impl Encoding {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn number(&mut self, number: i64) {
        self.bytes(&number.to_be_bytes());
    }

    fn absent(&mut self) {
        self.0.update(u64::MAX.to_be_bytes());
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.absent(),
        }
    }

    fn optional_number(&mut self, number: Option<i64>) {
        match number {
            Some(number) => self.number(number),
            None => self.absent(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> Event {
        let doer = Doer {
            id: UserId(1),
            username: "ann".into(),
            operator: None,
            uid: 1000,
            host: "h".into(),
            command: "create deploy".into(),
        };
        let change = Change::of("token.create", "token", 1, "ci").within(Boundary::Project(ProjectId(1)));
        Event { sequence: Sequence(1), at: Timestamp::MIN, doer, change }
    }

    /// Held so that no later version writes another encoding under the same mark.
    #[test]
    fn the_encoding_is_the_documented_one() {
        let mut bytes = b"tokctl event 1".to_vec();
        let mut field = |part: &[u8]| {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part);
        };
        let number = i64::to_be_bytes;
        field(&[7; 32]);
        for part in [number(1), number(0)] {
            field(&part);
        }
        field(b"token.create");
        field(&number(1));
        field(b"ann");
        bytes.extend(u64::MAX.to_be_bytes());
        let mut field = |part: &[u8]| {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part);
        };
        field(&number(1000));
        for part in [&b"h"[..], b"create deploy", b"token"] {
            field(part);
        }
        field(&number(1));
        field(b"ci");
        field(&number(1));
        (0..4).for_each(|_| bytes.extend(u64::MAX.to_be_bytes()));
        let expected: [u8; 32] = Sha256::digest(&bytes).into();
        assert_eq!(event().hash(&[7; 32]), expected);
    }

    #[test]
    fn whatever_changes_in_a_row_changes_its_hash() {
        let hash = |event: &Event| event.hash(&[0; 32]);
        let original = event();
        let mut others = vec![original.clone(); 7];
        others[0].sequence = Sequence(2);
        others[1].at = Timestamp::MIN.plus(1).unwrap();
        others[2].doer.operator = Some(String::new());
        others[3].change.name = "c".into();
        others[4].change.before = Some("{}".into());
        others[5].change.after = Some("{}".into());
        others[6].doer.command = "create deploytoken".into();
        for other in &others {
            assert_ne!(hash(&original), hash(other));
        }
        assert_ne!(original.hash(&[0; 32]), original.hash(&[1; 32]));
    }
}
