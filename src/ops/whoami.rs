//! Who acts, and where.

use super::Authority;
use crate::domain::error::Result;
use crate::domain::user::User;

/// Says who acts.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The user whose roles count; `None`: there is no store yet, and the first command that writes makes them its admin.
    pub user: Option<User>,
    /// The account that runs the command.
    pub login: String,
    /// The account's number.
    pub uid: u32,
}

impl Authority<'_> {
    /// Says who acts.
    ///
    /// # Errors
    /// `Refused` where the store does not know the caller, or they may not act as whom they named; `Store`.
    pub fn whoami(&self) -> Result<Identity> {
        let user = self.read(|_, actor| Ok(actor.clone()))?;
        Ok(Identity { user, login: self.caller.login.clone(), uid: self.caller.uid })
    }
}
