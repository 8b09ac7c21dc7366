//! Checkpoints: what is written into the trail where its beginning is deleted, so that the rest still hangs together.

use serde_json::{Value, json};

use super::head::Head;

/// The action of the event that is a checkpoint.
pub const ACTION: &str = "store.prune";

/// The field of the event that names the last event which is gone.
const BEHIND: &str = "trail_begins_behind";

/// Adds to what a checkpoint tells the last event that is gone, whose hash the first one kept follows.
#[must_use]
pub fn write(mut told: Value, behind: Head) -> String {
    if let Some(fields) = told.as_object_mut() {
        fields.insert(BEHIND.to_owned(), json!(behind.to_string()));
    }
    told.to_string()
}

/// Reads from a checkpoint the last event that is gone; `None`: it is no checkpoint.
#[must_use]
pub fn read(told: &str) -> Option<Head> {
    let told: Value = serde_json::from_str(told).ok()?;
    Head::parse(told.get(BEHIND)?.as_str()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Sequence;

    #[test]
    fn a_checkpoint_is_read_as_it_was_written() {
        let behind = Head { sequence: Sequence(41), hash: [7; 32] };
        let told = write(json!({ "events": 41 }), behind);
        assert!(told.contains("\"events\":41"), "{told}");
        assert_eq!(read(&told), Some(behind));
        for other in ["", "{}", "[]", "{\"trail_begins_behind\":1}", "{\"trail_begins_behind\":\"41 07\"}"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
