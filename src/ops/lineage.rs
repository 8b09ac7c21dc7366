//! What hangs on a token: what ends with it.

use crate::domain::error::Result;
use crate::domain::id::TokenId;
use crate::domain::token::{Belonging, Token};
use crate::store::Reading;

/// Returns the live tokens that end with this one: the predecessor that still lives in its overlap, and the tokens of the
/// jobs of a runner that has no other secret left.
///
/// Source: the contract's rules that revoking the successor of an overlapping rotation ends both, and that what is derived
/// dies with its parent.
pub(super) fn falls_with(reading: &Reading<'_>, token: &Token) -> Result<Vec<TokenId>> {
    let is_live = |token: &Token| token.state(reading.now).is_live();
    let predecessor = token.predecessor.map(|id| reading.token(id)).transpose()?.flatten().filter(is_live);
    let mut falling: Vec<TokenId> = predecessor.map(|predecessor| predecessor.id).into_iter().collect();
    if let Belonging::Runner(runner) = token.of {
        let tokens = reading.tokens_of_runner(runner)?;
        let stays = |other: &Token| other.id != token.id && !falling.contains(&other.id) && is_live(other);
        if !tokens.iter().any(stays) {
            let of_jobs = reading.job_tokens_of_runner(runner)?;
            falling.extend(of_jobs.iter().filter(|token| is_live(token)).map(|token| token.id));
        }
    }
    Ok(falling)
}
