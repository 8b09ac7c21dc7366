//! Ending one token: its row and its event, whatever it is that ends it.

use serde_json::json;

use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::token::{State, Token};
use crate::domain::user::User;
use crate::store::Writing;

/// Takes a token away for ever. `None`: it had been taken away before.
pub(super) fn end(writing: &Writing<'_>, actor: &User, token: &Token, why: Option<&str>) -> Result<Option<Change>> {
    if !writing.revoke_token(token.id, actor.id, why)? {
        return Ok(None);
    }
    let change = Change::of("token.revoke", "token", token.id.0, &token.name)
        .within(token.boundary)
        .before(json!({ "state": state(token) }).to_string())
        .after(json!({ "state": State::Revoked.word() }).to_string())
        .reason(why.map(str::to_owned));
    Ok(Some(change))
}

/// The state before, as far as the row tells without the present.
fn state(token: &Token) -> &'static str {
    if token.suspension.is_some() { State::Suspended.word() } else { State::Active.word() }
}
