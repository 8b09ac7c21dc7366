//! Ending one token: its row and its event, whatever it is that ends it.

use serde_json::json;

use super::find;
use crate::domain::error::Result;
use crate::domain::event::Change;
use crate::domain::time::Timestamp;
use crate::domain::token::{State, Token};
use crate::domain::user::User;
use crate::store::Writing;

/// Takes a token away for ever. `None`: it had been taken away before.
pub(super) fn end(writing: &Writing<'_>, actor: &User, token: &Token, why: Option<&str>) -> Result<Option<Change>> {
    if !writing.revoke_token(token.id, actor.id, why)? {
        return Ok(None);
    }
    let change = Change::of("token.revoke", "token", token.id.0, &token.name)
        .within(find::home(writing, token)?)
        .before(json!({ "state": state_before(token, writing.now).word() }).to_string())
        .after(json!({ "state": State::Revoked.word() }).to_string())
        .reason(why.map(str::to_owned));
    Ok(Some(change))
}

/// Returns the state that a token would be in, were it not revoked.
fn state_before(token: &Token, now: Timestamp) -> State {
    Token { revocation: None, ..token.clone() }.state(now)
}
