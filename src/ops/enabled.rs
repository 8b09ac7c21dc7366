//! Deploy keys as somebody sees them: what they are, and in which projects they are enabled.
//!
//! Who sees a key need not see every project of it: the others are counted and not named.

use super::find;
use crate::domain::error::Result;
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::ssh_key::Algorithm;
use crate::domain::user::User;
use crate::store::{Enabled, KeyRow, Listed, Reading};

/// What there is to say of a deploy key beside what all tokens have.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its type.
    pub algorithm: Algorithm,
    /// Its length in bits.
    pub bits: u32,
    /// The paths of the projects that it pulls from and never pushes to.
    pub read_only: Vec<String>,
    /// The paths of the projects that it pulls from and pushes to.
    pub read_write: Vec<String>,
    /// Whether there is any that it pushes to, seen or not.
    pub pushes: bool,
    /// How many projects there are that whoever looks does not see.
    pub unseen: usize,
}

/// Describes a deploy key to somebody, or, with no viewer, to a door, which may know all; `None` where the token is none.
pub(super) fn key(reading: &Reading<'_>, viewer: Option<&User>, id: TokenId) -> Result<Option<Key>> {
    let Some(row) = reading.key(id)? else { return Ok(None) };
    described(reading, viewer, row, reading.key_projects(id)?).map(Some)
}

/// Describes a deploy key that is enabled in some projects.
fn described(reading: &Reading<'_>, viewer: Option<&User>, row: KeyRow, projects: Vec<Enabled>) -> Result<Key> {
    let mut key = Key {
        algorithm: row.algorithm,
        bits: row.bits,
        read_only: Vec::new(),
        read_write: Vec::new(),
        pushes: false,
        unseen: 0,
    };
    for enabled in projects {
        key.pushes |= enabled.can_push;
        let is_seen = match viewer {
            Some(viewer) => find::sees_project(reading, viewer, &enabled.project)?,
            None => true,
        };
        if !is_seen {
            key.unseen += 1;
        } else if enabled.can_push {
            key.read_write.push(enabled.project.path);
        } else {
            key.read_only.push(enabled.project.path);
        }
    }
    Ok(key)
}

/// Adds to a deploy key where it is valid, as [`key`] describes it; leaves other tokens as they are.
pub(super) fn placed(reading: &Reading<'_>, viewer: Option<&User>, mut listed: Listed) -> Result<Listed> {
    if listed.token.kind == Kind::DeployKey {
        listed.path = key(reading, viewer, listed.token.id)?.and_then(|key| key.places());
    }
    Ok(listed)
}

/// Adds to a deploy key where it was valid at the instant whose past is kept; what is gone since is counted and not named.
pub(super) fn placed_then(reading: &Reading<'_>, viewer: &User, mut listed: Listed) -> Result<Listed> {
    if listed.token.kind != Kind::DeployKey {
        return Ok(listed);
    }
    let id = listed.token.id;
    if let Some(row) = reading.key(id)? {
        let (projects, gone) = reading.key_projects_then(id)?;
        let mut key = described(reading, Some(viewer), row, projects)?;
        key.unseen += gone;
        listed.path = key.places();
    }
    Ok(listed)
}

impl Key {
    /// Returns the projects in words: their paths, and how many more there are.
    fn places(&self) -> Option<String> {
        let mut places: Vec<&str> = self.read_only.iter().chain(&self.read_write).map(String::as_str).collect();
        places.sort_unstable();
        let more = format!("{} more", self.unseen);
        if self.unseen > 0 {
            places.push(&more);
        }
        (!places.is_empty()).then(|| places.join(", "))
    }
}
