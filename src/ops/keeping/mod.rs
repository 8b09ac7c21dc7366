//! Keeping a store: looking at it as a whole, backups, and what makes it sound, small and up to date.

pub mod backup;
mod carry;
pub mod check;
pub mod compact;
pub mod info;
pub mod prune;
pub mod restore;
mod upgrade;

pub use upgrade::Upgrade;
