//! Applications: what users give OAuth tokens to.

use super::id::{AppId, UserId};
use super::scope::ScopeSet;
use super::time::Timestamp;

/// An application that users let act for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    /// The application's number.
    pub id: AppId,
    /// What it is called.
    pub name: String,
    /// The scopes that its tokens carry at most.
    pub scopes: ScopeSet,
    /// Whose it is.
    pub owner: UserId,
    /// When it was added.
    pub created_at: Timestamp,
}
