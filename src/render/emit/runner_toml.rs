//! A runner's section in the `config.toml` that GitLab Runner reads.
//!
//! Source: GitLab Runner docs, "Advanced configuration".

use super::Bytes;
use super::quote::double;
use crate::domain::host::Host;
use crate::ops::mint::Minted;

/// Writes the section.
pub(super) fn write(bytes: &mut Bytes, host: &Host, minted: &Minted) {
    let token = &minted.listed.token;
    bytes.text("[[runners]]\n  name = ").text(&double(&token.name)).text("\n  url = ").text(&double(&host.to_string()));
    if let Some(id) = token.of.runner() {
        bytes.text("\n  id = ").text(&id.to_string());
    }
    bytes.text("\n  token = \"").secret(&minted.secret).text("\"\n  executor = \"shell\"\n");
}
