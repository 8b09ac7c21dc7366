//! A manifest of a Secret for Kubernetes: what to pull images with, where a registry is named; else a username and a
//! password, or the secret alone.
//!
//! Source: Kubernetes docs, "Secrets", types of Secret.

use super::quote::double;
use super::{Bytes, basic_username, docker_config};
use crate::domain::access::Access;
use crate::domain::digest::Digest;
use crate::domain::host::Host;
use crate::domain::token::Token;
use crate::ops::mint::{Further, Minted};

/// Writes the manifest.
pub(super) fn write(bytes: &mut Bytes, registry: Option<&Host>, minted: &Minted) {
    let token = &minted.listed.token;
    let opens = token.kind.opens().and(token.scopes.opens());
    let registry = registry.filter(|_| opens.contains(Access::RegistryRead));
    let username = basic_username(&minted.listed);
    let id = token.id.to_string();
    bytes.text("apiVersion: v1\nkind: Secret\nmetadata:\n  name: ").text(&name(token)).text("\n  annotations:\n");
    bytes.text("    tokctl/id: \"").text(&id).text("\"\n    tokctl/name: ").text(&double(&token.name)).text("\n");
    match (registry, username) {
        (Some(host), Some(username)) => {
            bytes.text("type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '");
            // JSON of hosts and base64 has no single quote.
            docker_config::document(bytes, host, &username, &minted.secret);
            bytes.text("'\n");
        }
        (_, Some(username)) => {
            bytes.text("type: kubernetes.io/basic-auth\nstringData:\n  username: ").text(&double(&username));
            bytes.text("\n  password: \"").secret(&minted.secret).text("\"\n");
        }
        (_, None) => {
            bytes.text("type: Opaque\nstringData:\n  token: \"").secret(&minted.secret).text("\"\n");
        }
    }
    if let Some(Further::Refresh(refresh)) = &minted.further {
        bytes.text("  refresh_token: \"").secret(refresh).text("\"\n");
    }
}

/// Returns the name of the Secret, which stays the same when the token is rotated: what of the token's name can stand in
/// one (RFC 1123), and a mark that tells it from others.
fn name(token: &Token) -> String {
    let plain = |character: char| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '-' };
    let slug: String = token.name.chars().map(plain).take(40).collect();
    let mark = Digest::of(format!("{} {:?} {}", token.kind, token.boundary, token.name).as_bytes()).fingerprint();
    let mark = mark.trim_start_matches("fp:");
    format!("tokctl-{}-{mark}", slug.trim_matches('-')).replace("--", "-")
}
