//! The `config.json` that docker, podman and skopeo take the credentials of registries from.
//!
//! Source: the docker command line's documentation, "Credentials store"; containers-auth.json(5).

use super::Bytes;
use crate::domain::host::Host;
use crate::domain::secret::Secret;

/// Writes the file for one registry.
pub(super) fn write(bytes: &mut Bytes, host: &Host, username: &str, secret: &Secret) {
    document(bytes, host, username, secret);
    bytes.text("\n");
}

/// Writes it without a line end, for a document around it.
pub(super) fn document(bytes: &mut Bytes, host: &Host, username: &str, secret: &Secret) {
    // A host has no character that JSON would escape.
    bytes.text("{\"auths\":{\"").text(host.authority()).text("\":{\"auth\":\"").basic(username, secret).text("\"}}}");
}
