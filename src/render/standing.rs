//! How tokens stand, in cells.

use super::Value;
use crate::ops::list::Entry;

/// Returns a token's state, which programs read, with what people are told of it.
pub(super) fn state(entry: &Entry) -> Value<'static> {
    Value::Stand { state: entry.state.word(), told: entry.told() }
}

/// Returns a flag that a card leaves out where it is not set.
pub(super) fn told_if(flag: bool) -> Value<'static> {
    Value::Told { text: flag.then(|| "yes".into()), json: flag.to_string() }
}
