//! Refresh secrets: the digests of the second halves of OAuth pairs, and the families that pairs make.

use rusqlite::{OptionalExtension as _, params};

use super::tokens::{COLUMNS, WIDTH, token};
use super::{Presented, Reading, Writing};
use crate::domain::decision::Holder;
use crate::domain::digest::Digest;
use crate::domain::error::Result;
use crate::domain::id::TokenId;
use crate::domain::kind::Kind;
use crate::domain::refresh::RefreshState;
use crate::domain::token::{State, Token};

/// The condition for an OAuth token whose refresh secret was not used: it can be renewed whatever its own end.
pub(super) const RENEWABLE: &str = "(tokens.kind = 2 AND EXISTS (SELECT 1 FROM secrets \
    WHERE secrets.token_id = tokens.id AND secrets.job_id IS NULL AND secrets.spent_at IS NULL))";

/// What was found for a presented refresh secret.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The token that it was made with, and its user as they are now.
    pub presented: Presented,
    /// Whether the secret was used before.
    pub spent: bool,
}

impl Reading<'_> {
    /// Finds the pair of a refresh secret by the secret's digest.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pair_of(&self, digest: &Digest) -> Result<Option<Pair>> {
        let sql = format!(
            "SELECT {COLUMNS}, secrets.spent_at IS NOT NULL, secrets.digest FROM secrets \
             JOIN tokens ON tokens.id = secrets.token_id WHERE secrets.digest = ?1 AND secrets.job_id IS NULL"
        );
        let found = self
            .connection
            .query_row(&sql, [digest.as_bytes()], |row| {
                let found = Digest::from_bytes(row.get(WIDTH + 1)?);
                Ok((token(row)?, row.get::<_, bool>(WIDTH)?, found))
            })
            .optional()?;
        let Some((token, spent, found)) = found else { return Ok(None) };
        let user = token.holder.map(|id| self.user(id)).transpose()?.flatten();
        let holder = user.as_ref().map_or(Holder::Gone, |user| Holder::User { blocked: user.blocked });
        let holder_is_admin = user.is_some_and(|user| user.admin);
        // The index has compared the digests already; once more, in constant time.
        Ok((found == *digest).then_some(Pair { presented: Presented { token, holder, holder_is_admin }, spent }))
    }

    /// Says how it is with a token's refresh secret; `None`: it has none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn refresh_state(&self, token: &Token) -> Result<Option<RefreshState>> {
        let sql = "SELECT spent_at IS NOT NULL FROM secrets WHERE token_id = ?1 AND job_id IS NULL";
        let spent: Option<bool> = self.connection.query_row(sql, [token.id.0], |row| row.get(0)).optional()?;
        Ok(spent.map(|spent| match (spent, &token.revocation) {
            (true, _) => RefreshState::Spent,
            (false, Some(_)) => RefreshState::Dead,
            (false, None) => RefreshState::Unspent,
        }))
    }

    /// Says whether a token may still come to open something: it is active or suspended, or can be renewed by its refresh
    /// secret though its own end has come.
    ///
    /// # Errors
    /// Those of the store.
    pub fn lives(&self, token: &Token) -> Result<bool> {
        let state = token.state(self.now);
        let renewable = state == State::Expired && token.kind == Kind::Oauth;
        Ok(state.is_live() || (renewable && self.refresh_state(token)? == Some(RefreshState::Unspent)))
    }

    /// Returns what was not revoked of a token's family: the tokens that it took the place of, and those that took its.
    ///
    /// # Errors
    /// Those of the store.
    pub fn living_family(&self, id: TokenId) -> Result<Vec<Token>> {
        let sql = format!(
            "WITH RECURSIVE older (id) AS (SELECT ?1 UNION \
               SELECT tokens.predecessor_id FROM tokens JOIN older ON tokens.id = older.id \
               WHERE tokens.predecessor_id IS NOT NULL), \
             newer (id) AS (SELECT ?1 UNION \
               SELECT tokens.id FROM tokens JOIN newer ON tokens.predecessor_id = newer.id) \
             SELECT {COLUMNS} FROM tokens \
             WHERE tokens.id IN (SELECT id FROM older UNION SELECT id FROM newer) AND tokens.revoked_at IS NULL \
             ORDER BY tokens.id"
        );
        let mut statement = self.connection.prepare(&sql)?;
        let family = statement.query_map([id.0], token)?.collect::<rusqlite::Result<_>>()?;
        Ok(family)
    }
}

impl Writing<'_> {
    /// Adds the refresh secret of a token.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_refresh(&self, token: TokenId, digest: &Digest) -> Result<()> {
        self.connection.execute(
            "INSERT INTO secrets (digest, token_id, created_at) VALUES (?1, ?2, ?3)",
            params![digest.as_bytes(), token.0, self.now.seconds()],
        )?;
        Ok(())
    }

    /// Notes that a refresh secret was used; says whether this is the first time.
    ///
    /// # Errors
    /// Those of the store.
    pub fn spend_refresh(&self, digest: &Digest) -> Result<bool> {
        let changed = self.connection.execute(
            "UPDATE secrets SET spent_at = ?1 WHERE digest = ?2 AND job_id IS NULL AND spent_at IS NULL",
            params![self.now.seconds(), digest.as_bytes()],
        )?;
        Ok(changed == 1)
    }
}
