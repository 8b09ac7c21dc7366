//! New tokens: what makes one, its row, and the name it gets where none was given.

use rusqlite::params;

use super::{Writing, engine};
use crate::domain::digest::Digest;
use crate::domain::error::Result;
use crate::domain::id::{TokenId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::scope::ScopeSet;
use crate::domain::time::Timestamp;
use crate::domain::token::{Belonging, Token};
use crate::domain::used::Used;

/// So many rows are worth a larger cache.
const MANY: usize = 1_000;

/// A token to be.
#[derive(Clone, Debug)]
pub struct NewToken<'a> {
    /// Which of the nine kinds.
    pub kind: Kind,
    /// What it is called; `None`: its kind and its number.
    pub name: Option<&'a str>,
    /// The digest of its secret.
    pub digest: Digest,
    /// What it may open.
    pub scopes: ScopeSet,
    /// Where it is valid.
    pub boundary: Boundary,
    /// Whom it acts as.
    pub holder: Option<UserId>,
    /// The username it is to be presented with, where it is not the default.
    pub username: Option<&'a str>,
    /// A free text.
    pub note: Option<&'a str>,
    /// Its end.
    pub expires_at: Option<Timestamp>,
    /// The token that it takes the place of.
    pub predecessor: Option<TokenId>,
    /// How often it may be used.
    pub use_limit: Option<u32>,
    /// The thing that it belongs to.
    pub of: Belonging,
    /// What the token was used for whose place it takes.
    pub used: Used,
}

impl NewToken<'_> {
    /// Makes the least of a token: no name, scopes, holder or end.
    #[must_use]
    pub fn new(kind: Kind, digest: Digest, boundary: Boundary) -> Self {
        Self {
            kind,
            name: None,
            digest,
            scopes: ScopeSet::NONE,
            boundary,
            holder: None,
            username: None,
            note: None,
            expires_at: None,
            predecessor: None,
            use_limit: None,
            of: Belonging::Nothing,
            used: Used::default(),
        }
    }

    /// Returns the numbers of the application, the runner and the job.
    fn belongings(&self) -> [Option<i64>; 3] {
        match self.of {
            Belonging::Nothing => [None; 3],
            Belonging::App(id) => [Some(id.0), None, None],
            Belonging::Runner(id) => [None, Some(id.0), None],
            Belonging::Job(id) => [None, None, Some(id.0)],
        }
    }
}

impl Writing<'_> {
    /// Makes room for many rows that are about to be written: new digests fall on pages all over their index.
    ///
    /// # Errors
    /// Those of the store.
    pub fn expect_many(&self, rows: usize) -> Result<()> {
        if rows >= MANY { engine::widen(self.connection) } else { Ok(()) }
    }

    /// Adds a token, and returns it as it now is.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_token(&self, new: &NewToken<'_>, by: UserId) -> Result<Token> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO tokens (kind, name, digest, scopes, project_id, group_id, user_id, username, note, \
             created_at, created_by, expires_at, predecessor_id, use_limit, app_id, runner_id, job_id, \
             used_access, used_project) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
        )?;
        let [app, runner, job] = new.belongings();
        insert.execute(params![
            new.kind as u8,
            new.name.unwrap_or(new.kind.word()),
            new.digest.as_bytes(),
            new.scopes.bits(),
            new.boundary.project().map(|id| id.0),
            new.boundary.group().map(|id| id.0),
            new.holder.map(|id| id.0),
            new.username,
            new.note,
            self.now.seconds(),
            by.0,
            new.expires_at.map(Timestamp::seconds),
            new.predecessor.map(|id| id.0),
            new.use_limit,
            app,
            runner,
            job,
            new.used.accesses.bits(),
            new.used.stored_project(),
        ])?;
        let id = TokenId(self.connection.last_insert_rowid());
        let name = match new.name {
            Some(name) => name.to_owned(),
            None => self.name_token(id, new.kind, |name| self.is_name_taken(new.boundary, new.kind, name))?,
        };
        Ok(Token {
            id,
            kind: new.kind,
            name,
            digest: new.digest,
            scopes: new.scopes,
            boundary: new.boundary,
            holder: new.holder,
            custom_username: new.username.map(str::to_owned),
            note: new.note.map(str::to_owned),
            created_at: self.now,
            created_by: by,
            expires_at: new.expires_at,
            suspension: None,
            revocation: None,
            predecessor: new.predecessor,
            rotated_at: None,
            uses: 0,
            use_limit: new.use_limit,
            of: new.of,
            used_at: None,
            used_from: None,
            used: new.used,
        })
    }

    /// Calls a new token by its kind and its number, and by a further number where that name is taken.
    pub(super) fn name_token(
        &self,
        id: TokenId,
        kind: Kind,
        is_taken: impl Fn(&str) -> Result<bool>,
    ) -> Result<String> {
        let base = match kind {
            Kind::DeployKey => format!("deploy-key-{id}"),
            kind => format!("{kind}-token-{id}"),
        };
        let mut name = base.clone();
        let mut further = 2;
        while is_taken(&name)? {
            name = format!("{base}-{further}");
            further += 1;
        }
        let mut update = self.connection.prepare_cached("UPDATE tokens SET name = ?1 WHERE id = ?2")?;
        update.execute(params![name, id.0])?;
        Ok(name)
    }
}
