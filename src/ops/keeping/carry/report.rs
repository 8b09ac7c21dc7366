//! What was carried over, and what could not be found out.

use crate::domain::id::TokenId;
use crate::domain::policy::Policy;
use crate::store::Listed;

/// Says how a backup and the store that it replaces are related.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kinship {
    /// The store went on from this backup: whatever it does not know any more was pruned since.
    Continued,
    /// Both are of one store, but this one did not go on from this backup: it is older, or another backup was restored
    /// between them.
    Branched,
    /// They are of different stores.
    Other,
    /// That cannot be known.
    #[default]
    Unknown,
}

/// What was taken away from a backup before it came into its place, and what it could not be asked about.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How the two are related.
    pub kinship: Kinship,
    /// The tokens that were revoked since, and are revoked.
    pub revoked: Vec<Listed>,
    /// The tokens that are not in the store that is replaced, which did not go on from the backup and had given their
    /// numbers; they are revoked.
    pub gone: Vec<Listed>,
    /// The tokens that lost a part of what they had: an earlier end, a stop, a successor, uses.
    pub limited: Vec<Listed>,
    /// How many bot users left with their tokens.
    pub bots: u64,
    /// How many refresh secrets were used since, and are spent.
    pub spent: u64,
    /// How many jobs ended since, and are over.
    pub jobs: u64,
    /// How many runners were removed or paused since, and are.
    pub runners: u64,
    /// How often a deploy key was taken out of a project or stopped from pushing since, and is.
    pub keys: u64,
    /// Who was blocked or deleted since, and is blocked.
    pub blocked: Vec<String>,
    /// Who was made no admin since, and is none.
    pub demoted: Vec<String>,
    /// Who is an admin again, since nobody else would be.
    pub spared: Vec<String>,
    /// How many live tokens were made since, and are gone.
    pub gone_tokens: u64,
    /// How many users were made since, and are gone.
    pub gone_users: u64,
    /// How many memberships that ended or were lowered since are back.
    pub memberships_back: u64,
    /// The policies that are stricter in the store that is replaced, with their values, which stay.
    pub policies: Vec<(Policy, String)>,
    /// Whether other policies are not as they were.
    pub policies_back: bool,
    /// The tokens that are alive of which nobody can say whether they were revoked.
    pub unknown: Vec<TokenId>,
    /// How many questions the store that is replaced could not answer.
    pub unanswered: u64,
}
