//! A line as `.netrc` has it. The format knows no port: a machine's credentials are the same at all of them.
//!
//! Source: netrc(5); curl's documentation of `--netrc-file`.

use super::Bytes;
use crate::domain::host::Host;
use crate::domain::secret::Secret;

/// Writes the line of one machine. Usernames have no blank.
pub(super) fn write(bytes: &mut Bytes, host: &Host, username: &str, secret: &Secret) {
    bytes
        .text("machine ")
        .text(host.name())
        .text(" login ")
        .text(username)
        .text(" password ")
        .secret(secret)
        .text("\n");
}
