//! Applications that users give OAuth tokens to.

use rusqlite::{OptionalExtension as _, Row, params};

use super::events::{instant, understood};
use super::tokens::{COLUMNS, token};
use super::{Reading, Writing};
use crate::domain::app::App;
use crate::domain::error::Result;
use crate::domain::id::{AppId, UserId};
use crate::domain::scope::ScopeSet;
use crate::domain::token::Token;

const APP: &str = "apps.id, apps.name, apps.scopes, apps.owner_id, apps.created_at, users.username FROM apps \
    JOIN users ON users.id = apps.owner_id";

/// An application with its owner's name.
#[derive(Clone, Debug)]
pub struct ListedApp {
    /// The application.
    pub app: App,
    /// The username of its owner.
    pub owner: String,
}

fn listed(row: &Row<'_>) -> rusqlite::Result<ListedApp> {
    let app = App {
        id: AppId(row.get(0)?),
        name: row.get(1)?,
        scopes: understood(2, ScopeSet::from_bits(row.get(2)?))?,
        owner: UserId(row.get(3)?),
        created_at: instant(row, 4)?,
    };
    Ok(ListedApp { app, owner: row.get(5)? })
}

impl Reading<'_> {
    /// Finds an application by its number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn app(&self, id: AppId) -> Result<Option<ListedApp>> {
        Ok(self.connection.query_row(&format!("SELECT {APP} WHERE apps.id = ?1"), [id.0], listed).optional()?)
    }

    /// Finds the application whose name differs in nothing but upper and lower case.
    ///
    /// # Errors
    /// Those of the store.
    pub fn app_like(&self, name: &str) -> Result<Option<ListedApp>> {
        let sql = format!("SELECT {APP} WHERE lower(apps.name) = ?1");
        Ok(self.connection.query_row(&sql, [name.to_ascii_lowercase()], listed).optional()?)
    }

    /// Returns every application, by number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn apps(&self) -> Result<Vec<ListedApp>> {
        let mut statement = self.connection.prepare(&format!("SELECT {APP} ORDER BY apps.id"))?;
        let apps = statement.query_map([], listed)?.collect::<rusqlite::Result<_>>()?;
        Ok(apps)
    }

    /// Returns the applications that a user owns.
    ///
    /// # Errors
    /// Those of the store.
    pub fn apps_of(&self, user: UserId) -> Result<Vec<ListedApp>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {APP} WHERE apps.owner_id = ?1 ORDER BY apps.id"))?;
        let apps = statement.query_map([user.0], listed)?.collect::<rusqlite::Result<_>>()?;
        Ok(apps)
    }

    /// Returns the name of an application, there or deleted.
    ///
    /// # Errors
    /// Those of the store.
    pub fn app_name(&self, id: AppId) -> Result<Option<String>> {
        let sql = "SELECT name FROM apps WHERE id = ?1 \
                   UNION ALL SELECT name FROM departed WHERE what = 'app' AND id = ?1";
        Ok(self.connection.query_row(sql, [id.0], |row| row.get(0)).optional()?)
    }

    /// Returns the tokens of an application that were not revoked: those too whose access half is over.
    ///
    /// # Errors
    /// Those of the store.
    pub fn tokens_of_app(&self, id: AppId) -> Result<Vec<Token>> {
        let sql = format!("SELECT {COLUMNS} FROM tokens WHERE app_id = ?1 AND revoked_at IS NULL ORDER BY id");
        let mut statement = self.connection.prepare(&sql)?;
        let tokens = statement.query_map([id.0], token)?.collect::<rusqlite::Result<_>>()?;
        Ok(tokens)
    }
}

impl Writing<'_> {
    /// Adds an application.
    ///
    /// # Errors
    /// Those of the store.
    pub fn insert_app(&self, name: &str, scopes: ScopeSet, owner: UserId) -> Result<AppId> {
        self.connection.execute(
            "INSERT INTO apps (name, scopes, owner_id, created_at) VALUES (?1, ?2, ?3, ?4)",
            params![name, scopes.bits(), owner.0, self.now.seconds()],
        )?;
        Ok(AppId(self.connection.last_insert_rowid()))
    }

    /// Gives an application another name.
    ///
    /// # Errors
    /// Those of the store.
    pub fn rename_app(&self, id: AppId, name: &str) -> Result<()> {
        self.connection.execute("UPDATE apps SET name = ?1 WHERE id = ?2", params![name, id.0])?;
        Ok(())
    }

    /// Deletes an application and keeps its name, so that dead tokens can still be read.
    ///
    /// # Errors
    /// Those of the store.
    pub fn delete_app(&self, app: &App) -> Result<()> {
        self.depart("app", app.id.0, &app.name, false)?;
        self.connection.execute("DELETE FROM apps WHERE id = ?1", [app.id.0])?;
        Ok(())
    }
}
