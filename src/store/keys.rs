//! Deploy keys: what is kept of their public halves, and the projects that they are enabled in.

use rusqlite::{OptionalExtension as _, params};

use super::events::understood;
use super::minting::NewToken;
use super::places::{PROJECT, project};
use super::tokens::{COLUMNS, token};
use super::{Reading, Writing};
use crate::domain::error::Result;
use crate::domain::id::{ProjectId, TokenId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::Project;
use crate::domain::ssh_key::{Algorithm, PublicKey};
use crate::domain::token::Token;

/// What is kept of a deploy key's public half, beside its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Its type.
    pub algorithm: Algorithm,
    /// Its length in bits.
    pub bits: u32,
}

/// A project that a deploy key is enabled in.
#[derive(Clone, Debug)]
pub struct Enabled {
    /// The project.
    pub project: Project,
    /// Whether the key may push there; else it only pulls.
    pub can_push: bool,
}

impl Reading<'_> {
    /// Returns what is kept of a deploy key.
    ///
    /// # Errors
    /// Those of the store.
    pub fn key(&self, id: TokenId) -> Result<Option<KeyRow>> {
        let sql = "SELECT algorithm, bits FROM deploy_keys WHERE token_id = ?1";
        let key = |row: &rusqlite::Row<'_>| {
            let algorithm = understood(0, Algorithm::parse(&row.get::<_, String>(0)?))?;
            Ok(KeyRow { algorithm, bits: row.get(1)? })
        };
        Ok(self.connection.query_row(sql, [id.0], key).optional()?)
    }

    /// Returns the projects that a deploy key is enabled in, by path.
    ///
    /// # Errors
    /// Those of the store.
    pub fn key_projects(&self, id: TokenId) -> Result<Vec<Enabled>> {
        let sql = format!(
            "SELECT {PROJECT}, can_push FROM deploy_key_projects JOIN projects ON id = project_id \
             WHERE token_id = ?1 ORDER BY path"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let enabled = |row: &rusqlite::Row<'_>| Ok(Enabled { project: project(row)?, can_push: row.get("can_push")? });
        let projects = statement.query_map([id.0], enabled)?.collect::<rusqlite::Result<_>>()?;
        Ok(projects)
    }

    /// Says whether a deploy key may push to a project; `None` where it is not enabled there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn key_pushes(&self, id: TokenId, project: ProjectId) -> Result<Option<bool>> {
        let sql = "SELECT can_push FROM deploy_key_projects WHERE token_id = ?1 AND project_id = ?2";
        Ok(self.connection.query_row(sql, params![id.0, project.0], |row| row.get(0)).optional()?)
    }

    /// Returns the deploy keys that are enabled in a project, dead ones too, and whether they may push there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn keys_in(&self, project: ProjectId) -> Result<Vec<(TokenId, bool)>> {
        let sql = "SELECT token_id, can_push FROM deploy_key_projects WHERE project_id = ?1 ORDER BY token_id";
        let mut statement = self.connection.prepare(sql)?;
        let keys = statement.query_map([project.0], |row| Ok((TokenId(row.get(0)?), row.get(1)?)));
        Ok(keys?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the deploy keys of a name that are enabled in a project and were not revoked; who asks leaves out the
    /// expired.
    ///
    /// # Errors
    /// Those of the store.
    pub fn keys_named(&self, project: ProjectId, name: &str) -> Result<Vec<Token>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM tokens JOIN deploy_key_projects AS enabled ON enabled.token_id = tokens.id \
             WHERE enabled.project_id = ?1 AND tokens.name = ?2 AND tokens.revoked_at IS NULL ORDER BY tokens.id"
        );
        let mut statement = self.connection.prepare(&sql)?;
        let keys = statement.query_map(params![project.0, name], token)?.collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }
}

impl Writing<'_> {
    /// Adds a deploy key, enabled in one project, and returns it as it now is.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_key(
        &self,
        new: &NewToken<'_>,
        key: &PublicKey,
        project: ProjectId,
        can_push: bool,
        by: UserId,
    ) -> Result<Token> {
        // Names are told apart among the keys of a project, so one is made up when it is known which these are.
        let named = NewToken { name: new.name.or(Some(Kind::DeployKey.word())), ..new.clone() };
        let mut token = self.insert_token(&named, by)?;
        let sql = "INSERT INTO deploy_keys (token_id, algorithm, bits) VALUES (?1, ?2, ?3)";
        self.connection.execute(sql, params![token.id.0, key.algorithm.word(), key.bits])?;
        if new.name.is_none() {
            let is_taken = |name: &str| Ok(!self.keys_named(project, name)?.is_empty());
            token.name = self.name_token(token.id, Kind::DeployKey, is_taken)?;
        }
        self.enable_key(token.id, project, can_push)?;
        Ok(token)
    }

    /// Enables a deploy key in a project, for pushing or for pulling only, whatever it was there before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn enable_key(&self, id: TokenId, project: ProjectId, can_push: bool) -> Result<()> {
        let sql = "INSERT INTO deploy_key_projects (token_id, project_id, can_push) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (token_id, project_id) DO UPDATE SET can_push = excluded.can_push";
        self.connection.execute(sql, params![id.0, project.0, can_push])?;
        Ok(())
    }

    /// Takes a deploy key out of a project; says whether it was enabled there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn disable_key(&self, id: TokenId, project: ProjectId) -> Result<bool> {
        let sql = "DELETE FROM deploy_key_projects WHERE token_id = ?1 AND project_id = ?2";
        Ok(self.connection.execute(sql, params![id.0, project.0])? == 1)
    }
}
