//! What somebody leaves behind in a place that they are no member of any more.

use rusqlite::{Params, params};

use super::{Listed, Reading};
use crate::domain::error::Result;
use crate::domain::id::{TokenId, UserId};
use crate::domain::place::Boundary;

impl Reading<'_> {
    /// Returns the live tokens that a user made, wherever they are valid.
    ///
    /// # Errors
    /// Those of the store.
    pub fn tokens_made_by(&self, user: UserId) -> Result<Vec<Listed>> {
        let sql = "SELECT id FROM tokens WHERE created_by = ?1 AND revoked_at IS NULL ORDER BY id";
        self.living(sql, params![user.0])
    }

    /// Returns the live tokens that a user made and that are valid in a project, or in a group and below it: deploy keys
    /// that are enabled there too.
    ///
    /// # Errors
    /// Those of the store.
    pub fn tokens_made_within(&self, user: UserId, boundary: Boundary) -> Result<Vec<Listed>> {
        let sql = "WITH RECURSIVE inside (id) AS (SELECT ?1 WHERE ?1 IS NOT NULL UNION \
                     SELECT groups.id FROM groups JOIN inside ON groups.parent_id = inside.id), \
                   places (id) AS (SELECT ?2 WHERE ?2 IS NOT NULL UNION \
                     SELECT projects.id FROM projects JOIN inside ON projects.group_id = inside.id) \
                   SELECT id FROM tokens WHERE group_id IN (SELECT id FROM inside) AND revoked_at IS NULL AND created_by = ?3 \
                   UNION SELECT id FROM tokens \
                     WHERE project_id IN (SELECT id FROM places) AND revoked_at IS NULL AND created_by = ?3 \
                   UNION SELECT tokens.id FROM deploy_key_projects AS enabled \
                     JOIN tokens ON tokens.id = enabled.token_id AND tokens.revoked_at IS NULL AND tokens.created_by = ?3 \
                     WHERE enabled.project_id IN (SELECT id FROM places) \
                   ORDER BY 1";
        let (group, project) = (boundary.group().map(|id| id.0), boundary.project().map(|id| id.0));
        self.living(sql, params![group, project, user.0])
    }

    fn living(&self, sql: &str, bound: impl Params) -> Result<Vec<Listed>> {
        let mut statement = self.connection.prepare(sql)?;
        let ids = statement.query_map(bound, |row| row.get(0).map(TokenId))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut made = Vec::new();
        for id in ids {
            made.extend(self.listed(id)?.filter(|listed| listed.token.state(self.now).is_live()));
        }
        Ok(made)
    }
}
