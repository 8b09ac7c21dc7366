//! The words for a secret that did not arrive: the same for every sink, so that a reader knows what is alive.

use crate::domain::error::Error;

/// What helps where standard output cannot take a secret.
pub(super) const ELSEWHERE: &str = "`--to FILE` puts the secret into a new file, `--dry-run` shows what would be made";

/// Adds to a fault found before a byte was written that nothing was made.
pub(super) fn nothing_made(what: impl AsRef<str>) -> String {
    format!("{}, so no token was made", what.as_ref())
}

/// Makes the error for a secret that may be out, in part or whole, and opens nothing.
pub(super) fn dead(why: impl Into<String>) -> Error {
    Error::delivery("the secret was not delivered, so no token came alive and nothing needs revoking").because(why)
}
