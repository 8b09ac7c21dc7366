//! Deploy keys on a sheet, and in a few lines.

use super::{Column, Sheet, Value, escape, standing, tokens};
use crate::domain::ssh_key::fingerprint;
use crate::ops::keys::KeyEntry;

/// The sheet of `deploy-key list`: that of all tokens, and what only keys have.
pub const SHEET: Sheet = Sheet {
    name: "tokens",
    columns: &[
        Column::number("id", "ID"),
        Column::text("name", "NAME"),
        Column::text("state", "STATE"),
        Column::text("algorithm", "ALGORITHM"),
        Column::number("bits", "BITS"),
        Column::text("ssh_fingerprint", "SSH FINGERPRINT"),
        Column::text("read_only", "READ-ONLY IN"),
        Column::text("read_write", "READ-WRITE IN"),
        Column::number("unseen_projects", "UNSEEN PROJECTS").hidden(),
        Column::text("kind", "KIND").hidden(),
        Column::text("boundary", "BOUNDARY").hidden(),
        Column::text("where", "WHERE").hidden(),
        Column::text("scopes", "SCOPES").hidden(),
        Column::text("expires_at", "EXPIRES"),
        Column::text("fingerprint", "FINGERPRINT").hidden(),
        Column::text("created_at", "CREATED").hidden(),
        Column::text("created_by", "BY").hidden(),
        Column::text("note", "NOTE").hidden(),
        Column::text("revoked_at", "REVOKED").hidden(),
        Column::text("revoked_why", "WHY").hidden(),
    ],
};

/// Returns a key's row of [`SHEET`].
#[must_use]
pub fn row(shown: &KeyEntry) -> Vec<Value<'_>> {
    let token = &shown.entry.listed.token;
    let revocation = token.revocation.as_ref();
    let [algorithm, bits, read_only, read_write, unseen] = tokens::of_key(&shown.key);
    vec![
        token.id.0.into(),
        token.name.as_str().into(),
        standing::state(&shown.entry),
        algorithm,
        bits,
        fingerprint(&token.digest).into(),
        read_only,
        read_write,
        unseen,
        token.kind.word().into(),
        token.boundary.word().into(),
        shown.entry.listed.path.as_deref().into(),
        token.scopes.words().into(),
        Value::End(token.expires_at),
        token.digest.fingerprint().into(),
        token.created_at.into(),
        shown.entry.listed.creator.as_str().into(),
        token.note.as_deref().into(),
        revocation.map(|revocation| revocation.at).into(),
        revocation.and_then(|revocation| revocation.why.as_deref()).into(),
    ]
}

/// Returns what is said of a key that was just added, in a few lines.
#[must_use]
pub fn account(shown: &KeyEntry) -> String {
    let token = &shown.entry.listed.token;
    let mut lines = vec![tokens::line(&shown.entry.listed)];
    lines.push(format!(
        "  key      {} {}, {} bits",
        shown.key.algorithm.word(),
        fingerprint(&token.digest),
        shown.key.bits
    ));
    for (title, paths) in [("reads", &shown.key.read_only), ("writes", &shown.key.read_write)] {
        if !paths.is_empty() {
            lines.push(format!("  {title:<7}  {}", escape::line(&paths.join(" "))));
        }
    }
    lines.push(token.expires_at.map_or_else(|| "  expires  never".into(), |end| format!("  expires  {end}")));
    lines.join("\n")
}
