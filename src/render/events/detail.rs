//! What an event changed, in a few words: what its action leaves open.

use serde_json::{Map, Value as Json};

use crate::domain::event::Change;

/// Returns what a change leaves open whose action, thing and place are told already; `None`: nothing of interest.
pub(super) fn of(change: &Change) -> Option<String> {
    let [before, after] = [&change.before, &change.after].map(|kept| fields(kept.as_deref()));
    let text = |side: &Map<String, Json>, key: &str| side.get(key).and_then(Json::as_str).map(str::to_owned);
    let number = |side: &Map<String, Json>, key: &str| side.get(key).and_then(Json::as_i64);
    let turned = |key: &str| match (text(&before, key), text(&after, key)) {
        (Some(was), Some(is)) => Some(format!("{was} to {is}")),
        (None, is) => is,
        (Some(was), None) => Some(format!("was {was}")),
    };
    match change.action.as_str() {
        "member.add" | "member.remove" => turned("role"),
        "user.admin" => Some(if after.get("admin")?.as_bool()? { "admin" } else { "no admin" }.to_owned()),
        "project.visibility" => turned("visibility"),
        "policy.set" => turned("value"),
        "deploy_key.enable" | "deploy_key.disable" => turned("access"),
        "token.rotate" | "token.refresh" => number(&before, "id").map(|id| format!("in place of {id}")),
        "token.replaced" => number(&after, "successor").map(|id| format!("by {id}")),
        "token.shorten" => text(&after, "expires_at").map(|end| format!("ends {end}")),
        "token.suspend" => text(&after, "suspended_until").map(|end| format!("until {end}")),
        action if [".rename", ".follow", ".transfer"].iter().any(|verb| action.ends_with(verb)) => {
            text(&before, "name").or_else(|| text(&before, "path")).map(|was| format!("was {was}"))
        }
        _ => None,
    }
}

/// Reads what an event keeps; what is no object has no fields.
fn fields(kept: Option<&str>) -> Map<String, Json> {
    match kept.map(serde_json::from_str) {
        Some(Ok(Json::Object(fields))) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_by_what_its_action_leaves_open() {
        let cases = [
            ("member.add", r#"{"role":null}"#, r#"{"role":"developer"}"#, Some("developer")),
            ("member.add", r#"{"role":"guest"}"#, r#"{"role":"developer"}"#, Some("guest to developer")),
            ("member.remove", r#"{"role":"guest"}"#, "", Some("was guest")),
            ("user.admin", "", r#"{"admin":false}"#, Some("no admin")),
            ("policy.set", r#"{"value":"on"}"#, r#"{"value":"off"}"#, Some("on to off")),
            ("user.rename", r#"{"name":"ann"}"#, r#"{"name":"anna"}"#, Some("was ann")),
            ("project.follow", r#"{"path":"a/b"}"#, r#"{"path":"c/b"}"#, Some("was a/b")),
            ("token.rotate", r#"{"id":1}"#, "{}", Some("in place of 1")),
            ("token.replaced", "{}", r#"{"successor":4}"#, Some("by 4")),
            ("token.suspend", "{}", r#"{"suspended_until":null}"#, None),
            ("member.add", "no JSON", "[]", None),
            ("token.create", "", r#"{"kind":"deploy"}"#, None),
        ];
        for (action, before, after, told) in cases {
            let change = Change::of(action, "thing", 1, "x").before(before.into()).after(after.into());
            assert_eq!(of(&change).as_deref(), told, "{action} {before} {after}");
        }
    }
}
