//! Surveys: the selected tokens with what an audit and a report ask of each, in one statement.
//!
//! Memory does not grow with the number of tokens.

use rusqlite::{Row, params_from_iter};

use super::events::{instant, optional_instant, understood};
use super::keys::KeyRow;
use super::listing::{JOINS, NAMES_WIDTH, listed, names};
use super::selection::Selection;
use super::tokens::{COLUMNS, Listed, WIDTH};
use super::{Reading, users};
use crate::domain::error::Result;
use crate::domain::ssh_key::Algorithm;
use crate::domain::time::Timestamp;
use crate::domain::user::User;

/// A token with what hangs on it.
#[derive(Clone, Debug)]
pub struct Surveyed {
    /// The token, with its names.
    pub listed: Listed,
    /// The user it acts as; `None`: gone, or it acts as itself.
    pub holder: Option<User>,
    /// Who made it; `None`: gone.
    pub maker: Option<User>,
    /// What is kept of a deploy key's public half.
    pub key: Option<KeyRow>,
    /// Whether there is a project that it is enabled in for pushing.
    pub pushes: bool,
    /// Since when it was there, or the token whose place it took.
    pub known_since: Timestamp,
    /// The last use that was noted: its own, or the contact of its runner.
    pub used_at: Option<Timestamp>,
}

/// Where the columns of both users and what follows begin, behind those of the token and its names.
const AT_USER: usize = WIDTH + NAMES_WIDTH;
const AT_MAKER: usize = AT_USER + users::WIDTH;
const AT_REST: usize = AT_MAKER + users::WIDTH;

impl Reading<'_> {
    /// Hands the selected tokens to `visit`, by number, until it says that it has enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn survey(&self, selection: &Selection, mut visit: impl FnMut(Surveyed) -> Result<bool>) -> Result<()> {
        let conditions = selection.conditions(self.now);
        let sql = statement(&self.by_number(selection, &conditions)?);
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(conditions.bound))?;
        while let Some(row) = rows.next()? {
            let surveyed = surveyed(row)?;
            let token = &surveyed.listed.token;
            if selection.takes(&token.name, token.note.as_deref()) && !visit(surveyed)? {
                break;
            }
        }
        Ok(())
    }
}

/// Returns the statement of a survey.
pub(super) fn statement(clause: &str) -> String {
    let names = names(None);
    format!(
        "SELECT {COLUMNS}, {names}, {USER}, {MAKER}, deploy_keys.algorithm, deploy_keys.bits, {PUSHES}, \
         coalesce({BEFORE}, tokens.created_at), {CONTACT} \
         FROM tokens {JOINS} LEFT JOIN deploy_keys ON deploy_keys.token_id = tokens.id {clause} ORDER BY tokens.id"
    )
}

const USER: &str = "holder.id, holder.kind, holder.username, holder.name, holder.admin, holder.blocked_at IS NOT NULL";

const MAKER: &str =
    "creator.id, creator.kind, creator.username, creator.name, creator.admin, creator.blocked_at IS NOT NULL";

const PUSHES: &str = "(deploy_keys.token_id IS NOT NULL AND EXISTS (SELECT 1 FROM deploy_key_projects AS enabled \
    WHERE enabled.token_id = tokens.id AND enabled.can_push = 1))";

const BEFORE: &str = "(SELECT older.created_at FROM tokens AS older WHERE older.id = tokens.predecessor_id)";

const CONTACT: &str = "(SELECT runners.contacted_at FROM runners \
    WHERE runners.id = tokens.runner_id AND runners.contacted_at >= tokens.created_at)";

fn surveyed(row: &Row<'_>) -> rusqlite::Result<Surveyed> {
    let key = match row.get::<_, Option<String>>(AT_REST)? {
        Some(word) => {
            Some(KeyRow { algorithm: understood(AT_REST, Algorithm::parse(&word))?, bits: row.get(AT_REST + 1)? })
        }
        None => None,
    };
    let listed = listed(row)?;
    Ok(Surveyed {
        used_at: listed.token.used_at.max(optional_instant(row, AT_REST + 4)?),
        listed,
        holder: user(row, AT_USER)?,
        maker: user(row, AT_MAKER)?,
        key,
        pushes: row.get(AT_REST + 2)?,
        known_since: instant(row, AT_REST + 3)?,
    })
}

/// Reads a user, where one was joined.
fn user(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<User>> {
    let is_there = row.get::<_, Option<i64>>(at)?.is_some();
    is_there.then(|| users::user_at(row, at)).transpose()
}
