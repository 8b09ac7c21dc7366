//! What a credential helper answers to git.
//!
//! Source: git-credential(1), "INPUT/OUTPUT FORMAT".

use super::Bytes;
use crate::domain::host::Host;
use crate::domain::secret::Secret;

/// Writes the attributes, a line each.
pub(super) fn write(bytes: &mut Bytes, host: &Host, username: &str, secret: &Secret) {
    bytes.text("protocol=").text(host.scheme()).text("\nhost=").text(host.authority());
    bytes.text("\nusername=").text(username).text("\npassword=").secret(secret).text("\n");
}
