//! Tokens: their rows, and what is asked of one of them.

use rusqlite::{OptionalExtension as _, Row, params};

use super::engine;
use super::events::{instant, optional_instant, understood};
use super::{Reading, Writing};
use crate::domain::decision::Holder;
use crate::domain::digest::Digest;
use crate::domain::error::Result;
use crate::domain::id::{AppId, GroupId, JobId, ProjectId, RunnerId, TokenId, UserId};
use crate::domain::kind::{ActsAs, Kind};
use crate::domain::place::Boundary;
use crate::domain::scope::ScopeSet;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, Beside, Revocation, Suspension, Token};
use crate::domain::used::Used;

/// The columns of a token, in the order in which [`token`] reads them.
pub(super) const COLUMNS: &str = "tokens.id, tokens.kind, tokens.name, tokens.digest, tokens.scopes, \
    tokens.project_id, tokens.group_id, tokens.user_id, tokens.username, tokens.note, tokens.created_at, \
    tokens.created_by, tokens.expires_at, tokens.suspended_at, tokens.suspended_until, tokens.revoked_at, \
    tokens.revoked_by, tokens.revoked_why, tokens.predecessor_id, tokens.rotated_at, tokens.uses, tokens.use_limit, \
    tokens.app_id, tokens.runner_id, tokens.job_id, tokens.used_at, tokens.used_from, \
    tokens.used_access, tokens.used_project";

/// How many columns these are.
pub(super) const WIDTH: usize = 29;

/// What is read of a token's user after its columns, and where from. The last two columns say nothing here: by the one that
/// is never absent a row is seen that lost its head, and with the last one the engine looks at the whole head of the row.
pub(super) const HOLDER: &str = "users.id IS NOT NULL, users.blocked_at IS NOT NULL, coalesce(users.admin, 0), \
    users.kind, users.created_by FROM tokens LEFT JOIN users ON users.id = tokens.user_id";

/// A token with the names of what its numbers stand for, living or departed.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The token.
    pub token: Token,
    /// The username of the user it acts as.
    pub holder: Option<String>,
    /// The path of its project or group.
    pub path: Option<String>,
    /// The username of its maker.
    pub creator: String,
    /// How many alarms there are about it.
    pub alarms: u32,
    /// Whether the user it acts as is blocked.
    pub holder_blocked: bool,
    /// Whether its refresh secret, which only OAuth tokens have, was not used yet.
    pub renewable: bool,
}

impl Listed {
    /// Names a token of which nothing else is known, or of interest.
    #[must_use]
    pub fn new(token: Token, holder: Option<String>, path: Option<String>, creator: String) -> Self {
        Self { token, holder, path, creator, alarms: 0, holder_blocked: false, renewable: false }
    }

    /// Returns what the token's state at an instant does not say by itself.
    #[must_use]
    pub fn beside(&self, now: Timestamp) -> Beside {
        // What was revoked is renewed by nothing.
        let renewable = self.renewable && self.token.revocation.is_none();
        Beside { renewable, stopped: self.token.is_stopped(now), holder_blocked: self.holder_blocked }
    }
}

/// What was found for a presented secret: the token, and the user it acts as as they are now.
#[derive(Clone, Debug)]
pub struct Presented {
    /// The token.
    pub token: Token,
    /// What is known of its user.
    pub holder: Holder,
    /// Whether its user is an admin now.
    pub holder_is_admin: bool,
}

pub(super) fn token(row: &Row<'_>) -> rusqlite::Result<Token> {
    let kind = understood(1, Kind::from_number(row.get(1)?))?;
    let holder = row.get::<_, Option<i64>>(7)?.map(UserId);
    let project = row.get::<_, Option<i64>>(5)?.map(ProjectId);
    let group = row.get::<_, Option<i64>>(6)?.map(GroupId);
    let boundary = match (project, group, holder) {
        (Some(id), _, _) => Boundary::Project(id),
        (None, Some(id), _) => Boundary::Group(id),
        (None, None, Some(id)) if kind.acts_as() == ActsAs::User => Boundary::User(id),
        (None, None, _) if kind == Kind::DeployKey => Boundary::Projects,
        (None, None, _) => Boundary::Instance,
    };
    let revocation = match optional_instant(row, 15)? {
        Some(at) => Some(Revocation { at, by: UserId(row.get(16)?), why: row.get(17)? }),
        None => None,
    };
    let suspension = match (optional_instant(row, 13)?, optional_instant(row, 14)?) {
        (None, None) => None,
        // A stop that is over before it began was never made, and must not be taken for one that is over.
        (at, until) => {
            let at = at.filter(|at| until.is_none_or(|until| until >= *at));
            Some(understood(14, at.map(|at| Suspension { at, until }))?)
        }
    };
    Ok(Token {
        id: TokenId(row.get(0)?),
        kind,
        name: row.get(2)?,
        digest: Digest::from_bytes(row.get(3)?),
        scopes: understood(4, ScopeSet::from_bits(row.get(4)?))?,
        boundary,
        holder,
        custom_username: row.get(8)?,
        note: row.get(9)?,
        created_at: instant(row, 10)?,
        created_by: UserId(row.get(11)?),
        expires_at: optional_instant(row, 12)?,
        suspension,
        revocation,
        predecessor: row.get::<_, Option<i64>>(18)?.map(TokenId),
        rotated_at: optional_instant(row, 19)?,
        uses: row.get(20)?,
        use_limit: row.get(21)?,
        of: belonging(row)?,
        used_at: optional_instant(row, 25)?,
        used_from: row.get(26)?,
        used: understood(27, Used::from_store(row.get(27)?, row.get(28)?))?,
    })
}

fn belonging(row: &Row<'_>) -> rusqlite::Result<Belonging> {
    let app = row.get::<_, Option<i64>>(22)?.map(|id| Belonging::App(AppId(id)));
    let runner = row.get::<_, Option<i64>>(23)?.map(|id| Belonging::Runner(RunnerId(id)));
    let job = row.get::<_, Option<i64>>(24)?.map(|id| Belonging::Job(JobId(id)));
    Ok(app.or(runner).or(job).unwrap_or_default())
}

/// Reads a token and its user as they are now.
pub(super) fn presented(row: &Row<'_>) -> rusqlite::Result<Presented> {
    let token = token(row)?;
    let holder = match (token.kind.acts_as(), row.get(WIDTH)?) {
        (ActsAs::Itself, _) => Holder::Itself,
        (ActsAs::User, false) => Holder::Gone,
        (ActsAs::User, true) => {
            row.get::<_, i64>(WIDTH + 3)?;
            Holder::User { blocked: row.get(WIDTH + 1)? }
        }
    };
    Ok(Presented { token, holder, holder_is_admin: row.get(WIDTH + 2)? })
}

impl Reading<'_> {
    /// Finds the token of a secret by the secret's digest.
    ///
    /// # Errors
    /// Those of the store.
    pub fn presented(&self, digest: &Digest) -> Result<Option<Presented>> {
        let sql = format!(
            "SELECT {COLUMNS}, {HOLDER} WHERE tokens.id = (SELECT id FROM tokens AS named WHERE named.digest = ?1)"
        );
        match self.connection.query_row(&sql, [digest.as_bytes()], presented).optional()? {
            // The index has compared the digests already; once more, in constant time, with that of the row: a damaged
            // index must not let a dead secret open what another's token does.
            Some(found) if found.token.digest != *digest => {
                Err(engine::damaged("the index of its digests leads to another token"))
            }
            found => Ok(found),
        }
    }

    /// Finds a token by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn token(&self, id: TokenId) -> Result<Option<Token>> {
        let sql = format!("SELECT {COLUMNS} FROM tokens WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id.0], token).optional()?)
    }

    /// Finds the token that took the place of another.
    ///
    /// # Errors
    /// Those of the store.
    pub fn successor(&self, id: TokenId) -> Result<Option<Token>> {
        let sql = format!("SELECT {COLUMNS} FROM tokens WHERE predecessor_id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id.0], token).optional()?)
    }

    /// Finds the newest of the tokens that came after another, each in the place of the one before, where it was not
    /// revoked.
    ///
    /// # Errors
    /// Those of the store.
    pub fn heir(&self, id: TokenId) -> Result<Option<Token>> {
        let sql = format!(
            "WITH RECURSIVE newer (id) AS (SELECT id FROM tokens WHERE predecessor_id = ?1 UNION \
               SELECT tokens.id FROM tokens JOIN newer ON tokens.predecessor_id = newer.id) \
             SELECT {COLUMNS} FROM tokens WHERE id = (SELECT max(id) FROM newer) AND revoked_at IS NULL"
        );
        Ok(self.connection.query_row(&sql, [id.0], token).optional()?)
    }

    /// Returns the tokens of a boundary and a name that were not revoked; who asks leaves out the expired.
    ///
    /// # Errors
    /// Those of the store.
    pub fn tokens_named(&self, boundary: Boundary, kind: Option<Kind>, name: &str) -> Result<Vec<Token>> {
        let (condition, id) = named(boundary, kind);
        let sql = format!("SELECT {COLUMNS} FROM tokens WHERE {condition} ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map(params![id, name], token)?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(found.into_iter().filter(|token| token.boundary == boundary).collect())
    }

    /// Says whether a token of a kind that was not revoked has a name in a boundary.
    pub(super) fn is_name_taken(&self, boundary: Boundary, kind: Kind, name: &str) -> Result<bool> {
        let (condition, id) = named(boundary, Some(kind));
        let sql = format!("SELECT EXISTS (SELECT 1 FROM tokens WHERE {condition})");
        Ok(self.connection.prepare_cached(&sql)?.query_row(params![id, name], |row| row.get(0))?)
    }
}

/// Returns the condition for tokens of a boundary that bear a name and were not revoked, and the boundary's number. The
/// number is bound first, the name second.
///
/// Written so that the partial index of the boundary serves it: an `IS` in place of the `=` would read every token.
pub(super) fn named(boundary: Boundary, kind: Option<Kind>) -> (String, i64) {
    let (place, id) = match boundary {
        Boundary::Project(id) => ("project_id = ?1", id.0),
        Boundary::Group(id) => ("group_id = ?1", id.0),
        Boundary::User(id) => ("user_id = ?1 AND project_id IS NULL AND group_id IS NULL", id.0),
        Boundary::Instance | Boundary::Projects => {
            ("?1 = 0 AND project_id IS NULL AND group_id IS NULL AND user_id IS NULL", 0)
        }
    };
    let of_kind = kind.map_or_else(String::new, |kind| format!(" AND kind = {}", kind as u8));
    (format!("{place}{of_kind} AND name = ?2 AND revoked_at IS NULL"), id)
}

impl Writing<'_> {
    /// Takes a token away for ever; says whether it was there and not yet taken away.
    ///
    /// # Errors
    /// Those of the store.
    pub fn revoke_token(&self, id: TokenId, by: UserId, why: Option<&str>) -> Result<bool> {
        let mut update = self.connection.prepare_cached(
            "UPDATE tokens SET revoked_at = ?1, revoked_by = ?2, revoked_why = ?3 WHERE id = ?4 AND revoked_at IS NULL",
        )?;
        Ok(update.execute(params![self.now.seconds(), by.0, why, id.0])? == 1)
    }

    /// Stops a token until an instant, or, with `Some(None)`, until it is resumed; resumes it with `None`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn suspend_token(&self, id: TokenId, until: Option<Option<Timestamp>>) -> Result<()> {
        self.connection.execute(
            "UPDATE tokens SET suspended_at = ?1, suspended_until = ?2 WHERE id = ?3 AND revoked_at IS NULL",
            params![until.map(|_| self.now.seconds()), until.flatten().map(Timestamp::seconds), id.0],
        )?;
        Ok(())
    }

    /// Gives a token another end.
    ///
    /// # Errors
    /// Those of the store.
    pub fn shorten_token(&self, id: TokenId, end: Timestamp) -> Result<()> {
        let sql = "UPDATE tokens SET expires_at = ?1 WHERE id = ?2 AND revoked_at IS NULL";
        self.connection.execute(sql, params![end.seconds(), id.0])?;
        Ok(())
    }

    /// Notes that another token took the place of this one, and ends this one at an instant, where one is given.
    /// Says whether it was there and in its place until now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn rotate_token(&self, id: TokenId, ends_at: Option<Timestamp>) -> Result<bool> {
        let mut update = self.connection.prepare_cached(
            "UPDATE tokens SET rotated_at = ?1, expires_at = coalesce(?2, expires_at) \
             WHERE id = ?3 AND rotated_at IS NULL AND revoked_at IS NULL",
        )?;
        Ok(update.execute(params![self.now.seconds(), ends_at.map(Timestamp::seconds), id.0])? == 1)
    }
}
