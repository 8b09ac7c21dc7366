//! Many tokens in a few lines: how many and which they are, and what they have in common.

use std::collections::BTreeSet;

use super::{escape, tokens};
use crate::domain::kind::Kind;
use crate::store::Listed;

/// Returns what is said of many that were just made, in their order.
#[must_use]
pub fn account(made: &[&Listed]) -> String {
    let (Some(first), Some(last)) = (made.first(), made.last()) else { return "no tokens".into() };
    let count = made.len();
    if count == 1 {
        return tokens::account(first);
    }
    let kinds = Kind::all().map(|kind| (kind, made.iter().filter(|listed| listed.token.kind == kind).count()));
    let kinds: Vec<(Kind, usize)> = kinds.filter(|(_, count)| *count > 0).collect();
    let what = match kinds.as_slice() {
        [(Kind::DeployKey, _)] => "deploy keys".to_owned(),
        [(kind, _)] => format!("{kind} tokens"),
        _ => format!("tokens of {} kinds", kinds.len()),
    };
    let places: BTreeSet<_> = made.iter().map(|listed| listed.token.boundary).collect();
    let place = if places.len() == 1 { tokens::placed(first) } else { format!(" in {} places", places.len()) };
    let (begin, end) = (escape::line(&first.token.name), escape::line(&last.token.name));
    let mut lines = vec![
        format!("{count} {what}, {} to {}{place}", first.token.id, last.token.id),
        format!("  names     {begin} to {end}"),
    ];
    if kinds.len() > 1 {
        let counts: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let rows: Vec<String> = counts.chunks(3).map(|row| row.join(", ")).collect();
        lines.push(format!("  kinds     {}", rows.join(",\n            ")));
    }
    if kinds.iter().any(|(kind, _)| !kind.scopes().is_empty()) {
        let scopes = common(made, |listed| listed.token.scopes);
        lines
            .push(format!("  scopes    {}", scopes.map_or_else(|| "differ".into(), |scopes| scopes.words().join(" "))));
    }
    lines.push(match common(made, |listed| listed.token.expires_at) {
        None => "  expires   differ".into(),
        Some(None) => "  expires   never".into(),
        Some(Some(end)) => format!("  expires   {end}"),
    });
    lines.join("\n")
}

/// Returns what all of them have in common; `None` where they differ.
fn common<T: PartialEq>(made: &[&Listed], part: impl Fn(&Listed) -> T) -> Option<T> {
    let first = part(made.first()?);
    made.iter().all(|listed| part(listed) == first).then_some(first)
}
